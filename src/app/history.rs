//! The versions of a note, over the panes: read from the files on request, and dropped when closed.

use std::ops::Range;

use super::{App, Effect, Field, Mode};
use crate::model::{Note, NoteId};

/// The margin of a version's text, in cells.
pub const HISTORY_INDENT: usize = 2;

/// The versions of a note.
#[derive(Clone, Debug)]
pub struct History {
    /// The note.
    pub id: NoteId,
    /// Its revisions, newest first; `None` until they are read.
    pub revisions: Option<Vec<Note>>,
    /// The index of the first revision shown, and the number of its rows scrolled away.
    pub top: (usize, usize),
}

impl History {
    /// Returns the lines of a revision's text at this width in cells.
    pub fn lines(revision: &Note, columns: usize) -> Vec<Range<usize>> {
        Field::new(&revision.text).lines(columns.saturating_sub(HISTORY_INDENT))
    }

    /// Returns the rows of a revision: head, text and gap.
    fn rows(revision: &Note, columns: usize) -> usize {
        2 + Self::lines(revision, columns).len()
    }

    /// Goes to the start or the end, whatever the number of revisions.
    fn go_to_end(&mut self, first: bool, room: (usize, usize)) {
        self.top = (0, 0);
        if !first {
            self.top.0 = self.revisions.as_ref().map_or(0, Vec::len);
            // Back by one screen, and by the last gap, which is not shown.
            for _ in 0..=room.1 {
                self.scroll(false, room);
            }
        }
    }

    /// Scrolls one row, forward no further than the end; `false` if it cannot.
    fn scroll(&mut self, is_down: bool, (columns, height): (usize, usize)) -> bool {
        let revisions = self.revisions.as_deref().unwrap_or_default();
        let rows = |nth: usize| {
            let revision = revisions.get(nth);
            revision.map_or(0, |revision| Self::rows(revision, columns))
        };
        let (nth, row) = self.top;
        self.top = if is_down {
            let mut shown = 0;
            let fits = (nth..revisions.len()).all(|nth| {
                shown += rows(nth);
                // The last gap is not shown.
                shown - 1 <= height + row
            });
            match row + 1 {
                _ if fits => return false,
                next if next < rows(nth) => (nth, next),
                _ => (nth + 1, 0),
            }
        } else {
            match (nth.checked_sub(1), row.checked_sub(1)) {
                (_, Some(row)) => (nth, row),
                (Some(nth), None) => (nth, rows(nth).saturating_sub(1)),
                (None, None) => return false,
            }
        };
        true
    }
}

impl App {
    /// Requests the revisions of the selected note.
    pub(super) fn open_history(&mut self) -> Vec<Effect> {
        let Some((_, note)) = self.notebook.selection() else {
            return Vec::new();
        };
        let id = note.id.clone();
        self.mode = Mode::History(History {
            id: id.clone(),
            revisions: None,
            top: (0, 0),
        });
        vec![Effect::History(id)]
    }

    /// Shows the revisions, with those not saved yet, if they are still wanted.
    pub(super) fn take_history(&mut self, id: &NoteId, mut revisions: Vec<Note>) -> Vec<Effect> {
        let pending = self.notebook.pending().iter();
        let pending = pending.filter_map(|pending| pending.record.note());
        for note in pending.filter(|note| note.id == *id) {
            if !revisions
                .iter()
                .any(|known| known.rev == note.rev && known.says_the_same(note))
            {
                revisions.push(note.clone());
            }
        }
        revisions.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        if let Mode::History(history) = &mut self.mode
            && history.id == *id
        {
            history.revisions = Some(revisions);
        }
        Vec::new()
    }

    /// Shows the newest or the oldest revision.
    pub(super) fn go_to_end_of_history(&mut self, first: bool) {
        let room = self.history_room();
        if let Mode::History(history) = &mut self.mode {
            history.go_to_end(first, room);
        }
    }

    fn history_room(&self) -> (usize, usize) {
        let area = self.overlay_area().inner();
        (usize::from(area.width), usize::from(area.height))
    }

    /// Scrolls by a number of rows, as far as possible.
    pub(super) fn scroll_history(&mut self, by: isize) {
        let room = self.history_room();
        if let Mode::History(history) = &mut self.mode {
            for _ in 0..by.unsigned_abs() {
                if !history.scroll(by > 0, room) {
                    break;
                }
            }
        }
    }
}
