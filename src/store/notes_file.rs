//! The text of a notes file: written block by block, read back tolerantly. This module opens no
//! file.
//!
//! Rules, in order: every block that was written completely is read back, whatever happened to the
//! rest of the file; an incomplete block is never taken for a complete one; everything skipped is
//! listed; the file is valid TOML 1.0 that a person can read and grep.
//!
//! Reading depends on two properties of the written text: `text` is the last key of a block, and no
//! line inside a text starts with `[` or a conflict marker. So such lines are always between
//! blocks.

mod content;
#[cfg(test)]
mod laws;
mod lines;
mod read;
mod wire;
mod write;

pub use content::Damage;
pub(super) use content::{NotesFile, author_at};
pub(super) use read::parse;
pub(super) use write::{block, header, named_header};
