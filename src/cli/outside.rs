//! The outputs of a command and its exit status.

use std::io::Write;

/// The exit status of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: found or done.
    Done,
    /// 1: nothing found, or mistakes found.
    Nothing,
    /// 2: wrong usage, a file that cannot be read, or a failure.
    Failed,
}

impl From<Status> for u8 {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => 0,
            Status::Nothing => 1,
            Status::Failed => 2,
        }
    }
}

/// The outputs of a command.
pub struct Outside<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Whether standard output is a terminal that the screen can be drawn on.
    pub is_terminal: bool,
}
