//! The floor: who has it, for how long, who has asked for it, and who is still silent.
//!
//! Rules, in order: nobody loses a turn by a key that was hit twice; what is said while somebody
//! has the floor is theirs; a wrong speaker is mended for the notes as well.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ZonedDateTime;

use crate::gazetteer::{groupings, name};
use crate::model::{Author, CountryCode, Record, Speaker, Speaking, Turn};

use super::dossier::{counted, role};
use super::grammar::speaker;
use super::{App, Choice, Effect, Item, Known, Mode, Moment, Picker, Purpose};

/// So many seconds before the limit the clock warns.
pub const WARNING: i64 = 30;
/// The limits that one key goes through, in seconds; 0 is none.
const LIMITS: [u32; 5] = [120, 180, 300, 600, 0];
/// Shorter than this nobody has spoken: the key was hit by accident.
const SHORTEST_TURN: i64 = 1;

/// How somebody who speaks is called on the screen: a country by its name.
pub fn speaker_name(speaker: &Speaker) -> &str {
    let country = CountryCode::new(&speaker.0).and_then(name);
    country.unwrap_or(&speaker.0)
}

/// Minutes and seconds: `2:13`.
pub fn clock(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What somebody has said so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Spoken {
    turns: usize,
    seconds: i64,
}

impl App {
    /// Opens the list of who may speak: who has spoken last first, then the chair and the team, the
    /// countries of the paper, and groupings.
    pub(super) fn open_speakers(&mut self, purpose: Purpose) {
        let items = self.speaker_items();
        self.mode = Mode::List(Picker::new(purpose, items));
    }

    fn speaker_items(&self) -> Vec<Item> {
        let spoken = self.spoken();
        let mentions = self.indexed.index.mentions();
        let paper = self.briefing.as_ref().map(|briefing| briefing.paper());
        let mut speakers = self.known_speakers();
        if let Some(paper) = paper {
            let chairs = paper.co_chairs.iter().chain(&paper.team);
            let mut countries = mentions.countries();
            countries.sort_by_key(|code| name(*code));
            let countries = chairs.copied().chain(countries);
            speakers.extend(countries.map(|code| Speaker(code.to_string())));
        }
        speakers.extend(groupings().map(|(_, grouping)| Speaker(grouping.short.to_owned())));
        let speakers = once(speakers.iter());
        let item = |speaker: Speaker| {
            let code = CountryCode::new(&speaker.0).filter(|code| name(*code).is_some());
            let label = match code {
                Some(code) => format!("{} ({code})", speaker_name(&speaker)),
                None => speaker.0.clone(),
            };
            let lead = code
                .zip(paper)
                .map_or("", |(code, paper)| role(code, paper));
            Item {
                lead: lead.to_owned(),
                label,
                tail: spoken.get(&speaker).map_or_else(
                    || code.map_or_else(String::new, |_| "silent".to_owned()),
                    |said| format!("{} · {}", counted(said.turns, "turn"), clock(said.seconds)),
                ),
                choice: Choice::Speaker(speaker),
            }
        };
        speakers.into_iter().map(item).collect()
    }

    /// Who has the floor, waits for it, or has spoken before, the last first; each once.
    pub(super) fn known_speakers(&self) -> Vec<Speaker> {
        let holder = self.floor.speaking.iter().map(|speaking| &speaking.speaker);
        let all = holder.chain(&self.floor.queue).chain(&self.spoken_before);
        once(all)
    }

    /// Who has spoken before, from turns and notes, the last first; each once.
    pub(super) fn spoken_so_far(&self) -> Vec<Speaker> {
        let notes = self.notebook.notes();
        let turns = notes.turns().into_iter().rev().map(|turn| &turn.speaker);
        let from_notes = notes
            .iter()
            .rev()
            .filter_map(|(_, note)| note.speaker.as_ref());
        once(turns.chain(from_notes))
    }

    /// How often and how long each has spoken, with the turn that goes on.
    fn spoken(&self) -> BTreeMap<Speaker, Spoken> {
        let mut spoken: BTreeMap<Speaker, Spoken> = BTreeMap::new();
        let mut add = |speaker: &Speaker, seconds: i64| {
            let said = spoken.entry(speaker.clone()).or_default();
            said.turns += 1;
            said.seconds += seconds.max(0);
        };
        for turn in self.notebook.notes().turns() {
            add(&turn.speaker, seconds_between(&turn.from, &turn.to));
        }
        if let Some(speaking) = &self.floor.speaking {
            add(&speaking.speaker, self.seconds().unwrap_or_default());
        }
        spoken
    }

    /// For how many seconds the floor has been taken; `None` where it is not.
    pub fn seconds(&self) -> Option<i64> {
        let since = &self.floor.speaking.as_ref()?.since;
        Some(seconds_between(since, self.now.as_ref()?).max(0))
    }

    /// Whether the screen changes by itself, as time goes.
    pub const fn has_clock(&self) -> bool {
        self.floor.speaking.is_some()
    }

    /// Who was typed into a list of speakers that has nobody of that name.
    pub(super) fn named_in(&self, picker: &Picker) -> Option<Speaker> {
        let asks = matches!(picker.purpose, Purpose::Floor | Purpose::Queue);
        asks.then(|| self.speaker_typed(picker.field.text()))?
    }

    /// Does what a list of speakers was opened for.
    pub(super) fn speaker_chosen(
        &mut self,
        moment: &Moment,
        purpose: Purpose,
        speaker: Speaker,
    ) -> Vec<Effect> {
        match purpose {
            Purpose::Queue => self.ask_for_floor(speaker),
            _ => self.take_floor(moment, speaker),
        }
    }

    /// Takes the selected speaker of the list as the one who has the floor already.
    pub(super) fn accept_correction(&mut self) -> Vec<Effect> {
        let Mode::List(picker) = std::mem::take(&mut self.mode) else {
            return Vec::new();
        };
        let chosen = match picker.choice() {
            Some(Choice::Speaker(speaker)) => Some(speaker),
            _ => self.named_in(&picker),
        };
        if let Some(speaker) = chosen.filter(|_| picker.purpose == Purpose::Floor) {
            self.correct_speaker(&speaker)
        } else {
            self.mode = Mode::List(picker);
            Vec::new()
        }
    }

    /// What a typed name means: a speaker, or anybody of that name.
    pub(super) fn speaker_typed(&self, typed: &str) -> Option<Speaker> {
        let typed = typed.trim().trim_matches('"');
        let briefing = self.briefing.as_deref()?;
        let known = self.known_speakers();
        let known = Known {
            briefing,
            index: &self.indexed.index,
            speakers: &known,
        };
        let free = (!typed.is_empty()).then(|| Speaker(typed.to_owned()));
        speaker(typed, known).or(free)
    }

    /// Gives the floor to somebody, and shows what the paper says on them.
    pub(super) fn take_floor(&mut self, moment: &Moment, speaker: Speaker) -> Vec<Effect> {
        let mut effects = self.end_turn(moment);
        self.floor.queue.retain(|waiting| *waiting != speaker);
        self.status = format!("the floor is {}’s", speaker_name(&speaker));
        if let Some(code) = CountryCode::new(&speaker.0) {
            self.open_dossier(code);
        }
        self.floor.speaking = Some(Speaking {
            speaker,
            since: moment.now.clone(),
        });
        effects.push(Effect::Keep(self.session()));
        effects
    }

    /// Takes the floor from whoever has it.
    pub(super) fn empty_floor(&mut self, moment: &Moment) -> Vec<Effect> {
        if self.floor.speaking.is_none() {
            "nobody has the floor; s gives it".clone_into(&mut self.status);
            return Vec::new();
        }
        let mut effects = self.end_turn(moment);
        effects.push(Effect::Keep(self.session()));
        effects
    }

    /// Ends the turn that goes on, and saves it.
    fn end_turn(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some(Speaking { speaker, since }) = self.floor.speaking.take() else {
            return Vec::new();
        };
        if seconds_between(&since, &moment.now) < SHORTEST_TURN {
            return Vec::new();
        }
        self.write(Turn {
            id: moment.fresh_id.clone(),
            rev: 1,
            speaker,
            from: since,
            to: moment.now.clone(),
            deleted: false,
            author: Author::default(),
        })
    }

    /// Puts somebody at the end of those who wait, or takes them out.
    pub(super) fn ask_for_floor(&mut self, speaker: Speaker) -> Vec<Effect> {
        let waiting = self.floor.queue.iter().position(|one| *one == speaker);
        if let Some(at) = waiting {
            self.floor.queue.remove(at);
        } else {
            self.floor.queue.push(speaker);
        }
        let names = self.floor.queue.iter().map(speaker_name);
        let names = names.collect::<Vec<_>>().join(", ");
        self.status = if names.is_empty() {
            "nobody waits for the floor".to_owned()
        } else {
            format!("waiting: {names}")
        };
        vec![Effect::Keep(self.session())]
    }

    /// Gives the floor to the first who waits.
    pub(super) fn next_speaker(&mut self, moment: &Moment) -> Vec<Effect> {
        if self.floor.queue.is_empty() {
            "nobody waits for the floor; w lets somebody wait".clone_into(&mut self.status);
            return Vec::new();
        }
        let next = self.floor.queue.remove(0);
        self.take_floor(moment, next)
    }

    /// Says who it really was that has the floor: since the same time, and with the notes that were
    /// taken since.
    pub(super) fn correct_speaker(&mut self, speaker: &Speaker) -> Vec<Effect> {
        let Some(speaking) = self.floor.speaking.as_mut() else {
            "nobody has the floor; s gives it".clone_into(&mut self.status);
            return Vec::new();
        };
        let wrong = std::mem::replace(&mut speaking.speaker, speaker.clone());
        let since = speaking.since.timestamp();
        let notes = self.notebook.notes().iter();
        let stamped = notes.filter(|(_, note)| {
            note.speaker.as_ref() == Some(&wrong) && note.at.timestamp() >= since
        });
        let ids: Vec<_> = stamped.map(|(_, note)| note.id.clone()).collect();
        let mut effects = Vec::new();
        for id in ids {
            let mended = self
                .notebook
                .revise(&id, |note| note.speaker = Some(speaker.clone()));
            if let Some(mended) = mended {
                effects.extend(self.write(Record::Note(mended)));
            }
        }
        self.status = format!("the floor was {}’s", speaker_name(speaker));
        effects.push(Effect::Keep(self.session()));
        effects
    }

    /// Starts the clock anew for whoever has the floor.
    pub(super) fn restart_clock(&mut self, moment: &Moment) -> Vec<Effect> {
        if let Some(speaking) = self.floor.speaking.as_mut() {
            speaking.since = moment.now.clone();
            vec![Effect::Keep(self.session())]
        } else {
            "nobody has the floor; s gives it".clone_into(&mut self.status);
            Vec::new()
        }
    }

    /// Goes to the next limit.
    pub(super) fn turn_limit(&mut self) -> Vec<Effect> {
        let at = LIMITS.iter().position(|limit| *limit == self.floor.limit);
        let next = at.map_or(0, |at| (at + 1) % LIMITS.len());
        self.floor.limit = LIMITS.get(next).copied().unwrap_or_default();
        self.status = match self.floor.limit {
            0 => "no limit".to_owned(),
            limit => format!("limit {} each", clock(limit.into())),
        };
        vec![Effect::Keep(self.session())]
    }
}

/// Speakers in their order, each once.
fn once<'a>(speakers: impl Iterator<Item = &'a Speaker>) -> Vec<Speaker> {
    let mut seen = BTreeSet::new();
    let new = speakers.filter(|speaker| seen.insert(*speaker));
    new.cloned().collect()
}

/// The seconds from one moment to another; less than 0 where the clock was put back.
fn seconds_between(from: &ZonedDateTime, to: &ZonedDateTime) -> i64 {
    to.timestamp().as_second() - from.timestamp().as_second()
}
