//! The search index, and whether it is up to date.

use std::sync::Arc;

use crate::model::{Briefing, Notes};
use crate::search::Index;

use crate::app::event::Texts;

/// The newest index.
#[derive(Default)]
pub(in crate::app) struct Indexed {
    pub(in crate::app) index: Index,
    /// The version number of the texts that were sent last.
    asked: u64,
    /// The version number of the texts in the index.
    known: u64,
    /// The first version number whose texts include the current paper.
    oldest: u64,
    /// Whether the texts have changed since they were sent.
    is_stale: bool,
}

impl Indexed {
    /// Discards the index: the paper has changed.
    pub(in crate::app) fn forget(&mut self) {
        self.index = Index::default();
        self.oldest = self.asked + 1;
        self.known = 0;
        self.outdate();
    }

    /// Records that the texts have changed.
    pub(in crate::app) const fn outdate(&mut self) {
        self.is_stale = true;
    }

    /// Requests an index if the texts have changed.
    pub(in crate::app) fn ask(
        &mut self,
        briefing: Option<&Arc<Briefing>>,
        notes: &Arc<Notes>,
    ) -> Option<Texts> {
        let briefing = briefing.filter(|_| self.is_stale)?;
        self.is_stale = false;
        self.asked += 1;
        Some(Texts {
            briefing: Arc::clone(briefing),
            notes: Arc::clone(notes),
            number: self.asked,
        })
    }

    /// Installs an index, unless it is older than the current one or of an earlier paper.
    pub(in crate::app) fn take(&mut self, index: Index, number: u64) {
        if number > self.known && number >= self.oldest {
            (self.index, self.known) = (index, number);
        }
    }

    /// Returns the version number of the texts in the index; 0 if there is no index.
    pub(in crate::app) const fn number(&self) -> u64 {
        self.known
    }

    /// Returns whether a newer index has been requested.
    pub(in crate::app) const fn is_waiting(&self) -> bool {
        self.asked > self.known
    }

    /// Returns whether there is no index of the current paper yet.
    pub(in crate::app) const fn is_empty(&self) -> bool {
        self.known == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(indexed: &mut Indexed) -> u64 {
        let texts = indexed.ask(Some(&Arc::default()), &Arc::default());
        texts.expect("an index is asked for").number
    }

    #[test]
    fn an_index_of_the_old_paper_is_ignored() {
        let mut indexed = Indexed::default();
        indexed.outdate();
        let before = asked(&mut indexed);
        indexed.forget();
        let now = asked(&mut indexed);
        indexed.take(Index::default(), before);
        assert!(indexed.is_empty() && indexed.is_waiting());
        indexed.take(Index::default(), now);
        assert!(!indexed.is_empty() && !indexed.is_waiting());
    }

    #[test]
    fn each_change_requests_one_index() {
        let mut indexed = Indexed::default();
        indexed.outdate();
        asked(&mut indexed);
        assert_eq!(indexed.ask(Some(&Arc::default()), &Arc::default()), None);
    }
}
