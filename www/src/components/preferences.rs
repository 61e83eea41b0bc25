use gouji::Lang;
use yew::prelude::*;

use super::icon::Icon;
use super::use_ui;
use crate::settings::Theme;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct PreferencesProps {
    pub(super) lang: Lang,
    pub(super) theme: Theme,
}

/// The switches for language and theme.
#[component]
pub(super) fn Preferences(props: &PreferencesProps) -> Html {
    let ui = use_ui();
    let words = ui.words;
    let choice = |lang: Lang| {
        let session = ui.session.clone();
        let onclick = Callback::from(move |_: MouseEvent| session.set_lang(lang));
        let (short, name) = match lang {
            Lang::ZhCn => ("简", "简体中文"),
            Lang::ZhTw => ("繁", "繁體中文"),
            Lang::En => ("EN", "English"),
        };
        let pressed = (lang == props.lang).to_string();
        html! {
            <button type="button" class="segment" lang={lang.tag()} aria-pressed={pressed} title={name} aria-label={name} {onclick}>
                { short }
            </button>
        }
    };
    let next = props.theme.next();
    let session = ui.session.clone();
    let onclick = Callback::from(move |_: MouseEvent| session.set_theme(next));
    let (icon, name) = match props.theme {
        Theme::Auto => (Icon::Half, words.theme_auto),
        Theme::Light => (Icon::Sun, words.theme_light),
        Theme::Dark => (Icon::Moon, words.theme_dark),
    };
    html! {
        <div class="preferences">
            <div class="segments" role="group" aria-label={words.language}>{ for Lang::ALL.map(choice) }</div>
            <button type="button" class="button button--quiet button--icon" title={name} aria-label={name} {onclick}>{ icon.draw() }</button>
        </div>
    }
}
