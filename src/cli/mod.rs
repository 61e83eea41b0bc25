//! The native command: files in, findings out. Whatever is computed is computed by the library.

mod args;
mod check;
mod explain;
mod extract;
mod frame;
mod input;
mod jobs;
mod messages;
mod output;
mod reports;
mod usage;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// How a call ended; the worst of its files counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// Nothing at or above `--fail-on`.
    #[default]
    Clean,
    /// Such findings.
    Findings,
    /// A file could not be read or checked, or the call was wrong.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Clean => 0,
            Ending::Findings => 1,
            Ending::Failed => 2,
        })
    }
}

/// Runs the command that the program was called with.
pub(crate) fn run() -> ExitCode {
    match Cli::try_parse().map(|cli| cli.command) {
        Ok(Command::Check(args)) => check::run(&args),
        Ok(Command::Extract(args)) => extract::run(&args),
        Ok(Command::Rules(args)) => explain::list(&args),
        Ok(Command::Explain(args)) => explain::explain(&args),
        Err(error) => usage::answer(&error),
    }
    .into()
}
