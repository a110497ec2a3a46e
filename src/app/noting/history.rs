//! The versions of a note, over the panes: read from the files on request, and dropped when closed.

use std::ops::Range;

use crate::app::desk::Desk;
use crate::app::layout::{Area, Viewport};
use crate::app::outcome::{Input, Outcome, Scroll};
use crate::model::{Note, NoteId};
use crate::text::lines;

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
    /// Creates the overlay for a note, before its revisions are read.
    pub(in crate::app) const fn new(id: NoteId) -> Self {
        Self {
            id,
            revisions: None,
            top: (0, 0),
        }
    }

    /// Returns the area of the overlay.
    pub fn areas(viewport: Viewport) -> Area {
        viewport.overlay()
    }

    /// Acts on a command.
    pub(in crate::app) fn on(&mut self, input: Input<'_>, desk: &Desk) -> Outcome {
        /// The rows scrolled by a notch of the wheel, as in most terminals.
        const NOTCH: isize = 3;
        let area = Self::areas(desk.viewport).inner();
        let room = (usize::from(area.width), usize::from(area.height));
        match input {
            Input::Scroll(Scroll::Start) => self.go_to_end(true, room),
            Input::Scroll(Scroll::End) => self.go_to_end(false, room),
            Input::Scroll(scroll) => self.scroll_by(scroll.lines(room.1), room),
            Input::Step(by) => self.scroll_by(by, room),
            Input::Wheel(by) => self.scroll_by(by * NOTCH, room),
            Input::Turn(_) | Input::Type(_) | Input::Accept | Input::Click(..) => (),
        }
        Outcome::none()
    }

    /// Shows the revisions that were read, with those not saved yet.
    pub(in crate::app) fn show(&mut self, mut revisions: Vec<Note>, desk: &Desk) {
        let pending = desk.notebook.pending().iter();
        let pending = pending.filter_map(|pending| pending.record.note());
        for note in pending.filter(|note| note.id == self.id) {
            let mut known = revisions.iter();
            if !known.any(|known| known.rev == note.rev && known.says_the_same(note)) {
                revisions.push(note.clone());
            }
        }
        revisions.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        self.revisions = Some(revisions);
    }

    /// Scrolls by a number of rows, as far as possible.
    fn scroll_by(&mut self, by: isize, room: (usize, usize)) {
        for _ in 0..by.unsigned_abs() {
            if !self.scroll(by > 0, room) {
                break;
            }
        }
    }

    /// Returns the lines of a revision's text at this width in cells.
    pub fn lines(revision: &Note, columns: usize) -> impl Iterator<Item = Range<usize>> {
        let columns = columns.saturating_sub(HISTORY_INDENT).max(2);
        lines(&revision.text, columns)
    }

    /// Returns the rows of a revision: head, text and gap.
    fn rows(revision: &Note, columns: usize) -> usize {
        2 + Self::lines(revision, columns).count()
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
