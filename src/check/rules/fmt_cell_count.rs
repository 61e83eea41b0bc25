//! FMT-CELL-COUNT: every row has as many cells as the form.

use super::fmt_row_missing::cut_off;
use crate::check::context::{Context, Finding, inner, row_of, rows};
use crate::check::rule::{Rule, RuleDoc};
use crate::form::{Data, PrintedRow};
use crate::report::{RowReading, TableReading};
use crate::text::fold::{folded, key};
use crate::{Severity, Span, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "FMT-CELL-COUNT",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "一行的格数不对", zh_tw: "一列的格數不對", en: "A row has too few or too many cells" },
        catches: Text {
            zh_cn: "统计表某一行的数据格数与统一格式不同，如表三一行不是7格、表四不是15格。",
            zh_tw: "統計表某一列的資料格數與統一格式不同，如表三一列不是7格、表四不是15格。",
            en: "A row has another number of cells than the form: not 7 in table 3, not 15 in table 4.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：每行格数由统一格式规定",
            zh_tw: "国办公开办函〔2021〕30号表樣：每列格數由統一格式規定",
            en: "国办公开办函〔2021〕30号, form: the number of cells in each row is prescribed",
        },
        example: "二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 2",
        mend: Text {
            zh_cn: "对照原表补上缺的一格或删去多的一格，没有数据的填0。",
            zh_tw: "對照原表補上缺的一格或刪去多的一格，沒有資料的填0。",
            en: "Compare with the original and add or delete what is wrong; write 0 where there is nothing.",
        },
        limits: Text {
            zh_cn: "缺的是哪一格无从得知，该行不作猜测，含该行的勾稽关系也不作判断；全为0的行降为提醒。",
            zh_tw: "缺的是哪一格無從得知，該列不作猜測，含該列的勾稽關係也不作判斷；全為0的列降為提醒。",
            en: "Which cell is wrong cannot be known: the row is not guessed and its equations are not judged. A row of zeros gives a warning.",
        },
    },
    check,
};

/// More rows than this that are wrong alike have one cause.
const MANY: usize = 5;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.report.tables.iter().filter(|reading| reading.is_found()).flat_map(|reading| of_table(context, reading)).collect()
}

/// Whether a row's cells cannot be told apart because it has too few or too many.
pub(super) fn is_uneven(row: &RowReading) -> bool {
    row.present != row.expected && (row.present > 0 || row.found.is_some())
}

