//! Keys, what they are bound to, and text fields.

mod action;
mod context;
mod field;
mod key;
mod keymap;

pub use action::{Action, OnPreview};
pub use context::Context;
pub(super) use field::Typed;
pub use field::{Field, Motion};
pub use key::{Code, Given, Key, Step};
pub(super) use key::{ENTER, ESC, shown};
pub use keymap::{DefaultRow, KeyMap, Meaning, ROWS, Row, UserBinding};
