//! The user interface as a wasm module of its own: `mount(element, options)`, see `www/README.md`.

use std::rc::Rc;

use gouji_web::{Checker, CheckerProps, Options, Session};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;

/// A mounted checker, as JavaScript holds it.
#[wasm_bindgen]
pub struct Handle {
    app: Option<yew::AppHandle<Checker>>,
    session: Rc<Session>,
}

#[wasm_bindgen]
impl Handle {
    /// Checks a text or a file, shows the result and resolves to the report.
    pub fn check(&self, input: JsValue, name: Option<String>) -> Promise {
        future_to_promise(self.session.clone().check(input, name))
    }

    /// Takes new values of the element's attributes.
    #[allow(clippy::needless_pass_by_value)]
    pub fn set(&self, options: Options) {
        self.session.set(&options);
    }

    /// Takes the checker out of its element.
    pub fn unmount(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Shows the checker inside `element`.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn mount(element: Element, options: Options) -> Handle {
    let session = Session::new(&options);
    let props = CheckerProps { session: session.clone() };
    Handle { app: Some(yew::Renderer::<Checker>::with_root_and_props(element, props).render()), session }
}

fn main() {}
