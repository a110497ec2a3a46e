//! The file format of a session.

use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};

use crate::model::{
    Anchor, Author, Draft, EntryId, Floor, NoteId, Record, Session, Speaker, Speaking, View,
    ViewPlace,
};
use crate::store::notes_file::{block, header, parse};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct WireSession {
    question: Option<String>,
    search: Vec<String>,
    /// The pending revisions of further authors, one text for each, formatted as `pending` is.
    pending_of_others: Vec<String>,
    top: Option<WirePlace>,
    selected: Option<WirePlace>,
    mark: Vec<WireMark>,
    draft: Vec<WireDraft>,
    dropped: Vec<WireDraft>,
    /// The pending revisions, formatted as a notes file.
    pending: String,
    floor: WireFloor,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WireFloor {
    speaker: Option<String>,
    since: Option<String>,
    clock_from: Option<String>,
    queue: Vec<String>,
    /// The limit that older versions wrote, even if it was the usual one.
    #[serde(skip_serializing)]
    limit: Option<u32>,
    speaking_limit: Option<u32>,
}

impl From<&Floor> for WireFloor {
    fn from(floor: &Floor) -> Self {
        let speaking = floor.speaking.as_ref();
        Self {
            speaker: speaking.map(|speaking| speaking.speaker.0.clone()),
            since: speaking.map(|speaking| speaking.since.to_string()),
            clock_from: speaking.map(|speaking| speaking.clock_from.to_string()),
            queue: floor
                .queue
                .iter()
                .map(|speaker| speaker.0.clone())
                .collect(),
            limit: None,
            speaking_limit: floor.limit,
        }
    }
}

impl From<WireFloor> for Floor {
    fn from(wire: WireFloor) -> Self {
        /// The usual limit of older versions, in seconds.
        const USUAL_BEFORE: u32 = 180;
        let chosen_before = wire.limit.filter(|limit| *limit != USUAL_BEFORE);
        let time = |text: Option<String>| text.and_then(|text| text.parse().ok());
        let (since, clock_from) = (time(wire.since), time(wire.clock_from));
        let speaking = wire.speaker.zip(since).map(|(speaker, since)| Speaking {
            speaker: Speaker(speaker),
            clock_from: clock_from.unwrap_or_else(|| ZonedDateTime::clone(&since)),
            since,
        });
        Self {
            speaking,
            queue: wire.queue.into_iter().map(Speaker).collect(),
            limit: wire.speaking_limit.or(chosen_before),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct WirePlace {
    entry: String,
    paragraph: Option<usize>,
    #[serde(default)]
    below: usize,
    offset: usize,
}

#[derive(Serialize, Deserialize)]
struct WireMark {
    letter: char,
    top: WirePlace,
    selected: WirePlace,
}

#[derive(Serialize, Deserialize)]
struct WireDraft {
    id: Option<String>,
    edits: Option<String>,
    #[serde(default)]
    rev: u32,
    entry: Option<String>,
    quote: Option<String>,
    speaker: Option<String>,
    question: Option<String>,
    cursor: usize,
    text: String,
}

impl From<&Session> for WireSession {
    fn from(session: &Session) -> Self {
        let mark = |(letter, view): &(char, View)| WireMark {
            letter: *letter,
            top: WirePlace::from(&view.top),
            selected: WirePlace::from(&view.selected),
        };
        let mut pending = pending_texts(&session.pending).into_iter();
        Self {
            top: session.view.as_ref().map(|view| WirePlace::from(&view.top)),
            selected: session
                .view
                .as_ref()
                .map(|view| WirePlace::from(&view.selected)),
            search: session.searches.clone(),
            mark: session.marks.iter().map(mark).collect(),
            draft: session.drafts.iter().map(WireDraft::from).collect(),
            dropped: session.dropped.iter().map(WireDraft::from).collect(),
            pending: pending.next().unwrap_or_default(),
            pending_of_others: pending.collect(),
            question: session.question.as_ref().map(ToString::to_string),
            floor: WireFloor::from(&session.floor),
        }
    }
}

impl From<WireSession> for Session {
    fn from(wire: WireSession) -> Self {
        let marks = wire
            .mark
            .into_iter()
            .filter_map(|mark| Some((mark.letter, view(Some(mark.top), Some(mark.selected))?)));
        let pending = [wire.pending].into_iter().chain(wire.pending_of_others);
        let pending = pending.flat_map(|text| parse(text.as_bytes(), "").records);
        Self {
            view: view(wire.top, wire.selected),
            marks: marks.collect(),
            drafts: wire.draft.into_iter().map(Draft::from).collect(),
            dropped: wire.dropped.into_iter().map(Draft::from).collect(),
            pending: pending.collect(),
            searches: wire.search,
            floor: Floor::from(wire.floor),
            question: wire.question.as_deref().and_then(EntryId::new),
        }
    }
}

/// Formats revisions as notes files do, one text for each author. The screen of another author
/// keeps them as well, but must not attribute them to its own author.
fn pending_texts(records: &[Record]) -> Vec<String> {
    let mut texts: Vec<(&Author, String)> = Vec::new();
    for record in records {
        let at = texts
            .iter()
            .position(|(author, _)| *author == record.author());
        let at = at.unwrap_or_else(|| {
            texts.push((record.author(), header(record.author(), "")));
            texts.len() - 1
        });
        if let Some((_, text)) = texts.get_mut(at) {
            text.push_str(&block(record));
        }
    }
    texts.into_iter().map(|(_, text)| text).collect()
}

fn view(top: Option<WirePlace>, selected: Option<WirePlace>) -> Option<View> {
    Some(View {
        top: top?.place()?,
        selected: selected?.place()?,
    })
}

impl WirePlace {
    fn place(self) -> Option<ViewPlace> {
        let Self {
            entry,
            paragraph,
            below,
            offset,
        } = self;
        Some(ViewPlace {
            entry: EntryId::new(&entry)?,
            paragraph,
            below,
            offset,
        })
    }
}

impl From<&ViewPlace> for WirePlace {
    fn from(place: &ViewPlace) -> Self {
        let ViewPlace {
            entry,
            paragraph,
            below,
            offset,
        } = place;
        Self {
            entry: entry.to_string(),
            paragraph: *paragraph,
            below: *below,
            offset: *offset,
        }
    }
}

impl From<&Draft> for WireDraft {
    fn from(draft: &Draft) -> Self {
        let anchor = draft.anchor.as_ref();
        Self {
            id: draft.id.as_ref().map(|id| id.as_str().to_owned()),
            edits: draft.edits.as_ref().map(|id| id.as_str().to_owned()),
            rev: draft.rev,
            speaker: draft.speaker.as_ref().map(|speaker| speaker.0.clone()),
            question: draft.question.as_ref().map(ToString::to_string),
            entry: anchor.map(|anchor| anchor.entry.to_string()),
            quote: anchor.map(|anchor| anchor.quote.clone()),
            cursor: draft.cursor,
            text: draft.text.clone(),
        }
    }
}

impl From<WireDraft> for Draft {
    fn from(wire: WireDraft) -> Self {
        let entry = wire.entry.as_deref().and_then(EntryId::new);
        let quote = wire.quote.unwrap_or_default();
        Self {
            id: wire.id.as_deref().and_then(NoteId::new),
            edits: wire.edits.as_deref().and_then(NoteId::new),
            rev: wire.rev,
            speaker: wire.speaker.map(Speaker),
            question: wire.question.as_deref().and_then(EntryId::new),
            anchor: entry.map(|entry| Anchor { entry, quote }),
            text: wire.text,
            cursor: wire.cursor,
        }
    }
}
