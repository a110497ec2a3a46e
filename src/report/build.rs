//! From briefing, notes and floor log to a report.

use std::collections::BTreeSet;

use super::check::{gaps, leaks};
use super::{
    Citation, Commitment, Delegation, Header, Language, Point, Points, PracticeRow, Report, Said,
    Theme, TurnRow,
};
use crate::gazetteer::{Gazetteer, name_in};
use crate::model::{
    Anchor, Briefing, CountryCode, Entry, EntryId, Kind, Note, NoteKind, Notes, Paragraph, Speaker,
    Turn,
};

/// What a report is made of.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Notes and turns.
    pub notes: &'a Notes,
    /// What countries are called.
    pub gazetteer: &'a Gazetteer,
    /// How many drafts are not saved.
    pub drafts: usize,
    /// The language of names and fixed words.
    pub language: Language,
}

impl Report {
    /// The report of what was noted.
    pub fn new(sources: Sources<'_>) -> Self {
        let Sources {
            briefing,
            notes,
            gazetteer,
            drafts,
            ..
        } = sources;
        let mut report = Self {
            header: sources.header(),
            key_messages: sources.points(|note| note.kind == NoteKind::Message),
            objectives: sources.texts_of(Kind::Objective),
            themes: sources.themes(),
            practices: sources.practices(),
            commitments: sources.commitments(),
            next_steps: sources.points(|note| note.kind == NoteKind::Action),
            open_questions: sources.points(|note| note.kind == NoteKind::Question),
            speakers: sources.speakers(),
            floor: sources.floor(),
            record: sources.record(),
            gaps: gaps(briefing, notes, drafts),
            leaks: Vec::new(),
        };
        report.leaks = leaks(&report, gazetteer);
        report
    }
}

impl<'a> Sources<'a> {
    fn notes(self) -> impl Iterator<Item = (usize, &'a Note)> {
        self.notes.iter()
    }

    fn name(self, speaker: &Speaker) -> String {
        let country = CountryCode::new(&speaker.0).and_then(|code| self.country(code));
        country.unwrap_or(&speaker.0).to_owned()
    }

