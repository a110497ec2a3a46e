//! Messages about drafts.

use crate::messages::Who;
use crate::messages::samples::samples;

/// A message about drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftMessage {
    /// The program has started with a draft from the last run.
    Waits,
    /// The disk has not confirmed the draft yet.
    Keeping,
    /// The draft is in a file.
    Kept {
        /// Whether the draft edits a note.
        is_edit: bool,
    },
    /// The draft is not in a file.
    NotKept {
        /// Whether the draft edits a note.
        is_edit: bool,
    },
    /// The draft is deleted.
    Deleted,
    /// A draft can be continued in the empty capture bar.
    CanContinue {
        /// The speaker who had the floor when the draft was begun.
        speaker: Option<Who>,
    },
    /// Drafts of new notes and edits can be continued.
    ContinueThem,
}

samples!(DraftMessage: "the status line, about drafts" {
    Waits {},
    Keeping {},
    Kept { is_edit: false } { is_edit: true },
    NotKept { is_edit: false } { is_edit: true },
    Deleted {},
    CanContinue { speaker: None } { speaker: Some(Who::sample()) },
    ContinueThem {},
});
