use gouji::Severity;
use yew::prelude::*;

use super::icon::Icon;
use super::{sign, use_ui};
use crate::state::Shown;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct VerdictProps {
    pub(super) shown: Shown,
}

/// One line: what was found, how much was read, and that nothing left the machine.
#[component]
pub(super) fn Verdict(props: &VerdictProps) -> Html {
    let words = use_ui().words;
    let checked = &props.shown.checked;
    let summary = &checked.report.summary;
    let pill = |severity: Severity| {
        let count = checked.count(severity);
        (count > 0).then(|| {
            html! {
                <li class={format!("pill pill--{}", severity.id())}>
                    <span aria-hidden="true">{ sign(severity) }</span>{ words.counted(severity, count) }
                </li>
            }
        })
    };
    let checked_at_all = checked.form.is_some();
    let clean = checked_at_all && checked.count(Severity::Error) + checked.count(Severity::Warning) == 0;
    let complete = summary.cells_read == summary.cells_expected;
    html! {
        <section class="verdict" data-testid="summary" tabindex="-1" aria-label={words.verdict(checked)}>
            <ul class="pills">
                if !checked_at_all {
                    <li class="pill pill--plain"><span aria-hidden="true">{ "–" }</span>{ words.unchecked }</li>
                }
                if clean {
                    <li class="pill pill--good"><span aria-hidden="true">{ "✓" }</span>{ words.clean }</li>
                }
                { for [Severity::Error, Severity::Warning, Severity::Info].into_iter().filter_map(pill) }
                if checked_at_all {
                    <li class={classes!("pill", if complete { "pill--good" } else { "pill--warning" })}>
                        <span aria-hidden="true">{ if complete { "✓" } else { "!" } }</span>
                        { words.cells_read(summary.cells_read, summary.cells_expected) }
                    </li>
                }
            </ul>
            if let Some((holding, all)) = checked.balance() {
                <p class="verdict__sums">{ words.sums_hold(holding, all) }</p>
            }
            <p class="private private--line">{ Icon::Lock.draw() }{ words.private_done }</p>
        </section>
    }
}
