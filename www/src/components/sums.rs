//! How an equation is put into words and figures.

use gouji::form::{CellId, Relation};
use js_sys::Number;

use crate::checked::{Checked, Outcome, Sum, add};
use crate::words::Words;

/// More cells than this on one side are counted, not named.
const MAX_NAMED: usize = 3;

/// A number as people write it. JavaScript's own way costs nothing.
pub(super) fn figure(number: f64) -> String {
    // Sums of decimals carry dust in their last digits.
    Number::from((number * 1e6).round() / 1e6).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// What an equation says: `本年新收 + 上年结转 = （七）总计 + 结转下年度继续办理`.
pub(super) fn named(sum: &Sum, checked: &Checked, words: &Words) -> String {
    let Some(form) = checked.form else { return String::new() };
    let name = |id: &CellId| {
        let table = form.table(id.table);
        // What all of its cells share need not be said.
        if sum.row().is_some() {
            table.map_or("", |table| table.column_name(id.column))
        } else {
            table.map_or("", |table| table.row_name(id.row))
        }
    };
    let side = |cells: &[CellId]| {
        if cells.len() > MAX_NAMED { words.sum_of(cells.len()) } else { cells.iter().map(name).collect::<Vec<_>>().join(" + ") }
    };
    let sign = match sum.equation.relation {
        Relation::Equal => "=",
        Relation::AtLeast => "≥",
    };
    format!("{} {sign} {}", side(&sum.equation.left), side(&sum.equation.right))
}

/// The same with the report's numbers: `13 + 3 = 16 ≠ 17`.
pub(super) fn figures(sum: &Sum, checked: &Checked) -> Option<String> {
    let (left, right) = (add(&checked.cells, &sum.left)?, add(&checked.cells, &sum.right)?);
    let sign = match (sum.equation.relation, sum.outcome) {
        (Relation::Equal, Outcome::Holds) => "=",
        (Relation::Equal, _) => "≠",
        (Relation::AtLeast, Outcome::Holds) => "≥",
        (Relation::AtLeast, _) => "<",
    };
    Some(format!("{} {sign} {}", side(checked, &sum.left, left, true), side(checked, &sum.right, right, false)))
}

/// The terms that are not zero, and what they add up to, on whichever end the sign is not.
fn side(checked: &Checked, cells: &[usize], total: f64, before: bool) -> String {
    let terms: Vec<String> =
        cells.iter().filter_map(|&cell| add(&checked.cells, &[cell])).filter(|&term| term != 0.0).map(figure).collect();
    match terms.len() {
        0 | 1 => figure(total),
        _ if before => format!("{} = {}", terms.join(" + "), figure(total)),
        _ => format!("{} = {}", figure(total), terms.join(" + ")),
    }
}
