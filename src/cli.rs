//! The command line: reads arguments, and writes text to the writers it is given.
//!
//! One file for each subcommand. Exit status: 0 found or done; 1 nothing found, or `check` found
//! mistakes; 2 wrong usage, a file that cannot be read, or a failure.

mod author;
mod check;
mod country;
mod find;
mod forget;
mod keys;
mod note;
mod notes;
mod open;
mod options;
mod output;
mod outside;
mod plain;
mod print;
mod read;
mod report;
mod workspace;

pub use outside::{Outside, Status};

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

use self::output::Cleaned;
use self::workspace::{ThemeChoice, Workspace, followed};

/// Reads, searches and annotates the background paper of a roundtable.
#[derive(Debug, Parser)]
#[command(name = "roundtable", version, override_usage = options::USAGE)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The briefing to open
    #[arg(default_value = "briefing.toml")]
    briefing: PathBuf,
    /// Your author name [default: configuration, git's user.name, $USER]
    #[arg(long, global = true, value_name = "NAME")]
    author: Option<String>,
    /// The colours of the screen [default: configuration, dark]
    #[arg(long, value_enum)]
    theme: Option<ThemeChoice>,
    /// Print one frame as text instead of opening the screen; no file is written
    #[arg(long)]
    print: bool,
    /// Keys to press before the frame is printed, such as '/mali<Enter>'
    #[arg(long, requires = "print", default_value = "")]
    keys: String,
    /// Columns and rows of the printed frame
    #[arg(long, requires = "print", default_value = "120x40", value_parser = print::size)]
    size: (u16, u16),
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List every mistake of a briefing, with its place and how to correct it
    Check {
        /// The briefing to check
        #[arg(default_value = "briefing.toml")]
        briefing: PathBuf,
    },
    /// Search the paper and the notes
    Find(find::FindArguments),
    /// Show what the paper says about a country, or list all countries of the paper
    Country(country::CountryArguments),
    /// Add a note to a briefing
    Note {
        /// The text of the note; `-` reads standard input, one note per line
        #[arg(required = true)]
        text: Vec<String>,
        /// The briefing of the note
        #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
        briefing: PathBuf,
    },
    /// List the notes of a briefing
    Notes {
        /// The briefing of the notes
        #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
        briefing: PathBuf,
        /// Print the notes and the floor log as one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Write the report of the session
    Report(report::ReportArguments),
    /// List what this machine keeps of a briefing besides its notes files, or delete it
    Forget(forget::ForgetArguments),
    /// List all keys
    Keys,
}

/// Runs the command that the arguments name. Control and bidi characters from file names, arguments
/// and files never reach standard error.
pub fn run(arguments: impl IntoIterator<Item = OsString>, outside: &mut Outside<'_>) -> Status {
    let outside = &mut Outside {
        out: outside.out,
        err: &mut Cleaned(outside.err),
        is_terminal: outside.is_terminal,
    };
    let arguments: Arguments = match options::parse(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return say_usage(&error, outside),
    };
    match perform(&arguments, outside) {
        Ok(status) => status,
        // The reader closed the pipe, as in `roundtable | head`: not a failure.
        Err(error) if is_closed_pipe(&error) => Status::Done,
        Err(error) => {
            // With standard error gone, the exit status alone says it.
            drop(outside.tell_error(&error));
            Status::Failed
        }
    }
}

fn perform(arguments: &Arguments, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let author = arguments.author.as_deref();
    let workspace =
        |briefing: &Path, outside: &mut Outside<'_>| Workspace::new(briefing, author, outside);
    match &arguments.command {
        Some(Command::Check { briefing }) => check::run(briefing, outside),
        Some(Command::Find(arguments)) => {
            let workspace = workspace(&arguments.briefing, outside)?;
            find::run(arguments, &workspace, outside)
        }
        Some(Command::Country(arguments)) => {
            let workspace = workspace(&arguments.briefing, outside)?;
            country::run(arguments, &workspace, outside)
        }
        Some(Command::Note { text, briefing }) => {
            let workspace = workspace(briefing, outside)?;
            note::run(text, &workspace, outside)
        }
        Some(Command::Notes { briefing, json }) => {
            let workspace = workspace(briefing, outside)?;
            notes::run(&workspace, *json, outside)
        }
        Some(Command::Report(arguments)) => {
            let workspace = workspace(&arguments.briefing, outside)?;
            report::run(arguments, &workspace, outside)
        }
        Some(Command::Forget(arguments)) => forget::run(arguments, outside),
        Some(Command::Keys) => keys::run(outside),
        None if arguments.print => print::run(arguments, outside),
        None if outside.is_terminal => open::run(arguments, outside),
        None => plain::run(&arguments.briefing, outside),
    }
}

fn say_usage(error: &clap::Error, outside: &mut Outside<'_>) -> Status {
    let (out, status) = if error.use_stderr() {
        (&mut *outside.err, Status::Failed)
    } else {
        (&mut *outside.out, Status::Done)
    };
    write!(out, "{}", error.render()).map_or(Status::Failed, |()| status)
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<std::io::Error>();
    cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}
