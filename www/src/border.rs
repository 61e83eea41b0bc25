//! What JavaScript hands over: see `www/README.md`.

use js_sys::{Function, Promise};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The options of `mount`, and what the handle's `set` is given.
    pub type Options;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn mode(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn lang(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn theme(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn form(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn show(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn engine(this: &Options) -> Engine;
    #[wasm_bindgen(method, getter, js_name = onChecked)]
    pub(crate) fn on_checked(this: &Options) -> Option<Function>;
    #[wasm_bindgen(method, getter, js_name = onError)]
    pub(crate) fn on_error(this: &Options) -> Option<Function>;

    /// `Engine` of `js/engine.js`.
    pub type Engine;
    #[wasm_bindgen(method)]
    pub(crate) fn check(this: &Engine, input: &JsValue, options: &JsValue, signal: &JsValue) -> Promise;
    #[wasm_bindgen(method, catch)]
    pub(crate) fn rules(this: &Engine, lang: &str) -> Result<Promise, JsValue>;

    /// What `Engine.check` resolves to.
    pub(crate) type Answer;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn report(this: &Answer) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn text(this: &Answer) -> String;

    /// `EngineError` of `js/engine-error.js`.
    pub(crate) type EngineError;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn code(this: &EngineError) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn detail(this: &EngineError) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn message(this: &EngineError) -> Option<String>;
}

/// A rule's page, as `rules()` of the engine gives it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct RulePage {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) catches: String,
    pub(crate) example: String,
    pub(crate) mend: String,
    pub(crate) limits: String,
}
