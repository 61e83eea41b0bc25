//! What a rule sees, and what it says.

use super::balance::Balance;
use crate::form::{CellId, CellKind, Form, PrintedRow, Section, Table};
use crate::report::{RowReading, TableReading};
use crate::{Document, Lang, Report, Severity, Span, say};

/// What a rule sees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The document.
    pub(crate) document: &'a Document,
    /// What it says.
    pub(crate) report: &'a Report,
    /// The form that it is on.
    pub(crate) form: &'static Form,
    /// The language of the user.
    pub(crate) lang: Lang,
}

impl Context<'_> {
    /// What people call a cell, with its table: `表三“予以公开 · 自然人”`.
    pub(crate) fn cell_name(&self, id: CellId) -> String {
        let Some(table) = self.form.table(id.table) else { return id.to_string() };
        let gap = if self.lang == Lang::En { ", " } else { "" };
        format!("{}{gap}“{}”", self.table_name(table), inner(&table.cell_name(id)))
    }

    /// What people call a table: `表三`.
    pub(crate) fn table_name(&self, table: &Table) -> String {
        let number = match table.name {
            "表二" => 2,
            "表三" => 3,
            "表四" => 4,
            other => return other.to_owned(),
        };
        if self.lang == Lang::En { format!("Table {number}") } else { table.name.to_owned() }
    }

    /// What people call a printed row, with its table: `表三“予以公开”行`.
    pub(crate) fn row_name(&self, table: &Table, printed: &PrintedRow) -> String {
        let name = self.table_name(table);
        let row = inner(row_of(table, printed));
        if row.is_empty() {
            return say!(self.lang, "{name}数据行", "{name}資料列", "{name}, the row of figures");
        }
        say!(self.lang, "{name}“{row}”行", "{name}“{row}”列", "{name}, row “{row}”")
    }

    /// The section that a table belongs to, with its index.
    pub(crate) fn section_of(&self, table: &str) -> Option<(usize, &'static Section)> {
        self.form.sections.iter().enumerate().find(|(_, section)| section.table == Some(table))
    }

    /// What a cell may hold.
    pub(crate) fn kind(&self, id: CellId) -> Option<CellKind> {
        self.form.table(id.table)?.cells().find(|data| data.id == id).map(|data| data.kind)
    }

    /// The place to show for a cell: its own, else its row's, else its table's.
    pub(crate) fn cell_span(&self, id: CellId) -> Span {
        let reading = self.report.table(id.table);
        let own = self.report.cell(id).and_then(|cell| cell.span);
        own.or_else(|| reading.and_then(|reading| reading.span)).unwrap_or_default()
    }
}

/// A name of the form as it stands within quotation marks: its own become single ones.
pub(crate) fn inner(name: &str) -> String {
    name.replace('“', "‘").replace('”', "’")
}

/// What was read of each printed row that holds cells, with the row as the form prints it.
pub(crate) fn rows(reading: &TableReading) -> impl Iterator<Item = (&RowReading, &'static PrintedRow)> {
    reading.rows.iter().zip(reading.table.printed.iter().filter(|row| row.cells().next().is_some()))
}

/// The name of the row of data that a printed row is; empty when it holds several.
pub(crate) fn row_of(table: &Table, printed: &PrintedRow) -> &'static str {
    let mut rows = printed.cells().map(|data| data.id.row);
    let first = rows.next().unwrap_or_default();
    if rows.all(|row| row == first) { table.row_name(first) } else { "" }
}

/// What a rule found, before it is placed and numbered.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) severity: Option<Severity>,
    pub(crate) cells: Vec<CellId>,
    pub(crate) balance: Option<Balance>,
    pub(crate) subject: String,
}

impl Finding {
    /// A finding at a place.
    pub(crate) fn new(span: Span, message: String) -> Self {
        Self { span, message, severity: None, cells: Vec::new(), balance: None, subject: String::new() }
    }

    /// The cells that it is about.
    pub(crate) fn cells(mut self, cells: impl IntoIterator<Item = CellId>) -> Self {
        self.cells = cells.into_iter().collect();
        self
    }

    /// The equation that fails.
    pub(crate) fn balance(mut self, balance: Balance) -> Self {
        self.balance = Some(balance);
        self
    }

    /// Graver or milder than the rule usually is.
    pub(crate) fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// What it is about, where no cell and no quoted text says so: keeps apart the fingerprints of, say, two missing sections.
    pub(crate) fn about(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }
}
