//! What the operating system knows of the terminal, of signals, of stopping and of the time since it
//! started: another system is other files behind these names.

mod clock;
#[cfg(unix)]
mod unix;

pub(super) use clock::since_boot;
#[cfg(unix)]
pub use unix::can_print;
#[cfg(unix)]
pub(super) use unix::{Told, Tty, Watch, stop, stop_alone};
