use std::rc::Rc;

use yew::prelude::*;

use super::icon::Icon;
use super::sums::{figures, named};
use super::{sign, use_ui};
use crate::cells::State;
use crate::checked::{Checked, Outcome};
use crate::state::{Action, Chosen};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct InspectorProps {
    pub(super) checked: Rc<Checked>,
    pub(super) cell: usize,
    /// Whether the text can be shown.
    pub(super) text: bool,
}

/// What is to be known about the chosen cell: what stands in it, and every equation that it stands in.
#[component]
pub(super) fn Inspector(props: &InspectorProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let checked = &*props.checked;
    let Some(cell) = checked.cells.get(props.cell) else { return Html::default() };
    let table = checked.form.and_then(|form| form.table(cell.id.table));
    let name = table.map(|table| format!("{} · {}", table.name, table.cell_name(cell.id))).unwrap_or_default();
    let value = match cell.state {
        State::Number(_) | State::NotANumber => cell.raw.clone(),
        State::Blank => words.blank.to_owned(),
        State::Unread => words.unread.to_owned(),
    };
    let on_text = {
        let (session, cell) = (ui.session.clone(), props.cell);
        Callback::from(move |_: MouseEvent| session.send(Action::ChooseInText(cell)))
    };
    let on_close = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(Action::Choose(None)))
    };
    let equation = |sum: &crate::checked::Sum| {
        let (class, sign, spoken) = match sum.outcome {
            Outcome::Holds => ("sum--holds", "✓", words.holds),
            Outcome::Fails(_) => ("sum--fails", "✕", words.fails),
            Outcome::CannotTell => ("sum--open", "–", words.cannot_tell),
        };
        html! {
            <li class={classes!("sum", class)}>
                <span class="sum__sign" role="img" aria-label={spoken}>{ sign }</span>
                <span class="sum__name" lang="zh-CN">{ named(sum, checked, words) }</span>
                <span class="sum__figures">{ figures(sum, checked).unwrap_or_else(|| words.cannot_tell.to_owned()) }</span>
            </li>
        }
    };
    let finding = |&number: &usize| {
        let session = ui.session.clone();
        let onclick = Callback::from(move |_: MouseEvent| session.send(Action::ChooseHere(Chosen::Finding(number))));
        let found = &checked.findings[number];
        html! {
            <button type="button" class={format!("chip chip--{}", found.severity.id())} title={found.found.message.clone()} {onclick}>
                <span aria-hidden="true">{ sign(found.severity) }</span>{ found.found.rule.clone() }
            </button>
        }
    };
    let sums: Vec<Html> = checked.equations_of(props.cell).map(equation).collect();
    html! {
        <aside class="inspector" aria-label={words.cell} aria-live="polite">
            <div class="inspector__head">
                <p class="inspector__name" lang="zh-CN">{ name }</p>
                <p class="inspector__value">{ value }</p>
                { for cell.findings.iter().map(finding) }
                <span class="spring" />
                if props.text && cell.span.is_some() {
                    <button type="button" class="button button--quiet" onclick={on_text}>{ Icon::Place.draw() }{ words.in_text }</button>
                }
                <button type="button" class="button button--quiet button--icon" aria-label={words.close} onclick={on_close}>{ Icon::Close.draw() }</button>
            </div>
            if sums.is_empty() {
                <p class="inspector__none">{ words.no_equation }</p>
            } else {
                <ul class="sums">{ for sums }</ul>
            }
        </aside>
    }
}
