//! Who speaks, as filters tell it.

use crate::gazetteer::{Named, spaced};

/// Somebody who speaks: the same under another name of theirs.
#[derive(Debug)]
pub(super) struct Voice {
    name: String,
    /// What the name stands for; nothing where it is a free one.
    pub named: Vec<Named>,
}

impl Voice {
    /// Somebody of that name, which stands for these.
    pub(super) fn new(name: &str, named: Vec<Named>) -> Self {
        Self {
            name: spaced(name),
            named,
        }
    }

    /// Whether it is the same as another.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.name == other.name || self.named.iter().any(|one| other.named.contains(one))
    }
}
