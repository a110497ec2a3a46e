//! The words, besides its own, that people may search for to find a line of the help.

use crate::messages::HelpLine;

/// Returns further words for a line of the help; empty where its own words are enough.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
pub(in crate::messages) const fn synonyms(line: HelpLine) -> &'static str {
    match line {
        HelpLine::GiveFloor => "speaker speak delegation silent who spoke turn start",
        HelpLine::EndTurn => "speaker stop finish close turn",
        HelpLine::QueueSpeaker => "wait waiting list",
        HelpLine::NextSpeaker => "turn",
        HelpLine::CorrectSpeaker | HelpLine::AcceptCorrection => "wrong speaker mistake fix",
        HelpLine::FloorLog => "floor log speakers who spoke history time",
        HelpLine::RestartClock => "timer time reset",
        HelpLine::NextLimit => "timer time minutes",
        HelpLine::ChooseQuestion => "topic agenda item",
        HelpLine::Report => "export save write document word minutes summary",
        HelpLine::WriteReport => "export save download word docx html csv",
        HelpLine::NextReportVersion | HelpLine::PreviousReportVersion => "annex brief clean",
        HelpLine::NewNote => "add type new save record",
        HelpLine::NoteOnParagraph => "add comment annotate save",
        HelpLine::EditNote => "change correct rewrite",
        HelpLine::EditInEditor | HelpLine::EditTextInEditor => "vim emacs external",
        HelpLine::DeleteNote => "remove erase",
        HelpLine::Undo => "revert back mistake",
        HelpLine::Redo => "repeat again",
        HelpLine::CopyParagraph | HelpLine::CopyNote => "clipboard cite quote",
        HelpLine::KeyMessage => "copy highlight important",
        HelpLine::Mark(_) => "tag highlight",
        HelpLine::Versions => "versions revisions history",
        HelpLine::FilterNotes => "search show only",
        HelpLine::NextOrderOfNotes => "order",
        HelpLine::Find => "look for grep query",
        HelpLine::GoTo => "open jump entry",
        HelpLine::GoToParagraph => "number jump line",
        HelpLine::Countries | HelpLine::CountryHere => "delegation dossier nation state",
        HelpLine::SetBookmark | HelpLine::GoToBookmark => "mark remember place",
        HelpLine::JumpBack | HelpLine::JumpForward => "return previous",
        HelpLine::OnePane => "zoom maximize bigger full screen toggle",
        HelpLine::ShowKeys => "keyboard shortcuts manual",
        HelpLine::Commands => "menu actions",
        HelpLine::Quit => "exit close leave",
        HelpLine::Redraw => "refresh repaint",
        HelpLine::Suspend => "shell background",
        HelpLine::LineDown
        | HelpLine::LineUp
        | HelpLine::HalfDown
        | HelpLine::HalfUp
        | HelpLine::PageDown
        | HelpLine::PageUp
        | HelpLine::GoToStart
        | HelpLine::GoToEnd
        | HelpLine::NextEntry
        | HelpLine::PreviousEntry
        | HelpLine::NextParagraph
        | HelpLine::PreviousParagraph
        | HelpLine::NextNote
        | HelpLine::PreviousNote
        | HelpLine::NextLine
        | HelpLine::PreviousLine
        | HelpLine::NextGap
        | HelpLine::PreviousGap
        | HelpLine::NextPlace
        | HelpLine::PreviousPlace
        | HelpLine::NextPane
        | HelpLine::PreviousPane
        | HelpLine::CloseKind
        | HelpLine::OpenKind
        | HelpLine::GoToKind(_)
        | HelpLine::GoToNotes
        | HelpLine::OpenEntry
        | HelpLine::GoToParagraphOfNote
        | HelpLine::OpenFootnotes
        | HelpLine::NextMatch
        | HelpLine::PreviousMatch
        | HelpLine::EarlierSearch
        | HelpLine::NextScope
        | HelpLine::PreviousScope
        | HelpLine::ClearMatches
        | HelpLine::ClearFilterOrMatches
        | HelpLine::NextCountry
        | HelpLine::PreviousCountry
        | HelpLine::NextOrderOfCountries
        | HelpLine::PreviousOrderOfCountries
        | HelpLine::DraftOrFinal
        | HelpLine::NoteNumbers
        | HelpLine::SinceTurnBegan
        | HelpLine::GoToMatch
        | HelpLine::SelectLine
        | HelpLine::SelectSpeaker
        | HelpLine::OpenCountry
        | HelpLine::GoToPlace
        | HelpLine::GoToGap
        | HelpLine::KeepFilter
        | HelpLine::Close
        | HelpLine::KeepDraft
        | HelpLine::ClearFilter
        | HelpLine::CompleteOrLink
        | HelpLine::Save
        | HelpLine::NewLine
        | HelpLine::DeleteDraft
        | HelpLine::CharacterLeft
        | HelpLine::CharacterRight
        | HelpLine::WordLeft
        | HelpLine::WordRight
        | HelpLine::CursorUp
        | HelpLine::CursorDown
        | HelpLine::StartOfLine
        | HelpLine::EndOfLine
        | HelpLine::DeleteBefore
        | HelpLine::DeleteAfter
        | HelpLine::DeleteWord
        | HelpLine::DeleteToStart
        | HelpLine::UndoTyping
        | HelpLine::RedoTyping => "",
    }
}
