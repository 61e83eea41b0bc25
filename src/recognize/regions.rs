//! Where in a document a table stands.

use super::slots::Slots;
use super::tokens::{Kind, Token, tokens};
use crate::form::{Form, Role, Table};
use crate::report::FoundSection;
use crate::text::fold::key;
use crate::{Document, Span};

/// More tokens than any table has, noise included; what follows is not aligned.
const MAX_TOKENS: usize = 4000;
/// Labels shorter than this, in characters, are too common to find a table by.
const TELLING: usize = 4;

/// The tokens of the region in which a table stands.
pub(super) fn find(
    document: &Document,
    form: &Form,
    sections: &[FoundSection],
    table: &Table,
    slots: &Slots,
) -> Option<Vec<Token>> {
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

/// Whether tokens hold a table: a third of its row labels, or of its header labels and of its cells, or most of its cells.
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
