//! The order and the filter of the notes pane; the filter has the syntax of the finder.
//!
//! Rules, in order: each key filters, and the filter stays while notes are added; a note that the
//! user goes to is shown whatever the filter. New notes match once they are indexed.

use crate::app::floor::speaker_name;
use crate::app::input::Field;
use crate::messages::InterfaceLanguage;
use crate::model::{Briefing, Placed};
use crate::search::{Index, Query, Scope, Target};
use crate::text::fold;

use super::notebook::Notebook;
use super::order::NotesOrder;

/// The filter of the notes pane.
#[derive(Clone, Debug, Default)]
pub struct NotesFilter {
    /// The typed filter.
    pub field: Field,
    /// The parts that look like a filter but are not valid, each with a fix for the user; if there
    /// are any, no note matches.
    pub mistakes: Vec<String>,
}

/// The order and filter of the notes pane.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct NotesPane {
    /// The sort order.
    pub(in crate::app) order: NotesOrder,
    /// The filter, if there is one.
    pub(in crate::app) filter: Option<NotesFilter>,
}

impl NotesPane {
    /// Changes to the next sort order.
    pub(in crate::app) fn next_order(&mut self) {
        self.order = self.order.next();
    }

    /// Removes an empty filter.
    pub(in crate::app) fn drop_if_empty(&mut self) {
        let typed = self.filter.as_ref();
        if typed.is_some_and(|filter| filter.field.text().trim().is_empty()) {
            self.filter = None;
        }
    }

    /// Applies filter and order to the notes.
    pub(in crate::app) fn apply(
        &mut self,
        notebook: &mut Notebook,
        index: &Index,
        briefing: Option<&Briefing>,
    ) {
        let most = notebook.notes().numbered();
        let matching = self.filter.as_mut().and_then(|filter| {
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
        notebook.narrow(matching);
        self.sort(notebook, briefing);
    }

    /// Sorts the notes.
    pub(in crate::app) fn sort(&self, notebook: &mut Notebook, briefing: Option<&Briefing>) {
        match self.order {
            NotesOrder::Time => notebook.arrange(|_| ()),
            NotesOrder::Question => notebook.arrange(|note| {
                let question = note.question.as_ref();
                let at = question.and_then(|id| briefing?.index_of(id));
                at.unwrap_or(usize::MAX)
            }),
            NotesOrder::Speaker => notebook.arrange(|note| {
                let name = note.speaker.as_ref().map(speaker_name);
                (name.is_none(), name.map(fold))
            }),
            NotesOrder::Paragraph => notebook.arrange(|note| {
                let first = |entry: usize| Some(briefing?.entries().get(entry)?.paragraphs().start);
                let anchor = note.anchor.as_ref();
                let at = anchor.and_then(|anchor| match briefing?.placed(anchor) {
                    Placed::Paragraph(paragraph) => Some(paragraph),
                    Placed::Entry(entry) => first(entry),
                    Placed::NotFound => None,
                });
                at.unwrap_or(usize::MAX)
            }),
        }
    }
}
