//! The filter of the notes pane, with the syntax of the finder.
//!
//! Rules, in order: each key filters, and the filter stays while notes are added; a note that the
//! user goes to is shown whatever the filter. New notes match once they are indexed.

use super::{App, Field, Mode, Pane};
use crate::messages::InterfaceLanguage;
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
        self.notes_filter.as_ref()
    }

    /// Opens the bar of the filter.
    pub(super) fn open_notes_filter(&mut self) {
        self.set_focus(Pane::Notes);
        self.notes_filter.get_or_insert_default();
        self.mode = Mode::NotesFilter;
    }

    /// Closes the bar; an empty filter is removed.
    pub(super) fn accept_notes_filter(&mut self) {
        self.mode = Mode::Panes;
        let typed = self.notes_filter.as_ref();
        if typed.is_some_and(|filter| filter.field.text().trim().is_empty()) {
            self.notes_filter = None;
        }
    }

    /// Removes the filter; `false` if there is none.
    pub(super) fn clear_notes_filter(&mut self) -> bool {
        let was_there = self.notes_filter.take().is_some();
        if was_there {
            self.filter_notes();
        }
        was_there
    }

    /// Removes the filter if it hides this note.
    pub(super) fn unhide(&mut self, id: &NoteId) {
        if !self.notebook.lists(id) {
            self.clear_notes_filter();
        }
    }

    /// Applies the filter.
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
            let mistakes = found.mistakes.iter();
            let words = mistakes.map(|it| it.words(InterfaceLanguage::English).into_owned());
            filter.mistakes = words.collect();
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
