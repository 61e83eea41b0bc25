//! Plain text: lines, and the cells that pipes, tabs or runs of blanks divide them into.

use crate::document::{Block, Grid, GridCell, GridRow, Span};
use crate::text::fold::is_blank;

/// The paragraphs and grids of a text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut grid = Grid::default();
    for line in lines(text) {
        let content = trimmed(text, line);
        if content.is_empty() {
            continue;
        }
        if let Some(cells) = cells(text, content, line) {
            grid.rows.push(GridRow { span: content, cells });
        } else {
            if !grid.rows.is_empty() {
                blocks.push(Block::Grid(std::mem::take(&mut grid)));
            }
            blocks.push(Block::Paragraph(content));
        }
    }
    if !grid.rows.is_empty() {
        blocks.push(Block::Grid(grid));
    }
    blocks
}

/// The lines of a text, without their ends; a lone carriage return ends one as well.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{0B}', '\u{0C}']).map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end;
        span
    })
}

/// A span without the blanks around it.
fn trimmed(text: &str, span: Span) -> Span {
    let content = &text[span.start..span.end];
    let start = span.start + (content.len() - content.trim_start_matches(is_blank).len());
    let end = span.start + content.trim_end_matches(is_blank).len();
    if start < end { Span::new(start, end) } else { Span::at(span.start) }
}

/// Whether a character always stands between cells: a pipe in one of its shapes, or a tab.
const fn separates(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '¦' | '\t')
}

/// The cells of a line; none when nothing divides it.
///
/// Tabs at the ends count (they are blank cells of a copied sheet), so this looks at the line as well as at its content.
fn cells(text: &str, content: Span, line: Span) -> Option<Vec<GridCell>> {
    let whole = text[line.start..line.end].trim_end_matches(['\r', '\n']);
    let cells = if whole.contains(separates) {
        split_at_separators(whole, line.start)
    } else {
        split_at_gaps(&text[content.start..content.end], content.start)
    };
    let divided = cells.len() > 1 || whole.contains(separates);
    divided.then(|| cells.into_iter().map(|span| GridCell { span: trimmed(text, span), columns: 1, rows: 1 }).collect())
}

/// Splits at pipes and tabs. A pipe at the very start or end of the line is the table's edge, not a cell's.
fn split_at_separators(line: &str, offset: usize) -> Vec<Span> {
    let edge = |c: char| separates(c) && c != '\t';
    let lead = line.len() - line.trim_start_matches([' ', '\u{3000}']).len();
    let start = match line[lead..].chars().next() {
        Some(c) if edge(c) => lead + c.len_utf8(),
        _ => 0,
    };
    let tail = line.trim_end_matches([' ', '\u{3000}']).len();
    let end = match line[start..tail.max(start)].chars().next_back() {
        Some(c) if edge(c) => tail - c.len_utf8(),
        _ => line.len(),
    };
    let mut spans = Vec::new();
    let mut from = start;
    for (at, c) in line[start..end].char_indices().filter(|&(_, c)| separates(c)) {
        spans.push(Span::new(offset + from, offset + start + at));
        from = start + at + c.len_utf8();
    }
    spans.push(Span::new(offset + from, offset + end));
    spans
}

/// Splits at runs of two or more blanks, where single blanks stand inside words.
fn split_at_gaps(line: &str, offset: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut from = 0;
    let mut blanks = 0;
    for (at, c) in line.char_indices() {
        if is_blank(c) {
            blanks += 1;
            continue;
        }
        if blanks > 1 {
            spans.push(Span::new(offset + from, offset + at));
            from = at;
        }
        blanks = 0;
    }
    spans.push(Span::new(offset + from, offset + line.len()));
    spans
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::document::Block;

    /// The cells of every row, paragraphs as rows in brackets.
    fn shape(text: &str) -> Vec<String> {
        let slice = |span: crate::Span| &text[span.start..span.end];
        blocks(text)
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph(span) => vec![format!("[{}]", slice(*span))],
                Block::Grid(grid) => grid
                    .rows
                    .iter()
                    .map(|row| row.cells.iter().map(|cell| slice(cell.span)).collect::<Vec<_>>().join("/"))
                    .collect(),
            })
            .collect()
    }

    #[test]
    fn pipes_divide_and_edges_do_not() {
        assert_eq!(shape("规章 | 0 | 1 | 2 |"), ["规章/0/1/2"]);
        assert_eq!(shape("| 规章 | 0 |  | 2 |\n"), ["规章/0//2"]);
        assert_eq!(shape("规章|0｜1│2"), ["规章/0/1/2"]);
    }

    #[test]
    fn a_cell_a_line_is_a_row_of_one_cell() {
        assert_eq!(shape("规章 |\n0 |\n|\n0 | ||"), ["规章", "0", "", "0//"]);
    }

    #[test]
    fn tabs_at_the_end_are_blank_cells() {
        assert_eq!(shape("规章\t0\t\t2\t\r\n行政许可\t5"), ["规章/0//2/", "行政许可/5"]);
    }

    #[test]
    fn gaps_divide_and_single_blanks_do_not() {
        assert_eq!(shape("三、 本 年 度   5  0\n  第 一 段"), ["三、 本 年 度/5/0", "[第 一 段]"]);
        assert_eq!(shape("　　缩进的一段。\n\n另一段。"), ["[缩进的一段。]", "[另一段。]"]);
    }
}
