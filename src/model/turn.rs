//! The floor: who had it, from when to when.

use std::collections::BTreeMap;

use jiff::{Timestamp, ZonedDateTime};

use super::{Author, Digest, Note, NoteId, Speaker};

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
    /// The revisions with the same number that it replaces, where there is no higher number.
    pub settles: Vec<Digest>,
    /// Whose notes file holds it.
    pub author: Author,
}

impl Turn {
    /// Who had the floor, from when to when.
    pub fn span(&self) -> (&Speaker, Timestamp, Timestamp) {
        (&self.speaker, self.from.timestamp(), self.to.timestamp())
    }
}

impl Turn {
    /// A number for what it says and settles, whoever has it in a file.
    pub fn digest(&self) -> Digest {
        let [from, to] = [&self.from, &self.to].map(|at| at.timestamp().to_string());
        let settles: Vec<_> = self.settles.iter().map(ToString::to_string).collect();
        let content = [self.speaker.0.as_str(), &from, &to].map(Some);
        let deleted = self.deleted.then_some("deleted");
        let settles = settles.iter().map(|settled| Some(settled.as_str()));
        Digest::of(content.into_iter().chain([deleted]).chain(settles))
    }
}

/// How often somebody has spoken, and how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// How many turns they had.
    pub turns: usize,
    /// How long these were together, in seconds.
    pub seconds: i64,
}

/// How often and how long each speaker has spoken. Turns of one speaker that overlap are one:
/// several people keep the log of one floor.
pub fn spoken<'a>(
    spans: impl IntoIterator<Item = (&'a Speaker, Timestamp, Timestamp)>,
) -> BTreeMap<&'a Speaker, Spoken> {
    let mut spans: Vec<_> = spans.into_iter().collect();
    spans.sort_by_key(|(_, from, _)| *from);
    let mut ends: BTreeMap<&Speaker, Timestamp> = BTreeMap::new();
    let mut all: BTreeMap<&Speaker, Spoken> = BTreeMap::new();
    for (speaker, from, to) in spans {
        let spoken = all.entry(speaker).or_default();
        let end = ends.entry(speaker).or_insert(from);
        if from >= *end {
            spoken.turns += 1;
        }
        let counted = from.max(*end);
        spoken.seconds += (to.as_second() - counted.as_second()).max(0);
        *end = to.max(*end);
    }
    all
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

    /// When a note was first saved, or a turn began.
    pub const fn at(&self) -> &ZonedDateTime {
        match self {
            Self::Note(note) => &note.at,
            Self::Turn(turn) => &turn.from,
        }
    }

    /// A number for what it says and settles, whoever has it in a file.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Note(note) => note.digest(),
            Self::Turn(turn) => turn.digest(),
        }
    }

    /// The revisions with the same number that it replaces.
    pub fn settles(&self) -> &[Digest] {
        match self {
            Self::Note(note) => &note.settles,
            Self::Turn(turn) => &turn.settles,
        }
    }

    /// The same, in place of other revisions with its number.
    #[must_use]
    pub fn settling(mut self, digests: Vec<Digest>) -> Self {
        let settles = match &mut self {
            Self::Note(note) => &mut note.settles,
            Self::Turn(turn) => &mut turn.settles,
        };
        *settles = digests;
        self
    }

    /// The same as another revision, there or taken away. It settles nothing yet.
    #[must_use]
    pub fn revised(mut self, to: u32, is_deleted: bool) -> Self {
        let (rev, deleted) = match &mut self {
            Self::Note(note) => (&mut note.rev, &mut note.deleted),
            Self::Turn(turn) => (&mut turn.rev, &mut turn.deleted),
        };
        (*rev, *deleted) = (to, is_deleted);
        self.settling(Vec::new())
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

    /// The turn, if it is one.
    pub const fn turn(&self) -> Option<&Turn> {
        match self {
            Self::Turn(turn) => Some(turn),
            Self::Note(_) => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_that_overlap_are_one() {
        let [mali, france] = ["ML", "FR"].map(|name| Speaker(name.to_owned()));
        let at = |second| Timestamp::from_second(second).unwrap();
        let spans = [
            (&mali, at(60), at(120)),
            (&france, at(60), at(61)),
            // The same turn in another log, then one of its own, and one within another.
            (&mali, at(65), at(130)),
            (&mali, at(130), at(140)),
            (&mali, at(132), at(135)),
            // The clock was put back.
            (&france, at(200), at(190)),
        ];
        let spoken = spoken(spans);
        let [of_mali, of_france] = [&mali, &france].map(|speaker| spoken[speaker]);
        assert_eq!((of_mali.turns, of_mali.seconds), (2, 80));
        assert_eq!((of_france.turns, of_france.seconds), (2, 1));
    }
}
