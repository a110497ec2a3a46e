//! The help lines of actions. The same action may mean something else in another context, so its
//! help line depends on the context too.

use super::{Action, OnPreview};
use crate::app::input::context::Context;
use crate::app::input::field::Motion;
use crate::messages::HelpLine;

impl Action {
    /// Returns the help line of the action in a context where it has a key.
    #[expect(clippy::too_many_lines, reason = "an exhaustive table")]
    pub const fn help(self, context: Context) -> HelpLine {
        match self {
            Self::LineDown => line_down(context),
            Self::LineUp => line_up(context),
            Self::HalfDown => HelpLine::HalfDown,
            Self::HalfUp => HelpLine::HalfUp,
            Self::PageDown => HelpLine::PageDown,
            Self::PageUp => HelpLine::PageUp,
            Self::First => HelpLine::GoToStart,
            Self::Last => HelpLine::GoToEnd,
            Self::NextEntry => HelpLine::NextEntry,
            Self::PreviousEntry => HelpLine::PreviousEntry,
            Self::NextParagraph => next_paragraph(context),
            Self::PreviousParagraph => previous_paragraph(context),
            Self::NextPane => HelpLine::NextPane,
            Self::PreviousPane => HelpLine::PreviousPane,
            Self::GoKind(kind) => HelpLine::GoToKind(kind),
            Self::GoNotes => HelpLine::GoToNotes,
            Self::GoParagraph => HelpLine::GoToParagraph,
            Self::Fold => fold(context),
            Self::Unfold => unfold(context),
            Self::Open => open(context),
            Self::Back => HelpLine::JumpBack,
            Self::Forward => HelpLine::JumpForward,
            Self::SetMark => HelpLine::SetBookmark,
            Self::GoMark => HelpLine::GoToBookmark,
            Self::Find => HelpLine::Find,
            Self::NextMatch => HelpLine::NextMatch,
            Self::PreviousMatch => HelpLine::PreviousMatch,
            Self::NextScope => HelpLine::NextScope,
            Self::PreviousScope => HelpLine::PreviousScope,
            Self::ClearMatches => clear(context),
            Self::GoTo => HelpLine::GoTo,
            Self::Countries => HelpLine::Countries,
            Self::DossierHere => HelpLine::CountryHere,
            Self::NextCountry => HelpLine::NextCountry,
            Self::PreviousCountry => HelpLine::PreviousCountry,
            Self::NextOrder => HelpLine::NextOrderOfCountries,
            Self::PreviousOrder => HelpLine::PreviousOrderOfCountries,
            Self::GiveFloor => HelpLine::GiveFloor,
            Self::EndTurn => HelpLine::EndTurn,
            Self::QueueSpeaker => HelpLine::QueueSpeaker,
            Self::NextSpeaker => HelpLine::NextSpeaker,
            Self::CorrectSpeaker => HelpLine::CorrectSpeaker,
            Self::AcceptCorrection => HelpLine::AcceptCorrection,
            Self::SinceTurnBegan => HelpLine::SinceTurnBegan,
            Self::FloorLog => HelpLine::FloorLog,
            Self::RestartClock => HelpLine::RestartClock,
            Self::NextLimit => HelpLine::NextLimit,
            Self::ChooseQuestion => HelpLine::ChooseQuestion,
            Self::NextNotesOrder => HelpLine::NextOrderOfNotes,
            Self::FilterNotes => HelpLine::FilterNotes,
            Self::LinkParagraph => HelpLine::CompleteOrLink,
            Self::Mark(kind) => HelpLine::Mark(kind),
            Self::History => HelpLine::Versions,
            Self::NewNote => HelpLine::NewNote,
            Self::NoteHere => HelpLine::NoteOnParagraph,
            Self::EditNote => HelpLine::EditNote,
            Self::EditOutside => edit_outside(context),
            Self::DeleteNote => HelpLine::DeleteNote,
            Self::Undo => HelpLine::Undo,
            Self::Redo => HelpLine::Redo,
            Self::CopyParagraph => HelpLine::CopyParagraph,
            Self::CopyNote => HelpLine::CopyNote,
            Self::KeyMessage => HelpLine::KeyMessage,
            Self::Report => HelpLine::Report,
            Self::Preview(OnPreview::NextFace) => HelpLine::NextReportVersion,
            Self::Preview(OnPreview::PreviousFace) => HelpLine::PreviousReportVersion,
            Self::Preview(OnPreview::Draft) => HelpLine::DraftOrFinal,
            Self::Preview(OnPreview::Working) => HelpLine::NoteNumbers,
            Self::Preview(OnPreview::Write) => HelpLine::WriteReport,
            Self::Help => HelpLine::ShowKeys,
            Self::Palette => HelpLine::Commands,
            Self::Zoom => HelpLine::OnePane,
            Self::Redraw => HelpLine::Redraw,
            Self::Suspend => HelpLine::Suspend,
            Self::Quit => HelpLine::Quit,
            Self::Accept => accept(context),
            Self::Cancel => cancel(context),
            Self::NextLine => next_line(context),
            Self::PreviousLine => previous_line(context),
            Self::Save => HelpLine::Save,
            Self::NewLine => HelpLine::NewLine,
            Self::DropDraft => HelpLine::DeleteDraft,
            Self::Edit(motion) => edit(motion),
        }
    }
}

