//! CELL-NEGATIVE: no cell is below zero.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "CELL-NEGATIVE",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "单元格为负数", zh_tw: "儲存格為負數", en: "A cell is negative" },
        catches: Text {
            zh_cn: "件数或金额填了负数。", zh_tw: "件數或金額填了負數。", en: "A count or an amount is below zero."
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：各格为件数或金额，不会小于0",
            zh_tw: "国办公开办函〔2021〕30号表樣：各格為件數或金額，不會小於0",
            en: "国办公开办函〔2021〕30号, form: every cell is a count or an amount and cannot be below 0",
        },
        example: "四、结转下年度继续办理 | -1 | 0 | 0 | 0 | 0 | 0 | -1",
        mend: Text {
            zh_cn: "核对原始台账，改为实际数；前面的“-”若是多余的符号，删去即可。",
            zh_tw: "核對原始紀錄，改為實際數；前面的“-”若是多餘的符號，刪去即可。",
            en: "Check with the records and write the real number; if the “-” is a stray mark, delete it.",
        },
        limits: Text {
            zh_cn: "只判断正负，不推断应填多少。",
            zh_tw: "只判斷正負，不推斷應填多少。",
            en: "Judges the sign only, not what the number should be.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cells = context.report.tables.iter().flat_map(|reading| &reading.cells);
    cells
        .filter_map(|cell| cell.number().filter(|number| number.is_negative()).map(|number| (cell, number)))
        .map(|(cell, number)| {
            let name = context.cell_name(cell.id);
            let message = say!(
                context.lang,
                "{name}填的是 {number}，不应小于 0",
                "{name}填的是 {number}，不應小於 0",
                "{name} says {number}, which cannot be below 0"
            );
            Finding::new(cell.span.unwrap_or_else(|| context.cell_span(cell.id)), message).cells([cell.id])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn a_number_below_zero_fails() {
        let found = assert_fails(&RULE, &report().cell("disclosure.compulsion.decisions", "－３").text());
        assert!(found.message.contains("填的是 -3"), "{}", found.message);
        assert_eq!(found.cells.len(), 1);
    }

    #[test]
    fn zero_passes_with_a_sign_too() {
        assert_passes(&RULE, &report().cell("disclosure.compulsion.decisions", "-0").text());
        assert_passes(&RULE, &report().text());
    }
}
