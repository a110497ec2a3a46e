//! The types for gaps and leaks of a report, and their messages; `check` finds them.

use serde::{Serialize, Serializer};

use crate::messages::{GapMessage, Who};
use crate::model::NoteId;

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
        /// The speaker.
        #[serde(serialize_with = "by_name")]
        speaker: Who,
    },
    /// A session without a key message.
    NoKeyMessage,
}

impl Gap {
    /// Returns the number and the id of the note; `None` if the gap is about no single note.
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

    /// Returns the message without the details that differ from note to note.
    pub fn message(&self) -> GapMessage {
        match self {
            Self::ParagraphGone { .. } => GapMessage::ParagraphNotFound { quote: None },
            Self::QuestionWithoutNotes { question } => GapMessage::QuestionWithoutNotes {
                question: *question,
            },
            Self::NoteWithoutQuestion { .. } => GapMessage::NoteWithoutQuestion,
            Self::NoteWithoutSpeaker { .. } => GapMessage::NoteWithoutSpeaker,
            Self::CommitmentOfNobody { .. } => GapMessage::CommitmentWithoutSpeaker,
            Self::CommitmentWithoutDate { .. } => GapMessage::CommitmentWithoutDeadline,
            Self::PerhapsSign { sign, .. } => GapMessage::PerhapsSign { sign: sign.clone() },
            Self::WithoutWords { .. } => GapMessage::WithoutText,
            Self::SeveralVersions { .. } => GapMessage::SeveralVersions,
            Self::Drafts { count } => GapMessage::Drafts { count: *count },
            Self::FloorTaken { speaker } => GapMessage::TurnOpen {
                speaker: speaker.clone(),
            },
            Self::NoKeyMessage => GapMessage::NoKeyMessage,
        }
    }

    /// Returns the message with the details of this note, such as the quote of a paragraph that was
    /// not found.
    pub fn message_in_full(&self) -> GapMessage {
        match self {
            Self::ParagraphGone { quote, .. } => GapMessage::ParagraphNotFound {
                quote: Some(quote.clone()),
            },
            other => other.message(),
        }
    }
}

fn by_name<S: Serializer>(who: &Who, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&who.name)
}

/// A country, grouping or speaker that the clean report names outside practices and commitments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// The number of the note.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// The country, grouping or speaker.
    #[serde(serialize_with = "by_name")]
    pub name: Who,
    /// The words of the text that name it.
    pub form: String,
    /// Whether the words can mean nothing else.
    pub is_certain: bool,
}

impl Leak {
    /// Returns the message without the name.
    pub const fn message(&self) -> GapMessage {
        if self.is_certain {
            GapMessage::NamesSpeaker
        } else {
            GapMessage::MayNameSpeaker
        }
    }

    /// Returns the message with the name, and with the words that name it where they differ.
    pub fn message_in_full(&self) -> GapMessage {
        let who = self.name.clone();
        let form = (self.form != who.name).then(|| self.form.clone());
        if self.is_certain {
            GapMessage::Names { who, form }
        } else {
            GapMessage::MayName { who, form }
        }
    }
}
