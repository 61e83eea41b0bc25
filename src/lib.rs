//! Gouji (勾稽) checks Chinese 政府信息公开工作年度报告: it recovers their tables whatever the paste has done to them, and finds every
//! place where a report contradicts itself or its form.
//!
//! Four steps, four kinds of value, no way back:
//!
//! ```text
//! bytes ──read──▶ Document ──recognize──▶ Report ──check──▶ Diagnostics ──write──▶ page, table, file
//!                              ▲                     ▲
//!                              └──────── Form ───────┘
//! ```
//!
//! Every step is a pure function: no clock, no network, no global state, no web API. The same input gives the same output,
//! byte for byte, native and in the browser.
//!
//! ```
//! let document = gouji::read::text("一、总体情况\n2024年，我局收到政府信息公开申请3件。", None);
//! let checked = gouji::check(document, gouji::Lang::ZhCn);
//! assert_eq!(checked.report.year.map(|found| found.year), Some(2024));
//! assert!(checked.diagnostics.iter().any(|finding| finding.rule.id == "SEC-MISSING"));
//! ```

pub mod check;
mod digest;
mod document;
pub mod form;
mod lang;
pub mod read;
mod recognize;
pub mod report;
mod text;
pub mod write;

pub use check::{Diagnostic, Severity};
pub use document::{Block, Document, Grid, GridCell, GridRow, Kind, Line, Place, Source, Span};
pub use form::{CellId, Form};
pub(crate) use lang::say;
pub use lang::{Lang, Text};
pub use report::Report;
pub use text::Number;

/// A document with all that was recognized and found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was read.
    pub document: Document,
    /// What it says in the form's terms.
    pub report: Report,
    /// What is wrong with it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Recognizes and checks a document; the findings are worded in `lang`.
///
/// Nothing can fail here: a text that is no report at all gives a finding that says so.
pub fn check(document: Document, lang: Lang) -> Checked {
    let report = recognize::recognize(&document);
    let diagnostics = check::run(&document, &report, lang);
    Checked { document, report, diagnostics }
}

/// The version of the engine.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
