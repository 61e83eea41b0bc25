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
    let drafts: Vec<Draft> = form
        .tables
        .iter()
        .map(|table| {
            let slots = Slots::of(table);
            let tokens = find(document, form, sections, table, &slots);
            tokens.map_or(Draft::Absent(table), |tokens| Draft::Found(Box::new(Alone::new(table, slots, tokens))))
        })
        .collect();
    // A table of one row cannot tell by itself whether its lines are padded; the others of the same document can.
    let padded = drafts.iter().filter_map(Draft::padded).reduce(|a, b| a || b);
    drafts
        .into_iter()
        .map(|draft| match draft {
            Draft::Absent(table) => absent(table),
            Draft::Found(draft) => draft.reading(document, padded),
        })
        .collect()
}

/// The tokens of the region in which a table stands.
fn find(document: &Document, form: &Form, sections: &[FoundSection], table: &Table, slots: &Slots) -> Option<Vec<Token>> {
    let others: Vec<String> =
        form.tables.iter().filter(|other| other.id != table.id).flat_map(|other| telling_labels(form, other)).collect();
    let is_label = |key: &str| slots.role(key).is_some() || others.iter().any(|other| other == key);
    let heading = form.sections.iter().find(|section| section.table == Some(table.id));
    let section = heading.and_then(|section| sections.iter().find(|found| found.id == Some(section.id)));
    let own = section
        .map(|section| tokens(document, section.body, &is_label))
        .map(|own| before_other_tables(own, &telling_labels(form, table), &others))
        .filter(|own| is_table(own, table));
    // Without its heading, or with the table elsewhere, the labels that only this table has tell where it is.
    let mut tokens = own.or_else(|| {
        let all = tokens(document, Span::new(0, document.text.len()), &is_label);
        around_labels(&all, &telling_labels(form, table), slots).filter(|found| is_table(found, table))
    })?;
    tokens.truncate(MAX_TOKENS);
    Some(tokens)
}

/// A table before it is known what blank cells at the ends of lines are.
enum Draft {
    Absent(&'static Table),
    Found(Box<Alone>),
}

impl Draft {
    fn padded(&self) -> Option<bool> {
        match self {
            Self::Absent(_) => None,
            Self::Found(draft) => draft.padded,
        }
    }
}

/// A table aligned without the blank cells at the ends of its lines.
struct Alone {
    table: &'static Table,
    slots: Slots,
    /// All tokens.
    tokens: Vec<Token>,
    /// Those that are no blank cells at the end of a line, and how they align.
    bare: Vec<Token>,
    alignment: Alignment,
    /// Whether rows that have all their cells are followed by blank ones: then those are padding. None without such a row.
    padded: Option<bool>,
}

const TRAILING: Kind = Kind::Blank { trailing: true };

impl Alone {
    fn new(table: &'static Table, slots: Slots, tokens: Vec<Token>) -> Self {
        let bare: Vec<Token> = tokens.iter().filter(|token| token.kind != TRAILING).cloned().collect();
        let alignment = align(&bare, &slots);
        let mut draft = Self { table, slots, tokens, bare, alignment, padded: None };
        draft.padded = draft.complete_rows().map(|last| draft.is_followed_by_blank(last)).reduce(|a, b| a || b);
        draft
    }

    /// The last cells of the rows that have all their cells.
    fn complete_rows(&self) -> impl Iterator<Item = usize> + '_ {
        let slots = &self.slots.sequence;
        let is_cell = |slot: usize| matches!(slots[slot], Slot::Cell { .. });
        let complete = move |row: usize| {
            (0..slots.len())
                .filter(|&slot| slots[slot].row() == row && is_cell(slot))
                .all(|slot| !self.alignment.taken[slot].is_empty())
        };
        (0..slots.len()).filter(move |&slot| {
            let row = slots[slot].row();
            is_cell(slot) && slots.get(slot + 1).is_none_or(|next| next.row() != row) && complete(row)
        })
    }

    fn is_followed_by_blank(&self, slot: usize) -> bool {
        let last = self.alignment.taken[slot].end.checked_sub(1).and_then(|token| self.bare.get(token));
        let after = last.and_then(|last| self.tokens.iter().find(|token| token.span.end > last.span.end));
        after.is_some_and(|token| token.kind == TRAILING)
    }

