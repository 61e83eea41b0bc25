use yew::prelude::*;

use super::findings::Findings;
use super::header::{Actions, Subject};
use super::sheet::Sheet;
use super::use_ui;
use super::verdict::Verdict;
use crate::dom;
use crate::dom::element_of;
use crate::settings::Width;
use crate::state::{Action, Chosen, Phase, Shown, State};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ResultProps {
    pub(super) state: State,
    pub(super) shown: Shown,
}

/// What was found: the verdict, the sheet, the findings.
#[component]
pub(super) fn ResultView(props: &ResultProps) -> Html {
    let ui = use_ui();
    let ResultProps { state, shown } = props;
    let root = use_node_ref();
    use_places(&root, state, shown);

    let sheet = state.show.text || state.show.tables;
    // On a phone the place of what is chosen comes up as a sheet from below; in somebody's page nothing is laid over theirs.
    let raised = sheet && ui.session.is_page() && state.width == Width::Narrow && state.chosen.is_some();
    let on_close = {
        let session = ui.session.clone();
        Callback::from(move |()| session.send(Action::Choose(None)))
    };
    let layout = if sheet && state.show.findings { "panes" } else { "panes panes--single" };
    html! {
        <div ref={root} class={classes!("result", state.running.is_some().then_some("is-busy"))} aria-busy={state.running.is_some().to_string()}>
            if !ui.session.is_page() {
                <div class="toolbar"><Subject shown={shown.clone()} /><Actions phase={state.phase} /></div>
            }
            <Verdict shown={shown.clone()} />
            <div class={layout}>
                if sheet {
                    <Sheet
                        checked={shown.checked.clone()}
                        show={state.show}
                        tab={state.tab}
                        chosen={state.chosen}
                        {raised}
                        {on_close}
                    />
                }
                if state.show.findings {
                    <Findings
                        checked={shown.checked.clone()}
                        listed={state.listed(&shown.checked).collect::<Vec<_>>()}
                        filter={state.filter}
                        all={state.all}
                        chosen={state.chosen}
                        rules={state.rules.clone()}
                    />
                }
            </div>
        </div>
    }
}

/// Shows the place of what is chosen, and the card of a place that is chosen; puts the keyboard where the result is.
#[hook]
fn use_places(root: &NodeRef, state: &State, shown: &Shown) {
    {
        let root = root.clone();
        use_effect_with((state.chosen, state.tab), move |(chosen, _)| {
            let Some(root) = element_of(&root).filter(|_| chosen.is_some()) else { return };
            if let Ok(Some(card)) = root.query_selector(".card.is-chosen, .card.is-related") {
                dom::reveal_nearest(&card);
            }
            if let Ok(Some(place)) = root.query_selector(".is-target") {
                dom::reveal(&place);
            }
            let in_sheet = root.query_selector(".sheet:focus-within").ok().flatten().is_some();
            let goes_on = match chosen {
                // After a move by arrow key.
                Some(Chosen::Cell(_)) if in_sheet => root.query_selector("td.is-chosen:not(:focus)"),
                // After `n` and `p`: what is read aloud, and where the next key goes on from.
                Some(Chosen::Finding(_)) if !in_sheet => root.query_selector(".card.is-chosen .card__choose:not(:focus)"),
                _ => Ok(None),
            };
            if let Ok(Some(element)) = goes_on {
                dom::focus(&element);
            }
        });
    }
    let (root, phase) = (root.clone(), state.phase);
    use_effect_with(shown.checked.clone(), move |_| {
        if phase == Phase::Reading
            && let Some(root) = element_of(&root)
            && let Ok(Some(summary)) = root.query_selector("[data-testid=summary]")
        {
            dom::focus(&summary);
        }
    });
}
