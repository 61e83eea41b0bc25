//! What a form would print, as the aligner sees it: a sequence of labels and cells.

use std::collections::HashMap;

use crate::Document;
use crate::form::{Cell, CellId, Form, Role, Table};
use crate::text::fold::key;

/// One place of a form's printed sequence.
#[derive(Debug)]
pub(super) enum Slot {
    /// A label.
    Label {
        /// The official text.
        text: &'static str,
        /// The keys that are this label: the official one first.
        keys: Vec<String>,
        /// What it stands for.
        role: Role,
        /// The printed row that it stands in.
        row: usize,
    },
    /// A cell.
    Cell {
        /// Which.
        id: CellId,
        /// The printed row that it stands in.
        row: usize,
        /// Whether it is the first cell of its row.
        first: bool,
    },
}

impl Slot {
    /// The printed row that it stands in.
    pub(super) const fn row(&self) -> usize {
        match *self {
            Self::Label { row, .. } | Self::Cell { row, .. } => row,
        }
    }
}

/// A table's printed sequence in reading order.
#[derive(Debug)]
pub(super) struct Slots {
    /// Labels and cells.
    pub(super) slots: Vec<Slot>,
    /// For every key of a label what it may stand for: the weightiest role.
    roles: HashMap<String, Role>,
}

impl Slots {
    /// The sequence of a table.
    pub(super) fn of(table: &'static Table) -> Self {
        let mut slots = Vec::new();
        let mut roles = HashMap::new();
        for (row, printed) in table.printed.iter().enumerate() {
            let mut first = true;
            for cell in &printed.cells {
                match cell {
                    Cell::Label(label) => {
                        let keys: Vec<String> =
                            std::iter::once(label.text).chain(label.variants.iter().copied()).map(key).collect();
                        for key in &keys {
                            let role = roles.entry(key.clone()).or_insert(label.role);
                            if weight(label.role) > weight(*role) {
                                *role = label.role;
                            }
                        }
                        slots.push(Slot::Label { text: label.text, keys, role: label.role, row });
                    }
                    Cell::Data(data) => {
                        slots.push(Slot::Cell { id: data.id, row, first });
                        first = false;
                    }
                }
            }
        }
        Self { slots, roles }
    }

    /// What a key stands for in this table; none when it is no label of it.
    pub(super) fn role(&self, key: &str) -> Option<Role> {
        self.roles.get(key).copied()
    }
}

const fn weight(role: Role) -> u8 {
    match role {
        Role::Head => 0,
        Role::Group => 1,
        Role::Row => 2,
    }
}

/// Whether a document has labels that only other generations of the form print.
///
/// One may be a slip or a quotation; two are a table.
pub(super) fn has_foreign_labels(document: &Document, form: &Form) -> bool {
    let foreign: Vec<String> = form.foreign_labels.iter().map(|label| key(label)).collect();
    let mut found = vec![false; foreign.len()];
    for line in document.lines() {
        let spans = line.cells.map_or_else(|| vec![line.span], |cells| cells.iter().map(|cell| cell.span).collect());
        for span in spans {
            let text = document.slice(span);
            if text.len() > 90 {
                continue;
            }
            for part in std::iter::once(text).chain(text.split_whitespace()) {
                if let Some(at) = foreign.iter().position(|label| *label == key(part)) {
                    found[at] = true;
                }
            }
        }
    }
    found.iter().filter(|&&found| found).count() > 1
}
