//! T3-ROW-SUM: in every row of 表三 the six kinds of applicants add up to the total.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::check::sums::{failures, row_name};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "T3-ROW-SUM",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "表三：一行各类申请人之和与总计不等",
            zh_tw: "表三：一列各類申請人之和與總計不等",
            en: "Table 3: a row's applicants do not add up to its total",
        },
        catches: Text {
            zh_cn: "表三任一行中，自然人与五类法人或其他组织之和不等于该行“总计”。",
            zh_tw: "表三任一橫列中，自然人與五類法人或其他組織之和不等於該列“总计”。",
            en: "In some row of table 3, natural persons and the five kinds of organizations do not add up to the total (总计).",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：“总计”列为各类申请人之和",
            zh_tw: "国办公开办函〔2021〕30号表樣：“总计”欄為各類申請人之和",
            en: "国办公开办函〔2021〕30号, form: the column 总计 is the sum of all kinds of applicants",
        },
        example: "一、本年新收政府信息公开申请数量 | 28 | 0 | 0 | 0 | 3 | 0 | 30",
        mend: Text {
            zh_cn: "逐格核对该行，改正填错的一格；明细无误时改总计。",
            zh_tw: "逐格核對該列，改正填錯的一格；明細無誤時改總計。",
            en: "Check the row cell by cell and mend the wrong one; if the details are right, mend the total.",
        },
        limits: Text {
            zh_cn: "行内有未读出的单元格时不作判断；空格按 0 计，并降为提醒。",
            zh_tw: "列內有未讀出的儲存格時不作判斷；空格按 0 計，並降為提醒。",
            en: "Says nothing when a cell of the row was not read; blank cells count as 0 and make it a warning.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    failures(context, RULE.id, |equation, balance| {
        let row = row_name(context, equation);
        let (sum, total) = (balance.left, balance.right);
        say!(
            context.lang,
            "表三“{row}”行：各类申请人之和为 {sum}，总计填的是 {total}",
            "表三“{row}”列：各類申請人之和為 {sum}，總計填的是 {total}",
            "Table 3, row “{row}”: the applicants add up to {sum}, but the total says {total}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn a_total_that_is_not_the_sum_fails() {
        let found = assert_fails(&RULE, &report().cell("applications.carried_out.total", "5").text());
        assert_eq!(found.cells.len(), 7);
        assert!(found.message.contains("结转下年度继续办理"), "{}", found.message);
    }

    #[test]
    fn a_row_that_adds_up_passes_and_a_row_with_a_missing_cell_cannot_be_told() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().without("applications.granted.total").text());
    }
}
