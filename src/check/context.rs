//! What a rule sees, and what it says.

use super::balance::Balance;
use crate::form::{CellId, Form};
use crate::{Document, Lang, Report, Severity, Span};

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
        self.form.table(id.table).map_or_else(|| id.to_string(), |table| format!("{}“{}”", table.name, table.cell_name(id)))
    }

    /// The place to show for a cell: its own, else its row's, else its table's.
    pub(crate) fn cell_span(&self, id: CellId) -> Span {
        let reading = self.report.table(id.table);
        let own = self.report.cell(id).and_then(|cell| cell.span);
        own.or_else(|| reading.and_then(|reading| reading.span)).unwrap_or_default()
    }
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
