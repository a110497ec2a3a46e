//! The report: its preview, its gaps, and writing it to a file.

mod formats;
mod gaps;
mod preview;

pub(super) use formats::formats;
pub use gaps::Missing;
pub use preview::Preview;
