use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::sums::figure;
use super::{sign, use_ui};
use crate::border::RulePage;
use crate::checked::{Checked, Finding};
use crate::state::{Action, Chosen};
use crate::words::Words;
use gouji::write::json::{EquationObject, Value};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct CardProps {
    pub(super) checked: Rc<Checked>,
    pub(super) number: usize,
    pub(super) chosen: bool,
    /// Whether it speaks of the chosen cell.
    pub(super) related: bool,
    /// Its rule's page, once the engine has sent it.
    pub(super) page: Option<RulePage>,
}

/// One finding.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let finding = &props.checked.findings[props.number];
    let found = &finding.found;
    let choose = {
        let (session, number) = (ui.session.clone(), props.number);
        Callback::from(move |()| session.send(Action::Choose(Some(Chosen::Finding(number)))))
    };
    // Anywhere on the card will do for a mouse; for the keyboard there is the message.
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |event: MouseEvent| {
            let own = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            if own.is_none_or(|target| target.closest("details").ok().flatten().is_none()) {
                choose.emit(());
            }
        })
    };
    let ontoggle = {
        let session = ui.session.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            if details.is_some_and(|details| details.open()) {
                session.load_rules();
            }
        })
    };
    let severity = finding.severity;
    let class = classes!(
        "card",
        format!("card--{}", severity.id()),
        props.chosen.then_some("is-chosen"),
        props.related.then_some("is-related"),
    );
    let quote = found.quote.trim();
    html! {
        <li {class} data-testid="finding" data-rule={found.rule.clone()} data-severity={severity.id()} part="finding" {onclick}>
            <p class="card__place">
                <span class="card__severity"><span aria-hidden="true">{ sign(severity) }</span>{ words.severity(severity) }</span>
                <span class="card__where">{ place(&props.checked, finding, words) }</span>
                <span class="card__rule">{ found.rule.clone() }</span>
            </p>
            <h3 class="card__message">
                <button type="button" class="card__choose" aria-pressed={props.chosen.to_string()}>{ found.message.clone() }</button>
            </h3>
            if let Some(equation) = &found.equation {
                <p class="equation">
                    <EquationView equation={equation.clone()} />
                    <span class="equation__off">{ words.off_by(&figure((number(equation.left) - number(equation.right)).abs())) }</span>
                </p>
            } else if finding.cells.is_empty() && !quote.is_empty() && finding.section.as_deref() != Some(quote) {
                <p class="card__quote" lang="zh-CN">{ shortened(quote) }</p>
            }
            if !found.basis.is_empty() {
                <p class="card__basis"><span class="card__label">{ words.basis }</span>{ found.basis.clone() }</p>
            }
            <details class="rule" {ontoggle}>
                <summary>{ words.about_rule }</summary>
                if let Some(page) = &props.page {
                    <RuleView page={page.clone()} />
                } else {
                    <p>{ words.loading }</p>
                }
            </details>
        </li>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct RuleViewProps {
    page: RulePage,
}

/// A rule's page.
#[component]
fn RuleView(props: &RuleViewProps) -> Html {
    let words = use_ui().words;
    let page = &props.page;
    html! {
        <dl class="rule__page">
            <dt>{ words.rule_catches }</dt><dd>{ page.catches.clone() }</dd>
            <dt>{ words.rule_mend }</dt><dd>{ page.mend.clone() }</dd>
            <dt>{ words.rule_limits }</dt><dd>{ page.limits.clone() }</dd>
            <dt>{ words.rule_example }</dt><dd class="rule__example" lang="zh-CN">{ page.example.clone() }</dd>
        </dl>
    }
}

/// Where a finding is: the table and what its cells share, or the section.
fn place(checked: &Checked, finding: &Finding, words: &Words) -> String {
    let ids: Vec<_> = finding.cells.iter().map(|&cell| checked.cells[cell].id).collect();
    let table = ids.first().and_then(|id| checked.form?.table(id.table));
    if let (Some(table), Some(first)) = (table, ids.first()) {
        let row = ids.iter().all(|id| id.row == first.row).then(|| table.row_name(first.row));
        let column = ids.iter().all(|id| id.column == first.column).then(|| table.column_name(first.column));
        let names: Vec<&str> = [Some(table.name), row, column].into_iter().flatten().collect();
        return names.join(" · ");
    }
    finding.section.clone().unwrap_or_else(|| words.beginning.to_owned())
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct EquationProps {
    equation: EquationObject,
}

/// An equation with the sums of both sides written out, broken between terms but not in what they add up to:
/// `13 + 3 = 16 ≠ 17`.
#[component]
fn EquationView(props: &EquationProps) -> Html {
    let EquationObject { text, left, right } = &props.equation;
    let parts = [" ≠ ", " < "].into_iter().find_map(|sign| text.split_once(sign).map(|(left, right)| (left, sign, right)));
    let Some((terms, sign, other)) = parts else { return html! { <span>{ text.clone() }</span> } };
    let result = |terms: &str, sum: Value| terms.contains(" + ").then(|| figure(number(sum)));
    let before = result(terms, *left).map(|sum| format!("= {sum}")).unwrap_or_default();
    let after = result(other, *right).map(|sum| format!("{sum} = ")).unwrap_or_default();
    html! {
        <span>
            { format!("{terms} ") }
            <span class="equation__result">{ format!("{before}{sign}{after}{other}") }</span>
        </span>
    }
}

fn number(value: Value) -> f64 {
    match value {
        // Exact: the engine gives no whole number beyond 53 bits.
        #[allow(clippy::cast_precision_loss)]
        Value::Whole(whole) => whole as f64,
        Value::Decimal(decimal) => decimal,
    }
}

/// A quotation that fits on a card.
fn shortened(quote: &str) -> String {
    const MAX: usize = 70;
    let line = quote.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(MAX).collect();
    if short.len() < quote.len() {
        short.push('…');
    }
    short
}
