//! Derived state: the layout, the selections, and what is worked out from the notes.

use crate::model::{Note, Notes};

use super::Desk;
use crate::app::event::Effect;
use crate::app::floor::who_spoke;
use crate::app::layout::{Area, Pane};
use crate::app::notes::note_rows;

impl Desk {
    /// Updates what is worked out from the notes if they have changed, and requests an index.
    pub(in crate::app) fn renew_index(&mut self) -> Option<Effect> {
        let notes = self.notebook.notes();
        let changed = self.indexed.ask(self.paper.briefing.as_ref(), notes)?;
        let briefing = self.paper.briefing.as_deref();
        let anchors = notes.iter().filter_map(|(_, note)| note.anchor.as_ref());
        let paragraphs = anchors.filter_map(|anchor| briefing?.placed(anchor).paragraph());
        self.noted = paragraphs.collect();
        self.proceedings.spoken_before = who_spoke(notes);
        self.notes_pane.sort(&mut self.notebook, briefing);
        Some(changed)
    }

    /// Updates the layout and the selections of the panes.
    pub(in crate::app) fn settle(&mut self) {
        self.lay_out();
        let screen = self.screen();
        let rows = |area: Option<Area>| area.map_or(1, |area| usize::from(area.inner().height));
        if self.focus != Pane::Contents {
            self.paper.follow();
        }
        let paper = &mut self.paper;
        if let Some(briefing) = &paper.briefing {
            paper.contents.keep_visible(briefing, rows(screen.contents));
        }
        if let Some(area) = screen.notes.map(Area::inner) {
            let columns = usize::from(area.width);
            let selected = self.notebook.selected.clone();
            let briefing = self.paper.briefing.as_deref();
            let rows = |note: &Note, notes: &Notes| {
                let is_selected = selected.as_ref() == Some(&note.id);
                note_rows((note, notes), briefing, is_selected, columns)
            };
            self.notebook.keep_visible(usize::from(area.height), rows);
        }
    }
}
