//! Taking notes: the capture bar, drafts, undo, and what is done to a note.

mod capture;
mod clipboard;
mod commands;
mod completion;
mod drafts;
mod editor;
mod history;
mod near;
mod save;
mod undo;

pub use capture::Capture;
pub(super) use capture::{edit, known, open};
pub(super) use commands::{confirm, copy_note, copy_paragraph, delete_note, key_message, mark};
pub use completion::Completion;
pub(super) use drafts::{draft_of, drop_draft, forget_saved, keep_draft};
pub(super) use editor::{open_editor, take_edited};
pub use history::{HISTORY_INDENT, History};
pub(super) use undo::{Undone, has_dropped_draft, next_undo, redo, undo};
