//! Navigation: scrolling, jumps, marks, and jumping back.

use crate::model::{Kind, Paragraph, Placed, View};

use super::contents::Branch;
use super::document::{Document, details};
use super::{Action, App, Area, Block, Given, Mode, Pane};

/// The panes in the order of Tab.
const PANES: [Pane; 3] = [Pane::Contents, Pane::Reader, Pane::Notes];
/// The number of jumps that can be undone.
const MOST_JUMPS: usize = 100;

impl App {
    /// Returns the rows of a page: all rows of the list or pane in focus but one, at least 1.
    pub(super) fn whole_page(&self) -> isize {
        self.rows_in_focus().saturating_sub(1).max(1)
    }

    /// Returns the rows of half a page, at least 1.
    pub(super) fn half_page(&self) -> isize {
        (self.rows_in_focus() / 2).max(1)
    }

    /// Selects a line of the list in focus; in the report, one of its gaps.
    pub(super) fn select_line(&mut self, by: isize) {
        match &self.mode {
            Mode::Report(_) => self.step_missing(by),
            _ => self.scroll(by),
        }
    }

    /// Scrolls the list or pane in focus, or moves its selection, by a number of rows.
    pub(super) fn scroll(&mut self, by: isize) {
        let is_broken = self.is_broken();
        match &mut self.mode {
            Mode::Find(_) => self.step_hits(by),
            Mode::List(picker) => picker.step(by),
            Mode::Countries(_) => self.step_countries(by),
            Mode::Dossier(_) => self.step_dossier(by),
            Mode::History(_) => self.scroll_history(by),
            Mode::Report(_) => self.scroll_report(by),
            _ if is_broken => self.scroll_problems(by),
            _ => self.scroll_pane(self.focus, by),
        }
    }

    fn rows_in_focus(&self) -> isize {
        let screen = self.screen();
        let area = match (&self.mode, self.focus) {
            (Mode::Find(_), _) => {
                let areas = self.find_areas();
                let hits = areas.hits.height / areas.rows.max(1);
                return isize::try_from(hits).unwrap_or(1);
            }
            (Mode::List(_) | Mode::Countries(_), _) => {
                return isize::try_from(self.list_rows()).unwrap_or(1);
            }
            // Each item has a head and a line.
            (Mode::Dossier(_), _) => {
                let (_, lines) = self.dossier_areas();
                return isize::try_from(lines.height / 2).unwrap_or(1);
            }
            (Mode::History(_), _) => Some(self.overlay_area()),
            (Mode::Report(_), _) => Some(self.report_areas().0),
            (_, Pane::Contents) => screen.contents,
            (_, Pane::Reader) => screen.reader,
            (_, Pane::Notes) => screen.notes,
        };
        let height = area.map_or(screen.whole.height, |area| area.inner().height);
        isize::try_from(height).unwrap_or(1)
    }

    fn scroll_problems(&mut self, by: isize) {
        let last = self.problems.len().saturating_sub(1);
        self.problems_top = self.problems_top.saturating_add_signed(by).min(last);
    }

    pub(super) fn scroll_pane(&mut self, pane: Pane, by: isize) {
        match pane {
            Pane::Contents => {
                if let Some(briefing) = &self.briefing {
                    self.contents.step(briefing, by);
                }
                self.preview_selected();
            }
            Pane::Reader => self.with_reader(|reader, page| reader.scroll(page, by)),
            Pane::Notes => self.scroll_notes(by),
        }
    }

    fn scroll_notes(&mut self, by: isize) {
        let area = self.screen().notes.map(Area::inner).unwrap_or_default();
        let (columns, rows) = (usize::from(area.width), usize::from(area.height));
        let selected = self.notebook.selection().map(|(_, note)| note);
        let needed = selected.map_or(0, |note| {
            let notes = self.notebook.notes();
            Self::note_rows((note, notes), self.briefing(), true, columns)
        });
        self.notebook.scroll(by, needed.saturating_sub(rows));
    }

    /// Shows the entry selected in the tree.
    pub(super) fn preview_selected(&mut self) {
        if let Branch::Entry(entry) = self.contents.selected {
            self.with_reader(|reader, page| reader.show_entry(page, entry));
        }
    }

