//! What the tests share. Each of them is a program of its own and uses a part of it.
#![allow(dead_code, reason = "not every test uses everything")]

pub(crate) mod command;
pub(crate) mod fixtures;
pub(crate) mod layout;
pub(crate) mod random;
pub(crate) mod sheet;
pub(crate) mod traditional;
