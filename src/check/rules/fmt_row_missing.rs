//! FMT-ROW-MISSING: every row of the form is there.

use crate::check::context::{Context, Finding, inner, row_of, rows};
use crate::check::rule::{Rule, RuleDoc};
use crate::form::PrintedRow;
use crate::report::{RowReading, TableReading};
use crate::text::fold::key;
use crate::{Severity, Span, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "FMT-ROW-MISSING",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "统计表缺行", zh_tw: "統計表缺列", en: "A row of a table is missing" },
        catches: Text {
            zh_cn: "统计表里没有统一格式规定的某一行：既没有行名，也没有数据。",
            zh_tw: "統計表裡沒有統一格式規定的某一列：既沒有列名，也沒有資料。",
            en: "A table lacks a row of the form: neither its label nor its cells are there.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：统计表的行列由统一格式规定",
            zh_tw: "国办公开办函〔2021〕30号表樣：統計表的欄列由統一格式規定",
            en: "国办公开办函〔2021〕30号, form: rows and columns of the tables are prescribed",
        },
        example: "行政许可 | 12 |\n第二十条第（六）项 |\n信息内容 | 本年处理决定数量 |\n行政处罚 | 3 |\n第二十条第（八）项 |",
        mend: Text {
            zh_cn: "按统一格式补上该行，没有数据的填0。",
            zh_tw: "按統一格式補上該列，沒有資料的填0。",
            en: "Add the row as the form has it, with 0 where there is nothing.",
        },
        limits: Text {
            zh_cn: "行名残缺但数据还在的不算缺行；缺行较多或文本在表中中断的合为一条。",
            zh_tw: "列名殘缺但資料還在的不算缺列；缺列較多或文字在表中中斷的合為一則。",
            en: "A row whose label is damaged but whose cells are there is not missing. Many missing rows of one table are one finding.",
        },
    },
    check,
};

/// More missing rows than this in one table have one cause.
const MANY: usize = 5;
/// At most this many rows are named.
const NAMED: usize = 4;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.report.tables.iter().filter(|reading| reading.is_found()).flat_map(|reading| of_table(context, reading)).collect()
}

fn is_missing(row: &RowReading) -> bool {
    row.found.is_none() && row.present == 0
}

/// The first of the rows that are lacking because the text ends inside the table: none of what should follow is there. It is
/// the number of rows when the text ends inside the last one.
pub(super) fn cut_off(context: &Context<'_>, reading: &TableReading) -> Option<usize> {
    let (section, _) = context.section_of(reading.table.id)?;
    let goes_on = context.form.sections[section + 1..].iter().any(|later| {
        let table = later.table.and_then(|id| context.report.table(id));
        context.report.section(later.id).is_some() || table.is_some_and(TableReading::is_found)
    });
    let rest = key(context.document.text.get(reading.span?.end..).unwrap_or_default());
    // A few cells without a label at the very end may be those of any row.
    let first = reading.rows.iter().rposition(|row| row.found.is_some() || row.present >= row.expected)? + 1;
    (!goes_on && section + 1 < context.form.sections.len() && rest.chars().count() <= MAX_REST).then_some(first)
}

/// So little text, in characters, may follow where a text is cut off: the label of a row begun.
const MAX_REST: usize = 40;

fn of_table(context: &Context<'_>, reading: &TableReading) -> Vec<Finding> {
    let missing: Vec<(usize, &'static PrintedRow)> =
        rows(reading).enumerate().filter(|(_, (row, _))| is_missing(row)).map(|(index, (_, printed))| (index, printed)).collect();
    if let Some(first) = cut_off(context, reading).filter(|&first| first < reading.rows.len()) {
        let (inside, after): (Vec<_>, Vec<_>) = missing.into_iter().partition(|&(index, _)| index < first);
        let cut = together(context, reading, &after, true);
        return several(context, reading, &inside).into_iter().chain([cut]).collect();
    }
    several(context, reading, &missing)
}

fn several(context: &Context<'_>, reading: &TableReading, missing: &[(usize, &'static PrintedRow)]) -> Vec<Finding> {
    if missing.len() > MANY {
        return vec![together(context, reading, missing, false)];
    }
    missing
        .iter()
        .map(|&(index, printed)| {
            let row = context.row_name(reading.table, printed);
            let message = say!(context.lang, "缺少{row}", "缺少{row}", "{row}, is missing");
            Finding::new(place(reading, index), message).cells(printed.cells().map(|data| data.id))
        })
        .collect()
}

