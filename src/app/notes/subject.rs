//! The words for a search result, shared by screen and shell.

use std::borrow::Cow;

use super::versions::not_found;
use crate::messages::{HitPlace, InterfaceLanguage, PlaceMessage};
use crate::model::{Briefing, Entry, Note, Notes, Paragraph, Placed};
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

    /// Returns the place, shown as `¶41 context §3.3` or `note #3 10:02 ¶41 proposal`.
    pub fn place(self) -> HitPlace {
        match self {
            Self::Paragraph(entry, paragraph) => HitPlace::Paragraph {
                number: paragraph.number(),
                kind: entry.kind(),
                at: entry.at().to_owned(),
            },
            Self::Note(number, note, briefing) => {
                let anchor = note.anchor.as_ref();
                let anchor = anchor.filter(|it| briefing.placed(it) != Placed::NotFound);
                HitPlace::Note {
                    number,
                    at: note.at.time(),
                    place: anchor.map(|anchor| PlaceMessage::of(anchor, briefing)),
                    kind: note.kind,
                }
            }
        }
    }

    /// Returns the heading, or the speaker of a note; may be empty.
    pub fn heading(self) -> &'a str {
        match self {
            Self::Paragraph(entry, _) => entry.heading(),
            Self::Note(_, note, _) => note.speaker.as_ref().map_or("", |speaker| &speaker.0),
        }
    }

    /// Returns the place of a note whose paragraph was not found.
    pub fn lost_place(self) -> Option<PlaceMessage> {
        match self {
            Self::Paragraph(..) => None,
            Self::Note(_, note, briefing) => not_found(note, Some(briefing)),
        }
    }

    /// Returns the heading, and for a note whether its paragraph was not found; may be empty.
    pub fn title(self, language: InterfaceLanguage) -> Cow<'a, str> {
        let heading = self.heading();
        match self.lost_place() {
            None => Cow::Borrowed(heading),
            Some(lost) if heading.is_empty() => lost.words(language),
            Some(lost) => Cow::Owned(format!("{heading} · {}", lost.words(language))),
        }
    }
}
