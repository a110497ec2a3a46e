//! Lines about a note, in the notes pane and in the list of notes.

use super::samples::samples;
use super::{PlaceMessage, Who};
use crate::model::NoteKind;

/// A line about a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteLine {
    /// The note is in a file whose author is uncertain.
    Origin {
        /// The author that the file names.
        author: String,
        /// The file.
        file: String,
    },
    /// Another version of the note, made at the same time.
    OtherVersion {
        /// Its author.
        author: String,
        /// Its file, if the author is uncertain.
        file: Option<String>,
        /// The fields that differ.
        differences: Vec<VersionDifference>,
        /// Its text.
        text: String,
    },
}

/// A field in which another version differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionDifference {
    /// It has another speaker, or none.
    Speaker(Option<Who>),
    /// It has another kind.
    Kind(NoteKind),
    /// It has another guiding question, or none.
    Question(Option<String>),
    /// It is about another place.
    Place(PlaceMessage),
    /// It is about another paragraph, whose number is unknown.
    OtherParagraph,
    /// It is about no paragraph.
    NoParagraph,
}

samples!(NoteLine: "a line below a note" {
    Origin { author: "ana".to_owned(), file: "briefing.notes.ana.toml".to_owned() },
    OtherVersion {
        author: "bruno".to_owned(),
        file: None,
        differences: Vec::new(),
        text: "No fees".to_owned(),
    } {
        author: "bruno".to_owned(),
        file: Some("briefing.notes.bruno.toml".to_owned()),
        differences: vec![
            VersionDifference::Speaker(Some(Who::sample())),
            VersionDifference::Kind(NoteKind::Proposal),
            VersionDifference::Question(Some("q2".to_owned())),
            VersionDifference::Place(PlaceMessage::Paragraph { number: 41 }),
        ],
        text: "No fees".to_owned(),
    } {
        author: "bruno".to_owned(),
        file: None,
        differences: vec![
            VersionDifference::Speaker(None),
            VersionDifference::Question(None),
            VersionDifference::OtherParagraph,
        ],
        text: "No fees".to_owned(),
    } {
        author: "bruno".to_owned(),
        file: None,
        differences: vec![VersionDifference::NoParagraph],
        text: "No fees".to_owned(),
    },
});
