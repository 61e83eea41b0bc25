//! The official forms as data.
//!
//! One file a form. Recognition, the checks, the rebuilt tables and the exports are all derived from what stands there, so a
//! new form is a new file and a line in [`Form::all`].

mod f2021;
mod table;

use std::sync::LazyLock;

pub use table::{Cell, CellId, CellKind, Column, Data, Equation, Label, Over, PrintedRow, Relation, Role, Row, Table};

/// An official form: the years it is for, its sections, its tables, its equations.
#[derive(Debug)]
pub struct Form {
    /// The id in the JSON contract: the year in which the form came into force.
    pub id: &'static str,
    /// The document that prescribes it.
    pub basis: &'static str,
    /// The first report year it is for.
    pub since: u16,
    /// The last report year it is for; none while it is in force.
    pub until: Option<u16>,
    /// Its sections in order.
    pub sections: Vec<Section>,
    /// Its tables in order.
    pub tables: Vec<Table>,
    /// Its balance equations and bounds (勾稽关系), expanded over rows and columns.
    pub equations: Vec<Equation>,
    /// Labels that only another generation's tables have: where they stand, this form is not the one in use.
    pub foreign_labels: &'static [&'static str],
}

/// A section with a heading of level one.
#[derive(Debug)]
pub struct Section {
    /// Its id in the JSON contract.
    pub id: &'static str,
    /// The heading as printed, with its numeral.
    pub heading: &'static str,
    /// Other wordings that real reports use, without the numeral.
    pub variants: &'static [&'static str],
    /// The table that it holds.
    pub table: Option<&'static str>,
}

impl Section {
    /// The heading without its numeral: `总体情况`.
    pub fn title(&self) -> &'static str {
        self.heading.split_once('、').map_or(self.heading, |(_, title)| title)
    }

    /// The numeral: `一`.
    pub fn numeral(&self) -> &'static str {
        self.heading.split_once('、').map_or("", |(numeral, _)| numeral)
    }
}

static ALL: LazyLock<[Form; 1]> = LazyLock::new(|| [f2021::form()]);

impl Form {
    /// All forms that are known, newest first.
    pub fn all() -> &'static [Self] {
        ALL.as_slice()
    }

    /// The form in force: reports that say nothing else are taken to be on it.
    pub fn current() -> &'static Self {
        let [newest, ..] = &*ALL;
        newest
    }

    /// The form with an id of the JSON contract.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|form| form.id == id)
    }

    /// Whether reports of a year are to be made on this form.
    pub fn is_for(&self, year: u16) -> bool {
        self.since <= year && self.until.is_none_or(|until| year <= until)
    }

    /// The table with an id.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The section with an id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The cell with a path such as `applications.granted.total`.
    pub fn cell(&self, path: &str) -> Option<CellId> {
        let id = path.split('.').next()?;
        let table = self.table(id)?;
        table.cells().map(|data| data.id).find(|cell| cell.to_string() == path)
    }

    /// How many cells its tables have in all.
    pub fn cell_count(&self) -> usize {
        self.tables.iter().map(|table| table.cells().count()).sum()
    }
}
