//! The record of a session: who spoke, when, and what was noted, in the order of time.
//!
//! All times are told in one zone: a machine that was left on another puts no note out of order.

use std::collections::BTreeSet;

use jiff::ZonedDateTime;
use jiff::tz::TimeZone;

use super::build::{Sources, words};
use super::data::{RecordRow, SpeakerRow, TurnRow};
use crate::model::{EntryId, Kind, Note, Turn, spoken};

impl Sources<'_> {
    /// Who has spoken, by their first word in the log of the floor or the notes.
    pub(super) fn speakers(self) -> Vec<SpeakerRow> {
        let turns = self.notes.turns();
        let in_log = turns
            .iter()
            .map(|turn| (turn.from.timestamp(), &turn.speaker));
        let in_notes = self.notes.iter();
        let in_notes =
            in_notes.filter_map(|(_, note)| Some((note.at.timestamp(), note.speaker.as_ref()?)));
        let mut words: Vec<_> = in_log.chain(in_notes).collect();
        words.sort();
        let mut seen = BTreeSet::new();
        let first = words
            .into_iter()
            .filter(|(_, speaker)| seen.insert(*speaker));
        let spoken = spoken(turns.iter().map(|turn| turn.span()));
        let delegation = |(_, speaker)| {
            let spoken = spoken.get(speaker).copied().unwrap_or_default();
            SpeakerRow {
                name: self.name(speaker),
                turns: spoken.turns,
                seconds: spoken.seconds,
            }
        };
        first.map(delegation).collect()
    }

    /// The log of the floor, as each author has kept it.
    pub(super) fn floor(self) -> Vec<TurnRow> {
        let zone = self.zone();
        let time = |at: &ZonedDateTime| {
            let at = at.with_time_zone(zone.clone());
            at.strftime("%Y-%m-%d %H:%M:%S").to_string()
        };
        let turns = self.notes.turns().into_iter();
        turns
            .map(|turn| TurnRow {
                from: time(&turn.from),
                to: time(&turn.to),
                speaker: self.name(&turn.speaker),
                seconds: seconds_of(turn),
                author: turn.author.to_string(),
            })
            .collect()
    }

    /// Every note.
    pub(super) fn record(self) -> Vec<RecordRow> {
        let zone = self.zone();
        let first = self.briefing.of_kind(Kind::Question);
        let question = |id: &EntryId| {
            let at = self.briefing.index_of(id)?;
            first.contains(&at).then(|| at - first.start + 1)
        };
        let said = |(number, note): (usize, &Note)| {
            let at = note.at.with_time_zone(zone.clone());
            let speaker = note.speaker.as_ref().map(|it| self.name(it));
            RecordRow {
                note: number,
                id: note.id.as_str().to_owned(),
                date: at.strftime("%Y-%m-%d").to_string(),
                time: at.strftime("%H:%M").to_string(),
                speaker: speaker.unwrap_or_default(),
                kind: note.kind.name(),
                question: note.question.as_ref().and_then(question).unwrap_or(0),
                cites: self.cites(note),
                text: words(note).to_owned(),
                author: note.author.to_string(),
            }
        };
        self.notes.iter().map(said).collect()
    }

    /// The zone of the first note, or of the first turn.
    fn zone(self) -> TimeZone {
        let note = self.notes.iter().next().map(|(_, note)| &note.at);
        let turns = self.notes.turns();
        let at = note.or_else(|| turns.first().map(|turn| &turn.from));
        at.map_or(TimeZone::UTC, |at| at.time_zone().clone())
    }
}

fn seconds_of(turn: &Turn) -> i64 {
    let (_, from, to) = turn.span();
    (to.as_second() - from.as_second()).max(0)
}
