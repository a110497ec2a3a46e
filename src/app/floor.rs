//! The floor: the speaker, their time, the queue and the limit.
//!
//! Rules, in order: no turn is lost by a key that was hit twice; notes written while someone has
//! the floor are theirs; each key can be undone.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::ZonedDateTime;

use crate::gazetteer::{Grouping, name};
use crate::model::{CountryCode, Floor, Notes, Record, Speaker, Speaking, Spoken, Turn, spoken};

use super::{Action, App, Effect, Moment};

/// The clock warns this many seconds before the limit.
pub const WARNING: i64 = 30;
/// The speaking limits in seconds, in the order of the key; 0 is no limit.
const LIMITS: [u32; 5] = [120, 180, 300, 600, 0];
/// A shorter turn is not recorded: the key was hit by accident.
const SHORTEST_TURN: Duration = Duration::from_secs(1);

/// Returns the name of a speaker on the screen: for a country, its English name.
pub fn speaker_name(speaker: &Speaker) -> &str {
    let country = CountryCode::new(&speaker.0).and_then(name);
    country.unwrap_or(&speaker.0)
}

/// Returns a grouping as written in a notes file: its short name, unless that is also a country
/// code, as AU is for the African Union and Australia.
pub(super) fn grouping_speaker(grouping: &Grouping) -> Speaker {
    let is_country = CountryCode::new(grouping.short).is_some_and(|code| name(code).is_some());
    let written = if is_country {
        grouping.name
    } else {
        grouping.short
    };
    Speaker(written.to_owned())
}

