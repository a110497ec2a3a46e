//! All calls to the operating system: terminal, signals, stopping, time since boot. Another system
//! means other files with the same names inside.

mod clock;
#[cfg(unix)]
mod unix;

pub(super) use clock::since_boot;
#[cfg(unix)]
pub use unix::can_print;
#[cfg(unix)]
pub(super) use unix::{ChildProgram, SystemMessage, Tty, Watch, stop, stop_alone};
