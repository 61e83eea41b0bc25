//! Reports as pages, sheets and crawlers print them.

use gouji::form::{Cell, Table};

use super::sheet::{Part, Sheet};

/// How tables are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A row a line with pipes between cells, and a pipe more for each cell that a merged one covers.
    Pipes,
    /// A cell a line, with the pipes of the row behind it; long headers split or cut to their first line.
    CellALine,
    /// A cell a line and nothing else, as copied from a PDF.
    Lines,
    /// Tabs, as copied from a sheet: cells covered by a merged one are blank.
    Tabs,
    /// A Markdown table: pipes at both ends, a line of dashes after the first row, covered cells blank.
    Markdown,
    /// Tabs, and every covered cell repeats what covers it, as converters do that know no merged cells.
    Repeated,
    /// Runs of blanks between cells.
    Gaps,
    /// One blank between cells.
    Blanks,
}

impl Layout {
    pub(crate) const ALL: [Self; 8] =
        [Self::Pipes, Self::CellALine, Self::Lines, Self::Tabs, Self::Markdown, Self::Repeated, Self::Gaps, Self::Blanks];
}

/// A printed cell: its text and how many columns and rows it covers.
struct Printed {
    text: String,
    columns: usize,
    rows: usize,
}

impl Sheet {
    /// The report as text.
    pub(crate) fn print(&self, layout: Layout) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Prose(line) => text.push_str(line),
                Part::Table(table) => text.push_str(&self.table(table, layout)),
            }
            text.push('\n');
        }
        text
    }

    fn table(&self, table: &Table, layout: Layout) -> String {
        let rows = self.rows(table);
        let width = rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum()).max().unwrap_or_default();
        let lines: Vec<String> = match layout {
            Layout::Pipes => padded(&rows, width, " | "),
            Layout::CellALine => padded(&rows, width, " |\n").iter().map(|row| cut_headers(row)).collect(),
            Layout::Lines => rows.iter().map(|row| joined(row, "\n")).collect(),
            Layout::Tabs => grid(&rows, width, false).iter().map(|row| row.join("\t")).collect(),
            Layout::Markdown => markdown(&grid(&rows, width, false), width),
            Layout::Repeated => grid(&rows, width, true).iter().map(|row| row.join("\t")).collect(),
            Layout::Gaps => rows.iter().map(|row| joined(row, "    ")).collect(),
            Layout::Blanks => rows.iter().map(|row| joined(row, " ")).collect(),
        };
        lines.join("\n")
    }

    fn rows(&self, table: &Table) -> Vec<Vec<Printed>> {
        let printed = |cell: &Cell| match cell {
            Cell::Label(label) => {
                Some(Printed { text: label.text.to_owned(), columns: label.columns.into(), rows: label.rows.into() })
            }
            Cell::Data(data) => {
                let text = self.cells[&data.id.to_string()].clone()?;
                Some(Printed { text, columns: data.columns.into(), rows: 1 })
            }
        };
        table.printed.iter().map(|row| row.cells.iter().filter_map(printed).collect()).collect()
    }
}

fn joined(row: &[Printed], between: &str) -> String {
    row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(between)
}

/// Rows with the pipes that crawlers put at their ends; the last row of a table has none.
fn padded(rows: &[Vec<Printed>], width: usize, between: &str) -> Vec<String> {
    let last = rows.len() - 1;
    let row = |(index, row): (usize, &Vec<Printed>)| {
        let covered = if index == last { 0 } else { width.saturating_sub(row.len()) };
        let padding = if covered == 0 { String::new() } else { format!(" {}", "|".repeat(covered)) };
        format!("{} |{padding}", joined(row, between))
    };
    rows.iter().enumerate().map(row).collect()
}

/// Headers that are set on two lines, as crawlers give them: joined by a blank, or only their first line.
fn cut_headers(row: &str) -> String {
    [
        ("商业企业 |", "商业 企业 |"),
        ("科研机构 |", "科研 机构 |"),
        ("结果纠正 |", "结果 |"),
        ("其他结果 |", "其他 |"),
        ("尚未审结 |", "尚未 |"),
    ]
    .iter()
    .fold(row.to_owned(), |row, (whole, cut)| row.replace(whole, cut))
}

fn markdown(rows: &[Vec<String>], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    lines.insert(1, format!("|{}", "---|".repeat(width)));
    lines
}

/// Every cell of the grid; those that a merged cell covers repeat it or are blank.
fn grid(rows: &[Vec<Printed>], width: usize, repeated: bool) -> Vec<Vec<String>> {
    // For each column how many more rows a cell from above covers, and its text.
    let mut above = vec![(0, String::new()); width];
    rows.iter()
        .map(|row| {
            let mut line: Vec<String> = Vec::new();
            let mut cells = row.iter();
            while line.len() < width {
                let column = line.len();
                if above[column].0 > 0 {
                    above[column].0 -= 1;
                    line.push(above[column].1.clone());
                } else if let Some(cell) = cells.next() {
                    let covered = if repeated { cell.text.clone() } else { String::new() };
                    line.push(cell.text.clone());
                    line.resize(column + cell.columns, covered.clone());
                    above[column..column + cell.columns].fill((cell.rows - 1, covered));
                } else {
                    break;
                }
            }
            line
        })
        .collect()
}
