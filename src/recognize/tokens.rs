//! A document as the aligner sees it: a sequence of labels, numbers and blank cells.

use crate::document::{Document, GridCell, Line};
use crate::text::fold::{folded, is_blank, key};
use crate::{Number, Span};

/// One label-like or number-like piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Words, with their key.
    Text(String),
    /// A number.
    Number(Number),
    /// What people type into a cell instead of a number, such as `/`, `无` or `5件`.
    Filler,
    /// A blank cell.
    Blank(Place),
}

/// Where in its line a blank cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In front of the line's first number: it may be what a merged label covers.
    Leading,
    /// Between numbers, or alone in its line: certainly a cell.
    Inside,
    /// After the numbers: it may be padding.
    Trailing,
}

/// Paragraphs longer than this, in bytes, are prose: one token, never cut.
const PROSE: usize = 240;

/// A line that ends in so many numbers is a row of a table: no sentence does.
const ROW: usize = 3;

/// The tokens of the lines within a span. `is_label` tells whether a key is a label of the form.
pub(super) fn tokens(document: &Document, within: Span, is_label: &dyn Fn(&str) -> bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let lines: Vec<Line<'_>> = document.lines().filter(|line| within.contains(line.span)).collect();
    for (index, &line) in lines.iter().enumerate() {
        if !is_page_number(document, &lines, index) {
            push_line(document, line, is_label, &mut tokens);
        }
    }
    with_numerals_rejoined(document, tokens, is_label)
}

/// Whether a line is a page's number: `- 3 -`, or a number alone where the lines around it are rows of several cells.
fn is_page_number(document: &Document, lines: &[Line<'_>], index: usize) -> bool {
    let line = lines[index];
    if line.cells.is_some() || line.span.end - line.span.start > 16 {
        return false;
    }
    let text = folded(document.slice(line.span));
    let number = text.trim_matches(['-', '—', '–', '·']);
    if number.is_empty() || number.len() > 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let is_row = |line: Option<&Line<'_>>| line.is_some_and(|line| line.cells.is_some_and(|cells| cells.len() > 2));
    let marked = text.len() >= number.len() + 2 && !text.ends_with(number) && !text.starts_with(number);
    marked || (is_row(index.checked_sub(1).map(|before| &lines[before])) && is_row(lines.get(index + 1)))
}

/// Puts a label's numeral back that a line break tore off: “4” and “.保护第三方合法权益” are one label, not a number and another.
fn with_numerals_rejoined(document: &Document, tokens: Vec<Token>, is_label: &dyn Fn(&str) -> bool) -> Vec<Token> {
    let mut rejoined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let (Some(before), Kind::Text(words)) = (rejoined.last_mut(), &token.kind)
            && matches!(before.kind, Kind::Number(_))
        {
            let whole = format!("{}{words}", key(document.slice(before.span)));
            if is_label(&whole) {
                *before = Token { span: before.span.cover(token.span), kind: Kind::Text(whole) };
                continue;
            }
        }
        rejoined.push(token);
    }
    rejoined
}

fn push_line(document: &Document, line: Line<'_>, is_label: &dyn Fn(&str) -> bool, tokens: &mut Vec<Token>) {
    let Some(cells) = line.cells else {
        push_cell(document, line.span, is_label, tokens);
        return;
    };
    let mut numbers = false;
    for (index, cell) in cells.iter().enumerate() {
        if cell.span.is_empty() {
            let place = blank_place(document, cells, index, numbers);
            tokens.extend(place.map(|place| Token { span: cell.span, kind: Kind::Blank(place) }));
        } else {
            numbers = is_value(document, cell);
            push_cell(document, cell.span, is_label, tokens);
        }
    }
}

/// Where in its line a blank cell stands; none for one that is certainly no cell of a row, in front of a label.
fn blank_place(document: &Document, cells: &[GridCell], index: usize, numbers: bool) -> Option<Place> {
    match cells[index..].iter().find(|cell| !cell.span.is_empty()) {
        Some(next) => match (numbers, is_value(document, next)) {
            (true, true) => Some(Place::Inside),
            (false, true) => Some(Place::Leading),
            (true, false) => Some(Place::Trailing),
            (false, false) => None,
        },
        // Of a line without any words the first blank is a cell: so a table with a cell a line writes it.
        None => Some(if index == 0 { Place::Inside } else { Place::Trailing }),
    }
}

