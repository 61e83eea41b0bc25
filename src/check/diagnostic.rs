//! One finding as it is given out.

use std::collections::HashMap;

use super::balance::Balance;
use super::context::{Context, Finding};
use super::rule::Rule;
use crate::digest::short;
use crate::form::CellId;
use crate::text::fold::key;
use crate::{Place, Span};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The report contradicts itself, the form or the law, whatever was meant.
    Error,
    /// Very likely wrong or missing; a person should look.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The name in the JSON contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// One step milder.
    #[must_use]
    pub const fn milder(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Info => Self::Info,
        }
    }
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, for the user.
    pub message: String,
    /// The cells that it is about.
    pub cells: Vec<CellId>,
    /// Where it is.
    pub span: Span,
    /// Where that is, as people count.
    pub place: Place,
    /// The text there.
    pub quote: String,
    /// The equation that fails, with its numbers.
    pub balance: Option<Balance>,
    /// The article or notice that it rests on.
    pub basis: &'static str,
    /// Stays the same when unrelated text changes.
    pub fingerprint: String,
}

/// The longest quote, in characters.
const QUOTE: usize = 40;

impl Diagnostic {
    pub(super) fn new(rule: &'static Rule, finding: Finding, context: &Context<'_>) -> Self {
        let text = context.document.slice(finding.span);
        let quote: String = text.lines().next().unwrap_or_default().chars().take(QUOTE).collect();
        let cells: Vec<String> = finding.cells.iter().map(ToString::to_string).collect();
        // A cell's number may be mended elsewhere and the finding be the same; where there is no cell, the words tell.
        let words = if cells.is_empty() { key(&quote) } else { String::new() };
        let fingerprint = short(&[rule.id, &cells.join(" "), &finding.subject, &words]);
        Self {
            rule,
            severity: finding.severity.unwrap_or(rule.severity),
            message: finding.message,
            cells: finding.cells,
            span: finding.span,
            place: Place::of(&context.document.text, finding.span.start),
            quote,
            balance: finding.balance,
            basis: rule.doc.basis.get(context.lang),
            fingerprint,
        }
    }
}

/// Findings that would have the same fingerprint are numbered in the order of the text.
pub(super) fn make_fingerprints_differ(diagnostics: &mut [Diagnostic]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for diagnostic in diagnostics {
        let count = seen.entry(diagnostic.fingerprint.clone()).or_default();
        if *count > 0 {
            diagnostic.fingerprint = short(&[&diagnostic.fingerprint, &count.to_string()]);
        }
        *count += 1;
    }
}
