//! Every text of the interface, in every language, in one place: one file a language, all of the same shape, so that none can
//! be forgotten. Findings are worded by the engine.

mod en;
mod zh_cn;
mod zh_tw;

use gouji::{Lang, Severity};

use crate::checked::Checked;
use crate::state::{Origin, Problem};

/// The texts of one language. `{}` stands for what is put in.
pub(crate) struct Words {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) promises: [(&'static str, &'static str); 3],
    pub(crate) scope: &'static str,
    pub(crate) offline: &'static str,
    pub(crate) language: &'static str,
    pub(crate) theme_auto: &'static str,
    pub(crate) theme_light: &'static str,
    pub(crate) theme_dark: &'static str,

    pub(crate) input: &'static str,
    pub(crate) placeholder: &'static str,
    pub(crate) placeholder_more: &'static str,
    pub(crate) choose_file: &'static str,
    pub(crate) paste: &'static str,
    pub(crate) example: &'static str,
    pub(crate) private: &'static str,
    pub(crate) private_done: &'static str,
    pub(crate) checking: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) keep_draft: &'static str,
    draft_found: &'static str,
    pub(crate) draft_restore: &'static str,
    pub(crate) draft_clear: &'static str,

    pub(crate) no_unit: &'static str,
    year: &'static str,
    form: &'static str,
    source_pasted: &'static str,
    source_example: &'static str,
    source_host: &'static str,
    pub(crate) edit: &'static str,
    pub(crate) edit_done: &'static str,
    pub(crate) print: &'static str,
    pub(crate) anew: &'static str,

    severities: [&'static str; 3],
    /// For one and for several.
    counted: [(&'static str, &'static str); 3],
    pub(crate) clean: &'static str,
    pub(crate) unchecked: &'static str,
    cells_read: &'static str,
    /// Between the parts of what is said aloud.
    comma: &'static str,

    pub(crate) sheet: &'static str,
    pub(crate) text_tab: &'static str,
    pub(crate) tables_tab: &'static str,
    pub(crate) table_hint: &'static str,
    pub(crate) table_missing: &'static str,
    pub(crate) no_tables: &'static str,
    pub(crate) unread: &'static str,
    pub(crate) blank: &'static str,
    pub(crate) cell: &'static str,
    sum_of: &'static str,
    off_by: &'static str,
    pub(crate) holds: &'static str,
    pub(crate) fails: &'static str,
    pub(crate) cannot_tell: &'static str,
    pub(crate) no_equation: &'static str,
    pub(crate) in_text: &'static str,
    raw_table: &'static str,
    pub(crate) see_table: &'static str,
    pub(crate) text_cut: &'static str,

    pub(crate) findings: &'static str,
    findings_found: (&'static str, &'static str),
    pub(crate) findings_none: &'static str,
    pub(crate) filter: &'static str,
    pub(crate) filter_all: &'static str,
    show_more: &'static str,
    pub(crate) beginning: &'static str,
    pub(crate) basis: &'static str,
    pub(crate) about_rule: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) rule_catches: &'static str,
    pub(crate) rule_mend: &'static str,
    pub(crate) rule_limits: &'static str,
    pub(crate) rule_example: &'static str,

    pub(crate) verified: &'static str,
    pub(crate) clean_title: &'static str,
    sums_hold: &'static str,
    sums_open: &'static str,
    sections_found: &'static str,
    pub(crate) not_a_report: &'static str,
    pub(crate) not_a_report_more: &'static str,
    pub(crate) other_form: &'static str,
    pub(crate) other_form_more: &'static str,

    failed_file: &'static str,
    failed: &'static str,
    file_gone: &'static str,
    crashed_title: &'static str,
    crashed: &'static str,
    unavailable_title: &'static str,
    unavailable: &'static str,
    clipboard_title: &'static str,
    clipboard: &'static str,
    pub(crate) retry: &'static str,
    pub(crate) close: &'static str,
    pub(crate) update: &'static str,
    pub(crate) update_now: &'static str,
    pub(crate) later: &'static str,
}

/// The texts of a language.
pub(crate) const fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::ZhCn => &zh_cn::WORDS,
        Lang::ZhTw => &zh_tw::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Puts values into a text, in order.
fn fill(text: &str, values: &[&str]) -> String {
    let mut parts = text.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        filled.push_str(value);
        filled.push_str(part);
    }
    filled
}

