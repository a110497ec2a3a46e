//! The words of the labels of cards.

use std::borrow::Cow;

use super::status::{limit, names};
use crate::messages::{CardHint, CardLabel, CardTitle, UndoneChange, Who};
use crate::text::truncate;

/// Returns the English text of a row of a card.
pub(in crate::messages) fn label(label: &CardLabel) -> Cow<'static, str> {
    match label {
        CardLabel::OpenDroppedDraft => "undo: restore the deleted draft".into(),
        CardLabel::Undo { changes } if changes.is_empty() => "undo".into(),
        CardLabel::Undo { changes } => {
            let changes: Vec<_> = changes.iter().map(change).collect();
            format!("undo: {}", changes.join(", ")).into()
        }
        CardLabel::SkipChanged => "skip the last step: someone else has changed it since".into(),
        CardLabel::DeleteNote { number, beginning } => {
            format!("delete the selected note: #{number} {beginning}").into()
        }
        CardLabel::EndTurn { speaker } => format!("end: {}", name(speaker)).into(),
        CardLabel::NextSpeaker { speaker } => format!("next: {}", name(speaker)).into(),
        CardLabel::Quit => "quit".into(),
        CardLabel::QuitNotSaved => {
            "quit; a note is NOT SAVED, and the next start tries again".into()
        }
        CardLabel::QuitOnThisMachine => "quit; a note is saved on this machine only".into(),
        CardLabel::QuitWithoutDraft => "quit; the draft is NOT kept".into(),
        CardLabel::QuitDuringTurn { speaker } => {
            format!("quit; the turn of {} stays open", speaker.name).into()
        }
    }
}

/// Returns the English text of the title of a card.
pub(in crate::messages) fn title(title: CardTitle) -> Cow<'static, str> {
    match title {
        CardTitle::MarkAs => "Mark as".into(),
        CardTitle::Turn => "Turn".into(),
        CardTitle::GoTo => "Go to".into(),
    }
}

/// Returns the English text of a hint.
pub(in crate::messages) fn hint(hint: &CardHint) -> Cow<'static, str> {
    match hint {
        CardHint::OtherKeyCloses => "any other key closes".into(),
        CardHint::LetterSelects { enter } => format!("letter selects, {enter} acts").into(),
        CardHint::LetterOrNumber { enter } => format!("letter, or number and {enter}").into(),
        CardHint::Closes { esc } => format!("{esc} closes").into(),
    }
}

fn change(change: &UndoneChange) -> String {
    match change {
        UndoneChange::Delete(number) => format!("delete #{number}"),
        UndoneChange::Restore(number) => format!("restore #{number}"),
        UndoneChange::ChangeBack(number) => format!("change #{number} back"),
        UndoneChange::Holder(Some(speaker)) => format!("{} has the floor", speaker.name),
        UndoneChange::Holder(None) => "no one has the floor".to_owned(),
        UndoneChange::Limit(seconds) => limit(*seconds).into_owned(),
        UndoneChange::Queue(speakers) if speakers.is_empty() => "empty the queue".to_owned(),
        UndoneChange::Queue(speakers) => format!("queue: {}", names(speakers)),
    }
}

fn name(speaker: &Who) -> Cow<'_, str> {
    /// The maximum width of a speaker's name, in cells.
    const CELLS: usize = 20;
    truncate(&speaker.name, CELLS)
}
