use std::rc::Rc;

use gouji::form::Relation;
use yew::prelude::*;

use super::icon::Icon;
use super::use_ui;
use crate::checked::{Checked, Outcome, Sum};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct VerifiedProps {
    pub(super) checked: Rc<Checked>,
}

/// The last card: what was verified, or that nothing was.
#[component]
pub(super) fn Verified(props: &VerifiedProps) -> Html {
    let words = use_ui().words;
    let checked = &props.checked;
    let Some(form) = checked.form else {
        // A finding says already what is the matter.
        if !checked.findings.is_empty() {
            return Html::default();
        }
        let (title, text) = if checked.has_note("not-a-report") {
            (words.not_a_report, words.not_a_report_more)
        } else {
            (words.other_form, words.other_form_more)
        };
        return html! {
            <li class="card card--info card--note" data-testid="note">
                <p class="card__place"><span class="card__severity"><span aria-hidden="true">{ "i" }</span>{ words.unchecked }</span></p>
                <h3 class="card__message">{ title }</h3>
                <p class="card__text">{ text }</p>
            </li>
        };
    };
    let summary = &checked.report.summary;
    if summary.cells_read == 0 {
        return Html::default();
    }
    let (holding, all) = checked.balance().unwrap_or_default();
    let is_open = |sum: &&Sum| sum.equation.relation == Relation::Equal && sum.outcome == Outcome::CannotTell;
    let open = checked.equations.iter().filter(is_open).count();
    let sections =
        form.sections.iter().filter(|section| checked.report.report.sections.iter().any(|own| own.id == section.id)).count();
    let clean = checked.findings.is_empty();
    html! {
        <li class={classes!("card", "card--good", clean.then_some("card--clean"))} data-testid="verified">
            <p class="card__place"><span class="card__severity">{ Icon::Check.draw() }{ words.verified }</span></p>
            <h3 class="card__message">{ if clean { words.clean_title.to_owned() } else { words.sums_hold(holding, all) } }</h3>
            <ul class="card__facts">
                <li>{ words.cells_read(summary.cells_read, summary.cells_expected) }</li>
                if clean { <li>{ words.sums_hold(holding, all) }</li> }
                if open > 0 { <li>{ words.sums_open(open) }</li> }
                <li>{ words.sections_found(sections, form.sections.len()) }</li>
            </ul>
            <p class="card__basis"><span class="card__label">{ words.basis }</span>{ form.basis }</p>
        </li>
    }
}
