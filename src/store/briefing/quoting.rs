//! Helps messages to quote a file and to count its lines.

use super::super::problems::visible;
use crate::text::part;

/// The longest quote from the file, in characters: enough to recognise it.
const LONGEST_QUOTE: usize = 40;

/// Counts the lines of a text in one pass, for offsets in ascending order.
pub(super) struct LineCounter<'s> {
    source: &'s str,
    at: usize,
    line: usize,
}

impl<'s> LineCounter<'s> {
    /// Starts at line 1.
    pub(super) const fn new(source: &'s str) -> Self {
        Self {
            source,
            at: 0,
            line: 1,
        }
    }

    /// Returns the number of the line at a byte offset, from 1.
    pub(super) fn number(&mut self, at: usize) -> usize {
        let between = part(self.source, self.at..at.max(self.at));
        self.line += between.matches('\n').count();
        self.at = self.at.max(at);
        self.line
    }
}

/// Puts words of the file in quotes, [`shortened`].
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(text))
}

/// Shortens words of the file to 40 characters and replaces unsafe characters by a sign.
pub(super) fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let mut start: String = chars.by_ref().take(LONGEST_QUOTE).map(visible).collect();
    start.extend(chars.next().map(|_| '…'));
    start
}
