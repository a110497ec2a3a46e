//! The keys that messages name, by what they do.

use super::KeyName;

/// A key in a sentence, by what it does. The key map in force decides which key that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyOf {
    /// Acts on the selection of a list.
    Accept,
    /// Continues the newest draft in the empty capture bar.
    ContinueDraft,
    /// Opens the list of countries.
    Countries,
    /// Edits the selected note.
    EditNote,
    /// Opens the finder.
    Find,
    /// Asks who gets the floor.
    GiveFloor,
    /// Jumps to the bookmark of a letter.
    GoMark(char),
    /// Makes a key message of the selected note.
    KeyMessage,
    /// Begins a new note.
    NewNote,
    /// Selects the next paragraph.
    NextParagraph,
    /// Opens the selection of a pane.
    Open,
    /// Selects the previous paragraph.
    PreviousParagraph,
    /// Asks who joins the queue.
    QueueSpeaker,
    /// Quits.
    Quit,
    /// Opens the report.
    Report,
    /// Restarts the clock of the current turn.
    RestartClock,
    /// Saves the note in the capture bar.
    Save,
    /// Sets the bookmark of a letter.
    SetMark(char),
    /// Undoes the last change.
    Undo,
}

/// Returns the name of a key in the key map in force.
pub type Keys<'a> = &'a dyn Fn(KeyOf) -> KeyName;

impl KeyOf {
    /// Stands for the key in the table for translators.
    pub(super) fn sample(self) -> KeyName {
        KeyName(format!("[{self:?}]"))
    }
}
