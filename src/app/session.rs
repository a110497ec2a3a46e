//! What a start takes over from the last one.

use crate::model::{Anchor, NoteId};

use super::event::NamedView;
use super::reader::View;

/// Text in the capture bar that is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The note that it edits; `None` for a new one.
    pub edits: Option<NoteId>,
    /// What a new note is about.
    pub anchor: Option<Anchor>,
    /// The text.
    pub text: String,
    /// Where the cursor is, in bytes of the text.
    pub cursor: usize,
}

/// Everything that is taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// What was on the screen.
    pub view: Option<View>,
    /// The marks.
    pub marks: Vec<NamedView>,
    /// The drafts: at most one for each note, and one for a new note.
    pub drafts: Vec<Draft>,
}
