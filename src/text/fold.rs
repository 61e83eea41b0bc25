//! Folding of text for comparison: one spelling for what people see as the same.
//!
//! Full-width forms become ASCII, Traditional characters Simplified, and blanks, zero-width characters and punctuation go. Labels
//! of the form and text of the report are folded alike, so a character that has no single partner does no harm. What is shown
//! to the user is never folded.

use std::sync::LazyLock;

/// Traditional and variant characters, each followed by its Simplified form: the one-to-one part of `TSCharacters`,
/// `TWVariantsRev` and `HKVariantsRev` of OpenCC's data (Apache-2.0).
const PAIRS: &str = include_str!("traditional.txt");

/// The CJK Unified Ideographs: all pairs lie inside.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// For every ideograph its Simplified form, or 0.
static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; (LAST - FIRST + 1) as usize];
    let mut characters = PAIRS.chars().filter(|c| !c.is_ascii());
    while let (Some(from), Some(to)) = (characters.next(), characters.next()) {
        if let (Some(slot), Ok(to)) = (table.get_mut((u32::from(from) - FIRST) as usize), u16::try_from(u32::from(to))) {
            *slot = to;
        }
    }
    table
});

/// The Simplified form of a character, or the character itself.
fn simplified(c: char) -> char {
    let code = u32::from(c);
    if !(FIRST..=LAST).contains(&code) {
        return c;
    }
    match SIMPLIFIED[(code - FIRST) as usize] {
        0 => c,
        to => char::from_u32(u32::from(to)).unwrap_or(c),
    }
}

/// Whether a character takes room or none but says nothing.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// One character folded: ASCII for full-width, Simplified for Traditional; none for a blank.
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        _ if is_blank(c) => None,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '〇' => Some('零'),
        _ => Some(simplified(c)),
    }
}

/// Text folded, with its punctuation.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// The key of a label: folded, without punctuation. Labels are the same when their keys are.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter_map(fold).filter(|&c| is_word(c)).collect()
}

/// Letters, digits and ideographs; brackets, dots and quotation marks are typed in too many ways to compare.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric())
}

/// Folded text together with the place of each of its characters in the original.
pub(crate) struct Folded {
    /// The folded text.
    pub(crate) text: String,
    /// For every byte of `text` the offset of its character in the original, and at the end the original's length.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds `text`, which begins at `offset` of the original; line breaks are kept as such.
    pub(crate) fn new(text: &str, offset: usize) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut origin = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            let Some(c) = (if c == '\n' { Some(c) } else { fold(c) }) else { continue };
            folded.push(c);
            origin.resize(folded.len(), offset + at);
        }
        origin.push(offset + text.len());
        Self { text: folded, origin }
    }

    /// The span in the original of a range of the folded text, without blanks after it.
    pub(crate) fn span(&self, original: &str, range: std::ops::Range<usize>) -> crate::Span {
        let start = self.origin.get(range.start).copied().unwrap_or_default();
        let last = self.origin.get(range.end.saturating_sub(1)).copied().unwrap_or(start);
        let width = original.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if range.is_empty() { crate::Span::at(start) } else { crate::Span::new(start, last + width) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, folded, key};

    #[test]
    fn one_key_for_every_way_to_print_a_label() {
        let label = key("（一）予以公开");
        for variant in ["(一)予以公開", "（ 一 ）予 以 公 开", "（一）\u{200B}予以公开", "一、予以公开。"]
        {
            assert_eq!(key(variant), label, "{variant}");
        }
        assert_eq!(key("３.危及“三安全一穩定”"), key("3、危及三安全一稳定"));
        assert_ne!(key("1.属于国家秘密"), key("2.属于国家秘密"));
    }

    #[test]
    fn taiwan_and_hong_kong_variants_fold_too() {
        assert_eq!(folded("規範性檔案　臺　台　裡　裏　為　爲"), folded("规范性档案台台里里为为"));
    }

    #[test]
    fn spans_lead_back_to_the_original() {
        let text = "统计　期限：２０２２ 年";
        let folded = Folded::new(text, 0);
        let at = folded.text.find("2022年").expect("folded digits");
        let span = folded.span(text, at..at + "2022年".len());
        assert_eq!(&text[span.start..span.end], "２０２２ 年");
    }
}
