//! Builds the parts of a report from briefing, notes and floor log.

use std::collections::BTreeSet;

use super::data::{Citation, Commitment, Header, Point, Points, PracticeRow, QuestionSection};
use super::deadline::by_when;
use crate::gazetteer::{Gazetteer, name_in};
use crate::messages::{Language, ReportPhrase, Who};
use crate::model::{
    Anchor, Briefing, CountryCode, Entry, EntryId, Kind, Note, NoteKind, Notes, Paragraph, Placed,
    Speaker,
};

/// The input of a report.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The briefing of the session.
    pub briefing: &'a Briefing,
    /// The notes and the floor log.
    pub notes: &'a Notes,
    /// The names of countries and groupings, with those of the briefing.
    pub gazetteer: &'a Gazetteer,
    /// The number of unsaved drafts, which the report reports as a gap.
    pub drafts: usize,
    /// The speaker of the turn that is still open, which the floor log does not have yet.
    pub speaking: Option<&'a Speaker>,
    /// The language of names and fixed words.
    pub language: Language,
}

impl<'a> Sources<'a> {
    fn notes(self) -> impl Iterator<Item = (usize, &'a Note)> {
        self.notes.iter()
    }

    pub(super) fn name(self, speaker: &Speaker) -> String {
        let country = CountryCode::new(&speaker.0).and_then(|code| self.country(code));
        country.unwrap_or(&speaker.0).to_owned()
    }

    /// Returns the name of a speaker, with the country code if there is one.
    pub(super) fn who(self, speaker: &Speaker) -> Who {
        Who {
            code: CountryCode::new(&speaker.0),
            name: self.name(speaker),
        }
    }

