//! Characters and numbers as people type them, whatever the form.

pub(crate) mod fold;
mod number;

pub use number::Number;
