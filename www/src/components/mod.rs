//! What is drawn. One component a file; each takes what it shows and says what the user did.

mod card;
mod checker;
mod findings;
mod header;
mod hooks;
mod icon;
mod input;
mod inspector;
mod intro;
mod notice;
mod preferences;
mod result;
mod sheet;
mod sums;
mod table;
mod tables;
mod text;
mod verdict;
mod verified;

pub use checker::{Checker, CheckerProps};

use std::rc::Rc;

use gouji::Severity;
use yew::prelude::*;

use crate::session::Session;
use crate::words::Words;

/// What every component may need: the words of the language, and where to send what happens.
#[derive(Clone)]
pub(crate) struct Ui {
    pub(crate) words: &'static Words,
    pub(crate) session: Rc<Session>,
}

impl PartialEq for Ui {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.words, other.words) && Rc::ptr_eq(&self.session, &other.session)
    }
}

/// The words and the session, from the checker around a component.
#[hook]
fn use_ui() -> Ui {
    use_context::<Ui>().expect("a checker around every component")
}

/// The sign of a severity: it is never told by colour alone.
const fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Info => "i",
    }
}
