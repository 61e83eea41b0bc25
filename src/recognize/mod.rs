//! Document and forms to [`Report`]: sections, tables, year and period.
//!
//! The form is known, so a table is not guessed from its looks: what was found is aligned with what the form would print.

mod align;
mod anchors;
mod facts;
mod headings;
mod padding;
mod regions;
mod similarity;
mod slots;
mod tables;
mod tokens;

use crate::report::{Recognition, Report};
use crate::{Document, Form, Span};

/// Recognizes a document as a report on one of the known forms.
pub(crate) fn recognize(document: &Document) -> Report {
    let form = Form::current();
    let foreign = slots::has_foreign_labels(document, form);
    let sections = headings::sections(document, form);
    let tables = if foreign { Vec::new() } else { tables::read(document, form, &sections) };

    let prose = outside(document.text.len(), tables.iter().filter_map(|reading| reading.span));
    let facts = facts::Facts::find(document, &sections, &prose);
    let known_year = facts.year.is_none_or(|found| form.is_for(found.year));
    let has_tables = tables.iter().any(crate::report::TableReading::is_found);
    let has_sections = sections.iter().filter(|section| section.id.is_some()).count() > 1;
    let recognition = if foreign || (!has_tables && !known_year && (has_sections || facts.title.is_some())) {
        Recognition::OtherForm
    } else if has_tables || has_sections || facts.title.is_some() {
        Recognition::Known
    } else {
        Recognition::NotAReport
    };
    Report {
        form: (recognition == Recognition::Known).then_some(form),
        recognition,
        title: facts.title,
        year: facts.year,
        period: facts.period,
        sections,
        tables: if recognition == Recognition::Known { tables } else { Vec::new() },
        prose,
    }
}

/// What of `0..length` lies outside the spans, which come in any order and may overlap.
fn outside(length: usize, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_unstable();
    let mut gaps = Vec::new();
    let mut from = 0;
    for span in spans.into_iter().chain([Span::at(length)]) {
        if from < span.start {
            gaps.push(Span::new(from, span.start));
        }
        from = from.max(span.end);
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::outside;
    use crate::Span;

    #[test]
    fn gaps_are_what_no_span_covers() {
        let spans = [Span::new(6, 8), Span::new(2, 4), Span::new(3, 5)];
        assert_eq!(outside(9, spans.into_iter()), [Span::new(0, 2), Span::new(5, 6), Span::new(8, 9)]);
        assert_eq!(outside(0, std::iter::empty()), []);
    }
}
