//! The form's tables in a document: where each stands, and what each of its cells holds.

use super::align::{Alignment, align};
use super::similarity::ALIKE;
use super::slots::{Slot, Slots};
use super::tokens::{Kind, Token, tokens};
use crate::form::{Cell, Form, Role, Table};
use crate::report::{FoundLabel, FoundSection, Reading, RowReading, State, TableReading};
use crate::text::fold::key;
use crate::{Document, Span};

/// More tokens than any table has, noise included; what follows is not aligned.
const MAX_TOKENS: usize = 4000;
/// Labels shorter than this, in characters, are too common to find a table by.
const TELLING: usize = 4;

/// Reads every table of the form.
pub(super) fn read(document: &Document, form: &'static Form, sections: &[FoundSection]) -> Vec<TableReading> {
    form.tables
        .iter()
        .map(|table| {
            let slots = Slots::of(table);
            let is_label = |key: &str| slots.role(key).is_some();
            let heading = form
                .sections
                .iter()
                .find(|section| section.table == Some(table.id))
                .and_then(|section| sections.iter().find(|found| found.id == Some(section.id)));
            let own = heading.map(|section| tokens(document, section.body, &is_label)).filter(|own| is_table(own, table));
            // Without its heading, or with the table elsewhere, the labels that only this table has tell where it is.
            let found = own.or_else(|| {
                let all = tokens(document, Span::new(0, document.text.len()), &is_label);
                around_labels(all, form, table).filter(|found| is_table(found, table))
            });
            found.map_or_else(|| absent(table), |tokens| reading(document, table, &slots, tokens))
        })
        .collect()
}

/// Whether tokens hold a table: half of its row labels, or half of its header labels and of its cells.
fn is_table(tokens: &[Token], table: &Table) -> bool {
    let present = |role: Role| {
        let labels = table.printed.iter().flat_map(|row| row.labels()).filter(|label| label.role == role);
        let (mut all, mut found) = (0, 0);
        for label in labels {
            let keys: Vec<String> = std::iter::once(label.text).chain(label.variants.iter().copied()).map(key).collect();
            all += 1;
            found += usize::from(tokens.iter().any(|token| matches!(&token.kind, Kind::Text(own) if keys.contains(own))));
        }
        (all, found)
    };
    let (rows, rows_found) = present(Role::Row);
    let (heads, heads_found) = present(Role::Head);
    let cells = table.cells().count();
    let numbers = tokens.iter().filter(|token| matches!(token.kind, Kind::Number(_) | Kind::Filler)).count();
    (rows > 0 && rows_found * 3 >= rows) || (heads_found * 3 >= heads && numbers * 3 >= cells) || numbers * 4 >= cells * 3
}

/// The tokens from the first to the last label that only this table has, and the cells after it.
fn around_labels(tokens: Vec<Token>, form: &Form, table: &Table) -> Option<Vec<Token>> {
    let telling = telling_labels(form, table);
    let is_hit = |token: &Token| matches!(&token.kind, Kind::Text(own) if telling.contains(own));
    let first = tokens.iter().position(is_hit)?;
    let last = tokens.iter().rposition(is_hit)?;
    let cells = tokens[last + 1..].iter().take_while(|token| !matches!(token.kind, Kind::Text(_))).count();
    Some(tokens[first..=last + cells].to_vec())
}

