//! The name of an entry.

use std::fmt;

/// The name of an entry, unique in its briefing: not empty, no white space, no control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(String);

impl EntryId {
    /// Parses an id; `None` if `text` cannot be one.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| !c.is_whitespace() && !c.is_control();
        (!text.is_empty() && text.chars().all(fits)).then(|| Self(text.to_owned()))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
