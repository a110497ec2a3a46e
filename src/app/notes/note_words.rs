//! Speaker, kind, question and paragraph of a note as shown.

use crate::app::floor::speaker_name;
use crate::app::words::language;
use crate::messages::{KindLabel, PlaceMessage};
use crate::model::{Anchor, Briefing, EntryId, Kind, Note, NoteKind, Placed, Speaker};

use super::stamp::Stamp;

/// The fields of a note as shown; each is `None` if there is nothing to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteWords {
    /// The name of the speaker.
    pub speaker: Option<String>,
    /// The kind, unless it is a plain note.
    pub kind: Option<&'static str>,
    /// The guiding question as `Q2`; absent if it is not in the briefing.
    pub question: Option<String>,
    /// The paragraph as `¶41`, or its entry; absent if it was not found.
    pub place: Option<String>,
}

impl NoteWords {
    /// Returns the words for a note.
    pub fn of(note: &Note, briefing: Option<&Briefing>) -> Self {
        Self::new(
            note.speaker.as_ref(),
            note.kind,
            note.question.as_ref(),
            note.anchor.as_ref(),
            briefing,
        )
    }

    /// Returns the words for a note that is being typed.
    pub fn of_stamp(stamp: &Stamp, briefing: Option<&Briefing>) -> Self {
        Self::new(
            stamp.speaker.as_ref(),
            stamp.kind,
            stamp.question.as_ref(),
            stamp.anchor.as_ref(),
            briefing,
        )
    }

    fn new(
        speaker: Option<&Speaker>,
        kind: NoteKind,
        question: Option<&EntryId>,
        anchor: Option<&Anchor>,
        briefing: Option<&Briefing>,
    ) -> Self {
        let place = anchor.zip(briefing);
        let place = place.filter(|(anchor, briefing)| briefing.placed(anchor) != Placed::NotFound);
        Self {
            speaker: speaker.map(|speaker| speaker_name(speaker).to_owned()),
            kind: (kind != NoteKind::Note).then(|| KindLabel::Note(kind).words(language())),
            question: question.and_then(|id| question_number(id, briefing?)),
            place: place.map(|(anchor, briefing)| {
                let place = PlaceMessage::of(anchor, briefing);
                place.words(language()).into_owned()
            }),
        }
    }
}

/// Returns a guiding question as `Q2`; `None` if the briefing has no such question.
fn question_number(id: &EntryId, briefing: &Briefing) -> Option<String> {
    let first = briefing.of_kind(Kind::Question).start;
    let number = briefing.index_of(id)?.checked_sub(first)? + 1;
    Some(format!("Q{number}"))
}
