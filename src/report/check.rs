//! What is missing before a report can go out, and what clean text gives away.

use serde::Serialize;

use super::{Point, Report, Sources};
use crate::gazetteer::{Named, name_in};
use crate::model::{EntryId, Kind, Note, NoteId, NoteKind};

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
            | Self::WithoutWords { id, .. }
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
            | Self::WithoutWords { note, .. }
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
            Self::WithoutWords { .. } => "without words, so only in the record".to_owned(),
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
    /// The name.
    pub country: String,
    /// The form that names it.
    pub form: String,
    /// Whether the form can mean nothing else.
    pub is_certain: bool,
}

impl Leak {
    /// What is wrong, in words; the same for all, or for all that may be none.
    pub const fn words(&self) -> &'static str {
        if self.is_certain {
            "clean text names a country"
        } else {
            "clean text perhaps names a country"
        }
    }
}

/// What is missing in the notes.
pub(super) fn gaps(sources: Sources<'_>) -> Vec<Gap> {
    let Sources {
        briefing,
        notes,
        drafts,
        ..
    } = sources;
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
        gaps.extend(gaps_of(sources, number, note, is_question));
    }
    gaps
}

/// What a note lacks.
fn gaps_of(
    sources: Sources<'_>,
    number: usize,
    note: &Note,
    is_question: impl Fn(&EntryId) -> bool,
) -> impl Iterator<Item = Gap> {
    let (note_of, id_of) = (number, note.id.as_str().to_owned());
    let has_question = note.question.as_ref().is_some_and(is_question);
    let is_ours = note.kind == NoteKind::Message;
    let is_nobodys = note.speaker.is_none();
    let is_commitment = note.kind == NoteKind::Commitment;
    let needs_speaker = !is_ours && !is_commitment && note.kind != NoteKind::Action;
    let is_gone = note.anchor.as_ref().is_some_and(|anchor| {
        let briefing = sources.briefing;
        let whole = anchor.quote.is_empty() && briefing.index_of(&anchor.entry).is_some();
        !whole && anchor.quoted_in(briefing).is_none()
    });
    let is_wordless = note.kind != NoteKind::Note && !sources.has_words(note);
    let is_one_of_several = !sources.notes.also(&note.id).is_empty();
    let gap = move |is_there: bool, gap: fn(usize, String) -> Gap| {
        is_there.then(|| gap(note_of, id_of.clone()))
    };
    [
        gap(!is_ours && !has_question, |note, id| {
            Gap::NoteWithoutQuestion { note, id }
        }),
        gap(is_commitment && is_nobodys, |note, id| {
            Gap::CommitmentOfNobody { note, id }
        }),
        gap(needs_speaker && is_nobodys, |note, id| {
            Gap::NoteWithoutSpeaker { note, id }
        }),
        gap(is_gone, |note, id| Gap::ParagraphGone { note, id }),
        gap(is_wordless, |note, id| Gap::WithoutWords { note, id }),
        gap(is_one_of_several, |note, id| Gap::SeveralVersions {
            note,
            id,
        }),
    ]
    .into_iter()
    .flatten()
}

/// The countries that the clean text of a report names, by the numbers of the notes.
pub(super) fn leaks(report: &Report, sources: Sources<'_>) -> Vec<Leak> {
    let of_themes = report.themes.iter().flat_map(|theme| {
        [
            &theme.discussion.points,
            &theme.agreement.points,
            &theme.disagreement.points,
            &theme.proposals.points,
        ]
    });
    let others = [
        &report.key_messages,
        &report.next_steps,
        &report.open_questions,
    ];
    let points = others.into_iter().chain(of_themes).flatten();
    let mut leaks: Vec<_> = points.flat_map(|point| leaks_of(point, sources)).collect();
    leaks.sort_by_key(|leak| leak.note);
    leaks
}

/// The countries that a note names, each form once. What may be none is listed as such: to look at
/// it costs less than to miss one.
fn leaks_of(point: &Point, sources: Sources<'_>) -> Vec<Leak> {
    let mut leaks: Vec<Leak> = Vec::new();
    for mention in sources.gazetteer.mentions(&point.text) {
        let Named::Country(code) = mention.named else {
            continue;
        };
        let form = point.text.get(mention.range).unwrap_or_default();
        if let Some(known) = leaks.iter_mut().find(|leak| leak.form == form) {
            known.is_certain |= mention.is_certain;
            continue;
        }
        let country = name_in(code, sources.language.code()).unwrap_or_default();
        leaks.push(Leak {
            note: point.note,
            id: point.id.clone(),
            country: country.to_owned(),
            form: form.to_owned(),
            is_certain: mention.is_certain,
        });
    }
    leaks
}
