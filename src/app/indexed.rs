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
    pub notes: Notes,
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
        notes: &Notes,
    ) -> Option<Effect> {
        let briefing = briefing.filter(|_| self.is_stale)?;
        self.is_stale = false;
        self.asked += 1;
        Some(Effect::Index(Texts {
            briefing: Arc::clone(briefing),
            notes: notes.clone(),
            number: self.asked,
        }))
    }

    /// Takes an index, unless a newer one is there.
    pub(super) fn take(&mut self, index: Index, number: u64) {
        if number > self.known && number >= self.oldest {
            (self.index, self.known) = (index, number);
        }
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
