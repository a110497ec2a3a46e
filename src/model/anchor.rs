//! Anchors: which paragraph a note is about, in words that survive a changed briefing.

use super::{Briefing, EntryId};

/// The paragraph that a note is about, in words that survive a changed briefing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// The entry.
    pub entry: EntryId,
    /// The first words of the paragraph; empty when the note is about the entry as a whole.
    pub quote: String,
}

impl Anchor {
    /// The index of the paragraph that it is about: the one that begins with its quote, else the
    /// first of its entry. `None` where the briefing has no such entry.
    pub fn paragraph_in(&self, briefing: &Briefing) -> Option<usize> {
        let entry = briefing.entries().get(briefing.index_of(&self.entry)?)?;
        let quoted = self.quoted_in(briefing);
        Some(quoted.unwrap_or_else(|| entry.paragraphs().start))
    }

    /// The index of the paragraph that begins with its quote.
    pub fn quoted_in(&self, briefing: &Briefing) -> Option<usize> {
        let entry = briefing.entries().get(briefing.index_of(&self.entry)?)?;
        let begins = |at: &usize| {
            let paragraph = briefing.paragraphs().get(*at);
            paragraph.is_some_and(|paragraph| paragraph.text().starts_with(&self.quote))
        };
        entry.paragraphs().find(begins)
    }
}
