//! The release build of the page, through Trunk.

use crate::report::say;
use crate::setup;
use crate::toolchain::{TARGET, Toolchain, enter_release};
use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// `cargo xtask build`.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    prepare(sh)?;
    release(sh)
}

/// Installs what is missing and sets `sh` up for wasm.
pub(crate) fn prepare(sh: &Shell) -> Result<()> {
    setup::build_tools(sh)?;
    enter_toolchain(sh)?;
    // Trunk's hook calls this very program: a `cargo` started by Trunk would build it for the wrong target.
    sh.set_var("GOUJI_XTASK", std::env::current_exe()?);
    Ok(())
}

/// Sets `sh` up for wasm, with everything downloaded that Trunk's offline builds need.
pub(crate) fn enter_toolchain(sh: &Shell) -> Result<()> {
    Toolchain::find(sh)?.enter(sh)?;
    cmd!(sh, "cargo fetch --quiet --target {TARGET}").quiet().run().context("downloading the crates")
}

/// Builds into `dist/`. `sh` is prepared.
pub(crate) fn release(sh: &Shell) -> Result<()> {
    say("building the page in release mode into dist/");
    enter_release(sh);
    // Offline: Trunk would otherwise download tools of its own choice.
    cmd!(sh, "trunk --quiet build --release --offline").quiet().run().context("building the page")
}
