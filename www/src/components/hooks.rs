use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, EventTarget, KeyboardEvent, ResizeObserver};
use yew::prelude::*;

use crate::dom::element_of;
use crate::session::Session;
use crate::settings::{Theme, Width};
use crate::state::{Action, Origin, Phase, State};
use crate::words::Words;
use crate::{dom, storage};

/// Follows the width of the checker, which in somebody's page has little to do with the window's.
#[hook]
pub(super) fn use_width(root: &NodeRef, session: &Rc<Session>) {
    let (root, session) = (root.clone(), session.clone());
    use_effect_with((), move |()| {
        let observed = element_of(&root);
        let observer = observed.map(|element| {
            let mut last = Width::default();
            let measured = element.clone();
            let on_resize = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
                let width = Width::of(measured.get_bounding_client_rect().width());
                if width != last {
                    last = width;
                    let session = session.clone();
                    // Not now: what changes inside the observer's call is reported as an error.
                    Timeout::new(0, move || session.send(Action::Width(width))).forget();
                }
            });
            let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref());
            if let Ok(observer) = &observer {
                observer.observe(&element);
            }
            (observer, on_resize)
        });
        move || {
            if let Some((Ok(observer), _)) = observer {
                observer.disconnect();
            }
        }
    });
}

/// `n` and `p` walk through the findings, Escape leaves what is chosen. In the page from everywhere, in a host's page only from
/// inside the checker.
#[hook]
pub(super) fn use_keys(root: &NodeRef, session: &Rc<Session>) {
    let (root, session) = (root.clone(), session.clone());
    use_effect_with((), move |()| {
        let target: Option<EventTarget> =
            if session.is_page() { Some(document().into()) } else { element_of(&root).map(Into::into) };
        let listener = target.map(|target| {
            EventListener::new(&target, "keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
                    return;
                }
                let action = match event.key().as_str() {
                    "Escape" => Action::Choose(None),
                    "n" if !dom::is_field(event.target()) => Action::Step { back: false },
                    "p" if !dom::is_field(event.target()) => Action::Step { back: true },
                    _ => return,
                };
                session.send(action);
            })
        });
        move || drop(listener)
    });
}

/// What only the page does: its address and title, pasting anywhere, new versions.
#[hook]
pub(super) fn use_page(session: &Rc<Session>, state: &State, words: &'static Words) {
    let page = session.is_page();
    let unit =
        state.shown.as_ref().filter(|_| state.phase != Phase::Start).and_then(|shown| shown.checked.report.report.unit.clone());
    use_effect_with((page, state.lang, unit, state.theme), move |(page, lang, unit, theme)| {
        if *page {
            let root = gloo::utils::document_element();
            let _ = root.set_attribute("lang", lang.tag());
            let _ = match theme {
                Theme::Auto => root.remove_attribute("data-theme"),
                Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.id()),
            };
            document().set_title(
                &unit
                    .as_ref()
                    .map_or_else(|| format!("{} · {}", words.name, words.title), |unit| format!("{unit} · {}", words.name)),
            );
        }
    });

    let session = session.clone();
    use_effect_with((), move |()| {
        let listeners = page.then(|| page_listeners(&session));
        move || drop(listeners)
    });
}

fn page_listeners(session: &Rc<Session>) -> Vec<EventListener> {
    when_offline_ready(session);
    let document = document();
    let paste = {
        let session = session.clone();
        EventListener::new_with_options(&document, "paste", EventListenerOptions::enable_prevent_default(), move |event| {
            if !dom::is_field(event.target()) {
                paste_anywhere(&session, event);
            }
        })
    };
    let update = {
        let session = session.clone();
        EventListener::new(&document, "gouji-update", move |event| {
            let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail).unwrap_or_default();
            let apply = Reflect::get(&detail, &"apply".into()).and_then(JsCast::dyn_into::<Function>);
            session.send(Action::Update(apply.ok()));
        })
    };
    // Another tab switched versions: a text that is kept nowhere else is worth more than the newest version at once.
    let reload =
        EventListener::new_with_options(&document, "gouji-reload", EventListenerOptions::enable_prevent_default(), |event| {
            let written = document_text().is_some_and(|text| !text.trim().is_empty());
            if written && storage::draft().is_none() {
                event.prevent_default();
            }
        });
    vec![paste, update, reload]
}

fn document_text() -> Option<String> {
    let area = document().query_selector("[data-testid=report-input]").ok()??;
    Some(area.dyn_into::<web_sys::HtmlTextAreaElement>().ok()?.value())
}

fn paste_anywhere(session: &Rc<Session>, event: &Event) {
    let Some(data) = super::input::clipboard_data(event) else { return };
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        event.prevent_default();
        session.check_file(&file);
    } else if let Ok(text) = data.get_data("text/plain")
        && !text.trim().is_empty()
    {
        event.prevent_default();
        session.send(Action::Load(text.as_str().into()));
        session.check_text(&text, Origin::Pasted);
    }
}

/// Says so once the page would open without its host.
fn when_offline_ready(session: &Rc<Session>) {
    let navigator = window().navigator();
    if !dom::has(&navigator, "serviceWorker") {
        return;
    }
    let ready = navigator.service_worker().ready();
    let session = session.clone();
    spawn_local(async move {
        if let Ok(ready) = ready
            && JsFuture::from(ready).await.is_ok()
        {
            session.send(Action::Offline);
        }
    });
}
