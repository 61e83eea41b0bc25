//! CELL-DECIMAL: counts are whole numbers.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::form::CellKind;
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "CELL-DECIMAL",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "件数不是整数", zh_tw: "件數不是整數", en: "A count is not whole" },
        catches: Text {
            zh_cn: "填件数的单元格里有小数。",
            zh_tw: "填件數的儲存格裡有小數。",
            en: "A cell for a count has decimals.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：除收费金额外，各格均为件数",
            zh_tw: "国办公开办函〔2021〕30号表樣：除收費金額外，各格均為件數",
            en: "国办公开办函〔2021〕30号, form: all cells but the fees are counts",
        },
        example: "行政许可 | 36.5 |",
        mend: Text {
            zh_cn: "改为整数；可能是把金额或百分比填错了格。",
            zh_tw: "改為整數；可能是把金額或百分比填錯了格。",
            en: "Write a whole number; perhaps an amount or a percentage got into the wrong cell.",
        },
        limits: Text {
            zh_cn: "收费金额按万元计，可以有小数，不在此列；“3.0”视为整数。",
            zh_tw: "收費金額按萬元計，可以有小數，不在此列；“3.0”視為整數。",
            en: "Fees are in 万元 and may have decimals; “3.0” counts as whole.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cells = context.report.tables.iter().flat_map(|reading| &reading.cells);
    cells
        .filter_map(|cell| cell.number().filter(|number| !number.is_whole()).map(|number| (cell, number)))
        .filter(|(cell, _)| context.kind(cell.id) == Some(CellKind::Count))
        .map(|(cell, number)| {
            let name = context.cell_name(cell.id);
            let message = say!(
                context.lang,
                "{name}填的是 {number}，件数应为整数",
                "{name}填的是 {number}，件數應為整數",
                "{name} says {number}, but a count must be whole"
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
    fn a_count_with_decimals_fails() {
        let found = assert_fails(&RULE, &report().cell("disclosure.licensing.decisions", "36.5").text());
        assert!(found.message.contains("36.5"), "{}", found.message);
    }

    #[test]
    fn fees_with_decimals_and_whole_counts_pass() {
        assert_passes(&RULE, &report().cell("disclosure.fees.amount", "96171.6").text());
        assert_passes(&RULE, &report().cell("disclosure.licensing.decisions", "118.0").text());
    }
}
