//! Events and effects.
//!
//! Both are closed sets of plain data: the loop passes an [`Event`] with its [`Moment`], and
//! carries out the [`Effect`]s; their results come back as further events.

use std::sync::Arc;
use std::time::Duration;

use jiff::ZonedDateTime;

use crate::messages::{EditorMessage, KeepingFault, ReportMessage};
use crate::model::{Author, Briefing, Draft, Note, NoteId, Notes, Record, Session};
use crate::report::{Format, Options, Report};
use crate::search::Index;

use super::input::Key;

/// The time of an event, and a fresh id for the note it may create.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The time with its UTC offset.
    pub now: ZonedDateTime,
    /// The time since boot, including suspension; this clock cannot be set.
    pub since_boot: Duration,
    /// A fresh id.
    pub fresh_id: NoteId,
}

/// A mouse action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseDoes {
    /// Scrolled up.
    WheelUp,
    /// Scrolled down.
    WheelDown,
    /// Pressed the left button.
    Click,
}

/// The result of reading the briefing file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The briefing; `None` if it has mistakes.
    pub briefing: Option<Briefing>,
    /// The mistakes and warnings as `roundtable check` prints them; may be empty.
    pub problems: String,
}

/// The reason why a revision is not in the notes file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveRefusal {
    /// The reason for the user.
    pub reason: String,
    /// Whether the journal on this machine has it, so that it cannot be lost here.
    pub on_this_machine: bool,
}

/// Whether drafts are in a file, so that they survive the end of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// They are kept.
    #[default]
    Works,
    /// They are not kept, for this reason.
    Fails(KeepingFault),
    /// This run keeps nothing on purpose.
    Off,
}

/// The number of a desk: which open briefing an event or effect belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeskId(pub u32);

/// An event of one desk.
#[derive(Clone, Debug)]
pub enum DeskEvent {
    /// The briefing was read, at the start or because its file changed.
    Briefing(Box<Reading>),
    /// The author is known; by now the notes include those of the journal.
    Author(Author),
    /// The notes were read; the texts tell the user of damage in their files.
    Notes(Notes, Vec<String>),
    /// The texts with this number were indexed.
    Indexed(Index, u64),
    /// A revision was saved.
    Saved(Record),
    /// A revision was not saved in the notes file, for this reason; it is tried again.
    NotSaved(NoteId, SaveRefusal),
    /// The user's editor has ended: the new text, or the reason why there is none.
    Edited(Result<String, EditorMessage>),
    /// The revision just saved is not in the journal, for this reason.
    Unjournaled(String),
    /// A notice about the files, shown once.
    Notice(String),
    /// The revisions of a note, newest first.
    History(NoteId, Vec<Note>),
    /// Whether drafts are kept, and how many [`DeskEffect::KeepDraft`] this answers.
    Keeping(Keeping, usize),
    /// The result of writing a report.
    Written(ReportMessage),
}

/// An event from the terminal, the files or a thread.
#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "events are moved, never stored in number"
)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse acted at a column and row.
    Mouse(MouseDoes, u16, u16),
    /// The screen was resized to these columns and rows.
    Resize(u16, u16),
    /// Something happened to the files or the index of a desk.
    Desk(DeskId, DeskEvent),
    /// A second has passed.
    Tick,
    /// The terminal accepts frames again, after one was skipped.
    Ready,
    /// The system asks the program to suspend.
    Suspend,
    /// The program continues after a suspension.
    Continued,
    /// The terminal or the system asks the program to end.
    Ended,
}

/// The texts to index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// The paper.
    pub briefing: Arc<Briefing>,
    /// The notes.
    pub notes: Arc<Notes>,
    /// The number of these texts, returned with the index; a greater number is newer.
    pub number: u64,
}

/// A request to the thread that reads and writes the files of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRequest {
    /// Saves a revision; answered by `Saved` or `NotSaved`.
    Save(Box<Record>),
    /// Reads all revisions of a note; answered by `History`.
    History(NoteId),
    /// Renders a report and writes it beside the briefing, never over a file; answered by
    /// `Written`.
    Write(Box<ReportFile>),
}

/// A report to be rendered and written. The file thread renders it, because rendering would hold up
/// the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// The end of the file name, after the name of the briefing and a dot.
    pub suffix: String,
    /// The report.
    pub report: Report,
    /// What the file has of the report.
    pub options: Options,
    /// The format of the file.
    pub format: Format,
}

/// A request to the threads of one desk. Each variant has one owner, which gets its content
/// unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskEffect {
    /// Asks the file thread for something.
    Files(FileRequest),
    /// Indexes texts; answered by `Indexed`.
    Index(Texts),
    /// Opens the user's editor on the text of a draft; answered by `Edited`.
    Edit(Draft),
    /// Keeps the session for the next start.
    Keep(Session),
    /// Keeps the session with a new draft; answered by `Keeping`.
    KeepDraft(Session),
}

/// A request to the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "effects are moved, never stored in number"
)]
pub enum Effect {
    /// Asks the threads of a desk for something.
    Desk(DeskId, DeskEffect),
    /// Copies text to the clipboard of the terminal.
    Copy(String),
    /// Redraws the whole screen.
    Redraw,
    /// Suspends the program.
    Suspend,
    /// Quits.
    Quit,
}
