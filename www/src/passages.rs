//! The document's text in passages, so that prose reads like prose and the raw text of a table keeps out of the way.

use std::ops::Range;

use crate::cells::Cell;

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The report's title.
    Title,
    /// A section's heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// What was pasted where a table stood: kept to the letter.
    Raw(&'static str),
}

/// More text than this is not drawn: nobody reads it, and the browser would choke on it.
pub(crate) const MAX_SHOWN: usize = 400_000;

/// A header line of a pasted table is no longer than this; what is longer is prose.
const MAX_HEADER_LINE: usize = 240;

/// The passages of a text. Blank lines between paragraphs belong to none.
pub(crate) fn of(text: &str, headings: &[Range<usize>], cells: &[Cell], title: Option<&str>) -> Vec<Passage> {
    let tables = tables(text, headings, cells);
    let mut passages: Vec<Passage> = Vec::new();
    let mut titled = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        if range.end > MAX_SHOWN {
            break;
        }
        if let Some((table, _)) = tables.iter().find(|(_, span)| span.start < range.end && range.start < span.end) {
            match passages.last_mut() {
                Some(Passage { kind: Kind::Raw(last), range: own }) if last == table => own.end = range.end,
                _ => passages.push(Passage { kind: Kind::Raw(table), range }),
            }
            continue;
        }
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        let is_title = !titled && title.is_some_and(|title| title == trimmed);
        titled |= is_title;
        let kind = if is_title {
            Kind::Title
        } else if headings.iter().any(|heading| range.contains(&heading.start)) {
            Kind::Heading
        } else {
            Kind::Paragraph
        };
        let from = range.start + (line.len() - line.trim_start().len());
        passages.push(Passage { kind, range: from..from + trimmed.len() });
    }
    passages
}

/// Where each table's raw text stands: from its header lines to its last cell.
fn tables(text: &str, headings: &[Range<usize>], cells: &[Cell]) -> Vec<(&'static str, Range<usize>)> {
    let mut tables: Vec<(&'static str, Range<usize>)> = Vec::new();
    for (table, span) in cells.iter().filter_map(|cell| Some((cell.id.table, cell.span.clone()?))) {
        match tables.iter_mut().find(|(own, _)| *own == table) {
            Some((_, own)) => *own = own.start.min(span.start)..own.end.max(span.end),
            None => tables.push((table, span)),
        }
    }
    for (_, span) in &mut tables {
        let mut start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let floor = headings.iter().map(|heading| heading.end).filter(|&end| end <= start).max().unwrap_or(start);
        // Upwards over the header lines, down from the section's heading at most.
        while start > floor {
            let line = text[..start - 1].rfind('\n').map_or(0, |at| at + 1);
            if line < floor || start - line > MAX_HEADER_LINE || text[line..start].contains('。') {
                break;
            }
            start = line;
        }
        span.start = start;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::{Kind, Passage, of};

    #[test]
    fn paragraphs_are_lines_without_their_margins() {
        let text = "某局年度报告\n\n  一、总体情况\r\n正文。";
        let headings: Vec<_> = text.match_indices("一、").map(|(at, heading)| at..at + heading.len()).collect();
        let passages = of(text, &headings, &[], Some("某局年度报告"));
        let shown: Vec<_> = passages.iter().map(|Passage { kind, range }| (*kind, &text[range.clone()])).collect();
        assert_eq!(shown, [(Kind::Title, "某局年度报告"), (Kind::Heading, "一、总体情况"), (Kind::Paragraph, "正文。")]);
    }
}
