//! The components in a real document.
#![cfg(target_arch = "wasm32")]

use gouji_web::{Checker, CheckerProps, Options, Session};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn mounts_and_leaves_nothing_behind() {
    let element = gloo::utils::document().create_element("div").expect("an element");
    let session = Session::new(&widget());
    let app = yew::Renderer::<Checker>::with_root_and_props(element.clone(), CheckerProps { session }).render();
    rendered().await;
    assert!(element.query_selector("[data-testid=report-input]").expect("a selector").is_some());
    app.destroy();
    rendered().await;
    assert_eq!(element.child_element_count(), 0);
}

/// The options of an element without attributes; its engine is never asked.
fn widget() -> Options {
    let options = Object::new();
    for (key, value) in [("mode", "widget".into()), ("engine", Object::new().into())] as [(&str, JsValue); 2] {
        Reflect::set(&options, &key.into(), &value).expect("a plain object");
    }
    options.unchecked_into()
}

/// Yew renders in microtasks, and effects may ask for more: a task of its own comes after all of them.
async fn rendered() {
    let turn = Promise::new(&mut |resolve, _| {
        let window = gloo::utils::window();
        window.set_timeout_with_callback(&resolve).expect("a timer");
    });
    JsFuture::from(turn).await.expect("resolves");
}
