//! What comes in, and what has to be done outside.
//!
//! Both are closed and plain data: the loop hands in an [`Event`] with the [`Moment`] it came at,
//! and carries out the [`Effect`]s; their outcome comes back as further events.

use std::time::Duration;

use jiff::ZonedDateTime;

use crate::model::{Author, Briefing, Draft, Note, NoteId, Notes, Record, Session};
use crate::search::Index;

use super::indexed::Texts;
use super::key::Key;

/// When something happened, and an id nobody has used, should it become a note.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The time, with the offset of the place.
    pub now: ZonedDateTime,
    /// The time since the machine was started, suspended or not: nobody can set that clock.
    pub since_boot: Duration,
    /// An unused id.
    pub fresh_id: NoteId,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseDoes {
    /// The wheel turned away from the hand.
    WheelUp,
    /// The wheel turned towards the hand.
    WheelDown,
    /// The left button went down.
    Click,
}

/// What came out of reading the briefing file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The briefing, unless mistakes forbid it.
    pub briefing: Option<Briefing>,
    /// The mistakes and oddities in words, as `roundtable check` prints them; may be empty.
    pub problems: String,
}

/// Why a revision is not beside the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reason in words.
    pub reason: String,
    /// Whether this machine has it in its journal, so that it cannot be lost here.
    pub on_this_machine: bool,
}

/// Whether drafts are in a file, so that they survive the end of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// They are.
    #[default]
    Works,
    /// They are not, for that reason in words.
    Fails(String),
    /// This run keeps nothing on purpose.
    Off,
}

/// What comes in.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at a column and row.
    Mouse(MouseDoes, u16, u16),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// The briefing was read, at the start or because its file changed.
    Briefing(Box<Reading>),
    /// Whose notes are written here: what the journal had is among the notes by now.
    Author(Author),
    /// The notes were read; with what is damaged in their files, in words.
    Notes(Notes, Vec<String>),
    /// The texts of that number are indexed.
    Indexed(Index, u64),
    /// A revision is on the disk.
    Saved(Record),
    /// A revision is not beside the briefing, for that reason; it is tried again.
    NotSaved(NoteId, Refusal),
    /// The user's editor has ended: the text as it is now, or why there is none, in words.
    Edited(Result<String, String>),
    /// What was just saved is not in the journal, in words.
    Unjournaled(String),
    /// Something about the files that is worth saying once, in words.
    Notice(String),
    /// All revisions of a note, the newest first.
    History(NoteId, Vec<Note>),
    /// Whether drafts are kept now, and how many [`Effect::KeepDraft`] this answers.
    Keeping(Keeping, usize),
    /// What became of a report that was to be written, in words.
    Written(String),
    /// A second has gone by.
    Tick,
    /// The terminal takes a frame again, after one was left out.
    Ready,
    /// The system wants the program to stop until it is continued.
    Suspend,
    /// The program goes on after it was stopped.
    Continued,
    /// The terminal or the system wants the program to end.
    Ended,
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save a revision, and say when it is on the disk.
    Save(Record),
    /// Read all revisions of a note.
    History(NoteId),
    /// Write a report beside the briefing, under a name that ends so; never over another file.
    Write(String, Vec<u8>),
    /// Index texts, and say when it is done.
    Index(Texts),
    /// Hand text to the clipboard of the terminal.
    Copy(String),
    /// Draw the whole screen anew.
    Redraw,
    /// Stop until the shell brings the program back.
    Suspend,
    /// Let the user's editor have the text of a draft, and say what became of it.
    Edit(Draft),
    /// Keep the session for the next start.
    Keep(Session),
    /// Keep the session, which has a new draft, and say whether it was kept.
    KeepDraft(Session),
    /// Leave.
    Quit,
}
