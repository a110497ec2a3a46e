//! Anchors: the paragraph that a note is about, by words that find it even in a changed briefing.

use super::{Briefing, Entry, EntryId, Paragraph};

/// The paragraph that a note is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The entry that had the paragraph when the note was written.
    pub entry: EntryId,
    /// The first words of the paragraph; empty when the note is about the entry as a whole.
    pub quote: String,
}

/// The result of looking an anchor up in a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// The paragraph with this index.
    Paragraph(usize),
    /// The entry with this index, as a whole.
    Entry(usize),
    /// Nothing: no single paragraph has most of the quoted words, or the quote is empty and the
    /// entry is gone.
    NotFound,
}

impl Placed {
    /// Returns the index of the paragraph; `None` for an entry or if nothing was found.
    pub const fn paragraph(self) -> Option<usize> {
        match self {
            Self::Paragraph(paragraph) => Some(paragraph),
            Self::Entry(_) | Self::NotFound => None,
        }
    }
}

impl Anchor {
    /// Makes an anchor that finds this paragraph now and in later briefings.
    pub fn to(briefing: &Briefing, paragraph: usize) -> Option<Self> {
        let quote = briefing.placing.quote(paragraph, briefing)?;
        Some(Self {
            entry: briefing.entry_of(paragraph)?.id().clone(),
            quote,
        })
    }

    /// Returns the entry that the note is about: the one with the paragraph, or the one that the
    /// anchor names if the paragraph is not found.
    pub fn entry_in<'b>(&self, briefing: &'b Briefing) -> Option<&'b Entry> {
        let index = match briefing.placed(self) {
            Placed::Paragraph(at) => briefing.paragraphs().get(at).map(Paragraph::entry),
            Placed::Entry(entry) => Some(entry),
            Placed::NotFound => briefing.index_of(&self.entry),
        };
        briefing.entries().get(index?)
    }

    /// Returns the text that is searched for, on one line: the quote, or the entry's id if the
    /// quote is empty.
    pub fn sought(&self) -> String {
        match self.quote.trim() {
            "" => self.entry.to_string(),
            quote => quote.replace('\n', " "),
        }
    }

    /// Returns whether two anchors are equal or resolve to the same paragraph.
    pub fn is_alike(&self, other: &Self, briefing: &Briefing) -> bool {
        let paragraph = || briefing.placed(self).paragraph();
        self == other
            || paragraph().is_some_and(|at| briefing.placed(other) == Placed::Paragraph(at))
    }
}

#[cfg(test)]
mod tests;
