//! Anchors: which paragraph a note is about, in words that survive a changed briefing.

use super::{Briefing, Entry, EntryId, Paragraph};

/// What every face says of a note whose paragraph is not in the briefing.
pub const NOT_FOUND: &str = "paragraph not found";

/// The paragraph that a note is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The entry that had the paragraph when the note was written.
    pub entry: EntryId,
    /// The first words of the paragraph; empty when the note is about the entry as a whole.
    pub quote: String,
}

/// Where an anchor leads in a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// To the paragraph of this index.
    Paragraph(usize),
    /// To the entry of this index, as a whole.
    Entry(usize),
    /// To no paragraph: none has most of the quoted words, or several have.
    NotFound,
}

impl Placed {
    /// The index of the paragraph, if it leads to one.
    pub const fn paragraph(self) -> Option<usize> {
        match self {
            Self::Paragraph(paragraph) => Some(paragraph),
            Self::Entry(_) | Self::NotFound => None,
        }
    }
}

impl Anchor {
    /// The anchor that leads to the paragraph of this index, now and in later briefings.
    pub fn to(briefing: &Briefing, paragraph: usize) -> Option<Self> {
        let quote = briefing.placing.quote(paragraph, briefing)?;
        Some(Self {
            entry: briefing.entry_of(paragraph)?.id().clone(),
            quote,
        })
    }

    /// The entry that it is about: that of the paragraph. Where the paragraph was not found, the note
    /// still says which entry it was about.
    pub fn entry_in<'b>(&self, briefing: &'b Briefing) -> Option<&'b Entry> {
        let index = match briefing.placed(self) {
            Placed::Paragraph(at) => briefing.paragraphs().get(at).map(Paragraph::entry),
            Placed::Entry(entry) => Some(entry),
            Placed::NotFound => briefing.index_of(&self.entry),
        };
        briefing.entries().get(index?)
    }

    /// What is looked for, on one line: the quote, or the id of the entry where there is none.
    pub fn sought(&self) -> String {
        match self.quote.trim() {
            "" => self.entry.to_string(),
            quote => quote.replace('\n', " "),
        }
    }

    /// What to say where it leads nowhere: `paragraph not found: “Sand comes from the coast”`.
    pub fn not_found(&self) -> String {
        format!("{NOT_FOUND}: “{}”", self.sought())
    }

    /// Where it leads, in words: `¶41`, `all of “Wells”`, or that the paragraph was not found.
    pub fn place_in(&self, briefing: &Briefing) -> String {
        match briefing.placed(self) {
            Placed::Paragraph(paragraph) => format!("¶{}", paragraph + 1),
            Placed::Entry(entry) => {
                let entry = briefing.entries().get(entry);
                format!("all of “{}”", entry.map_or("", |entry| entry.heading()))
            }
            Placed::NotFound => self.not_found(),
        }
    }

    /// Whether both are the same or lead to the same paragraph.
    pub fn is_alike(&self, other: &Self, briefing: &Briefing) -> bool {
        let paragraph = || briefing.placed(self).paragraph();
        self == other
            || paragraph().is_some_and(|at| briefing.placed(other) == Placed::Paragraph(at))
    }
}

#[cfg(test)]
mod tests;
