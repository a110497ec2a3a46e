//! A search and its results.

use crate::app::layout::ListCursor;
use crate::model::CountryCode;
use crate::search::{Found, Hit, Query};

/// A search and its results.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    /// The search as typed.
    pub query: Query,
    /// The results, best first.
    pub found: Found,
    /// The selected hit.
    pub cursor: ListCursor,
    /// The country whose dossier the hits come from; `None` for a search by words.
    pub(in crate::app) country: Option<CountryCode>,
}

impl Finding {
    /// Returns the selected hit.
    pub fn hit(&self) -> Option<&Hit> {
        self.found.hits.get(self.cursor.selected)
    }

    /// Replaces the results, keeping the selection if it is still found.
    pub(in crate::app) fn renew(&mut self, found: Found) {
        let selected = self.hit().map(|hit| hit.target.clone());
        self.found = found;
        let mut hits = self.found.hits.iter();
        let at = hits.position(|hit| Some(&hit.target) == selected.as_ref());
        self.cursor.selected = at.unwrap_or(self.cursor.selected);
        self.cursor.step(0, self.found.hits.len());
    }
}
