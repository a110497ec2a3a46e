//! The actions that keys are bound to.

mod groups;
mod names;
mod words;

use crate::model::{Kind, NoteKind};

use super::field::Motion;

/// A change to the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPreview {
    /// Shows the next version: clean, with annex, brief.
    NextFace,
    /// Shows the previous version.
    PreviousFace,
    /// Switches between draft and final.
    Draft,
    /// Switches note numbers and counts on or off.
    Working,
    /// Asks for the format of the file.
    Write,
}

/// A command of the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Scrolls one line down.
    LineDown,
    /// Scrolls one line up.
    LineUp,
    /// Scrolls half a page down.
    HalfDown,
    /// Scrolls half a page up.
    HalfUp,
    /// Scrolls down by all rows but one.
    PageDown,
    /// Scrolls up by all rows but one.
    PageUp,
    /// Goes to the beginning.
    First,
    /// Goes to the end.
    Last,
    /// Goes to the next entry.
    NextEntry,
    /// Goes to the previous entry.
    PreviousEntry,
    /// Selects the next paragraph.
    NextParagraph,
    /// Selects the previous paragraph.
    PreviousParagraph,
    /// Moves to the next pane.
    NextPane,
    /// Moves to the previous pane.
    PreviousPane,
    /// Goes to the first entry of a kind.
    GoKind(Kind),
    /// Moves the focus to the notes pane.
    GoNotes,
    /// Goes to the paragraph whose number is typed next.
    GoParagraph,
    /// Closes the kind of the selected entry; where there is none, moves to the previous pane.
    Fold,
    /// Opens the selected kind of entries; where there is none, moves to the next pane.
    Unfold,
    /// Opens the selection: an entry, footnotes and links, the paragraph of a note.
    Open,
    /// Returns to where the last jump started.
    Back,
    /// Repeats the jump that `Back` undid.
    Forward,
    /// Sets the bookmark that the next letter names.
    SetMark,
    /// Goes to the bookmark that the next letter names.
    GoMark,
    /// Opens the finder.
    Find,
    /// Goes to the next match.
    NextMatch,
    /// Goes to the previous match.
    PreviousMatch,
    /// Searches in the next scope: both, paper, notes.
    NextScope,
    /// Searches in the previous scope.
    PreviousScope,
    /// Clears the notes filter in the notes pane, otherwise the highlighted matches.
    ClearMatches,
    /// Opens the list of all entries, countries and commands.
    GoTo,
    /// Opens the list of countries.
    Countries,
    /// Opens the dossier of the country named at the selected paragraph.
    DossierHere,
    /// Opens the dossier of the next country.
    NextCountry,
    /// Opens the dossier of the previous country.
    PreviousCountry,
    /// Sorts the countries in the next order: name, number, region, partnership.
    NextOrder,
    /// Sorts the countries in the previous order.
    PreviousOrder,
    /// Asks who gets the floor.
    GiveFloor,
    /// Ends the current turn.
    EndTurn,
    /// Asks who joins the queue.
    QueueSpeaker,
    /// Gives the floor to the first in the queue.
    NextSpeaker,
    /// Asks who the speaker of the current or last turn was.
    CorrectSpeaker,
    /// Corrects the speaker of a turn to the selected one.
    AcceptCorrection,
    /// Switches whether the choice of a list holds from now on or since the turn began.
    SinceTurnBegan,
    /// Opens the floor log.
    FloorLog,
    /// Restarts the clock.
    RestartClock,
    /// Switches to the next speaking limit.
    NextLimit,
    /// Asks which guiding question is under discussion.
    ChooseQuestion,
    /// Sorts the notes in the next order: time, question, speaker, paragraph.
    NextNotesOrder,
    /// Opens the notes filter.
    FilterNotes,
    /// Completes a name or kind, otherwise links the note to the next suggested paragraph.
    LinkParagraph,
    /// Marks the selected paragraph: a note without text.
    Mark(NoteKind),
    /// Shows the revisions of the selected note.
    History,
    /// Opens the capture bar: the newest draft, or an empty one.
    NewNote,
    /// Starts a note on the selected paragraph.
    NoteHere,
    /// Edits the selected note.
    EditNote,
    /// Edits the selected note, or the text of the capture bar, in the user's editor.
    EditOutside,
    /// Deletes the selected note.
    DeleteNote,
    /// Undoes the last change to notes or floor.
    Undo,
    /// Redoes the change that was undone.
    Redo,
    /// Copies the selected paragraph with its citation.
    CopyParagraph,
    /// Copies the selected note.
    CopyNote,
    /// Copies the selected note as a key message.
    KeyMessage,
    /// Opens the report.
    Report,
    /// Changes or writes the report that is shown.
    Preview(OnPreview),
    /// Opens the list of the keys that work here.
    Help,
    /// Opens the list of commands.
    Palette,
    /// Shows the pane in focus alone, or all panes.
    Zoom,
    /// Redraws the whole screen.
    Redraw,
    /// Suspends the program.
    Suspend,
    /// Quits.
    Quit,
    /// Acts on the selection of an overlay, or applies the notes filter.
    Accept,
    /// Closes an overlay or bar.
    Cancel,
    /// Selects the next line of a list.
    NextLine,
    /// Selects the previous line of a list.
    PreviousLine,
    /// Saves the note.
    Save,
    /// Starts a new line in the note.
    NewLine,
    /// Deletes the draft.
    DropDraft,
    /// Moves or deletes in a text field.
    Edit(Motion),
}
