use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::use_ui;
use crate::checked::Checked;
use crate::dom;
use crate::passages::{Kind, MAX_SHOWN, Passage};
use crate::state::{Action, Chosen, Tab};
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct TextProps {
    pub(super) checked: Rc<Checked>,
    pub(super) chosen: Option<Chosen>,
}

/// The document as it was read, with findings marked in place.
#[component]
pub(super) fn Text(props: &TextProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let checked = &props.checked;
    let choose = {
        let (session, checked, chosen) = (ui.session.clone(), checked.clone(), props.chosen);
        move |target| {
            let Some(numbers) = dom::nearest_attribute(target, "data-findings") else { return false };
            let numbers: Vec<usize> = numbers.split(' ').filter_map(|number| number.parse().ok()).collect();
            // Where several findings share a place, choosing it again goes on to the next.
            let at = numbers.iter().position(|&number| chosen == Some(Chosen::Finding(number)));
            let next = at.map_or(0, |at| (at + 1) % numbers.len());
            if let Some(&number) = numbers.get(next).filter(|&&number| number < checked.findings.len()) {
                session.send(Action::ChooseHere(Chosen::Finding(number)));
            }
            true
        }
    };
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |event: MouseEvent| {
            choose(event.target());
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if (event.key() == "Enter" || event.key() == " ") && choose(event.target()) {
            event.prevent_default();
        }
    });
    let to_tables = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(Action::Tab(Tab::Tables)))
    };

    let marks = marks(checked, props.chosen);
    let passage = |passage: &Passage| {
        let pieces = pieces(checked, &marks, &passage.range, words);
        match passage.kind {
            Kind::Title => html! { <p class="prose__title">{ for pieces }</p> },
            Kind::Heading => html! { <h2 class="prose__heading">{ for pieces }</h2> },
            Kind::Paragraph => html! { <p>{ for pieces }</p> },
            Kind::Raw(table) => {
                let name = checked.form.and_then(|form| form.table(table)).map_or("", |table| table.name);
                html! {
                    <div class="raw">
                        <p class="raw__name">
                            { words.raw_table(name) }
                            <button type="button" class="link" onclick={to_tables.clone()}>{ words.see_table }</button>
                        </p>
                        <div class={classes!("raw__text", is_a_cell_a_line(&checked.text[passage.range.clone()]).then_some("raw__text--flow"))}>{ for pieces }</div>
                    </div>
                }
            }
        }
    };
    html! {
        <article class="prose" lang="zh-CN" {onclick} {onkeydown}>
            { for checked.passages.iter().map(passage) }
            if checked.text.len() > MAX_SHOWN {
                <p class="prose__cut">{ words.text_cut }</p>
            }
        </article>
    }
}

/// Whether lines are so short that each must be one cell.
fn is_a_cell_a_line(text: &str) -> bool {
    text.chars().count() < 16 * text.lines().count()
}

/// A marked place: the findings that share it.
struct Mark {
    range: Range<usize>,
    findings: Vec<usize>,
    /// Where a chosen cell stands.
    spot: bool,
    /// Whether one of the findings is chosen.
    chosen: bool,
}

/// Marks in the order of the text, none over another.
fn marks(checked: &Checked, chosen: Option<Chosen>) -> Vec<Mark> {
    let spot = match chosen {
        Some(Chosen::Cell(cell)) => checked.cells.get(cell).and_then(|cell| cell.span.clone()),
        _ => None,
    };
    let places: Vec<Range<usize>> = checked.findings.iter().map(|finding| place(&checked.text, &finding.span)).collect();
    let mut edges: Vec<usize> = places.iter().chain(&spot).flat_map(|range| [range.start, range.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let covers = |range: &Range<usize>, part: &Range<usize>| range.start <= part.start && part.end <= range.end;
    let mark = |range: Range<usize>, findings: Vec<usize>| {
        let spot = spot.as_ref().is_some_and(|spot| covers(spot, &range));
        let chosen = findings.iter().any(|&number| chosen == Some(Chosen::Finding(number)));
        Mark { range, findings, spot, chosen }
    };
    let over = |part: &Range<usize>| -> Vec<usize> {
        places.iter().enumerate().filter(|(_, own)| !own.is_empty() && covers(own, part)).map(|(number, _)| number).collect()
    };
    let mut marks: Vec<Mark> = edges
        .windows(2)
        .map(|pair| pair[0]..pair[1])
        .map(|part| mark(part.clone(), over(&part)))
        .filter(|mark| mark.spot || !mark.findings.is_empty())
        .collect();
    // What is missing has a place without an extent.
    for &at in &edges {
        let findings: Vec<usize> = (0..places.len()).filter(|&number| places[number] == (at..at)).collect();
        if !findings.is_empty() {
            marks.push(mark(at..at, findings));
        }
    }
    marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    marks
}

/// A finding's place as it is marked: what runs over many lines is marked by its first.
fn place(text: &str, span: &Range<usize>) -> Range<usize> {
    let Some(quote) = text.get(span.clone()) else { return span.clone() };
    let start = span.start + (quote.len() - quote.trim_start().len());
    let line = quote.trim_start().lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}

/// The text of a passage, cut where marks begin and end.
fn pieces(checked: &Checked, marks: &[Mark], range: &Range<usize>, words: &Words) -> Vec<Html> {
    let text = |part: Range<usize>| checked.text.get(part).unwrap_or_default();
    let mut pieces = Vec::new();
    let mut from = range.start;
    for mark in marks {
        let inside = mark.range.start.max(range.start)..mark.range.end.min(range.end);
        let here = if mark.range.is_empty() {
            range.start <= mark.range.start && mark.range.start <= range.end
        } else {
            !inside.is_empty()
        };
        if !here || inside.start < from {
            continue;
        }
        if from < inside.start {
            pieces.push(html! { { text(from..inside.start).to_owned() } });
        }
        pieces.push(marked(checked, mark, text(inside.clone()), words));
        from = inside.end;
    }
    if from < range.end {
        pieces.push(html! { { text(from..range.end).to_owned() } });
    }
    pieces
}

fn marked(checked: &Checked, mark: &Mark, quote: &str, words: &Words) -> Html {
    let Some(worst) = mark.findings.first().and_then(|&number| checked.findings.get(number)) else {
        return html! { <mark class="spot is-target">{ quote.to_owned() }</mark> };
    };
    let numbers: Vec<String> = mark.findings.iter().map(ToString::to_string).collect();
    let class = classes!(
        "flaw",
        format!("flaw--{}", worst.severity.id()),
        mark.chosen.then_some("is-chosen"),
        (mark.spot || mark.chosen).then_some("is-target"),
    );
    let label = format!("{quote} {}：{}", words.severity(worst.severity), worst.found.message);
    html! {
        <mark {class} role="button" tabindex="0" data-findings={numbers.join(" ")} aria-label={label} title={worst.found.message.clone()}>
            { quote.to_owned() }
        </mark>
    }
}
