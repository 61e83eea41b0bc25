use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::Icon;
use super::use_ui;
use crate::dom;
use crate::session::Session;
use crate::state::{Action, Loaded, Origin, Phase, Problem};
use crate::storage;

/// A report of an office that does not exist, as it comes out of a portal's page, with a few errors planted in it.
const EXAMPLE: &str = include_str!("../example.txt");

/// Typing is checked after a pause of so many milliseconds.
const PAUSE: u32 = 400;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct InputProps {
    pub(super) phase: Phase,
    pub(super) loaded: Loaded,
    pub(super) busy: bool,
    pub(super) draft: Option<Rc<str>>,
    pub(super) keeps_drafts: bool,
    pub(super) narrow: bool,
}

/// The place to paste into or drop on. It stays in the document while a result is read, so that nothing typed is ever lost.
#[component]
pub(super) fn Input(props: &InputProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let area = use_node_ref();
    let files = use_node_ref();
    let typing = use_typing(&area, &ui.session);

    // The text area is the user's: it is written to only when another text is wanted, never while somebody types.
    {
        let area = area.clone();
        use_effect_with(props.loaded.clone(), move |loaded| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>()
                && loaded.revision > 0
                && area.value() != *loaded.text
            {
                area.set_value(&loaded.text);
                area.set_scroll_top(0);
            }
        });
    }
    {
        let (area, anew) = (area.clone(), props.loaded.revision > 0 && !props.narrow);
        use_effect_with(props.phase, move |phase| {
            // Back at the start the next report can be pasted at once; on a phone the keyboard would cover everything.
            if (*phase == Phase::Editing || (*phase == Phase::Start && anew))
                && let Some(area) = area.cast::<HtmlTextAreaElement>()
            {
                dom::focus(&area);
            }
        });
    }

    let on_pick = {
        let files = files.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = files.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let on_file = {
        let session = ui.session.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                session.check_file(&file);
            }
            // The same file, mended, can be chosen again.
            input.set_value("");
        })
    };
    let on_clipboard = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| paste_clipboard(session.clone()))
    };
    let on_example = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.check_text(EXAMPLE, Origin::Example))
    };
    let on_cancel = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.cancel())
    };

    let start = props.phase == Phase::Start;
    let placeholder = format!("{}\n{}", words.placeholder, words.placeholder_more);
    html! {
        <section class={classes!("input", (!start).then_some("input--small"))} hidden={props.phase == Phase::Reading} aria-label={words.input}>
            <textarea
                ref={area}
                class="input__area"
                data-testid="report-input"
                aria-label={words.input}
                {placeholder}
                spellcheck="false"
                autocomplete="off"
                oninput={typing.oninput}
                onpaste={typing.onpaste}
            />
            <input ref={files} type="file" class="sr-only" data-testid="file-input" tabindex="-1" aria-label={words.choose_file} onchange={on_file} />
            <div class="input__foot">
                <div class="input__buttons">
                    <button type="button" class={classes!("button", start.then_some("button--main"))} onclick={on_pick}>{ Icon::File.draw() }{ words.choose_file }</button>
                    if dom::can_read_clipboard() {
                        <button type="button" class="button" onclick={on_clipboard}>{ Icon::Clipboard.draw() }{ words.paste }</button>
                    }
                    if start {
                        <button type="button" class="button" onclick={on_example} data-testid="example">{ Icon::Example.draw() }{ words.example }</button>
                    }
                </div>
                if props.busy {
                    <p class="busy"><span class="busy__text">{ words.checking }</span>
                        <button type="button" class="link" onclick={on_cancel}>{ words.cancel }</button>
                    </p>
                } else if start {
                    <p class="private">{ Icon::Lock.draw() }{ words.private }</p>
                }
            </div>
            if ui.session.is_page() {
                <Draft draft={props.draft.clone().filter(|_| start)} keeps={props.keeps_drafts} />
            }
        </section>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct DraftProps {
    draft: Option<Rc<str>>,
    keeps: bool,
}

/// What is kept on this machine: said, offered, cleared, switched off.
#[component]
fn Draft(props: &DraftProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let on_toggle = {
        let (session, keeps) = (ui.session.clone(), !props.keeps);
        Callback::from(move |_: Event| {
            storage::set_keeps_drafts(keeps);
            session.send(Action::KeepsDrafts(keeps));
        })
    };
    let on_restore = {
        let (session, draft) = (ui.session.clone(), props.draft.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(draft) = &draft {
                session.send(Action::Load(draft.clone()));
                session.check_text(draft, Origin::Pasted);
            }
        })
    };
    let on_clear = {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| {
            storage::clear_draft();
            session.send(Action::Draft(None));
        })
    };
    html! {
        <div class="draft">
            <label class="draft__switch"><input type="checkbox" checked={props.keeps} onchange={on_toggle} />{ words.keep_draft }</label>
            if let Some(draft) = &props.draft {
                <span class="draft__found">
                    { words.draft_found(draft.chars().count()) }
                    <button type="button" class="link" data-testid="restore" onclick={on_restore}>{ words.draft_restore }</button>
                    <button type="button" class="link" onclick={on_clear}>{ words.draft_clear }</button>
                </span>
            }
        </div>
    }
}

