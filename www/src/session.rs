//! The one way to the engine, and from what happens outside of components into their state.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use gouji::Lang;
use gouji::write::json::ReportObject;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, File};
use yew::functional::UseReducerDispatcher;

use crate::border::{Answer, Engine, EngineError, Options, RulePage};
use crate::checked::Checked;
use crate::settings::{Mode, Show, Theme};
use crate::state::{Action, Origin, Problem, Shown, State};
use crate::{dom, storage};

/// One mounted checker, as its handle and its components share it.
pub struct Session {
    pub(crate) mode: Mode,
    engine: Engine,
    on_checked: Option<Function>,
    on_error: Option<Function>,
    /// What the components start from.
    pub(crate) lang: Cell<Lang>,
    pub(crate) theme: Theme,
    pub(crate) show: Show,
    form: RefCell<Option<String>>,
    serial: Cell<u32>,
    /// What was last asked for: asked again when the language changes.
    last: RefCell<Option<Request>>,
    running: RefCell<Option<AbortController>>,
    rules: Cell<Option<Lang>>,
    state: RefCell<Receiver>,
}

/// Where actions go: the components are there a moment later than the handle.
enum Receiver {
    Waiting(Vec<Action>),
    Ready(UseReducerDispatcher<State>),
}

/// A document to be checked.
#[derive(Clone, Debug)]
struct Request {
    /// A string, an `ArrayBuffer` or a `Uint8Array`.
    input: JsValue,
    name: Option<String>,
    origin: Origin,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("mode", &self.mode).field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Session {
    /// What `mount` was asked for.
    pub fn new(options: &Options) -> Rc<Self> {
        let mode = if options.mode().as_deref() == Some("page") { Mode::Page } else { Mode::Widget };
        let lang = options.lang().map(|tag| Lang::from_tag(&tag));
        let theme = options.theme().map(|id| Theme::from_id(&id));
        let (lang, theme) = match mode {
            Mode::Page => {
                let asked = dom::address_parameter("lang").map(|tag| Lang::from_tag(&tag));
                // The reports are Chinese and so are their offices, whatever language their browser happens to have: only a
                // browser that asks for Traditional characters is taken at its word. English is a switch away.
                let browsers = || {
                    let tag = gloo::utils::window().navigator().language();
                    tag.map(|tag| Lang::from_tag(&tag)).filter(|&lang| lang == Lang::ZhTw)
                };
                (lang.or(asked).or_else(storage::lang).or_else(browsers), theme.or_else(storage::theme))
            }
            Mode::Widget => (lang, theme),
        };
        Rc::new(Self {
            mode,
            engine: options.engine(),
            on_checked: options.on_checked(),
            on_error: options.on_error(),
            lang: Cell::new(lang.unwrap_or_default()),
            theme: theme.unwrap_or_default(),
            show: Show::parse(options.show().as_deref()),
            form: RefCell::new(options.form()),
            serial: Cell::new(0),
            last: RefCell::new(None),
            running: RefCell::new(None),
            rules: Cell::new(None),
            state: RefCell::new(Receiver::Waiting(Vec::new())),
        })
    }

    /// Takes the attributes of the element after one of them changed.
    pub fn set(self: &Rc<Self>, options: &Options) {
        *self.form.borrow_mut() = options.form();
        self.send(Action::Show(Show::parse(options.show().as_deref())));
        self.send(Action::Theme(options.theme().map(|id| Theme::from_id(&id)).unwrap_or_default()));
        self.set_lang(options.lang().map(|tag| Lang::from_tag(&tag)).unwrap_or_default());
    }

    /// Checks what the host hands over.
    ///
    /// # Errors
    /// An `EngineError` when there is no report.
    pub async fn check(self: Rc<Self>, input: JsValue, name: Option<String>) -> Result<JsValue, JsValue> {
        self.run(Request { input, name, origin: Origin::Host }).await
    }

    pub(crate) fn connect(&self, dispatcher: UseReducerDispatcher<State>) {
        let waiting = self.state.replace(Receiver::Ready(dispatcher));
        if let Receiver::Waiting(actions) = waiting {
            for action in actions {
                self.send(action);
            }
        }
    }

    pub(crate) fn send(&self, action: Action) {
        let dispatcher = match &mut *self.state.borrow_mut() {
            Receiver::Waiting(actions) => {
                actions.push(action);
                return;
            }
            Receiver::Ready(dispatcher) => dispatcher.clone(),
        };
        dispatcher.dispatch(action);
    }

    pub(crate) fn is_page(&self) -> bool {
        self.mode == Mode::Page
    }

    /// Switches the language; findings follow, since the engine words them.
    pub(crate) fn set_lang(self: &Rc<Self>, lang: Lang) {
        if self.lang.replace(lang) == lang {
            return;
        }
        if self.is_page() {
            storage::set_lang(lang);
        }
        self.send(Action::Lang(lang));
        let last = self.last.borrow().clone();
        if let Some(request) = last {
            self.start(Request { origin: Origin::Again, ..request });
        }
    }

    pub(crate) fn set_theme(&self, theme: Theme) {
        if self.is_page() {
            storage::set_theme(theme);
        }
        self.send(Action::Theme(theme));
    }

    pub(crate) fn check_text(self: &Rc<Self>, text: &str, origin: Origin) {
        if self.is_page() && matches!(origin, Origin::Pasted | Origin::Typed) {
            storage::set_draft(text);
        }
        if text.trim().is_empty() {
            self.forget();
            self.send(Action::Cleared);
            return;
        }
        self.start(Request { input: text.into(), name: None, origin });
    }

    pub(crate) fn check_file(self: &Rc<Self>, file: &File) {
        let name = file.name();
        // What is certain to be refused is not read into memory first.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let bytes = file.size() as usize;
        if bytes > gouji::read::MAX_BYTES {
            let message = gouji::read::ReadError::TooLarge { bytes }.message(self.lang.get());
            self.send(Action::Problem(Problem::Failed { name: Some(name), message }));
            return;
        }
        let (session, content) = (self.clone(), file.array_buffer());
        spawn_local(async move {
            match JsFuture::from(content).await {
                Ok(input) => session.start(Request { input, name: Some(name), origin: Origin::File }),
                Err(_) => session.send(Action::Problem(Problem::FileGone { name })),
            }
        });
    }

    /// Once more, after something went wrong.
    pub(crate) fn retry(self: &Rc<Self>) {
        let last = self.last.borrow().clone();
        if let Some(request) = last {
            self.start(request);
        }
    }

    pub(crate) fn cancel(&self) {
        if let Some(running) = self.running.take() {
            running.abort();
        }
    }

    /// Nothing is shown any more, so nothing is to be checked again.
    pub(crate) fn forget(&self) {
        self.serial.set(self.serial.get() + 1);
        self.last.take();
    }

    /// Fetches the rules' pages from the engine, once for each language.
    pub(crate) fn load_rules(self: &Rc<Self>) {
        let lang = self.lang.get();
        if self.rules.replace(Some(lang)) == Some(lang) {
            return;
        }
        let session = self.clone();
        spawn_local(async move {
            let answer = match session.engine.rules(lang.tag()) {
                Ok(promise) => JsFuture::from(promise).await,
                Err(error) => Err(error),
            };
            let pages = answer.ok().and_then(|pages| serde_wasm_bindgen::from_value::<Vec<RulePage>>(pages).ok());
            match pages {
                Some(pages) => session.send(Action::Rules(pages.into())),
                // The next card that is opened asks again.
                None => session.rules.set(None),
            }
        });
    }

    fn start(self: &Rc<Self>, request: Request) {
        let session = self.clone();
        spawn_local(async move {
            // Whatever goes wrong has been shown.
            let _ = session.run(request).await;
        });
    }

    async fn run(self: Rc<Self>, request: Request) -> Result<JsValue, JsValue> {
        let serial = self.serial.get() + 1;
        self.serial.set(serial);
        self.send(Action::Started { serial });
        *self.last.borrow_mut() = Some(request.clone());
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map_or(JsValue::UNDEFINED, |abort| abort.signal().into());
        *self.running.borrow_mut() = abort;

        let running = self.engine.check(&request.input, &self.options(&request), &signal);
        match JsFuture::from(running).await {
            Ok(answer) => {
                let answer: Answer = answer.unchecked_into();
                let report = answer.report();
                match serde_wasm_bindgen::from_value::<ReportObject>(report.clone()) {
                    Ok(parsed) => {
                        let checked = Rc::new(Checked::new(parsed, answer.text()));
                        self.send(Action::Done { serial, shown: Shown { checked, origin: request.origin, name: request.name } });
                    }
                    // A page and an engine of two versions: the service worker prevents that, a careless host may not.
                    Err(error) => {
                        let problem = Problem::Failed { name: request.name, message: error.to_string() };
                        self.send(Action::Failed { serial, problem });
                    }
                }
                if let Some(on_checked) = &self.on_checked {
                    // A host's mistake is the host's: it is in its console, and the report is shown all the same.
                    let _ = on_checked.call1(&JsValue::NULL, &report);
                }
                Ok(report)
            }
            Err(error) => {
                self.failed(serial, request.name, &error);
                Err(error)
            }
        }
    }

    fn failed(&self, serial: u32, name: Option<String>, error: &JsValue) {
        let error: &EngineError = error.unchecked_ref();
        let detail = error.detail().unwrap_or_default();
        let problem = match error.code().as_deref() {
            Some("cancelled") => None,
            Some("crashed") => Some(Problem::Crashed),
            Some("unavailable") => Some(Problem::Unavailable { detail }),
            _ => Some(Problem::Failed { name, message: error.message().unwrap_or(detail) }),
        };
        let Some(problem) = problem else {
            self.send(Action::Cancelled { serial });
            return;
        };
        if let Some(on_error) = &self.on_error {
            let message = crate::words::of(self.lang.get()).problem(&problem);
            let _ = on_error.call1(&JsValue::NULL, &message.into());
        }
        self.send(Action::Failed { serial, problem });
    }

    fn options(&self, request: &Request) -> JsValue {
        let options = Object::new();
        let set = |key: &str, value: &str| {
            let _ = Reflect::set(&options, &key.into(), &value.into());
        };
        set("lang", self.lang.get().tag());
        if let Some(name) = &request.name {
            set("name", name);
        }
        if let Some(form) = &*self.form.borrow() {
            set("form", form);
        }
        options.into()
    }
}
