//! The words about undo and redo.

use std::borrow::Cow;

use super::{limit, names};
use crate::messages::{FloorNow, UndoMessage, Who};

/// Returns the English text of a message.
pub(super) fn message(message: &UndoMessage) -> Cow<'static, str> {
    match message {
        UndoMessage::NothingToUndo => "nothing to undo".into(),
        UndoMessage::NothingToRedo => "nothing to redo".into(),
        UndoMessage::CannotUndo => "cannot undo: someone else has changed it since".into(),
        UndoMessage::CannotRedo => "cannot redo: someone else has changed it since".into(),
        UndoMessage::Undone {
            floor,
            turns,
            notes,
        } => format!("undone: {}", step(floor.as_ref(), turns, notes)).into(),
        UndoMessage::Redone {
            floor,
            turns,
            notes,
        } => format!("redone: {}", step(floor.as_ref(), turns, notes)).into(),
    }
}

/// Writes what a step has changed.
fn step(floor: Option<&FloorNow>, turns: &[Who], notes: &[usize]) -> String {
    let floor = floor.map(floor_now);
    let turns = turns
        .iter()
        .map(|speaker| format!("the turn of {}", speaker.name));
    let notes = notes.iter().map(|number| format!("#{number}"));
    let changed: Vec<_> = floor.into_iter().chain(turns).chain(notes).collect();
    changed.join(", ")
}

/// Writes who has the floor, the limit and the queue.
fn floor_now(floor: &FloorNow) -> String {
    let holder = floor.holder.as_ref();
    let holder = holder.map_or("no one", |speaker| speaker.name.as_str());
    let limit = limit(floor.limit);
    if floor.queue.is_empty() {
        format!("{holder} has the floor, {limit}")
    } else {
        let queue = names(&floor.queue);
        format!("{holder} has the floor, {limit}, queue: {queue}")
    }
}
