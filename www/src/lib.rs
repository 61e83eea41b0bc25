//! The components that the page and the `<gouji-checker>` element share.
//!
//! State lives in one reducer (`state`), what comes from outside goes through one object (`session`), and what is shown is
//! derived from both: `checked` prepares a report once, the components only draw it. What a form looks like and how it must
//! balance is not written here: it is read from [`gouji::Form`].

mod border;
mod cells;
mod checked;
mod components;
mod dom;
mod offsets;
mod passages;
mod session;
mod settings;
mod state;
mod storage;
mod words;

pub use border::{Engine, Options};
pub use components::{Checker, CheckerProps};
pub use session::Session;
