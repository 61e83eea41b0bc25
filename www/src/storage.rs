//! What the page keeps on this machine. Private windows and strict settings refuse storage: then nothing is kept, in silence.

use gouji::Lang;
use web_sys::Storage;

use crate::settings::Theme;

const DRAFT: &str = "gouji.draft";
const DRAFT_OFF: &str = "gouji.draft-off";
const LANG: &str = "gouji.lang";
const THEME: &str = "gouji.theme";

/// A draft larger than this is not kept: browsers refuse a few megabytes anyway.
const MAX_DRAFT: usize = 1 << 20;

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn set(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        // A full or refused storage is no reason to disturb anybody.
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// The text that was last pasted or typed.
pub(crate) fn draft() -> Option<String> {
    get(DRAFT).filter(|draft| !draft.is_empty())
}

pub(crate) fn set_draft(text: &str) {
    let kept = keeps_drafts() && !text.trim().is_empty() && text.len() <= MAX_DRAFT;
    set(DRAFT, kept.then_some(text));
}

pub(crate) fn clear_draft() {
    set(DRAFT, None);
}

pub(crate) fn keeps_drafts() -> bool {
    get(DRAFT_OFF).is_none()
}

pub(crate) fn set_keeps_drafts(keeps: bool) {
    set(DRAFT_OFF, (!keeps).then_some("1"));
    if !keeps {
        clear_draft();
    }
}

pub(crate) fn lang() -> Option<Lang> {
    get(LANG).map(|tag| Lang::from_tag(&tag))
}

pub(crate) fn set_lang(lang: Lang) {
    set(LANG, Some(lang.tag()));
}

pub(crate) fn theme() -> Option<Theme> {
    get(THEME).map(|id| Theme::from_id(&id))
}

pub(crate) fn set_theme(theme: Theme) {
    set(THEME, (theme != Theme::Auto).then_some(theme.id()));
}
