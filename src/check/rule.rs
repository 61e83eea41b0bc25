//! What a rule is.

use super::context::{Context, Finding};
use crate::{Severity, Text};

/// One rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// Its id, stable for ever.
    pub id: &'static str,
    /// How grave a finding of it is, unless the finding says otherwise.
    pub severity: Severity,
    /// The forms that it is for.
    pub forms: &'static [&'static str],
    /// Its page in the catalogue.
    pub doc: RuleDoc,
    /// Finds what it is about.
    pub(crate) check: fn(&Context<'_>) -> Vec<Finding>,
}

/// A rule's page: the catalogue, `gouji explain` and the help of the page are made from it.
#[derive(Debug)]
pub struct RuleDoc {
    /// What it is called, in a few words.
    pub name: Text,
    /// What it catches.
    pub catches: Text,
    /// Why: the article or notice, with its title.
    pub basis: Text,
    /// A passage that it catches.
    pub example: &'static str,
    /// How to mend it.
    pub mend: Text,
    /// What it does not claim.
    pub limits: Text,
}
