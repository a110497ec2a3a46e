//! Undo for notes and floor: one key, one step.

use crate::messages::{CardLabel, FloorNow, UndoMessage, UndoneChange};
use crate::model::{Floor, Record};

use super::capture::Capture;
use super::drafts::capture_of;
use crate::app::desk::Desk;
use crate::app::floor::who;
use crate::app::notes::UndoneStep;
use crate::app::outcome::Outcome;

/// The result of an undo.
pub(in crate::app) enum Undone {
    /// A deleted draft is back in the bar.
    Draft(Box<Capture>),
    /// A change of notes or floor was undone, or there was none.
    Step(Outcome),
}

/// The direction in which to go through the steps.
#[derive(Clone, Copy)]
enum Way {
    Undo,
    Redo,
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
    Undone::Step(turn_back(desk, step, Way::Undo))
}

/// Returns whether the deletion of a draft is the last change.
pub(in crate::app) fn has_dropped_draft(desk: &Desk) -> bool {
    let last = desk.drafts.dropped.last();
    last.is_some_and(|(before, _)| *before >= desk.notebook.changes())
}

/// Returns what undo would do now.
pub(in crate::app) fn next_undo(desk: &Desk) -> CardLabel {
    if has_dropped_draft(desk) {
        return CardLabel::OpenDroppedDraft;
    }
    let Some((records, floor)) = desk.notebook.next_undo() else {
        return CardLabel::Undo {
            changes: Vec::new(),
        };
    };
    if records.is_empty() && floor.is_none() {
        return CardLabel::SkipChanged;
    }
    let mut changes = floor.map_or_else(Vec::new, |floor| floor_changes(desk, floor));
    changes.extend(records.into_iter().filter_map(|(before, after)| {
        let note = after.note()?;
        let number = desk.notebook.notes().number(&note.id).unwrap_or_default();
        Some(match before {
            None => UndoneChange::Delete(number),
            Some(_) if after.is_deleted() => UndoneChange::Restore(number),
            Some(_) => UndoneChange::ChangeBack(number),
        })
    }));
    CardLabel::Undo { changes }
}

/// Returns how the floor that undo would restore differs from the current one.
fn floor_changes(desk: &Desk, floor: &Floor) -> Vec<UndoneChange> {
    let now = floor_now(desk, &desk.proceedings.floor);
    let FloorNow {
        holder,
        limit,
        queue,
    } = floor_now(desk, floor);
    let changes = [
        (holder != now.holder).then_some(UndoneChange::Holder(holder)),
        (limit != now.limit).then_some(UndoneChange::Limit(limit)),
        (queue != now.queue).then_some(UndoneChange::Queue(queue)),
    ];
    changes.into_iter().flatten().collect()
}

/// Redoes the change that was undone last.
pub(in crate::app) fn redo(desk: &mut Desk) -> Outcome {
    let step = desk.notebook.redo();
    turn_back(desk, step, Way::Redo)
}

/// Sends the revisions and the floor of a step.
fn turn_back(desk: &mut Desk, step: Option<UndoneStep>, way: Way) -> Outcome {
    let Some((records, floor)) = step else {
        return Outcome::say(match way {
            Way::Undo => UndoMessage::NothingToUndo,
            Way::Redo => UndoMessage::NothingToRedo,
        });
    };
    if records.is_empty() && floor.is_none() {
        return Outcome::say(match way {
            Way::Undo => UndoMessage::CannotUndo,
            Way::Redo => UndoMessage::CannotRedo,
        });
    }
    let number = |record: &Record| desk.notebook.notes().number(&record.note()?.id);
    let notes = records.iter().filter_map(number).collect();
    // With the floor, its new state says more than the turn that ended or goes on.
    let turns = records.iter().filter_map(Record::turn);
    let turns = turns.filter(|_| floor.is_none());
    let turns = turns.map(|turn| who(&turn.speaker)).collect();
    let now = floor.as_ref().map(|floor| floor_now(desk, floor));
    let keeps = floor.is_some();
    if let Some(floor) = floor {
        desk.proceedings.floor = floor;
    }
    let outcome = desk.send(records, keeps);
    let said = match way {
        Way::Undo => UndoMessage::Undone {
            floor: now,
            turns,
            notes,
        },
        Way::Redo => UndoMessage::Redone {
            floor: now,
            turns,
            notes,
        },
    };
    desk.announce(outcome, said)
}

/// Returns the speaker, the limit and the queue for a message.
fn floor_now(desk: &Desk, floor: &Floor) -> FloorNow {
    let limit = floor.limit.unwrap_or(desk.proceedings.usual_limit);
    let holder = floor.speaking.as_ref();
    FloorNow {
        holder: holder.map(|speaking| who(&speaking.speaker)),
        limit: Some(limit).filter(|limit| *limit > 0),
        queue: floor.queue.iter().map(who).collect(),
    }
}
