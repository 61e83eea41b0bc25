//! Diagnostics to what others read: one file a format.

pub mod catalogue;
pub mod json;
#[cfg(feature = "cli")]
pub mod terminal;
