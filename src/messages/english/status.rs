//! The words of the status line, one file for each topic.

mod cards;
mod drafts;
mod editor;
mod floor;
mod notes;
mod paper;
mod report;
mod saving;
mod undo;

use std::borrow::Cow;

use super::report::write_error;
use super::{counted, quoted};
use crate::messages::{Keys, StatusMessage, Who};

/// Returns the English text of a message.
pub(in crate::messages) fn message(message: &StatusMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        StatusMessage::Saving(message) => saving::message(message, keys),
        StatusMessage::Draft(message) => drafts::message(message, keys),
        StatusMessage::Editor(message) => editor::message(message, keys),
        StatusMessage::Undo(message) => undo::message(message),
        StatusMessage::Floor(message) => floor::message(message, keys),
        StatusMessage::Note(message) => notes::message(message, keys),
        StatusMessage::Paper(message) => paper::message(message, keys),
        StatusMessage::Report(message) => report::message(message, keys),
        StatusMessage::Card(message) => cards::message(message, keys),
        StatusMessage::Reason { why } => why.clone().into(),
    }
}

/// Writes the limit of a turn, from seconds.
pub(super) fn limit(seconds: Option<u32>) -> Cow<'static, str> {
    match seconds {
        None => "no limit".into(),
        Some(seconds) => format!("limit {}:{:02} per turn", seconds / 60, seconds % 60).into(),
    }
}

/// Writes the names of speakers in their order.
pub(super) fn names(speakers: &[Who]) -> String {
    let names = speakers.iter().map(|speaker| speaker.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}
