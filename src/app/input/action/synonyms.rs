//! The words by which people look for an action, beside those of its help line.

use super::{Action, OnPreview};

impl Action {
    /// Returns further words for an action; empty where the help line has them all.
    pub const fn synonyms(self) -> &'static str {
        match self {
            Self::GiveFloor => "speaker speak delegation silent who spoke turn start",
            Self::EndTurn => "speaker stop finish close turn",
            Self::QueueSpeaker => "wait waiting list",
            Self::NextSpeaker => "turn",
            Self::CorrectSpeaker => "wrong speaker mistake fix",
            Self::FloorLog => "speakers who spoke history time",
            Self::RestartClock => "timer time reset",
            Self::NextLimit => "timer time minutes",
            Self::ChooseQuestion => "topic agenda item",
            Self::Report => "export save write document word minutes summary",
            Self::Preview(OnPreview::Write) => "export save download word docx html csv",
            Self::Preview(OnPreview::NextFace | OnPreview::PreviousFace) => "annex brief clean",
            Self::NewNote => "add type new save record",
            Self::NoteHere => "add comment annotate save",
            Self::EditNote => "change correct rewrite",
            Self::EditOutside => "vim emacs external",
            Self::DeleteNote => "remove erase",
            Self::Undo => "revert back mistake",
            Self::Redo => "repeat again",
            Self::CopyParagraph | Self::CopyNote => "clipboard cite quote",
            Self::KeyMessage => "highlight important",
            Self::Mark(_) => "tag highlight",
            Self::History => "versions revisions",
            Self::FilterNotes => "search show only",
            Self::NextNotesOrder => "order",
            Self::Find => "look for grep query",
            Self::GoTo => "open jump entry",
            Self::GoParagraph => "number jump line",
            Self::Countries | Self::DossierHere => "delegation dossier nation state",
            Self::SetMark | Self::GoMark => "mark remember place",
            Self::Back | Self::Forward => "return previous",
            Self::Zoom => "zoom maximize bigger one pane",
            Self::Help => "keyboard shortcuts manual",
            Self::Palette => "menu actions",
            Self::Quit => "exit close leave",
            Self::Redraw => "refresh repaint",
            Self::Suspend => "shell background",
            _ => "",
        }
    }
}
