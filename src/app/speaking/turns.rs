//! The floor: the speaker, their time, the queue and the limit.
//!
//! Rules, in order: no turn is lost when a key is hit twice; notes written while someone has the
//! floor are about that speaker; what each key does can be undone.

use std::time::Duration;

use crate::app::desk::Desk;
use crate::app::event::Moment;
use crate::app::floor::who;
use crate::app::outcome::{Outcome, Then};
use crate::messages::FloorMessage;
use crate::model::{CountryCode, Floor, Record, Speaker, Speaking, Turn};

/// The speaking limits in seconds, in the order in which the key sets them; 0 means no limit.
const LIMITS: [u32; 5] = [120, 180, 300, 600, 0];
/// A shorter turn is not recorded: the key was hit by accident.
const SHORTEST_TURN: Duration = Duration::from_secs(1);

/// Gives the floor to a speaker and opens the dossier of a country.
pub(in crate::app) fn give_floor_to(desk: &mut Desk, moment: &Moment, speaker: Speaker) -> Outcome {
    let then = CountryCode::new(&speaker.0).map_or(Then::Stay, Then::Dossier);
    let told = who(&speaker);
    if desk.proceedings.holder() == Some(&speaker) {
        let said = FloorMessage::HasItAlready { speaker: told };
        return Outcome::say(said).then(then);
    }
    let turn = turn_until(desk, moment).map(Record::Turn);
    desk.proceedings.stopwatch.start();
    let mut next = desk.proceedings.floor.clone();
    next.queue.retain(|waiting| *waiting != speaker);
    next.speaking = Some(Speaking {
        speaker,
        since: moment.now.clone(),
        clock_from: moment.now.clone(),
    });
    let outcome = desk.commit(turn.into_iter().collect(), Some(next));
    desk.announce(outcome, FloorMessage::HasIt { speaker: told })
        .then(then)
}

/// Ends the current turn.
pub(in crate::app) fn end_turn(desk: &mut Desk, moment: &Moment) -> Outcome {
    if desk.proceedings.holder().is_none() {
        return Outcome::say(FloorMessage::NoSpeaker);
    }
    let turn = turn_until(desk, moment).map(Record::Turn);
    let next = Floor {
        speaking: None,
        ..desk.proceedings.floor.clone()
    };
    let outcome = desk.commit(turn.into_iter().collect(), Some(next));
    desk.announce(outcome, FloorMessage::TurnEnded)
}

/// Returns the current turn, ended now; `None` if it was too short.
fn turn_until(desk: &Desk, moment: &Moment) -> Option<Turn> {
    let Speaking { speaker, since, .. } = desk.proceedings.floor.speaking.as_ref()?;
    let length = desk.proceedings.stopwatch.since(since);
    if length.is_some_and(|length| length < SHORTEST_TURN) {
        return None;
    }
    Some(Turn {
        id: moment.fresh_id.clone(),
        rev: 1,
        speaker: speaker.clone(),
        from: since.clone(),
        to: desk.proceedings.stopwatch.end_of(since),
        deleted: false,
        settles: Vec::new(),
        author: desk.notebook.author.clone(),
    })
}

/// Adds a speaker to the end of the queue, or removes them.
pub(in crate::app) fn toggle_queued(desk: &mut Desk, speaker: Speaker) -> Outcome {
    let mut next = desk.proceedings.floor.clone();
    let waiting = next.queue.iter().position(|one| *one == speaker);
    if let Some(at) = waiting {
        next.queue.remove(at);
    } else {
        next.queue.push(speaker);
    }
    let speakers = next.queue.iter().map(who).collect();
    let outcome = desk.commit(Vec::new(), Some(next));
    outcome.saying(FloorMessage::Queue { speakers })
}

/// Gives the floor to the first in the queue.
pub(in crate::app) fn next_speaker(desk: &mut Desk, moment: &Moment) -> Outcome {
    match desk.proceedings.next_in_queue().cloned() {
        Some(next) => give_floor_to(desk, moment, next),
        None => Outcome::say(FloorMessage::NoNext),
    }
}

/// Restarts the clock; the start of the turn stays.
pub(in crate::app) fn restart_clock(desk: &mut Desk, moment: &Moment) -> Outcome {
    let mut next = desk.proceedings.floor.clone();
    let Some(speaking) = next.speaking.as_mut() else {
        return Outcome::say(FloorMessage::NoSpeaker);
    };
    speaking.clock_from = moment.now.clone();
    desk.proceedings.stopwatch.start();
    let outcome = desk.commit(Vec::new(), Some(next));
    outcome.saying(FloorMessage::ClockRestarted)
}

/// Changes to the next speaking limit; the configured limit is one of them.
pub(in crate::app) fn next_limit(desk: &mut Desk) -> Outcome {
    let proceedings = &desk.proceedings;
    let mut limits = LIMITS.to_vec();
    if !limits.contains(&proceedings.usual_limit) {
        limits.insert(0, proceedings.usual_limit);
    }
    let now = proceedings.limit();
    let at = limits.iter().position(|limit| *limit == now);
    let next = at.map_or(0, |at| (at + 1) % limits.len());
    let limit = limits.get(next).copied().unwrap_or_default();
    let next = Floor {
        limit: Some(limit),
        ..proceedings.floor.clone()
    };
    let outcome = desk.commit(Vec::new(), Some(next));
    let seconds = Some(limit).filter(|limit| *limit > 0);
    outcome.saying(FloorMessage::Limit { seconds })
}