/// Listeners of the text area.
struct Typing {
    oninput: Callback<InputEvent>,
    onpaste: Callback<Event>,
}

/// Checks what is pasted at once and what is typed after a pause, and nothing while an input method is composing.
#[hook]
fn use_typing(area: &NodeRef, session: &Rc<Session>) -> Typing {
    let pause = use_mut_ref(|| None::<Timeout>);
    // Whether the next input event is a paste into an empty text area: then the result takes its place.
    let pasted = use_mut_ref(|| None::<Origin>);

    let later = {
        let (pause, session, area) = (pause.clone(), session.clone(), area.clone());
        Rc::new(move || {
            let (session, area) = (session.clone(), area.clone());
            *pause.borrow_mut() = Some(Timeout::new(PAUSE, move || {
                session.check_text(&value(&area), Origin::Typed);
            }));
        })
    };
    {
        let (area, later) = (area.clone(), later.clone());
        use_effect_with((), move |()| {
            let listener = area.get().map(|area| EventListener::new(&area, "compositionend", move |_| later()));
            move || drop(listener)
        });
    }
    {
        let pause = pause.clone();
        use_effect_with((), move |()| move || drop(pause.borrow_mut().take()));
    }

    let oninput = {
        let (session, area, pasted) = (session.clone(), area.clone(), pasted.clone());
        Callback::from(move |event: InputEvent| {
            if event.is_composing() {
                return;
            }
            match take(&pasted) {
                Some(origin) => {
                    drop(pause.borrow_mut().take());
                    session.check_text(&value(&area), origin);
                }
                None => later(),
            }
        })
    };
    let onpaste = {
        let (session, area) = (session.clone(), area.clone());
        Callback::from(move |event: Event| {
            if let Some(file) = clipboard_data(&event).and_then(|data| data.files()).and_then(|files| files.get(0)) {
                event.prevent_default();
                session.check_file(&file);
                return;
            }
            *pasted.borrow_mut() = Some(if replaces_everything(&area) { Origin::Pasted } else { Origin::Typed });
            // The input event follows at once, if at all.
            let pasted = pasted.clone();
            Timeout::new(0, move || *pasted.borrow_mut() = None).forget();
        })
    };
    Typing { oninput, onpaste }
}

fn take(pasted: &Rc<RefCell<Option<Origin>>>) -> Option<Origin> {
    pasted.borrow_mut().take()
}

fn value(area: &NodeRef) -> String {
    area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
}

/// Whether a paste leaves nothing of what stands in the text area.
fn replaces_everything(area: &NodeRef) -> bool {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return true };
    let length = area.text_length();
    let selected = |offset: Result<Option<u32>, _>| offset.ok().flatten();
    area.value().trim().is_empty()
        || (selected(area.selection_start()) == Some(0) && selected(area.selection_end()) == Some(length))
}

/// What a paste event carries. `Event` is what Yew gives; the data is the clipboard event's.
pub(super) fn clipboard_data(event: &Event) -> Option<DataTransfer> {
    Reflect::get(event, &"clipboardData".into()).ok()?.dyn_into().ok()
}

fn paste_clipboard(session: Rc<Session>) {
    spawn_local(async move {
        let text = JsFuture::from(window().navigator().clipboard().read_text()).await;
        match text.ok().and_then(|text| text.as_string()) {
            Some(text) if !text.trim().is_empty() => {
                session.send(Action::Load(text.as_str().into()));
                session.check_text(&text, Origin::Pasted);
            }
            _ => session.send(Action::Problem(Problem::Clipboard)),
        }
    });
}
