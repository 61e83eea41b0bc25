//! T3-RESULT-SUM: in every column of 表三 the results add up to （七）总计.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::check::sums::{LIMITS, column_name, difference, failures};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "T3-RESULT-SUM",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "表三：办理结果各项之和不等于总计",
            zh_tw: "表三：辦理結果各項之和不等於總計",
            en: "Table 3: the results do not add up to their total",
        },
        catches: Text {
            zh_cn: "表三任一列中，（一）至（六）各项办理结果之和不等于“（七）总计”。",
            zh_tw: "表三任一欄中，（一）至（六）各項辦理結果之和不等於“（七）总计”。",
            en: "In some column of table 3, the results under （一） to （六） do not add up to “（七）总计”.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：“（七）总计”为本年度办理结果各项之和",
            zh_tw: "国办公开办函〔2021〕30号表樣：“（七）总计”為本年度辦理結果各項之和",
            en: "国办公开办函〔2021〕30号, form: “（七）总计” is the sum of all results of the year",
        },
        example: "（一）予以公开 | 4 | …\n1.本机关不掌握相关政府信息 | 2 | …\n（七）总计 | 7 | …",
        mend: Text {
            zh_cn: "逐项核对该列的办理结果；明细无误时改“（七）总计”。",
            zh_tw: "逐項核對該欄的辦理結果；明細無誤時改“（七）总计”。",
            en: "Check the column's results one by one; if they are right, mend “（七）总计”.",
        },
        limits: LIMITS,
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    failures(context, RULE.id, |equation, balance| {
        let column = column_name(context, equation);
        let (sum, total, apart) = (balance.left, balance.right, difference(balance));
        say!(
            context.lang,
            "表三“{column}”列：办理结果各项之和为 {sum}，（七）总计填的是 {total}，相差 {apart}",
            "表三“{column}”欄：辦理結果各項之和為 {sum}，（七）總計填的是 {total}，相差 {apart}",
            "Table 3, column “{column}”: the results add up to {sum}, but “（七）总计” says {total}; they differ by {apart}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn a_total_that_is_not_the_sum_of_the_results_fails() {
        let found = assert_fails(&RULE, &report().cell("applications.granted.natural_person", "3").text());
        assert!(found.message.contains("“自然人”列：办理结果各项之和为 5，（七）总计填的是 6，相差 1"), "{}", found.message);
        assert_eq!(found.cells.len(), 22);
    }

    #[test]
    fn results_that_add_up_pass_and_a_missing_row_cannot_be_told() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().without_row("（一）予以公开").text());
    }
}
