//! The words of the help.

use crate::messages::{HelpLine, Label};
use crate::model::{Kind, NoteKind};

use super::kinds::note_kind;

/// Returns the words of a help line: one or two words for the footer, and the full line.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
pub(in crate::messages) const fn line(line: HelpLine) -> Label {
    let (short, full) = match line {
        HelpLine::LineDown => ("down", "one line down"),
        HelpLine::LineUp => ("up", "one line up"),
        HelpLine::HalfDown => ("half down", "half a page down"),
        HelpLine::HalfUp => ("half up", "half a page up"),
        HelpLine::PageDown => ("page down", "one page down"),
        HelpLine::PageUp => ("page up", "one page up"),
        HelpLine::GoToStart => ("start", "go to the start"),
        HelpLine::GoToEnd => ("end", "go to the end"),
        HelpLine::NextEntry => ("next entry", "next entry"),
        HelpLine::PreviousEntry => ("previous entry", "previous entry"),
        HelpLine::NextParagraph => ("next ¶", "next paragraph"),
        HelpLine::PreviousParagraph => ("previous ¶", "previous paragraph"),
        HelpLine::NextNote => ("next", "next note"),
        HelpLine::PreviousNote => ("previous", "previous note"),
        HelpLine::NextLine => ("next", "next line"),
        HelpLine::PreviousLine => ("previous", "previous line"),
        HelpLine::NextGap => ("next gap", "next gap"),
        HelpLine::PreviousGap => ("previous gap", "previous gap"),
        HelpLine::NextPlace => ("next", "next paragraph or note"),
        HelpLine::PreviousPlace => ("previous", "previous paragraph or note"),
        HelpLine::NextPane => ("pane", "next pane"),
        HelpLine::PreviousPane => ("pane", "previous pane"),
        HelpLine::CloseKind => ("pane", "close this part, or go to the previous pane"),
        HelpLine::OpenKind => ("pane", "open this part, or go to the next pane"),
        HelpLine::GoToKind(kind) => go_to_kind(kind),
        HelpLine::GoToNotes => ("notes", "go to the notes"),
        HelpLine::GoToParagraph => ("paragraph", "go to a paragraph by its number"),
        HelpLine::OpenEntry => ("open", "go to the entry, or open or close this part"),
        HelpLine::GoToParagraphOfNote => ("open", "go to the paragraph of the note"),
        HelpLine::OpenFootnotes => {
            let full = "open or close footnotes and links, or follow a link";
            ("open", full)
        }
        HelpLine::JumpBack => ("back", "jump back"),
        HelpLine::JumpForward => ("forward", "jump forward"),
        HelpLine::SetBookmark => ("set bookmark", "set a bookmark here, named by a letter"),
        HelpLine::GoToBookmark => ("go to bookmark", "go to a bookmark by its letter"),
        HelpLine::Find => ("find", "search paper and notes"),
        HelpLine::NextMatch => ("next match", "next match"),
        HelpLine::PreviousMatch => ("previous match", "previous match"),
        HelpLine::EarlierSearch => {
            let full = "previous match; at the first one, an earlier search";
            ("previous match", full)
        }
        HelpLine::NextScope => ("scope", "next scope: both, paper, notes"),
        HelpLine::PreviousScope => ("scope", "previous scope: notes, paper, both"),
        HelpLine::ClearMatches => ("clear", "clear the matches"),
        HelpLine::ClearFilterOrMatches => ("clear", "show all notes, or clear the matches"),
        HelpLine::GoTo => ("go to", "go to an entry or country, or run a command"),
        HelpLine::Countries => ("country", "look up a country"),
        HelpLine::CountryHere => ("this country", "open the country mentioned here"),
        HelpLine::NextCountry => ("next country", "next country"),
        HelpLine::PreviousCountry => ("previous country", "previous country"),
        HelpLine::NextOrderOfCountries => ("sort", "change the sort order of the countries"),
        HelpLine::PreviousOrderOfCountries => ("sort", "previous sort order of the countries"),
        HelpLine::ShowKeys => ("help", "show the keys that work here"),
        HelpLine::Commands => ("commands", "run a command by name"),
        HelpLine::OnePane => ("one pane", "show only this pane, or all panes"),
        HelpLine::Redraw => ("redraw", "redraw the screen"),
        HelpLine::Suspend => ("suspend", "suspend; type fg in the shell to return"),
        HelpLine::Quit => ("quit", "quit"),
        HelpLine::Mark(kind) => mark(kind),
        HelpLine::NewNote => ("note", "write a note, or continue the draft"),
        HelpLine::NoteOnParagraph => ("note on ¶", "write a note on the selected paragraph"),
        HelpLine::NextOrderOfNotes => ("sort", "change the sort order of the notes"),
        HelpLine::FilterNotes => ("filter", "filter notes"),
        HelpLine::EditNote => ("edit", "edit the selected note"),
        HelpLine::EditInEditor => ("editor", "edit the selected note in your editor ($EDITOR)"),
        HelpLine::EditTextInEditor => ("editor", "edit this text in your editor ($EDITOR)"),
        HelpLine::Versions => ("history", "show all versions of the selected note"),
        HelpLine::DeleteNote => ("delete", "delete the selected note"),
        HelpLine::Undo => ("undo", "undo the last change to the notes or the floor"),
        HelpLine::Redo => ("redo", "redo the change that was undone"),
        HelpLine::CopyParagraph => ("copy ¶", "copy the paragraph with its citation"),
        HelpLine::CopyNote => ("copy note", "copy the selected note"),
        HelpLine::KeyMessage => {
            let full = "make a key message from the selected note";
            ("key message", full)
        }
        HelpLine::Report => ("report", "open the report"),
        HelpLine::WriteReport => ("write", "write the report to a file"),
        HelpLine::NextReportVersion => {
            let full = "next version of the report: clean, with annex, brief";
            ("version", full)
        }
        HelpLine::PreviousReportVersion => ("version", "previous version of the report"),
        HelpLine::DraftOrFinal => ("draft/final", "mark the report as final or draft"),
        HelpLine::NoteNumbers => ("numbers", "show or hide note numbers and delegation counts"),
        HelpLine::GiveFloor => ("floor", "give the floor to a speaker"),
        HelpLine::EndTurn => ("end", "end the current turn"),
        HelpLine::QueueSpeaker => {
            let full = "add a speaker to the queue, or remove one";
            ("queue", full)
        }
        HelpLine::NextSpeaker => {
            let full = "give the floor to the next speaker in the queue";
            ("next", full)
        }
        HelpLine::FloorLog => ("floor log", "show all turns, and correct a speaker"),
        HelpLine::RestartClock => ("clock", "restart the clock of the current turn"),
        HelpLine::NextLimit => ("limit", "change the speaking limit"),
        HelpLine::ChooseQuestion => ("question", "choose the current question"),
        HelpLine::CorrectSpeaker => {
            let full = "correct the speaker of the current or last turn";
            ("correct", full)
        }
        HelpLine::AcceptCorrection => {
            let full = "use this speaker for the current or last turn";
            ("correct", full)
        }
        HelpLine::SinceTurnBegan => {
            let full = "switch between “from now” and “since the turn began”";
            ("since when", full)
        }
        HelpLine::GoToMatch => ("go to", "go to this match"),
        HelpLine::SelectLine => ("select", "select this line"),
        HelpLine::SelectSpeaker => ("select", "select this speaker or question"),
        HelpLine::OpenCountry => ("open", "open this country"),
        HelpLine::GoToPlace => ("go to", "go to this paragraph or note"),
        HelpLine::GoToGap => ("go to gap", "go to this gap"),
        HelpLine::KeepFilter => ("keep", "close, and keep the filter"),
        HelpLine::Close => ("close", "close"),
        HelpLine::KeepDraft => ("keep draft", "close, and keep the draft"),
        HelpLine::ClearFilter => ("show all", "clear the filter, and show all notes"),
        HelpLine::CompleteOrLink => {
            let full = "complete a name or kind, or link to the next suggested paragraph";
            ("link ¶", full)
        }
        HelpLine::Save => ("save", "save the note"),
        HelpLine::NewLine => ("new line", "new line"),
        HelpLine::DeleteDraft => ("delete", "delete the draft (undo restores it)"),
        HelpLine::CharacterLeft => ("left", "one character left"),
        HelpLine::CharacterRight => ("right", "one character right"),
        HelpLine::WordLeft => ("word left", "one word left"),
        HelpLine::WordRight => ("word right", "one word right"),
        HelpLine::CursorUp => ("up", "one line up in the note"),
        HelpLine::CursorDown => ("down", "one line down in the note"),
        HelpLine::StartOfLine => ("start", "go to the start of the line"),
        HelpLine::EndOfLine => ("end", "go to the end of the line"),
        HelpLine::DeleteBefore => ("delete", "delete the character before the cursor"),
        HelpLine::DeleteAfter => ("delete", "delete the character after the cursor"),
        HelpLine::DeleteWord => ("delete", "delete the word before the cursor"),
        HelpLine::DeleteToStart => ("delete", "delete to the start of the line"),
        HelpLine::UndoTyping => ("undo", "undo typing"),
        HelpLine::RedoTyping => ("redo", "redo typing"),
    };
    Label { short, full }
}

const fn go_to_kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Objective => ("objectives", "go to the objectives"),
        Kind::Concept => ("concepts", "go to the concepts"),
        Kind::Context => ("context", "go to the context"),
        Kind::Example => ("examples", "go to the examples"),
        Kind::Question => ("questions", "go to the guiding questions"),
        Kind::Footnote => ("footnotes", "go to the footnotes"),
    }
}

const fn mark(kind: NoteKind) -> (&'static str, &'static str) {
    let full = match kind {
        NoteKind::Note => "mark the paragraph, without a kind",
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
    (note_kind(kind), full)
}
