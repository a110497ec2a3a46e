//! The lines of the help: one for each thing that a key does.

use super::samples::samples;
use crate::model::{Kind, NoteKind};

/// A line of the help, which says what a key does in one part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Scrolls one line down.
    LineDown,
    /// Scrolls one line up.
    LineUp,
    /// Scrolls half a page down.
    HalfDown,
    /// Scrolls half a page up.
    HalfUp,
    /// Scrolls one page down.
    PageDown,
    /// Scrolls one page up.
    PageUp,
    /// Goes to the start.
    GoToStart,
    /// Goes to the end.
    GoToEnd,
    /// Goes to the next entry.
    NextEntry,
    /// Goes to the previous entry.
    PreviousEntry,
    /// Selects the next paragraph.
    NextParagraph,
    /// Selects the previous paragraph.
    PreviousParagraph,
    /// Selects the next note.
    NextNote,
    /// Selects the previous note.
    PreviousNote,
    /// Selects the next line of a list.
    NextLine,
    /// Selects the previous line of a list.
    PreviousLine,
    /// Selects the next gap of the report.
    NextGap,
    /// Selects the previous gap of the report.
    PreviousGap,
    /// Selects the next paragraph or note of the dossier.
    NextPlace,
    /// Selects the previous paragraph or note of the dossier.
    PreviousPlace,
    /// Moves to the next pane.
    NextPane,
    /// Moves to the previous pane.
    PreviousPane,
    /// Closes the kind in the contents, or moves to the previous pane.
    CloseKind,
    /// Opens the kind in the contents, or moves to the next pane.
    OpenKind,
    /// Goes to the first entry of a kind.
    GoToKind(Kind),
    /// Goes to the notes pane.
    GoToNotes,
    /// Goes to the paragraph with a given number.
    GoToParagraph,
    /// Goes to the entry, or opens or closes the kind, in the contents.
    OpenEntry,
    /// Goes to the paragraph of a note.
    GoToParagraphOfNote,
    /// Opens or closes footnotes and links, or follows a link.
    OpenFootnotes,
    /// Returns to where a jump started.
    JumpBack,
    /// Repeats the jump that was undone.
    JumpForward,
    /// Sets a bookmark under a letter.
    SetBookmark,
    /// Goes to the bookmark set under a letter.
    GoToBookmark,
    /// Opens the finder.
    Find,
    /// Goes to the next match.
    NextMatch,
    /// Goes to the previous match.
    PreviousMatch,
    /// Selects the previous match in the finder or, at the first one, an earlier search.
    EarlierSearch,
    /// Searches in the next scope.
    NextScope,
    /// Searches in the previous scope.
    PreviousScope,
    /// Clears the highlighted matches.
    ClearMatches,
    /// Clears the notes filter, or the highlighted matches.
    ClearFilterOrMatches,
    /// Opens the list of entries, countries and commands.
    GoTo,
    /// Opens the list of countries.
    Countries,
    /// Opens the dossier of the country mentioned at the selected paragraph.
    CountryHere,
    /// Goes to the next country.
    NextCountry,
    /// Goes to the previous country.
    PreviousCountry,
    /// Sorts the countries in the next order.
    NextOrderOfCountries,
    /// Sorts the countries in the previous order.
    PreviousOrderOfCountries,
    /// Opens the list of keys.
    ShowKeys,
    /// Opens the list of commands.
    Commands,
    /// Shows the pane in focus alone, or all panes.
    OnePane,
    /// Redraws the whole screen.
    Redraw,
    /// Suspends the program.
    Suspend,
    /// Quits the program.
    Quit,
    /// Marks the paragraph with a kind.
    Mark(NoteKind),
    /// Opens the capture bar.
    NewNote,
    /// Begins a note on the selected paragraph.
    NoteOnParagraph,
    /// Sorts the notes in the next order.
    NextOrderOfNotes,
    /// Opens the notes filter.
    FilterNotes,
    /// Edits the selected note.
    EditNote,
    /// Edits the selected note in the user's editor.
    EditInEditor,
    /// Edits the text of the capture bar in the user's editor.
    EditTextInEditor,
    /// Shows the versions of the selected note.
    Versions,
    /// Deletes the selected note.
    DeleteNote,
    /// Undoes the last change.
    Undo,
    /// Redoes the change that was undone.
    Redo,
    /// Copies the selected paragraph.
    CopyParagraph,
    /// Copies the selected note.
    CopyNote,
    /// Makes a key message from the selected note.
    KeyMessage,
    /// Opens the report.
    Report,
    /// Writes the report to a file.
    WriteReport,
    /// Shows the next version of the report.
    NextReportVersion,
    /// Shows the previous version of the report.
    PreviousReportVersion,
    /// Switches between draft and final.
    DraftOrFinal,
    /// Shows or hides note numbers and counts.
    NoteNumbers,
    /// Asks who gets the floor.
    GiveFloor,
    /// Ends the current turn.
    EndTurn,
    /// Asks who joins or leaves the queue.
    QueueSpeaker,
    /// Gives the floor to the first in the queue.
    NextSpeaker,
    /// Opens the floor log.
    FloorLog,
    /// Restarts the clock of the turn.
    RestartClock,
    /// Switches to the next speaking limit.
    NextLimit,
    /// Asks which guiding question is under discussion.
    ChooseQuestion,
    /// Asks who the speaker of the current or last turn was.
    CorrectSpeaker,
    /// Makes the selected speaker the speaker of the current or last turn.
    AcceptCorrection,
    /// Switches a list between "from now" and "since the turn began".
    SinceTurnBegan,
    /// Goes to the selected match.
    GoToMatch,
    /// Acts on the selected line of a list.
    SelectLine,
    /// Acts on the selected speaker or question.
    SelectSpeaker,
    /// Opens the selected country.
    OpenCountry,
    /// Goes to the selected paragraph or note of the dossier.
    GoToPlace,
    /// Goes to the selected gap of the report.
    GoToGap,
    /// Keeps the notes filter and closes its bar.
    KeepFilter,
    /// Closes what is in front.
    Close,
    /// Closes the capture bar and keeps its draft.
    KeepDraft,
    /// Clears the notes filter and closes its bar.
    ClearFilter,
    /// Completes a word of the capture bar, or links a paragraph.
    CompleteOrLink,
    /// Saves the note.
    Save,
    /// Starts a new line in the note.
    NewLine,
    /// Deletes the draft.
    DeleteDraft,
    /// Moves the cursor one character left.
    CharacterLeft,
    /// Moves the cursor one character right.
    CharacterRight,
    /// Moves the cursor one word left.
    WordLeft,
    /// Moves the cursor one word right.
    WordRight,
    /// Moves the cursor one line up.
    CursorUp,
    /// Moves the cursor one line down.
    CursorDown,
    /// Moves the cursor to the start of the line.
    StartOfLine,
    /// Moves the cursor to the end of the line.
    EndOfLine,
    /// Deletes the character before the cursor.
    DeleteBefore,
    /// Deletes the character after the cursor.
    DeleteAfter,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes the text from the start of the line to the cursor.
    DeleteToStart,
    /// Undoes the last change to the text.
    UndoTyping,
    /// Redoes the change to the text that was undone.
    RedoTyping,
}

