//! For the tests of the rules: a consistent report of a fictional office, and edits to it.

use std::collections::BTreeMap;

use super::Rule;
use super::diagnostic::Diagnostic;
use crate::form::{Cell, Form};
use crate::{Lang, check, read};

/// A report to be edited and printed.
pub(crate) struct Sample {
    cells: BTreeMap<String, Option<String>>,
    title: String,
    preface: String,
    sections: Vec<(String, String)>,
    without_rows: Vec<String>,
    without_tables: Vec<String>,
    labels: Vec<(String, String)>,
}

/// A consistent and complete report.
pub(crate) fn report() -> Sample {
    let form = &Form::all()[0];
    let mut sample = Sample {
        cells: form
            .tables
            .iter()
            .flat_map(|table| table.cells().map(|data| (data.id.to_string(), Some("0".to_owned()))))
            .collect(),
        title: "青山县教育局2024年政府信息公开工作年度报告".to_owned(),
        preface: "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。".to_owned(),
        sections: form.sections.iter().map(|section| (section.heading.to_owned(), String::new())).collect(),
        without_rows: Vec::new(),
        without_tables: Vec::new(),
        labels: Vec::new(),
    };
    for (path, value) in [
        ("disclosure.normative_documents.issued", "2"),
        ("disclosure.normative_documents.repealed", "1"),
        ("disclosure.normative_documents.in_force", "9"),
        ("disclosure.licensing.decisions", "118"),
        ("disclosure.fees.amount", "36.52"),
        ("applications.new_received.natural_person", "6"),
        ("applications.new_received.commercial_enterprise", "2"),
        ("applications.new_received.total", "8"),
        ("applications.carried_in.natural_person", "1"),
        ("applications.carried_in.total", "1"),
        ("applications.granted.natural_person", "4"),
        ("applications.granted.total", "4"),
        ("applications.unable_not_held.natural_person", "2"),
        ("applications.unable_not_held.commercial_enterprise", "2"),
        ("applications.unable_not_held.total", "4"),
        ("applications.result_total.natural_person", "6"),
        ("applications.result_total.commercial_enterprise", "2"),
        ("applications.result_total.total", "8"),
        ("applications.carried_out.natural_person", "1"),
        ("applications.carried_out.total", "1"),
        ("remedies.review.upheld", "1"),
        ("remedies.review.total", "1"),
    ] {
        sample = sample.cell(path, value);
    }
    sample
        .section("一、总体情况", "2024年，青山县教育局新收政府信息公开申请8件，上年结转1件，答复8件，结转下年度1件。")
        .section("五、存在的主要问题及改进情况", "公开内容还不够及时。下一步将加强更新。")
        .section("六、其他需要报告的事项", "2024年没有收取信息处理费。")
}

impl Sample {
    /// Writes something into a cell.
    pub(crate) fn cell(mut self, path: &str, value: &str) -> Self {
        let known = self.cells.insert(path.to_owned(), Some(value.to_owned()));
        assert!(known.is_some(), "no cell {path}");
        self
    }

    /// Leaves a cell out, as a crawler does.
    pub(crate) fn without(mut self, path: &str) -> Self {
        assert!(self.cells.insert(path.to_owned(), None).is_some(), "no cell {path}");
        self
    }

    /// Replaces the title.
    pub(crate) fn title(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// Replaces the paragraph in front of the first section.
    pub(crate) fn preface(mut self, preface: &str) -> Self {
        preface.clone_into(&mut self.preface);
        self
    }

    /// Replaces a section's text; the table, if it has one, stays.
    pub(crate) fn section(mut self, heading: &str, text: &str) -> Self {
        let section = self.sections.iter_mut().find(|(own, _)| own == heading);
        text.clone_into(&mut section.unwrap_or_else(|| panic!("no section {heading}")).1);
        self
    }

    /// Replaces a heading.
    pub(crate) fn heading(mut self, heading: &str, other: &str) -> Self {
        let section = self.sections.iter_mut().find(|(own, _)| own == heading);
        other.clone_into(&mut section.unwrap_or_else(|| panic!("no section {heading}")).0);
        self
    }

    /// Leaves out a heading, its text and its table.
    pub(crate) fn without_section(self, heading: &str) -> Self {
        self.heading(heading, "")
    }

    /// Puts two sections in each other's place.
    pub(crate) fn swapped(mut self, a: usize, b: usize) -> Self {
        self.sections.swap(a, b);
        self
    }

    /// Leaves out the printed row with this label.
    pub(crate) fn without_row(mut self, label: &str) -> Self {
        self.without_rows.push(label.to_owned());
        self
    }

    /// Leaves out a table but not its heading.
    pub(crate) fn without_table(mut self, id: &str) -> Self {
        self.without_tables.push(id.to_owned());
        self
    }

    /// Prints another text for a label.
    pub(crate) fn label(mut self, label: &str, other: &str) -> Self {
        self.labels.push((label.to_owned(), other.to_owned()));
        self
    }

    /// The report as pasted text with pipes between cells.
    pub(crate) fn text(&self) -> String {
        let form = &Form::all()[0];
        let mut text = format!("{}\n{}\n", self.title, self.preface);
        for (heading, body) in self.sections.iter().filter(|(heading, _)| !heading.is_empty()) {
            text.extend([heading, "\n"]);
            if !body.is_empty() {
                text.extend([body, "\n"]);
            }
            let table = form.sections.iter().find(|section| section.heading == heading).and_then(|section| section.table);
            let Some(table) = table.filter(|id| !self.without_tables.iter().any(|without| without == id)) else { continue };
            for row in &form.table(table).expect("a table").printed {
                if row.labels().any(|label| self.without_rows.iter().any(|without| without == label.text)) {
                    continue;
                }
                let cells = row.cells.iter().filter_map(|cell| match cell {
                    Cell::Label(label) => {
                        let other = self.labels.iter().find(|(own, _)| own == label.text);
                        Some(other.map_or(label.text, |(_, other)| other.as_str()).to_owned())
                    }
                    Cell::Data(data) => self.cells[&data.id.to_string()].clone(),
                });
                text.push_str(&cells.collect::<Vec<_>>().join(" | "));
                text.push_str(" |\n");
            }
        }
        text
    }
}

/// All findings of one rule in a text.
pub(crate) fn findings(rule: &Rule, text: &str) -> Vec<Diagnostic> {
    let checked = check(read::text(text, Some("report.txt")), Lang::ZhCn);
    checked.diagnostics.into_iter().filter(|finding| finding.rule.id == rule.id).collect()
}

/// The one finding of a rule in a text.
pub(crate) fn assert_fails(rule: &Rule, text: &str) -> Diagnostic {
    let mut found = findings(rule, text);
    assert_eq!(found.len(), 1, "{} should find one thing in:\n{text}\nbut found {found:#?}", rule.id);
    found.remove(0)
}

/// That a rule finds nothing in a text.
pub(crate) fn assert_passes(rule: &Rule, text: &str) {
    let found = findings(rule, text);
    assert!(found.is_empty(), "{} should find nothing in:\n{text}\nbut found {found:#?}", rule.id);
}
