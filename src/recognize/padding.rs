//! Blank cells at the ends of a row: cells that were left blank, or padding.
//!
//! Crawlers and copied sheets write blank cells for what merged labels cover and to make rows equally long. Whether a document
//! does so shows in its complete rows: when those have such blanks around their numbers, blanks there are no cells.

use super::align::{Alignment, align};
use super::anchors;
use super::slots::{Slot, Slots};
use super::tokens::{Kind, Place, Token};

/// What complete rows tell of the blanks in front of and after their numbers: padding, cells, or nothing yet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Padding {
    leading: Option<bool>,
    trailing: Option<bool>,
}

impl Padding {
    /// What two tables tell together.
    pub(super) fn and(self, other: Self) -> Self {
        Self { leading: either(self.leading, other.leading), trailing: either(self.trailing, other.trailing) }
    }

    /// What a table tells, and where it tells nothing, what the whole document does.
    fn or(self, document: Self) -> Self {
        Self { leading: self.leading.or(document.leading), trailing: self.trailing.or(document.trailing) }
    }

    /// Whether a token may be a cell. A blank at an end is one only where complete rows have none there.
    fn keeps(self, token: &Token) -> bool {
        match token.kind {
            Kind::Blank(Place::Leading) => self.leading == Some(false),
            Kind::Blank(Place::Trailing) => self.trailing == Some(false),
            _ => true,
        }
    }
}

fn either(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a || b),
        (one, other) => one.or(other),
    }
}

/// A table aligned without the blanks at the ends of its rows.
pub(super) struct Draft {
    slots: Slots,
    /// All tokens.
    tokens: Vec<Token>,
    /// Those that are no blanks at the ends of rows, and how they align.
    bare: Vec<Token>,
    alignment: Alignment,
    /// What its complete rows tell.
    pub(super) padding: Padding,
}

impl Draft {
    pub(super) fn new(slots: Slots, tokens: Vec<Token>) -> Self {
        let bare: Vec<Token> = tokens.iter().filter(|token| Padding::default().keeps(token)).cloned().collect();
        let alignment = aligned(&bare, &slots);
        let mut draft = Self { slots, tokens, bare, alignment, padding: Padding::default() };
        draft.padding =
            draft.complete_rows().map(|(first, last)| draft.padding_of(first, last)).fold(Padding::default(), Padding::and);
        draft
    }

    /// The first and last cells of the rows that have all their cells.
    fn complete_rows(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let cells = move |row: usize| {
            let own = move |slot: &usize| self.slots.sequence[*slot].row() == row;
            (0..self.slots.sequence.len()).filter(own).filter(|&slot| matches!(self.slots.sequence[slot], Slot::Cell { .. }))
        };
        let rows = self.slots.sequence.last().map_or(0, |slot| slot.row() + 1);
        (0..rows).filter_map(move |row| {
            let complete = cells(row).all(|slot| !self.alignment.taken[slot].is_empty());
            complete.then(|| Some((cells(row).next()?, cells(row).next_back()?))).flatten()
        })
    }

    fn padding_of(&self, first: usize, last: usize) -> Padding {
        let token = |slot: usize| self.bare.get(self.alignment.taken[slot].start).map(|token| token.span);
        let (Some(first), Some(last)) = (token(first), token(last)) else { return Padding::default() };
        let before = self.tokens.iter().rfind(|token| token.span.end <= first.start);
        let after = self.tokens.iter().find(|token| token.span.end > last.end);
        let is = |token: Option<&Token>, place| token.is_some_and(|token| token.kind == Kind::Blank(place));
        Padding { leading: Some(is(before, Place::Leading)), trailing: Some(is(after, Place::Trailing)) }
    }

    /// The alignment that counts, with the blanks that are cells.
    pub(super) fn settled(self, document: Padding) -> (Slots, Vec<Token>, Alignment) {
        let padding = self.padding.or(document);
        let is_complete =
            |(slot, taken): (&Slot, &std::ops::Range<usize>)| matches!(slot, Slot::Label { .. }) || !taken.is_empty();
        let complete = self.slots.sequence.iter().zip(&self.alignment.taken).all(is_complete);
        let tokens: Vec<Token> = self.tokens.iter().filter(|token| padding.keeps(token)).cloned().collect();
        if complete || tokens.len() == self.bare.len() {
            return (self.slots, self.bare, self.alignment);
        }
        let alignment = aligned(&tokens, &self.slots);
        (self.slots, tokens, alignment)
    }
}

fn aligned(tokens: &[Token], slots: &Slots) -> Alignment {
    let mut alignment = align(tokens, slots);
    anchors::hold(tokens, slots, &mut alignment);
    alignment
}
