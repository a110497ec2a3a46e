//! What a hit is about, in words: the same on the screen and from a shell.

use crate::model::{Briefing, Entry, Note, NoteKind, Notes, Paragraph};
use crate::search::Target;

/// What was found.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A paragraph of an entry.
    Paragraph(&'a Entry, &'a Paragraph),
    /// A note and its number.
    Note(usize, &'a Note),
}

impl<'a> Subject<'a> {
    /// The subject of a hit; `None` where it is gone.
    pub fn of(target: &Target, briefing: &'a Briefing, notes: &'a Notes) -> Option<Self> {
        match target {
            Target::Paragraph(at) => {
                let paragraph = briefing.paragraphs().get(*at)?;
                Some(Self::Paragraph(briefing.entry_of(*at)?, paragraph))
            }
            Target::Note(id) => Some(Self::Note(notes.number(id)?, notes.get(id)?)),
        }
    }

    /// The text that was found.
    pub fn text(self) -> &'a str {
        match self {
            Self::Paragraph(_, paragraph) => paragraph.text(),
            Self::Note(_, note) => &note.text,
        }
    }

    /// Where it stands: `¶41 context §3.3`, `note #3 10:02 proposal`.
    pub fn place(self) -> String {
        match self {
            Self::Paragraph(entry, paragraph) => {
                let kind = entry.kind().singular();
                let place = format!("¶{} {kind} {}", paragraph.number(), entry.at());
                place.trim_end().to_owned()
            }
            Self::Note(number, note) => {
                let time = note.at.strftime("%H:%M");
                let kind = match note.kind {
                    NoteKind::Note => "",
                    kind => kind.name(),
                };
                format!("note #{number} {time} {kind}")
                    .trim_end()
                    .to_owned()
            }
        }
    }

    /// What stands over it: a heading, or who spoke; may be empty.
    pub fn heading(self) -> &'a str {
        match self {
            Self::Paragraph(entry, _) => entry.heading(),
            Self::Note(_, note) => note.speaker.as_ref().map_or("", |speaker| &speaker.0),
        }
    }
}
