//! The words of places.

use std::borrow::Cow;

use super::kinds::kind;
use super::quoted;
use crate::messages::{HitPlace, KindLabel, PlaceMessage};
use crate::model::NoteKind;

/// Returns the English text of the place of a note.
pub(in crate::messages) fn place(place: &PlaceMessage) -> Cow<'static, str> {
    match place {
        PlaceMessage::Paragraph { number } => format!("¶{number}").into(),
        PlaceMessage::WholeEntry { heading } => format!("all of {}", quoted(heading)).into(),
        PlaceMessage::NotFound { sought } => {
            format!("paragraph not found: {}", quoted(sought)).into()
        }
    }
}

/// Returns the English text of the place of a search result.
pub(in crate::messages) fn hit_place(hit: &HitPlace) -> Cow<'static, str> {
    match hit {
        HitPlace::Paragraph {
            number,
            kind: entry,
            at,
        } => {
            let words = format!("¶{number} {} {at}", kind(KindLabel::Entry(*entry)));
            words.trim_end().to_owned().into()
        }
        HitPlace::Note {
            number,
            at,
            place,
            kind: note,
        } => {
            let mut words = format!("note #{number} {}", at.strftime("%H:%M"));
            if let Some(place) = place {
                words = format!("{words} {}", self::place(place));
            }
            if *note != NoteKind::Note {
                words = format!("{words} {}", kind(KindLabel::Note(*note)));
            }
            words.into()
        }
    }
}
