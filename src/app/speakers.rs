//! The list of speakers, and the floor log, in which a speaker can be corrected.
//!
//! Rules, in order: a name typed in full is that name, however similar to another; any name may
//! speak; correcting a speaker also corrects our notes of that turn, in one step.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;

use crate::gazetteer::{groupings, name, nearest};
use crate::model::{Briefing, CountryCode, Note, NoteId, Record, Speaker, Spoken};

use super::dossier::{counted, role};
use super::floor::{grouping_speaker, once, seconds_between};
use super::grammar::{OTHERS, speaker};
use super::{
    Action, App, Choice, Effect, Item, Mode, Moment, Picker, Purpose, clock, speaker_name,
};

impl App {
    /// Opens the list of speakers: those who have spoken, latest first, then the chair and the
    /// team, the countries of the paper, and groupings.
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
        speakers.extend(groupings().map(|(_, grouping)| grouping_speaker(grouping)));
        speakers.extend(OTHERS.iter().map(|other| Speaker((*other).to_owned())));
        let speakers = once(speakers.iter());
        let items = speakers.into_iter();
        items
            .map(|speaker| self.speaker_item(speaker, &spoken))
            .collect()
    }

    fn speaker_item(&self, speaker: Speaker, spoken: &BTreeMap<&Speaker, Spoken>) -> Item {
        let paper = self.briefing.as_ref().map(|briefing| briefing.paper());
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
            also: "",
            tail: spoken.get(&speaker).map_or_else(
                || code.map_or_else(String::new, |_| "silent".to_owned()),
                |said| format!("{} · {}", counted(said.turns, "turn"), clock(said.seconds)),
            ),
            choice: Choice::Speaker(speaker),
        }
    }

    /// Puts the speaker of the typed name first in the list, and a new speaker of that name last.
    pub(super) fn offer_typed(&mut self) {
        let Mode::List(picker) = &self.mode else {
            return;
        };
        let typed = picker.field.text().trim().to_owned();
        if !picker.purpose.asks_for_speaker() || typed.is_empty() {
            return;
        }
        let nothing = Briefing::default();
        let briefing = self.briefing().unwrap_or(&nothing);
        let known = self.known_speakers();
        let quoted = typed.strip_prefix(['"', '“']).map(|name| {
            let name = name.strip_suffix(['"', '”']).unwrap_or(name);
            name.trim().to_owned()
        });
        let by_name = match quoted {
            Some(_) => None,
            None => speaker(&typed, self.known(briefing, &known)),
        };
        let free = quoted.unwrap_or(typed);
        let free = Item {
            lead: "as typed".to_owned(),
            label: free.clone(),
            also: "",
            tail: String::new(),
            choice: Choice::Speaker(Speaker(free)),
        };
        let meant = by_name.or_else(|| misspelled(&free.label));
        let meant = meant.map(|speaker| self.speaker_item(speaker, &self.spoken()));
        let Mode::List(picker) = &mut self.mode else {
            return;
        };
        let prefers_typed = meant.is_none() && !picker.begins_so(&free.label);
        picker.offer(meant, free);
        if prefers_typed {
            picker.step(isize::MAX);
        }
    }

    /// Asks who the speaker of the current turn was, or that of the last.
    pub(super) fn open_correction_now(&mut self) {
        let is_on = self.floor.speaking.is_some();
        let last = self.own_turns().last().filter(|_| !is_on).cloned();
        self.open_correction(last);
    }

    /// Switches the list between a choice from now on and one since the turn began.
    pub(super) fn switch_since(&mut self) {
        if let Mode::List(picker) = &mut self.mode {
            picker.since_turn_began = !picker.since_turn_began;
        }
    }

    /// Runs the purpose of the list for the chosen speaker.
    pub(super) fn speaker_chosen(
        &mut self,
        moment: &Moment,
        picker: &Picker,
        speaker: Speaker,
    ) -> Vec<Effect> {
        match picker.purpose {
            Purpose::Queue => self.toggle_queued(speaker),
            Purpose::Correction => self.correct(moment, picker.turn.as_ref(), &speaker),
            Purpose::Floor if picker.since_turn_began => {
                let is_on = self.floor.speaking.is_some();
                let last = self.own_turns().last().filter(|_| !is_on).cloned();
                self.correct(moment, last.as_ref(), &speaker)
            }
            _ => self.give_floor_to(moment, speaker),
        }
    }

    /// Makes the selected speaker the one of the current or last turn.
    pub(super) fn accept_correction(&mut self, moment: &Moment) -> Vec<Effect> {
        let Mode::List(picker) = std::mem::take(&mut self.mode) else {
            return Vec::new();
        };
        let Some(Choice::Speaker(speaker)) = picker
            .choice()
            .filter(|_| matches!(picker.purpose, Purpose::Floor | Purpose::Correction))
        else {
            self.mode = Mode::List(picker);
            return Vec::new();
        };
        let is_on = self.floor.speaking.is_some();
        let last = self.own_turns().last().filter(|_| !is_on).cloned();
        match picker.turn.or(last) {
            None if !is_on => {
                let give = self.key_for(Action::GiveFloor);
                self.status = format!("no turns yet; press {give} to give the floor");
                Vec::new()
            }
            turn => self.correct(moment, turn.as_ref(), &speaker),
        }
    }

    /// Returns our turns, oldest first.
    fn own_turns(&self) -> Vec<NoteId> {
        let turns = self.notebook.notes().turns().into_iter();
        let own = turns.filter(|turn| turn.author == self.notebook.author);
        own.map(|turn| turn.id.clone()).collect()
    }

    /// Opens the floor log: the current turn, then the turns before, latest first.
    pub(super) fn open_floor_log(&mut self) {
        let now = self.floor.speaking.as_ref().map(|speaking| Item {
            lead: hour(&speaking.since),
            label: speaker_name(&speaking.speaker).to_owned(),
            also: "",
            tail: "has the floor".to_owned(),
            choice: Choice::Turn(None),
        });
        let turns = self.notebook.notes().turns().into_iter().rev();
        let turns = turns.map(|turn| {
            let seconds = seconds_between(&turn.from, &turn.to);
            let by = Some(&turn.author).filter(|author| **author != self.notebook.author);
            let by = by.map_or_else(String::new, |author| format!("{author} · "));
            Item {
                lead: hour(&turn.from),
                label: speaker_name(&turn.speaker).to_owned(),
                also: "",
                tail: format!("{by}{}", clock(seconds.max(0))),
                choice: Choice::Turn(Some(turn.id.clone())),
            }
        });
        let items: Vec<_> = now.into_iter().chain(turns).collect();
        self.mode = Mode::List(Picker::new(Purpose::FloorLog, items));
    }

    /// Asks for the correct speaker of a turn; without one, of the current turn.
    pub(super) fn open_correction(&mut self, turn: Option<NoteId>) {
        self.open_speakers(Purpose::Correction);
        if let Mode::List(picker) = &mut self.mode {
            picker.turn = turn;
        }
    }

    /// Corrects the speaker of a turn in the log, and in our notes of that time.
    fn correct(
        &mut self,
        moment: &Moment,
        turn: Option<&NoteId>,
        speaker: &Speaker,
    ) -> Vec<Effect> {
        let mut floor = self.floor.clone();
        let mut records = Vec::new();
        let ended = turn.and_then(|id| self.notebook.notes().record(id));
        let (wrong, from, to) = if let Some(Record::Turn(mut turn)) = ended {
            let wrong = std::mem::replace(&mut turn.speaker, speaker.clone());
            turn.rev = turn.rev.saturating_add(1);
            let (from, to) = (turn.from.clone(), turn.to.clone());
            records.push(Record::Turn(turn));
            (wrong, from, to)
        } else if let Some(speaking) = floor.speaking.as_mut() {
            let wrong = std::mem::replace(&mut speaking.speaker, speaker.clone());
            (wrong, speaking.since.clone(), moment.now.clone())
        } else {
            return Vec::new();
        };
        let time = from.timestamp()..=to.timestamp();
        let notes = self.notebook.notes().iter().map(|(_, note)| note);
        let stamped = notes.filter(|note| {
            let is_ours =
                note.author == self.notebook.author && note.speaker.as_ref() == Some(&wrong);
            is_ours && time.contains(&note.at.timestamp())
        });
        let correct = |id: &NoteId| {
            self.notebook
                .revise(id, |note| note.speaker = Some(speaker.clone()))
        };
        let corrected: Vec<_> = stamped.filter_map(|note| correct(&note.id)).collect();
        let count = corrected.len();
        self.correct_drafts(&corrected, &wrong, speaker);
        records.extend(corrected.into_iter().map(Record::Note));
        let effects = self.commit(records, Some(floor));
        self.announce(format!(
            "corrected: {}, not {}; {} updated",
            speaker_name(speaker),
            speaker_name(&wrong),
            counted(count, "note")
        ));
        effects
    }
}