fn of_table(context: &Context<'_>, reading: &TableReading) -> Vec<Finding> {
    // The row in which a text breaks off is said together with the rows after it, when there are any.
    let cut = cut_off(context, reading);
    let broken = cut.filter(|&first| first < reading.rows.len()).map_or(usize::MAX, |first| first.saturating_sub(1));
    let uneven: Vec<(&RowReading, &'static PrintedRow)> = rows(reading)
        .enumerate()
        .filter(|&(index, (row, _))| is_uneven(row) && index < broken && !reaches_over(context, reading, row))
        .map(|(_, row)| row)
        .collect();
    let mut findings = Vec::new();
    let mut said: Vec<(usize, usize)> = Vec::new();
    for &(row, printed) in &uneven {
        let kind = (row.expected, row.present);
        let alike: Vec<_> = uneven.iter().copied().filter(|(other, _)| (other.expected, other.present) == kind).collect();
        if alike.len() <= MANY {
            findings.push(one(context, reading, row, printed, cut == Some(reading.rows.len())));
        } else if !said.contains(&kind) {
            said.push(kind);
            findings.push(many(context, reading, &alike));
        }
    }
    findings
}

fn place(reading: &TableReading, row: &RowReading) -> Span {
    row.found.or(row.span).or(reading.span).unwrap_or_default()
}

fn one(context: &Context<'_>, reading: &TableReading, row: &RowReading, printed: &PrintedRow, cut: bool) -> Finding {
    let name = context.row_name(reading.table, printed);
    let (expected, present) = (row.expected, row.present);
    let cut = cut && present < expected && reading.rows.last().is_some_and(|last| std::ptr::eq(last, row));
    let stray = page_number(context, row);
    let is_read = |data: &Data| context.report.cell(data.id).is_some_and(|cell| cell.number().is_some());
    let all_read = printed.cells().all(is_read);
    let message = match (&stray, present) {
        _ if cut => say!(
            context.lang,
            "文本似在{name}中断：应有 {expected} 格，只有 {present} 格；请确认粘贴完整",
            "文字似在{name}中斷：應有 {expected} 格，只有 {present} 格；請確認貼上完整",
            "The text seems to be cut off in {name}: there should be {expected} cells but are {present}; please paste all of it"
        ),
        (Some(number), _) => say!(
            context.lang,
            "{name}应有 {expected} 格，此外另有“{number}”，可能是页码；因此未读该行",
            "{name}應有 {expected} 格，此外另有“{number}”，可能是頁碼；因此未讀該列",
            "{name}, should have {expected} cells; “{number}” beside them may be a page number, so the row was not read"
        ),
        (None, 0) => say!(
            context.lang,
            "{name}应有 {expected} 格，一格也没有",
            "{name}應有 {expected} 格，一格也沒有",
            "{name}, should have {expected} cells but has none"
        ),
        // Whichever is the one too many, the others say the same.
        (None, _) if all_read => say!(
            context.lang,
            "{name}应有 {expected} 格，实有 {present} 格；请删去多余的格",
            "{name}應有 {expected} 格，實有 {present} 格；請刪去多餘的格",
            "{name}, should have {expected} cells but has {present}; please remove what is too many"
        ),
        (None, _) => say!(
            context.lang,
            "{name}应有 {expected} 格，实有 {present} 格；对不准是哪一格，因此未读该行",
            "{name}應有 {expected} 格，實有 {present} 格；對不準是哪一格，因此未讀該列",
            "{name}, should have {expected} cells but has {present}; which one is wrong cannot be told, so the row was not read"
        ),
    };
    let finding = Finding::new(place(reading, row), message).cells(printed.cells().map(|data| data.id));
    let mild = cut || stray.is_some() || all_zero(context, row) || has_words(context, row);
    if mild { finding.severity(Severity::Warning) } else { finding }
}

fn many(context: &Context<'_>, reading: &TableReading, alike: &[(&RowReading, &'static PrintedRow)]) -> Finding {
    let (table, count) = (context.table_name(reading.table), alike.len());
    let (expected, present) = alike.first().map_or((0, 0), |(row, _)| (row.expected, row.present));
    let (first, last) = (alike.first(), alike.last());
    let name = |row: Option<&(&RowReading, &'static PrintedRow)>| {
        row.map_or_else(String::new, |(_, printed)| inner(row_of(reading.table, printed)))
    };
    let (from, to) = (name(first), name(last));
    let message = say!(
        context.lang,
        "{table}有 {count} 行（“{from}”至“{to}”）应有 {expected} 格，实有 {present} 格；对不准是哪一列，因此未读这些行",
        "{table}有 {count} 列（“{from}”至“{to}”）應有 {expected} 格，實有 {present} 格；對不準是哪一欄，因此未讀這些列",
        "In {table}, {count} rows (“{from}” to “{to}”) should have {expected} cells but have {present}; which column is wrong cannot be told, so they were not read"
    );
    let span = first.map_or_else(Span::default, |(row, _)| place(reading, row));
    let cells = alike.iter().flat_map(|(_, printed)| printed.cells().map(|data| data.id));
    let finding = Finding::new(span, message).cells(cells);
    if alike.iter().all(|(row, _)| all_zero(context, row)) { finding.severity(Severity::Warning) } else { finding }
}

/// The text of a row after its label, which has numbers of its own.
fn after_label(row: &RowReading) -> Option<Span> {
    let span = row.span?;
    Some(Span::new(row.found.map_or(span.start, |label| label.end).min(span.end), span.end))
}

/// Whether all numbers of a row are zero: then nothing is misstated by it.
fn all_zero(context: &Context<'_>, row: &RowReading) -> bool {
    let Some(span) = after_label(row) else { return false };
    let text = folded(context.document.slice(span));
    text.contains('0') && text.chars().all(|c| c == '0' || "|,;".contains(c))
}

/// Whether other words stand among a row's cells: then our reading may have taken in what is not the row's.
fn has_words(context: &Context<'_>, row: &RowReading) -> bool {
    let text = after_label(row).map(|span| key(context.document.slice(span))).unwrap_or_default();
    row.present > row.expected && text.contains(|c: char| !c.is_ascii())
}

/// Whether what was taken for a row's cells reaches into another table, whose heading was lost: that is no fault of the row.
fn reaches_over(context: &Context<'_>, reading: &TableReading, row: &RowReading) -> bool {
    let Some(span) = after_label(row).filter(|_| row.present > row.expected) else { return false };
    let others = || context.report.tables.iter().filter(|other| other.table.id != reading.table.id);
    let text = key(context.document.slice(span));
    others().filter_map(|other| other.span).any(|other| other.start < span.end && span.start < other.end)
        || others().flat_map(|other| &other.table.printed).flat_map(PrintedRow::labels).map(|label| key(label.text)).any(
            |label| {
                // Short labels occur inside those of other tables.
                label.chars().count() >= 4 && text.contains(&label)
            },
        )
}

