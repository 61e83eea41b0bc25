//! A report to be printed: its prose, and what stands in each cell.

use std::collections::BTreeMap;

use gouji::form::{Form, Table};

/// A report to be printed.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// Lines of prose, and where the tables stand.
    pub(crate) parts: Vec<Part>,
    /// For each cell of the form what is printed in it; none when the cell is left out, as crawlers do.
    pub(crate) cells: BTreeMap<String, Option<String>>,
}

/// A line of prose or a table.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Prose(String),
    Table(&'static Table),
}

/// The form that the reports are on.
pub(crate) fn form() -> &'static Form {
    Form::by_id("2021").expect("the form of 2021")
}

/// The paths of all cells, in printed order.
pub(crate) fn paths() -> impl Iterator<Item = String> {
    form().tables.iter().flat_map(Table::cells).map(|data| data.id.to_string())
}

impl Sheet {
    /// The prose of a report with pipes between cells; its tables are known by their pipes. The cells are blank.
    pub(crate) fn with_prose_of(text: &str) -> Self {
        let mut tables = form().tables.iter();
        let mut parts = Vec::new();
        let mut in_table = false;
        for line in text.lines() {
            let cells = line.contains('|');
            if cells && !in_table {
                parts.push(Part::Table(tables.next().expect("a table of the form")));
            } else if !cells {
                parts.push(Part::Prose(line.to_owned()));
            }
            in_table = cells;
        }
        Self { parts, cells: paths().map(|path| (path, Some(String::new()))).collect() }
    }

    /// Writes something into a cell.
    pub(crate) fn set(&mut self, path: &str, value: &str) {
        *self.cells.get_mut(path).unwrap_or_else(|| panic!("no cell {path}")) = Some(value.to_owned());
    }

    /// Leaves a cell out; what stands right of it moves up.
    pub(crate) fn leave_out(&mut self, path: &str) {
        *self.cells.get_mut(path).unwrap_or_else(|| panic!("no cell {path}")) = None;
    }
}
