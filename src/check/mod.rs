//! Report to diagnostics: one rule a file, in [`rules`].
//!
//! Rules run in tiers: can it be read, is it the form, are the cells there, do the sums hold. What failed upstream silences what
//! merely follows from it: a cell that was not read makes its equations neither hold nor fail, and a text that is no report
//! gives one finding, not twenty.

mod balance;
mod context;
mod diagnostic;
mod rule;
mod rules;
mod sums;
#[cfg(test)]
mod testing;

pub use balance::{Balance, Verdict, verdict};
pub use diagnostic::{Diagnostic, Severity};
pub use rule::{Rule, RuleDoc};
pub use rules::{all, by_id};

use context::Context;

use crate::digest::short;
use crate::report::Recognition;
use crate::{Document, Lang, Report};

/// Runs every rule that is for the report's form; findings come in the order of the text.
pub(crate) fn run(document: &Document, report: &Report, lang: Lang) -> Vec<Diagnostic> {
    let form = report.form.unwrap_or_else(crate::Form::current);
    let context = Context { document, report, form, lang };
    let applies = |rule: &Rule| match report.recognition {
        Recognition::Known => rule.forms.contains(&form.id),
        Recognition::NotAReport => rule.id == rules::SECTIONS_MISSING,
        Recognition::OtherForm => false,
    };
    let mut diagnostics: Vec<Diagnostic> = all()
        .iter()
        .filter(|rule| applies(rule))
        .flat_map(|rule| (rule.check)(&context).into_iter().map(|finding| Diagnostic::new(rule, finding, &context)))
        .collect();
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.severity));
    diagnostic::make_fingerprints_differ(&mut diagnostics);
    diagnostics
}

/// A hash of the set of rules: reports with the same hash were checked by the same rules.
pub fn rules_hash() -> String {
    let rules = all().iter().flat_map(|rule| [rule.id, rule.severity.id(), rule.doc.catches.zh_cn]);
    short(&rules.chain([crate::VERSION]).collect::<Vec<_>>())
}
