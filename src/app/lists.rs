//! Lists filtered by typing: entries, commands, speakers, turns, questions, formats.

mod entries;
mod picker;
mod questions;
mod speakers;

pub(super) use entries::{commands, go_to, help, offer_paragraph};
pub use picker::{Choice, Item, Picker, Purpose};
pub(super) use questions::{questions, set_question};
pub(super) use speakers::{floor_log, offer_typed, speakers};