/// The keys of labels that stand in this table and in no other of the form.
fn telling_labels(form: &Form, table: &Table) -> Vec<String> {
    let labels = |table: &Table| -> Vec<String> {
        table.printed.iter().flat_map(|row| row.labels()).map(|label| key(label.text)).collect()
    };
    let others: Vec<String> = form.tables.iter().filter(|other| other.id != table.id).flat_map(labels).collect();
    labels(table).into_iter().filter(|key| key.chars().count() >= TELLING && !others.contains(key)).collect()
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

fn reading(document: &Document, table: &'static Table, slots: &Slots, mut found: Vec<Token>) -> TableReading {
    found.truncate(MAX_TOKENS);
    let trailing = |token: &Token| token.kind == Kind::Blank { trailing: true };
    let without: Vec<Token> = found.iter().filter(|token| !trailing(token)).cloned().collect();
    let alignment = align(&without, slots);
    let complete = is_complete(slots, &alignment);
    // Blank cells at the end of lines may be padding. They are, when rows are complete without them; else they may be cells.
    if complete || without.len() == found.len() || pads_complete_rows(&found, &without, slots, &alignment) {
        return assemble(document, table, slots, &without, &alignment);
    }
    let alignment = align(&found, slots);
    assemble(document, table, slots, &found, &alignment)
}

fn is_complete(slots: &Slots, alignment: &Alignment) -> bool {
    slots.slots.iter().zip(&alignment.taken).all(|(slot, taken)| matches!(slot, Slot::Label { .. }) || !taken.is_empty())
}

/// Whether a row that has all its cells is followed by trailing blanks.
fn pads_complete_rows(found: &[Token], without: &[Token], slots: &Slots, alignment: &Alignment) -> bool {
    let row_is_complete = |row: usize| {
        slots
            .slots
            .iter()
            .zip(&alignment.taken)
            .all(|(slot, taken)| slot.row() != row || matches!(slot, Slot::Label { .. }) || !taken.is_empty())
    };
    slots.slots.iter().enumerate().any(|(index, slot)| {
        let is_last = matches!(slot, Slot::Cell { .. }) && slots.slots.get(index + 1).is_none_or(|next| next.row() != slot.row());
        if !is_last || !row_is_complete(slot.row()) {
            return false;
        }
        let Some(last) = without.get(alignment.taken[index].start) else { return false };
        let after = found.iter().skip_while(|token| token.span.start <= last.span.start).next();
        after.is_some_and(|token| token.kind == Kind::Blank { trailing: true })
    })
}

fn assemble(document: &Document, table: &'static Table, slots: &Slots, tokens: &[Token], alignment: &Alignment) -> TableReading {
    let span_of = |taken: &std::ops::Range<usize>| tokens[taken.clone()].iter().map(|token| token.span).reduce(Span::cover);
    let mut cells = Vec::new();
    let mut heads = Vec::new();
    for (index, slot) in slots.slots.iter().enumerate() {
        let taken = &alignment.taken[index];
        match slot {
            Slot::Cell { id, .. } => {
                let token = tokens.get(taken.start).filter(|_| !taken.is_empty());
                cells.push(cell(document, *id, token, alignment.agreed[index]));
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
        Kind::Blank { .. } => State::Blank,
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
    let own = || slots.slots.iter().enumerate().filter(|(_, slot)| slot.row() == row);
    let found = own().find_map(|(index, slot)| match slot {
        Slot::Label { role: Role::Row, .. } if alignment.likeness[index] >= ALIKE => span_of(&alignment.taken[index]),
        _ => None,
    });
    let taken = own().filter(|(index, slot)| matches!(slot, Slot::Cell { .. }) && !alignment.taken[*index].is_empty()).count();
    // A number that was passed over belongs to the row of the slot before it.
    let skipped: Vec<Span> = alignment
        .skipped
        .iter()
        .filter(|&&(token, before)| {
            !matches!(tokens[token].kind, Kind::Blank { .. })
                && before
                    .checked_sub(1)
                    .is_some_and(|slot| slots.slots[slot].row() == row && matches!(slots.slots[slot], Slot::Cell { .. }))
        })
        .map(|&(token, _)| tokens[token].span)
        .collect();
    let span = own()
        .filter(|(_, slot)| !matches!(slot, Slot::Label { role: Role::Group | Role::Head, .. }))
        .filter_map(|(index, _)| span_of(&alignment.taken[index]))
        .chain(skipped.iter().copied())
        .reduce(Span::cover);
    RowReading { label, found, span, expected, present: taken + skipped.len() }
}

/// In a row that has some but not all of its cells, a cell for which nothing was found is not known to be the one that lacks.
fn settle(cells: &mut [Reading], rows: &[RowReading], table: &Table) {
    let printed = table.printed.iter().filter(|row| row.cells().next().is_some());
    for (row, printed) in rows.iter().zip(printed) {
        let uncertain = row.present > 0 && row.present != row.expected;
        for data in printed.cells() {
            if let Some(cell) = cells.iter_mut().find(|cell| cell.id == data.id && uncertain && cell.state == State::Missing) {
                cell.state = State::Unreadable;
            }
        }
    }
}
