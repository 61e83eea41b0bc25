//! What a document says in the form's terms.

use crate::{CellId, Form, Number, Span, form::Table};

/// A report as it was recognized.
#[derive(Clone, Debug)]
pub struct Report {
    /// The form whose tables it has; none when no known form fits.
    pub form: Option<&'static Form>,
    /// Why the form is not known, when it is not.
    pub recognition: Recognition,
    /// The title.
    pub title: Option<Title>,
    /// The year reported on.
    pub year: Option<Dated>,
    /// The period that the report says its figures are for.
    pub period: Option<Period>,
    /// The sections found, in document order.
    pub sections: Vec<FoundSection>,
    /// What was read of each of the form's tables, in the form's order.
    pub tables: Vec<TableReading>,
    /// The parts of the text that are not tables: what rules about prose look at.
    pub prose: Vec<Span>,
}

/// How far a document could be recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// It has sections or tables of the form.
    Known,
    /// It is a report, but on a form that is not known here.
    OtherForm,
    /// Nothing of a report was found in it.
    NotAReport,
}

/// A report's title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// As printed, on one line.
    pub text: String,
    /// The organ named in it.
    pub unit: Option<String>,
    /// The year in it.
    pub year: u16,
    /// Where it stands.
    pub span: Span,
}

/// A year and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The year.
    pub year: u16,
    /// Where it stands.
    pub span: Span,
}

/// The period that a report says its figures are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Where it stands.
    pub span: Span,
}

/// A calendar date as written; it need not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

/// A section's heading as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSection {
    /// Which of the form's sections it is; none for a heading of level one that the form does not have.
    pub id: Option<&'static str>,
    /// The numeral in front of it, as printed and folded.
    pub numeral: String,
    /// The heading as printed.
    pub heading: String,
    /// Where the heading stands.
    pub span: Span,
    /// What follows it, up to the next heading.
    pub body: Span,
}

/// What was read of one table.
#[derive(Clone, Debug)]
pub struct TableReading {
    /// The table.
    pub table: &'static Table,
    /// Where it stands; none when it was not found.
    pub span: Option<Span>,
    /// Its cells in printed order, all of them.
    pub cells: Vec<Reading>,
    /// Its printed rows that hold cells.
    pub rows: Vec<RowReading>,
    /// Where each of its header labels was found, in printed order; labels not found are left out.
    pub heads: Vec<FoundLabel>,
}

/// A label of the form as found in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundLabel {
    /// The official text.
    pub label: &'static str,
    /// Where the report's stands.
    pub span: Span,
}

/// How one printed row was found.
#[derive(Clone, Debug)]
pub struct RowReading {
    /// The row's label as the form prints it; empty for a row without one.
    pub label: &'static str,
    /// Where its label stands.
    pub found: Option<Span>,
    /// Where label and cells stand.
    pub span: Option<Span>,
    /// How many cells the form has in it.
    pub expected: usize,
    /// How many cells the report has in it.
    pub present: usize,
}

/// One cell as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which cell.
    pub id: CellId,
    /// The text in it, as printed.
    pub raw: String,
    /// What that is.
    pub state: State,
    /// Where it stands; for a missing cell none.
    pub span: Option<Span>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A number.
    Number(Number),
    /// Nothing: the cell is there and blank.
    Blank,
    /// Something that is no number.
    NotANumber,
    /// The report lacks the cell.
    Missing,
    /// The report may have it, but which text it is cannot be told.
    Unreadable,
}

impl State {
    /// The name in the JSON contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Blank => "blank",
            Self::NotANumber => "not-a-number",
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Reading {
    /// The number in it.
    pub const fn number(&self) -> Option<Number> {
        match self.state {
            State::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Report {
    /// What was read of a table.
    pub fn table(&self, id: &str) -> Option<&TableReading> {
        self.tables.iter().find(|reading| reading.table.id == id)
    }

    /// What was read of a cell.
    pub fn cell(&self, id: CellId) -> Option<&Reading> {
        self.table(id.table)?.cells.iter().find(|reading| reading.id == id)
    }

    /// The section with an id.
    pub fn section(&self, id: &str) -> Option<&FoundSection> {
        self.sections.iter().find(|section| section.id == Some(id))
    }
}

impl TableReading {
    /// Whether the table was found.
    pub const fn is_found(&self) -> bool {
        self.span.is_some()
    }
}