samples!(HelpLine: "what a key does, in the footer and the help" {
    LineDown {},
    LineUp {},
    HalfDown {},
    HalfUp {},
    PageDown {},
    PageUp {},
    GoToStart {},
    GoToEnd {},
    NextEntry {},
    PreviousEntry {},
    NextParagraph {},
    PreviousParagraph {},
    NextNote {},
    PreviousNote {},
    NextLine {},
    PreviousLine {},
    NextGap {},
    PreviousGap {},
    NextPlace {},
    PreviousPlace {},
    NextPane {},
    PreviousPane {},
    CloseKind {},
    OpenKind {},
    GoToKind { 0: Kind::Objective } { 0: Kind::Concept } { 0: Kind::Context } { 0: Kind::Example }
        { 0: Kind::Question } { 0: Kind::Footnote },
    GoToNotes {},
    GoToParagraph {},
    OpenEntry {},
    GoToParagraphOfNote {},
    OpenFootnotes {},
    JumpBack {},
    JumpForward {},
    SetBookmark {},
    GoToBookmark {},
    Find {},
    NextMatch {},
    PreviousMatch {},
    EarlierSearch {},
    NextScope {},
    PreviousScope {},
    ClearMatches {},
    ClearFilterOrMatches {},
    GoTo {},
    Countries {},
    CountryHere {},
    NextCountry {},
    PreviousCountry {},
    NextOrderOfCountries {},
    PreviousOrderOfCountries {},
    ShowKeys {},
    Commands {},
    OnePane {},
    Redraw {},
    Suspend {},
    Quit {},
    Mark { 0: NoteKind::Note } { 0: NoteKind::Position } { 0: NoteKind::Proposal }
        { 0: NoteKind::Practice } { 0: NoteKind::Commitment } { 0: NoteKind::Agreement }
        { 0: NoteKind::Disagreement } { 0: NoteKind::Question } { 0: NoteKind::Quote }
        { 0: NoteKind::Action } { 0: NoteKind::Message },
    NewNote {},
    NoteOnParagraph {},
    NextOrderOfNotes {},
    FilterNotes {},
    EditNote {},
    EditInEditor {},
    EditTextInEditor {},
    Versions {},
    DeleteNote {},
    Undo {},
    Redo {},
    CopyParagraph {},
    CopyNote {},
    KeyMessage {},
    Report {},
    WriteReport {},
    NextReportVersion {},
    PreviousReportVersion {},
    DraftOrFinal {},
    NoteNumbers {},
    GiveFloor {},
    EndTurn {},
    QueueSpeaker {},
    NextSpeaker {},
    FloorLog {},
    RestartClock {},
    NextLimit {},
    ChooseQuestion {},
    CorrectSpeaker {},
    AcceptCorrection {},
    SinceTurnBegan {},
    GoToMatch {},
    SelectLine {},
    SelectSpeaker {},
    OpenCountry {},
    GoToPlace {},
    GoToGap {},
    KeepFilter {},
    Close {},
    KeepDraft {},
    ClearFilter {},
    CompleteOrLink {},
    Save {},
    NewLine {},
    DeleteDraft {},
    CharacterLeft {},
    CharacterRight {},
    WordLeft {},
    WordRight {},
    CursorUp {},
    CursorDown {},
    StartOfLine {},
    EndOfLine {},
    DeleteBefore {},
    DeleteAfter {},
    DeleteWord {},
    DeleteToStart {},
    UndoTyping {},
    RedoTyping {},
});
