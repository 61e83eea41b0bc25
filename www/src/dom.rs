//! The few things that components ask of the browser beyond drawing.

use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

/// The element that a component's node was drawn as.
pub(crate) fn element_of(node: &NodeRef) -> Option<Element> {
    node.get()?.dyn_into().ok()
}

/// Brings an element into sight, and leaves everything as it is when it is in sight already.
pub(crate) fn reveal(element: &Element) {
    let rect = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(f64::MAX);
    // What is chosen in a table is explained in a bar at the lower edge; labels stay at the left one.
    let in_sight = rect.top() > 60.0 && rect.bottom() < height - 150.0 && rect.left() > 0.0 && rect.right() < width;
    if !in_sight || in_scroller(element) {
        scroll_to(element, ScrollLogicalPosition::Center);
    }
}

/// Brings an element just into sight within its scrolling parent.
pub(crate) fn reveal_nearest(element: &Element) {
    scroll_to(element, ScrollLogicalPosition::Nearest);
}

/// On a narrow screen a table scrolls sideways inside itself, and the sheet inside the window.
fn in_scroller(element: &Element) -> bool {
    element.closest(".is-narrow").ok().flatten().is_some()
}

fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    options.set_inline(place);
    options.set_behavior(if prefers("(prefers-reduced-motion: reduce)") { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether a media query holds.
pub(crate) fn prefers(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Gives an element the keyboard without scrolling to it.
pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = js_sys::Object::new();
        let _ = Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
        if let Ok(focus) = Reflect::get(element, &"focus".into()).and_then(JsCast::dyn_into::<js_sys::Function>) {
            let _ = focus.call1(element, &options);
        }
    }
}

/// The value of an attribute on an event's target or on what surrounds it.
pub(crate) fn nearest_attribute(target: Option<EventTarget>, attribute: &str) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Whether an event comes from where somebody writes.
pub(crate) fn is_field(target: Option<EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| ["input", "textarea", "select"].contains(&element.local_name().as_str()))
}

/// Whether a global object has a member: for what browsers lack or hide on insecure hosts.
pub(crate) fn has(object: &JsValue, member: &str) -> bool {
    Reflect::get(object, &member.into()).is_ok_and(|value| !value.is_undefined() && !value.is_null())
}

/// Whether the clipboard may be asked for its text.
pub(crate) fn can_read_clipboard() -> bool {
    let navigator = window().navigator();
    Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object() && has(&clipboard, "readText"))
}

/// A parameter of the page's address.
pub(crate) fn address_parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}
