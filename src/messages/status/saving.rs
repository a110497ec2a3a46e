//! Messages about saving and quitting.

use jiff::civil::{Time, time};

use crate::messages::Who;
use crate::messages::samples::samples;

/// A record in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordName {
    /// A note, by its number.
    Note(usize),
    /// A turn, by its speaker.
    Turn(Who),
}

/// A message about saving and quitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavingMessage {
    /// The disk has not answered yet.
    Saving,
    /// A record is saved.
    Saved {
        /// The record.
        record: RecordName,
        /// The time.
        at: Time,
    },
    /// The deletion of a record is saved.
    Deleted {
        /// The record.
        record: RecordName,
        /// The time.
        at: Time,
    },
    /// A deleted record is restored and saved.
    Restored {
        /// The record.
        record: RecordName,
        /// The time.
        at: Time,
    },
    /// The step that another message reports is saved.
    SavedAt {
        /// The time.
        at: Time,
    },
    /// The capture bar holds neither text nor a mark.
    NothingToSave,
    /// The edited note has no changes.
    NoChanges,
    /// The note could not be written to the disk.
    NotSaved {
        /// The reason.
        why: String,
    },
    /// The note could not be written beside the briefing, but is in the journal.
    OnThisMachine {
        /// The reason; `None` if another message is shown beside this one.
        why: Option<String>,
    },
    /// The program quits as soon as everything is saved.
    SavingToQuit,
}

samples!(SavingMessage: "the status line, about saving and quitting" {
    Saving {},
    Saved { record: RecordName::Note(12), at: time(10, 2, 13, 0) }
        { record: RecordName::Turn(Who::sample()), at: time(10, 2, 13, 0) },
    Deleted { record: RecordName::Note(12), at: time(10, 2, 13, 0) }
        { record: RecordName::Turn(Who::sample()), at: time(10, 2, 13, 0) },
    Restored { record: RecordName::Note(12), at: time(10, 2, 13, 0) }
        { record: RecordName::Turn(Who::sample()), at: time(10, 2, 13, 0) },
    SavedAt { at: time(10, 2, 13, 0) },
    NothingToSave {},
    NoChanges {},
    NotSaved { why: "no space beside the briefing".to_owned() },
    OnThisMachine { why: None } { why: Some("no space beside the briefing".to_owned()) },
    SavingToQuit {},
});
