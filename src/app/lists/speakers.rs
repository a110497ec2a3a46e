//! The list of speakers, and the floor log.
//!
//! Rules, in order: a name typed in full means that name, however similar it is to another; a
//! speaker may have any name.

use std::collections::BTreeMap;

use jiff::ZonedDateTime;

use crate::gazetteer::{groupings, name, nearest};
use crate::messages::ListRemark;
use crate::model::{Briefing, CountryCode, Speaker, Spoken};

use super::picker::{Choice, Item, Picker, Purpose};
use crate::app::country::role;
use crate::app::desk::Desk;
use crate::app::floor::{clock, grouping_speaker, once, seconds_between, speaker_name};
use crate::app::notes::{OTHERS, speaker};
use crate::app::noting::known;
use crate::app::words::language;

/// Returns the list of speakers: those who have spoken, latest first, then the chair and the team,
/// the countries of the paper, and groupings.
pub(in crate::app) fn speakers(desk: &Desk, purpose: Purpose) -> Picker {
    Picker::new(purpose, speaker_items(desk))
}

fn speaker_items(desk: &Desk) -> Vec<Item> {
    let spoken = desk.proceedings.spoken(desk.notebook.notes());
    let mentions = desk.index().mentions();
    let paper = desk.briefing().map(Briefing::paper);
    let mut speakers = desk.proceedings.known_speakers();
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
        .map(|speaker| speaker_item(desk, speaker, &spoken))
        .collect()
}

fn speaker_item(desk: &Desk, speaker: Speaker, spoken: &BTreeMap<&Speaker, Spoken>) -> Item {
    let paper = desk.briefing().map(Briefing::paper);
    let code = CountryCode::new(&speaker.0).filter(|code| name(*code).is_some());
    let label = match code {
        Some(code) => format!("{} ({code})", speaker_name(&speaker)),
        None => speaker.0.clone(),
    };
    let lead = code
        .zip(paper)
        .and_then(|(code, paper)| role(code, paper))
        .map_or("", |role| role.words(language()));
    let spoken = spoken.get(&speaker).map(|said| ListRemark::Spoken {
        turns: said.turns,
        time: clock(said.seconds),
    });
    Item {
        lead: lead.to_owned(),
        label,
        also: "",
        tail: in_words(spoken.or_else(|| code.map(|_| ListRemark::Silent))),
        choice: Choice::Speaker(speaker),
    }
}

/// Puts the speaker with the typed name first in the list, and a new speaker with that name last.
pub(in crate::app) fn offer_typed(picker: &mut Picker, desk: &Desk) {
    let typed = picker.field.text().trim().to_owned();
    if !picker.purpose.asks_for_speaker() || typed.is_empty() {
        return;
    }
    let nothing = Briefing::default();
    let briefing = desk.briefing().unwrap_or(&nothing);
    let speakers = desk.proceedings.known_speakers();
    let quoted = typed.strip_prefix(['"', '“']).map(|name| {
        let name = name.strip_suffix(['"', '”']).unwrap_or(name);
        name.trim().to_owned()
    });
    let by_name = match quoted {
        Some(_) => None,
        None => speaker(&typed, known(desk, briefing, &speakers)),
    };
    let free = quoted.unwrap_or(typed);
    let free = Item {
        lead: in_words(Some(ListRemark::AsTyped)),
        label: free.clone(),
        also: "",
        tail: String::new(),
        choice: Choice::Speaker(Speaker(free)),
    };
    let meant = by_name.or_else(|| misspelled(&free.label));
    let meant = meant.map(|speaker| {
        let spoken = desk.proceedings.spoken(desk.notebook.notes());
        speaker_item(desk, speaker, &spoken)
    });
    let prefers_typed = meant.is_none() && !picker.begins_so(&free.label);
    picker.offer(meant, Some(free));
    if prefers_typed {
        picker.step(isize::MAX);
    }
}

/// Returns the floor log: the current turn, then the turns before, latest first; `None` without
/// turns.
pub(in crate::app) fn floor_log(desk: &Desk) -> Option<Picker> {
    let now = desk
        .proceedings
        .floor
        .speaking
        .as_ref()
        .map(|speaking| Item {
            lead: hour(&speaking.since),
            label: speaker_name(&speaking.speaker).to_owned(),
            also: "",
            tail: in_words(Some(ListRemark::HasFloor)),
            choice: Choice::Turn(None),
        });
    let turns = desk.notebook.notes().turns().into_iter().rev();
    let turns = turns.map(|turn| {
        let seconds = seconds_between(&turn.from, &turn.to);
        let by = Some(&turn.author).filter(|author| **author != desk.notebook.author);
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
    (!items.is_empty()).then(|| Picker::new(Purpose::FloorLog, items))
}

/// Returns the country whose name was typed with a spelling mistake.
fn misspelled(typed: &str) -> Option<Speaker> {
    /// Shorter words are acronyms such as IOM or ILO, not misspelled countries.
    const SHORTEST: usize = 5;
    let (code, _) = nearest(typed).filter(|_| typed.chars().count() >= SHORTEST)?;
    Some(Speaker(code.to_string()))
}

fn in_words(remark: Option<ListRemark>) -> String {
    remark.map_or_else(String::new, |it| it.words(language()).into_owned())
}

fn hour(at: &ZonedDateTime) -> String {
    at.strftime("%H:%M").to_string()
}
