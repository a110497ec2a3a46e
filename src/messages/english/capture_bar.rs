//! The words of the bars at the bottom.

use std::borrow::Cow;

use super::kinds::kind as name_of;
use super::places::place as place_of;
use crate::messages::{BarMessage, KeyOf, Keys, KindLabel};

/// Returns the English text of a part of a bar.
pub(in crate::messages) fn bar(message: &BarMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        BarMessage::NewNote { place: None } => "Note".into(),
        BarMessage::NewNote { place: Some(place) } => format!("Note on {}", place_of(place)).into(),
        BarMessage::EditedNote {
            number,
            place: None,
        } => format!("Edit note #{number}").into(),
        BarMessage::EditedNote {
            number,
            place: Some(place),
        } => format!("Edit note #{number} on {}", place_of(place)).into(),
        BarMessage::ContinuedNote {
            number,
            place: None,
        } => format!("Note #{number} continued").into(),
        BarMessage::ContinuedNote {
            number,
            place: Some(place),
        } => format!("Note #{number} continued on {}", place_of(place)).into(),
        BarMessage::NothingToContinue => "…? no note to continue".into(),
        BarMessage::DraftsNotKept => "drafts are not kept".into(),
        BarMessage::NotUnderstood { sign } => format!("{sign}?").into(),
        BarMessage::CompletesSpeaker { speaker } => {
            format!("{}: {} speaks", keys(KeyOf::Complete), speaker.name).into()
        }
        BarMessage::CompletesKind { kind } => {
            let kind = name_of(KindLabel::Note(*kind));
            format!("{}: {kind}", keys(KeyOf::Complete)).into()
        }
        BarMessage::Filter => "filter".into(),
        BarMessage::FilterKeys => format!(
            "{} keeps it   {} shows all",
            keys(KeyOf::KeepFilter),
            keys(KeyOf::DropFilter)
        )
        .into(),
    }
}
