//! Messages about undo and redo.

use crate::messages::Who;
use crate::messages::samples::samples;

/// The floor after an undone or redone step has changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FloorNow {
    /// The speaker who has the floor.
    pub holder: Option<Who>,
    /// The limit of a turn in seconds; `None` for no limit.
    pub limit: Option<u32>,
    /// The speakers in the queue.
    pub queue: Vec<Who>,
}

/// A message about undo and redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoMessage {
    /// There is no step to undo.
    NothingToUndo,
    /// There is no step to redo.
    NothingToRedo,
    /// Another author has changed the record since, so it stays as it is.
    CannotUndo,
    /// Another author has changed the record since, so it stays as it is.
    CannotRedo,
    /// A step is undone.
    Undone {
        /// The floor, if the step changed it.
        floor: Option<FloorNow>,
        /// The speakers of the changed turns.
        turns: Vec<Who>,
        /// The numbers of the changed notes.
        notes: Vec<usize>,
    },
    /// A step is redone.
    Redone {
        /// The floor, if the step changed it.
        floor: Option<FloorNow>,
        /// The speakers of the changed turns.
        turns: Vec<Who>,
        /// The numbers of the changed notes.
        notes: Vec<usize>,
    },
}

impl FloorNow {
    /// Returns an example for translators.
    fn sample(holder: Option<Who>, limit: Option<u32>, queue: Vec<Who>) -> Self {
        Self {
            holder,
            limit,
            queue,
        }
    }
}

samples!(UndoMessage: "the status line, about undo" {
    NothingToUndo {},
    NothingToRedo {},
    CannotUndo {},
    CannotRedo {},
    Undone { floor: None, turns: Vec::new(), notes: vec![12] }
        {
            floor: Some(FloorNow::sample(None, None, Vec::new())),
            turns: Vec::new(),
            notes: Vec::new()
        }
        {
            floor: Some(FloorNow::sample(Some(Who::sample()), Some(180), vec![Who::sample()])),
            turns: Vec::new(),
            notes: vec![12, 13]
        },
    Redone { floor: None, turns: Vec::new(), notes: vec![12] }
        { floor: None, turns: vec![Who::sample()], notes: Vec::new() },
});
