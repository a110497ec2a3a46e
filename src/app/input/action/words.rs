//! The words of actions for footer and help. The same action may mean something else in another
//! context, so words belong to both.

use crate::model::{Kind, NoteKind};

use super::super::context::Context;
use super::{Action, Group, OnPreview};

/// A word or two for the footer, a line for the help, and the group in the help.
pub type ActionWords = (&'static str, &'static str, Group);

impl Action {
    /// Returns the words for the action where it has this context.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub const fn words(self, context: Context) -> ActionWords {
        use Group::{Find, Floor, Note, Program, Read, Type};
        match self {
            Self::LineDown => ("down", "one line down", Read),
            Self::LineUp => ("up", "one line up", Read),
            Self::HalfDown => ("half down", "half a page down", Read),
            Self::HalfUp => ("half up", "half a page up", Read),
            Self::PageDown => ("page down", "page down", Read),
            Self::PageUp => ("page up", "page up", Read),
            Self::First => ("start", "go to the start", Read),
            Self::Last => ("end", "go to the end", Read),
            Self::NextEntry => ("next entry", "next entry", Read),
            Self::PreviousEntry => ("previous entry", "previous entry", Read),
            Self::NextParagraph => ("next ¶", "next paragraph", Read),
            Self::PreviousParagraph => ("previous ¶", "previous paragraph", Read),
            Self::NextPane => ("pane", "next pane", Read),
            Self::PreviousPane => ("pane", "previous pane", Read),
            Self::GoKind(kind) => kind_words(kind),
            Self::GoNotes => ("notes", "go to the notes", Read),
            Self::GoParagraph => ("paragraph", "go to the paragraph with this number", Read),
            Self::Fold => fold_words(context),
            Self::Unfold => unfold_words(context),
            Self::Open => open_words(context),
            Self::Back => ("back", "jump back", Read),
            Self::Forward => ("forward", "jump forward", Read),
            Self::SetMark => (
                "set bookmark",
                "set a bookmark here, named by a letter",
                Read,
            ),
            Self::GoMark => (
                "go to bookmark",
                "go to the bookmark with this letter",
                Read,
            ),
            Self::Find => ("find", "search paper and notes", Find),
            Self::NextMatch => ("next match", "next match", Find),
            Self::PreviousMatch => ("previous match", "previous match", Find),
            Self::NextScope => ("scope", "next scope: both, paper, notes", Find),
            Self::PreviousScope => ("scope", "previous scope", Find),
            Self::ClearMatches => clear_words(context),
            Self::GoTo => ("go to", "go to an entry, country or command", Find),
            Self::Countries => ("country", "look up a country", Find),
            Self::DossierHere => ("this country", "open the country mentioned here", Find),
            Self::NextCountry => ("next country", "next country", Find),
            Self::PreviousCountry => ("previous country", "previous country", Find),
            Self::NextOrder => ("sort", "change the sort order", Find),
            Self::PreviousOrder => ("sort", "previous sort order", Find),
            Self::Help => ("help", "show the keys", Program),
            Self::Palette => ("commands", "run a command by name", Program),
            Self::Zoom => ("full screen", "toggle full screen", Program),
            Self::Redraw => ("redraw", "redraw", Program),
            Self::Suspend => ("suspend", "suspend (fg returns)", Program),
            Self::Quit => ("quit", "quit", Program),
            Self::Mark(kind) => mark_words(kind),
            Self::NewNote => ("note", "write a note, or continue the draft", Note),
            Self::NoteHere => ("note on ¶", "write a note on the selected paragraph", Note),
            Self::NextNotesOrder => ("sort", "change the sort order", Note),
            Self::FilterNotes => ("filter", "filter notes", Note),
            Self::EditNote => ("edit", "edit the selected note", Note),
            Self::EditOutside => ("editor", "edit in $EDITOR", Note),
            Self::History => ("history", "show all versions of the selected note", Note),
            Self::DeleteNote => ("delete", "delete the selected note", Note),
            Self::Undo => ("undo", "undo the last change to notes or floor", Note),
            Self::Redo => ("redo", "redo the change that was undone", Note),
            Self::CopyParagraph => ("copy ¶", "copy the paragraph with its citation", Note),
            Self::CopyNote => ("copy note", "copy the selected note", Note),
            Self::KeyMessage => (
                "key message",
                "copy the selected note as a key message",
                Note,
            ),
            Self::Report => ("report", "open the report", Group::Report),
            Self::Preview(OnPreview::Write) => {
                ("write", "write the report to a file", Group::Report)
            }
            Self::Preview(OnPreview::NextFace) => ("version", "next report version", Group::Report),
            Self::Preview(OnPreview::PreviousFace) => {
                ("version", "previous report version", Group::Report)
            }
            Self::Preview(OnPreview::Draft) => {
                ("draft/final", "mark as final or draft", Group::Report)
            }
            Self::Preview(OnPreview::Working) => ("numbers", "show note numbers", Group::Report),
            Self::GiveFloor => ("floor", "give the floor to a speaker", Floor),
            Self::EndTurn => ("end", "end the current turn", Floor),
            Self::QueueSpeaker => ("queue", "add a speaker to the queue", Floor),
            Self::NextSpeaker => ("next", "give the floor to the next in the queue", Floor),
            Self::FloorLog => ("floor log", "floor log; correct a speaker", Floor),
            Self::RestartClock => ("clock", "restart the clock", Floor),
            Self::NextLimit => ("limit", "change the speaking limit", Floor),
            Self::ChooseQuestion => ("question", "choose the current question", Floor),
            Self::CorrectSpeaker => ("correct", "correct the speaker of this turn", Floor),
            Self::AcceptCorrection => ("correct", "correct who has the floor", Floor),
            Self::SinceTurnBegan => (
                "since when",
                "switch between from now and since the turn began",
                Floor,
            ),
            Self::Accept => accept_words(context),
            Self::Cancel => cancel_words(context),
            Self::NextLine => ("next", "next line", Type),
            Self::PreviousLine => ("previous", "previous line", Type),
            Self::LinkParagraph => (
                "link ¶",
                "complete a name or kind, or link to the next suggested paragraph",
                Type,
            ),
            Self::Save => ("save", "save the note", Type),
            Self::NewLine => ("new line", "new line", Type),
            Self::DropDraft => ("delete", "delete the draft (undo restores it)", Type),
            Self::Edit(motion) => ("", motion.words(), Type),
        }
    }
}