impl App {
    /// Corrects drafts begun under the wrong speaker, and drafts of the corrected notes.
    fn correct_drafts(&mut self, corrected: &[Note], wrong: &Speaker, right: &Speaker) {
        let dropped = self.dropped.iter_mut().map(|(_, draft)| draft);
        for draft in self.drafts.iter_mut().chain(dropped) {
            let note = corrected
                .iter()
                .find(|note| Some(&note.id) == draft.edits.as_ref());
            if let Some(note) = note {
                draft.rev = note.rev;
                if let Some(after) = draft.text.strip_prefix(&format!("{}:", wrong.0)) {
                    let text = format!("{}:{after}", right.0);
                    draft.cursor = draft.cursor + right.0.len() - wrong.0.len().min(draft.cursor);
                    draft.text = text;
                }
            } else if draft.edits.is_none() && draft.speaker.as_ref() == Some(wrong) {
                draft.speaker = Some(right.clone());
            }
        }
    }
}

/// Returns the country whose name was typed with a spelling mistake.
fn misspelled(typed: &str) -> Option<Speaker> {
    /// Shorter words are names of their own: IOM, ILO.
    const SHORTEST: usize = 5;
    let (code, _) = nearest(typed).filter(|_| typed.chars().count() >= SHORTEST)?;
    Some(Speaker(code.to_string()))
}

fn hour(at: &ZonedDateTime) -> String {
    at.strftime("%H:%M").to_string()
}
