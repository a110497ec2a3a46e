//! Undo for notes and floor: one key, one step.

use crate::model::Floor;

use super::capture::Capture;
use super::drafts::capture_of;
use crate::app::desk::Desk;
use crate::app::floor::{clock, speaker_name};
use crate::app::notes::UndoneStep;
use crate::app::outcome::Outcome;

/// The result of an undo.
pub(in crate::app) enum Undone {
    /// A deleted draft is back in the bar.
    Draft(Box<Capture>),
    /// A change of notes or floor was undone, or there was none.
    Step(Outcome),
}

/// Undoes the last change.
pub(in crate::app) fn undo(desk: &mut Desk) -> Undone {
    let changes = desk.notebook.changes();
    let dropped = &mut desk.drafts.dropped;
    if let Some((_, draft)) = dropped.pop_if(|(before, _)| *before >= changes) {
        let mut capture = capture_of(draft, desk);
        capture.read(desk);
        return Undone::Draft(Box::new(capture));
    }
    let step = desk.notebook.undo();
    Undone::Step(turn_back(desk, step, "undo"))
}

/// Returns whether the deletion of a draft is the last change.
pub(in crate::app) fn has_dropped_draft(desk: &Desk) -> bool {
    let last = desk.drafts.dropped.last();
    last.is_some_and(|(before, _)| *before >= desk.notebook.changes())
}

/// Returns what undo would do now.
pub(in crate::app) fn undo_in_words(desk: &Desk) -> String {
    if has_dropped_draft(desk) {
        return "undo: open the deleted draft again".to_owned();
    }
    let Some((records, floor)) = desk.notebook.next_undo() else {
        return "undo".to_owned();
    };
    let mut said: Vec<String> = floor.map(floor_in_words).into_iter().collect();
    for (before, after) in records {
        let Some(note) = after.note() else { continue };
        let number = desk.notebook.notes().number(&note.id).unwrap_or_default();
        said.push(match before {
            None => format!("delete #{number}"),
            Some(_) if after.is_deleted() => format!("restore #{number}"),
            Some(_) => format!("change #{number} back"),
        });
    }
    format!("undo: {}", said.join(", "))
}

/// Redoes the change that was undone.
pub(in crate::app) fn redo(desk: &mut Desk) -> Outcome {
    let step = desk.notebook.redo();
    turn_back(desk, step, "redo")
}

fn turn_back(desk: &mut Desk, step: Option<UndoneStep>, what: &str) -> Outcome {
    let Some((records, floor)) = step else {
        return Outcome::say(format!("nothing to {what}"));
    };
    if records.is_empty() && floor.is_none() {
        return Outcome::say(format!("cannot {what}: someone else has changed it since"));
    }
    let keeps = floor.is_some();
    let numbers = records.iter().filter_map(|record| {
        let number = desk.notebook.notes().number(&record.note()?.id)?;
        Some(format!("#{number}"))
    });
    let mut said: Vec<String> = numbers.collect();
    if let Some(floor) = floor {
        desk.proceedings.floor = floor;
    }
    let outcome = desk.send(records, keeps);
    if keeps {
        said.insert(0, floor_in_words(&desk.proceedings.floor));
    }
    desk.announce(outcome, format!("{what}ne: {}", said.join(", ")))
}

/// Returns the speaker, the limit and the queue as a sentence.
fn floor_in_words(floor: &Floor) -> String {
    let holder = floor.speaking.as_ref();
    let holder = holder.map_or("no one", |speaking| speaker_name(&speaking.speaker));
    let waiting = floor.queue.iter().map(speaker_name);
    let waiting = waiting.collect::<Vec<_>>().join(", ");
    let limit = match floor.limit {
        0 => "no limit".to_owned(),
        limit => format!("limit {} per turn", clock(limit.into())),
    };
    if waiting.is_empty() {
        format!("{holder} has the floor, {limit}")
    } else {
        format!("{holder} has the floor, {limit}, queue: {waiting}")
    }
}
