//! Files in and out: the only room with paths and with a serialized form.
//!
//! Rules, in order: nothing that a user wrote is ever overwritten or lost; a file is read
//! tolerantly and its mistakes are listed, all of them, each with place and cure; nothing is
//! called saved before it is on the disk.

mod briefing;
mod load;
mod markdown;
mod nearest;
mod problems;
mod read;

pub use briefing::decode_briefing;
pub use load::{Loaded, load_briefing};
pub use problems::{Problems, render_diagnostics};
pub use read::read_text;
