//! Finds what is missing before a report can be sent, and whom its clean text names.

use std::collections::BTreeSet;

use super::build::Sources;
use super::data::{Point, Report};
use super::deadline::by_when;
use super::gaps::{Gap, Leak};
use crate::gazetteer::{Named, name_in};
use crate::messages::Who;
use crate::model::{CountryCode, EntryId, Kind, Note, NoteKind, Placed};

/// Finds the gaps: those of the whole session first, then those of each note.
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
    gaps.extend(sources.speaking.map(|speaker| Gap::FloorTaken {
        speaker: sources.who(speaker),
    }));
    let is_question = |id: &EntryId| ids.iter().any(|question| question.id() == id);
    for (number, note) in notes.iter() {
        gaps.extend(gaps_of(sources, number, note, is_question));
    }
    gaps
}

/// Finds the gaps of one note.
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
    let anchor = note.anchor.as_ref();
    let lost = anchor.filter(|anchor| sources.briefing.placed(anchor) == Placed::NotFound);
    let lost = lost.map(|anchor| Gap::ParagraphGone {
        note: number,
        id: note.id.as_str().to_owned(),
        quote: anchor.sought(),
    });
    let is_wordless = note.kind != NoteKind::Note && !sources.has_words(note);
    let is_undated = is_commitment && by_when(&note.text).is_empty();
    let sign = perhaps_sign(&note.text).map(str::to_owned);
    let sign = sign.map(|sign| Gap::PerhapsSign {
        note: number,
        id: note.id.as_str().to_owned(),
        sign,
    });
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
        gap(is_undated, |note, id| Gap::CommitmentWithoutDate {
            note,
            id,
        }),
        gap(needs_speaker && is_nobodys, |note, id| {
            Gap::NoteWithoutSpeaker { note, id }
        }),
        lost,
        gap(is_wordless, |note, id| Gap::WithoutWords { note, id }),
        gap(is_one_of_several, |note, id| Gap::SeveralVersions {
            note,
            id,
        }),
        sign,
    ]
    .into_iter()
    .flatten()
}

/// Returns the first or last word of a text if it looks like a sign: `+kind`, `q9`, `p999`.
fn perhaps_sign(text: &str) -> Option<&str> {
    let is_sign = |word: &&str| {
        let number = word.strip_prefix(['q', 'p']).unwrap_or_default();
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let kind = word.strip_prefix('+').unwrap_or_default();
        is_number || kind.starts_with(char::is_alphabetic)
    };
    let mut words = text.split_whitespace();
    let ends = [words.next(), words.next_back()];
    ends.into_iter().flatten().find(is_sign)
}

/// Finds whom the clean text of a report names, sorted by the number of the note.
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
    let speakers = sources.acronyms();
    let of_point = |point| leaks_of(point, sources, &speakers);
    let mut leaks: Vec<_> = points.flat_map(of_point).collect();
    leaks.sort_by_key(|leak| leak.note);
    leaks
}

impl<'a> Sources<'a> {
    /// Returns the speakers, other than countries, whose names have several capitals, such as IOM
    /// or World Bank: they cannot be mistaken for words of a sentence.
    fn acronyms(self) -> BTreeSet<&'a str> {
        let notes = self.notes.iter();
        let in_notes = notes.filter_map(|(_, note)| note.speaker.as_ref());
        let in_log = self.notes.turns().into_iter().map(|turn| &turn.speaker);
        let names = in_notes.chain(in_log).map(|speaker| speaker.0.as_str());
        let capitals = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
        let names = names.filter(|name| CountryCode::new(name).is_none());
        names.filter(|name| capitals(name) > 1).collect()
    }
}

/// Finds whom a note names, each form once. Uncertain forms are listed too: checking one costs less
/// than missing one.
fn leaks_of(point: &Point, sources: Sources<'_>, speakers: &BTreeSet<&str>) -> Vec<Leak> {
    let text = &point.text;
    let mut leaks: Vec<Leak> = Vec::new();
    let mut add = |name: Who, form: &str, is_certain| {
        if let Some(known) = leaks.iter_mut().find(|leak| leak.form == form) {
            known.is_certain |= is_certain;
            return;
        }
        leaks.push(Leak {
            note: point.note,
            id: point.id.clone(),
            name,
            form: form.to_owned(),
            is_certain,
        });
    };
    for mention in sources.gazetteer.mentions(text) {
        let name = match mention.named {
            Named::Country(code) => {
                let name = name_in(code, sources.language.code());
                Who::country(code, name.unwrap_or_default())
            }
            Named::Grouping(id) => Who {
                code: None,
                name: id.get().short.to_owned(),
            },
        };
        let form = text.get(mention.range).unwrap_or_default();
        add(name, form, mention.is_certain);
    }
    for speaker in speakers.iter().filter(|speaker| has_word(text, speaker)) {
        let who = Who {
            code: None,
            name: (*speaker).to_owned(),
        };
        add(who, speaker, true);
    }
    leaks
}

/// Returns whether a text has a name as a whole word.
fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().chars().next_back();
        let after = text.get(at + name.len()..).unwrap_or_default();
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_inside(before) && !is_inside(after.chars().next())
    })
}
