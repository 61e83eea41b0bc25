//! The rules with their pages, in one language: what `gouji rules --format json` prints and the JavaScript `rules()` gives.

use serde::Serialize;

use crate::check::{Rule, all};
use crate::{Lang, Text};

/// One rule with its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleObject {
    /// Its id.
    pub id: &'static str,
    /// How grave a finding of it usually is.
    pub severity: &'static str,
    /// The forms that it is for.
    pub forms: &'static [&'static str],
    /// What it is called, in a few words.
    pub title: &'static str,
    /// What it catches.
    pub catches: &'static str,
    /// The article or notice that it rests on.
    pub basis: &'static str,
    /// A passage that it catches.
    pub example: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// What it does not claim.
    pub limits: &'static str,
}

impl RuleObject {
    /// A rule with its page in one language.
    pub fn new(rule: &'static Rule, lang: Lang) -> Self {
        let get = |text: &'static Text| text.get(lang);
        Self {
            id: rule.id,
            severity: rule.severity.id(),
            forms: rule.forms,
            title: get(&rule.doc.name),
            catches: get(&rule.doc.catches),
            basis: get(&rule.doc.basis),
            example: rule.doc.example,
            mend: get(&rule.doc.mend),
            limits: get(&rule.doc.limits),
        }
    }
}

/// All rules in the order of the catalogue.
pub fn rules(lang: Lang) -> Vec<RuleObject> {
    all().iter().map(|rule| RuleObject::new(rule, lang)).collect()
}
