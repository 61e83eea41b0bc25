//! A compiler for wasm32-unknown-unknown that can build the standard library along with the program.
//!
//! The standard library has to be built because offices still have Chromium 86 to 108: the one that rustup
//! delivers uses reference types, which Chromium 92 does not know. That takes its source (`rust-src`) and
//! Cargo's `build-std`, hence `RUSTC_BOOTSTRAP`.

use crate::host::{find_program, install_debian_packages, prepend_path};
use crate::report::say;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};
use xshell::{Shell, cmd};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What Chromium 88 executes, and no more.
const OLD_BROWSERS: &str = "-Ctarget-cpu=mvp -Ctarget-feature=+bulk-memory,+mutable-globals,+sign-ext,+nontrapping-fptoint";

/// A panic message would reach nobody in a released page, and its text is a quarter of a small module: a
/// panic stops the module at once, and JavaScript hears of that as of any other trap.
const WITHOUT_PANIC_MESSAGES: &str = "-Zunstable-options -Cpanic=immediate-abort";

const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What Debian's packages bring: compiler, clippy, and the source of the standard library, all of one version.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_FILES: [&str; 4] =
    [DEBIAN_RUSTC, "/usr/bin/cargo", "/usr/bin/cargo-clippy", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml"];

/// How long rustup may try before Debian's compiler is taken instead.
const PATIENCE: Duration = Duration::from_mins(5);

/// A compiler for wasm.
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// The developer's own, with the target and `rust-src` added.
    Rustup,
    /// Debian's, for machines that cannot reach Rust's distribution server.
    Debian {
        /// Debian's own link to a linker leads nowhere unless another package is there.
        linker: PathBuf,
    },
}

impl Toolchain {
    /// Finds one, or installs it.
    pub(crate) fn find(sh: &Shell) -> Result<Self> {
        if rustup_is_ready(sh) {
            return Ok(Self::Rustup);
        }
        if !debian_is_ready() {
            if find_program(sh, &["rustup"]).is_some() {
                say(&format!("adding the target {TARGET} and rust-src (rustup)"));
                if rustup_add(sh) {
                    return Ok(Self::Rustup);
                }
                say("rustup cannot deliver them here: taking Debian's compiler");
            }
            install_debian_packages(
                sh,
                &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"],
                "a Rust compiler for wasm",
            )?;
            if !debian_is_ready() {
                bail!("Debian's compiler for wasm is installed, but these are not all there: {}", DEBIAN_FILES.join(" "));
            }
        }
        Ok(Self::Debian { linker: linker(sh)? })
    }

    /// Prepares the environment of `sh` for building wasm, and for nothing else.
    pub(crate) fn enter(&self, sh: &Shell) -> Result<()> {
        // Apart from the native builds: neither throws the other's work away, and Trunk watches neither.
        sh.set_var("CARGO_TARGET_DIR", sh.current_dir().join("target").join("web"));
        sh.set_var("RUSTC_BOOTSTRAP", "1");
        sh.set_var("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        sh.set_var(RUSTFLAGS, OLD_BROWSERS);
        if let Self::Debian { linker } = self {
            sh.set_var("RUSTC", DEBIAN_RUSTC);
            sh.set_var("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // `cargo xtask` was started by another cargo, which left the way to its own libraries here.
            sh.set_var("LD_LIBRARY_PATH", "");
            prepend_path(sh, &[PathBuf::from("/usr/bin")])?;
        }
        Ok(())
    }
}

/// Further prepares `sh`, for what is released: tests keep their panic messages.
pub(crate) fn enter_release(sh: &Shell) {
    sh.set_var(RUSTFLAGS, format!("{OLD_BROWSERS} {WITHOUT_PANIC_MESSAGES}"));
}

fn rustup_is_ready(sh: &Shell) -> bool {
    let Ok(sysroot) = sysroot(sh) else { return false };
    let rustlib = sysroot.join("lib").join("rustlib");
    rustlib.join(TARGET).is_dir() && rustlib.join("src/rust/library/std/Cargo.toml").is_file()
}

fn debian_is_ready() -> bool {
    DEBIAN_FILES.iter().all(|file| Path::new(file).is_file())
}

/// Whether rustup could add what is needed, within reasonable time.
fn rustup_add(sh: &Shell) -> bool {
    [["target", "add", TARGET], ["component", "add", "rust-src"]].iter().all(|arguments| {
        let child = std::process::Command::new("rustup")
            .args(arguments)
            .current_dir(sh.current_dir())
            .env("RUSTUP_MAX_RETRIES", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        child.is_ok_and(succeeds_in_time)
    })
}

fn succeeds_in_time(mut child: std::process::Child) -> bool {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    // Its failure to die would change nothing.
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// The linker of rustup's toolchain serves Debian's compiler as well; without one, Debian's own.
fn linker(sh: &Shell) -> Result<PathBuf> {
    let rustups = sysroot(sh).ok().and_then(|sysroot| {
        let host = cmd!(sh, "rustc -vV").quiet().read().ok()?;
        let host = host.lines().find_map(|line| line.strip_prefix("host: "))?;
        Some(sysroot.join("lib/rustlib").join(host).join("bin/rust-lld"))
    });
    if let Some(linker) = rustups.filter(|linker| linker.is_file()) {
        return Ok(linker);
    }
    let names = ["rust-lld", "wasm-ld", "wasm-ld-22"];
    if find_program(sh, &names).is_none() {
        install_debian_packages(sh, &["lld-22"], "a linker for wasm")?;
    }
    find_program(sh, &names).context("no linker for wasm: please install lld")
}

fn sysroot(sh: &Shell) -> Result<PathBuf> {
    Ok(PathBuf::from(cmd!(sh, "rustc --print sysroot").quiet().ignore_stderr().read()?))
}
