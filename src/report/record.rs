//! The attributed record of a session: speakers, floor log and notes, in order of time.
//!
//! The order is by absolute time. Each time is printed at the UTC offset of its note, as in the
//! list and on the screen: on the night of a clock change, 2:30 may come after 2:59.

use std::collections::BTreeSet;

use jiff::ZonedDateTime;

use super::build::{Sources, words};
use super::data::{RecordRow, SpeakerRow, TurnRow};
use crate::model::{EntryId, Kind, Note, Turn, spoken};

impl Sources<'_> {
    /// Returns the speakers in order of first appearance, in the floor log or the notes.
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

    /// Returns the floor log with the turns of all authors.
    pub(super) fn floor(self) -> Vec<TurnRow> {
        let time = |at: &ZonedDateTime| at.strftime("%Y-%m-%d %H:%M:%S").to_string();
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

    /// Returns all notes in order of time.
    pub(super) fn record(self) -> Vec<RecordRow> {
        let first = self.briefing.of_kind(Kind::Question);
        let question = |id: &EntryId| {
            let at = self.briefing.index_of(id)?;
            first.contains(&at).then(|| at - first.start + 1)
        };
        let said = |(number, note): (usize, &Note)| {
            let at = &note.at;
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
}

fn seconds_of(turn: &Turn) -> i64 {
    let (_, from, to) = turn.span();
    (to.as_second() - from.as_second()).max(0)
}
