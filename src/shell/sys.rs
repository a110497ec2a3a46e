//! All calls to the operating system: terminal, signals, stopping, time since boot. Another system
//! would need other files that define the same names.

mod clock;
#[cfg(unix)]
mod unix;

pub(super) use clock::since_boot;
#[cfg(unix)]
pub use unix::can_print;
#[cfg(unix)]
pub(super) use unix::{ChildProgram, SystemMessage, Tty, Watch, stop, stop_alone};