const fn open_words(context: Context) -> ActionWords {
    let help = match context {
        Context::Contents => "go to the entry, or open or close the kind",
        Context::Notes => "go to the note's paragraph",
        _ => "open or close footnotes and links, or follow a link",
    };
    ("open", help, Group::Read)
}

const fn fold_words(context: Context) -> ActionWords {
    let help = match context {
        Context::Contents => "close the kind, or go to the previous pane",
        _ => "previous pane",
    };
    ("pane", help, Group::Read)
}

const fn unfold_words(context: Context) -> ActionWords {
    let help = match context {
        Context::Contents => "open the kind, or go to the next pane",
        _ => "next pane",
    };
    ("pane", help, Group::Read)
}

const fn clear_words(context: Context) -> ActionWords {
    let help = match context {
        Context::Notes => "show all notes, or clear the matches",
        _ => "clear the matches",
    };
    ("clear", help, Group::Find)
}

const fn accept_words(context: Context) -> ActionWords {
    let (label, help) = match context {
        Context::Find => ("go to", "go to this match"),
        Context::Countries => ("open", "open this country"),
        Context::Dossier => ("go to", "go to this paragraph or note"),
        Context::Report => ("go to gap", "go to this gap"),
        Context::NotesFilter => ("apply", "apply the filter"),
        _ => ("select", "select"),
    };
    (label, help, Group::Type)
}

const fn cancel_words(context: Context) -> ActionWords {
    let (label, help) = match context {
        Context::Capture => ("keep draft", "close, keep the draft"),
        Context::NotesFilter => ("show all", "show all notes"),
        _ => ("close", "close"),
    };
    (label, help, Group::Type)
}

const fn mark_words(kind: NoteKind) -> ActionWords {
    let help = match kind {
        NoteKind::Note => "mark without a note",
        NoteKind::Position => "mark the paragraph as a position",
        NoteKind::Proposal => "mark the paragraph as a proposal",
        NoteKind::Practice => "mark the paragraph as a practice",
        NoteKind::Commitment => "mark the paragraph as a commitment",
        NoteKind::Agreement => "mark the paragraph as an agreement",
        NoteKind::Disagreement => "mark the paragraph as a disagreement",
        NoteKind::Question => "mark the paragraph as a question",
        NoteKind::Quote => "mark the paragraph as a quote",
        NoteKind::Action => "mark the paragraph as an action item",
        NoteKind::Message => "mark the paragraph as a key message",
    };
    (kind.name(), help, Group::Note)
}

const fn kind_words(kind: Kind) -> ActionWords {
    let (label, help) = match kind {
        Kind::Objective => ("objectives", "go to the objectives"),
        Kind::Concept => ("concepts", "go to the concepts"),
        Kind::Context => ("context", "go to the context"),
        Kind::Example => ("examples", "go to the examples"),
        Kind::Question => ("questions", "go to the guiding questions"),
        Kind::Footnote => ("footnotes", "go to the footnotes"),
    };
    (label, help, Group::Read)
}
