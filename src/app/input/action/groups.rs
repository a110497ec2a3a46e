//! The groups of actions in the help.

use super::Action;
use crate::messages::HelpGroup;

impl Action {
    /// Returns the group of its help lines.
    #[expect(clippy::too_many_lines, reason = "an exhaustive table")]
    pub const fn group(self) -> HelpGroup {
        match self {
            Self::LineDown
            | Self::LineUp
            | Self::HalfDown
            | Self::HalfUp
            | Self::PageDown
            | Self::PageUp
            | Self::First
            | Self::Last
            | Self::NextEntry
            | Self::PreviousEntry
            | Self::NextParagraph
            | Self::PreviousParagraph
            | Self::NextPane
            | Self::PreviousPane
            | Self::GoKind(_)
            | Self::GoNotes
            | Self::GoParagraph
            | Self::Fold
            | Self::Unfold
            | Self::Open
            | Self::Back
            | Self::Forward
            | Self::SetMark
            | Self::GoMark => HelpGroup::Read,
            Self::Find
            | Self::NextMatch
            | Self::PreviousMatch
            | Self::NextScope
            | Self::PreviousScope
            | Self::ClearMatches
            | Self::GoTo
            | Self::Countries
            | Self::DossierHere
            | Self::NextCountry
            | Self::PreviousCountry
            | Self::NextOrder
            | Self::PreviousOrder => HelpGroup::Find,
            Self::NextNotesOrder
            | Self::FilterNotes
            | Self::Mark(_)
            | Self::History
            | Self::NewNote
            | Self::NoteHere
            | Self::EditNote
            | Self::EditOutside
            | Self::DeleteNote
            | Self::Undo
            | Self::Redo
            | Self::CopyParagraph
            | Self::CopyNote
            | Self::KeyMessage => HelpGroup::Note,
            Self::GiveFloor
            | Self::EndTurn
            | Self::QueueSpeaker
            | Self::NextSpeaker
            | Self::CorrectSpeaker
            | Self::AcceptCorrection
            | Self::SinceTurnBegan
            | Self::FloorLog
            | Self::RestartClock
            | Self::NextLimit
            | Self::ChooseQuestion => HelpGroup::Floor,
            Self::Report | Self::Preview(_) => HelpGroup::Report,
            Self::Help | Self::Palette | Self::Zoom | Self::Redraw | Self::Suspend | Self::Quit => {
                HelpGroup::Program
            }
            Self::LinkParagraph
            | Self::Accept
            | Self::Cancel
            | Self::NextLine
            | Self::PreviousLine
            | Self::Save
            | Self::NewLine
            | Self::DropDraft
            | Self::Edit(_) => HelpGroup::Type,
        }
    }
}
