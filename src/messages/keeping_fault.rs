//! The reasons why drafts are not kept.

use super::samples::samples;

/// The reason why drafts are not kept, short enough for the first line of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepingFault {
    /// The disk of the state folder or a quota is full.
    NoSpace,
    /// The state folder may not be written.
    Unwritable,
    /// A file has the name of the state folder.
    FileInTheWay,
    /// Any other reason.
    Other {
        /// The reason, in the words of another room or the system.
        why: String,
    },
}

samples!(KeepingFault: "the first line of the screen, why drafts are not kept" {
    NoSpace {},
    Unwritable {},
    FileInTheWay {},
    Other { why: "no home folder".to_owned() },
});
