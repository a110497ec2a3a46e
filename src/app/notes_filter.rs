//! The notes pane narrowed to what matches, as in the finder.
//!
//! Rules, in order: it is narrowed at each key, and stays so while notes are added; what somebody
//! goes to is shown, whatever the filter says. A note is there when the index has it.

use super::{App, Field, Mode, Pane};
use crate::model::NoteId;
use crate::search::{Query, Scope, Target};

/// What narrows the notes pane.
#[derive(Clone, Debug, Default)]
pub struct NotesFilter {
    /// What was typed.
    pub field: Field,
    /// What looks like a filter and is none, in words, with a cure: nothing matches then.
    pub mistakes: Vec<String>,
}

impl App {
    /// What narrows the notes pane, if anything does.
    pub const fn notes_filter(&self) -> Option<&NotesFilter> {
        self.notes_filter.as_ref()
    }

    /// Opens the bar in which the filter is typed.
    pub(super) fn open_notes_filter(&mut self) {
        self.set_focus(Pane::Notes);
        self.notes_filter.get_or_insert_default();
        self.mode = Mode::NotesFilter;
    }

    /// Leaves the bar; a filter that asks for nothing is none.
    pub(super) fn accept_notes_filter(&mut self) {
        self.mode = Mode::Panes;
        let typed = self.notes_filter.as_ref();
        if typed.is_some_and(|filter| filter.field.text().trim().is_empty()) {
            self.notes_filter = None;
        }
    }

    /// Shows all notes again; `false` where they are.
    pub(super) fn clear_notes_filter(&mut self) -> bool {
        let was_there = self.notes_filter.take().is_some();
        if was_there {
            self.filter_notes();
        }
        was_there
    }

    /// Shows a note that the filter hides: all are shown again.
    pub(super) fn unhide(&mut self, id: &NoteId) {
        if !self.notebook.lists(id) {
            self.clear_notes_filter();
        }
    }

    /// Narrows the pane to what matches now.
    pub(super) fn filter_notes(&mut self) {
        let index = &self.indexed.index;
        let most = self.notebook.notes().numbered();
        let matching = self.notes_filter.as_mut().and_then(|filter| {
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
        self.notebook.narrow(matching);
        self.arrange_notes();
    }
}
