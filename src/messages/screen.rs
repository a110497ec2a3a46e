//! The title bar and the panes.

use super::Who;
use super::samples::samples;

/// A part of the title bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TitleMessage {
    /// The file has mistakes, so the briefing is shown as it was before.
    FileHasMistakes,
    /// Drafts cannot be kept.
    DraftsNotKept {
        /// The reason.
        reason: String,
    },
    /// The speaker who has the floor, where there is room.
    HasFloor {
        /// The speaker.
        speaker: Who,
        /// The clock of the turn.
        clock: String,
    },
    /// The speaker who has the floor, where there is little room.
    Speaker {
        /// The speaker.
        speaker: Who,
        /// The clock of the turn.
        clock: String,
    },
    /// The first in the queue.
    Next {
        /// The speaker.
        speaker: Who,
    },
    /// The clock of a turn that is over the limit.
    OverLimit {
        /// The clock.
        clock: String,
    },
}

samples!(TitleMessage: "the title bar" {
    FileHasMistakes {},
    DraftsNotKept { reason: "no space left".to_owned() },
    HasFloor { speaker: Who::sample(), clock: "2:13/3:00".to_owned() },
    Speaker { speaker: Who::sample(), clock: "2:13/3:00".to_owned() },
    Next { speaker: Who::sample() },
    OverLimit { clock: "3:13/3:00".to_owned() },
});

/// The sort order of the notes pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotesOrderLabel {
    /// By time of writing.
    Time,
    /// By guiding question.
    Question,
    /// By speaker.
    Speaker,
    /// By paragraph.
    Paragraph,
}

samples!(NotesOrderLabel: "the sort order of the notes" {
    Time {},
    Question {},
    Speaker {},
    Paragraph {},
});

/// The notes that match the filter of the notes pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilteredNotes {
    /// The number of notes that match.
    pub shown: usize,
    /// The filter as typed; may be empty.
    pub filter: String,
}

/// The remarks in the title of the notes pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotesRemarks {
    /// A draft is not saved.
    pub draft: bool,
    /// Some notes are damaged.
    pub damage: bool,
}

/// A title or a label of a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaneMessage {
    /// The title of the contents.
    Contents,
    /// The title of the notes pane.
    Notes {
        /// The number of all notes.
        all: usize,
        /// The notes that match, if there is a filter.
        filtered: Option<FilteredNotes>,
        /// The sort order, unless it is by time.
        order: Option<NotesOrderLabel>,
        /// The remarks.
        remarks: NotesRemarks,
    },
    /// A note has other versions.
    Versions {
        /// The number of versions.
        count: usize,
    },
    /// A note is on this machine only.
    OnThisMachineOnly,
    /// A note is not saved.
    NotSaved,
    /// A note is being saved.
    Saving,
    /// The title above the mistakes of a briefing.
    Mistakes,
    /// The title of the revisions of a note.
    Revisions {
        /// The number of the note.
        note: usize,
    },
    /// The revisions are not read yet.
    RevisionsNotRead,
    /// A revision.
    Revision {
        /// Its number, from 1.
        number: u32,
        /// Its author.
        author: String,
    },
    /// The file of a revision whose author is uncertain.
    InFile {
        /// The file.
        file: String,
    },
    /// The revision deletes the note.
    Deleted,
}

samples!(PaneMessage: "a pane" {
    Contents {},
    Notes { all: 14, filtered: None, order: None, remarks: NotesRemarks::default() }
        {
            all: 14,
            filtered: Some(FilteredNotes { shown: 3, filter: "ferry".to_owned() }),
            order: Some(NotesOrderLabel::Question),
            remarks: NotesRemarks { draft: true, damage: true },
        },
    Versions { count: 2 },
    OnThisMachineOnly {},
    NotSaved {},
    Saving {},
    Mistakes {},
    Revisions { note: 3 },
    RevisionsNotRead {},
    Revision { number: 2, author: "ana".to_owned() },
    InFile { file: "briefing.notes.ana.toml".to_owned() },
    Deleted {},
});

/// The lines of a pane without content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyPane {
    /// There are no notes.
    NoNotes,
    /// No note matches the filter.
    NoMatch,
}

samples!(EmptyPane: "a pane without content" {
    NoNotes {},
    NoMatch {},
});

/// A title on the screen of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportTitle {
    /// The clean report.
    Clean {
        /// The number of lines.
        lines: usize,
    },
    /// The report with the attributed annex.
    WithAnnex {
        /// The number of lines.
        lines: usize,
    },
    /// The short report.
    Brief {
        /// The number of lines.
        lines: usize,
    },
    /// The gaps.
    Missing {
        /// Their number.
        count: usize,
    },
}

samples!(ReportTitle: "the report on the screen" {
    Clean { lines: 1 } { lines: 120 },
    WithAnnex { lines: 120 },
    Brief { lines: 120 },
    Missing { count: 0 } { count: 3 },
});
