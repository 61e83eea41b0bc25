//! The form's tables in a document: what each of their cells holds.

use super::align::Alignment;
use super::padding::{Draft, Padding};
use super::regions;
use super::similarity::ALIKE;
use super::slots::{Slot, Slots};
use super::tokens::{Kind, Token};
use crate::form::{Cell, Form, Role, Table};
use crate::report::{FoundLabel, FoundSection, Reading, RowReading, State, TableReading};
use crate::{Document, Span};

/// Reads every table of the form.
pub(super) fn read(document: &Document, form: &'static Form, sections: &[FoundSection]) -> Vec<TableReading> {
    let drafts: Vec<Option<Draft>> = form
        .tables
        .iter()
        .map(|table| {
            let slots = Slots::of(table);
            let tokens = regions::find(document, form, sections, table, &slots)?;
            Some(Draft::new(slots, tokens))
        })
        .collect();
    // A table of one row cannot tell by itself what its blank cells are; the others of the same document can.
    let padding = drafts.iter().flatten().map(|draft| draft.padding).fold(Padding::default(), Padding::and);
    let readings = form.tables.iter().zip(drafts).map(|(table, draft)| match draft {
        None => absent(table),
        Some(draft) => {
            let (slots, tokens, alignment) = draft.settled(padding);
            assemble(document, table, &slots, &tokens, &alignment)
        }
    });
    readings.collect()
}

/// A table that the document does not have.
fn absent(table: &'static Table) -> TableReading {
    let missing = |id| Reading { id, raw: String::new(), state: State::Missing, span: None };
    TableReading {
        table,
        span: None,
        cells: table.cells().map(|data| missing(data.id)).collect(),
        rows: rows(table)
            .map(|(_, label, expected)| RowReading { label, found: None, span: None, expected, present: 0 })
            .collect(),
        heads: Vec::new(),
    }
}

/// The printed rows that hold cells: index, label, number of cells.
fn rows(table: &'static Table) -> impl Iterator<Item = (usize, &'static str, usize)> {
    table.printed.iter().enumerate().filter_map(|(index, row)| {
        let cells = row.cells().count();
        let label = row.cells.iter().find_map(|cell| match cell {
            Cell::Label(label) if label.role == Role::Row => Some(label.text),
            _ => None,
        });
        (cells > 0).then(|| (index, label.unwrap_or_default(), cells))
    })
}

fn assemble(document: &Document, table: &'static Table, slots: &Slots, tokens: &[Token], alignment: &Alignment) -> TableReading {
    let span_of = |taken: &std::ops::Range<usize>| tokens[taken.clone()].iter().map(|token| token.span).reduce(Span::cover);
    let mut cells = Vec::new();
    let mut heads = Vec::new();
    for (index, slot) in slots.sequence.iter().enumerate() {
        let taken = &alignment.taken[index];
        match slot {
            Slot::Cell { id, .. } => {
                let content = tokens[taken.clone()].first();
                cells.push(cell(document, *id, content, alignment.agreed[index]));
            }
            Slot::Label { text, role: Role::Head, .. } if alignment.likeness[index] >= ALIKE => {
                heads.extend(span_of(taken).map(|span| FoundLabel { label: text, span }));
            }
            Slot::Label { .. } => {}
        }
    }
    let rows: Vec<RowReading> = rows(table)
        .map(|(row, label, expected)| row_reading(slots, alignment, &span_of, tokens, (row, label, expected)))
        .collect();
    settle(&mut cells, &rows, table);
    let span = alignment.taken.iter().filter_map(span_of).reduce(Span::cover);
    TableReading { table, span, cells, rows, heads }
}

/// A cell whose token is known. Where the cheapest alignments differ it is unreadable.
fn cell(document: &Document, id: crate::CellId, token: Option<&Token>, agreed: bool) -> Reading {
    let Some(token) = token.filter(|_| agreed) else {
        let state = if agreed { State::Missing } else { State::Unreadable };
        return Reading { id, raw: String::new(), state, span: None };
    };
    let state = match token.kind {
        Kind::Number(number) => State::Number(number),
        Kind::Filler => State::NotANumber,
        Kind::Blank(_) => State::Blank,
        Kind::Text(_) => State::Unreadable,
    };
    Reading { id, raw: document.slice(token.span).to_owned(), state, span: Some(token.span) }
}

fn row_reading(
    slots: &Slots,
    alignment: &Alignment,
    span_of: &dyn Fn(&std::ops::Range<usize>) -> Option<Span>,
    tokens: &[Token],
    (row, label, expected): (usize, &'static str, usize),
) -> RowReading {
    let own = || slots.sequence.iter().enumerate().filter(|(_, slot)| slot.row() == row);
    let found = own().find_map(|(index, slot)| match slot {
        Slot::Label { role: Role::Row, .. } if alignment.likeness[index] >= ALIKE => span_of(&alignment.taken[index]),
        _ => None,
    });
    let taken = own().filter(|(index, slot)| matches!(slot, Slot::Cell { .. }) && !alignment.taken[*index].is_empty()).count();
    // A number that was passed over belongs to the row after whose label or cells it stands without words in between. Where no
    // label holds the row in its place, any may be the row's.
    let of_row = own().filter(|(_, slot)| !matches!(slot, Slot::Label { role: Role::Group | Role::Head, .. }));
    let tokens_of_row = || of_row.clone().flat_map(|(index, _)| alignment.taken[index].clone());
    let (first, last) = (tokens_of_row().min(), tokens_of_row().max());
    let belongs = |token: usize| match (first, last) {
        _ if label.is_empty() => true,
        (Some(first), Some(last)) => {
            let between = tokens.get(last + 1..token).unwrap_or_default();
            first < token && !between.iter().any(|token| matches!(token.kind, Kind::Text(_)))
        }
        _ => false,
    };
    // Converters that know no merged cells repeat a cell in every column that it covers.
    let merged = || own().filter(|(_, slot)| matches!(slot, Slot::Cell { columns, .. } if *columns > 1));
    let repeats = |token: usize| {
        merged()
            .any(|(index, _)| tokens[alignment.taken[index].clone()].first().is_some_and(|cell| cell.kind == tokens[token].kind))
    };
    let skipped: Vec<Span> = alignment
        .skipped
        .iter()
        .filter(|&&token| !matches!(tokens[token].kind, Kind::Blank(_)) && belongs(token) && !repeats(token))
        .map(|&token| tokens[token].span)
        .collect();
    let span =
        of_row.filter_map(|(index, _)| span_of(&alignment.taken[index])).chain(skipped.iter().copied()).reduce(Span::cover);
    RowReading { label, found, span, expected, present: taken + skipped.len() }
}

/// What a row's count of cells says about each of them.
///
/// In a row that has some but not all of its cells, a cell for which nothing was found is not known to be the one that lacks.
/// Of a row without a label that stands there nearly twice, it is not known which is meant.
fn settle(cells: &mut [Reading], rows: &[RowReading], table: &Table) {
    let printed = table.printed.iter().filter(|row| row.cells().next().is_some());
    for (row, printed) in rows.iter().zip(printed) {
        let some = row.present > 0 && row.present != row.expected;
        let twice = row.label.is_empty() && 2 * row.present > 3 * row.expected;
        for data in printed.cells() {
            let Some(cell) = cells.iter_mut().find(|cell| cell.id == data.id) else { continue };
            if twice || (some && cell.state == State::Missing) {
                *cell = Reading { id: data.id, raw: String::new(), state: State::Unreadable, span: None };
            }
        }
    }
}
