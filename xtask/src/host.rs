//! The machine: where things are, and its package manager.

use crate::report::say;
use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The folder that holds `Cargo.lock`.
pub(crate) fn project_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).expect("xtask lies inside the project").to_owned()
}

/// Where tools go that are not on PATH: per user, shared by all checkouts.
pub(crate) fn tools_dir() -> Result<PathBuf> {
    let cache = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(cache) => PathBuf::from(cache),
        None => env::home_dir().context("no home folder to keep tools in")?.join(".cache"),
    };
    Ok(cache.join("gouji").join("tools"))
}

/// Puts `dirs` first on PATH, for this process and what it starts.
pub(crate) fn prepend_path(sh: &Shell, dirs: &[PathBuf]) -> Result<()> {
    let path = sh.var_os("PATH").unwrap_or_default();
    sh.set_var("PATH", env::join_paths(dirs.iter().cloned().chain(env::split_paths(&path)))?);
    Ok(())
}

/// The first of `names` found on PATH.
pub(crate) fn find_program(sh: &Shell, names: &[&str]) -> Option<PathBuf> {
    let path = sh.var_os("PATH")?;
    let dirs: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        dirs.iter().map(|dir| dir.join(&file)).find(|candidate| candidate.is_file())
    })
}

/// Whether `program --version` answers with `version` as one of its words.
pub(crate) fn has_version(sh: &Shell, program: &str, version: &str) -> bool {
    cmd!(sh, "{program} --version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// Installs those of `packages` that a Debian or Ubuntu machine lacks.
///
/// # Errors
/// Elsewhere, naming what to install by hand (`purpose` says what for).
pub(crate) fn install_debian_packages(sh: &Shell, packages: &[&str], purpose: &str) -> Result<()> {
    let wanted = packages.join(" ");
    if find_program(sh, &["apt-get"]).is_none() {
        bail!("{purpose} is missing, and this machine has no apt-get. Please install what Debian calls: {wanted}");
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(sh, package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("installing {purpose} (Debian: {})", missing.join(" ")));
    let is_root = cmd!(sh, "id -u").quiet().read()? == "0";
    let sudo: &[&str] = if is_root { &[] } else { &["sudo"] };
    let apt: Vec<&str> = sudo.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]).collect();
    let failed = || format!("could not install {purpose}; please install what Debian calls: {wanted}");
    let (program, rest) = (apt[0], &apt[1..]);
    // A fresh machine has no lists; an old one may have lists of packages that are gone.
    cmd!(sh, "{program} {rest...} update").quiet().ignore_stdout().run().with_context(failed)?;
    cmd!(sh, "{program} {rest...} install -y --no-install-recommends {missing...}")
        .quiet()
        .ignore_stdout()
        .run()
        .with_context(failed)
}

fn is_installed(sh: &Shell, package: &str) -> bool {
    cmd!(sh, "dpkg-query -W -f '${{Status}}' {package}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|status| status == "install ok installed")
}
