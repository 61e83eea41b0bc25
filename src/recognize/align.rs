//! The aligner: found tokens against a form's printed sequence.
//!
//! One cheapest global alignment serves every layout and every loss. What makes it honest is that the costs of the best way
//! through are known from both ends: a cell is read only when *every* alignment that costs (nearly) as little gives it the same
//! text. So a row with six numbers where seven belong is not shifted and not padded; its cells stay unread.

use std::collections::HashMap;

use super::similarity::{ALIKE, similarity};
use super::slots::{Slot, Slots};
use super::tokens::{Kind, Token};
use crate::form::Role;

/// No way.
const NEVER: u32 = u32::MAX / 4;
/// A cell for which nothing is found, and a number that no cell takes.
const GAP: u32 = 10;
/// A blank cell taken for a cell: better than none, worse than a number.
const BLANK: u32 = 3;
/// A filler taken for a cell.
const FILLER: u32 = 1;
/// An alignment that costs no more than this above the cheapest may as well be the right one.
const MARGIN: u32 = 4;
/// Words skipped between rows; inside a row, or between its label and its cells, they part what belongs together.
const WORDS: u32 = 4;
const WORDS_INSIDE: u32 = 30;
/// Words that cannot be recognized, taken for a row's label: cheaper than passing them over and leaving the label out.
const DAMAGED: u32 = 8;
/// Tokens of a label that may be spread over lines.
const MAX_SPLIT: usize = 4;

/// One cheapest alignment, and for each slot whether all the cheapest agree on it.
#[derive(Debug)]
pub(super) struct Alignment {
    /// For each slot the tokens that it takes, as a range; empty when it takes none.
    pub(super) taken: Vec<std::ops::Range<usize>>,
    /// For each slot whether the cheapest alignments agree on it.
    pub(super) agreed: Vec<bool>,
    /// For each label slot how alike what it takes is, of 1000.
    pub(super) likeness: Vec<u32>,
    /// The tokens that no slot takes and that could be cells.
    pub(super) skipped: Vec<usize>,
}

/// Aligns tokens with slots.
pub(super) fn align(tokens: &[Token], slots: &Slots) -> Alignment {
    let costs = Costs::new(tokens, slots);
    let forward = costs.forward();
    let backward = costs.backward();
    let best = forward.at(tokens.len(), slots.sequence.len());
    let mut alignment = costs.trace(&forward);
    for slot in 0..slots.sequence.len() {
        if let Slot::Cell { .. } = slots.sequence[slot] {
            alignment.agreed[slot] = costs.agree(slot, &alignment.taken[slot], best, &forward, &backward);
        }
    }
    alignment
}

/// A matrix of costs: tokens down, slots across.
struct Matrix {
    width: usize,
    costs: Vec<u32>,
}

impl Matrix {
    fn new(tokens: usize, slots: usize) -> Self {
        Self { width: slots + 1, costs: vec![NEVER; (tokens + 1) * (slots + 1)] }
    }

    fn at(&self, token: usize, slot: usize) -> u32 {
        self.costs[token * self.width + slot]
    }

    fn lower(&mut self, token: usize, slot: usize, cost: u32) {
        let place = &mut self.costs[token * self.width + slot];
        *place = cost.min(*place);
    }
}

/// A step from one place of the matrix: how many tokens and slots it takes, and what it costs.
#[derive(Clone, Copy)]
struct Step {
    tokens: usize,
    slots: usize,
    cost: u32,
}

struct Costs<'a> {
    tokens: &'a [Token],
    slots: &'a Slots,
    /// For each token what passing it over costs between rows.
    passing: Vec<u32>,
    /// For a token that is a row's label: how many tokens the row has, and what passing them over as a whole costs. A little less
    /// than its parts, as with [`Costs::whole_row`]: a row in another place is to be passed over, not to be read as its neighbour.
    rows: HashMap<usize, (usize, u32)>,
    /// For each token the slots at which a label may begin with it. Most have one or none.
    labels: Vec<Vec<(usize, Match)>>,
}

