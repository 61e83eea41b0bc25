//! The cells of a report as the page uses them.

use std::ops::Range;

use gouji::form::CellId;
use gouji::write::json::CellObject;

/// A cell as it was read.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) id: CellId,
    pub(crate) state: State,
    /// What is printed in it.
    pub(crate) raw: String,
    pub(crate) span: Option<Range<usize>>,
    /// The findings that speak of it, worst first.
    pub(crate) findings: Vec<usize>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum State {
    Number(f64),
    Blank,
    NotANumber,
    /// Missing or unreadable.
    Unread,
}

impl Cell {
    pub(crate) fn new(id: CellId, read: Option<&CellObject>, value: Option<f64>) -> Self {
        let state = match (read.map_or("missing", |read| read.state.as_str()), value) {
            ("number", Some(value)) => State::Number(value),
            ("blank", _) => State::Blank,
            ("not-a-number", _) => State::NotANumber,
            _ => State::Unread,
        };
        let raw = read.map(|read| read.raw.trim().to_owned()).unwrap_or_default();
        Self { id, state, raw, span: None, findings: Vec::new() }
    }

    /// What it counts as in a sum; a blank counts as nothing, as in the engine.
    pub(crate) fn addend(&self) -> Option<f64> {
        match self.state {
            State::Number(value) => Some(value),
            State::Blank => Some(0.0),
            State::NotANumber | State::Unread => None,
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.state == State::Number(0.0)
    }
}
