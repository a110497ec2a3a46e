//! The names of speakers, and times on the screen.

use std::collections::BTreeSet;

use jiff::ZonedDateTime;

use crate::gazetteer::{Grouping, name};
use crate::messages::Who;
use crate::model::{CountryCode, Notes, Speaker};

/// The clock warns this many seconds before the limit.
pub const WARNING: i64 = 30;

/// Returns the name of a speaker as shown on the screen: for a country, its English name.
pub fn speaker_name(speaker: &Speaker) -> &str {
    let country = CountryCode::new(&speaker.0).and_then(name);
    country.unwrap_or(&speaker.0)
}

/// Returns a speaker for a message.
pub fn who(speaker: &Speaker) -> Who {
    Who {
        code: CountryCode::new(&speaker.0).filter(|code| name(*code).is_some()),
        name: speaker_name(speaker).to_owned(),
    }
}

/// Returns a grouping as written in a notes file: its short name, unless that is also a country
/// code, as AU is for the African Union and Australia.
pub(in crate::app) fn grouping_speaker(grouping: &Grouping) -> Speaker {
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
pub(in crate::app) fn once<'a>(speakers: impl Iterator<Item = &'a Speaker>) -> Vec<Speaker> {
    let mut seen = BTreeSet::new();
    let new = speakers.filter(|speaker| seen.insert(*speaker));
    new.cloned().collect()
}

/// Returns the seconds between two times; negative if the clock was set back.
pub(in crate::app) fn seconds_between(from: &ZonedDateTime, to: &ZonedDateTime) -> i64 {
    to.timestamp().as_second() - from.timestamp().as_second()
}
