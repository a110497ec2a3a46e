//! The tables of a notes file, and their conversion.
//!
//! Unknown keys are ignored, so that a file of a later version is read as far as possible.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Error, ZonedDateTime};
use serde::Deserialize;
use toml::value::{self, Datetime};

use crate::model::{Anchor, Author, Digest, EntryId, Note, NoteId, NoteKind, Speaker, Turn};

/// The table `[notes]`.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct WireHeader {
    pub(super) author: Option<String>,
    pub(super) name: Option<String>,
    pub(super) device: Option<String>,
}

/// A table `[[note]]`.
#[derive(Debug, Deserialize)]
pub(super) struct WireNote {
    id: String,
    #[serde(default = "first")]
    rev: u32,
    at: Datetime,
    kind: Option<String>,
    speaker: Option<String>,
    question: Option<String>,
    entry: Option<String>,
    quote: Option<String>,
    #[serde(default)]
    deleted: bool,
    #[serde(default)]
    settles: Vec<String>,
    /// Required: a block without it is incomplete.
    text: String,
}

/// A table `[[floor]]`.
#[derive(Debug, Deserialize)]
pub(super) struct WireTurn {
    id: String,
    #[serde(default = "first")]
    rev: u32,
    speaker: String,
    from: Datetime,
    #[serde(default)]
    deleted: bool,
    #[serde(default)]
    settles: Vec<String>,
    /// Required: a block without it is incomplete.
    to: Datetime,
}

impl WireTurn {
    /// Converts the table into a turn whose author is not known yet.
    ///
    /// # Errors
    /// Returns the reason why it is not a turn.
    pub(super) fn into_turn(self) -> Result<Turn, String> {
        Ok(Turn {
            id: id_of(&self.id)?,
            rev: self.rev,
            speaker: Speaker(self.speaker),
            from: moment(self.from)?,
            to: moment(self.to)?,
            deleted: self.deleted,
            settles: digests(self.rev, &self.settles),
            author: Author::from_folded(""),
        })
    }
}

/// Returns the digests of the revisions that a revision settles: none, unless it has the highest
/// possible number.
fn digests(rev: u32, settles: &[String]) -> Vec<Digest> {
    let settles = settles.iter().filter(|_| rev == u32::MAX);
    settles.filter_map(|text| Digest::from_hex(text)).collect()
}

fn id_of(text: &str) -> Result<NoteId, String> {
    NoteId::new(text).ok_or_else(|| format!("not a valid id: {text:?}"))
}

fn moment(at: Datetime) -> Result<ZonedDateTime, String> {
    zoned(at)
        .map_err(|error| error.to_string())?
        .ok_or_else(|| format!("not a date and time with a UTC offset: {at}"))
}

const fn first() -> u32 {
    1
}

impl WireNote {
    /// Converts the table into a note whose author is not known yet, with the parts that were left
    /// out.
    ///
    /// # Errors
    /// Returns the reason why it is not a note.
    pub(super) fn into_note(self) -> Result<(Note, Vec<String>), String> {
        let (id, at) = (id_of(&self.id)?, moment(self.at)?);
        let mut left_out = Vec::new();
        let mut entry_id = |text: Option<String>| {
            let text = text?;
            let id = EntryId::new(&text);
            if id.is_none() {
                left_out.push(format!(
                    "the note is kept without {text:?}, which is not a valid id"
                ));
            }
            id
        };
        let question = entry_id(self.question);
        let entry = entry_id(self.entry);
        let kind = self.kind.as_deref();
        let kind = kind
            .map_or(Some(NoteKind::Note), NoteKind::from_name)
            .unwrap_or_else(|| {
                let known = NoteKind::ALL.map(NoteKind::name).join(", ");
                let kind = kind.unwrap_or_default();
                left_out.push(format!(
                    "unknown kind {kind:?}, read as a note; known: {known}"
                ));
                NoteKind::Note
            });
        let quote = self.quote.unwrap_or_default();
        if entry.is_none() && !quote.is_empty() {
            left_out.push("the note is kept without its quote, which has no entry".to_owned());
        }
        let note = Note {
            id,
            rev: self.rev,
            at,
            kind,
            speaker: self.speaker.map(Speaker),
            question,
            anchor: entry.map(|entry| Anchor { entry, quote }),
            text: self.text,
            deleted: self.deleted,
            settles: digests(self.rev, &self.settles),
            author: Author::from_folded(""),
        };
        Ok((note, left_out))
    }
}

/// Returns the time with its UTC offset; `None` if the date, the time or the offset is missing.
fn zoned(at: Datetime) -> Result<Option<ZonedDateTime>, Error> {
    let (Some(date), Some(time), Some(offset)) = (at.date, at.time, at.offset) else {
        return Ok(None);
    };
    let civil = DateTime::new(
        i16::try_from(date.year).unwrap_or(i16::MAX),
        i8::try_from(date.month).unwrap_or(i8::MAX),
        i8::try_from(date.day).unwrap_or(i8::MAX),
        i8::try_from(time.hour).unwrap_or(i8::MAX),
        i8::try_from(time.minute).unwrap_or(i8::MAX),
        i8::try_from(time.second.unwrap_or_default().min(59)).unwrap_or(i8::MAX),
        0,
    )?;
    let minutes = match offset {
        value::Offset::Z => 0,
        value::Offset::Custom { minutes } => minutes,
    };
    let zone = TimeZone::fixed(Offset::from_seconds(i32::from(minutes) * 60)?);
    Ok(Some(civil.to_zoned_datetime(zone)?))
}
