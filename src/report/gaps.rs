//! The types for gaps and leaks of a report, and their words; `check` finds them.

use serde::Serialize;

use super::wording::{Language, Wording};
use crate::model::{NOT_FOUND, NoteId};

/// A gap: something missing that the rapporteur may want to add before the report is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "gap", rename_all = "snake_case")]
pub enum Gap {
    /// A guiding question without notes.
    QuestionWithoutNotes {
        /// The number of the question, from 1.
        question: usize,
    },
    /// A note without a guiding question.
    NoteWithoutQuestion {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
    },
    /// A note without a speaker.
    NoteWithoutSpeaker {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
    },
    /// A commitment without a speaker.
    CommitmentOfNobody {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
    },
    /// A commitment whose text gives no deadline.
    CommitmentWithoutDate {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
    },
    /// A note whose first or last word looks like a sign of the capture grammar, but was kept as
    /// text.
    PerhapsSign {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
        /// The word.
        sign: String,
    },
    /// A note about a paragraph that was not found in the briefing.
    ParagraphGone {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
        /// The quote that was not found, or the id of the entry if the note has no quote.
        quote: String,
    },
    /// A note without text, of a kind other than `note`: the clean report leaves it out.
    WithoutWords {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
    },
    /// A note with concurrent edits, of which the report prints one.
    SeveralVersions {
        /// The number of the note.
        note: usize,
        /// The id of the note.
        id: String,
    },
    /// Drafts that are not saved.
    Drafts {
        /// The number of drafts.
        count: usize,
    },
    /// A turn that is still open: the floor log gets it when it ends.
    FloorTaken {
        /// The speaker, by name.
        speaker: String,
    },
    /// A session without a key message.
    NoKeyMessage,
}

impl Gap {
    /// Returns number and id of the note; `None` if the gap is about no single note.
    fn about(&self) -> Option<(usize, &str)> {
        match self {
            Self::NoteWithoutQuestion { note, id }
            | Self::NoteWithoutSpeaker { note, id }
            | Self::CommitmentOfNobody { note, id }
            | Self::CommitmentWithoutDate { note, id }
            | Self::PerhapsSign { note, id, .. }
            | Self::ParagraphGone { note, id, .. }
            | Self::WithoutWords { note, id }
            | Self::SeveralVersions { note, id } => Some((*note, id)),
            Self::QuestionWithoutNotes { .. }
            | Self::Drafts { .. }
            | Self::FloorTaken { .. }
            | Self::NoKeyMessage => None,
        }
    }

    /// Returns the id of the note; `None` if the gap is about no single note.
    pub fn note(&self) -> Option<NoteId> {
        self.about().and_then(|(_, id)| NoteId::new(id))
    }

    /// Returns the number of the note; `None` if the gap is about no single note.
    pub fn number(&self) -> Option<usize> {
        self.about().map(|(number, _)| number)
    }

    /// Returns the message for people with the details of this note, such as the quote of a paragraph
    /// that was not found; without the number of the note.
    pub fn words_in_full(&self) -> String {
        match self {
            Self::ParagraphGone { quote, .. } => Wording::of(Language::English).not_found(quote),
            other => other.words(),
        }
    }

    /// Returns the message for people, without the number of the note. All notes with the same gap
    /// have the same message.
    pub fn words(&self) -> String {
        match self {
            Self::QuestionWithoutNotes { question } => format!("no notes on question {question}"),
            Self::NoteWithoutQuestion { .. } => "no guiding question".to_owned(),
            Self::NoteWithoutSpeaker { .. } => "no speaker".to_owned(),
            Self::CommitmentOfNobody { .. } => "a commitment without a speaker".to_owned(),
            Self::CommitmentWithoutDate { .. } => "a commitment without a deadline".to_owned(),
            Self::PerhapsSign { sign, .. } => format!("not a sign, kept as text: {sign}"),
            Self::ParagraphGone { .. } => NOT_FOUND.to_owned(),
            Self::WithoutWords { .. } => "without text, so only in the record".to_owned(),
            Self::SeveralVersions { .. } => {
                "has other versions, which the report leaves out".to_owned()
            }
            Self::Drafts { count: 1 } => "a draft is not saved".to_owned(),
            Self::Drafts { count } => format!("{count} drafts are not saved"),
            Self::FloorTaken { speaker } => {
                format!("{speaker} has the floor: not in the floor log yet")
            }
            Self::NoKeyMessage => "no key message".to_owned(),
        }
    }
}

/// A country, grouping or speaker that the clean report names outside practices and commitments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// The number of the note.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// The name of the country, grouping or speaker.
    pub name: String,
    /// The words of the text that name it.
    pub form: String,
    /// Whether the words can mean nothing else.
    pub is_certain: bool,
}

impl Leak {
    /// Returns the message for people, without the name.
    pub const fn words(&self) -> &'static str {
        if self.is_certain {
            "clean text names a country or speaker"
        } else {
            "clean text may name a country or speaker"
        }
    }
}
