use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::icon::Icon;
use super::inspector::Inspector;
use super::tables::Tables;
use super::text::Text;
use super::use_ui;
use crate::checked::Checked;
use crate::settings::Show;
use crate::state::{Action, Chosen, Tab};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SheetProps {
    pub(super) checked: Rc<Checked>,
    pub(super) show: Show,
    pub(super) tab: Tab,
    pub(super) chosen: Option<Chosen>,
    /// Whether it lies over the rest, from below.
    pub(super) raised: bool,
    pub(super) on_close: Callback<()>,
}

/// The sheet of paper: the document as it came, or its tables rebuilt.
#[component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let nodes = [use_node_ref(), use_node_ref()];
    let [text_node, tables_node] = &nodes;
    let choose = |tab: Tab| {
        let session = ui.session.clone();
        Callback::from(move |_: MouseEvent| session.send(Action::Tab(tab)))
    };
    // Both arrows lead to the other one of two.
    let onkeydown = {
        let (session, nodes, other) =
            (ui.session.clone(), nodes.clone(), if props.tab == Tab::Text { Tab::Tables } else { Tab::Text });
        Callback::from(move |event: KeyboardEvent| {
            if ["ArrowLeft", "ArrowRight", "Home", "End"].contains(&event.key().as_str()) {
                event.prevent_default();
                session.send(Action::Tab(other));
                if let Some(tab) = nodes[usize::from(other == Tab::Tables)].cast::<HtmlElement>() {
                    let _ = tab.focus();
                }
            }
        })
    };
    let tab = |tab: Tab, name: &'static str, node: &NodeRef| {
        let selected = props.tab == tab;
        html! {
            <button
                ref={node}
                type="button"
                role="tab"
                class="tab"
                data-tab={if tab == Tab::Text { "text" } else { "tables" }}
                aria-selected={selected.to_string()}
                tabindex={if selected { "0" } else { "-1" }}
                onclick={choose(tab)}
            >{ name }</button>
        }
    };
    let both = props.show.text && props.show.tables;
    let close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <section class={classes!("sheet", props.raised.then_some("is-raised"))} part="sheet" aria-label={words.sheet}>
            <div class="sheet__head">
                if both {
                    <div class="tabs" role="tablist" aria-label={words.sheet} {onkeydown}>
                        { tab(Tab::Text, words.text_tab, text_node) }
                        { tab(Tab::Tables, words.tables_tab, tables_node) }
                    </div>
                }
                if props.raised {
                    <button type="button" class="button button--quiet button--icon" aria-label={words.close} onclick={close}>{ Icon::Close.draw() }</button>
                }
            </div>
            <div class="sheet__body" role={both.then_some("tabpanel")} aria-label={if props.tab == Tab::Text { words.text_tab } else { words.tables_tab }}>
                if props.tab == Tab::Text {
                    <Text checked={props.checked.clone()} chosen={props.chosen} />
                } else {
                    <Tables checked={props.checked.clone()} chosen={props.chosen} />
                }
            </div>
            if let (Some(Chosen::Cell(cell)), Tab::Tables) = (props.chosen, props.tab) {
                <Inspector checked={props.checked.clone()} {cell} text={props.show.text} />
            }
        </section>
    }
}
