//! The JSON of the contract (`gouji/1`): what the command prints and the browser's engine gives.
//!
//! The same values are read back by the page, so they can be deserialized as well.

mod entries;

use serde::{Deserialize, Serialize};

pub use entries::Entries;

use crate::report::{Recognition, State};
use crate::{Checked, Document, Number, Severity, Span, check};

/// Which offsets spans are given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offsets {
    /// Bytes of UTF-8: the command line.
    Utf8,
    /// Units of UTF-16: JavaScript, so that `text.slice(start, end)` is the quote.
    Utf16,
}

/// What `--format json` prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// The version of this format: `gouji/1`.
    pub schema: String,
    /// The version of the engine.
    pub engine: String,
    /// The hash of the set of rules.
    pub rules: String,
    /// One object a report, in input order.
    pub reports: Vec<ReportObject>,
}

impl Output {
    /// The output for some reports.
    pub fn new(reports: Vec<ReportObject>) -> Self {
        Self { schema: "gouji/1".to_owned(), engine: crate::VERSION.to_owned(), rules: check::rules_hash(), reports }
    }
}

/// One report with what was found in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportObject {
    /// What was read.
    pub source: SourceObject,
    /// What it says.
    pub report: ContentObject,
    /// What is wrong with it.
    pub diagnostics: Vec<DiagnosticObject>,
    /// The figures.
    pub summary: Summary,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceObject {
    /// The file's name.
    pub name: Option<String>,
    /// The kind of file.
    pub kind: String,
    /// The encoding that it was read with.
    pub encoding: String,
    /// SHA-256 of what was read.
    pub sha256: String,
    /// What is to be known about the reading: `not-a-report`, `form-unsupported`.
    pub notes: Vec<String>,
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContentObject {
    /// The title.
    pub title: Option<String>,
    /// The organ.
    pub unit: Option<String>,
    /// The year.
    pub year: Option<u16>,
    /// The form, or `unknown`.
    pub form: String,
    /// The sections found.
    pub sections: Vec<SectionObject>,
    /// The tables: table, row, column.
    pub tables: Entries<Entries<Entries<Option<Value>>>>,
    /// How each cell was read.
    pub cells: Entries<CellObject>,
    /// What the prose says about cells: none is read yet.
    pub claims: Vec<()>,
}

/// A number: whole where it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A whole number that JavaScript holds exactly.
    Whole(i64),
    /// Any other number.
    Decimal(f64),
}

/// The largest whole number that JavaScript holds exactly.
const MAX_SAFE: u64 = (1 << 53) - 1;

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        match number.as_whole() {
            Some(whole) if whole.unsigned_abs() <= MAX_SAFE => Self::Whole(whole),
            _ => Self::Decimal(number.as_f64()),
        }
    }
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionObject {
    /// Which section of the form.
    pub id: String,
    /// The heading as printed.
    pub heading: String,
    /// Where the heading stands.
    pub span: Range,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// Its start.
    pub start: usize,
    /// Its end.
    pub end: usize,
}

/// How a cell was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellObject {
    /// The text in it.
    pub raw: String,
    /// `number`, `blank`, `not-a-number`, `missing` or `unreadable`.
    pub state: String,
    /// Where it stands; null when the report lacks it.
    pub span: Option<Range>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiagnosticObject {
    /// The rule's id.
    pub rule: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// What is wrong.
    pub message: String,
    /// The cells that it is about.
    pub cells: Vec<String>,
    /// Where.
    pub span: PlacedRange,
    /// The text there.
    pub quote: String,
    /// The equation that fails.
    pub equation: Option<EquationObject>,
    /// What would mend it: not looked for yet.
    pub suspects: Vec<()>,
    /// One edit that mends it: none is offered yet.
    pub fix: Option<()>,
    /// The article or notice.
    pub basis: String,
    /// The reason for which it was waived.
    pub waived: Option<String>,
    /// Stays the same when unrelated text changes.
    pub fingerprint: String,
}

/// A place with its line and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedRange {
    /// Its start.
    pub start: usize,
    /// Its end.
    pub end: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// An equation with its numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EquationObject {
    /// Both sides: `31 + 0 ≠ 30 + 0`.
    pub text: String,
    /// The sum on the left.
    pub left: Value,
    /// The sum on the right.
    pub right: Value,
}

/// The figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are infos.
    pub infos: usize,
    /// Cells whose content is known: a number, a blank or what stands there instead.
    pub cells_read: usize,
    /// Cells that the form has.
    pub cells_expected: usize,
}

