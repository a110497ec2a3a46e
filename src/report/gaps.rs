//! Gaps and leaks of a report, and their words.

use serde::Serialize;

use crate::model::NoteId;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "gap", rename_all = "snake_case")]
pub enum Gap {
    /// A guiding question on which nothing was noted.
    QuestionWithoutNotes {
        /// Its number, from 1.
        question: usize,
    },
    /// A note that belongs to no guiding question.
    NoteWithoutQuestion {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// A note that says not who spoke.
    NoteWithoutSpeaker {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// A commitment of nobody.
    CommitmentOfNobody {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// A commitment that says not by when.
    CommitmentWithoutDate {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// A word that looks like a sign of the capture grammar, and is text.
    PerhapsSign {
        /// The number of the note.
        note: usize,
        /// Its id.
        id: String,
        /// The word.
        sign: String,
    },
    /// A note about a paragraph that the briefing has no more.
    ParagraphGone {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// A note without words, of which the clean report can say nothing.
    WithoutWords {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// A note of which several people made something at the same time: one version is taken.
    SeveralVersions {
        /// Its number.
        note: usize,
        /// Its id.
        id: String,
    },
    /// Drafts that are not saved.
    Drafts {
        /// How many.
        count: usize,
    },
    /// A turn that goes on: no log has it yet.
    FloorTaken {
        /// Who speaks, by name.
        speaker: String,
    },
    /// No key message was made.
    NoKeyMessage,
}

impl Gap {
    /// Number and id of the note that it is about.
    fn about(&self) -> Option<(usize, &str)> {
        match self {
            Self::NoteWithoutQuestion { note, id }
            | Self::NoteWithoutSpeaker { note, id }
            | Self::CommitmentOfNobody { note, id }
            | Self::CommitmentWithoutDate { note, id }
            | Self::PerhapsSign { note, id, .. }
            | Self::ParagraphGone { note, id }
            | Self::WithoutWords { note, id }
            | Self::SeveralVersions { note, id } => Some((*note, id)),
            Self::QuestionWithoutNotes { .. }
            | Self::Drafts { .. }
            | Self::FloorTaken { .. }
            | Self::NoKeyMessage => None,
        }
    }

    /// The note that it is about.
    pub fn note(&self) -> Option<NoteId> {
        self.about().and_then(|(_, id)| NoteId::new(id))
    }

    /// The number of that note.
    pub fn number(&self) -> Option<usize> {
        self.about().map(|(number, _)| number)
    }

    /// What is missing, in words; the same for all notes that lack it.
    pub fn words(&self) -> String {
        match self {
            Self::QuestionWithoutNotes { question } => format!("no notes on question {question}"),
            Self::NoteWithoutQuestion { .. } => "no guiding question".to_owned(),
            Self::NoteWithoutSpeaker { .. } => "no speaker".to_owned(),
            Self::CommitmentOfNobody { .. } => "a commitment of nobody".to_owned(),
            Self::CommitmentWithoutDate { .. } => "a commitment without a time".to_owned(),
            Self::PerhapsSign { sign, .. } => format!("no sign, so text: {sign}"),
            Self::ParagraphGone { .. } => "about a paragraph that is gone".to_owned(),
            Self::WithoutWords { .. } => "without words, so only in the record".to_owned(),
            Self::SeveralVersions { .. } => "has other versions, which are not in it".to_owned(),
            Self::Drafts { count: 1 } => "a draft is not saved".to_owned(),
            Self::Drafts { count } => format!("{count} drafts are not saved"),
            Self::FloorTaken { speaker } => format!("{speaker} has the floor: not in the log yet"),
            Self::NoKeyMessage => "no key message".to_owned(),
        }
    }
}

/// A delegation that clean text names outside practices and commitments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// The number of the note.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The form that names it.
    pub form: String,
    /// Whether the form can mean nothing else.
    pub is_certain: bool,
}

impl Leak {
    /// What is wrong, in words; the same for all, or for all that may be none.
    pub const fn words(&self) -> &'static str {
        if self.is_certain {
            "clean text names somebody"
        } else {
            "clean text perhaps names somebody"
        }
    }
}
