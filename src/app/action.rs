//! What a key can do, and the words for it.

use crate::model::{Kind, NoteKind};

use super::field::Motion;
use super::preview::OnPreview;

/// Under which heading the help lists an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Moving about.
    Move,
    /// Finding.
    Find,
    /// Noting.
    Note,
    /// Who speaks, on what.
    Floor,
    /// Typing in a text field.
    Type,
    /// The program itself.
    Program,
}

impl Group {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Find => "find",
            Self::Note => "note",
            Self::Floor => "floor",
            Self::Type => "type",
            Self::Program => "program",
        }
    }
}

/// Something that the program does when it is told to.
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
    /// Scrolls a page down.
    PageDown,
    /// Scrolls a page up.
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
    /// Goes to the entries of a kind.
    GoKind(Kind),
    /// Goes to the notes.
    GoNotes,
    /// Opens or follows what is selected.
    Open,
    /// Goes back to where the last jump started.
    Back,
    /// Goes forward again.
    Forward,
    /// Names this place with a letter.
    SetMark,
    /// Goes to the place of that letter.
    GoMark,
    /// Opens the finder.
    Find,
    /// Goes to the next match.
    NextMatch,
    /// Goes to the previous match.
    PreviousMatch,
    /// Looks in the paper only, in the notes only, in both.
    NextScope,
    /// The same the other way round.
    PreviousScope,
    /// Lights the matches no longer.
    PutOut,
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
    /// Lists the countries in the next order: by name, number, region, partnership.
    NextOrder,
    /// The same the other way round.
    PreviousOrder,
    /// Gives somebody the floor.
    GiveFloor,
    /// Takes the floor from whoever has it.
    EmptyFloor,
    /// Lets somebody wait for the floor.
    AskForFloor,
    /// Gives the floor to the first who waits.
    NextSpeaker,
    /// Says who it really was that has the floor.
    CorrectSpeaker,
    /// Opens the log of the floor.
    FloorLog,
    /// Starts the clock anew.
    RestartClock,
    /// Sets the next limit.
    NextLimit,
    /// Takes up a guiding question.
    TakeUpQuestion,
    /// Puts the notes in the next order: by time, question, speaker, paragraph.
    NextNotesOrder,
    /// Narrows the notes to what matches.
    FilterNotes,
    /// Ties the note to the next of the paragraphs that are near to it.
    Tie,
    /// Marks the selected paragraph without words.
    Mark(NoteKind),
    /// Shows the revisions of the selected note.
    History,
    /// Starts or continues a note.
    NewNote,
    /// Starts a note on the selected paragraph.
    NoteHere,
    /// Edits the selected note.
    EditNote,
    /// Edits the selected note, or what stands in the bar, in the user's editor.
    EditOutside,
    /// Deletes the selected note.
    DeleteNote,
    /// Takes the last change of a note back.
    Undo,
    /// Makes the undone change again.
    Redo,
    /// Copies the selected paragraph with its citation.
    CopyParagraph,
    /// Copies the selected note.
    CopyNote,
    /// Makes a key message of the selected note.
    KeyMessage,
    /// Opens the report.
    Report,
    /// Does something with the report that is shown.
    Preview(OnPreview),
    /// Opens the list of keys.
    Help,
    /// Opens the list of commands.
    Palette,
    /// Shows one pane, or all again.
    Zoom,
    /// Draws the screen anew.
    Redraw,
    /// Lets the shell come to the fore.
    Suspend,
    /// Leaves the program.
    Quit,
    /// Takes what is selected in an overlay.
    Accept,
    /// Leaves an overlay or bar.
    Cancel,
    /// Selects the next line of a list.
    NextLine,
    /// Selects the previous line of a list.
    PreviousLine,
    /// Saves the note.
    Save,
    /// Starts a new line in the note.
    NewLine,
    /// Throws the draft away.
    DropDraft,
    /// Moves or deletes in a text field.
    Edit(Motion),
}

