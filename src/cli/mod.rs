//! The command line: the same work as the window's, without a window.
//!
//! One file a subcommand. A flag that does not exist is refused with exit code 2, so that a script never believes
//! that something was heeded that was not. Exit codes: 0 done, 1 could not, 2 wrong use.

pub mod answer;
pub mod cautions;
pub mod chart;
pub mod check;
pub mod export;
pub mod import;
pub mod input;
pub mod options;
pub mod output;
pub mod report;
pub mod scratch;
pub mod selection;
pub mod source;
pub mod stats;
pub mod stats_json;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Explains cyber incidents to management: how many, how many people, how long until it was told. Offline.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct Cli {
    /// Files to open in the window: workspaces (.vigie), CSV, JSON
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
enum Command {
    Import(import::ImportArgs),
    Stats(stats::StatsArgs),
    Chart(chart::ChartArgs),
    Report(report::ReportArgs),
    Export(export::ExportArgs),
    Check(check::CheckArgs),
}

/// Why a command ended without doing its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It could not be done: one sentence that says what happened, what was kept, what to do. Exit code 1.
    CouldNot(String),
    /// It was asked for wrongly. Exit code 2.
    WrongUse(String),
}

impl Failure {
    /// A failure of exit code 1 with this sentence.
    pub fn could_not(sentence: impl Display) -> Self {
        Self::CouldNot(sentence.to_string())
    }

    /// A failure of exit code 2 with this sentence.
    pub fn wrong_use(sentence: impl Display) -> Self {
        Self::WrongUse(sentence.to_string())
    }
}

/// Runs the command that `args` (with the program's name first) ask for; without one, the window on the files named.
pub fn run<E: Display>(
    args: impl IntoIterator<Item = OsString>,
    window: impl FnOnce(Vec<PathBuf>) -> Result<(), E>,
) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are not errors: they go to standard output with exit code 0.
            error.print().ok();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let done = match cli.command {
        None => window(cli.files).map_err(Failure::could_not),
        Some(command) => command.run(),
    };
    finish(done)
}

impl Command {
    fn run(self) -> Result<(), Failure> {
        match self {
            Self::Import(args) => import::run(&args),
            Self::Stats(args) => stats::run(&args),
            Self::Chart(args) => chart::run(&args),
            Self::Report(args) => report::run(&args),
            Self::Export(args) => export::run(&args),
            Self::Check(args) => check::run(&args),
        }
    }
}

fn finish(done: Result<(), Failure>) -> ExitCode {
    let (code, sentence) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::CouldNot(sentence)) => (1, sentence),
        Err(Failure::WrongUse(sentence)) => (2, sentence),
    };
    // Without a standard error there is nobody to tell.
    writeln!(std::io::stderr(), "vigie: {}", output::harmless(&sentence)).ok();
    ExitCode::from(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(std::iter::once("vigie").chain(args.iter().copied()))
    }

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory as _;
        Cli::command().debug_assert();
    }

    #[test]
    fn files_without_a_command_are_for_the_window() {
        let cli = parse(&["a.csv", "b.vigie"]).expect("two files");
        assert_eq!(cli.files, [PathBuf::from("a.csv"), PathBuf::from("b.vigie")]);
        assert!(cli.command.is_none());
        assert!(parse(&[]).expect("nothing").files.is_empty());
    }

    #[test]
    fn an_unknown_flag_is_wrong_use() {
        assert!(parse(&["--no-such-flag"]).is_err_and(|error| error.use_stderr()));
    }
}
