//! The mouse: the wheel scrolls the pane below it, a click selects.

use crate::model::NoteId;

use super::{App, Area, Effect, Mode, MouseDoes, Pane};

/// The lines scrolled by a notch of the wheel, as in most terminals.
const NOTCH: isize = 3;

impl App {
    pub(super) fn mouse(&mut self, does: MouseDoes, column: u16, row: u16) -> Vec<Effect> {
        self.card = None;
        let notch = match does {
            MouseDoes::WheelUp => -1,
            MouseDoes::WheelDown => 1,
            MouseDoes::Click => 0,
        };
        let list = self.list_area().inner();
        let list = Area {
            y: list.y + 2,
            height: list.height.saturating_sub(2),
            ..list
        };
        match (&mut self.mode, does) {
            (Mode::List(picker), MouseDoes::Click) => {
                if list.contains(column, row) {
                    let line = picker.top + usize::from(row - list.y);
                    picker.selected = line.min(picker.hits.len().saturating_sub(1));
                }
            }
            (Mode::List(picker), _) => picker.step(notch),
            (Mode::Countries(_), MouseDoes::Click) if list.contains(column, row) => {
                self.click_country(usize::from(row - list.y));
            }
            (Mode::Countries(_), _) => self.step_countries(notch),
            (Mode::Dossier(_), MouseDoes::Click) => self.click_dossier(column, row),
            (Mode::Dossier(_), _) => self.step_dossier(notch),
            (Mode::History(_), _) => self.scroll_history(notch * NOTCH),
            (Mode::Report(_), MouseDoes::Click) => self.click_missing(column, row),
            (Mode::Report(_), _) => self.scroll_report(notch * NOTCH),
            (Mode::Find(_), MouseDoes::Click) => self.click_hit(column, row),
            (Mode::Find(_), _) => self.wheel_hits(notch),
            (_, MouseDoes::Click) => self.click(column, row),
            _ => {
                let pane = self.screen().pane_at(column, row).map(|(pane, _)| pane);
                match pane.filter(|_| self.briefing.is_some()) {
                    Some(Pane::Contents) => self.contents.scroll(notch * NOTCH),
                    Some(Pane::Reader) => self.scroll_pane(Pane::Reader, notch * NOTCH),
                    Some(Pane::Notes) => self.scroll_pane(Pane::Notes, notch),
                    None => (),
                }
            }
        }
        Vec::new()
    }

    fn click(&mut self, column: u16, row: u16) {
        let Some((pane, area)) = self.screen().pane_at(column, row) else {
            return;
        };
        let inner = area.inner();
        let line = usize::from(row.saturating_sub(inner.y));
        let hits_line = inner.contains(column, row);
        if matches!(self.mode, Mode::Panes) {
            self.set_focus(pane);
        }
        match pane {
            _ if !hits_line => (),
            Pane::Contents => self.click_branch(line),
            Pane::Reader => self.click_block(line),
            Pane::Notes => self.click_note(line, usize::from(inner.width)),
        }
    }

    fn click_branch(&mut self, line: usize) {
        let Some(briefing) = &self.briefing else {
            return;
        };
        let at = self.contents.top + line;
        let branch = self.contents.branches(briefing, at).next();
        let Some(branch) = branch else {
            return;
        };
        self.contents.selected = branch;
        match branch {
            super::Branch::Kind(kind) => self.contents.toggle(kind),
            super::Branch::Entry(_) => {
                self.remember();
                self.preview_selected();
            }
        }
    }

    fn click_block(&mut self, line: usize) {
        let Some(page) = self.page() else { return };
        let mut left = line;
        let hit = self
            .reader
            .visible(&page)
            .into_iter()
            .find(|(_, _, lines)| {
                let here = left < *lines;
                left = left.saturating_sub(*lines);
                here
            });
        let block = hit.map(|(index, ..)| index);
        let selectable = |index: &usize| {
            !matches!(
                self.document.block(*index),
                Some(super::Block::Heading(_)) | None
            )
        };
        if let Some(block) = block.filter(selectable) {
            self.with_reader(|reader, page| reader.select(page, block));
        }
    }

    fn click_note(&mut self, line: usize, columns: usize) {
        if let Some(id) = self.note_at(line, columns) {
            self.show_note(id);
        }
    }

    /// Returns the note on a line of the pane.
    fn note_at(&self, line: usize, columns: usize) -> Option<NoteId> {
        let selected = self.notebook.selected.as_ref();
        let mut left = line;
        let mut shown = self.notebook.from_top();
        let hit = shown.find(|note| {
            let rows = Self::note_rows(
                (note, self.notebook.notes()),
                self.briefing(),
                selected == Some(&note.id),
                columns,
            );
            let here = left < rows;
            left = left.saturating_sub(rows);
            here
        });
        hit.map(|note| note.id.clone())
    }
}
