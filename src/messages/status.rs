//! The messages of the status line, one file for each topic.

mod cards;
mod drafts;
mod editor;
mod floor;
mod notes;
mod paper;
mod report;
mod saving;
mod undo;

pub use cards::CardMessage;
pub use drafts::DraftMessage;
pub use editor::EditorMessage;
pub use floor::FloorMessage;
pub use notes::NoteMessage;
pub use paper::PaperMessage;
pub use report::ReportMessage;
pub use saving::{RecordName, SavingMessage};
pub use undo::{FloorNow, UndoMessage};

/// A message of the status line: what the last key did, or what the program has noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusMessage {
    /// About saving and quitting.
    Saving(SavingMessage),
    /// About drafts.
    Draft(DraftMessage),
    /// About the user's editor.
    Editor(EditorMessage),
    /// About undo and redo.
    Undo(UndoMessage),
    /// About the floor and the guiding question.
    Floor(FloorMessage),
    /// About notes.
    Note(NoteMessage),
    /// About the paper and the place in it.
    Paper(PaperMessage),
    /// About the report.
    Report(ReportMessage),
    /// About keys and cards.
    Card(CardMessage),
    /// A text from another module, which exists only in English so far.
    Reason {
        /// The text.
        why: String,
    },
}

impl StatusMessage {
    /// Makes a message from a text of another module.
    pub fn reason(why: impl Into<String>) -> Self {
        Self::Reason { why: why.into() }
    }
}

/// Implements the conversion of the message of each topic into a [`StatusMessage`].
macro_rules! topics {
    ($($topic:ident: $message:ident),+ $(,)?) => {
        $(impl From<$message> for StatusMessage {
            fn from(message: $message) -> Self {
                Self::$topic(message)
            }
        })+
    };
}

topics!(
    Saving: SavingMessage,
    Draft: DraftMessage,
    Editor: EditorMessage,
    Undo: UndoMessage,
    Floor: FloorMessage,
    Note: NoteMessage,
    Paper: PaperMessage,
    Report: ReportMessage,
    Card: CardMessage,
);
