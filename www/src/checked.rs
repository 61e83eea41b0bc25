//! A report as the engine gave it, prepared once for everything that is drawn: cells by number instead of by name, the form's
//! equations with their sums, findings worst first, places in bytes.

use std::ops::Range;

use gouji::form::{CellId, Equation, Relation};
use gouji::write::json::{DiagnosticObject, ReportObject, Value};
use gouji::{Form, Severity};

use crate::cells::Cell;
use crate::offsets;
use crate::passages::{self, Passage};

/// A checked report.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) report: ReportObject,
    /// The document's text.
    pub(crate) text: String,
    /// The form whose tables are shown; none when nothing was checked against one.
    pub(crate) form: Option<&'static Form>,
    /// Every cell of the form, in printed order.
    pub(crate) cells: Vec<Cell>,
    /// Every equation of the form, in its order.
    pub(crate) equations: Vec<Sum>,
    /// Worst first, and in the order of the text.
    pub(crate) findings: Vec<Finding>,
    /// The text in paragraphs.
    pub(crate) passages: Vec<Passage>,
}

/// A report is prepared once and shared: it is equal to itself only.
impl PartialEq for Checked {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// An equation of the form with the report's numbers.
#[derive(Debug)]
pub(crate) struct Sum {
    pub(crate) equation: &'static Equation,
    /// Its cells, by number.
    pub(crate) left: Vec<usize>,
    pub(crate) right: Vec<usize>,
    pub(crate) outcome: Outcome,
}

/// Whether an equation holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Outcome {
    Holds,
    /// Left minus right.
    Fails(f64),
    /// A cell of it was not read.
    CannotTell,
}

impl Sum {
    fn new(equation: &'static Equation, cells: &[Cell]) -> Self {
        let numbers =
            |ids: &[CellId]| -> Vec<usize> { ids.iter().filter_map(|&id| cells.iter().position(|cell| cell.id == id)).collect() };
        let (left, right) = (numbers(&equation.left), numbers(&equation.right));
        let outcome = match (add(cells, &left), add(cells, &right)) {
            (Some(left), Some(right)) => {
                let difference = left - right;
                let holds = match equation.relation {
                    Relation::Equal => difference.abs() < 1e-6,
                    Relation::AtLeast => difference > -1e-6,
                };
                if holds { Outcome::Holds } else { Outcome::Fails(difference) }
            }
            _ => Outcome::CannotTell,
        };
        Self { equation, left, right, outcome }
    }

    /// All its cells.
    pub(crate) fn cells(&self) -> impl Iterator<Item = usize> + '_ {
        self.left.iter().chain(&self.right).copied()
    }

    /// The row that all its cells share.
    pub(crate) fn row(&self) -> Option<&'static str> {
        let first = self.equation.right.first()?.row;
        self.equation.cells().all(|cell| cell.row == first).then_some(first)
    }

    /// The column that all its cells share.
    pub(crate) fn column(&self) -> Option<&'static str> {
        let first = self.equation.right.first()?.column;
        self.equation.cells().all(|cell| cell.column == first).then_some(first)
    }
}

/// What some cells add up to; none when one was not read.
pub(crate) fn add(cells: &[Cell], numbers: &[usize]) -> Option<f64> {
    numbers.iter().map(|&number| cells[number].addend()).sum()
}

/// A finding, placed.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) found: DiagnosticObject,
    pub(crate) cells: Vec<usize>,
    pub(crate) span: Range<usize>,
    /// The section that it stands in, by its heading.
    pub(crate) section: Option<String>,
}

