//! Naming places and words of a file in messages.

use super::super::problems::visible;
use crate::text::part;

/// Words of the file are quoted up to this length: enough to recognise them.
const LONGEST_QUOTE: usize = 40;

/// Counts the lines of a text in one pass, for places that come in their order.
pub(super) struct LineCounter<'s> {
    source: &'s str,
    at: usize,
    line: usize,
}

impl<'s> LineCounter<'s> {
    /// Begins before the first line.
    pub(super) const fn new(source: &'s str) -> Self {
        Self {
            source,
            at: 0,
            line: 1,
        }
    }

    /// The number of the line of a place, from 1.
    pub(super) fn number(&mut self, at: usize) -> usize {
        let between = part(self.source, self.at..at.max(self.at));
        self.line += between.matches('\n').count();
        self.at = self.at.max(at);
        self.line
    }
}

/// Words of the file in quotes, [`shortened`].
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(text))
}

/// Words of the file, not too long and with signs for characters that nobody sees.
pub(super) fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let mut start: String = chars.by_ref().take(LONGEST_QUOTE).map(visible).collect();
    start.extend(chars.next().map(|_| '…'));
    start
}
