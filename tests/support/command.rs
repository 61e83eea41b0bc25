//! The command, called as a user calls it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Calls `gouji` in the project's root.
pub(crate) fn gouji<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    with_input(args, b"")
}

/// Calls `gouji` with something on its standard input.
pub(crate) fn with_input<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>, input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(args)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("gouji starts");
    // It may end without having read its input.
    let _ = child.stdin.take().expect("its input").write_all(input);
    child.wait_with_output().expect("gouji ends")
}

/// What was printed, as text.
pub(crate) fn text(printed: &[u8]) -> &str {
    std::str::from_utf8(printed).expect("UTF-8")
}

/// What was printed, as JSON.
pub(crate) fn json(printed: &[u8]) -> Value {
    serde_json::from_slice(printed).unwrap_or_else(|error| panic!("{error}: {}", text(printed)))
}
