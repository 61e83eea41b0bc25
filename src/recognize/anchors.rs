//! Rows that stand elsewhere than the form prints them.
//!
//! An alignment keeps the form's order, so of two rows that were swapped it can hold one. But a row whose label occurs once, to
//! the letter, with exactly as many cells after it as it has, is that row wherever it stands.

use super::align::Alignment;
use super::slots::{Slot, Slots};
use super::tokens::{Kind, Token};
use crate::form::Role;

/// Gives rows that the alignment could not hold what stands after their label.
pub(super) fn hold(tokens: &[Token], slots: &Slots, alignment: &mut Alignment) {
    for start in 0..slots.sequence.len() {
        let Slot::Label { keys, role: Role::Row, .. } = &slots.sequence[start] else { continue };
        let cells = start + 1..slots.row_ends[start];
        if cells.clone().all(|slot| alignment.agreed[slot] && !alignment.taken[slot].is_empty()) {
            continue;
        }
        let Some(label) = only(tokens, keys) else { continue };
        let is_value = |token: &Token| !matches!(token.kind, Kind::Text(_));
        let values = tokens[label + 1..].iter().take_while(|token| is_value(token)).count();
        if values != cells.len() {
            continue;
        }
        let held = label..=label + values;
        for (slot, taken) in alignment.taken.iter_mut().enumerate() {
            if taken.clone().any(|token| held.contains(&token)) {
                *taken = 0..0;
                alignment.agreed[slot] = false;
            }
        }
        for (slot, token) in (start..slots.row_ends[start]).zip(held.clone()) {
            alignment.taken[slot] = token..token + 1;
            alignment.agreed[slot] = true;
        }
        alignment.likeness[start] = 1000;
        alignment.skipped.retain(|token| !held.contains(token));
    }
}

/// The one token that is a label to the letter.
fn only(tokens: &[Token], keys: &[String]) -> Option<usize> {
    let mut found = (0..tokens.len()).filter(|&token| matches!(&tokens[token].kind, Kind::Text(key) if keys.contains(key)));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
