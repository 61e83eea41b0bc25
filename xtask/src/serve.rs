//! Serving the page, built as it is released.

use crate::build;
use crate::report::say;
use crate::toolchain::enter_release;
use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// `cargo xtask serve`. Address, port and headers stand in `Trunk.toml`.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    build::prepare(sh)?;
    enter_release(sh);
    say("building the page in release mode; then it is on http://127.0.0.1:8080 until Ctrl-C");
    cmd!(sh, "trunk serve --release --offline").quiet().run().context("serving the page")
}
