//! The keys that messages name, by what they do.

use super::KeyName;

/// A key in a sentence, by what it does. The key map in force decides which key that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyOf {
    /// Acts on the selected line of a list.
    Accept,
    /// Clears the filter of the notes pane.
    ClearFilter,
    /// Completes a name or kind in the capture bar.
    Complete,
    /// Continues the newest draft in the empty capture bar.
    ContinueDraft,
    /// Switches the lists of speakers and questions between "from now" and "since the turn began".
    SinceTurnBegan,
    /// Opens the list of countries.
    Countries,
    /// Deletes the letter before the cursor in a list.
    DeleteLetter,
    /// Closes the bar of the notes filter and clears it.
    DropFilter,
    /// Selects an earlier search in the empty finder.
    EarlierSearch,
    /// Edits the selected note.
    EditNote,
    /// Opens the finder.
    Find,
    /// Asks who gets the floor.
    GiveFloor,
    /// Goes to the bookmark set under a letter.
    GoMark(char),
    /// Goes to the selected gap of the report.
    GoToGap,
    /// Closes the bar of the notes filter and keeps it.
    KeepFilter,
    /// Makes a key message from the selected note.
    KeyMessage,
    /// Begins a new note.
    NewNote,
    /// Selects the next paragraph.
    NextParagraph,
    /// Begins a note on the selected paragraph.
    NoteHere,
    /// Opens the selection of a pane.
    Open,
    /// Selects the previous paragraph.
    PreviousParagraph,
    /// Asks who joins or leaves the queue.
    QueueSpeaker,
    /// Quits.
    Quit,
    /// Opens the report.
    Report,
    /// Restarts the clock of the current turn.
    RestartClock,
    /// Opens the help.
    Help,
    /// Saves the note in the capture bar.
    Save,
    /// Sets a bookmark under a letter.
    SetMark(char),
    /// Undoes the last change.
    Undo,
}

/// A function that returns the name of a key in the key map in force.
pub type Keys<'a> = &'a dyn Fn(KeyOf) -> KeyName;

impl KeyOf {
    /// Returns a placeholder for the key, for the table for translators.
    pub(super) fn sample(self) -> KeyName {
        KeyName(format!("[{self:?}]"))
    }
}
