//! `roundtable note`: adds notes from a shell.

use std::io::{BufRead, ErrorKind, stdin};

use super::{Outside, Status, Workspace, read};
use crate::app::{Captured, Known, Moment, Stamp, who_spoke};
use crate::messages::{CommandError, CommandMessage};
use crate::model::{Briefing, Note, Speaker};
use crate::search::Index;
use crate::shell::this_moment;
use crate::store::{NotesFolder, Waits, load_briefing, read_all};

pub(super) fn run(
    words: &[String],
    workspace: &Workspace,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    if !workspace.briefing.is_file() {
        let briefing = workspace.named.display().to_string();
        return Err(CommandError::NoBriefing { briefing }.into());
    }
    workspace.say_doubts(outside)?;
    let mut writer = NoteWriter::new(workspace, outside)?;
    let before = writer.number;
    if words == ["-"] {
        for line in stdin().lock().split(b'\n') {
            // A byte that is not UTF-8 costs one character, not the line.
            writer.add(&String::from_utf8_lossy(&line?), outside)?;
        }
    } else {
        writer.add(&words.join(" "), outside)?;
    }
    if writer.number == before {
        outside.tell(&CommandMessage::NothingToSave)?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

/// A writer of notes: the notes folder of a briefing, and what the signs in a note can refer to.
struct NoteWriter {
    folder: NotesFolder,
    /// The briefing and its index. Without them, no sign is understood and everything is text.
    paper: Option<(Briefing, Index)>,
    speakers: Vec<Speaker>,
    /// The number of the last note.
    number: usize,
    /// Whether the user was told that the folder has no locks.
    has_told_of_locks: bool,
}

impl NoteWriter {
    fn new(workspace: &Workspace, outside: &mut Outside<'_>) -> anyhow::Result<Self> {
        let folder = workspace.notes();
        // As at the start of the screen: notes that the files have lost are restored.
        if let Err(only_here) = folder.reconcile() {
            outside.tell_text(&only_here.to_string())?;
        }
        if let Some(namesake) = folder.namesake() {
            outside.tell_text(&namesake)?;
        }
        let session = read::session(workspace);
        let author = || folder.author().clone();
        let notes = read_all(
            &workspace.briefing,
            workspace.state(),
            &session,
            author,
            Waits::ForSaves,
        )
        .notes;
        let briefing = load_briefing(&workspace.named).briefing;
        Ok(Self {
            folder,
            paper: briefing.map(|briefing| {
                let index = Index::new(&briefing);
                (briefing, index)
            }),
            speakers: who_spoke(&notes),
            number: notes.numbered(),
            has_told_of_locks: false,
        })
    }

    /// Saves a note and prints its number; a blank line is ignored.
    fn add(&mut self, typed: &str, outside: &mut Outside<'_>) -> anyhow::Result<()> {
        if typed.trim().is_empty() {
            return Ok(());
        }
        let (note, unknown) = self.note(typed, &this_moment());
        let at = note.at.clone();
        self.speakers.extend(note.speaker.clone());
        let saved = self.folder.append(&note.into())?;
        if let Some(unjournaled) = saved.unjournaled {
            let how = unjournaled.to_string();
            outside.tell(&CommandMessage::SavedOnly { how })?;
        }
        if let Some(no_locks) = saved.no_locks.filter(|_| !self.has_told_of_locks) {
            self.has_told_of_locks = true;
            outside.tell_text(&no_locks.to_string())?;
        }
        self.number += 1;
        let said = outside.print(&CommandMessage::Saved {
            number: self.number,
            at: at.time(),
            unknown,
        });
        // The reader may be gone, as in `… | roundtable note - | head -1`: keep saving.
        said.or_else(|error| match error.kind() {
            ErrorKind::BrokenPipe => Ok(()),
            _ => Err(error),
        })?;
        Ok(())
    }

    /// Reads a note and its signs, and also returns the signs that were not understood. Dots at the
    /// start stay text, since a shell has no earlier note to continue.
    fn note(&self, typed: &str, moment: &Moment) -> (Note, Vec<String>) {
        let known = self.paper.as_ref().map(|(briefing, index)| Known {
            briefing,
            index,
            speakers: &self.speakers,
        });
        let text = typed.trim().to_owned();
        let captured = match known.map(|known| Captured::new(&text, known)) {
            Some(captured) => captured,
            None => Captured {
                text: text.clone(),
                ..Captured::default()
            },
        };
        let briefing = self.paper.as_ref().map(|(briefing, _)| briefing);
        let stamp = captured.stamped(Stamp::default(), briefing);
        let is_mark = captured.kind.is_some() && stamp.anchor.is_some();
        let author = self.folder.author().clone();
        if captured.text.is_empty() && !is_mark {
            // Signs without words are saved as text: a shell cannot ask what was meant.
            return (Stamp::default().note(moment, text, author), Vec::new());
        }
        let note = stamp.note(moment, captured.words(), author);
        (note, captured.unknown)
    }
}
