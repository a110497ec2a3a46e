//! The floor: who had it, from when to when.

use jiff::ZonedDateTime;

use super::{Author, Note, NoteId, Speaker};

/// One revision of a turn on the floor: somebody had it and has given it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its name, the same in every revision.
    pub id: NoteId,
    /// 1 when it is written, and one more with each correction.
    pub rev: u32,
    /// Who had the floor.
    pub speaker: Speaker,
    /// When they took it, to the second, with the offset of the place.
    pub from: ZonedDateTime,
    /// When they gave it back.
    pub to: ZonedDateTime,
    /// Whether this revision takes the turn away.
    pub deleted: bool,
    /// Whose notes file holds it.
    pub author: Author,
}

/// What a notes file holds: one block, saved as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A note.
    Note(Note),
    /// A turn on the floor.
    Turn(Turn),
}

impl Record {
    /// Its name, the same in every revision.
    pub const fn id(&self) -> &NoteId {
        match self {
            Self::Note(note) => &note.id,
            Self::Turn(turn) => &turn.id,
        }
    }

    /// The number of its revision, from 1.
    pub const fn rev(&self) -> u32 {
        match self {
            Self::Note(note) => note.rev,
            Self::Turn(turn) => turn.rev,
        }
    }

    /// Whose notes file holds it.
    pub const fn author(&self) -> &Author {
        match self {
            Self::Note(note) => &note.author,
            Self::Turn(turn) => &turn.author,
        }
    }

    /// Whether this revision takes it away.
    pub const fn is_deleted(&self) -> bool {
        match self {
            Self::Note(note) => note.deleted,
            Self::Turn(turn) => turn.deleted,
        }
    }

    /// The same as another revision, there or taken away.
    #[must_use]
    pub fn revised(mut self, to: u32, is_deleted: bool) -> Self {
        let (rev, deleted) = match &mut self {
            Self::Note(note) => (&mut note.rev, &mut note.deleted),
            Self::Turn(turn) => (&mut turn.rev, &mut turn.deleted),
        };
        (*rev, *deleted) = (to, is_deleted);
        self
    }

    /// The same, in the file of an author.
    #[must_use]
    pub fn by(mut self, by: &Author) -> Self {
        let author = match &mut self {
            Self::Note(note) => &mut note.author,
            Self::Turn(turn) => &mut turn.author,
        };
        author.clone_from(by);
        self
    }

    /// The note, if it is one.
    pub const fn note(&self) -> Option<&Note> {
        match self {
            Self::Note(note) => Some(note),
            Self::Turn(_) => None,
        }
    }
}

impl From<Note> for Record {
    fn from(note: Note) -> Self {
        Self::Note(note)
    }
}

impl From<Turn> for Record {
    fn from(turn: Turn) -> Self {
        Self::Turn(turn)
    }
}