fn is_value(document: &Document, cell: &GridCell) -> bool {
    !matches!(value(document, cell.span).kind, Kind::Text(_))
}

/// Whether a text is a drawn line, as in Markdown tables and boxes.
fn is_rule(text: &str) -> bool {
    text.chars().count() > 2 && text.chars().all(|c| "-=+:|─━┄┼├┤┌┐└┘┬┴╋ ".contains(c)) && !text.contains("——")
}

/// The tokens of one cell or paragraph: words and the numbers that stand among them.
fn push_cell(document: &Document, span: Span, is_label: &dyn Fn(&str) -> bool, tokens: &mut Vec<Token>) {
    let text = document.slice(span);
    if is_rule(text) {
        return;
    }
    if text.len() > PROSE && !text.contains(char::is_whitespace) {
        tokens.push(Token { span, kind: Kind::Text(String::new()) });
        return;
    }
    let whole = key(text);
    if is_label(&whole) {
        tokens.push(Token { span, kind: Kind::Text(whole) });
        return;
    }
    let parts: Vec<Token> = parts(text, span.start).map(|part| value(document, part)).collect();
    let is_text = |token: &Token| matches!(token.kind, Kind::Text(_));
    let runs: Vec<&[Token]> = parts.chunk_by(|a, b| is_text(a) && is_text(b)).collect();
    let numeric_tail = runs.iter().skip(1).all(|run| !run.iter().any(is_text));
    let of_labels = || runs.iter().any(|run| is_text(&run[0]) && is_label(&joined(document, run)));
    let tail = parts.iter().rev().take_while(|part| !is_text(part)).count();
    if numeric_tail || of_labels() {
        for run in runs {
            if is_text(&run[0]) {
                push_words(document, run, is_label, tokens);
            } else {
                tokens.extend_from_slice(run);
            }
        }
    } else if tail >= ROW {
        // A row whose label has a number of its own, torn off by a blank: “8 .属于行政查询事项 0 0 0”.
        let (head, numbers) = parts.split_at(parts.len() - tail);
        push_words(document, head, is_label, tokens);
        tokens.extend_from_slice(numbers);
    } else {
        tokens.push(Token { span, kind: Kind::Text(whole) });
    }
}

/// Words of one cell: one label with blanks inside, or several labels beside each other, or a label with its number stuck to it.
fn push_words(document: &Document, run: &[Token], is_label: &dyn Fn(&str) -> bool, tokens: &mut Vec<Token>) {
    let span = run[0].span.cover(run[run.len() - 1].span);
    let whole = joined(document, run);
    if !is_label(&whole) {
        let label = |token: &Token| matches!(&token.kind, Kind::Text(key) if is_label(key));
        if run.len() > 1 && run.iter().all(label) {
            tokens.extend_from_slice(run);
            return;
        }
        let text = document.slice(span);
        let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
        if words.len() < text.len() && is_label(&key(words)) {
            let at = span.start + words.len();
            tokens.push(Token { span: Span::new(span.start, at), kind: Kind::Text(key(words)) });
            tokens.push(value(document, Span::new(at, span.end)));
            return;
        }
    }
    tokens.push(Token { span, kind: Kind::Text(whole) });
}

fn joined(document: &Document, run: &[Token]) -> String {
    key(document.slice(run[0].span.cover(run[run.len() - 1].span)))
}

/// The parts of a text between blanks.
fn parts(text: &str, offset: usize) -> impl Iterator<Item = Span> + '_ {
    let base = text.as_ptr() as usize;
    text.split(is_blank).filter(|part| !part.is_empty()).map(move |part| {
        let start = offset + (part.as_ptr() as usize - base);
        Span::new(start, start + part.len())
    })
}

/// A part of a cell as number, filler or words.
fn value(document: &Document, span: Span) -> Token {
    let text = document.slice(span);
    let kind = match Number::parse(text) {
        Some(number) => Kind::Number(number),
        None if is_filler(text) => Kind::Filler,
        None => Kind::Text(key(text)),
    };
    Token { span, kind }
}

