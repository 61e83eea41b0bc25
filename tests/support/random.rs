//! Random reports that are consistent, for the properties.

use std::collections::BTreeMap;
use std::fmt;

use gouji::form::Table;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::fixtures::read;
use super::sheet::{Sheet, form};

/// The number in each cell, as printed plainly.
#[derive(Clone)]
pub(crate) struct Numbers(pub(crate) BTreeMap<String, String>);

/// Only the cells that are not 0, so that a failing case can be read.
impl fmt::Debug for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().filter(|(_, number)| *number != "0")).finish()
    }
}

/// Most cells of real reports are 0, some have one digit, few are large.
fn count() -> impl Strategy<Value = u32> {
    prop_oneof![6 => Just(0), 3 => 1..10_u32, 2 => 10..200_u32, 1 => 200..30_000_u32]
}

/// Numbers that satisfy every equation of the form.
pub(crate) fn numbers() -> impl Strategy<Value = Numbers> {
    let stocks = vec((count(), count(), count()), 2);
    let decisions = vec(count(), 3);
    let fees = prop_oneof![
        Just("0".to_owned()),
        count().prop_map(|whole| whole.to_string()),
        (count(), 1..10_000_u32).prop_map(|(whole, part)| format!("{whole}.{part:04}").trim_end_matches('0').to_owned()),
    ];
    // For each of the six kinds of applicants: the results, what is carried out, and how much of all was carried in.
    let applicants = vec((vec(count(), 21), count(), 0..=100_u32), 6);
    let remedies = vec(vec(count(), 4), 3);
    (stocks, decisions, fees, applicants, remedies).prop_map(|(stocks, decisions, fees, applicants, remedies)| {
        let mut all = Vec::new();
        for (issued, repealed, more) in stocks {
            all.extend([issued, repealed, issued.saturating_sub(repealed) + more]);
        }
        all.extend(decisions);
        let mut printed: Vec<String> = all.iter().map(ToString::to_string).collect();
        printed.push(fees);
        let columns: Vec<Vec<u32>> = applicants.iter().map(|(results, out, share)| column(results, *out, *share)).collect();
        for row in 0..columns[0].len() {
            let of_row = || columns.iter().map(|column| column[row]);
            printed.extend(of_row().chain([of_row().sum()]).map(|number| number.to_string()));
        }
        for outcomes in remedies {
            printed.extend(outcomes.iter().copied().chain([outcomes.iter().sum()]).map(|number| number.to_string()));
        }
        let paths: Vec<String> = super::sheet::paths().collect();
        assert_eq!(paths.len(), printed.len());
        Numbers(paths.into_iter().zip(printed).collect())
    })
}

/// One column of 表三, from top to bottom: what came in is what went out.
fn column(results: &[u32], carried_out: u32, share: u32) -> Vec<u32> {
    let total: u32 = results.iter().sum();
    let carried_in = (total + carried_out) * share / 100;
    let received = total + carried_out - carried_in;
    [received, carried_in].into_iter().chain(results.iter().copied()).chain([total, carried_out]).collect()
}

/// How numbers are typed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Digits {
    Plain,
    FullWidth,
    Thousands,
}

/// Any way to type numbers.
pub(crate) fn digits() -> impl Strategy<Value = Digits> {
    select(vec![Digits::Plain, Digits::FullWidth, Digits::Thousands])
}

impl Digits {
    /// A plain number as it is typed.
    pub(crate) fn typed(self, number: &str) -> String {
        match self {
            Self::Plain => number.to_owned(),
            Self::FullWidth => number
                .chars()
                .map(|c| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_digit()).unwrap_or(c))
                .collect(),
            Self::Thousands => {
                let (whole, part) = number.split_once('.').map_or((number, None), |(whole, part)| (whole, Some(part)));
                let mut typed = String::new();
                for (index, digit) in whole.chars().enumerate() {
                    if index > 0 && (whole.len() - index) % 3 == 0 {
                        typed.push(',');
                    }
                    typed.push(digit);
                }
                part.map_or(typed.clone(), |part| format!("{typed}.{part}"))
            }
        }
    }
}

/// The prose of the fixture with these numbers in its tables.
pub(crate) fn sheet(numbers: &Numbers, digits: Digits) -> Sheet {
    let mut sheet = Sheet::with_prose_of(&read("pipes.txt"));
    for (path, number) in &numbers.0 {
        sheet.set(path, &digits.typed(number));
    }
    sheet
}

/// The path of any cell of some tables.
pub(crate) fn cell(tables: &'static [&'static str]) -> impl Strategy<Value = String> {
    let all = form().tables.iter().filter(|table| tables.contains(&table.id)).flat_map(Table::cells);
    let all: Vec<String> = all.map(|data| data.id.to_string()).collect();
    select(all)
}