    fn country(self, code: CountryCode) -> Option<&'static str> {
        name_in(code, self.language.code())
    }

    fn countries(self, codes: &[CountryCode]) -> Vec<String> {
        let names = codes.iter().filter_map(|code| self.country(*code));
        names.map(str::to_owned).collect()
    }

    pub(super) fn header(self) -> Header {
        let paper = self.briefing.paper();
        let authors: BTreeSet<_> = self.notes().map(|(_, note)| &note.author).collect();
        Header {
            event: paper.event.clone(),
            roundtable: paper.roundtable.clone(),
            session: paper.session.clone(),
            title: paper.title.clone(),
            date: paper.date.map_or_else(String::new, |date| date.to_string()),
            day: paper.date.map_or_else(String::new, |date| {
                ReportPhrase::Day(date).words(self.language)
            }),
            place: paper.place.clone(),
            co_chairs: self.countries(&paper.co_chairs),
            rapporteurs: authors.into_iter().map(ToString::to_string).collect(),
            paper: paper.source.clone(),
        }
    }

    /// Returns the text of each entry of a kind, its paragraphs separated by blank lines.
    pub(super) fn texts_of(self, kind: Kind) -> Vec<String> {
        let entries = self.briefing.entries().get(self.briefing.of_kind(kind));
        let paragraphs = self.briefing.paragraphs();
        let text = |range: std::ops::Range<usize>| {
            let texts = paragraphs.get(range).unwrap_or_default().iter();
            texts.map(Paragraph::text).collect::<Vec<_>>().join("\n\n")
        };
        let entries = entries.unwrap_or_default().iter();
        entries.map(|entry| text(entry.paragraphs())).collect()
    }

    /// Returns the reference to what a note is about; one to a whole entry has no paragraph number.
    pub(super) fn cites(self, note: &Note) -> Option<Citation> {
        let anchor = note.anchor.as_ref()?;
        let placed = self.briefing.placed(anchor);
        if placed == Placed::NotFound {
            return Some(Citation {
                paragraph_not_found: true,
                quote: anchor.sought(),
                ..Citation::default()
            });
        }
        let entry = anchor.entry_in(self.briefing)?;
        Some(Citation {
            paragraph: placed.paragraph().map_or(0, |paragraph| paragraph + 1),
            at: entry.at().to_owned(),
            heading: entry.heading().to_owned(),
            ..Citation::default()
        })
    }

    fn point(self, number: usize, note: &Note) -> Point {
        Point {
            note: number,
            id: note.id.as_str().to_owned(),
            text: words(note).to_owned(),
            is_quote: note.kind == NoteKind::Quote,
            cites: self.cites(note),
        }
    }

    /// Returns whether the clean report can print a note: it has text, or it marks an example as a
    /// practice, so that the title of the example is printed.
    pub(super) fn has_words(self, note: &Note) -> bool {
        let marks_example = || {
            let anchor = note.anchor.as_ref();
            note.kind == NoteKind::Practice && anchor.and_then(|it| self.example(it)).is_some()
        };
        !note.text.trim().is_empty() || marks_example()
    }

    /// Returns the wanted notes that the clean report can print.
    fn with_words(self, wanted: impl Fn(&Note) -> bool) -> impl Iterator<Item = (usize, &'a Note)> {
        let notes = self.notes();
        notes.filter(move |(_, note)| wanted(note) && self.has_words(note))
    }

    pub(super) fn points(self, wanted: impl Fn(&Note) -> bool) -> Vec<Point> {
        self.with_words(wanted)
            .map(|(number, note)| self.point(number, note))
            .collect()
    }

    pub(super) fn question_sections(self) -> Vec<QuestionSection> {
        let range = self.briefing.of_kind(Kind::Question);
        let entries = self.briefing.entries().get(range).unwrap_or_default();
        let ids: Vec<&EntryId> = entries.iter().map(Entry::id).collect();
        let texts = self.texts_of(Kind::Question);
        let asked = texts.into_iter().zip(&ids).enumerate();
        let sections = asked.map(|(nth, (question, id))| QuestionSection {
            number: nth + 1,
            question,
            ..self.question_section(|note| note.question.as_ref() == Some(*id))
        });
        let is_known = |id: &EntryId| ids.contains(&id);
        let other = self.question_section(|note| !note.question.as_ref().is_some_and(is_known));
        let is_empty = other
            == QuestionSection {
                delegations: other.delegations,
                ..QuestionSection::default()
            };
        sections.chain(Some(other).filter(|_| !is_empty)).collect()
    }

    fn question_section(self, belongs: impl Fn(&Note) -> bool) -> QuestionSection {
        let of = |kinds: &[NoteKind]| {
            let is_one = |note: &Note| kinds.contains(&note.kind) && belongs(note);
            Points {
                points: self.points(is_one),
                delegations: delegations(self.with_words(is_one)),
            }
        };
        let practices = self
            .with_words(|note| note.kind == NoteKind::Practice && belongs(note))
            .map(|(number, note)| self.practice_row(number, note));
        QuestionSection {
            number: 0,
            question: String::new(),
            delegations: delegations(self.notes().filter(|(_, note)| belongs(note))),
            discussion: of(&[NoteKind::Note, NoteKind::Position, NoteKind::Quote]),
            agreement: of(&[NoteKind::Agreement]),
            disagreement: of(&[NoteKind::Disagreement]),
            proposals: of(&[NoteKind::Proposal]),
            practices: practices.collect(),
        }
    }

    /// Returns the practice that a note describes; without text, it gets the title of the example.
    ///
    /// The countries are those of the example, even if another country speaks about it. If the note
    /// has text and the speaker is one of them, the practice is that country's alone. Without an
    /// example, it is the speaker's.
    fn practice_row(self, number: usize, note: &Note) -> PracticeRow {
        let example = note.anchor.as_ref().and_then(|it| self.example(it));
        let title = || example.map_or("", |entry| entry.heading()).to_owned();
        let words = note.text.trim();
        let speaker = note.speaker.as_ref();
        let code = speaker.and_then(|it| CountryCode::new(&it.0));
        let is_one_of = |countries: &[CountryCode]| code.is_some_and(|it| countries.contains(&it));
        let countries = match example.map(|entry| entry.practice().countries.as_slice()) {
            Some(own) if words.is_empty() || !is_one_of(own) => self.countries(own),
            _ => speaker.iter().map(|it| self.name(it)).collect(),
        };
        PracticeRow {
            countries,
            text: if words.is_empty() {
                title()
            } else {
                words.to_owned()
            },
            period: String::new(),
            cites: self.cites(note),
            is_new: example.is_none(),
            note: number,
        }
    }

    /// Returns the example that an anchor points into; `None` for entries of other kinds.
    fn example(self, anchor: &Anchor) -> Option<&'a Entry> {
        let entry = anchor.entry_in(self.briefing)?;
        (entry.kind() == Kind::Example).then_some(entry)
    }

    /// Returns the paper's examples that notes are about, in the order of the paper, then the new
    /// practices in order of time.
    pub(super) fn practices(self) -> Vec<PracticeRow> {
        let cited: BTreeSet<&EntryId> = self
            .notes()
            .filter_map(|(_, note)| note.anchor.as_ref())
            .filter_map(|anchor| self.example(anchor))
            .map(Entry::id)
            .collect();
        let range = self.briefing.of_kind(Kind::Example);
        let examples = self.briefing.entries().get(range).unwrap_or_default();
        let examples = examples.iter().filter(|entry| cited.contains(entry.id()));
        let of_paper = examples.map(|entry| PracticeRow {
            countries: self.countries(&entry.practice().countries),
            text: entry.heading().to_owned(),
            period: entry.practice().period.clone(),
            cites: Some(Citation {
                paragraph: entry.paragraphs().start + 1,
                at: entry.at().to_owned(),
                heading: entry.heading().to_owned(),
                ..Citation::default()
            }),
            is_new: false,
            note: 0,
        });
        let new = self
            .with_words(|note| note.kind == NoteKind::Practice)
            .map(|(number, note)| self.practice_row(number, note))
            .filter(|row| row.is_new);
        of_paper.chain(new).collect()
    }

    pub(super) fn commitments(self) -> Vec<Commitment> {
        self.with_words(|note| note.kind == NoteKind::Commitment)
            .map(|(number, note)| Commitment {
                who: note
                    .speaker
                    .as_ref()
                    .map_or_else(String::new, |it| self.name(it)),
                what: note.text.clone(),
                by_when: by_when(&note.text),
                note: number,
                cites: self.cites(note),
            })
            .collect()
    }
}

