//! The rules: one a file, its page at the top, a report that fails it and one that passes beside it.

mod t3_row_sum;

use super::rule::Rule;

/// The rule that speaks when nothing of a report was found.
pub(super) const SECTIONS_MISSING: &str = "SEC-MISSING";

static ALL: [&Rule; 1] = [&t3_row_sum::RULE];

/// All rules, in the order of the catalogue.
pub fn all() -> &'static [&'static Rule] {
    &ALL
}

/// The rule with an id; letters may be of either case.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}
