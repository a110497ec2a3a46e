//! Notes: what a rapporteur or delegate writes down.

use std::fmt;
use std::sync::Arc;

use jiff::ZonedDateTime;
use uuid::Uuid;

use super::{Anchor, Digest, EntryId};

/// The name of a note: never reused, the same in every revision. It is kept in many places, and
/// shared between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(Arc<str>);

impl NoteId {
    /// The id that `text` spells: letters, digits and dashes of ASCII, 1 to 64 of them.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let good = (1..=64).contains(&text.len()) && text.bytes().all(fits);
        good.then(|| Self(text.into()))
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Uuid> for NoteId {
    fn from(uuid: Uuid) -> Self {
        Self(uuid.to_string().into())
    }
}

/// Who writes notes: the name in a notes file and in its file name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Author(String);

impl Author {
    /// The author of a note that no file holds yet, and of one who gives no name.
    const NOBODY: &str = "anonymous";

    /// The most characters of a name that go into a file name.
    const LONGEST: usize = 40;

    /// A name made safe for a file name: letters and digits, with single dashes between words.
    ///
    /// `folded` is expected in small letters without accents; other scripts are kept, so that no
    /// two people become one. A name with no letter or digit at all is `anonymous`.
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

    /// The name.
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

/// Who spoke: an ISO code, a grouping, or a name, as written in the notes file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker(pub String);

/// What a note records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Anything.
    #[default]
    Note,
    /// Where a delegation stands.
    Position,
    /// What somebody proposes.
    Proposal,
    /// A practice from the room.
    Practice,
    /// What somebody commits to.
    Commitment,
    /// A point of agreement.
    Agreement,
    /// A point of disagreement.
    Disagreement,
    /// A question from the floor.
    Question,
    /// Somebody's very words.
    Quote,
    /// Something to be done.
    Action,
    /// A key message of the session, in the words of whoever reports.
    Message,
}

impl NoteKind {
    /// Every kind.
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

    /// The word for it, in notes files and on the screen.
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

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of that name in any case, or the first that begins so.
    pub fn beginning_with(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let mut kinds = Self::ALL.into_iter();
        Self::from_name(&name).or_else(|| kinds.find(|kind| kind.name().starts_with(&name)))
    }
}

/// One revision of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its name, the same in every revision.
    pub id: NoteId,
    /// 1 when it is written, and one more with each edit.
    pub rev: u32,
    /// When it was first saved, to the second, with the offset of the place.
    pub at: ZonedDateTime,
    /// What it records.
    pub kind: NoteKind,
    /// Who spoke.
    pub speaker: Option<Speaker>,
    /// The guiding question it belongs to.
    pub question: Option<EntryId>,
    /// What it is about.
    pub anchor: Option<Anchor>,
    /// Its words.
    pub text: String,
    /// Whether this revision takes the note away.
    pub deleted: bool,
    /// The revisions with the same number that it replaces, where there is no higher number.
    pub settles: Vec<Digest>,
    /// Whose notes file holds it.
    pub author: Author,
}

impl Note {
    /// Which of two revisions of one note is shown: the greater. The tail only breaks ties, so that
    /// everybody sees the same; a note that no file holds yet comes behind the same note in a file.
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

    /// A number for what it says and settles, whoever has it in a file.
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

    /// Whether two revisions with one number are one in all that a reader sees of them: that they
    /// are taken away, or their content.
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
