//! The bars at the bottom: the capture bar and the filter of the notes pane.

use super::samples::samples;
use super::{PlaceMessage, Who};
use crate::model::NoteKind;

/// A part of the line above a note that is being typed, or of the notes filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BarMessage {
    /// A new note.
    NewNote {
        /// The place that it is about.
        place: Option<PlaceMessage>,
    },
    /// A saved note is being edited.
    EditedNote {
        /// The number of the note.
        number: usize,
        /// The place that it is about.
        place: Option<PlaceMessage>,
    },
    /// The text will be added to a saved note.
    ContinuedNote {
        /// The number of the note.
        number: usize,
        /// The place that it is about.
        place: Option<PlaceMessage>,
    },
    /// The text begins with dots, but there is no note to continue.
    NothingToContinue,
    /// Drafts cannot be kept.
    DraftsNotKept,
    /// A word looks like a sign but is not one.
    NotUnderstood {
        /// The word.
        sign: String,
    },
    /// A key completes the name of a speaker.
    CompletesSpeaker {
        /// The speaker.
        speaker: Who,
    },
    /// A key completes the name of a kind.
    CompletesKind {
        /// The kind.
        kind: NoteKind,
    },
    /// The label before the notes filter.
    Filter,
    /// The keys of the notes filter.
    FilterKeys,
}

samples!(BarMessage: "the bar at the bottom" {
    NewNote { place: None } { place: Some(PlaceMessage::Paragraph { number: 41 }) },
    EditedNote { number: 3, place: None }
        { number: 3, place: Some(PlaceMessage::Paragraph { number: 41 }) },
    ContinuedNote { number: 3, place: None }
        { number: 3, place: Some(PlaceMessage::Paragraph { number: 41 }) },
    NothingToContinue {},
    DraftsNotKept {},
    NotUnderstood { sign: "q9".to_owned() },
    CompletesSpeaker { speaker: Who::sample() },
    CompletesKind { kind: NoteKind::Proposal },
    Filter {},
    FilterKeys {},
});
