//! A form's tables: what is printed, which cell is which, and how the cells must balance.

use std::fmt;

/// A cell's id: its path in the report's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: &'static str,
    /// The column.
    pub column: &'static str,
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.table, self.row, self.column)
    }
}

/// What a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// A whole number, not negative.
    Count,
    /// An amount of money in 万元, not negative, decimals allowed.
    Money,
}

/// A table as it is printed.
#[derive(Debug)]
pub struct Table {
    /// Its id in the JSON contract.
    pub id: &'static str,
    /// What people call it: `表三`.
    pub name: &'static str,
    /// Its rows of data, by id.
    pub rows: Vec<Row>,
    /// Its columns of data, by id.
    pub columns: Vec<Column>,
    /// What is printed, row by row: merged cells stand once, where they begin.
    pub printed: Vec<PrintedRow>,
}

/// A row of data.
#[derive(Debug)]
pub struct Row {
    /// Its id.
    pub id: &'static str,
    /// What people call it: `予以公开`.
    pub name: &'static str,
}

/// A column of data.
#[derive(Debug)]
pub struct Column {
    /// Its id.
    pub id: &'static str,
    /// Its label: `自然人`.
    pub name: &'static str,
}

/// One printed row.
#[derive(Debug)]
pub struct PrintedRow {
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
}

/// One printed cell.
#[derive(Debug)]
pub enum Cell {
    /// A label.
    Label(Label),
    /// A cell to be filled in.
    Data(Data),
}

/// A printed label.
#[derive(Debug)]
pub struct Label {
    /// The text as printed.
    pub text: &'static str,
    /// Other texts that real reports have there.
    pub variants: &'static [&'static str],
    /// What it stands for.
    pub role: Role,
    /// How many columns it covers.
    pub columns: u8,
    /// How many rows it covers.
    pub rows: u8,
}

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A column's header or a caption: often lost or cut, and nothing is lost with it.
    Head,
    /// A group of rows.
    Group,
    /// The row whose cells follow.
    Row,
}

/// A printed cell to be filled in.
#[derive(Clone, Copy, Debug)]
pub struct Data {
    /// Which cell it is.
    pub id: CellId,
    /// What it may hold.
    pub kind: CellKind,
    /// How many columns it covers.
    pub columns: u8,
}

impl Table {
    pub(super) fn new(
        id: &'static str,
        name: &'static str,
        rows: &[(&'static str, &'static str)],
        columns: &[(&'static str, &'static str)],
    ) -> Self {
        Self {
            id,
            name,
            rows: rows.iter().map(|&(id, name)| Row { id, name }).collect(),
            columns: columns.iter().map(|&(id, name)| Column { id, name }).collect(),
            printed: Vec::new(),
        }
    }

    /// Adds a printed row of labels.
    pub(super) fn head(mut self, labels: impl IntoIterator<Item = Label>) -> Self {
        self.printed.push(PrintedRow { cells: labels.into_iter().map(Cell::Label).collect() });
        self
    }

    /// Adds a printed row: labels, then cells, given as (row, column).
    pub(super) fn row<const N: usize>(
        mut self,
        labels: [Label; N],
        kind: CellKind,
        cells: &[(&'static str, &'static str)],
        width: u8,
    ) -> Self {
        let table = self.id;
        let data =
            cells.iter().map(|&(row, column)| Cell::Data(Data { id: CellId { table, row, column }, kind, columns: width }));
        self.printed.push(PrintedRow { cells: labels.into_iter().map(Cell::Label).chain(data).collect() });
        self
    }

    /// Adds a printed row that has a count in every column of the table.
    pub(super) fn full_row<const N: usize>(self, row: &'static str, labels: [Label; N]) -> Self {
        let cells: Vec<_> = self.columns.iter().map(|column| (row, column.id)).collect();
        self.row(labels, CellKind::Count, &cells, 1)
    }

    /// The cells to be filled in, in printed order.
    pub fn cells(&self) -> impl Iterator<Item = &Data> {
        self.printed.iter().flat_map(PrintedRow::cells)
    }

