//! Everything around the code: `cargo xtask <command>` sets up what is missing, builds, tests, measures.

mod build;
mod dist;
mod finish;
mod host;
mod report;
mod serve;
mod service_worker;
mod setup;
mod size;
mod test;
mod toolchain;

use anyhow::{Result, bail};
use std::process::ExitCode;
use xshell::Shell;

const USAGE: &str = "\
cargo xtask <command>

  serve    build the page in release mode and serve it on http://127.0.0.1:8080
  build    build the page in release mode into dist/
  test     check and test everything
  size     print what a visitor downloads; fails over the limits
  finish   after Trunk's build: hashed names, the service worker's list (called by Trunk)

Whatever a command needs and does not find, it installs first, and says so.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let sh = Shell::new()?;
    sh.change_dir(host::project_root());
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve"] => serve::run(&sh),
        ["build"] => build::run(&sh),
        ["test"] => test::run(&sh),
        ["size"] => size::run(&host::project_root().join("dist")),
        ["finish"] => finish::run(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command: {}\n\n{USAGE}", arguments.join(" ")),
    }
}
