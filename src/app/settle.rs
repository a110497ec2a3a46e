//! Derived state: the layout, the selections, the views.

use crate::model::{Note, Notes, View};

use super::{App, Area, Mode, Page, Pane, Reader};

impl App {
    /// Updates what is shown but not needed by keys: called once per frame, right before drawing.
    pub fn before_frame(&mut self) {
        if self.find_near() {
            // The height of the bar may have changed.
            self.settle();
        }
    }

    /// Updates the derived state: the layout, the tree's selection, the views.
    pub(super) fn settle(&mut self) {
        self.relayout();
        let screen = self.screen();
        let rows = |area: Option<Area>| area.map_or(1, |area| usize::from(area.inner().height));
        if let Some(briefing) = &self.desk.paper.briefing {
            if self.desk.focus != Pane::Contents {
                let entry = self
                    .page()
                    .and_then(|page| self.desk.paper.reader.entry(&page));
                if let Some(entry) = entry {
                    self.desk.paper.contents.follow(briefing, entry);
                }
            }
            self.desk
                .paper
                .contents
                .keep_visible(briefing, rows(screen.contents));
        }
        if let Some(area) = screen.notes.map(Area::inner) {
            let columns = usize::from(area.width);
            let selected = self.desk.notebook.selected.clone();
            let briefing = self.desk.paper.briefing.clone();
            let rows = |note: &Note, notes: &Notes| {
                let is_selected = selected.as_ref() == Some(&note.id);
                Self::note_rows((note, notes), briefing.as_deref(), is_selected, columns)
            };
            self.desk
                .notebook
                .keep_visible(usize::from(area.height), rows);
        }
        self.keep_hit_visible();
        self.keep_dossier_visible();
        self.keep_report_visible();
        let rows = self.list_rows();
        match &mut self.mode {
            Mode::List(picker) => picker.keep_visible(rows),
            Mode::Countries(list) => list.keep_visible(rows),
            _ => (),
        }
    }

    /// Lays the page out for the current size of the reader, keeping the view.
    pub(super) fn relayout(&mut self) {
        let Some(area) = self.screen().reader.map(Area::inner) else {
            return;
        };
        let room = (usize::from(area.width), usize::from(area.height));
        if room == self.desk.paper.laid {
            return;
        }
        let view = self.desk.paper.seen.clone().or_else(|| self.view());
        self.desk.paper.laid = room;
        if let Some(view) = view {
            self.with_reader(|reader, page| reader.restore(page, &view));
        }
    }

    /// Returns the laid out page; `None` without a briefing.
    pub fn page(&self) -> Option<Page<'_>> {
        let (briefing, (width, height)) =
            (self.desk.paper.briefing.as_ref()?, self.desk.paper.laid);
        Some(Page {
            briefing,
            document: &self.desk.paper.document,
            width,
            height,
        })
    }

    /// Returns the current view of the paper.
    pub(super) fn view(&self) -> Option<View> {
        self.desk.paper.reader.view(&self.page()?)
    }

    pub(super) fn with_reader(&mut self, change: impl FnOnce(&mut Reader, &Page<'_>)) {
        let Some(briefing) = self.desk.paper.briefing.as_ref() else {
            return;
        };
        let (width, height) = self.desk.paper.laid;
        let page = Page {
            briefing,
            document: &self.desk.paper.document,
            width,
            height,
        };
        if !page.document.is_empty() {
            change(&mut self.desk.paper.reader, &page);
        }
    }
}
