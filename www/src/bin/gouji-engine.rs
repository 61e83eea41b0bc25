//! The checker as a wasm module of its own, for the worker and for the JavaScript API.

use gouji::write::catalogue;
use gouji::write::json::{self, Offsets};
use gouji::{Document, Lang, read};
use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The options of `check` and `decode`.
    pub type CheckOptions;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &CheckOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn name(this: &CheckOptions) -> Option<String>;
}

fn lang_of(options: &CheckOptions) -> Lang {
    options.lang().map(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

fn read_bytes(bytes: &[u8], options: &CheckOptions) -> Result<Document, JsError> {
    read::bytes(bytes, options.name().as_deref()).map_err(|error| JsError::new(&error.message(lang_of(options))))
}

/// A value as plain JSON: objects, not maps.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Checks a text or a file; spans count UTF-16 units.
///
/// # Errors
/// When `input` is neither, or cannot be read: the message is for the user.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn check(input: &JsValue, options: CheckOptions) -> Result<JsValue, JsError> {
    let document = if let Some(text) = input.as_string() {
        read::text(&text, options.name().as_deref())
    } else if let Some(bytes) = input.dyn_ref::<Uint8Array>() {
        read_bytes(&bytes.to_vec(), &options)?
    } else {
        return Err(JsError::new("input: string | Uint8Array"));
    };
    to_js(&json::report(&gouji::check(document, lang_of(&options)), Offsets::Utf16))
}

/// The text of a file, as the report's spans count it.
///
/// # Errors
/// When it cannot be read: the message is for the user.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn decode(bytes: &[u8], options: CheckOptions) -> Result<String, JsError> {
    Ok(read_bytes(bytes, &options)?.text)
}

/// The rule catalogue in one language.
///
/// # Errors
/// Never in practice: every value of it is plain.
#[wasm_bindgen]
pub fn rules(lang: Option<String>) -> Result<JsValue, JsError> {
    to_js(&catalogue::rules(lang.map(|tag| Lang::from_tag(&tag)).unwrap_or_default()))
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    gouji::VERSION.to_owned()
}

fn main() {}
