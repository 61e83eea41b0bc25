use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::icon::Icon;
use super::use_ui;
use crate::state::{Action, Problem};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ProblemNoticeProps {
    pub(super) problem: Problem,
}

/// Why there is no result, and what to do.
#[component]
pub(super) fn ProblemNotice(props: &ProblemNoticeProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let problem = &props.problem;
    let on_retry = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| {
            session.send(Action::ProblemSeen);
            session.retry();
        })
    };
    let on_close = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(Action::ProblemSeen))
    };
    html! {
        <section class="notice notice--error" role="alert" data-testid="problem">
            <span class="notice__sign" aria-hidden="true">{ "✕" }</span>
            <div class="notice__body">
                <h2 class="notice__title">{ words.problem_title(problem) }</h2>
                <p>{ words.problem(problem) }</p>
                if let Problem::Unavailable { detail } = problem {
                    <p class="notice__detail">{ detail }</p>
                }
            </div>
            if matches!(problem, Problem::Crashed | Problem::Unavailable { .. }) {
                <button type="button" class="button" onclick={on_retry}>{ words.retry }</button>
            }
            <button type="button" class="button button--quiet button--icon" aria-label={words.close} onclick={on_close}>{ Icon::Close.draw() }</button>
        </section>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct UpdateNoticeProps {
    pub(super) apply: Function,
}

/// The quiet offer of a new version.
#[component]
pub(super) fn UpdateNotice(props: &UpdateNoticeProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let on_apply = {
        let apply = props.apply.clone();
        Callback::from(move |_: MouseEvent| {
            let _ = apply.call0(&JsValue::NULL);
        })
    };
    let on_later = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(Action::Update(None)))
    };
    html! {
        <aside class="update" role="status" data-testid="update">
            <span>{ words.update }</span>
            <button type="button" class="button" onclick={on_apply}>{ words.update_now }</button>
            <button type="button" class="button button--quiet" onclick={on_later}>{ words.later }</button>
        </aside>
    }
}
