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
        /// How many columns it covers.
        columns: u8,
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
    pub(super) sequence: Vec<Slot>,
    /// For the slot at which a row of cells begins (its label, or its first cell) the slot after its end; elsewhere the slot.
    pub(super) row_ends: Vec<usize>,
    /// For the slot after a row of cells the slot at which it begins; elsewhere the slot.
    pub(super) row_starts: Vec<usize>,
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
                        let keys: Vec<String> = label.texts().map(key).collect();
                        for key in &keys {
                            let role = roles.entry(key.clone()).or_insert(label.role);
                            if weight(label.role) > weight(*role) {
                                *role = label.role;
                            }
                        }
                        slots.push(Slot::Label { text: label.text, keys, role: label.role, row });
                    }
                    Cell::Data(data) => {
                        slots.push(Slot::Cell { id: data.id, row, first, columns: data.columns });
                        first = false;
                    }
                }
            }
        }
        let (row_ends, row_starts) = rows(&slots);
        Self { sequence: slots, row_ends, row_starts, roles }
    }

    /// The slot at which the row of a cell begins; none for a label.
    pub(super) fn row_of_cell(&self, slot: usize) -> Option<usize> {
        let is_cell = matches!(self.sequence.get(slot), Some(Slot::Cell { .. }));
        is_cell.then(|| (0..=slot).rev().find(|&start| self.row_ends[start] > slot)).flatten()
    }

    /// What a key stands for in this table; none when it is no label of it.
    pub(super) fn role(&self, key: &str) -> Option<Role> {
        self.roles.get(key).copied()
    }
}

/// Where the rows of cells end and begin: see [`Slots`].
fn rows(slots: &[Slot]) -> (Vec<usize>, Vec<usize>) {
    let mut ends: Vec<usize> = (0..slots.len()).collect();
    let mut starts: Vec<usize> = (0..=slots.len()).collect();
    let begins = |at: usize| match slots[at] {
        Slot::Label { role, .. } => role == Role::Row,
        Slot::Cell { first, .. } => {
            first && !at.checked_sub(1).is_some_and(|label| matches!(slots[label], Slot::Label { role: Role::Row, .. }))
        }
    };
    for start in (0..slots.len()).filter(|&at| begins(at)) {
        let cells = slots[start + 1..]
            .iter()
            .take_while(|slot| matches!(slot, Slot::Cell { first, .. } if !first || matches!(slots[start], Slot::Label { .. })))
            .count();
        let end = start + 1 + cells;
        ends[start] = end;
        starts[end] = start;
    }
    (ends, starts)
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