/// Tokens that make a label, or one token that makes two.
#[derive(Clone, Copy)]
struct Match {
    tokens: usize,
    slots: usize,
    likeness: u32,
}

impl<'a> Costs<'a> {
    fn new(tokens: &'a [Token], slots: &'a Slots) -> Self {
        let passing = tokens
            .iter()
            .map(|token| match &token.kind {
                Kind::Text(key) => match slots.role(key) {
                    // A row's own label stands where the row stands: passing it over would shift what follows.
                    Some(Role::Row) => 15 * GAP,
                    Some(Role::Group) => GAP,
                    Some(Role::Head) => WORDS + 2,
                    None => WORDS,
                },
                Kind::Number(_) | Kind::Filler => GAP,
                Kind::Blank(_) => 0,
            })
            .collect();
        Self { tokens, slots, passing, rows: rows(tokens, slots), labels: labels(tokens, slots) }
    }

    /// The labels that a token may begin at a slot.
    fn labels(&self, token: usize, slot: usize) -> impl Iterator<Item = Match> + '_ {
        self.labels[token].iter().filter(move |(at, _)| *at == slot).map(|&(_, one)| one)
    }

    /// What it costs to leave a slot empty.
    fn leaving(&self, slot: usize) -> u32 {
        match self.slots.sequence[slot] {
            Slot::Cell { .. } => GAP,
            Slot::Label { role: Role::Row, .. } => 6,
            Slot::Label { role: Role::Group, .. } => 2,
            Slot::Label { role: Role::Head, .. } => 1,
        }
    }

    /// The row of cells that may be passed over as a whole at a slot: where it ends, and what that costs.
    ///
    /// It is a little cheaper than its parts. A row that is lost is lost with its label, so the numbers after the label of the row
    /// before stay that row's.
    fn whole_row(&self, slot: usize) -> Option<(usize, u32)> {
        let end = *self.slots.row_ends.get(slot)?;
        let cells = u32::try_from(end - slot).unwrap_or(NEVER);
        (end > slot).then(|| (end, (GAP - 2).saturating_mul(cells)))
    }

    /// Whether a slot is a cell that other cells of its row or the row's label stand in front of.
    fn is_inside(&self, slot: usize) -> bool {
        let after_label = || slot > 0 && matches!(self.slots.sequence[slot - 1], Slot::Label { role: Role::Row, .. });
        matches!(self.slots.sequence.get(slot), Some(Slot::Cell { first, .. }) if !first || after_label())
    }

    /// What it costs to pass a token over before a slot.
    fn passing(&self, token: usize, slot: usize) -> u32 {
        match self.tokens[token].kind {
            Kind::Text(_) if self.is_inside(slot) => self.passing[token].max(WORDS_INSIDE),
            _ => self.passing[token],
        }
    }

    /// The steps from a place.
    fn steps(&self, token: usize, slot: usize, mut take: impl FnMut(Step)) {
        let (more_tokens, more_slots) = (token < self.tokens.len(), slot < self.slots.sequence.len());
        if more_tokens {
            take(Step { tokens: 1, slots: 0, cost: self.passing(token, slot) });
            if let Some(&(tokens, cost)) = self.rows.get(&token).filter(|_| !self.is_inside(slot)) {
                take(Step { tokens, slots: 0, cost });
            }
        }
        if more_slots {
            take(Step { tokens: 0, slots: 1, cost: self.leaving(slot) });
            if let Some((end, cost)) = self.whole_row(slot) {
                take(Step { tokens: 0, slots: end - slot, cost });
            }
        }
        if !(more_tokens && more_slots) {
            return;
        }
        match (&self.tokens[token].kind, &self.slots.sequence[slot]) {
            (Kind::Text(key), Slot::Label { role, .. }) => {
                // What is too damaged to be recognized may still stand in a row label's place; what is another label may not.
                if *role == Role::Row && self.slots.role(key).is_none() {
                    take(Step { tokens: 1, slots: 1, cost: DAMAGED });
                }
                for found in self.labels(token, slot) {
                    take(Step { tokens: found.tokens, slots: found.slots, cost: (1000 - found.likeness) / 125 });
                }
            }
            (kind, Slot::Cell { .. }) => {
                if let Some(cost) = cell_cost(kind) {
                    take(Step { tokens: 1, slots: 1, cost });
                }
            }
            _ => {}
        }
    }

    /// The cheapest cost from the start to every place.
    fn forward(&self) -> Matrix {
        let mut matrix = Matrix::new(self.tokens.len(), self.slots.sequence.len());
        matrix.lower(0, 0, 0);
        for token in 0..=self.tokens.len() {
            for slot in 0..=self.slots.sequence.len() {
                let here = matrix.at(token, slot);
                self.steps(token, slot, |step| {
                    matrix.lower(token + step.tokens, slot + step.slots, here + step.cost);
                });
            }
        }
        matrix
    }

    /// The cheapest cost from every place to the end.
    fn backward(&self) -> Matrix {
        let mut matrix = Matrix::new(self.tokens.len(), self.slots.sequence.len());
        matrix.lower(self.tokens.len(), self.slots.sequence.len(), 0);
        for token in (0..=self.tokens.len()).rev() {
            for slot in (0..=self.slots.sequence.len()).rev() {
                let mut here = matrix.at(token, slot);
                self.steps(token, slot, |step| {
                    here = here.min(step.cost + matrix.at(token + step.tokens, slot + step.slots));
                });
                matrix.lower(token, slot, here);
            }
        }
        matrix
    }

    /// One cheapest alignment, walked from the end.
    fn trace(&self, forward: &Matrix) -> Alignment {
        let count = self.slots.sequence.len();
        let mut alignment =
            Alignment { taken: vec![0..0; count], agreed: vec![true; count], likeness: vec![0; count], skipped: Vec::new() };
        let (mut token, mut slot) = (self.tokens.len(), count);
        while token > 0 || slot > 0 {
            let Some((from_token, from_slot)) = self.previous(forward, token, slot) else { break };
            if from_slot == slot {
                let values = (from_token..token).filter(|&token| !matches!(self.tokens[token].kind, Kind::Text(_)));
                alignment.skipped.extend(values);
            } else if from_token < token {
                for taken in from_slot..slot {
                    alignment.taken[taken] = from_token..token;
                    alignment.likeness[taken] = self.likeness(from_token, token - from_token, from_slot, slot - from_slot);
                }
            }
            (token, slot) = (from_token, from_slot);
        }
        alignment
    }

    /// A place from which a cheapest step leads here.
    fn previous(&self, forward: &Matrix, token: usize, slot: usize) -> Option<(usize, usize)> {
        let here = forward.at(token, slot);
        let near = (0..=MAX_SPLIT.min(token)).flat_map(|tokens| (0..=2.min(slot)).map(move |slots| (tokens, slots)));
        let row = self.slots.row_starts.get(slot).map(|&start| (0, slot - start));
        // A row of tokens that ends here begins with the last text before.
        let label = (0..token).rev().find(|&before| matches!(self.tokens[before].kind, Kind::Text(_)));
        let passed = label.map(|label| (token - label, 0));
        near.chain(row).chain(passed).find_map(|(tokens, slots)| {
            let (from_token, from_slot) = (token - tokens, slot - slots);
            let mut leads = false;
            self.steps(from_token, from_slot, |step| {
                leads |= (step.tokens, step.slots) == (tokens, slots) && forward.at(from_token, from_slot) + step.cost == here;
            });
            leads.then_some((from_token, from_slot))
        })
    }

    fn likeness(&self, token: usize, tokens: usize, slot: usize, slots: usize) -> u32 {
        self.labels(token, slot)
            .filter(|found| (found.tokens, found.slots) == (tokens, slots))
            .map(|found| found.likeness)
            .max()
            .unwrap_or_default()
    }

    /// Whether every cheapest alignment gives a cell the same content as the one that was traced.
    fn agree(&self, slot: usize, taken: &std::ops::Range<usize>, best: u32, forward: &Matrix, backward: &Matrix) -> bool {
        let traced = self.tokens[taken.clone()].first().map(|token| &token.kind);
        let row = self.slots.row_of_cell(slot).and_then(|start| self.whole_row(start).map(|(end, cost)| (start, end, cost)));
        (0..=self.tokens.len()).all(|token| {
            let left = forward.at(token, slot) + self.leaving(slot) + backward.at(token, slot + 1) <= best + MARGIN
                || row
                    .is_some_and(|(start, end, cost)| forward.at(token, start) + cost + backward.at(token, end) <= best + MARGIN);
            if left && traced.is_some() {
                return false;
            }
            let Some(candidate) = self.tokens.get(token) else { return true };
            let Some(cost) = cell_cost(&candidate.kind) else { return true };
            let taken = forward.at(token, slot) + cost + backward.at(token + 1, slot + 1) <= best + MARGIN;
            !taken || traced == Some(&candidate.kind)
        })
    }
}

