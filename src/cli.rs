//! The command line: arguments in, text out to the writers that are given.
//!
//! One file a subcommand. Exit status: 0 found or done; 1 nothing found, or `check` found
//! mistakes; 2 wrong usage, a file that cannot be read, or a failure.

mod author;
mod check;
mod country;
mod find;
mod keys;
mod note;
mod notes;
mod open;
mod plain;
mod print;
mod read;
mod report;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};

use clap::{Parser, Subcommand, ValueEnum};

use crate::app::Event;
use crate::shell::{Editor, FileThread, Files, Indexer, Parts, this_moment};
use crate::store::{Folders, NotesFolder, Settings, ThemeName, device_id};
use crate::text::clean_line;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Found or done.
    Done,
    /// Nothing found, or mistakes found.
    Nothing,
    /// Wrong usage, a file that cannot be read, or a failure.
    Failed,
}

impl From<Status> for u8 {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => 0,
            Status::Nothing => 1,
            Status::Failed => 2,
        }
    }
}

/// Reads, searches and annotates the background paper of a roundtable.
#[derive(Debug, Parser)]
#[command(name = "roundtable", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The briefing to open
    #[arg(default_value = "briefing.toml")]
    briefing: PathBuf,
    /// Whose notes these are [default: configuration, git's user.name, $USER]
    #[arg(long, global = true, value_name = "NAME")]
    author: Option<String>,
    /// The colours of the screen [default: configuration, dark]
    #[arg(long, value_enum)]
    theme: Option<Theme>,
    /// Print one frame as text instead of drawing
    #[arg(long)]
    print: bool,
    /// Keys to press before the frame is printed, such as '/mali<Enter>'
    #[arg(long, requires = "print", default_value = "")]
    keys: String,
    /// Columns and rows of the printed frame
    #[arg(long, requires = "print", default_value = "120x40", value_parser = print::size)]
    size: (u16, u16),
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Theme {
    Dark,
    Light,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List every mistake of a briefing, with place and cure
    Check {
        /// The briefing to check
        #[arg(default_value = "briefing.toml")]
        briefing: PathBuf,
    },
    /// Search paper and notes
    Find(find::Wanted),
    /// Show what the paper says on a country, or list all countries of the paper
    Country(country::Wanted),
    /// Add a note to the briefing's notes
    Note {
        /// The words of the note; `-` reads standard input, a note a line
        #[arg(required = true)]
        text: Vec<String>,
        /// The briefing that it belongs to
        #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
        briefing: PathBuf,
    },
    /// List the notes of a briefing
    Notes {
        /// The briefing that they belong to
        #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
        briefing: PathBuf,
        /// Print them, and the floor log, as one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Write the report of the session
    Report(report::Wanted),
    /// List all keys
    Keys,
}

/// Where a command writes, and what is there to draw on.
pub struct Outside<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Whether standard output is a terminal that can be drawn on.
    pub is_terminal: bool,
}

/// Runs the command that the arguments name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, outside: &mut Outside<'_>) -> Status {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return say_usage(&error, outside),
    };
    match perform(&arguments, outside) {
        Ok(status) => status,
        // Whoever reads us has seen enough, as in `roundtable | head`.
        Err(error) if is_closed_pipe(&error) => Status::Done,
        Err(error) => {
            let said = writeln!(outside.err, "roundtable: {error:#}");
            said.map_or(Status::Failed, |()| Status::Failed)
        }
    }
}

fn perform(arguments: &Arguments, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let author = arguments.author.as_deref();
    match &arguments.command {
        Some(Command::Check { briefing }) => check::run(briefing, outside),
        Some(Command::Find(wanted)) => find::run(wanted, outside),
        Some(Command::Country(wanted)) => country::run(wanted, outside),
        Some(Command::Note { text, briefing }) => note::run(
            text,
            &Place::new(briefing.clone(), author, outside)?,
            outside,
        ),
        Some(Command::Notes { briefing, json }) => notes::run(briefing, *json, outside),
        Some(Command::Report(wanted)) => report::run(wanted, outside),
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

/// A briefing, and what the user has set.
struct Place {
    briefing: PathBuf,
    author: Option<String>,
    folders: Option<Folders>,
    settings: Settings,
}

impl Place {
    fn new(
        briefing: PathBuf,
        author: Option<&str>,
        outside: &mut Outside<'_>,
    ) -> anyhow::Result<Self> {
        let folders = Folders::of_user();
        let (settings, wrong) = folders.as_ref().map(Settings::load).unwrap_or_default();
        for wrong in wrong {
            writeln!(outside.err, "roundtable: {}", clean_line(&wrong))?;
        }
        let author = author
            .map(str::to_owned)
            .or_else(|| settings.author.clone());
        Ok(Self {
            briefing,
            author,
            folders,
            settings,
        })
    }

    /// Where notes go. Asks git and the state folder, which takes milliseconds.
    fn notes(&self) -> NotesFolder {
        let name = author::name(self.author.as_deref(), &self.briefing);
        let author = author::resolve(Some(&name), &self.briefing);
        let folders = self.folders.as_ref();
        let state = folders.map(|folders| folders.state.as_path());
        let device = device_id(state, &self.briefing);
        let notes = NotesFolder::new(&self.briefing, author, device).named(&name);
        match folders {
            Some(folders) => notes.journaled_in(&folders.state),
            None => notes,
        }
    }

    /// Starts the file work, and gathers what a screen is made of; what else happens is sent to
    /// the sender.
    fn parts(self, asked: Option<Theme>, session: Option<PathBuf>) -> (Parts, Sender<Event>) {
        let theme = theme(asked, self.settings.theme);
        let (sender, events) = channel();
        let briefing = self.briefing.clone();
        let editor = Editor::new(editor_set(), session.clone(), sender.clone());
        let files = Files {
            briefing,
            notes: Box::new(move || self.notes()),
            session,
        };
        let files = FileThread::open(files, sender.clone());
        (
            Parts {
                theme,
                events,
                files,
                indexer: Indexer::start(sender.clone()),
                editor,
                clock: Box::new(this_moment),
            },
            sender,
        )
    }
}

/// The editor that the user has set.
fn editor_set() -> Option<String> {
    let set = ["VISUAL", "EDITOR"].into_iter();
    let mut set = set.filter_map(|name| std::env::var(name).ok());
    set.find(|set| !set.trim().is_empty())
}

/// The theme that was asked for; none at all where the user wants no colour.
fn theme(asked: Option<Theme>, set: Option<ThemeName>) -> crate::ui::Theme {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let asked = asked.map(|theme| match theme {
        Theme::Dark => ThemeName::Dark,
        Theme::Light => ThemeName::Light,
    });
    match asked.or(set).unwrap_or_default() {
        _ if no_color => crate::ui::PLAIN,
        ThemeName::Dark => crate::ui::DARK,
        ThemeName::Light => crate::ui::LIGHT,
    }
}
