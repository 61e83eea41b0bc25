//! T4-AFTER-SUM: in the block “复议后起诉” of 表四 the outcomes add up to the total.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::check::sums::{LIMITS, failures, named_terms};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "T4-AFTER-SUM",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "表四：“复议后起诉”四项之和与总计不等",
            zh_tw: "表四：“复议后起诉”四項之和與總計不等",
            en: "Table 4: the outcomes of “复议后起诉” do not add up",
        },
        catches: Text {
            zh_cn: "表四“复议后起诉”的结果维持、结果纠正、其他结果、尚未审结之和不等于总计。",
            zh_tw: "表四“复议后起诉”的結果維持、結果糾正、其他結果、尚未審結之和不等於總計。",
            en: "In table 4, the cases upheld, corrected, otherwise ended and pending under “复议后起诉” (lawsuits after reconsideration) do not add up to the total.",
        },
        basis: Text {
            zh_cn: "条例第五十条第三项；国办公开办函〔2021〕30号表样：“总计”为前四格之和",
            zh_tw: "條例第五十條第三項；国办公开办函〔2021〕30号表樣：“总计”為前四格之和",
            en: "条例 article 50(三); 国办公开办函〔2021〕30号, form: 总计 is the sum of the four cells before it",
        },
        example: "0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 2 | 1",
        mend: Text {
            zh_cn: "对照案件台账核对五个数；尚未审结的也要计入总计。",
            zh_tw: "對照案件清冊核對五個數；尚未審結的也要計入總計。",
            en: "Check the five numbers with the records; pending cases belong to the total too.",
        },
        limits: LIMITS,
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    failures(context, RULE.id, |equation, balance| {
        let outcome = |id: crate::CellId| context.form.table(id.table).map_or("", |table| table.column_name(id.column));
        let terms = named_terms(context, &equation.left, outcome);
        let (sum, total) = (balance.left, balance.right);
        say!(
            context.lang,
            "表四“复议后起诉”：{terms} = {sum}，总计填的是 {total}",
            "表四“复议后起诉”：{terms} = {sum}，總計填的是 {total}",
            "Table 4, “复议后起诉”: {terms} = {sum}, but the total says {total}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn a_total_that_is_not_the_sum_fails() {
        let text = report()
            .cell("remedies.litigation_after_review.upheld", "2")
            .cell("remedies.litigation_after_review.pending", "1")
            .cell("remedies.litigation_after_review.total", "2");
        let found = assert_fails(&RULE, &text.text());
        let expected = "表四“复议后起诉”：结果维持 2 + 结果纠正 0 + 其他结果 0 + 尚未审结 1 = 3，总计填的是 2";
        assert_eq!(found.message, expected);
        assert_eq!(found.cells.len(), 5);
    }

    #[test]
    fn outcomes_that_add_up_pass_and_a_row_with_a_missing_cell_cannot_be_told() {
        let text = report()
            .cell("remedies.litigation_after_review.upheld", "2")
            .cell("remedies.litigation_after_review.other", "3")
            .cell("remedies.litigation_after_review.total", "5");
        assert_passes(&RULE, &text.text());
        assert_passes(
            &RULE,
            &text.cell("remedies.litigation_after_review.total", "9").without("remedies.litigation_after_review.pending").text(),
        );
    }
}
