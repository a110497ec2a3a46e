//! The state of the session: the speaker, the queue, the question, and the clock.

use std::collections::BTreeMap;

use crate::model::{EntryId, Floor, Notes, Speaker, Spoken, Turn, spoken};

use super::names::once;
use super::stopwatch::Stopwatch;

/// The speaking limit in seconds where nothing else is configured.
const USUAL_LIMIT: u32 = 180;

/// The state of the session.
#[derive(Clone, Debug)]
pub(in crate::app) struct Proceedings {
    /// The speaker, the queue and the limit.
    pub(in crate::app) floor: Floor,
    /// The speaking limit in seconds where the user chose none; 0 for no limit.
    pub(in crate::app) usual_limit: u32,
    /// The guiding question under discussion.
    pub(in crate::app) question: Option<EntryId>,
    /// Measures speaking times.
    pub(in crate::app) stopwatch: Stopwatch,
    /// The speakers so far, the latest first; each once.
    pub(in crate::app) spoken_before: Vec<Speaker>,
}

impl Default for Proceedings {
    fn default() -> Self {
        Self {
            floor: Floor::default(),
            usual_limit: USUAL_LIMIT,
            question: None,
            stopwatch: Stopwatch::default(),
            spoken_before: Vec::new(),
        }
    }
}

impl Proceedings {
    /// Returns the speaking limit in seconds; 0 for no limit.
    pub(in crate::app) fn limit(&self) -> u32 {
        self.floor.limit.unwrap_or(self.usual_limit)
    }

    /// Returns the speaker who has the floor.
    pub(in crate::app) fn holder(&self) -> Option<&Speaker> {
        let speaking = self.floor.speaking.as_ref();
        speaking.map(|speaking| &speaking.speaker)
    }

    /// Returns the first in the queue who does not have the floor.
    pub(in crate::app) fn next_in_queue(&self) -> Option<&Speaker> {
        let mut waiting = self.floor.queue.iter();
        waiting.find(|one| Some(*one) != self.holder())
    }

    /// Returns the current speaker, the queue and the earlier speakers, latest first; each once.
    pub(in crate::app) fn known_speakers(&self) -> Vec<Speaker> {
        let all = self.holder().into_iter().chain(&self.floor.queue);
        once(all.chain(&self.spoken_before))
    }

    /// Returns the turns and speaking time of each speaker, including the current turn.
    pub(in crate::app) fn spoken<'a>(&'a self, notes: &'a Notes) -> BTreeMap<&'a Speaker, Spoken> {
        let turns = notes.turns();
        let speaking = self.floor.speaking.as_ref().map(|speaking| {
            let end = self.stopwatch.end_of(&speaking.since);
            let since = speaking.since.timestamp();
            (&speaking.speaker, since, end.timestamp())
        });
        spoken(turns.into_iter().map(Turn::span).chain(speaking))
    }

    /// Returns the seconds on the clock of the current turn, since its start or restart; `None`
    /// without a turn.
    pub(in crate::app) fn seconds(&self) -> Option<i64> {
        let from = &self.floor.speaking.as_ref()?.clock_from;
        self.stopwatch.since(from)?.as_secs().try_into().ok()
    }

    /// Makes the stopwatch count from the start of the turn and of the clock.
    pub(in crate::app) fn note_times(&mut self) {
        if let Some(speaking) = &self.floor.speaking {
            self.stopwatch.note([&speaking.since, &speaking.clock_from]);
        }
    }
}
