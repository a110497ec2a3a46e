//! The filter of the notes pane, with the syntax of the finder.
//!
//! Rules, in order: each key filters, and the filter stays while notes are added; a note that the
//! user goes to is shown whatever the filter. New notes match once they are indexed.

use super::{App, Field, Mode, Pane};
use crate::model::NoteId;
use crate::search::{Query, Scope, Target};

/// The filter of the notes pane.
#[derive(Clone, Debug, Default)]
pub struct NotesFilter {
    /// The typed filter.
    pub field: Field,
    /// The parts that look like a filter and are not, with a fix for the user: then nothing
    /// matches.
    pub mistakes: Vec<String>,
}

impl App {
    /// Returns the filter, if there is one.
    pub const fn notes_filter(&self) -> Option<&NotesFilter> {
        self.desk.notes_pane.filter.as_ref()
    }

    /// Opens the bar of the filter.
    pub(super) fn open_notes_filter(&mut self) {
        self.set_focus(Pane::Notes);
        self.desk.notes_pane.filter.get_or_insert_default();
        self.mode = Mode::NotesFilter;
    }

    /// Closes the bar; an empty filter is removed.
    pub(super) fn accept_notes_filter(&mut self) {
        self.mode = Mode::Panes;
        let typed = self.desk.notes_pane.filter.as_ref();
        if typed.is_some_and(|filter| filter.field.text().trim().is_empty()) {
            self.desk.notes_pane.filter = None;
        }
    }

    /// Removes the filter; `false` if there is none.
    pub(super) fn clear_notes_filter(&mut self) -> bool {
        let was_there = self.desk.notes_pane.filter.take().is_some();
        if was_there {
            self.filter_notes();
        }
        was_there
    }

    /// Removes the filter if it hides this note.
    pub(super) fn unhide(&mut self, id: &NoteId) {
        if !self.desk.notebook.lists(id) {
            self.clear_notes_filter();
        }
    }

    /// Applies the filter.
    pub(super) fn filter_notes(&mut self) {
        let index = &self.desk.indexed.index;
        let most = self.desk.notebook.notes().numbered();
        let matching = self.desk.notes_pane.filter.as_mut().and_then(|filter| {
            let query = Query::new(filter.field.text()).within(Scope::Notes);
            if query.is_empty() {
                filter.mistakes.clear();
                return None;
            }
            let found = index.find(&query, most);
            filter.mistakes = found.mistakes;
            let whole = found.hits.into_iter().filter(|hit| hit.missing.is_empty());
            let notes = whole.filter_map(|hit| match hit.target {
                Target::Note(id) => Some(id),
                Target::Paragraph(_) => None,
            });
            Some(notes.collect())
        });
        self.desk.notebook.narrow(matching);
        self.arrange_notes();
    }
}