/// The object of a checked report, with spans in the offsets asked for.
pub fn report(checked: &Checked, offsets: Offsets) -> ReportObject {
    let converter = Converter::new(&checked.document, offsets);
    let source = &checked.document.source;
    let notes = match checked.report.recognition {
        Recognition::Known => Vec::new(),
        Recognition::OtherForm => vec!["form-unsupported".to_owned()],
        Recognition::NotAReport => vec!["not-a-report".to_owned()],
    };
    ReportObject {
        source: SourceObject {
            name: source.name.clone(),
            kind: source.kind.id().to_owned(),
            encoding: source.encoding.to_owned(),
            sha256: source.sha256.clone(),
            notes,
        },
        report: content(checked, &converter),
        diagnostics: checked.diagnostics.iter().map(|one| diagnostic(one, &converter)).collect(),
        summary: summary(checked),
    }
}

fn content(checked: &Checked, converter: &Converter) -> ContentObject {
    let report = &checked.report;
    let mut tables: Entries<Entries<Entries<Option<Value>>>> = Entries::default();
    let mut cells = Entries::default();
    for reading in report.tables.iter().flat_map(|table| &table.cells) {
        let value = reading.number().map(Value::from);
        tables.entry(reading.id.table).entry(reading.id.row).push(reading.id.column, value);
        let span = reading.span.map(|span| converter.range(span));
        let state = reading.state.id().to_owned();
        cells.push(&reading.id.to_string(), CellObject { raw: reading.raw.clone(), state, span });
    }
    ContentObject {
        title: report.title.as_ref().map(|title| title.text.clone()),
        unit: report.title.as_ref().and_then(|title| title.unit.clone()),
        year: report.year.map(|found| found.year),
        form: report.form.map_or("unknown", |form| form.id).to_owned(),
        sections: report
            .sections
            .iter()
            .filter_map(|section| {
                let span = converter.range(section.span);
                Some(SectionObject { id: section.id?.to_owned(), heading: section.heading.clone(), span })
            })
            .collect(),
        tables,
        cells,
        claims: Vec::new(),
    }
}

fn diagnostic(found: &check::Diagnostic, converter: &Converter) -> DiagnosticObject {
    let Range { start, end } = converter.range(found.span);
    DiagnosticObject {
        rule: found.rule.id.to_owned(),
        severity: found.severity.id().to_owned(),
        message: found.message.clone(),
        cells: found.cells.iter().map(ToString::to_string).collect(),
        span: PlacedRange { start, end, line: found.place.line, column: found.place.column },
        quote: found.quote.clone(),
        equation: found.balance.as_ref().map(|balance| EquationObject {
            text: balance.text.clone(),
            left: balance.left.into(),
            right: balance.right.into(),
        }),
        suspects: Vec::new(),
        fix: None,
        basis: found.basis.to_owned(),
        waived: None,
        fingerprint: found.fingerprint.clone(),
    }
}

/// The figures of a checked report.
pub fn summary(checked: &Checked) -> Summary {
    let of = |severity: Severity| checked.diagnostics.iter().filter(|found| found.severity == severity).count();
    let readings = || checked.report.tables.iter().flat_map(|table| &table.cells);
    Summary {
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        infos: of(Severity::Info),
        cells_read: readings().filter(|cell| !matches!(cell.state, State::Missing | State::Unreadable)).count(),
        cells_expected: readings().count(),
    }
}

/// Turns byte offsets into the offsets asked for.
struct Converter {
    /// For UTF-16: the byte offset at which each character begins that is not one byte long, and how many bytes more than
    /// UTF-16 units the text has up to the character's end. In order, so that an offset is found by bisection.
    excess: Vec<(usize, usize)>,
}

impl Converter {
    fn new(document: &Document, offsets: Offsets) -> Self {
        let mut excess = Vec::new();
        if offsets == Offsets::Utf16 {
            let mut sum = 0;
            for (at, c) in document.text.char_indices().filter(|(_, c)| !c.is_ascii()) {
                sum += c.len_utf8() - c.len_utf16();
                excess.push((at, sum));
            }
        }
        Self { excess }
    }

    fn offset(&self, byte: usize) -> usize {
        let before = self.excess.partition_point(|&(at, _)| at < byte);
        before.checked_sub(1).map_or(byte, |last| byte - self.excess[last].1)
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.offset(span.start), end: self.offset(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Converter, Offsets};
    use crate::Span;

    #[test]
    fn javascript_slices_the_same_text() {
        let text = "𠮷县é：28件";
        let document = crate::read::text(text, None);
        let at = text.find("28").expect("a number");
        let units: Vec<u16> = text.encode_utf16().collect();
        let range = Converter::new(&document, Offsets::Utf16).range(Span::new(at, at + 2));
        assert_eq!(String::from_utf16_lossy(&units[range.start..range.end]), "28");
        let range = Converter::new(&document, Offsets::Utf8).range(Span::new(at, at + 2));
        assert_eq!((range.start, range.end), (at, at + 2));
    }
}