/// What looks like a page's number among the cells of a row that has too many: `- 3 -`, or a number alone on a line between
/// lines that are divided into cells.
fn page_number(context: &Context<'_>, row: &RowReading) -> Option<String> {
    if row.present <= row.expected {
        return None;
    }
    // The whole last line: whether it is divided shows behind its last cell.
    let cells = after_label(row).unwrap_or_default();
    let rest = context.document.text.get(cells.end..).unwrap_or_default();
    let whole = Span::new(cells.start, cells.end + rest.find('\n').unwrap_or(rest.len()));
    let lines = || context.document.slice(whole).lines().map(str::trim).filter(|line| !line.is_empty());
    let divided = |line: &str| line.contains(['|', '｜', '│', '\t']);
    let number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let paged = lines().find(|line| {
        let line = folded(line);
        let inner = line.trim_matches(['-', '—', '–', '·']);
        (inner.len() < line.len() && number(inner)) || (line.starts_with('第') && line.contains('页'))
    });
    let plain: Vec<&str> = lines().filter(|line| !divided(line)).collect();
    let lone = match plain.as_slice() {
        [line] if row.present == row.expected + 1 && lines().count() > 1 && number(&folded(line)) => Some(*line),
        _ => None,
    };
    paged.or(lone).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::Severity;
    use crate::check::testing::{assert_fails, assert_passes, findings, report};

    #[test]
    fn a_row_that_lacks_a_cell_fails_and_is_not_guessed() {
        let found = assert_fails(&RULE, &report().without("applications.granted.research_institution").text());
        assert!(found.message.contains("“予以公开”行应有 7 格，实有 6 格"), "{}", found.message);
        assert_eq!((found.severity, found.cells.len()), (Severity::Error, 7));
    }

    #[test]
    fn a_row_of_zeros_that_lacks_a_cell_is_a_warning() {
        let found = assert_fails(&RULE, &report().without("applications.partial.total").text());
        assert_eq!(found.severity, Severity::Warning);
    }

    #[test]
    fn a_cell_too_many_and_a_row_without_any_fail() {
        let text = report().text().replace("四、结转下年度继续办理 | 1 |", "四、结转下年度继续办理 | 7 | 1 |");
        assert!(assert_fails(&RULE, &text).message.contains("实有 8 格"));
        let found = assert_fails(&RULE, &report().text().replace("行政许可 | 118 |", "行政许可 |"));
        assert!(found.message.contains("表二“行政许可”行"), "{}", found.message);
    }

    #[test]
    fn a_zero_too_many_leaves_the_row_read_and_says_so() {
        let text = report().text().replace("2.重复申请 | 0 |", "2.重复申请 | 0 | 0 |");
        let found = assert_fails(&RULE, &text);
        assert!(found.message.contains("实有 8 格；请删去多余的格"), "{}", found.message);
    }

    #[test]
    fn a_page_number_is_not_the_authors_fault() {
        let a_cell_a_line = report().text().replace(" | ", " |\n");
        let text = a_cell_a_line.replace("2.重复申请 |", "3\n2.重复申请 |");
        assert!(assert_fails(&RULE, &text).message.contains("页码"));
        for number in ["3", "- 3 -", "— 3 —"] {
            let text = report().text().replace("2.重复申请 |", &format!("{number}\n2.重复申请 |"));
            assert!(findings(&RULE, &text).iter().all(|found| found.severity == Severity::Warning), "{number}");
        }
    }

    #[test]
    fn a_lost_heading_is_not_the_rows_fault() {
        for heading in ["三、收到和处理政府信息公开申请情况\n", "四、政府信息公开行政复议、行政诉讼情况\n"]
        {
            assert_passes(&RULE, &report().text().replace(heading, ""));
        }
    }

    #[test]
    fn a_text_that_ends_inside_the_last_row_says_so() {
        let text = report().text();
        let end = text.find("四、结转下年度继续办理 | 1").expect("the row") + "四、结转下年度继续办理 | 1".len();
        let found = assert_fails(&RULE, &text[..end]);
        assert!(found.severity == Severity::Warning && found.message.contains("中断"), "{}", found.message);
    }

    #[test]
    fn the_row_of_remedies_has_a_name_too() {
        let found = assert_fails(&RULE, &report().without("remedies.review.other").text());
        assert!(found.message.contains("表四数据行应有 15 格，实有 14 格"), "{}", found.message);
    }

    #[test]
    fn a_column_that_lacks_throughout_is_one_finding() {
        let text = report().text();
        let shortened = |line: &str| match line.strip_suffix(" |") {
            Some(row) if row.matches('|').count() > 6 && !row.contains("自然人") => {
                row.rsplit_once('|').map_or(row, |(row, _)| row.trim_end()).to_owned()
            }
            _ => line.to_owned(),
        };
        let text = text.lines().map(shortened).collect::<Vec<_>>().join("\n");
        let found = findings(&RULE, &text);
        assert!(found.iter().any(|found| found.message.contains("25 行")), "{found:#?}");
    }

    #[test]
    fn complete_rows_pass_whatever_pads_them() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().text().replace(" |\n", " | ||\n"));
        assert_passes(&RULE, &report().cell("applications.granted.research_institution", "").text());
        assert_passes(&RULE, &report().without_row("行政强制").text());
    }
}
