//! CELL-BLANK: no cell is left blank.

use crate::check::context::{Context, Finding, inner, rows};
use crate::check::rule::{Rule, RuleDoc};
use crate::report::{State, TableReading};
use crate::{CellId, Severity, Span, Text, say};

use super::fmt_cell_count::is_uneven;

pub(super) static RULE: Rule = Rule {
    id: "CELL-BLANK",
    severity: Severity::Warning,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "有空白单元格", zh_tw: "有空白儲存格", en: "Blank cells" },
        catches: Text {
            zh_cn: "统计表中有空着未填的单元格；一张表合为一条。",
            zh_tw: "統計表中有空著未填的儲存格；一張表合為一則。",
            en: "A table has cells that were left blank; one finding a table.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样；填报惯例：没有数据的填0，不留空",
            zh_tw: "国办公开办函〔2021〕30号表樣；填報慣例：沒有資料的填0，不留空",
            en: "国办公开办函〔2021〕30号, form; practice: 0 where there is nothing, never blank",
        },
        example: "规章 | 0 |  | 0 |",
        mend: Text { zh_cn: "没有数据的填0。", zh_tw: "沒有資料的填0。", en: "Write 0 where there is nothing." },
        limits: Text {
            zh_cn: "空格也可能是复制时丢了数字；格数不对的行由 FMT-CELL-COUNT 提出，这里不计。",
            zh_tw: "空格也可能是複製時丟了數字；格數不對的列由 FMT-CELL-COUNT 提出，這裡不計。",
            en: "A number may also have been lost in copying. Rows with a wrong number of cells are FMT-CELL-COUNT's and not counted here.",
        },
    },
    check,
};

/// At most this many cells are named.
const NAMED: usize = 3;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context
        .report
        .tables
        .iter()
        .filter(|reading| reading.is_found())
        .filter_map(|reading| {
            let blank = blanks(reading);
            let &(_, place) = blank.first()?;
            let ids: Vec<CellId> = blank.iter().map(|&(id, _)| id).collect();
            Some(Finding::new(place.unwrap_or_else(|| context.cell_span(ids[0])), message(context, reading, &ids)).cells(ids))
        })
        .collect()
}

fn blanks(reading: &TableReading) -> Vec<(CellId, Option<Span>)> {
    let even: Vec<CellId> =
        rows(reading).filter(|(row, _)| !is_uneven(row)).flat_map(|(_, printed)| printed.cells().map(|data| data.id)).collect();
    let blank = reading.cells.iter().filter(|cell| cell.state == State::Blank && even.contains(&cell.id));
    blank.map(|cell| (cell.id, cell.span)).collect()
}

fn message(context: &Context<'_>, reading: &TableReading, ids: &[CellId]) -> String {
    let (table, count) = (context.table_name(reading.table), ids.len());
    let first: Vec<String> = ids.iter().take(NAMED).map(|&id| format!("“{}”", inner(&reading.table.cell_name(id)))).collect();
    let mut names = first.concat();
    if count > NAMED {
        names.push_str(&say!(context.lang, "等", "等", " and more"));
    }
    say!(
        context.lang,
        "{table}有 {count} 个单元格空着：{names}；没有数据的请填0",
        "{table}有 {count} 個儲存格空著：{names}；沒有資料的請填0",
        "{table} has {count} blank cell(s): {names}; please write 0 where there is nothing"
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::Severity;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn blank_cells_of_one_table_are_one_finding() {
        let text =
            report().cell("applications.granted.research_institution", "").cell("applications.partial.natural_person", "").text();
        let found = assert_fails(&RULE, &text);
        assert_eq!((found.severity, found.cells.len()), (Severity::Warning, 2));
        assert!(found.message.contains("2 个") && found.message.contains("予以公开 · 科研机构"), "{}", found.message);
    }

    #[test]
    fn zeros_and_missing_cells_pass() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().without("applications.partial.natural_person").text());
    }
}
