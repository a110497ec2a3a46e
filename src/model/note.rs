//! Notes: what a rapporteur or delegate writes down.

use std::fmt;
use std::sync::Arc;

use jiff::ZonedDateTime;
use uuid::Uuid;

use super::{Anchor, Digest, EntryId};

/// The id of a note: never reused, the same in every revision. Cloning is cheap, since the text is
/// shared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(Arc<str>);

impl NoteId {
    /// Parses an id: 1 to 64 ASCII letters, digits and dashes.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let good = (1..=64).contains(&text.len()) && text.bytes().all(fits);
        good.then(|| Self(text.into()))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Uuid> for NoteId {
    fn from(uuid: Uuid) -> Self {
        Self(uuid.to_string().into())
    }
}

/// The author of notes: the name in a notes file and in its file name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Author(String);

impl Author {
    /// The author of a note that is in no file yet, and of a user without a name.
    const NOBODY: &str = "anonymous";

    /// The maximum length of a name in a file name, in characters.
    const LONGEST: usize = 40;

    /// Makes a name safe for a file name: letters and digits, with single dashes between words.
    ///
    /// `folded` must be in lower case and without accents. Other scripts are kept, so that two
    /// people never share a name. A name without a letter or digit becomes `anonymous`.
    pub fn from_folded(folded: &str) -> Self {
        let words = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let name = words.collect::<Vec<_>>().join("-");
        let name: String = name.chars().take(Self::LONGEST).collect();
        let name = name.trim_end_matches('-');
        if name.is_empty() {
            Self::default()
        } else {
            Self(name.to_owned())
        }
    }

    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Author {
    fn default() -> Self {
        Self(Self::NOBODY.to_owned())
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The speaker: an ISO code, a grouping or a name, as written in the notes file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker(pub String);

/// The kind of a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// A note without a special kind.
    #[default]
    Note,
    /// A delegation's position.
    Position,
    /// A proposal.
    Proposal,
    /// A practice that a speaker describes.
    Practice,
    /// A commitment.
    Commitment,
    /// A point of agreement.
    Agreement,
    /// A point of disagreement.
    Disagreement,
    /// A question from the floor.
    Question,
    /// A quote, word for word.
    Quote,
    /// An action to be taken.
    Action,
    /// A key message of the session, in the rapporteur's words.
    Message,
}

impl NoteKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Note,
        Self::Position,
        Self::Proposal,
        Self::Practice,
        Self::Commitment,
        Self::Agreement,
        Self::Disagreement,
        Self::Question,
        Self::Quote,
        Self::Action,
        Self::Message,
    ];

    /// Returns the word for the kind in notes files and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Position => "position",
            Self::Proposal => "proposal",
            Self::Practice => "practice",
            Self::Commitment => "commitment",
            Self::Agreement => "agreement",
            Self::Disagreement => "disagreement",
            Self::Question => "question",
            Self::Quote => "quote",
            Self::Action => "action",
            Self::Message => "message",
        }
    }

    /// Returns the kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the kind with this name in any case, or else the first that begins with it.
    pub fn beginning_with(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let mut kinds = Self::ALL.into_iter();
        Self::from_name(&name).or_else(|| kinds.find(|kind| kind.name().starts_with(&name)))
    }
}

/// One revision of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id, the same in every revision.
    pub id: NoteId,
    /// The number of the revision: 1 at first, and one more with each edit.
    pub rev: u32,
    /// When the note was first saved, to the second, with its UTC offset.
    pub at: ZonedDateTime,
    /// The kind.
    pub kind: NoteKind,
    /// The speaker.
    pub speaker: Option<Speaker>,
    /// The id of the guiding question that the note belongs to.
    pub question: Option<EntryId>,
    /// The paragraph or entry that the note is about.
    pub anchor: Option<Anchor>,
    /// The text.
    pub text: String,
    /// Whether this revision deletes the note.
    pub deleted: bool,
    /// Digests of the revisions that this one replaces; empty below the highest possible number.
    pub settles: Vec<Digest>,
    /// The author whose notes file holds it.
    pub author: Author,
}

impl Note {
    /// Returns the sort key of the revision: of two, the one with the greater key is shown. The
    /// last fields only break ties, so that every reader sees the same. A note that is in no file
    /// yet sorts before the same note in a file.
    pub(crate) fn precedence(&self) -> impl Ord + use<'_> {
        let author = (self.author != Author::default(), &self.author);
        (
            self.rev,
            !self.deleted,
            self.at.timestamp(),
            self.content(),
            author,
            &self.settles,
        )
    }

    /// Returns the digest of the content and of the settled revisions, the same for every author.
    pub fn digest(&self) -> Digest {
        let settles: Vec<_> = self.settles.iter().map(ToString::to_string).collect();
        let anchor = self.anchor.as_ref();
        let content = [
            Some(self.text.as_str()),
            Some(self.kind.name()),
            self.speaker.as_ref().map(|speaker| speaker.0.as_str()),
            self.question.as_ref().map(EntryId::as_str),
            anchor.map(|anchor| anchor.entry.as_str()),
            anchor.map(|anchor| anchor.quote.as_str()),
        ];
        let deleted = self.deleted.then_some("deleted");
        let settles = settles.iter().map(|settled| Some(settled.as_str()));
        Digest::of(content.into_iter().chain([deleted]).chain(settles))
    }

    /// Returns whether two revisions with the same number look the same to a reader: both deleted,
    /// or equal content.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.deleted == other.deleted && (self.deleted || self.content() == other.content())
    }

    fn content(&self) -> impl Ord + use<'_> {
        let Self {
            text,
            kind,
            speaker,
            question,
            anchor,
            ..
        } = self;
        (text, kind, speaker, question, anchor)
    }
}
