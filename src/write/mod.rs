//! Diagnostics to what others read: one file a format.

pub mod json;
