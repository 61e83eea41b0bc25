use std::rc::Rc;

use gouji::Severity;
use yew::prelude::*;

use super::card::Card;
use super::use_ui;
use super::verified::Verified;
use crate::border::RulePage;
use crate::checked::Checked;
use crate::state::{Action, Chosen, MAX_LISTED};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct FindingsProps {
    pub(super) checked: Rc<Checked>,
    /// Those that pass the filter, by number.
    pub(super) listed: Vec<usize>,
    pub(super) filter: Option<Severity>,
    pub(super) all: bool,
    pub(super) chosen: Option<Chosen>,
    pub(super) rules: Rc<[RulePage]>,
}

/// The findings, worst first; last what was verified.
#[component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let checked = &props.checked;
    let filter = |to: Option<Severity>, name: String| {
        let session = ui.session.clone();
        let onclick = Callback::from(move |_: MouseEvent| session.send(Action::Filter(to)));
        let pressed = (props.filter == to).to_string();
        html! { <button type="button" class="filter" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    let severities: Vec<Severity> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .filter(|&severity| checked.count(severity) > 0)
        .collect();
    let limit = if props.all { usize::MAX } else { MAX_LISTED };
    let hidden = props.listed.len().saturating_sub(limit);
    let related = |number: usize| match props.chosen {
        Some(Chosen::Cell(cell)) => checked.cells.get(cell).is_some_and(|cell| cell.findings.contains(&number)),
        _ => false,
    };
    let on_all = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(Action::All))
    };
    html! {
        <section class="findings" part="findings" aria-label={words.findings}>
            <div class="findings__head">
                <h2 class="findings__name">
                    { match (checked.findings.len(), checked.form) {
                        (0, None) => words.unchecked.to_owned(),
                        (0, Some(_)) => words.findings_none.to_owned(),
                        (number, _) => words.findings_found(number),
                    } }
                </h2>
                if severities.len() > 1 {
                    <div class="filters" role="group" aria-label={words.filter}>
                        { filter(None, words.filter_all.to_owned()) }
                        { for severities.iter().map(|&severity| {
                            filter(Some(severity), format!("{} {}", words.severity(severity), checked.count(severity)))
                        }) }
                    </div>
                }
            </div>
            <ol class="cards">
                { for props.listed.iter().take(limit).map(|&number| {
                    let rule = &checked.findings[number].found.rule;
                    html! {
                        <Card
                            key={checked.findings[number].found.fingerprint.clone()}
                            checked={checked.clone()}
                            {number}
                            chosen={props.chosen == Some(Chosen::Finding(number))}
                            related={related(number)}
                            page={props.rules.iter().find(|page| page.id == *rule).cloned()}
                        />
                    }
                }) }
                if hidden > 0 {
                    <li><button type="button" class="button" onclick={on_all}>{ words.show_more(hidden) }</button></li>
                }
                <Verified checked={checked.clone()} />
            </ol>
        </section>
    }
}