/// Counts the different speakers of notes.
fn delegations<'a>(notes: impl Iterator<Item = (usize, &'a Note)>) -> usize {
    let speakers = notes.filter_map(|(_, note)| note.speaker.as_ref());
    speakers.collect::<BTreeSet<_>>().len()
}

/// Returns the text of a note, without the quotation marks around a quotation: the report adds its
/// own.
pub(super) fn words(note: &Note) -> &str {
    const PAIRS: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];
    let text = note.text.as_str();
    if note.kind != NoteKind::Quote {
        return text;
    }
    let mut within = PAIRS.into_iter().filter_map(|(open, close)| {
        let within = text.trim().strip_prefix(open)?.strip_suffix(close)?;
        // Marks that also stand inside enclose two quotations, not the whole text.
        (!within.contains([open, close])).then(|| within.trim())
    });
    within.next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Author, NoteId};

    #[test]
    fn strips_quotation_marks_around_the_whole_text() {
        for (text, stripped) in [
            ("\"No fees\"", "No fees"),
            (" « Pas de frais » ", "Pas de frais"),
            ("“a” and “b”", "“a” and “b”"),
            ("\"", "\""),
            ("no fees", "no fees"),
        ] {
            let mut note = Note {
                id: NoteId::new("a").unwrap(),
                rev: 1,
                at: "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap(),
                kind: NoteKind::Quote,
                speaker: None,
                question: None,
                anchor: None,
                text: text.to_owned(),
                deleted: false,
                settles: Vec::new(),
                author: Author::default(),
            };
            assert_eq!(words(&note), stripped);
            note.kind = NoteKind::Note;
            assert_eq!(words(&note), text);
        }
    }
}
