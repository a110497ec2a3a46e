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
mod plain;
mod print;
mod read;
mod report;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use clap::{Parser, Subcommand, ValueEnum};

use self::output::Cleaned;
use crate::app::{Event, KeyMap};
use crate::model::Author;
use crate::shell::{
    Editor, FileThread, Files, InMemory, Indexer, Parts, SessionAt, stopwatch, this_moment,
    time_zone_doubt,
};
use crate::store::{Folders, NoFolders, NotesFolder, Settings, ThemeName, device_id};
use crate::text::clean_line;

/// The exit status of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: found or done.
    Done,
    /// 1: nothing found, or mistakes found.
    Nothing,
    /// 2: wrong usage, a file that cannot be read, or a failure.
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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThemeChoice {
    Dark,
    Light,
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

/// The outputs of a command.
pub struct Outside<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Whether standard output is a terminal that can be drawn on.
    pub is_terminal: bool,
}

/// Runs the command that the arguments name. Control and bidi characters from file names, arguments
/// and files never reach standard error.
pub fn run(arguments: impl IntoIterator<Item = OsString>, outside: &mut Outside<'_>) -> Status {
    let outside = &mut Outside {
        out: outside.out,
        err: &mut Cleaned(outside.err),
        is_terminal: outside.is_terminal,
    };
    let arguments = match options::parse(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return say_usage(&error, outside),
    };
    match perform(&arguments, outside) {
        Ok(status) => status,
        // The reader closed the pipe, as in `roundtable | head`: not a failure.
        Err(error) if is_closed_pipe(&error) => Status::Done,
        Err(error) => {
            let said = writeln!(outside.err, "roundtable: {error:#}");
            said.map_or(Status::Failed, |()| Status::Failed)
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

/// A briefing on the disk, with the user's folders and settings.
struct Workspace {
    /// The path of the briefing as typed, for messages.
    named: PathBuf,
    /// The same path with a symbolic link followed; notes, session and journals belong to it.
    briefing: PathBuf,
    author: Option<String>,
    folders: Option<Folders>,
    /// The reason why `folders` is `None`.
    no_folders: Option<NoFolders>,
    settings: Settings,
    keys: KeyMap,
    /// The mistakes of the configuration file, each with its line.
    mistakes: Vec<String>,
}

impl Workspace {
    fn new(named: &Path, author: Option<&str>, outside: &mut Outside<'_>) -> anyhow::Result<Self> {
        let (folders, no_folders) = match Folders::of_user() {
            Ok(folders) => (Some(folders), None),
            Err(why) => (None, Some(why)),
        };
        let (settings, keys, mistakes) = keys::in_force(folders.as_ref());
        for wrong in &mistakes {
            writeln!(outside.err, "roundtable: {}", clean_line(wrong))?;
        }
        let author = author
            .map(str::to_owned)
            .or_else(|| settings.author.clone());
        Ok(Self {
            named: named.to_owned(),
            briefing: followed(named),
            author,
            folders,
            no_folders,
            settings,
            keys,
            mistakes,
        })
    }

    /// Returns the author whose notes are the user's own. May run git, which takes milliseconds.
    fn author(&self) -> Author {
        author::resolve(self.author.as_deref(), &self.briefing)
    }

    /// Returns the state folder, if there is one.
    fn state(&self) -> Option<&Path> {
        self.folders.as_ref().map(|folders| folders.state.as_path())
    }

    /// Warns on standard error when there is no state folder, when times may be wrong, and when
    /// notes lie beside a link to the briefing.
    fn say_doubts(&self, outside: &mut Outside<'_>) -> anyhow::Result<()> {
        if let Some(why) = &self.no_folders {
            let cure = "set HOME or XDG_STATE_HOME";
            writeln!(outside.err, "roundtable: {why}; {cure}")?;
        }
        if let Some(doubt) = time_zone_doubt() {
            writeln!(outside.err, "roundtable: {}", clean_line(&doubt))?;
        }
        read::say_notes_beside_link(self, outside)
    }

    /// Returns the folder that notes are saved in. May run git and reads the state folder, which
    /// takes milliseconds.
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

    /// Returns what the screen says about the mistakes of the configuration at its start.
    fn configuration_notice(&self) -> Option<String> {
        let first = self.mistakes.first()?;
        Some(match self.mistakes.len() {
            1 => first.clone(),
            count => format!("{count} mistakes in the configuration: {first}"),
        })
    }

    /// Starts the file thread and builds the parts of a screen. Signals and keys go to the returned
    /// sender.
    fn parts(self, asked: Option<ThemeChoice>, session: SessionAt) -> (Parts, Sender<Event>) {
        let theme = theme(asked, self.settings.theme);
        let (sender, events) = channel();
        let briefing = self.briefing.clone();
        let editor = Editor::new(
            editor_set(),
            session.file().map(Path::to_owned),
            sender.clone(),
        );
        let files = Files {
            briefing,
            notes: Box::new(move || self.notes()),
            session,
        };
        let files = FileThread::open(files, sender.clone());
        (assembled(theme, (files, editor), &sender, events), sender)
    }

    /// Builds the parts of a screen that writes no file.
    fn parts_in_memory(self, asked: Option<ThemeChoice>) -> (Parts, Sender<Event>) {
        let theme = theme(asked, self.settings.theme);
        let (sender, events) = channel();
        let editor = Editor::new(None, None, sender.clone());
        let files = InMemory {
            briefing: self.briefing.clone(),
            state: self.state().map(Path::to_owned),
            author: Box::new(move || self.author()),
        };
        let files = FileThread::in_memory(files, sender.clone());
        (assembled(theme, (files, editor), &sender, events), sender)
    }
}

fn assembled(
    theme: crate::ui::Theme,
    (files, editor): (FileThread, Editor),
    sender: &Sender<Event>,
    events: Receiver<Event>,
) -> Parts {
    Parts {
        theme,
        events,
        files,
        indexer: Indexer::start(sender.clone()),
        editor,
        clock: Box::new(this_moment),
        stopwatch: Box::new(stopwatch()),
    }
}

/// Follows a symbolic link; a path that is no link, or leads nowhere, stays as it is.
fn followed(named: &Path) -> PathBuf {
    let real = named.is_symlink().then(|| named.canonicalize().ok());
    real.flatten().unwrap_or_else(|| named.to_owned())
}

/// Returns the command in `$VISUAL`, else in `$EDITOR`, if one is set.
fn editor_set() -> Option<String> {
    let set = ["VISUAL", "EDITOR"].into_iter();
    let mut set = set.filter_map(|name| std::env::var(name).ok());
    set.find(|set| !set.trim().is_empty())
}

/// Chooses the theme from the option, else from the configuration; `NO_COLOR` overrides both.
fn theme(asked: Option<ThemeChoice>, set: Option<ThemeName>) -> crate::ui::Theme {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let asked = asked.map(|theme| match theme {
        ThemeChoice::Dark => ThemeName::Dark,
        ThemeChoice::Light => ThemeName::Light,
    });
    match asked.or(set).unwrap_or_default() {
        _ if no_color => crate::ui::PLAIN,
        ThemeName::Dark => crate::ui::DARK,
        ThemeName::Light => crate::ui::LIGHT,
    }
}