/// Formats seconds as minutes and seconds: `2:13`.
pub fn clock(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

impl App {
    /// Returns the speaker, the queue and the speakers before, latest first; each once.
    pub(super) fn known_speakers(&self) -> Vec<Speaker> {
        let holder = self.floor.speaking.iter().map(|speaking| &speaking.speaker);
        let all = holder.chain(&self.floor.queue).chain(&self.spoken_before);
        once(all)
    }

    /// Returns the turns and speaking time of each speaker, including the current turn.
    pub(super) fn spoken(&self) -> BTreeMap<&Speaker, Spoken> {
        let turns = self.notebook.notes().turns();
        let speaking = self.floor.speaking.as_ref().map(|speaking| {
            let end = self.stopwatch.end_of(&speaking.since);
            let since = speaking.since.timestamp();
            (&speaking.speaker, since, end.timestamp())
        });
        spoken(turns.into_iter().map(Turn::span).chain(speaking))
    }

    /// Returns the seconds on the clock of the current turn, since its start or restart; `None`
    /// without a turn.
    pub fn seconds(&self) -> Option<i64> {
        let from = &self.floor.speaking.as_ref()?.clock_from;
        self.stopwatch.since(from)?.as_secs().try_into().ok()
    }

    /// Makes the stopwatch count from the start of the turn and of the clock.
    pub(super) fn note_times(&mut self) {
        if let Some(speaking) = &self.floor.speaking {
            self.stopwatch.note([&speaking.since, &speaking.clock_from]);
        }
    }

    /// Returns whether the screen changes every second.
    pub const fn has_clock(&self) -> bool {
        self.floor.speaking.is_some()
    }

    /// Gives the floor to a speaker and opens the dossier of a country.
    pub(super) fn give_floor_to(&mut self, moment: &Moment, speaker: Speaker) -> Vec<Effect> {
        if let Some(code) = CountryCode::new(&speaker.0) {
            self.open_dossier(code);
        }
        let holder = self.floor.speaking.as_ref();
        if holder.is_some_and(|speaking| speaking.speaker == speaker) {
            let name = speaker_name(&speaker);
            let restart = self.key_for(Action::RestartClock);
            self.status =
                format!("{name} already has the floor; press {restart} to restart the clock");
            return Vec::new();
        }
        let said = format!("{} has the floor", speaker_name(&speaker));
        let turn = self.turn_until(moment).map(Record::Turn);
        self.stopwatch.start();
        let mut next = self.floor.clone();
        next.queue.retain(|waiting| *waiting != speaker);
        next.speaking = Some(Speaking {
            speaker,
            since: moment.now.clone(),
            clock_from: moment.now.clone(),
        });
        let effects = self.commit(turn.into_iter().collect(), Some(next));
        self.announce(said);
        effects
    }

    /// Ends the current turn.
    pub(super) fn end_turn(&mut self, moment: &Moment) -> Vec<Effect> {
        if self.floor.speaking.is_none() {
            return Vec::new();
        }
        let turn = self.turn_until(moment).map(Record::Turn);
        let next = Floor {
            speaking: None,
            ..self.floor.clone()
        };
        let effects = self.commit(turn.into_iter().collect(), Some(next));
        self.announce("turn ended".to_owned());
        effects
    }

    /// Returns the current turn, ended now; `None` if it was too short.
    fn turn_until(&self, moment: &Moment) -> Option<Turn> {
        let Speaking { speaker, since, .. } = self.floor.speaking.as_ref()?;
        let length = self.stopwatch.since(since);
        if length.is_some_and(|length| length < SHORTEST_TURN) {
            return None;
        }
        Some(Turn {
            id: moment.fresh_id.clone(),
            rev: 1,
            speaker: speaker.clone(),
            from: since.clone(),
            to: self.stopwatch.end_of(since),
            deleted: false,
            settles: Vec::new(),
            author: self.notebook.author.clone(),
        })
    }

    /// Adds a speaker to the end of the queue, or removes them.
    pub(super) fn toggle_queued(&mut self, speaker: Speaker) -> Vec<Effect> {
        let mut next = self.floor.clone();
        let waiting = next.queue.iter().position(|one| *one == speaker);
        if let Some(at) = waiting {
            next.queue.remove(at);
        } else {
            next.queue.push(speaker);
        }
        let names = next.queue.iter().map(speaker_name);
        let names = names.collect::<Vec<_>>().join(", ");
        let effects = self.commit(Vec::new(), Some(next));
        self.status = if names.is_empty() {
            "the queue is empty".to_owned()
        } else {
            format!("queue: {names}")
        };
        effects
    }

    /// Gives the floor to the first in the queue.
    pub(super) fn next_speaker(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some(next) = self.next_in_queue().cloned() else {
            return Vec::new();
        };
        self.give_floor_to(moment, next)
    }

    /// Restarts the clock; the start of the turn stays.
    pub(super) fn restart_clock(&mut self, moment: &Moment) -> Vec<Effect> {
        let mut next = self.floor.clone();
        let Some(speaking) = next.speaking.as_mut() else {
            return Vec::new();
        };
        speaking.clock_from = moment.now.clone();
        self.stopwatch.start();
        let effects = self.commit(Vec::new(), Some(next));
        "clock restarted".clone_into(&mut self.status);
        effects
    }

    /// Sets the next speaking limit.
    pub(super) fn turn_limit(&mut self) -> Vec<Effect> {
        let at = LIMITS.iter().position(|limit| *limit == self.floor.limit);
        let next = at.map_or(0, |at| (at + 1) % LIMITS.len());
        let limit = LIMITS.get(next).copied().unwrap_or_default();
        let next = Floor {
            limit,
            ..self.floor.clone()
        };
        let effects = self.commit(Vec::new(), Some(next));
        self.status = match limit {
            0 => "no limit".to_owned(),
            limit => format!("limit {} per turn", clock(limit.into())),
        };
        effects
    }
}

/// Returns the speakers of turns and notes, latest first; each once.
pub fn who_spoke(notes: &Notes) -> Vec<Speaker> {
    let turns = notes.turns().into_iter().rev().map(|turn| &turn.speaker);
    let from_notes = notes
        .iter()
        .rev()
        .filter_map(|(_, note)| note.speaker.as_ref());
    once(turns.chain(from_notes))
}

/// Returns the speakers in order, each once.
pub(super) fn once<'a>(speakers: impl Iterator<Item = &'a Speaker>) -> Vec<Speaker> {
    let mut seen = BTreeSet::new();
    let new = speakers.filter(|speaker| seen.insert(*speaker));
    new.cloned().collect()
}

/// Returns the seconds between two times; negative if the clock was set back.
pub(super) fn seconds_between(from: &ZonedDateTime, to: &ZonedDateTime) -> i64 {
    to.timestamp().as_second() - from.timestamp().as_second()
}
