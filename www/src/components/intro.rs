use yew::prelude::*;

use super::icon::Icon;
use super::use_ui;

/// What this is, above the place to paste into.
#[component]
pub(super) fn Intro() -> Html {
    let words = use_ui().words;
    html! {
        <div class="intro">
            <h1 class="intro__title">{ words.title }</h1>
            <p class="intro__lead">{ words.lead }</p>
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct PromisesProps {
    /// Whether the page would open without its host.
    pub(super) offline: bool,
}

/// What may be expected, below it.
#[component]
pub(super) fn Promises(props: &PromisesProps) -> Html {
    let words = use_ui().words;
    html! {
        <>
            <ul class="promises">
                { for words.promises.iter().map(|(name, text)| html! {
                    <li class="promise"><h2 class="promise__name">{ *name }</h2><p>{ *text }</p></li>
                }) }
            </ul>
            <p class="scope">
                { words.scope }
                if props.offline {
                    <span class="scope__offline">{ Icon::Check.draw() }{ words.offline }</span>
                }
            </p>
        </>
    }
}
