//! The rules: one a file, its page at the top, a report that fails it and one that passes beside it.

mod cell_blank;
mod cell_decimal;
mod cell_negative;
mod cell_nonnum;
mod doc_period_wrong;
mod doc_title_missing;
mod doc_title_year;
mod fmt_cell_count;
mod fmt_fee_unit;
mod fmt_row_missing;
mod fmt_table_missing;
mod sec_fee_missing;
mod sec_missing;
mod sec_order;
mod t2_inforce_bound;
mod t3_col_identity;
mod t3_result_sum;
mod t3_row_sum;
mod t4_after_sum;
mod t4_direct_sum;
mod t4_review_sum;

use super::rule::Rule;

/// The rule that speaks when nothing of a report was found.
pub(super) const SECTIONS_MISSING: &str = "SEC-MISSING";

static ALL: [&Rule; 21] = [
    &doc_title_missing::RULE,
    &doc_title_year::RULE,
    &doc_period_wrong::RULE,
    &sec_missing::RULE,
    &sec_order::RULE,
    &sec_fee_missing::RULE,
    &fmt_table_missing::RULE,
    &fmt_row_missing::RULE,
    &fmt_fee_unit::RULE,
    &fmt_cell_count::RULE,
    &cell_blank::RULE,
    &cell_nonnum::RULE,
    &cell_negative::RULE,
    &cell_decimal::RULE,
    &t2_inforce_bound::RULE,
    &t3_col_identity::RULE,
    &t3_result_sum::RULE,
    &t3_row_sum::RULE,
    &t4_review_sum::RULE,
    &t4_direct_sum::RULE,
    &t4_after_sum::RULE,
];

/// All rules, in the order of the catalogue.
pub fn all() -> &'static [&'static Rule] {
    &ALL
}

/// The rule with an id; letters may be of either case.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{SECTIONS_MISSING, all, by_id};
    use crate::check::testing::report;
    use crate::{Form, Lang, Text, check, read};

    #[test]
    fn a_consistent_and_complete_report_gives_no_finding() {
        for name in [None, Some("report.txt")] {
            let found = check(read::text(&report().text(), name), Lang::ZhCn).diagnostics;
            assert!(found.is_empty(), "{found:#?}");
        }
    }

    #[test]
    fn ids_are_words_in_capitals_and_each_is_one_rule() {
        let ids: HashSet<&str> = all().iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), all().len());
        for id in ids {
            let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
            assert!(id.split('-').count() > 1 && id.split('-').all(is_word), "{id}");
            assert_eq!(by_id(&id.to_ascii_lowercase()).map(|rule| rule.id), Some(id));
        }
        assert!(by_id(SECTIONS_MISSING).is_some());
    }

    #[test]
    fn every_rule_is_for_a_form_and_every_equation_has_its_rule() {
        for rule in all() {
            assert!(!rule.forms.is_empty() && rule.forms.iter().all(|id| Form::by_id(id).is_some()), "{}", rule.id);
        }
        for equation in Form::all().iter().flat_map(|form| &form.equations) {
            assert!(by_id(equation.rule).is_some(), "{}", equation.rule);
        }
    }

    #[test]
    fn every_page_is_complete_in_every_language() {
        for rule in all() {
            let doc = &rule.doc;
            assert!(!doc.example.trim().is_empty(), "{}", rule.id);
            for text in [doc.name, doc.catches, doc.basis, doc.mend, doc.limits] {
                let Text { zh_cn, zh_tw, en } = text;
                for text in [zh_cn, zh_tw, en] {
                    assert!(!text.trim().is_empty() && !text.contains('"'), "{}: {text}", rule.id);
                }
                for chinese in [zh_cn, zh_tw] {
                    assert!(!chinese.contains([',', ';', '?', '!']) && !chinese.contains(": "), "{}: {chinese}", rule.id);
                }
            }
        }
    }

    /// Every message is worded in every language, and an English one has no Chinese punctuation outside the names of the form.
    #[test]
    fn every_message_is_in_the_users_language() {
        let text = report().cell("applications.granted.natural_person", "5").cell("disclosure.rules.issued", "/").text();
        for lang in Lang::ALL {
            let found = check(read::text(&text, Some("report.txt")), lang).diagnostics;
            assert!(found.len() > 2, "{found:#?}");
            for finding in found {
                assert_eq!(finding.message.contains("Table"), lang == Lang::En, "{}", finding.message);
                assert_eq!(finding.basis, finding.rule.doc.basis.get(lang));
            }
        }
    }
}
