//! The briefing that a command is about, with the user's folders and settings. Also starts the
//! threads that a screen needs.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use clap::ValueEnum;

use super::outside::Outside;
use super::{author, keys, output, read};
use crate::app::{DeskId, Event, KeyMap};
use crate::messages::CommandMessage;
use crate::model::Author;
use crate::shell::{
    DeskSender, Editor, FileThread, Files, InMemory, Indexer, Parts, SessionAt, stopwatch,
    this_moment, time_zone_doubt,
};
use crate::store::{Folders, NoFolders, NotesFolder, Settings, ThemeName, device_id};

/// The value of `--theme`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ThemeChoice {
    Dark,
    Light,
}

/// A briefing on the disk, with the user's folders and settings.
pub(super) struct Workspace {
    /// The path of the briefing as typed, for messages.
    pub(super) named: PathBuf,
    /// The same path with a symbolic link followed. Notes, session and journals belong to this one.
    pub(super) briefing: PathBuf,
    pub(super) author: Option<String>,
    pub(super) folders: Option<Folders>,
    /// The reason why `folders` is `None`.
    pub(super) no_folders: Option<NoFolders>,
    /// The user's settings.
    pub(super) settings: Settings,
    /// The key map.
    pub(super) keys: KeyMap,
    /// The mistakes of the configuration file, each with its line.
    mistakes: Vec<String>,
}

impl Workspace {
    pub(super) fn new(
        named: &Path,
        author: Option<&str>,
        outside: &mut Outside<'_>,
    ) -> anyhow::Result<Self> {
        let (folders, no_folders) = match Folders::of_user() {
            Ok(folders) => (Some(folders), None),
            Err(why) => (None, Some(why)),
        };
        let (settings, keys, mistakes) = keys::in_force(folders.as_ref());
        for wrong in &mistakes {
            outside.tell_text(wrong)?;
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

    /// Returns the user as the author of notes. May run git, which takes milliseconds.
    pub(super) fn author(&self) -> Author {
        author::resolve(self.author.as_deref(), &self.briefing)
    }

    /// Returns the state folder, if there is one.
    pub(super) fn state(&self) -> Option<&Path> {
        self.folders.as_ref().map(|folders| folders.state.as_path())
    }

    /// Warns on standard error when there is no state folder, when times may be wrong, and when
    /// notes lie beside a link to the briefing.
    pub(super) fn say_doubts(&self, outside: &mut Outside<'_>) -> anyhow::Result<()> {
        if let Some(why) = &self.no_folders {
            let why = why.to_string();
            outside.tell(&CommandMessage::NoStateFolder { why })?;
        }
        if let Some(doubt) = time_zone_doubt() {
            outside.tell_text(&doubt)?;
        }
        read::say_notes_beside_link(self, outside)
    }

    /// Returns the folder that notes are saved in. May run git and reads the state folder, which
    /// takes milliseconds.
    pub(super) fn notes(&self) -> NotesFolder {
        let name = author::name(self.author.as_deref(), &self.briefing);
        let author = author::resolve(Some(&name), &self.briefing);
        let device = device_id(self.state(), &self.briefing);
        let notes = NotesFolder::new(&self.briefing, author, device).named(&name);
        match self.state() {
            Some(state) => notes.journaled_in(state),
            None => notes,
        }
    }

    /// Returns what the screen says at its start about mistakes in the configuration, if there are
    /// any.
    pub(super) fn configuration_notice(&self) -> Option<String> {
        let first = self.mistakes.first()?;
        Some(match self.mistakes.len() {
            1 => first.clone(),
            count => output::words(&CommandMessage::SeveralMistakes {
                count,
                first: first.clone(),
            }),
        })
    }

    /// Starts the file thread and builds the parts of a screen. Signals and keys go to the returned
    /// sender.
    pub(super) fn parts(
        self,
        asked: Option<ThemeChoice>,
        session: SessionAt,
    ) -> (Parts, Sender<Event>) {
        let theme = theme(asked, self.settings.theme);
        let (sender, events) = channel();
        let of_desk = DeskSender::new(DeskId::default(), sender.clone());
        let briefing = self.briefing.clone();
        let editor = Editor::new(
            editor_set(),
            session.file().map(Path::to_owned),
            of_desk.clone(),
        );
        let files = Files {
            briefing,
            notes: Box::new(move || self.notes()),
            session,
        };
        let files = FileThread::open(files, of_desk.clone());
        (assembled(theme, (files, editor), of_desk, events), sender)
    }

    /// Builds the parts of a screen that writes no file.
    pub(super) fn parts_in_memory(self, asked: Option<ThemeChoice>) -> (Parts, Sender<Event>) {
        let theme = theme(asked, self.settings.theme);
        let (sender, events) = channel();
        let of_desk = DeskSender::new(DeskId::default(), sender.clone());
        let editor = Editor::new(None, None, of_desk.clone());
        let files = InMemory {
            briefing: self.briefing.clone(),
            state: self.state().map(Path::to_owned),
            author: Box::new(move || self.author()),
        };
        let files = FileThread::in_memory(files, of_desk.clone());
        (assembled(theme, (files, editor), of_desk, events), sender)
    }
}

fn assembled(
    theme: crate::ui::Theme,
    (files, editor): (FileThread, Editor),
    of_desk: DeskSender,
    events: Receiver<Event>,
) -> Parts {
    Parts {
        theme,
        events,
        files,
        indexer: Indexer::start(of_desk),
        editor,
        clock: Box::new(this_moment),
        stopwatch: Box::new(stopwatch()),
    }
}

/// Follows a symbolic link; returns the path unchanged if it is not a link or its target is
/// missing.
pub(super) fn followed(named: &Path) -> PathBuf {
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