    /// Its labels, in printed order.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.printed.iter().flat_map(PrintedRow::labels)
    }

    /// What a row is called.
    pub fn row_name(&self, id: &str) -> &'static str {
        self.rows.iter().find(|row| row.id == id).map_or("", |row| row.name)
    }

    /// What a column is called.
    pub fn column_name(&self, id: &str) -> &'static str {
        self.columns.iter().find(|column| column.id == id).map_or("", |column| column.name)
    }

    /// What a cell is called: `予以公开 · 自然人`.
    pub fn cell_name(&self, id: CellId) -> String {
        format!("{} · {}", self.row_name(id.row), self.column_name(id.column))
    }
}

impl PrintedRow {
    /// Its cells to be filled in.
    pub fn cells(&self) -> impl Iterator<Item = &Data> {
        self.cells.iter().filter_map(|cell| match cell {
            Cell::Data(data) => Some(data),
            Cell::Label(_) => None,
        })
    }

    /// Its labels.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.cells.iter().filter_map(|cell| match cell {
            Cell::Label(label) => Some(label),
            Cell::Data(_) => None,
        })
    }
}

impl Label {
    /// All texts that are this label: the official one first.
    pub fn texts(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.text).chain(self.variants.iter().copied())
    }

    const fn new(text: &'static str, role: Role) -> Self {
        Self { text, variants: &[], role, columns: 1, rows: 1 }
    }

    pub(super) const fn head(text: &'static str) -> Self {
        Self::new(text, Role::Head)
    }

    pub(super) const fn group(text: &'static str) -> Self {
        Self::new(text, Role::Group)
    }

    pub(super) const fn row(text: &'static str) -> Self {
        Self::new(text, Role::Row)
    }

    pub(super) const fn or(mut self, variants: &'static [&'static str]) -> Self {
        self.variants = variants;
        self
    }

    pub(super) const fn columns(mut self, columns: u8) -> Self {
        self.columns = columns;
        self
    }

    pub(super) const fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }
}

/// How the two sides of an equation must compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Left equals right.
    Equal,
    /// Left is at least right.
    AtLeast,
}

/// A balance equation or bound: the sum of the left cells against the sum of the right ones.
#[derive(Clone, Debug)]
pub struct Equation {
    /// The rule that reports it.
    pub rule: &'static str,
    /// The cells summed on the left.
    pub left: Vec<CellId>,
    /// How the sides must compare.
    pub relation: Relation,
    /// The cells summed on the right.
    pub right: Vec<CellId>,
}

/// What a pattern of equations is repeated over.
#[derive(Clone, Copy, Debug)]
pub enum Over {
    /// The ids in the pattern are rows; one equation a column.
    Columns,
    /// The ids in the pattern are columns; one equation for each of these rows, or for every row when none is named.
    Rows(&'static [&'static str]),
}

impl Equation {
    /// The equations that a pattern stands for in a table.
    pub(super) fn family(
        table: &Table,
        rule: &'static str,
        over: Over,
        left: &[&'static str],
        relation: Relation,
        right: &[&'static str],
    ) -> Vec<Self> {
        let fixed: Vec<&'static str> = match over {
            Over::Columns => table.columns.iter().map(|column| column.id).collect(),
            Over::Rows([]) => table.rows.iter().map(|row| row.id).collect(),
            Over::Rows(rows) => rows.to_vec(),
        };
        let side = |ids: &[&'static str], fixed: &'static str| {
            ids.iter()
                .map(|&id| {
                    let (row, column) = match over {
                        Over::Columns => (id, fixed),
                        Over::Rows(_) => (fixed, id),
                    };
                    CellId { table: table.id, row, column }
                })
                .collect()
        };
        fixed.into_iter().map(|fixed| Self { rule, left: side(left, fixed), relation, right: side(right, fixed) }).collect()
    }

    /// All its cells, left before right.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.left.iter().chain(&self.right).copied()
    }
}
