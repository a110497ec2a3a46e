//! Finding: the finder, and stepping through its matches in the text.

mod finder;
mod matches;

pub use finder::{Find, FindAreas};
pub(super) use matches::{next_match, renew};
