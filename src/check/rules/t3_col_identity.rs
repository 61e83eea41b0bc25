//! T3-COL-IDENTITY: in every column of 表三 what came in is what was concluded and what is carried on.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::check::sums::{LIMITS, column_name, difference, failures, value};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "T3-COL-IDENTITY",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "表三：新收加结转不等于总计加结转下年",
            zh_tw: "表三：新收加結轉不等於總計加結轉下年",
            en: "Table 3: what came in is not what went out",
        },
        catches: Text {
            zh_cn: "表三任一列中，本年新收与上年结转之和不等于“（七）总计”与结转下年度之和。",
            zh_tw: "表三任一欄中，本年新收與上年結轉之和不等於“（七）总计”與結轉下年度之和。",
            en: "In some column of table 3, new and carried-in applications do not equal those concluded and carried over.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：“第一项加第二项之和，等于第三项加第四项之和”",
            zh_tw: "国办公开办函〔2021〕30号表樣：“第一项加第二项之和，等于第三项加第四项之和”",
            en: "国办公开办函〔2021〕30号, form: “第一项加第二项之和，等于第三项加第四项之和” (items one and two equal items three and four)",
        },
        example: "一、本年新收政府信息公开申请数量 | 12 | …\n二、上年结转政府信息公开申请数量 | 1 | …\n（七）总计 | 12 | …\n四、结转下年度继续办理 | 0 | …",
        mend: Text {
            zh_cn: "核对该列的四个数；上年结转应与上一年度报告的结转下年度一致。",
            zh_tw: "核對該欄的四個數；上年結轉應與上一年度報告的結轉下年度一致。",
            en: "Check the column's four numbers; what is carried in must be what last year's report carried over.",
        },
        limits: LIMITS,
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    failures(context, RULE.id, |equation, balance| {
        let column = column_name(context, equation);
        let cells: Vec<String> = equation.cells().map(|id| value(context, id).to_string()).collect();
        let [new, carried_in, concluded, carried_out] = cells.as_slice() else { return balance.text.clone() };
        let (left, right, apart) = (balance.left, balance.right, difference(balance));
        say!(
            context.lang,
            "表三“{column}”列：新收 {new} + 上年结转 {carried_in} = {left}，总计 {concluded} + 结转下年 {carried_out} = {right}，相差 {apart}",
            "表三“{column}”欄：新收 {new} + 上年結轉 {carried_in} = {left}，總計 {concluded} + 結轉下年 {carried_out} = {right}，相差 {apart}",
            "Table 3, column “{column}”: new {new} + carried in {carried_in} = {left}, but concluded {concluded} + carried over {carried_out} = {right}; they differ by {apart}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn what_came_in_and_is_nowhere_fails_with_all_numbers() {
        let text = report().cell("applications.carried_out.natural_person", "0").text();
        let found = assert_fails(&RULE, &text);
        let expected = "表三“自然人”列：新收 6 + 上年结转 1 = 7，总计 6 + 结转下年 0 = 6，相差 1";
        assert_eq!(found.message, expected);
        assert_eq!(found.cells.len(), 4);
        assert_eq!(
            found.balance.map(|balance| (balance.left.to_string(), balance.right.to_string())),
            Some(("7".into(), "6".into()))
        );
    }

    #[test]
    fn a_blank_cell_counts_as_zero_and_makes_it_milder() {
        let found = assert_fails(&RULE, &report().cell("applications.carried_out.natural_person", "").text());
        assert_eq!(found.severity, crate::Severity::Warning);
        assert!(found.message.contains("空格按 0 计"), "{}", found.message);
    }

    #[test]
    fn what_balances_passes_and_a_column_with_an_unread_cell_cannot_be_told() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().without("applications.carried_out.natural_person").text());
        assert_passes(&RULE, &report().without_row("四、结转下年度继续办理").text());
    }
}
