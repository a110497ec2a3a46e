//! The lines that commands print.

use jiff::civil::{Time, time};

use super::samples::samples;
use super::{CountryStanding, GapMessage, Who};

/// A line or part of a line that a command prints: a result, a warning, or the reason for exit
/// status 1. Names of files are paths as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandMessage {
    /// There is no state folder.
    NoStateFolder {
        /// The reason.
        why: String,
    },
    /// The configuration has several mistakes.
    SeveralMistakes {
        /// Their number, at least 2.
        count: usize,
        /// The first one, with its place.
        first: String,
    },
    /// `keys`: the configuration changed the keys.
    ChangedKeys,
    /// A notes file beside a link to the briefing is not read.
    NotesBesideLink {
        /// The notes file.
        file: String,
        /// The path to move it to.
        moved: String,
    },
    /// `check`: the briefing has no mistake that prevents opening it.
    Ready {
        /// The briefing.
        briefing: String,
        /// The number of entries.
        entries: usize,
        /// The number of paragraphs.
        paragraphs: usize,
    },
    /// `country`: the paper does not name the country.
    NotInPaper {
        /// The country.
        country: Who,
        /// What the paper has instead: groupings or uncertain mentions.
        instead: Option<CountryStanding>,
    },
    /// `country`: the paper names no country at all.
    NoCountries,
    /// `find`: a hit lacks some words of the query.
    WithoutWords {
        /// The words.
        words: Vec<String>,
    },
    /// `find`: there are more hits than shown.
    SomeHits {
        /// The number of hits shown.
        shown: usize,
        /// The number of all hits.
        total: usize,
        /// Whether `--limit` can show more.
        can_show_more: bool,
    },
    /// `find`: no hits.
    NoHits {
        /// The query.
        words: String,
        /// A similar query that has hits.
        did_you_mean: Option<String>,
    },
    /// `forget`: this machine has nothing to forget.
    NothingHeld {
        /// The briefing.
        briefing: String,
    },
    /// `forget`: the heading of the list of what this machine keeps.
    Held {
        /// The briefing.
        briefing: String,
        /// The state folder.
        folder: String,
    },
    /// `forget`: a size.
    Size {
        /// The number of bytes.
        bytes: u64,
    },
    /// `forget`: notes or turns are in no notes file.
    OnlyHere {
        /// How many there are, in words, such as "2 notes".
        records: String,
    },
    /// `forget`: drafts were not saved.
    DraftsOnlyHere {
        /// The number of drafts.
        count: usize,
    },
    /// `forget`: a file cannot be read.
    PerhapsOnlyHere {
        /// The file.
        file: String,
    },
    /// `forget`: nothing would be lost.
    NothingOnlyHere,
    /// `forget` without `--yes`: nothing was deleted.
    NothingDeleted {
        /// Whether some notes or drafts are nowhere else.
        has_unsaved: bool,
    },
    /// `forget --yes`: everything was deleted.
    Deleted {
        /// The number of bytes.
        bytes: u64,
    },
    /// `note`: a note was saved, but not as it should be.
    SavedOnly {
        /// Where it was saved, in words.
        how: String,
    },
    /// `note`: a note was saved.
    Saved {
        /// The number of the note.
        number: usize,
        /// The time of the note.
        at: Time,
        /// The signs that were not understood.
        unknown: Vec<String>,
    },
    /// `note`: there was no text.
    NothingToSave,
    /// `notes`: there are no notes.
    NoNotes,
    /// `notes`: the origin of a note that is not the user's own.
    Origin {
        /// The author.
        author: String,
        /// The notes file, if the author is uncertain.
        file: Option<String>,
    },
    /// `report`: the report was written to a file.
    Written {
        /// The file.
        file: String,
    },
    /// `report`: something is missing.
    Missing {
        /// The gap.
        gap: GapMessage,
        /// The numbers of the first notes that have this gap; empty if the gap is not about notes.
        notes: Vec<usize>,
        /// The number of further notes that have this gap.
        more: usize,
    },
    /// `report --final`: some notes are damaged, or on this machine only.
    NotFinal,
}

samples!(CommandMessage: "a line that a command prints" {
    NoStateFolder { why: "no state folder".to_owned() },
    SeveralMistakes { count: 3, first: "config.toml:2: the theme is unknown".to_owned() },
    ChangedKeys {},
    NotesBesideLink {
        file: "link.notes.ana.toml".to_owned(),
        moved: "papers/briefing.notes.ana.toml".to_owned(),
    },
    Ready { briefing: "briefing.toml".to_owned(), entries: 1, paragraphs: 1 }
        { briefing: "briefing.toml".to_owned(), entries: 96, paragraphs: 207 },
    NotInPaper { country: Who::sample(), instead: None }
        { country: Who::sample(), instead: Some(CountryStanding::OnlyMember { groupings: vec!["ECOWAS".to_owned()] }) },
    NoCountries {},
    WithoutWords { words: vec!["ferry".to_owned(), "toll".to_owned()] },
    SomeHits { shown: 20, total: 31, can_show_more: true }
        { shown: 1000, total: 1031, can_show_more: false },
    NoHits { words: "fery".to_owned(), did_you_mean: None }
        { words: "fery".to_owned(), did_you_mean: Some("ferry".to_owned()) },
    NothingHeld { briefing: "briefing.toml".to_owned() },
    Held {
        briefing: "briefing.toml".to_owned(),
        folder: "/home/ana/.local/state/roundtable".to_owned(),
    },
    Size { bytes: 999 } { bytes: 12_000 } { bytes: 3_000_000 },
    OnlyHere { records: "2 notes".to_owned() },
    DraftsOnlyHere { count: 1 } { count: 2 },
    PerhapsOnlyHere { file: "briefing.journal".to_owned() },
    NothingOnlyHere {},
    NothingDeleted { has_unsaved: false } { has_unsaved: true },
    Deleted { bytes: 12_000 },
    SavedOnly { how: "beside the briefing only".to_owned() },
    Saved { number: 14, at: time(10, 5, 0, 0), unknown: Vec::new() }
        { number: 14, at: time(10, 5, 0, 0), unknown: vec!["q9".to_owned(), "+foo".to_owned()] },
    NothingToSave {},
    NoNotes {},
    Origin { author: "ana".to_owned(), file: None }
        { author: "ana".to_owned(), file: Some("briefing.notes.ana.toml".to_owned()) },
    Written { file: "report.docx".to_owned() },
    Missing { gap: GapMessage::NoKeyMessage, notes: Vec::new(), more: 0 }
        { gap: GapMessage::NoteWithoutSpeaker, notes: vec![25, 46], more: 0 }
        { gap: GapMessage::NoteWithoutSpeaker, notes: vec![25, 46], more: 3 },
    NotFinal {},
});
