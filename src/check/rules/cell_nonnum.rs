//! CELL-NONNUM: every cell holds a number.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::report::{Reading, State, TableReading};
use crate::text::fold::folded;
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "CELL-NONNUM",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "单元格填的不是数字", zh_tw: "儲存格填的不是數字", en: "A cell holds no number" },
        catches: Text {
            zh_cn: "应填数字的单元格里是“/”“—”“无”之类，或者数字带了文字。",
            zh_tw: "應填數字的儲存格裡是“/”“—”“无”之類，或者數字帶了文字。",
            en: "A cell that should hold a number has “/”, “—”, “无” or the like in it, or words beside the number.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样；填报惯例：没有数据的填0",
            zh_tw: "国办公开办函〔2021〕30号表樣；填報慣例：沒有資料的填0",
            en: "国办公开办函〔2021〕30号, form; practice: 0 where there is nothing",
        },
        example: "行政处罚 | 无 |",
        mend: Text {
            zh_cn: "改填数字，没有数据的填0；计量单位不写在格内。",
            zh_tw: "改填數字，沒有資料的填0；計量單位不寫在格內。",
            en: "Write a number, 0 where there is nothing; units do not belong in the cell.",
        },
        limits: Text {
            zh_cn: "无规章制定权的机关在“规章”行填“/”，以及数字后带单位的，只作提醒；同一张表里多处相同的合为一条。",
            zh_tw: "無規章制定權的機關在“规章”列填“/”，以及數字後帶單位的，只作提醒；同一張表裡多處相同的合為一則。",
            en: "Only a warning for “/” in the row “规章”, which many organs cannot make, and for a number with its unit. Many alike in one table are one finding.",
        },
    },
    check,
};

/// More cells than this with the same text in one table are a habit, not so many slips.
const MANY: usize = 10;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.report.tables.iter().flat_map(|reading| of_table(context, reading)).collect()
}

fn of_table(context: &Context<'_>, reading: &TableReading) -> Vec<Finding> {
    let wrong: Vec<&Reading> = reading.cells.iter().filter(|cell| cell.state == State::NotANumber).collect();
    let mut findings = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for cell in &wrong {
        let text = folded(&cell.raw);
        let alike: Vec<&Reading> = wrong.iter().copied().filter(|other| folded(&other.raw) == text).collect();
        if alike.len() <= MANY {
            findings.push(one(context, cell));
        } else if !said.contains(&text) {
            findings.push(many(context, reading, &alike));
            said.push(text);
        }
    }
    findings
}

fn one(context: &Context<'_>, cell: &Reading) -> Finding {
    let (name, raw) = (context.cell_name(cell.id), cell.raw.trim());
    let message = if has_unit(raw) {
        say!(
            context.lang,
            "{name}填的是“{raw}”，格内只填数字",
            "{name}填的是“{raw}”，格內只填數字",
            "{name} says “{raw}”; only a number belongs in the cell"
        )
    } else {
        say!(
            context.lang,
            "{name}填的是“{raw}”，应填数字，没有数据的填0",
            "{name}填的是“{raw}”，應填數字，沒有資料的填0",
            "{name} says “{raw}”; it should be a number, 0 where there is nothing"
        )
    };
    let finding = Finding::new(cell.span.unwrap_or_else(|| context.cell_span(cell.id)), message).cells([cell.id]);
    if is_mild(cell) { finding.severity(Severity::Warning) } else { finding }
}

fn many(context: &Context<'_>, reading: &TableReading, alike: &[&Reading]) -> Finding {
    let (table, count) = (context.table_name(reading.table), alike.len());
    let raw = alike.first().map_or("", |cell| cell.raw.trim());
    let message = say!(
        context.lang,
        "{table}有 {count} 格填的是“{raw}”，应填数字，没有数据的填0",
        "{table}有 {count} 格填的是“{raw}”，應填數字，沒有資料的填0",
        "{count} cells of {table} say “{raw}”; they should be numbers, 0 where there is nothing"
    );
    let span = alike.first().and_then(|cell| cell.span).unwrap_or_default();
    let finding = Finding::new(span, message).cells(alike.iter().map(|cell| cell.id));
    if alike.iter().all(|cell| is_mild(cell)) { finding.severity(Severity::Warning) } else { finding }
}

/// Whether a cell is a number with its unit: `5件`.
fn has_unit(raw: &str) -> bool {
    let text = folded(raw);
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(['个', '件', '条', '项', '宗', '起', '次', '元'])
        && !text.contains(['余', '约', '多'])
}

fn is_mild(cell: &Reading) -> bool {
    let text = folded(&cell.raw);
    let stroke = !text.is_empty() && text.chars().all(|c| "/\\-—–－".contains(c));
    has_unit(&cell.raw) || (stroke && cell.id.row == "rules")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::Severity;
    use crate::check::testing::{assert_fails, assert_passes, findings, report};

    #[test]
    fn what_is_no_number_is_quoted() {
        let found = assert_fails(&RULE, &report().cell("disclosure.penalties.decisions", "无").text());
        assert_eq!(found.severity, Severity::Error);
        assert!(found.message.contains("表二“行政处罚 · 本年处理决定数量”填的是“无”"), "{}", found.message);
        assert_eq!(found.quote, "无");
    }

    #[test]
    fn strokes_for_rules_and_units_are_warnings() {
        for (cell, value) in [("disclosure.rules.issued", "／"), ("disclosure.licensing.decisions", "118件")] {
            assert_eq!(assert_fails(&RULE, &report().cell(cell, value).text()).severity, Severity::Warning, "{value}");
        }
        assert_eq!(assert_fails(&RULE, &report().cell("disclosure.penalties.decisions", "/").text()).severity, Severity::Error);
    }

    #[test]
    fn a_habit_is_one_finding() {
        let text = report().text().replace(" | 0", " | /");
        let found = findings(&RULE, &text);
        assert!(found.len() < 20, "{}", found.len());
        assert!(found.iter().any(|found| found.message.contains("格填的是“/”") && found.cells.len() > 100), "{found:#?}");
    }

    #[test]
    fn numbers_pass_however_they_are_typed() {
        assert_passes(&RULE, &report().cell("disclosure.licensing.decisions", "１，１１８").text());
    }
}
