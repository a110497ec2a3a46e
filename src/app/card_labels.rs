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

/// How a row of a card finds what it shows and compares.
struct LiveRow {
    /// Returns the label; `None` where it never changes.
    label: fn(&Desk) -> Option<CardLabel>,
    /// Returns what the action would change now.
    about: fn(&App) -> About,
}

impl LiveRow {
    /// The row of an action with a fixed label and nothing to compare.
    const PLAIN: Self = Self {
        label: |_| None,
        about: |_| About::Nothing,
    };
    /// The row of an action with a fixed label that changes the floor.
    const FLOOR: Self = Self {
        label: |_| None,
        about: |app| About::Floor(app.desk.proceedings.floor.clone()),
    };
}

/// Returns what the row of an action shows and compares.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
fn row(action: Action) -> LiveRow {
    match action {
        Action::DeleteNote => LiveRow {
            label: deletion,
            about: selected_note,
        },
        Action::KeyMessage => LiveRow {
            about: selected_note,
            ..LiveRow::PLAIN
        },
        Action::Mark(_) => LiveRow {
            about: |app| About::Place(app.front.anchor_here(&app.desk)),
            ..LiveRow::PLAIN
        },
        Action::Undo => LiveRow {
            label: |desk| Some(next_undo(desk)),
            ..LiveRow::PLAIN
        },
        Action::Quit => LiveRow {
            label: |desk| Some(loss(desk).unwrap_or(CardLabel::Quit)),
            ..LiveRow::PLAIN
        },
        Action::EndTurn => LiveRow {
            label: end_of_turn,
            ..LiveRow::FLOOR
        },
        Action::NextSpeaker => LiveRow {
            label: next_speaker,
            ..LiveRow::FLOOR
        },
        Action::QueueSpeaker
        | Action::CorrectSpeaker
        | Action::RestartClock
        | Action::NextLimit => LiveRow::FLOOR,
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
        | Action::Edit(_) => LiveRow::PLAIN,
    }
}

fn deletion(desk: &Desk) -> Option<CardLabel> {
    desk.notebook.selection().map(|(number, note)| {
        let beginning = gist(&note.text);
        CardLabel::DeleteNote { number, beginning }
    })
}

fn end_of_turn(desk: &Desk) -> Option<CardLabel> {
    let speaker = desk.proceedings.holder().map(who);
    speaker.map(|speaker| CardLabel::EndTurn { speaker })
}

fn next_speaker(desk: &Desk) -> Option<CardLabel> {
    let speaker = desk.proceedings.next_in_queue().map(who);
    speaker.map(|speaker| CardLabel::NextSpeaker { speaker })
}

fn selected_note(app: &App) -> About {
    let selected = app.desk.notebook.selection();
    About::Note(selected.map(|(_, note)| note.clone()))
}

/// Returns what an action would do now: with the note, speaker or step that it is about.
pub(super) fn card_label(app: &App, action: Action) -> String {
    (row(action).label)(&app.desk).map_or_else(
        || short_label(app, action),
        |label| label.words(language()).into_owned(),
    )
}

/// Returns what an action would change now.
pub(super) fn about(app: &App, action: Action) -> About {
    (row(action).about)(app)
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
