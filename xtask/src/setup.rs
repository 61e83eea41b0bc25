//! The tools of the build and of the tests: found, or installed once. One function a tool.

use crate::host::{find_program, has_version, install_debian_packages, prepend_path, tools_dir};
use crate::report::say;
use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// Also in `Trunk.toml`, for those who call Trunk themselves.
const TRUNK: &str = "0.21.14";
/// Also in `Trunk.toml` and `www/Cargo.toml`: the crate and the tool must be of one version.
const WASM_BINDGEN: &str = "0.2.130";
/// Also in `Trunk.toml`. Debian's is too old.
const BINARYEN: &str = "132";

/// Makes `trunk`, `wasm-bindgen` and `wasm-opt` available on PATH.
pub(crate) fn build_tools(sh: &Shell) -> Result<()> {
    let tools = tools_dir()?;
    prepend_path(sh, &[tools.join("bin"), binaryen_dir()?.join("node_modules").join(".bin")])?;
    trunk(sh)?;
    wasm_bindgen(sh)?;
    wasm_opt(sh)
}

fn trunk(sh: &Shell) -> Result<()> {
    if has_version(sh, "trunk", TRUNK) {
        return Ok(());
    }
    say(&format!("installing trunk {TRUNK} (a few minutes, once)"));
    cargo_install(sh, "trunk", TRUNK)
}

fn wasm_bindgen(sh: &Shell) -> Result<()> {
    if has_version(sh, "wasm-bindgen", WASM_BINDGEN) && has_version(sh, "wasm-bindgen-test-runner", WASM_BINDGEN) {
        return Ok(());
    }
    say(&format!("installing wasm-bindgen {WASM_BINDGEN} (a few minutes, once)"));
    cargo_install(sh, "wasm-bindgen-cli", WASM_BINDGEN)
}

/// From npm, where it is one portable file, run by Node.
fn wasm_opt(sh: &Shell) -> Result<()> {
    if has_version(sh, "wasm-opt", BINARYEN) {
        return Ok(());
    }
    node(sh)?;
    say(&format!("installing wasm-opt {BINARYEN}"));
    let dir = binaryen_dir()?;
    sh.create_dir(&dir)?;
    let package = format!("binaryen@{BINARYEN}.0.0");
    cmd!(sh, "npm install --prefix {dir} --no-save --no-audit --no-fund --loglevel=error {package}")
        .quiet()
        .run()
        .context("installing wasm-opt from npm")
}

/// Node runs wasm-opt and the browser tests.
pub(crate) fn node(sh: &Shell) -> Result<()> {
    if find_program(sh, &["node"]).is_some() && find_program(sh, &["npm"]).is_some() {
        return Ok(());
    }
    install_debian_packages(sh, &["nodejs", "npm"], "Node.js with npm")
}

/// A Chromium, its driver for the wasm tests, and fonts without which Chinese text is boxes.
pub(crate) fn browser(sh: &Shell) -> Result<()> {
    let complete = find_program(sh, &["chromium"]).is_some()
        && find_program(sh, &["chromedriver"]).is_some()
        && cmd!(sh, "fc-list :lang=zh-cn").quiet().ignore_stderr().read().is_ok_and(|fonts| !fonts.is_empty());
    if complete {
        return Ok(());
    }
    install_debian_packages(sh, &["chromium", "chromium-driver", "fontconfig", "fonts-noto-cjk"], "a Chromium to test in")
}

/// The packages of `tests/browser`, as its lock file has them.
pub(crate) fn browser_test_packages(sh: &Shell) -> Result<()> {
    node(sh)?;
    let _dir = sh.push_dir("tests/browser");
    // npm writes this file last, so it is newer than the lock file exactly when it has caught up with it.
    let installed = std::fs::metadata(sh.current_dir().join("node_modules/.package-lock.json")).and_then(|m| m.modified());
    let locked = std::fs::metadata(sh.current_dir().join("package-lock.json"))?.modified()?;
    if installed.is_ok_and(|installed| installed >= locked) {
        return Ok(());
    }
    say("installing what drives the browsers, and two Chromiums of 2021 (npm)");
    // Without scripts: theirs fetch browsers that nobody needs here.
    cmd!(sh, "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error")
        .quiet()
        .run()
        .context("installing the packages of tests/browser from npm")
}

/// Into the tools folder, with the versions its authors locked; without them when one of those is gone.
fn cargo_install(sh: &Shell, package: &str, version: &str) -> Result<()> {
    let root = tools_dir()?;
    let install = || cmd!(sh, "cargo install {package} --version {version} --root {root} --force --quiet").quiet();
    if install().arg("--locked").run().is_ok() {
        return Ok(());
    }
    say(&format!("the crates that {package} was tested with are not all to be had: taking the newest that fit"));
    install().run().with_context(|| format!("installing {package} {version}"))
}

fn binaryen_dir() -> Result<PathBuf> {
    Ok(tools_dir()?.join(format!("binaryen-{BINARYEN}")))
}

#[cfg(test)]
mod tests {
    use super::{BINARYEN, TRUNK, WASM_BINDGEN};

    #[test]
    fn versions_are_the_ones_that_trunk_and_cargo_are_told() {
        let trunk = include_str!("../../Trunk.toml");
        assert!(trunk.contains(&format!("trunk-version = \"^{TRUNK}\"")));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
        assert!(trunk.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
        assert!(include_str!("../../www/Cargo.toml").contains(&format!("wasm-bindgen = \"={WASM_BINDGEN}\"")));
    }
}
