//! Whether an equation of the form holds in a report.

use crate::form::{CellId, Equation, Relation};
use crate::report::State;
use crate::{Number, Report};

/// Three answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It fails; these are its numbers.
    Fails(Balance),
    /// A cell of it was not read.
    CannotTell,
}

/// An equation with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Both sides with the sign that is true of them: `31 + 0 ≠ 30 + 0`.
    pub text: String,
    /// The sum on the left.
    pub left: Number,
    /// The sum on the right.
    pub right: Number,
    /// Whether a blank cell was counted as 0.
    pub blanks: bool,
}

/// More terms than this, and those that are zero are not written.
const MAX_TERMS: usize = 4;

/// Whether an equation holds in a report.
pub fn verdict(report: &Report, equation: &Equation) -> Verdict {
    let mut blanks = false;
    let mut side = |cells: &[CellId]| -> Option<Vec<Number>> {
        cells
            .iter()
            .map(|&id| match report.cell(id)?.state {
                State::Number(number) => Some(number),
                State::Blank => {
                    blanks = true;
                    Some(Number::whole(0))
                }
                State::NotANumber | State::Missing | State::Unreadable => None,
            })
            .collect()
    };
    let (Some(left), Some(right)) = (side(&equation.left), side(&equation.right)) else { return Verdict::CannotTell };
    let sums = (Number::sum(left.iter().copied()), Number::sum(right.iter().copied()));
    let (Some(left_sum), Some(right_sum)) = sums else { return Verdict::CannotTell };
    let Some(difference) = left_sum.minus(right_sum) else { return Verdict::CannotTell };
    let (holds, sign) = match equation.relation {
        Relation::Equal => (difference == Number::whole(0), "≠"),
        Relation::AtLeast => (!difference.is_negative(), "<"),
    };
    if holds {
        return Verdict::Holds;
    }
    let text = format!("{} {sign} {}", terms(&left), terms(&right));
    Verdict::Fails(Balance { text, left: left_sum, right: right_sum, blanks })
}

fn terms(numbers: &[Number]) -> String {
    let all = numbers.len() <= MAX_TERMS;
    let shown: Vec<String> =
        numbers.iter().filter(|&&number| all || number != Number::whole(0)).map(ToString::to_string).collect();
    if shown.is_empty() { "0".to_owned() } else { shown.join(" + ") }
}
