//! The words for a search result, shared by screen and shell.

use std::borrow::Cow;

use super::versions::not_found;
use crate::model::{Briefing, Entry, Note, NoteKind, Notes, Paragraph, Placed};
use crate::search::Target;

/// The subject of a search result.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A paragraph of an entry.
    Paragraph(&'a Entry, &'a Paragraph),
    /// A note with its number and the briefing it is about.
    Note(usize, &'a Note, &'a Briefing),
}

impl<'a> Subject<'a> {
    /// Returns the subject of a hit; `None` if it no longer exists.
    pub fn of(target: &Target, briefing: &'a Briefing, notes: &'a Notes) -> Option<Self> {
        match target {
            Target::Paragraph(at) => {
                let paragraph = briefing.paragraphs().get(*at)?;
                Some(Self::Paragraph(briefing.entry_of(*at)?, paragraph))
            }
            Target::Note(id) => Some(Self::Note(notes.number(id)?, notes.get(id)?, briefing)),
        }
    }

    /// Returns the text that was found.
    pub fn text(self) -> &'a str {
        match self {
            Self::Paragraph(_, paragraph) => paragraph.text(),
            Self::Note(_, note, _) => &note.text,
        }
    }

    /// Returns the place: `¶41 context §3.3`, `note #3 10:02 ¶41 proposal`.
    pub fn place(self) -> String {
        match self {
            Self::Paragraph(entry, paragraph) => {
                let kind = entry.kind().singular();
                let place = format!("¶{} {kind} {}", paragraph.number(), entry.at());
                place.trim_end().to_owned()
            }
            Self::Note(number, note, briefing) => {
                let time = note.at.strftime("%H:%M");
                let kind = match note.kind {
                    NoteKind::Note => "",
                    kind => kind.name(),
                };
                let anchor = note.anchor.as_ref();
                let anchor = anchor.filter(|it| briefing.placed(it) != Placed::NotFound);
                let place = anchor.map(|anchor| format!("{} ", anchor.place_in(briefing)));
                let place = place.unwrap_or_default();
                format!("note #{number} {time} {place}{kind}")
                    .trim_end()
                    .to_owned()
            }
        }
    }

    /// Returns the heading, or for a note the speaker and whether its paragraph was not found; may
    /// be empty.
    pub fn heading(self) -> Cow<'a, str> {
        match self {
            Self::Paragraph(entry, _) => Cow::Borrowed(entry.heading()),
            Self::Note(_, note, briefing) => {
                let speaker = note.speaker.as_ref().map_or("", |speaker| &speaker.0);
                match not_found(note, Some(briefing)) {
                    None => Cow::Borrowed(speaker),
                    Some(said) if speaker.is_empty() => Cow::Owned(said),
                    Some(said) => Cow::Owned(format!("{speaker} · {said}")),
                }
            }
        }
    }
}
