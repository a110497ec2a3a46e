//! The log of the floor.

use std::collections::BTreeMap;

use jiff::{Timestamp, ZonedDateTime};

use super::{Author, Digest, Note, NoteId, Speaker};

/// One revision of a completed turn on the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The id, the same in every revision.
    pub id: NoteId,
    /// The number of the revision: 1 at first, and one more with each correction.
    pub rev: u32,
    /// The speaker.
    pub speaker: Speaker,
    /// When the turn began, to the second, with its UTC offset.
    pub from: ZonedDateTime,
    /// When the turn ended.
    pub to: ZonedDateTime,
    /// Whether this revision deletes the turn.
    pub deleted: bool,
    /// Digests of the revisions that this one replaces; empty below the highest possible number.
    pub settles: Vec<Digest>,
    /// The author whose notes file holds it.
    pub author: Author,
}

impl Turn {
    /// Returns the speaker, the start and the end.
    pub fn span(&self) -> (&Speaker, Timestamp, Timestamp) {
        (&self.speaker, self.from.timestamp(), self.to.timestamp())
    }
}

impl Turn {
    /// Returns the digest of the content and of the settled revisions, the same for every author.
    pub fn digest(&self) -> Digest {
        let [from, to] = [&self.from, &self.to].map(|at| at.timestamp().to_string());
        let settles: Vec<_> = self.settles.iter().map(ToString::to_string).collect();
        let content = [self.speaker.0.as_str(), &from, &to].map(Some);
        let deleted = self.deleted.then_some("deleted");
        let settles = settles.iter().map(|settled| Some(settled.as_str()));
        Digest::of(content.into_iter().chain([deleted]).chain(settles))
    }
}

/// The number and total length of a speaker's turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The number of turns.
    pub turns: usize,
    /// Their total length, in seconds.
    pub seconds: i64,
}

/// Counts the turns of each speaker. Overlapping turns of one speaker count as one, since several
/// people log the same floor.
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

/// A block of a notes file, saved as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A note.
    Note(Note),
    /// A turn on the floor.
    Turn(Turn),
}

impl Record {
    /// Returns the id, the same in every revision.
    pub const fn id(&self) -> &NoteId {
        match self {
            Self::Note(note) => &note.id,
            Self::Turn(turn) => &turn.id,
        }
    }

    /// Returns the number of the revision, from 1.
    pub const fn rev(&self) -> u32 {
        match self {
            Self::Note(note) => note.rev,
            Self::Turn(turn) => turn.rev,
        }
    }

    /// Returns the author whose notes file holds it.
    pub const fn author(&self) -> &Author {
        match self {
            Self::Note(note) => &note.author,
            Self::Turn(turn) => &turn.author,
        }
    }

    /// Returns whether this revision deletes the note or turn.
    pub const fn is_deleted(&self) -> bool {
        match self {
            Self::Note(note) => note.deleted,
            Self::Turn(turn) => turn.deleted,
        }
    }

    /// Returns when a note was first saved, or a turn began.
    pub const fn at(&self) -> &ZonedDateTime {
        match self {
            Self::Note(note) => &note.at,
            Self::Turn(turn) => &turn.from,
        }
    }

    /// Returns the digest of the content and of the settled revisions, the same for every author.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Note(note) => note.digest(),
            Self::Turn(turn) => turn.digest(),
        }
    }

    /// Returns the digests of the revisions with the same number that it replaces.
    pub fn settles(&self) -> &[Digest] {
        match self {
            Self::Note(note) => &note.settles,
            Self::Turn(turn) => &turn.settles,
        }
    }

    /// Returns the record with the digests of the revisions it replaces.
    #[must_use]
    pub fn settling(mut self, digests: Vec<Digest>) -> Self {
        let settles = match &mut self {
            Self::Note(note) => &mut note.settles,
            Self::Turn(turn) => &mut turn.settles,
        };
        *settles = digests;
        self
    }

    /// Returns the record as revision `to`, deleted or not. It settles nothing yet.
    #[must_use]
    pub fn revised(mut self, to: u32, is_deleted: bool) -> Self {
        let (rev, deleted) = match &mut self {
            Self::Note(note) => (&mut note.rev, &mut note.deleted),
            Self::Turn(turn) => (&mut turn.rev, &mut turn.deleted),
        };
        (*rev, *deleted) = (to, is_deleted);
        self.settling(Vec::new())
    }

    /// Returns the record with this author.
    #[must_use]
    pub fn by(mut self, by: &Author) -> Self {
        let author = match &mut self {
            Self::Note(note) => &mut note.author,
            Self::Turn(turn) => &mut turn.author,
        };
        author.clone_from(by);
        self
    }

    /// Returns the note, if the record is one.
    pub const fn note(&self) -> Option<&Note> {
        match self {
            Self::Note(note) => Some(note),
            Self::Turn(_) => None,
        }
    }

    /// Returns the turn, if the record is one.
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
    fn overlapping_turns_count_as_one() {
        let [mali, france] = ["ML", "FR"].map(|name| Speaker(name.to_owned()));
        let at = |second| Timestamp::from_second(second).unwrap();
        let spans = [
            (&mali, at(60), at(120)),
            (&france, at(60), at(61)),
            // The same turn in another log, then a separate one, and one inside another.
            (&mali, at(65), at(130)),
            (&mali, at(130), at(140)),
            (&mali, at(132), at(135)),
            // The clock was set back.
            (&france, at(200), at(190)),
        ];
        let spoken = spoken(spans);
        let [of_mali, of_france] = [&mali, &france].map(|speaker| spoken[speaker]);
        assert_eq!((of_mali.turns, of_mali.seconds), (2, 80));
        assert_eq!((of_france.turns, of_france.seconds), (2, 1));
    }
}