fn count(text: (&str, &str), count: usize) -> String {
    fill(if count == 1 { text.0 } else { text.1 }, &[&count.to_string()])
}

impl Words {
    pub(crate) const fn severity(&self, severity: Severity) -> &'static str {
        self.severities[severity as usize]
    }

    pub(crate) fn counted(&self, severity: Severity, number: usize) -> String {
        count(self.counted[severity as usize], number)
    }

    pub(crate) fn year(&self, year: u16) -> String {
        fill(self.year, &[&year.to_string()])
    }

    pub(crate) fn form(&self, id: &str) -> String {
        fill(self.form, &[id])
    }

    /// Where a document without a name comes from.
    pub(crate) const fn source(&self, origin: Origin) -> &'static str {
        match origin {
            Origin::Example => self.source_example,
            Origin::Host => self.source_host,
            Origin::Pasted | Origin::Typed | Origin::File | Origin::Again => self.source_pasted,
        }
    }

    pub(crate) fn cells_read(&self, read: usize, expected: usize) -> String {
        fill(self.cells_read, &[&read.to_string(), &expected.to_string()])
    }

    /// The whole verdict in one sentence.
    pub(crate) fn verdict(&self, checked: &Checked) -> String {
        if checked.form.is_none() {
            return self.unchecked.to_owned();
        }
        let summary = &checked.report.summary;
        let counts = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| (severity, checked.count(severity)));
        let mut parts: Vec<String> =
            counts.iter().filter(|(_, count)| *count > 0).map(|&(severity, count)| self.counted(severity, count)).collect();
        if parts.is_empty() {
            parts.push(self.clean.to_owned());
        }
        parts.push(self.cells_read(summary.cells_read, summary.cells_expected));
        parts.join(self.comma)
    }

    pub(crate) fn draft_found(&self, characters: usize) -> String {
        fill(self.draft_found, &[&characters.to_string()])
    }

    pub(crate) fn sum_of(&self, cells: usize) -> String {
        fill(self.sum_of, &[&cells.to_string()])
    }

    pub(crate) fn off_by(&self, difference: &str) -> String {
        fill(self.off_by, &[difference])
    }

    pub(crate) fn raw_table(&self, name: &str) -> String {
        fill(self.raw_table, &[name])
    }

    pub(crate) fn findings_found(&self, number: usize) -> String {
        count(self.findings_found, number)
    }

    pub(crate) fn show_more(&self, number: usize) -> String {
        fill(self.show_more, &[&number.to_string()])
    }

    pub(crate) fn sums_hold(&self, holding: usize, all: usize) -> String {
        fill(self.sums_hold, &[&holding.to_string(), &all.to_string()])
    }

    pub(crate) fn sums_open(&self, open: usize) -> String {
        fill(self.sums_open, &[&open.to_string()])
    }

    pub(crate) fn sections_found(&self, found: usize, expected: usize) -> String {
        fill(self.sections_found, &[&found.to_string(), &expected.to_string()])
    }

    pub(crate) fn problem_title(&self, problem: &Problem) -> String {
        match problem {
            Problem::Failed { name: Some(name), .. } | Problem::FileGone { name } => fill(self.failed_file, &[name]),
            Problem::Failed { name: None, .. } => self.failed.to_owned(),
            Problem::Crashed => self.crashed_title.to_owned(),
            Problem::Unavailable { .. } => self.unavailable_title.to_owned(),
            Problem::Clipboard => self.clipboard_title.to_owned(),
        }
    }

    pub(crate) fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Failed { message, .. } => message.clone(),
            Problem::FileGone { .. } => self.file_gone.to_owned(),
            Problem::Crashed => self.crashed.to_owned(),
            Problem::Unavailable { .. } => self.unavailable.to_owned(),
            Problem::Clipboard => self.clipboard.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{fill, of};
    use gouji::{Lang, Severity};

    #[test]
    fn values_stand_where_the_text_has_room_for_them() {
        assert_eq!(fill("{} / {} 格", &["3", "5"]), "3 / 5 格");
        assert_eq!(of(Lang::En).counted(Severity::Error, 1), "1 error");
        assert_eq!(of(Lang::En).counted(Severity::Error, 2), "2 errors");
        assert_eq!(of(Lang::ZhCn).cells_read(193, 200), "193 / 200 格已读出");
    }
}