impl Action {
    /// A word or two for the footer, what it does for the help, and its group.
    pub const fn words(self) -> (&'static str, &'static str, Group) {
        use Group::{Find, Move, Program};
        match self {
            Self::LineDown => ("down", "one line down", Move),
            Self::LineUp => ("up", "one line up", Move),
            Self::HalfDown => ("half down", "half a page down", Move),
            Self::HalfUp => ("half up", "half a page up", Move),
            Self::PageDown => ("page down", "a page down", Move),
            Self::PageUp => ("page up", "a page up", Move),
            Self::First => ("first", "to the beginning", Move),
            Self::Last => ("last", "to the end", Move),
            Self::NextEntry => ("next entry", "next entry", Move),
            Self::PreviousEntry => ("previous entry", "previous entry", Move),
            Self::NextParagraph => ("next ¶", "next paragraph", Move),
            Self::PreviousParagraph => ("previous ¶", "previous paragraph", Move),
            Self::NextPane => ("pane", "next pane", Move),
            Self::PreviousPane => ("previous pane", "previous pane", Move),
            Self::GoKind(kind) => kind_words(kind),
            Self::GoNotes => ("notes", "go to the notes", Move),
            Self::Open => (
                "open",
                "open: an entry, footnotes and links, a note's paragraph",
                Move,
            ),
            Self::Back => ("back", "back to before the jump", Move),
            Self::Forward => ("forward", "forward again", Move),
            Self::SetMark => ("mark", "mark this place with a letter", Move),
            Self::GoMark => ("go to mark", "go to the place marked with a letter", Move),
            Self::Find => ("find", "find words in paper and notes", Find),
            Self::NextMatch => ("next match", "next match", Find),
            Self::PreviousMatch => ("previous match", "previous match", Find),
            Self::NextScope => ("paper/notes", "look in paper, notes, or both", Find),
            Self::PreviousScope => ("paper/notes", "the same, the other way round", Find),
            Self::PutOut => ("clear", "clear the matches", Find),
            Self::GoTo => ("go to", "go to an entry, country or command", Find),
            Self::Countries => ("country", "what the paper says on a country", Find),
            Self::DossierHere => ("this country", "the country that is named here", Find),
            Self::NextCountry => ("next country", "the next country", Find),
            Self::PreviousCountry => ("previous country", "the previous country", Find),
            Self::NextOrder => ("order", "by name, number, region, partnership", Find),
            Self::PreviousOrder => ("order", "the same, the other way round", Find),
            Self::Help => ("help", "all keys", Program),
            Self::Palette => ("commands", "run a command by its name", Program),
            Self::Zoom => ("one pane", "one pane, or all again", Program),
            Self::Redraw => ("redraw", "draw the screen anew", Program),
            Self::Suspend => ("suspend", "to the shell, and back with fg", Program),
            Self::Quit => ("quit", "quit", Program),
            other => other.words_of_notes(),
        }
    }

    /// The same for notes.
    const fn words_of_notes(self) -> (&'static str, &'static str, Group) {
        use Group::Note;
        match self {
            Self::Mark(kind) => mark_words(kind),
            Self::NewNote => ("note", "write a note, or go on with the draft", Note),
            Self::NoteHere => ("note on ¶", "write a note on the selected paragraph", Note),
            Self::NextNotesOrder => ("order", "by time, question, speaker, paragraph", Note),
            Self::FilterNotes => (
                "filter",
                "show the notes only that match, as in the finder",
                Note,
            ),
            Self::EditNote => ("edit", "edit the selected note", Note),
            Self::EditOutside => ("editor", "edit it in $EDITOR", Note),
            Self::History => ("history", "all revisions of the selected note", Note),
            Self::DeleteNote => ("delete", "delete the selected note", Note),
            Self::Undo => ("undo", "undo the last change of the notes", Note),
            Self::Redo => ("redo", "redo what was undone", Note),
            Self::CopyParagraph => ("copy ¶", "copy the paragraph with its citation", Note),
            Self::KeyMessage => (
                "key message",
                "make a key message of the selected note",
                Note,
            ),
            Self::Report => (
                "report",
                "the report as it stands, and what is missing",
                Note,
            ),
            Self::Preview(OnPreview::Write) => ("write", "write the report in a format", Note),
            Self::Preview(OnPreview::NextFace) => {
                ("clean/annex/brief", "clean, with annex, or brief", Note)
            }
            Self::Preview(OnPreview::PreviousFace) => {
                ("clean/annex/brief", "the same, the other way round", Note)
            }
            Self::Preview(OnPreview::Draft) => ("draft/final", "a draft, or final", Note),
            Self::Preview(OnPreview::Working) => {
                ("numbers", "working copy: numbers and counts", Note)
            }
            Self::CopyNote => ("copy note", "copy the selected note", Note),
            other => other.words_of_floor(),
        }
    }

