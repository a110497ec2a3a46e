//! The words about saving and quitting.

use std::borrow::Cow;

use crate::messages::{KeyOf, Keys, RecordName, SavingMessage};

/// Returns the English text of a message.
pub(super) fn message(message: &SavingMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        SavingMessage::Saving => "saving…".into(),
        SavingMessage::Saved { record, at } => {
            format!("saved {} {}", name(record), at.strftime("%H:%M:%S")).into()
        }
        SavingMessage::Deleted { record, at } => {
            format!("deleted {} {}", name(record), at.strftime("%H:%M:%S")).into()
        }
        SavingMessage::Restored { record, at } => {
            format!("restored {} {}", name(record), at.strftime("%H:%M:%S")).into()
        }
        SavingMessage::SavedAt { at } => format!("saved {}", at.strftime("%H:%M:%S")).into(),
        SavingMessage::NothingToSave => "nothing to save".into(),
        SavingMessage::NoChanges => "no changes to save".into(),
        SavingMessage::NotSaved { why } => format!("NOT SAVED: {why}").into(),
        SavingMessage::OnThisMachine { why: None } => "saved on this machine only".into(),
        SavingMessage::OnThisMachine { why: Some(why) } => {
            format!("saved on this machine only: {why}").into()
        }
        SavingMessage::SavingToQuit => {
            let quit = keys(KeyOf::Quit);
            format!("saving before quitting; {quit} asks whether to wait").into()
        }
    }
}

/// Writes the name of a record, which is a note or a turn.
fn name(record: &RecordName) -> String {
    match record {
        RecordName::Note(number) => format!("#{number}"),
        RecordName::Turn(speaker) => format!("the turn of {}", speaker.name),
    }
}