    fn country(self, code: CountryCode) -> Option<&'static str> {
        name_in(code, self.language.code())
    }

    fn countries(self, codes: &[CountryCode]) -> Vec<String> {
        let names = codes.iter().filter_map(|code| self.country(*code));
        names.map(str::to_owned).collect()
    }

    fn header(self) -> Header {
        let paper = self.briefing.paper();
        let authors: BTreeSet<_> = self.notes().map(|(_, note)| &note.author).collect();
        Header {
            event: paper.event.clone(),
            roundtable: paper.roundtable.clone(),
            session: paper.session.clone(),
            title: paper.title.clone(),
            date: paper.date.map_or_else(String::new, |date| date.to_string()),
            place: paper.place.clone(),
            co_chairs: self.countries(&paper.co_chairs),
            rapporteurs: authors.into_iter().map(ToString::to_string).collect(),
            paper: paper.source.clone(),
        }
    }

    /// The text of each entry of a kind.
    fn texts_of(self, kind: Kind) -> Vec<String> {
        let entries = self.briefing.entries().get(self.briefing.of_kind(kind));
        let paragraphs = self.briefing.paragraphs();
        let text = |range: std::ops::Range<usize>| {
            let texts = paragraphs.get(range).unwrap_or_default().iter();
            texts.map(Paragraph::text).collect::<Vec<_>>().join("\n\n")
        };
        let entries = entries.unwrap_or_default().iter();
        entries.map(|entry| text(entry.paragraphs())).collect()
    }

    fn citation(self, anchor: &Anchor) -> Option<Citation> {
        let paragraph = anchor.paragraph_in(self.briefing)?;
        let entry = self.briefing.entry_of(paragraph)?;
        Some(Citation {
            paragraph: paragraph + 1,
            at: entry.at().to_owned(),
            heading: entry.heading().to_owned(),
        })
    }

    fn cites(self, note: &Note) -> Option<Citation> {
        note.anchor
            .as_ref()
            .and_then(|anchor| self.citation(anchor))
    }

    fn point(self, number: usize, note: &Note) -> Point {
        Point {
            note: number,
            id: note.id.as_str().to_owned(),
            text: note.text.clone(),
            is_quote: note.kind == NoteKind::Quote,
            cites: self.cites(note),
        }
    }

    /// Notes that have words.
    fn points(self, wanted: impl Fn(&Note) -> bool) -> Vec<Point> {
        let notes = self.notes();
        let wanted = notes.filter(|(_, note)| wanted(note) && !note.text.trim().is_empty());
        wanted
            .map(|(number, note)| self.point(number, note))
            .collect()
    }

    fn themes(self) -> Vec<Theme> {
        let range = self.briefing.of_kind(Kind::Question);
        let entries = self.briefing.entries().get(range).unwrap_or_default();
        let ids: Vec<&EntryId> = entries.iter().map(Entry::id).collect();
        let texts = self.texts_of(Kind::Question);
        let asked = texts.into_iter().zip(&ids).enumerate();
        let themes = asked.map(|(nth, (question, id))| Theme {
            number: nth + 1,
            question,
            ..self.theme(|note| note.question.as_ref() == Some(*id))
        });
        let is_known = |id: &EntryId| ids.contains(&id);
        let other = self.theme(|note| !note.question.as_ref().is_some_and(is_known));
        let is_empty = other
            == Theme {
                delegations: other.delegations,
                ..Theme::default()
            };
        themes.chain(Some(other).filter(|_| !is_empty)).collect()
    }

    fn theme(self, belongs: impl Fn(&Note) -> bool) -> Theme {
        let of = |kinds: &[NoteKind]| {
            let is_one = |note: &Note| kinds.contains(&note.kind) && belongs(note);
            Points {
                points: self.points(is_one),
                delegations: self.delegations(is_one),
            }
        };
        let practices = self.notes();
        let practices = practices
            .filter(|(_, note)| note.kind == NoteKind::Practice && belongs(note))
            .map(|(number, note)| self.cited(number, note));
        Theme {
            number: 0,
            question: String::new(),
            delegations: self.delegations(&belongs),
            discussion: of(&[NoteKind::Note, NoteKind::Position, NoteKind::Quote]),
            agreement: of(&[NoteKind::Agreement]),
            disagreement: of(&[NoteKind::Disagreement]),
            proposals: of(&[NoteKind::Proposal]),
            practices: practices.collect(),
        }
    }

    /// How many different speakers the notes have.
    fn delegations(self, wanted: impl Fn(&Note) -> bool) -> usize {
        let notes = self.notes().filter(|(_, note)| wanted(note));
        let speakers = notes.filter_map(|(_, note)| note.speaker.as_ref());
        speakers.collect::<BTreeSet<_>>().len()
    }

    /// The practice of a note; a mark has the title of the example that it marks.
    ///
    /// An example of the paper is a practice of its own countries, whoever speaks of it.
    fn cited(self, number: usize, note: &Note) -> PracticeRow {
        let example = note.anchor.as_ref().and_then(|it| self.example(it));
        let title = || example.map_or("", |entry| entry.heading()).to_owned();
        let words = note.text.trim();
        let of_paper = example.map(|entry| self.countries(&entry.practice().countries));
        let of_speaker = || note.speaker.iter().map(|it| self.name(it)).collect();
        PracticeRow {
            countries: of_paper
                .filter(|countries| !countries.is_empty())
                .unwrap_or_else(of_speaker),
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

    /// The example of the paper that an anchor leads to.
    fn example(self, anchor: &Anchor) -> Option<&'a Entry> {
        let index = self.briefing.index_of(&anchor.entry)?;
        let entry = self.briefing.entries().get(index)?;
        (entry.kind() == Kind::Example).then_some(entry)
    }

    /// The examples of the paper that notes are about, in its order, and the new ones of the room.
    fn practices(self) -> Vec<PracticeRow> {
        let cited: BTreeSet<&EntryId> = self
            .notes()
            .filter_map(|(_, note)| note.anchor.as_ref())
            .map(|anchor| &anchor.entry)
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
            }),
            is_new: false,
            note: 0,
        });
        let practices = self.notes();
        let new = practices
            .filter(|(_, note)| note.kind == NoteKind::Practice)
            .map(|(number, note)| self.cited(number, note))
            .filter(|row| row.is_new);
        of_paper.chain(new).collect()
    }

    fn commitments(self) -> Vec<Commitment> {
        let notes = self.notes();
        let commitments = notes.filter(|(_, note)| note.kind == NoteKind::Commitment);
        commitments
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

    /// Who has spoken, by their first word in the log of the floor or the notes.
    fn speakers(self) -> Vec<Delegation> {
        let turns = self.notes.turns();
        let in_log = turns
            .iter()
            .map(|turn| (turn.from.timestamp(), &turn.speaker));
        let in_notes = self.notes();
        let in_notes =
            in_notes.filter_map(|(_, note)| Some((note.at.timestamp(), note.speaker.as_ref()?)));
        let mut words: Vec<_> = in_log.chain(in_notes).collect();
        words.sort();
        let mut seen = BTreeSet::new();
        let first = words
            .into_iter()
            .filter(|(_, speaker)| seen.insert(*speaker));
        let delegation = |speaker: &Speaker| {
            let own = turns.iter().filter(|turn| turn.speaker == *speaker);
            let seconds = own.clone().map(|turn| seconds_of(turn));
            Delegation {
                name: self.name(speaker),
                turns: own.clone().count(),
                seconds: seconds.sum(),
            }
        };
        first.map(|(_, speaker)| delegation(speaker)).collect()
    }

    fn floor(self) -> Vec<TurnRow> {
        let turns = self.notes.turns().into_iter();
        turns
            .map(|turn| TurnRow {
                from: turn.from.strftime("%Y-%m-%d %H:%M:%S").to_string(),
                to: turn.to.strftime("%Y-%m-%d %H:%M:%S").to_string(),
                speaker: self.name(&turn.speaker),
                seconds: seconds_of(turn),
                author: turn.author.to_string(),
            })
            .collect()
    }

    fn record(self) -> Vec<Said> {
        let first = self.briefing.of_kind(Kind::Question);
        let question = |id: &EntryId| {
            let at = self.briefing.index_of(id)?;
            first.contains(&at).then(|| at - first.start + 1)
        };
        self.notes()
            .map(|(number, note)| Said {
                note: number,
                id: note.id.as_str().to_owned(),
                time: note.at.strftime("%H:%M").to_string(),
                speaker: note
                    .speaker
                    .as_ref()
                    .map_or_else(String::new, |it| self.name(it)),
                kind: note.kind.name(),
                question: note.question.as_ref().and_then(question).unwrap_or(0),
                cites: self.cites(note),
                text: note.text.clone(),
                author: note.author.to_string(),
            })
            .collect()
    }
}

