use std::rc::Rc;

use gouji::Lang;
use yew::prelude::*;

use super::icon::{Icon, mark};
use super::preferences::Preferences;
use super::use_ui;
use crate::settings::Theme;
use crate::state::{Action, Phase, Shown};
use crate::storage;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct HeaderProps {
    pub(super) shown: Option<Shown>,
    pub(super) phase: Phase,
    pub(super) lang: Lang,
    pub(super) theme: Theme,
}

/// The page's header: what this is, whose report is shown, what can be done with it.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let ui = use_ui();
    let shown = props.shown.as_ref().filter(|_| props.phase != Phase::Start);
    html! {
        <header class="header">
            <div class="header__brand">{ mark() }<span class="header__name">{ ui.words.name }</span></div>
            if let Some(shown) = shown {
                <Subject shown={shown.clone()} />
                <Actions phase={props.phase} />
            }
            <Preferences lang={props.lang} theme={props.theme} />
        </header>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SubjectProps {
    pub(super) shown: Shown,
}

/// Whose report it is, of which year, on which form, from where.
#[component]
pub(super) fn Subject(props: &SubjectProps) -> Html {
    let words = use_ui().words;
    let Shown { checked, origin, name } = &props.shown;
    let content = &checked.report.report;
    let year = content.year.map(|year| words.year(year));
    let form = checked.form.map(|form| words.form(form.id));
    let source = name.clone().unwrap_or_else(|| words.source(*origin).to_owned());
    let facts: Vec<String> = [year, form, Some(source)].into_iter().flatten().collect();
    html! {
        <div class="subject">
            <h1 class="subject__unit">{ content.unit.clone().unwrap_or_else(|| words.no_unit.to_owned()) }</h1>
            <p class="subject__facts">{ facts.join(" · ") }</p>
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ActionsProps {
    pub(super) phase: Phase,
}

/// What can be done with the report that is shown.
#[component]
pub(super) fn Actions(props: &ActionsProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let editing = props.phase == Phase::Editing;
    let on_edit = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(if editing { Action::Read } else { Action::Edit }))
    };
    let on_print = Callback::from(|_: MouseEvent| {
        let _ = gloo::utils::window().print();
    });
    let on_anew = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| {
            session.forget();
            let draft = if session.is_page() { storage::draft().map(Rc::from) } else { None };
            session.send(Action::Anew { draft });
        })
    };
    let (edit_icon, edit) = if editing { (Icon::Check, words.edit_done) } else { (Icon::Pencil, words.edit) };
    html! {
        <div class="actions">
            <button type="button" class="button button--quiet" onclick={on_edit} data-testid="edit">{ edit_icon.draw() }{ edit }</button>
            if ui.session.is_page() {
                <button type="button" class="button button--quiet" onclick={on_print}>{ Icon::Print.draw() }{ words.print }</button>
            }
            <button type="button" class="button button--main" onclick={on_anew} data-testid="anew">{ Icon::Plus.draw() }{ words.anew }</button>
        </div>
    }
}