    pub(super) fn go_to_end(&mut self, first: bool) {
        /// More lines than any paper has.
        const FAR: isize = isize::MAX / 2;
        let by = if first { -FAR } else { FAR };
        if self.is_broken() {
            return self.scroll_problems(by);
        }
        if let Mode::Report(_) = &self.mode {
            self.scroll_report(if first { isize::MIN } else { isize::MAX });
            return;
        }
        if let Mode::Dossier(_) = &self.mode {
            return self.go_to_end_of_dossier(first);
        }
        if let Mode::History(_) = &self.mode {
            return self.go_to_end_of_history(first);
        }
        match self.focus {
            Pane::Reader => {
                self.remember();
                self.with_reader(|reader, page| reader.go_to_end(page, first));
            }
            pane => self.scroll_pane(pane, by),
        }
    }

    pub(super) fn step_paragraph(&mut self, by: isize) {
        match self.focus {
            Pane::Reader => self.with_reader(|reader, page| reader.step(page, by)),
            pane => self.scroll_pane(pane, by),
        }
    }

    pub(super) fn next_pane(&mut self, by: isize) {
        let at = PANES
            .iter()
            .position(|pane| *pane == self.focus)
            .unwrap_or_default();
        let count = PANES.len();
        let next = (at + count).saturating_add_signed(by) % count;
        if let Some(pane) = PANES.get(next) {
            self.set_focus(*pane);
        }
    }

    pub(super) fn next_entry(&mut self, by: isize) {
        let here = self
            .page()
            .and_then(|page| self.reader.entry(&page))
            .unwrap_or_default();
        let count = self
            .briefing
            .as_ref()
            .map_or(0, |briefing| briefing.entries().len());
        let Some(entry) = here.checked_add_signed(by).filter(|entry| *entry < count) else {
            return;
        };
        self.with_reader(|reader, page| reader.show_entry(page, entry));
        if let (Pane::Contents, Some(briefing)) = (self.focus, &self.briefing) {
            self.contents.follow(briefing, entry);
        }
    }

    pub(super) fn go_kind(&mut self, kind: Kind) {
        let entries = self
            .briefing
            .as_ref()
            .map(|briefing| briefing.of_kind(kind));
        if let Some(entries) = entries.filter(|entries| !entries.is_empty()) {
            self.jump_to_entry(entries.start);
        }
    }

    /// Jumps to an entry.
    pub(super) fn jump_to_entry(&mut self, entry: usize) {
        self.remember();
        self.set_focus(Pane::Reader);
        self.with_reader(|reader, page| reader.show_entry(page, entry));
    }

    /// Jumps to a paragraph.
    pub(super) fn jump_to_paragraph(&mut self, paragraph: usize) {
        self.remember();
        self.set_focus(Pane::Reader);
        let block = self.document.paragraph(paragraph);
        self.with_reader(|reader, page| reader.show(page, block));
    }

    /// Jumps to the paragraph of this number.
    pub(super) fn go_paragraph(&mut self, given: Given) {
        let (Given::Number(number), Some(briefing)) = (given, self.briefing.as_deref()) else {
            return;
        };
        let mut numbers = briefing.paragraphs().iter().map(Paragraph::number);
        if let Some(paragraph) = numbers.position(|one| one == number) {
            self.jump_to_paragraph(paragraph);
        } else {
            let last = briefing.paragraphs().last().map_or(0, Paragraph::number);
            self.status = format!("no paragraph {number}; the last is ¶{last}");
        }
    }

    /// Remembers the current view before a jump.
    pub(super) fn remember(&mut self) {
        if let Some(view) = self.view() {
            self.remember_view(view);
        }
    }

    /// Remembers a view before a jump.
    pub(super) fn remember_view(&mut self, view: View) {
        self.forward.clear();
        if self.back.last() != Some(&view) {
            self.back.push(view);
        }
        if self.back.len() > MOST_JUMPS {
            self.back.remove(0);
        }
    }

    pub(super) fn travel(&mut self, back: bool) {
        let here = self.view();
        let from = if back {
            &mut self.back
        } else {
            &mut self.forward
        };
        let mut target = from.pop();
        // A jump to a note does not move the reader: skip a view equal to the current one.
        if target == here && self.focus == Pane::Reader {
            target = from.pop();
        }
        let Some(view) = target else {
            let says = if back {
                "nothing to jump back to"
            } else {
                "nothing to jump forward to"
            };
            says.clone_into(&mut self.status);
            return;
        };
        if back {
            &mut self.forward
        } else {
            &mut self.back
        }
        .extend(here);
        self.set_focus(Pane::Reader);
        self.with_reader(|reader, page| reader.restore(page, &view));
    }