fn seconds_of(turn: &Turn) -> i64 {
    let seconds = turn.to.timestamp().as_second() - turn.from.timestamp().as_second();
    seconds.max(0)
}

/// The end of a text that says by when: `by 2012`, `before the end of June 2011`. Empty where it
/// has none.
fn by_when(text: &str) -> String {
    /// A longer end is a sentence.
    const MOST_WORDS: usize = 6;
    const BEFORE: [&str; 10] = [
        "by", "before", "until", "within", "avant", "d'ici", "d’ici", "antes", "hasta", "até",
    ];
    let text = text.trim().trim_end_matches(['.', ';']);
    let words: Vec<&str> = text.split_whitespace().collect();
    let tail = words.get(words.len().saturating_sub(MOST_WORDS)..);
    let tail = tail.unwrap_or_default().iter().copied();
    let is_start = |word: &str| BEFORE.contains(&word.to_lowercase().as_str());
    let end: Vec<&str> = tail.skip_while(|word| !is_start(word)).collect();
    let end = end.join(" ");
    let says_time = end.contains(|c: char| c.is_ascii_digit());
    if says_time { end } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_when_is_the_end_of_the_words_with_a_number() {
        for (text, when) in [
            ("opens a centre by 2012", "by 2012"),
            (
                "opens a centre before the end of June 2011.",
                "before the end of June 2011",
            ),
            ("opens it within 2 years", "within 2 years"),
            ("stands by its word", ""),
            ("by 2012 opens a centre for all who come back home", ""),
            ("", ""),
        ] {
            assert_eq!(by_when(text), when, "{text}");
        }
    }
}