/// Whether a text is what people type into a numeric cell that is no plain number.
fn is_filler(text: &str) -> bool {
    let text = folded(text);
    let marks = |c: char| "/\\-—–－一*×.…~_".contains(c);
    let numeral = |c: char| c.is_ascii_digit() || "零一二三四五六七八九十百千万亿两".contains(c);
    let numbering = text.ends_with(['.', '、', ')', ',', ':']);
    let short = text.chars().count() <= 8;
    text.chars().all(marks)
        || matches!(text.as_str(), "无" | "空" | "没有" | "未发生" | "N/A" | "n/a" | "NA" | "null" | "#REF!" | "#VALUE!")
        || (short
            && !numbering
            && text.starts_with(|c: char| numeral(c) || "约近超-+".contains(c))
            && text.contains(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| numeral(c) || "约近超余多个件条项宗起次元%.,+-/".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Place, tokens};
    use crate::Span;

    /// The tokens of a text in short: words, `=number`, `?filler`, `_` blank, `<` leading and `.` trailing blank.
    fn shape(text: &str) -> Vec<String> {
        let document = crate::read::text(text, None);
        let labels = ["规章", "行政规范性文件", "本年制发件数", "本年废止件数", "三本年度办理结果", "1属于国家秘密"];
        tokens(&document, Span::new(0, text.len()), &|key| labels.contains(&key))
            .into_iter()
            .map(|token| match token.kind {
                Kind::Text(key) => key,
                Kind::Number(number) => format!("={number}"),
                Kind::Filler => format!("?{}", document.slice(token.span)),
                Kind::Blank(place) => match place {
                    Place::Leading => "<",
                    Place::Inside => "_",
                    Place::Trailing => ".",
                }
                .to_owned(),
            })
            .collect()
    }

    #[test]
    fn cells_in_every_layout_give_the_same_tokens() {
        for text in
            ["规章 | 0 | 1 | 2 |", "规章\t0\t1\t2", "规章  0  1  2", "规章 0 1 2", "规章\n0\n1\n2", "规章 |\n0 |\n1 |\n2 |"]
        {
            assert_eq!(shape(text), ["规章", "=0", "=1", "=2"], "{text}");
        }
    }

    #[test]
    fn labels_beside_each_other_are_told_apart_and_blanks_inside_are_not() {
        assert_eq!(shape("本年制发件数 本年废止件数"), ["本年制发件数", "本年废止件数"]);
        assert_eq!(shape("三、 本 年 度 办 理 结 果 | 5"), ["三本年度办理结果", "=5"]);
        assert_eq!(shape("规章 0 1 2 行政规范性文件 3 4 5"), ["规章", "=0", "=1", "=2", "行政规范性文件", "=3", "=4", "=5"]);
        assert_eq!(shape("1.属于国家秘密0"), ["1属于国家秘密", "=0"]);
    }

    #[test]
    fn a_numeral_torn_off_its_label_is_no_number() {
        assert_eq!(shape("规章 0\n1 .属于国家秘密 5 6 7"), ["规章", "=0", "1属于国家秘密", "=5", "=6", "=7"]);
        assert_eq!(shape("规章\n0\n1\n.属于国家秘密\n5"), ["规章", "=0", "1属于国家秘密", "=5"]);
    }

    #[test]
    fn page_numbers_are_no_cells() {
        assert_eq!(shape("规章 | 0 | 1 | 2\n4\n行政许可 | 5 | 6 | 7"), ["规章", "=0", "=1", "=2", "行政许可", "=5", "=6", "=7"]);
        assert_eq!(shape("规章\n0\n- 12 -\n1"), ["规章", "=0", "=1"]);
        assert_eq!(shape("规章\n0\n12\n-1"), ["规章", "=0", "=12", "=-1"]);
    }

    #[test]
    fn sentences_are_not_cut_at_their_numbers() {
        assert_eq!(shape("2024 年 收到 3 件"), ["2024年收到3件"]);
    }

    #[test]
    fn padding_is_told_in_one_endless_line_too() {
        assert_eq!(shape("规章 | | 0 | | 2 | | | 行政许可 | 5 | "), ["规章", "<", "=0", "_", "=2", ".", ".", "行政许可", "=5"]);
    }

    #[test]
    fn what_merged_labels_cover_is_no_cell() {
        assert_eq!(shape("\t\t1.属于国家秘密\t0\t5"), ["1属于国家秘密", "=0", "=5"]);
        assert_eq!(shape("规章\t\t\t0\t5"), ["规章", "<", "<", "=0", "=5"]);
    }

    #[test]
    fn blanks_and_fillers_are_kept_apart() {
        assert_eq!(shape("规章 | / | | 5件 | ||"), ["规章", "?/", "_", "?5件", ".", "."]);
        assert_eq!(shape("|\n0 | ||\n| ||"), ["_", "=0", ".", ".", "_", "."]);
    }
}