    pub(super) fn set_mark(&mut self, given: Given) {
        let (Given::Letter(letter), Some(view)) = (given, self.view()) else {
            return;
        };
        self.marks.insert(letter, view);
        let go = self.key_for_letter(Action::GoMark, letter);
        self.status = format!("bookmark {letter} set; press {go} to return here");
    }

    pub(super) fn go_mark(&mut self, given: Given) {
        let Given::Letter(letter) = given else {
            return;
        };
        let Some(view) = self.marks.get(&letter).cloned() else {
            let set = self.key_for_letter(Action::SetMark, letter);
            self.status = format!("no bookmark {letter}; press {set} to set it");
            return;
        };
        self.remember();
        self.set_focus(Pane::Reader);
        self.with_reader(|reader, page| reader.restore(page, &view));
    }

    /// Opens the selection: a kind or entry, the footnotes and links of a paragraph, the paragraph
    /// of a note.
    pub(super) fn open(&mut self) {
        match (self.focus, self.contents.selected) {
            (Pane::Contents, Branch::Kind(kind)) => self.contents.toggle(kind),
            (Pane::Contents, Branch::Entry(entry)) => self.jump_to_entry(entry),
            (Pane::Reader, _) => self.open_block(),
            (Pane::Notes, _) => self.open_note(),
        }
    }

    fn open_block(&mut self) {
        match self.document.block(self.reader.selected) {
            Some(Block::See { entry, .. }) => self.jump_to_entry(entry),
            Some(Block::Footnote { anchor, .. } | Block::Address { anchor, .. }) => {
                self.toggle_details(anchor);
            }
            Some(Block::Paragraph(paragraph)) => match self.anchor_of_footnote(paragraph) {
                Some(anchor) => self.jump_to_paragraph(anchor),
                None if self.leads_on() => {
                    self.step_paragraph(1);
                    let key = |action| self.key_for(action);
                    let (open, next) = (key(Action::Open), key(Action::NextParagraph));
                    let previous = key(Action::PreviousParagraph);
                    self.status =
                        format!("press {open} to go there, {next} or {previous} to select another");
                }
                None => self.toggle_details(paragraph),
            },
            Some(Block::Heading(_)) | None => (),
        }
    }

    /// Returns whether links to other entries are right below the selection.
    fn leads_on(&self) -> bool {
        matches!(
            self.document.block(self.reader.selected + 1),
            Some(Block::See { .. })
        )
    }

    /// Returns the paragraph that anchors the footnote of this paragraph.
    fn anchor_of_footnote(&self, paragraph: usize) -> Option<usize> {
        let briefing = self.briefing.as_deref()?;
        let entry = briefing
            .entry_of(paragraph)
            .filter(|entry| entry.kind() == Kind::Footnote)?;
        let mut paragraphs = briefing.paragraphs().iter();
        paragraphs.position(|paragraph| paragraph.footnotes().any(|id| id == entry.id()))
    }

    /// Opens the footnotes and links of a paragraph, or closes them and selects the paragraph.
    fn toggle_details(&mut self, paragraph: usize) {
        let Some(briefing) = self.briefing.as_deref() else {
            return;
        };
        if details(briefing, paragraph).is_empty() {
            "no footnote or link in this paragraph".clone_into(&mut self.status);
            return;
        }
        let opens = !self.reader.open.remove(&paragraph);
        let top = self.view();
        if opens {
            self.reader.open.insert(paragraph);
        }
        if let Some(briefing) = self.briefing.as_ref() {
            self.document = Document::new(briefing, &self.reader.open);
        }
        let block = self.document.paragraph(paragraph);
        self.with_reader(|reader, page| {
            if let Some(view) = top {
                reader.restore(page, &view);
            }
            reader.select(page, if opens { block + 1 } else { block });
        });
    }

    fn open_note(&mut self) {
        let Some((number, note)) = self.notebook.selection() else {
            return;
        };
        let Some(anchor) = &note.anchor else {
            self.status = format!("note #{number} has no paragraph");
            return;
        };
        let Some(briefing) = self.briefing.as_deref() else {
            return;
        };
        match briefing.placed(anchor) {
            Placed::Paragraph(paragraph) => self.jump_to_paragraph(paragraph),
            Placed::Entry(entry) => self.jump_to_entry(entry),
            Placed::NotFound => self.status = format!("#{number}: {}", anchor.not_found()),
        }
    }
}
