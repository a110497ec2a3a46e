//! The find bar, and walking through what was found.

use crate::model::{NoteId, View};
use crate::search::{Found, Hit, Query, Target};

use super::{App, Field, Mode, Pane};

/// Nobody steps through more.
pub(super) const MOST_HITS: usize = 500;

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    /// The words.
    pub query: Query,
    /// What was found, best first.
    pub found: Found,
    /// Which of the hits is shown.
    pub at: usize,
}

/// The find bar.
#[derive(Clone, Debug)]
pub struct Find {
    /// What was typed.
    pub field: Field,
    /// What that found.
    pub finding: Finding,
    origin: Origin,
}

/// Where one was before one looked for something.
#[derive(Clone, Debug)]
struct Origin {
    view: Option<View>,
    focus: Pane,
    note: Option<NoteId>,
}

impl App {
    pub(super) fn open_find(&mut self) {
        self.mode = Mode::Find(Find {
            field: Field::default(),
            finding: Finding::default(),
            origin: Origin {
                view: self.view(),
                focus: self.focus,
                note: self.notebook.selected.clone(),
            },
        });
    }

    /// Looks for what stands in the bar, and shows the best of it.
    pub(super) fn look(&mut self) {
        let Mode::Find(find) = &mut self.mode else {
            return;
        };
        let query = Query::new(find.field.text());
        let found = self.index.find(&query, MOST_HITS);
        let (best, origin) = (found.hits.first().cloned(), find.origin.clone());
        find.finding = Finding {
            query,
            found,
            at: 0,
        };
        match best {
            Some(hit) => self.show_hit(&hit),
            None => self.return_to(&origin),
        }
    }

    fn show_hit(&mut self, hit: &Hit) {
        let block = match &hit.target {
            Target::Note(id) => {
                self.notebook.selected = Some(id.clone());
                return self.set_focus(Pane::Notes);
            }
            Target::Paragraph(paragraph) => self.document.paragraph(*paragraph),
        };
        self.set_focus(Pane::Reader);
        self.with_reader(|reader, page| reader.show(page, block));
    }

    /// Shows the next (1) or previous (−1) hit, and after the last one the first.
    pub(super) fn next_match(&mut self, by: isize) {
        let finding = match &mut self.mode {
            Mode::Find(find) => Some(&mut find.finding),
            _ => self.finding.as_mut(),
        };
        let Some(finding) = finding.filter(|finding| !finding.found.hits.is_empty()) else {
            "nothing to step through; / finds words".clone_into(&mut self.status);
            return;
        };
        let count = finding.found.hits.len();
        finding.at = (finding.at + count).saturating_add_signed(by) % count;
        let hit = finding.found.hits.get(finding.at).cloned();
        self.tell_position();
        if let Some(hit) = hit {
            self.show_hit(&hit);
        }
    }

    fn tell_position(&mut self) {
        if let (Mode::Panes, Some(finding)) = (&self.mode, &self.finding) {
            self.status = format!("{} of {}", finding.at + 1, finding.found.hits.len());
        }
    }

    pub(super) fn accept_find(&mut self, find: Find) {
        if find.finding.found.hits.is_empty() {
            return self.cancel_find(&find);
        }
        let here = self.view();
        if let Some(view) = find.origin.view.filter(|view| here.as_ref() != Some(view)) {
            self.remember_view(view);
        }
        self.finding = Some(find.finding);
        self.tell_position();
    }

    pub(super) fn cancel_find(&mut self, find: &Find) {
        self.return_to(&find.origin);
        self.finding = None;
    }

    fn return_to(&mut self, origin: &Origin) {
        self.notebook.selected.clone_from(&origin.note);
        self.set_focus(origin.focus);
        if let Some(view) = &origin.view {
            self.with_reader(|reader, page| reader.restore(page, view));
        }
    }
}