/// One finding for rows that are missing for one cause.
fn together(context: &Context<'_>, reading: &TableReading, missing: &[(usize, &'static PrintedRow)], cut: bool) -> Finding {
    let table = context.table_name(reading.table);
    let count = missing.len();
    let names: Vec<String> = missing.iter().map(|(_, printed)| inner(row_of(reading.table, printed))).take(NAMED).collect();
    let mut names = format!("“{}”", names.join("”“"));
    if count > NAMED {
        names.push_str(&say!(context.lang, "等", "等", " and more"));
    }
    let message = if cut {
        say!(
            context.lang,
            "文本似在{table}处中断，缺少其后 {count} 行（{names}）；请确认粘贴完整",
            "文字似在{table}處中斷，缺少其後 {count} 列（{names}）；請確認貼上完整",
            "The text seems to be cut off inside {table}: {count} rows after that are missing ({names}); please paste all of it"
        )
    } else {
        say!(
            context.lang,
            "{table}缺少 {count} 行：{names}",
            "{table}缺少 {count} 列：{names}",
            "{table} lacks {count} rows: {names}"
        )
    };
    let first = missing.first().map_or(0, |&(index, _)| index);
    let cells = missing.iter().flat_map(|(_, printed)| printed.cells().map(|data| data.id));
    Finding::new(place(reading, first), message).cells(cells)
}

/// Where a missing row should stand: before the next row found, else at the table's end.
fn place(reading: &TableReading, index: usize) -> Span {
    let next = reading.rows[index + 1..].iter().find_map(|row| row.span).map(|span| span.start);
    Span::at(next.or_else(|| reading.span.map(|span| span.end)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, findings, report};
    use crate::{Lang, check, read};

    #[test]
    fn a_row_that_is_not_there_fails_and_nothing_follows_from_it() {
        let text = report().without_row("行政强制").text();
        let found = assert_fails(&RULE, &text);
        assert!(found.message.contains("表二“行政强制”行"), "{}", found.message);
        assert_eq!(found.cells.len(), 1);
        assert_eq!(check(read::text(&text, Some("a.txt")), Lang::ZhCn).diagnostics.len(), 1);
    }

    #[test]
    fn a_row_of_applications_that_is_not_there_fails() {
        let found = assert_fails(&RULE, &report().without_row("2.重复申请").text());
        assert!(found.message.contains("不予处理—重复申请"), "{}", found.message);
        assert_eq!(found.cells.len(), 7);
    }

    #[test]
    fn many_rows_are_one_finding() {
        let text = report().text();
        let late = |line: &&str| !["3.", "4.", "5.", "6.", "7.", "8."].iter().any(|number| line.starts_with(number));
        let text = text.lines().filter(late).collect::<Vec<_>>().join("\n");
        let found = findings(&RULE, &text);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].message.contains("行：") && found[0].message.contains("等"), "{}", found[0].message);
    }

    #[test]
    fn a_text_that_ends_inside_the_table_says_so() {
        let text = report().text();
        let found = findings(&RULE, &text[..text.find("2.重复申请").expect("the row")]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].message.contains("中断") && found[0].message.contains("9 行"), "{}", found[0].message);
    }

    #[test]
    fn a_damaged_label_with_its_cells_passes() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().label("（一）予以公开", "?。▲予┬_").text());
    }
}