    /// The same for the floor.
    const fn words_of_floor(self) -> (&'static str, &'static str, Group) {
        use Group::Floor;
        match self {
            Self::GiveFloor => ("floor", "give the floor to somebody", Floor),
            Self::EmptyFloor => ("empty floor", "nobody has the floor any more", Floor),
            Self::AskForFloor => ("wait", "somebody asks for the floor", Floor),
            Self::NextSpeaker => ("next", "the floor to the first who waits", Floor),
            Self::FloorLog => ("floor log", "who spoke when; mend a wrong speaker", Floor),
            Self::RestartClock => ("clock", "start the clock of the floor anew", Floor),
            Self::NextLimit => ("limit", "the next speaking limit", Floor),
            Self::TakeUpQuestion => ("question", "take up a guiding question", Floor),
            other => other.words_of_overlays(),
        }
    }

    /// The same for what holds where text is typed or chosen from.
    const fn words_of_overlays(self) -> (&'static str, &'static str, Group) {
        use Group::Type;
        match self {
            Self::Accept => ("choose", "take what is selected", Type),
            Self::Cancel => ("leave", "leave; what is typed in a note stays", Type),
            Self::NextLine => ("next", "next line of the list", Type),
            Self::PreviousLine => ("previous", "previous line of the list", Type),
            Self::Tie => (
                "tie to ¶",
                "complete a name or kind; else tie the note to a paragraph near to it",
                Type,
            ),
            Self::CorrectSpeaker => ("it was them", "they have the floor, and had it", Type),
            Self::Save => ("save", "save the note", Type),
            Self::NewLine => ("new line", "new line", Type),
            Self::DropDraft => ("drop", "drop the draft; undo brings it back", Type),
            Self::Edit(motion) => ("", motion.words(), Type),
            _ => ("", "", Type),
        }
    }
}

const fn mark_words(kind: NoteKind) -> (&'static str, &'static str, Group) {
    let says = match kind {
        NoteKind::Note => "mark the paragraph, without a word",
        NoteKind::Position => "mark the paragraph as a position",
        NoteKind::Proposal => "mark the paragraph as a proposal",
        NoteKind::Practice => "mark the paragraph as a practice",
        NoteKind::Commitment => "mark the paragraph as a commitment",
        NoteKind::Agreement => "mark the paragraph as agreed",
        NoteKind::Disagreement => "mark the paragraph as disagreed",
        NoteKind::Question => "mark the paragraph as a question",
        NoteKind::Quote => "mark the paragraph as quoted",
        NoteKind::Action => "mark the paragraph as something to be done",
        NoteKind::Message => "mark the paragraph as a key message",
    };
    (kind.name(), says, Group::Note)
}

const fn kind_words(kind: Kind) -> (&'static str, &'static str, Group) {
    let (label, says) = match kind {
        Kind::Objective => ("objectives", "go to the objectives"),
        Kind::Concept => ("concepts", "go to the concepts"),
        Kind::Context => ("context", "go to the context"),
        Kind::Example => ("examples", "go to the examples"),
        Kind::Question => ("questions", "go to the guiding questions"),
        Kind::Footnote => ("footnotes", "go to the footnotes"),
    };
    (label, says, Group::Move)
}
