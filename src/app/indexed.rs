//! The index, and whether it knows the texts as they are now.

use std::sync::Arc;

use crate::model::{Briefing, Notes};
use crate::search::Index;

use super::Effect;

/// Texts to be indexed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// The paper.
    pub briefing: Arc<Briefing>,
    /// The notes.
    pub notes: Arc<Notes>,
    /// Comes back with the index: the greater, the newer.
    pub number: u64,
}

/// The newest index there is.
#[derive(Default)]
pub(super) struct Indexed {
    pub(super) index: Index,
    /// The number of the texts that were handed out last.
    asked: u64,
    /// The number of the texts that the index knows.
    known: u64,
    /// The first number of this paper.
    oldest: u64,
    /// Whether the texts have changed since.
    is_stale: bool,
}

impl Indexed {
    /// The paper has changed: what an index of another one says is wrong in this.
    pub(super) fn forget(&mut self) {
        self.index = Index::default();
        self.oldest = self.asked + 1;
        self.known = 0;
        self.outdate();
    }

    /// The texts have changed.
    pub(super) const fn outdate(&mut self) {
        self.is_stale = true;
    }

    /// Asks for an index of the texts, if they have changed.
    pub(super) fn ask(
        &mut self,
        briefing: Option<&Arc<Briefing>>,
        notes: &Arc<Notes>,
    ) -> Option<Effect> {
        let briefing = briefing.filter(|_| self.is_stale)?;
        self.is_stale = false;
        self.asked += 1;
        Some(Effect::Index(Texts {
            briefing: Arc::clone(briefing),
            notes: Arc::clone(notes),
            number: self.asked,
        }))
    }

    /// Takes an index, unless a newer one is there.
    pub(super) fn take(&mut self, index: Index, number: u64) {
        if number > self.known && number >= self.oldest {
            (self.index, self.known) = (index, number);
        }
    }

    /// The number of the texts that the index knows; 0 where there is none.
    pub(super) const fn number(&self) -> u64 {
        self.known
    }

    /// Whether a newer index is on its way.
    pub(super) const fn is_waiting(&self) -> bool {
        self.asked > self.known
    }

    /// Whether there has been no index at all.
    pub(super) const fn is_empty(&self) -> bool {
        self.known == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(indexed: &mut Indexed) -> u64 {
        let effect = indexed.ask(Some(&Arc::default()), &Arc::default());
        let Some(Effect::Index(texts)) = effect else {
            panic!("nothing is asked for");
        };
        texts.number
    }

    #[test]
    fn an_index_of_the_paper_before_is_not_taken() {
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
    fn an_index_is_asked_for_once_for_each_change() {
        let mut indexed = Indexed::default();
        indexed.outdate();
        asked(&mut indexed);
        assert_eq!(indexed.ask(Some(&Arc::default()), &Arc::default()), None);
    }
}