/// The rows that stand in the tokens: see [`Costs::rows`].
fn rows(tokens: &[Token], slots: &Slots) -> HashMap<usize, (usize, u32)> {
    let is_label = |token: &Token| matches!(&token.kind, Kind::Text(key) if slots.role(key) == Some(Role::Row));
    (0..tokens.len())
        .filter(|&token| is_label(&tokens[token]))
        .map(|token| {
            let values = tokens[token + 1..].iter().take_while(|token| cell_cost(&token.kind).is_some()).count();
            let cost = (GAP - 2).saturating_mul(u32::try_from(values + 1).unwrap_or(NEVER));
            (token, (values + 1, cost))
        })
        .collect()
}

/// What it costs to take a token for a cell.
const fn cell_cost(kind: &Kind) -> Option<u32> {
    match kind {
        Kind::Number(_) => Some(0),
        Kind::Filler => Some(FILLER),
        Kind::Blank(_) => Some(BLANK),
        Kind::Text(_) => None,
    }
}

/// All places where tokens make a label.
///
/// A token that is exactly a label of the table is not compared with others; the rest are compared by likeness, alone, together
/// with the tokens after them, and as two labels in one.
fn labels(tokens: &[Token], slots: &Slots) -> Vec<Vec<(usize, Match)>> {
    let mut seen: HashMap<String, Vec<(usize, Match)>> = HashMap::new();
    (0..tokens.len())
        .map(|token| {
            let mut found = Vec::new();
            let mut joined = String::new();
            // A label that is whole by itself is not a part of another one, unless together they are exactly that.
            let mut parts_are_labels = false;
            for (count, part) in tokens[token..].iter().take(MAX_SPLIT).enumerate() {
                let Kind::Text(key) = &part.kind else { break };
                // Prose has no key.
                if key.is_empty() {
                    break;
                }
                joined.push_str(key);
                parts_are_labels |= slots.role(key).is_some();
                if count > 0 && parts_are_labels && slots.role(&joined).is_none() {
                    continue;
                }
                let matches = seen.entry(joined.clone()).or_insert_with(|| candidates(&joined, slots));
                let whole = matches.iter().filter(|(_, one)| count == 0 || one.slots == 1);
                found.extend(whole.map(|&(slot, one)| (slot, Match { tokens: count + 1, ..one })));
            }
            found
        })
        .collect()
}

/// The slots that a key may be the label of.
fn candidates(key: &str, slots: &Slots) -> Vec<(usize, Match)> {
    let exact = slots.role(key).is_some();
    let mut matches = Vec::new();
    for (slot, one) in slots.sequence.iter().enumerate() {
        let Slot::Label { keys, .. } = one else { continue };
        let alike = |label: &String| if exact { u32::from(label == key) * 1000 } else { similarity(key, label) };
        let likeness = keys.iter().map(alike).max().unwrap_or_default();
        if likeness >= ALIKE {
            matches.push((slot, Match { tokens: 1, slots: 1, likeness }));
        }
        if let (false, Some(Slot::Label { keys: next, .. })) = (exact, slots.sequence.get(slot + 1)) {
            let likeness = similarity(key, &format!("{}{}", keys[0], next[0]));
            if likeness >= 850 {
                matches.push((slot, Match { tokens: 1, slots: 2, likeness }));
            }
        }
    }
    matches
}