impl Checked {
    pub(crate) fn new(mut report: ReportObject, text: String) -> Self {
        let form = Form::by_id(&report.report.form);
        let mut cells = form.map(|form| cells(form, &report)).unwrap_or_default();
        let equations = form.map_or(&[][..], |form| &form.equations).iter().map(|one| Sum::new(one, &cells)).collect();
        let mut findings = findings(&mut report, &cells);

        // All offsets at once: the text is walked through a single time.
        let content = &report.report;
        let sections: Vec<_> = content.sections.iter().map(|section| (section.span.start, section.span.end)).collect();
        let of_cells: Vec<_> = cells
            .iter()
            .map(|cell| content.cells.get(&cell.id.to_string()).and_then(|read| read.span))
            .map(|span| span.map_or((0, 0), |span| (span.start, span.end)))
            .collect();
        let of_findings: Vec<_> = findings.iter().map(|one| (one.found.span.start, one.found.span.end)).collect();
        let utf16: Vec<usize> =
            [&sections, &of_cells, &of_findings].into_iter().flatten().flat_map(|&(start, end)| [start, end]).collect();
        let bytes = offsets::to_bytes(&text, &utf16);
        let mut ranges = bytes.chunks_exact(2).map(|pair| pair[0]..pair[1].max(pair[0]));

        let headings: Vec<Range<usize>> = ranges.by_ref().take(sections.len()).collect();
        for (cell, range) in cells.iter_mut().zip(ranges.by_ref().take(of_cells.len())) {
            let placed = content.cells.get(&cell.id.to_string()).is_some_and(|read| read.span.is_some());
            cell.span = placed.then_some(range);
        }
        for (finding, range) in findings.iter_mut().zip(ranges) {
            let section = headings.iter().rposition(|heading| heading.start <= range.start);
            finding.section = section.map(|index| content.sections[index].heading.clone());
            finding.span = range;
        }
        for (number, finding) in findings.iter().enumerate() {
            for &cell in &finding.cells {
                cells[cell].findings.push(number);
            }
        }
        let passages = passages::of(&text, &headings, &cells, content.title.as_deref());
        Self { report, text, form, cells, equations, findings, passages }
    }

    /// The cell with an id, by number.
    pub(crate) fn cell(&self, path: &str) -> Option<usize> {
        let id = self.form?.cell(path)?;
        self.cells.iter().position(|cell| cell.id == id)
    }

    /// The equations that a cell stands in.
    pub(crate) fn equations_of(&self, cell: usize) -> impl Iterator<Item = &Sum> {
        self.equations.iter().filter(move |sum| sum.cells().any(|own| own == cell))
    }

    /// How many balance equations hold, and how many there are; none when nothing was checked. Bounds are not counted: that they
    /// hold says little.
    pub(crate) fn balance(&self) -> Option<(usize, usize)> {
        self.form?;
        let equations = || self.equations.iter().filter(|sum| sum.equation.relation == Relation::Equal);
        Some((equations().filter(|sum| sum.outcome == Outcome::Holds).count(), equations().count()))
    }

    /// How many findings have a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether the engine noted something about the document, such as `not-a-report`.
    pub(crate) fn has_note(&self, note: &str) -> bool {
        self.report.source.notes.iter().any(|own| own == note)
    }
}

fn cells(form: &'static Form, report: &ReportObject) -> Vec<Cell> {
    let content = &report.report;
    let value = |id: CellId| match (*content.tables.get(id.table)?.get(id.row)?.get(id.column)?)? {
        // Whole numbers come from JavaScript: each is exact in 53 bits.
        #[allow(clippy::cast_precision_loss)]
        Value::Whole(whole) => Some(whole as f64),
        Value::Decimal(decimal) => Some(decimal),
    };
    let data = form.tables.iter().flat_map(gouji::form::Table::cells);
    data.map(|data| Cell::new(data.id, content.cells.get(&data.id.to_string()), value(data.id))).collect()
}

/// Takes the findings out of the report, worst first. The engine gives them in the order of the text, which a stable sort keeps.
fn findings(report: &mut ReportObject, cells: &[Cell]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = std::mem::take(&mut report.diagnostics)
        .into_iter()
        .map(|found| Finding {
            severity: severity(&found.severity),
            cells: found.cells.iter().filter_map(|path| cells.iter().position(|cell| cell.id.to_string() == *path)).collect(),
            span: 0..0,
            section: None,
            found,
        })
        .collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

fn severity(id: &str) -> Severity {
    match id {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        _ => Severity::Info,
    }
}
