//! `cargo xtask test`: everything that must hold before a change lands, and a summary at the end.

use crate::host::find_program;
use crate::toolchain::TARGET;
use crate::{build, setup, size};
use anyhow::{Context, Result};
use std::time::{Duration, Instant};
use xshell::{Shell, cmd};

type Step = fn(&Shell) -> Result<()>;

/// What is run, in this order: what fails quickly comes first.
const STEPS: [(&str, Step); 9] = [
    ("formatting", formatting),
    ("clippy", clippy),
    ("native tests", native_tests),
    ("set-up for the browser", set_up),
    ("clippy for wasm", clippy_for_wasm),
    ("wasm tests", wasm_tests),
    ("release build", build::release),
    ("sizes", sizes),
    ("browser tests", browser_tests),
];

/// Runs every step up to the first that fails.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let mut done: Vec<(&str, Duration)> = Vec::new();
    let mut failure = None;
    for (name, step) in STEPS {
        println!("\n── {name}");
        let start = Instant::now();
        let result = step(sh);
        done.push((name, start.elapsed()));
        if let Err(error) = result {
            failure = Some(error.context(format!("failed: {name}")));
            break;
        }
    }
    summary(&done, failure.is_some());
    failure.map_or(Ok(()), Err)
}

fn summary(done: &[(&str, Duration)], failed: bool) {
    println!("\n── summary");
    for (index, (name, _)) in STEPS.iter().enumerate() {
        match done.get(index) {
            Some((_, time)) if failed && index + 1 == done.len() => println!("✗ {name} ({:.1} s)", time.as_secs_f32()),
            Some((_, time)) => println!("✓ {name} ({:.1} s)", time.as_secs_f32()),
            None => println!("· {name}: not run"),
        }
    }
    let total: Duration = done.iter().map(|(_, time)| *time).sum();
    println!("{} after {:.0} s", if failed { "failed" } else { "all passed" }, total.as_secs_f32());
}

fn formatting(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo fmt --all --check").quiet().run().context("run `cargo fmt --all`")
}

fn clippy(sh: &Shell) -> Result<()> {
    Ok(cmd!(sh, "cargo clippy --quiet --workspace --all-targets -- -D warnings").quiet().run()?)
}

/// Unit, property, corpus, contract and documentation tests.
fn native_tests(sh: &Shell) -> Result<()> {
    Ok(cmd!(sh, "cargo test --quiet --workspace").quiet().run()?)
}

/// From here on `sh` builds for wasm.
fn set_up(sh: &Shell) -> Result<()> {
    setup::browser(sh)?;
    setup::browser_test_packages(sh)?;
    build::prepare(sh)
}

/// What only compiles for wasm is not seen by the native run.
fn clippy_for_wasm(sh: &Shell) -> Result<()> {
    Ok(cmd!(sh, "cargo clippy --quiet --package gouji-web --all-targets --target {TARGET} -- -D warnings").quiet().run()?)
}

/// `www/tests`, in Chromium where a test asks for a browser and in Node where not.
fn wasm_tests(sh: &Shell) -> Result<()> {
    sh.set_var("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    if let Some(driver) = find_program(sh, &["chromedriver"]) {
        sh.set_var("CHROMEDRIVER", driver);
    }
    Ok(cmd!(sh, "cargo test --package gouji-web --target {TARGET}").quiet().run()?)
}

fn sizes(sh: &Shell) -> Result<()> {
    size::run(&sh.current_dir().join("dist"))
}

/// What a user sees, in today's Chromium and in those of 2021.
fn browser_tests(sh: &Shell) -> Result<()> {
    let _dir = sh.push_dir("tests/browser");
    Ok(cmd!(sh, "node --test --test-reporter=spec").quiet().run()?)
}
