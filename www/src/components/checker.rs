use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::Ui;
use super::header::Header;
use super::hooks::{use_keys, use_page, use_width};
use super::input::Input;
use super::intro::{Intro, Promises};
use super::notice::{ProblemNotice, UpdateNotice};
use super::result::ResultView;
use crate::session::Session;
use crate::settings::{Mode, Width};
use crate::state::{Action, Loaded, Origin, Phase, State, Tab};
use crate::{storage, words};

/// What the checker is given.
#[derive(Clone, Debug, Properties)]
pub struct CheckerProps {
    /// The session that its handle holds as well.
    pub session: Rc<Session>,
}

impl PartialEq for CheckerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

fn initial(session: &Session) -> State {
    let page = session.is_page();
    State {
        lang: session.lang.get(),
        theme: session.theme,
        show: session.show,
        width: Width::default(),
        phase: Phase::Start,
        running: None,
        shown: None,
        problem: None,
        tab: Tab::Tables,
        filter: None,
        all: false,
        chosen: None,
        loaded: Loaded { text: "".into(), revision: 0 },
        draft: if page { storage::draft().map(Rc::from) } else { None },
        keeps_drafts: page && storage::keeps_drafts(),
        update: None,
        offline: false,
        rules: Rc::from([]),
    }
}

/// The whole checker: input, findings, text, tables.
#[component]
pub fn Checker(props: &CheckerProps) -> Html {
    let session = &props.session;
    let state = {
        let session = session.clone();
        use_reducer(move || initial(&session))
    };
    {
        let (session, dispatcher) = (session.clone(), state.dispatcher());
        use_effect_with((), move |()| session.connect(dispatcher));
    }
    let root = use_node_ref();
    use_width(&root, session);
    use_keys(&root, session);
    let words = words::of(state.lang);
    use_page(session, &state, words);

    let ondragover = Callback::from(|event: DragEvent| {
        let carries = event.data_transfer().is_some_and(|data| data.types().length() > 0);
        // A text dropped into the text area is the browser's own business.
        if carries && (has_files(&event) || !crate::dom::is_field(event.target())) {
            event.prevent_default();
        }
    });
    let ondrop = {
        let session = session.clone();
        Callback::from(move |event: DragEvent| {
            if let Some(file) = first_file(&event) {
                event.prevent_default();
                session.check_file(&file);
            } else if !crate::dom::is_field(event.target()) {
                event.prevent_default();
                if let Some(text) = event.data_transfer().and_then(|data| data.get_data("text/plain").ok()) {
                    session.send(Action::Load(text.as_str().into()));
                    session.check_text(&text, Origin::Pasted);
                }
            }
        })
    };

    let ui = Ui { words, session: session.clone() };
    let mode = match session.mode {
        Mode::Page => "is-page",
        Mode::Widget => "is-widget",
    };
    let start = state.phase == Phase::Start;
    let announcement = announcement(&state, words);
    html! {
        <ContextProvider<Ui> context={ui}>
            <div ref={root} class={classes!("gouji", mode, state.width.class())} lang={state.lang.tag()} {ondragover} {ondrop}>
                if session.is_page() {
                    <Header shown={state.shown.clone()} phase={state.phase} lang={state.lang} theme={state.theme} />
                }
                <p class="sr-only" role="status" aria-live="polite">{ announcement }</p>
                if let Some(apply) = &state.update {
                    <UpdateNotice apply={apply.clone()} />
                }
                <main class={classes!("desk", start.then_some("desk--start"))}>
                    if start && session.is_page() {
                        <Intro />
                    }
                    <Input
                        phase={state.phase}
                        loaded={state.loaded.clone()}
                        busy={state.running.is_some()}
                        draft={state.draft.clone()}
                        keeps_drafts={state.keeps_drafts}
                        narrow={state.width == Width::Narrow}
                    />
                    if let Some(problem) = &state.problem {
                        <ProblemNotice problem={problem.clone()} />
                    }
                    if let Some(shown) = state.shown.as_ref().filter(|_| !start) {
                        <ResultView state={(*state).clone()} shown={shown.clone()} />
                    } else if session.is_page() {
                        <Promises offline={state.offline} />
                    }
                </main>
            </div>
        </ContextProvider<Ui>>
    }
}

/// What a screen reader is told when something is done.
fn announcement(state: &State, words: &words::Words) -> String {
    if state.running.is_some() {
        return words.checking.to_owned();
    }
    state.shown.as_ref().map(|shown| words.verdict(&shown.checked)).unwrap_or_default()
}

fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn first_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}
