//! Text as Unicode defines it: cells, graphemes, wrapping, folding, cleaning.
//!
//! Rules, in order: a range is on character boundaries, and lines are cut between graphemes; the
//! width of a text is the sum of the widths of its graphemes, as the screen counts it; nothing here
//! knows where a text comes from. Deliberately absent: bidirectional layout, which the terminal
//! does.

mod clean;
mod fold;
mod json;
mod width;
mod wrap;

pub use clean::{clean, clean_line, is_unsafe};
pub use fold::{Word, fold, words};
pub use json::escape_json;
pub use width::{Graphemes, beginning, graphemes, is_wider, pad, skip, truncate, width};
pub use wrap::{WrappedLine, hanging_lines, lines, wrap};

use std::ops::Range;

/// Returns the part of a text at a range of bytes; empty if the range does not fit.
pub fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
