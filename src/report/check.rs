//! What is missing before a report can go out, and what clean text gives away.

use serde::Serialize;

use super::{Report, Theme};
use crate::gazetteer::{Gazetteer, Named, name};
use crate::model::{Briefing, EntryId, Kind, Note, NoteId, NoteKind, Notes};

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
    /// A note about a paragraph that the briefing has no more.
    ParagraphGone {
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
    /// No key message was made.
    NoKeyMessage,
}

impl Gap {
    /// The note that it is about.
    pub fn note(&self) -> Option<NoteId> {
        match self {
            Self::NoteWithoutQuestion { id, .. }
            | Self::NoteWithoutSpeaker { id, .. }
            | Self::CommitmentOfNobody { id, .. }
            | Self::ParagraphGone { id, .. }
            | Self::SeveralVersions { id, .. } => NoteId::new(id),
            Self::QuestionWithoutNotes { .. } | Self::Drafts { .. } | Self::NoKeyMessage => None,
        }
    }

    /// The number of that note.
    pub const fn number(&self) -> Option<usize> {
        match self {
            Self::NoteWithoutQuestion { note, .. }
            | Self::NoteWithoutSpeaker { note, .. }
            | Self::CommitmentOfNobody { note, .. }
            | Self::ParagraphGone { note, .. }
            | Self::SeveralVersions { note, .. } => Some(*note),
            Self::QuestionWithoutNotes { .. } | Self::Drafts { .. } | Self::NoKeyMessage => None,
        }
    }

    /// What is missing, in words; the same for all notes that lack it.
    pub fn words(&self) -> String {
        match self {
            Self::QuestionWithoutNotes { question } => format!("no notes on question {question}"),
            Self::NoteWithoutQuestion { .. } => "no guiding question".to_owned(),
            Self::NoteWithoutSpeaker { .. } => "no speaker".to_owned(),
            Self::CommitmentOfNobody { .. } => "a commitment of nobody".to_owned(),
            Self::ParagraphGone { .. } => "about a paragraph that is gone".to_owned(),
            Self::SeveralVersions { .. } => "has other versions, which are not in it".to_owned(),
            Self::Drafts { count: 1 } => "a draft is not saved".to_owned(),
            Self::Drafts { count } => format!("{count} drafts are not saved"),
            Self::NoKeyMessage => "no key message".to_owned(),
        }
    }
}

/// A country that clean text names outside practices and commitments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// The number of the note.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// The name, in English.
    pub country: String,
    /// The form that names it.
    pub form: String,
}

impl Leak {
    /// What is wrong, in words; the same for all.
    pub const WORDS: &str = "clean text names a country";
}

/// What is missing in the notes.
pub(super) fn gaps(briefing: &Briefing, notes: &Notes, drafts: usize) -> Vec<Gap> {
    let questions = briefing.of_kind(Kind::Question);
    let ids = briefing.entries().get(questions).unwrap_or_default();
    let has_notes = |question: &EntryId| {
        notes
            .iter()
            .any(|(_, note)| note.question.as_ref() == Some(question))
    };
    let mut gaps = Vec::new();
    if !notes.iter().any(|(_, note)| note.kind == NoteKind::Message) {
        gaps.push(Gap::NoKeyMessage);
    }
    let without = ids.iter().enumerate().filter(|(_, q)| !has_notes(q.id()));
    gaps.extend(without.map(|(nth, _)| Gap::QuestionWithoutNotes { question: nth + 1 }));
    if drafts > 0 {
        gaps.push(Gap::Drafts { count: drafts });
    }
    let is_question = |id: &EntryId| ids.iter().any(|question| question.id() == id);
    for (number, note) in notes.iter() {
        gaps.extend(gaps_of(briefing, number, note, is_question));
        if !notes.also(&note.id).is_empty() {
            gaps.push(Gap::SeveralVersions {
                note: number,
                id: note.id.as_str().to_owned(),
            });
        }
    }
    gaps
}

fn gaps_of(
    briefing: &Briefing,
    number: usize,
    note: &Note,
    is_question: impl Fn(&EntryId) -> bool,
) -> Vec<Gap> {
    let id = || note.id.as_str().to_owned();
    let mut gaps = Vec::new();
    let is_ours = note.kind == NoteKind::Message;
    if !is_ours && !note.question.as_ref().is_some_and(is_question) {
        gaps.push(Gap::NoteWithoutQuestion {
            note: number,
            id: id(),
        });
    }
    if note.speaker.is_none() && note.kind == NoteKind::Commitment {
        gaps.push(Gap::CommitmentOfNobody {
            note: number,
            id: id(),
        });
    } else if note.speaker.is_none() && !is_ours && note.kind != NoteKind::Action {
        gaps.push(Gap::NoteWithoutSpeaker {
            note: number,
            id: id(),
        });
    }
    let is_gone = note.anchor.as_ref().is_some_and(|anchor| {
        let whole = anchor.quote.is_empty() && briefing.index_of(&anchor.entry).is_some();
        !whole && anchor.quoted_in(briefing).is_none()
    });
    if is_gone {
        gaps.push(Gap::ParagraphGone {
            note: number,
            id: id(),
        });
    }
    gaps
}

/// The countries that the clean text of a report names.
pub(super) fn leaks(report: &Report, gazetteer: &Gazetteer) -> Vec<Leak> {
    let of_theme = |theme: &Theme| {
        let lists = [
            &theme.discussion,
            &theme.agreement,
            &theme.disagreement,
            &theme.proposals,
        ];
        let points = lists.into_iter().flat_map(|list| list.points.clone());
        points.collect::<Vec<_>>()
    };
    let themes = report.themes.iter().flat_map(of_theme);
    let others = [
        &report.key_messages,
        &report.next_steps,
        &report.open_questions,
    ];
    let others = others.into_iter().flatten().cloned();
    let mut leaks = Vec::new();
    for point in others.chain(themes) {
        for mention in gazetteer.mentions(&point.text) {
            let Named::Country(code) = mention.named else {
                continue;
            };
            let leak = Leak {
                note: point.note,
                id: point.id.clone(),
                country: name(code).unwrap_or_default().to_owned(),
                form: point.text.get(mention.range).unwrap_or_default().to_owned(),
            };
            if mention.is_certain && !leaks.contains(&leak) {
                leaks.push(leak);
            }
        }
    }
    leaks
}
