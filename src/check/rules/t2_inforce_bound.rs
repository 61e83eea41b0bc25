//! T2-INFORCE-BOUND: what was issued in a year is still in force or was repealed.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::check::sums::{failures, row_name, value};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "T2-INFORCE-BOUND",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "表二：现行有效与废止之和少于本年制发",
            zh_tw: "表二：現行有效與廢止之和少於本年制發",
            en: "Table 2: more issued than in force and repealed together",
        },
        catches: Text {
            zh_cn: "规章或行政规范性文件的“现行有效件数”加“本年废止件数”小于“本年制发件数”。",
            zh_tw: "規章或行政規範性文件的“现行有效件数”加“本年废止件数”小於“本年制发件数”。",
            en: "For 规章 or 行政规范性文件, 现行有效件数 plus 本年废止件数 is less than 本年制发件数.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：本年制发的，年末要么现行有效，要么已经废止",
            zh_tw: "国办公开办函〔2021〕30号表樣：本年制發的，年末要麼現行有效，要麼已經廢止",
            en: "国办公开办函〔2021〕30号, form: what was issued in the year is at its end in force or repealed",
        },
        example: "行政规范性文件 | 5 | 0 | 0 |",
        mend: Text {
            zh_cn: "“现行有效件数”填年末存量，包括本年制发和以前制发仍有效的。",
            zh_tw: "“现行有效件数”填年末存量，包括本年制發和以前制發仍有效的。",
            en: "现行有效件数 is the stock at the end of the year: those of this year and of all years before.",
        },
        limits: Text {
            zh_cn: "只判断下限，不推断存量应是多少；有未读出的单元格时不作判断，空格按 0 计并降为提醒。",
            zh_tw: "只判斷下限，不推斷存量應是多少；有未讀出的儲存格時不作判斷，空格按 0 計並降為提醒。",
            en: "Judges the lower bound only. Says nothing when a cell was not read; blank cells count as 0 and make it a warning.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    failures(context, RULE.id, |equation, balance| {
        let row = row_name(context, equation);
        let at = |index: usize| equation.left.get(index).map(|&id| value(context, id).to_string()).unwrap_or_default();
        let (in_force, repealed, sum, issued) = (at(0), at(1), balance.left, balance.right);
        say!(
            context.lang,
            "表二“{row}”：现行有效 {in_force} + 本年废止 {repealed} = {sum}，少于本年制发 {issued}",
            "表二“{row}”：現行有效 {in_force} + 本年廢止 {repealed} = {sum}，少於本年制發 {issued}",
            "Table 2, “{row}”: {in_force} in force + {repealed} repealed = {sum}, less than the {issued} issued this year"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn more_issued_than_there_can_be_fails() {
        let found = assert_fails(&RULE, &report().cell("disclosure.normative_documents.issued", "11").text());
        assert!(found.message.contains("现行有效 9 + 本年废止 1 = 10，少于本年制发 11"), "{}", found.message);
        assert_eq!(found.cells.len(), 3);
    }

    #[test]
    fn all_issued_and_repealed_in_one_year_passes() {
        assert_passes(&RULE, &report().cell("disclosure.normative_documents.issued", "10").text());
        assert_passes(&RULE, &report().cell("disclosure.rules.issued", "1").cell("disclosure.rules.repealed", "1").text());
    }
}
