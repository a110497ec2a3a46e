//! The words of cards: what their rows would do now, and their titles.

use super::App;
use super::card::About;
use super::desk::Desk;
use super::floor::who;
use super::input::Action;
use super::leaving::loss;
use super::noting::next_undo;
use super::words::{gist, language};
use crate::messages::{CardLabel, CardTitle};

/// Returns what an action would do now: with the note, speaker or step that it is about.
pub(super) fn card_label(app: &App, action: Action) -> String {
    special_label(&app.desk, action).map_or_else(
        || short_label(app, action),
        |special| special.words(language()).into_owned(),
    )
}

/// Returns the label of an action if it depends on the notes or the floor; `None` if it never
/// changes.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
fn special_label(desk: &Desk, action: Action) -> Option<CardLabel> {
    match action {
        Action::DeleteNote => desk.notebook.selection().map(|(number, note)| {
            let beginning = gist(&note.text);
            CardLabel::DeleteNote { number, beginning }
        }),
        Action::Undo => Some(next_undo(desk)),
        Action::Quit => Some(loss(desk).unwrap_or(CardLabel::Quit)),
        Action::EndTurn => {
            let speaker = desk.proceedings.holder().map(who);
            speaker.map(|speaker| CardLabel::EndTurn { speaker })
        }
        Action::NextSpeaker => {
            let speaker = desk.proceedings.next_in_queue().map(who);
            speaker.map(|speaker| CardLabel::NextSpeaker { speaker })
        }
        Action::LineDown
        | Action::LineUp
        | Action::HalfDown
        | Action::HalfUp
        | Action::PageDown
        | Action::PageUp
        | Action::First
        | Action::Last
        | Action::NextEntry
        | Action::PreviousEntry
        | Action::NextParagraph
        | Action::PreviousParagraph
        | Action::NextPane
        | Action::PreviousPane
        | Action::GoKind(_)
        | Action::GoNotes
        | Action::GoParagraph
        | Action::Fold
        | Action::Unfold
        | Action::Open
        | Action::Back
        | Action::Forward
        | Action::SetMark
        | Action::GoMark
        | Action::Find
        | Action::NextMatch
        | Action::PreviousMatch
        | Action::NextScope
        | Action::PreviousScope
        | Action::ClearMatches
        | Action::GoTo
        | Action::Countries
        | Action::DossierHere
        | Action::NextCountry
        | Action::PreviousCountry
        | Action::NextOrder
        | Action::PreviousOrder
        | Action::GiveFloor
        | Action::QueueSpeaker
        | Action::CorrectSpeaker
        | Action::AcceptCorrection
        | Action::SinceTurnBegan
        | Action::FloorLog
        | Action::RestartClock
        | Action::NextLimit
        | Action::ChooseQuestion
        | Action::NextNotesOrder
        | Action::FilterNotes
        | Action::LinkParagraph
        | Action::Mark(_)
        | Action::History
        | Action::NewNote
        | Action::NoteHere
        | Action::EditNote
        | Action::EditOutside
        | Action::Redo
        | Action::CopyParagraph
        | Action::CopyNote
        | Action::KeyMessage
        | Action::Report
        | Action::Preview(_)
        | Action::Help
        | Action::Palette
        | Action::Zoom
        | Action::Redraw
        | Action::Suspend
        | Action::Accept
        | Action::Cancel
        | Action::NextLine
        | Action::PreviousLine
        | Action::Save
        | Action::NewLine
        | Action::DropDraft
        | Action::Edit(_) => None,
    }
}

/// Returns the label of an action in the footer.
fn short_label(app: &App, action: Action) -> String {
    let help = action.help(app.context());
    help.words(language()).short.to_owned()
}

/// Returns the title of the card that an action is on.
pub(super) fn card_title(app: &App, action: Action) -> String {
    let title = match action {
        Action::Mark(_) | Action::KeyMessage => CardTitle::MarkAs,
        Action::EndTurn
        | Action::NextSpeaker
        | Action::QueueSpeaker
        | Action::CorrectSpeaker
        | Action::RestartClock
        | Action::NextLimit
        | Action::FloorLog => CardTitle::Turn,
        Action::GoKind(_) | Action::GoNotes | Action::GoParagraph | Action::First => {
            CardTitle::GoTo
        }
        other => return short_label(app, other),
    };
    title.words(language()).into_owned()
}

/// Returns what an action would change now.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
pub(super) fn about(app: &App, action: Action) -> About {
    let desk = &app.desk;
    match action {
        Action::DeleteNote | Action::KeyMessage => {
            let selected = desk.notebook.selection();
            About::Note(selected.map(|(_, note)| note.clone()))
        }
        Action::Mark(_) => About::Place(app.front.anchor_here(desk)),
        Action::EndTurn
        | Action::NextSpeaker
        | Action::QueueSpeaker
        | Action::CorrectSpeaker
        | Action::RestartClock
        | Action::NextLimit => About::Floor(desk.proceedings.floor.clone()),
        Action::Undo
        | Action::Quit
        | Action::LineDown
        | Action::LineUp
        | Action::HalfDown
        | Action::HalfUp
        | Action::PageDown
        | Action::PageUp
        | Action::First
        | Action::Last
        | Action::NextEntry
        | Action::PreviousEntry
        | Action::NextParagraph
        | Action::PreviousParagraph
        | Action::NextPane
        | Action::PreviousPane
        | Action::GoKind(_)
        | Action::GoNotes
        | Action::GoParagraph
        | Action::Fold
        | Action::Unfold
        | Action::Open
        | Action::Back
        | Action::Forward
        | Action::SetMark
        | Action::GoMark
        | Action::Find
        | Action::NextMatch
        | Action::PreviousMatch
        | Action::NextScope
        | Action::PreviousScope
        | Action::ClearMatches
        | Action::GoTo
        | Action::Countries
        | Action::DossierHere
        | Action::NextCountry
        | Action::PreviousCountry
        | Action::NextOrder
        | Action::PreviousOrder
        | Action::GiveFloor
        | Action::AcceptCorrection
        | Action::SinceTurnBegan
        | Action::FloorLog
        | Action::ChooseQuestion
        | Action::NextNotesOrder
        | Action::FilterNotes
        | Action::LinkParagraph
        | Action::History
        | Action::NewNote
        | Action::NoteHere
        | Action::EditNote
        | Action::EditOutside
        | Action::Redo
        | Action::CopyParagraph
        | Action::CopyNote
        | Action::Report
        | Action::Preview(_)
        | Action::Help
        | Action::Palette
        | Action::Zoom
        | Action::Redraw
        | Action::Suspend
        | Action::Accept
        | Action::Cancel
        | Action::NextLine
        | Action::PreviousLine
        | Action::Save
        | Action::NewLine
        | Action::DropDraft
        | Action::Edit(_) => About::Nothing,
    }
}
