//! The text of the paper, the place in it, and the tree of its entries.

mod contents;
mod document;
mod open_paper;
mod reader;

pub use contents::{Branch, Contents};
pub use document::{Block, Document, Line, Page, Role};
pub(super) use open_paper::OpenPaper;
pub use reader::{Reader, Spot};
