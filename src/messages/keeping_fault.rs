//! The reasons why drafts are not kept.

use super::samples::samples;

/// The reason why drafts are not kept, short enough for the first line of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepingFault {
    /// The disk of the state folder is full, or a quota is used up.
    NoSpace,
    /// The program may not write to the state folder.
    Unwritable,
    /// There is a file where the state folder should be.
    FileInTheWay,
    /// Any other reason.
    Other {
        /// The reason, in the words of another module or the system.
        why: String,
    },
}

samples!(KeepingFault: "the first line of the screen, why drafts are not kept" {
    NoSpace {},
    Unwritable {},
    FileInTheWay {},
    Other { why: "no home folder".to_owned() },
});