    /// What the table holds. Blank cells at the ends of lines are taken for cells when nothing says that they are padding.
    fn reading(self, document: &Document, padded_elsewhere: Option<bool>) -> TableReading {
        let complete =
            self.complete_rows().count() == self.table.printed.iter().filter(|row| row.cells().next().is_some()).count();
        let may_be_cells = !complete && self.padded.or(padded_elsewhere) == Some(false) && self.bare.len() < self.tokens.len();
        if may_be_cells {
            let alignment = align(&self.tokens, &self.slots);
            return assemble(document, self.table, &self.slots, &self.tokens, &alignment);
        }
        assemble(document, self.table, &self.slots, &self.bare, &self.alignment)
    }
}

/// Whether tokens hold a table: half of its row labels, or half of its header labels and of its cells.
fn is_table(tokens: &[Token], table: &Table) -> bool {
    let present = |role: Role| {
        let labels = table.labels().filter(|label| label.role == role);
        let (mut all, mut found) = (0, 0);
        for label in labels {
            let keys: Vec<String> = label.texts().map(key).collect();
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

/// The tokens from the first to the last label that only this table has, with the labels and cells after it.
fn around_labels(tokens: &[Token], telling: &[String], slots: &Slots) -> Option<Vec<Token>> {
    let is_hit = |token: &Token| matches!(&token.kind, Kind::Text(own) if telling.contains(own));
    let first = tokens.iter().position(is_hit)?;
    let last = tokens.iter().rposition(is_hit)?;
    let belongs = |token: &&Token| !matches!(&token.kind, Kind::Text(key) if slots.role(key).is_none());
    let more = tokens[last + 1..].iter().take_while(belongs).count();
    Some(tokens[first..=last + more].to_vec())
}

/// The tokens in front of the next table, which stands in the same section when its own heading was lost.
fn before_other_tables(mut tokens: Vec<Token>, own: &[String], others: &[String]) -> Vec<Token> {
    let is_one_of = |token: &Token, labels: &[String]| matches!(&token.kind, Kind::Text(key) if labels.contains(key));
    let last_own = tokens.iter().rposition(|token| is_one_of(token, own)).unwrap_or_default();
    if let Some(after) = tokens[last_own..].iter().position(|token| is_one_of(token, others)) {
        tokens.truncate(last_own + after);
    }
    tokens
}

/// The keys of labels that stand in this table and in no other of the form.
fn telling_labels(form: &Form, table: &Table) -> Vec<String> {
    let labels = |table: &Table| -> Vec<String> { table.labels().map(|label| key(label.text)).collect() };
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
    let own = || slots.sequence.iter().enumerate().filter(|(_, slot)| slot.row() == row);
    let found = own().find_map(|(index, slot)| match slot {
        Slot::Label { role: Role::Row, .. } if alignment.likeness[index] >= ALIKE => span_of(&alignment.taken[index]),
        _ => None,
    });
    let taken = own().filter(|(index, slot)| matches!(slot, Slot::Cell { .. }) && !alignment.taken[*index].is_empty()).count();
    let is_value = |token: usize| !matches!(tokens[token].kind, Kind::Blank { .. });
    // A number that was passed over belongs to the row of the slot before it; without a label, any may be the row's.
    let follows_cell = |before: usize| {
        before
            .checked_sub(1)
            .is_some_and(|slot| slots.sequence[slot].row() == row && matches!(slots.sequence[slot], Slot::Cell { .. }))
    };
    let skipped: Vec<Span> = alignment
        .skipped
        .iter()
        .filter(|&&(token, before)| is_value(token) && (label.is_empty() || follows_cell(before)))
        .map(|&(token, _)| tokens[token].span)
        .collect();
    let span = own()
        .filter(|(_, slot)| !matches!(slot, Slot::Label { role: Role::Group | Role::Head, .. }))
        .filter_map(|(index, _)| span_of(&alignment.taken[index]))
        .chain(skipped.iter().copied())
        .reduce(Span::cover);
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