const fn line_down(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::NextLine,
        Context::Notes => HelpLine::NextNote,
        Context::Reader
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::LineDown,
    }
}

const fn line_up(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::PreviousLine,
        Context::Notes => HelpLine::PreviousNote,
        Context::Reader
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::LineUp,
    }
}

const fn next_paragraph(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::NextLine,
        Context::Notes => HelpLine::NextNote,
        Context::Reader
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::NextParagraph,
    }
}

const fn previous_paragraph(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::PreviousLine,
        Context::Notes => HelpLine::PreviousNote,
        Context::Reader
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::PreviousParagraph,
    }
}

const fn fold(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::CloseKind,
        Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::PreviousPane,
    }
}

const fn unfold(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::OpenKind,
        Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::NextPane,
    }
}

const fn open(context: Context) -> HelpLine {
    match context {
        Context::Contents => HelpLine::OpenEntry,
        Context::Notes => HelpLine::GoToParagraphOfNote,
        Context::Reader
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::OpenFootnotes,
    }
}

const fn clear(context: Context) -> HelpLine {
    match context {
        Context::Notes => HelpLine::ClearFilterOrMatches,
        Context::Contents
        | Context::Reader
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::Capture
        | Context::NotesFilter => HelpLine::ClearMatches,
    }
}

const fn edit_outside(context: Context) -> HelpLine {
    match context {
        Context::Capture => HelpLine::EditTextInEditor,
        Context::Contents
        | Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report
        | Context::NotesFilter => HelpLine::EditInEditor,
    }
}

const fn accept(context: Context) -> HelpLine {
    match context {
        Context::Find => HelpLine::GoToMatch,
        Context::FloorList => HelpLine::SelectSpeaker,
        Context::Countries => HelpLine::OpenCountry,
        Context::Dossier => HelpLine::GoToPlace,
        Context::Report => HelpLine::GoToGap,
        Context::NotesFilter => HelpLine::KeepFilter,
        Context::Contents
        | Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::List
        | Context::History
        | Context::Capture => HelpLine::SelectLine,
    }
}

const fn cancel(context: Context) -> HelpLine {
    match context {
        Context::Capture => HelpLine::KeepDraft,
        Context::NotesFilter => HelpLine::ClearFilter,
        Context::Contents
        | Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::Find
        | Context::List
        | Context::FloorList
        | Context::Countries
        | Context::Dossier
        | Context::History
        | Context::Report => HelpLine::Close,
    }
}

const fn next_line(context: Context) -> HelpLine {
    match context {
        Context::Find => HelpLine::NextMatch,
        Context::Countries => HelpLine::NextCountry,
        Context::Dossier => HelpLine::NextPlace,
        Context::Report => HelpLine::NextGap,
        Context::NotesFilter => HelpLine::NextNote,
        Context::Contents
        | Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::List
        | Context::FloorList
        | Context::History
        | Context::Capture => HelpLine::NextLine,
    }
}

const fn previous_line(context: Context) -> HelpLine {
    match context {
        Context::Find => HelpLine::EarlierSearch,
        Context::Countries => HelpLine::PreviousCountry,
        Context::Dossier => HelpLine::PreviousPlace,
        Context::Report => HelpLine::PreviousGap,
        Context::NotesFilter => HelpLine::PreviousNote,
        Context::Contents
        | Context::Reader
        | Context::Notes
        | Context::Broken
        | Context::List
        | Context::FloorList
        | Context::History
        | Context::Capture => HelpLine::PreviousLine,
    }
}

const fn edit(motion: Motion) -> HelpLine {
    match motion {
        Motion::Left => HelpLine::CharacterLeft,
        Motion::Right => HelpLine::CharacterRight,
        Motion::WordLeft => HelpLine::WordLeft,
        Motion::WordRight => HelpLine::WordRight,
        Motion::Up => HelpLine::CursorUp,
        Motion::Down => HelpLine::CursorDown,
        Motion::Home => HelpLine::StartOfLine,
        Motion::End => HelpLine::EndOfLine,
        Motion::Backspace => HelpLine::DeleteBefore,
        Motion::Delete => HelpLine::DeleteAfter,
        Motion::DeleteWord => HelpLine::DeleteWord,
        Motion::DeleteLine => HelpLine::DeleteToStart,
        Motion::Undo => HelpLine::UndoTyping,
        Motion::Redo => HelpLine::RedoTyping,
    }
}
