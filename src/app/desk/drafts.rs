//! The drafts outside the bar, and whether they are in a file, as confirmed by the disk.
//!
//! A draft is called kept only after the confirmation; until then the status says "keeping".

use crate::app::event::Keeping;
use crate::messages::{DraftMessage, KeepingFault};
use crate::model::{Draft, NoteId};

/// Whether drafts are kept, and how many answers are due.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct KeptDrafts {
    keeping: Keeping,
    /// The number of drafts without an answer.
    unanswered: usize,
    /// Whether the draft closed last edits a note.
    is_edit: bool,
}

impl KeptDrafts {
    /// Records that a draft was closed, and returns the status.
    pub(in crate::app) fn ask(&mut self, is_edit: bool) -> DraftMessage {
        self.is_edit = is_edit;
        if self.keeping == Keeping::Off {
            return self.says();
        }
        self.unanswered += 1;
        DraftMessage::Keeping
    }

    /// Returns the status of the draft that was closed last.
    pub(in crate::app) const fn says(&self) -> DraftMessage {
        let is_edit = self.is_edit;
        match self.keeping {
            Keeping::Works => DraftMessage::Kept { is_edit },
            Keeping::Fails(_) | Keeping::Off => DraftMessage::NotKept { is_edit },
        }
    }

    /// Records an answer of the disk; returns whether it was the last one due.
    pub(in crate::app) fn answer(&mut self, keeping: Keeping, answered: usize) -> bool {
        self.keeping = keeping;
        self.unanswered = self.unanswered.saturating_sub(answered);
        answered > 0 && self.unanswered == 0
    }

    /// Returns why drafts are not kept although they should be.
    pub(in crate::app) const fn failure(&self) -> Option<&KeepingFault> {
        match &self.keeping {
            Keeping::Fails(reason) => Some(reason),
            Keeping::Works | Keeping::Off => None,
        }
    }

    /// Returns whether an answer is due.
    pub(in crate::app) const fn is_waiting(&self) -> bool {
        self.unanswered > 0
    }
}

/// The progress of comparing the drafts of the last run with its saved notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum OldDrafts {
    /// Waits for the journal, which is read last.
    #[default]
    WaitForNotes,
    /// Waits for the index of the paper.
    WaitForNames,
    /// Compared.
    Checked,
}

/// The drafts outside the bar.
#[derive(Default)]
pub(in crate::app) struct Drafts {
    /// Those that wait to be continued, newest last.
    pub(in crate::app) waiting: Vec<Draft>,
    /// The deleted ones, each with the number of undoable changes at that time.
    pub(in crate::app) dropped: Vec<(usize, Draft)>,
    /// Whether they are in a file.
    pub(in crate::app) kept: KeptDrafts,
    /// The progress of comparing the drafts of the last run with its saved notes.
    pub(in crate::app) old: OldDrafts,
    /// The id for the next new note.
    pub(in crate::app) unused_id: Option<NoteId>,
}

impl Drafts {
    /// Creates the drafts of a session.
    pub(in crate::app) fn new(waiting: Vec<Draft>, dropped: Vec<Draft>) -> Self {
        Self {
            waiting,
            dropped: dropped.into_iter().map(|draft| (0, draft)).collect(),
            ..Self::default()
        }
    }

    /// Removes and returns the newest draft that matches.
    pub(in crate::app) fn remove(&mut self, fits: impl Fn(&Draft) -> bool) -> Option<Draft> {
        let at = self.waiting.iter().rposition(fits)?;
        Some(self.waiting.remove(at))
    }
}
