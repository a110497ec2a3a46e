//! The desk: everything that belongs to one open briefing.
//!
//! Rules, in order: what would be different for another paper is here, and the rest is in `App`;
//! each part has one owner; derived state is cached, and `settle` keeps it current.

mod country_order;
mod drafts;
mod finding;
mod index_state;
mod report_place;
mod saving;
mod view;

pub use country_order::CountryOrder;
pub(super) use drafts::{Drafts, OldDrafts};
pub use finding::Finding;
pub(super) use index_state::Indexed;
pub use report_place::ReportPlace;

use std::collections::BTreeSet;

use crate::messages::StatusMessage;
use crate::model::{Briefing, Draft, EntryId, Kind, Note, NoteId, Notes, Record, Session};
use crate::search::{Index, Target};

use super::event::{DeskEffect, DeskId, Effect};
use super::floor::{Proceedings, who_spoke};
use super::input::Context;
use super::layout::{Area, Pane, Screen, Viewport};
use super::notes::{Notebook, NotesPane, note_rows};
use super::paper::OpenPaper;

/// Everything that belongs to one open briefing.
#[derive(Default)]
pub struct Desk {
    /// The number that its events and effects carry.
    id: DeskId,
    /// The part of the screen that it is shown in.
    pub(super) viewport: Viewport,
    /// The text and the place in it.
    pub(super) paper: OpenPaper,
    /// The pane in focus.
    pub(super) focus: Pane,
    /// Whether the pane in focus is shown alone.
    pub(super) zoom: bool,
    /// The notes.
    pub(super) notebook: Notebook,
    /// The order and filter of the notes pane.
    pub(super) notes_pane: NotesPane,
    /// The paragraphs that notes are about, by index.
    pub(super) noted: BTreeSet<usize>,
    /// The revisions that the last run could not save anywhere, until they are tried again.
    pub(super) untried: Vec<Record>,
    /// The status to repeat once the disk has confirmed the last change.
    pub(super) announced: Option<StatusMessage>,
    /// The floor and the question.
    pub(super) proceedings: Proceedings,
    /// The drafts outside the bar.
    pub(super) drafts: Drafts,
    /// The search index.
    pub(super) indexed: Indexed,
    /// The search whose matches are lit.
    pub(super) finding: Option<Finding>,
    /// The searches that led to a jump, newest first.
    pub(super) searches: Vec<String>,
    /// The order in which countries are listed and stepped through.
    pub(super) country_order: CountryOrder,
    /// The version of the report and the place in it, before the jump to a gap.
    pub(super) left_report: ReportPlace,
}

impl Desk {
    /// Creates a desk that continues a session, still without a briefing.
    pub(super) fn new(viewport: Viewport, session: Session) -> Self {
        let Session {
            view,
            marks,
            searches,
            drafts,
            pending,
            dropped,
            floor,
            question,
        } = session;
        Self {
            viewport,
            paper: OpenPaper {
                laid: (viewport.columns.into(), viewport.rows.into()),
                marks: marks.into_iter().collect(),
                seen: view,
                ..OpenPaper::default()
            },
            untried: pending,
            proceedings: Proceedings {
                floor,
                question,
                ..Proceedings::default()
            },
            drafts: Drafts::new(drafts, dropped),
            searches,
            ..Self::default()
        }
    }

    /// Returns the number of the desk.
    pub(super) const fn id(&self) -> DeskId {
        self.id
    }

    /// Returns a request to the threads of the desk.
    pub(super) const fn effect(&self, effect: DeskEffect) -> Effect {
        Effect::Desk(self.id, effect)
    }

    /// Returns the state for the next start; `in_bar` is the draft in the capture bar.
    pub(super) fn session(&self, in_bar: Option<Draft>) -> Session {
        let pending = self.notebook.pending().iter();
        let pending = pending.filter(|pending| !pending.is_on_this_machine());
        let pending = pending.map(|pending| pending.record.clone());
        let marks = self.paper.marks.iter();
        let dropped = self.drafts.dropped.iter().map(|(_, draft)| draft.clone());
        let waiting = self.drafts.waiting.iter().cloned();
        Session {
            view: self.paper.view().or_else(|| self.paper.seen.clone()),
            marks: marks
                .map(|(letter, view)| (*letter, view.clone()))
                .collect(),
            searches: self.searches.clone(),
            drafts: waiting.chain(in_bar).collect(),
            pending: self.untried.iter().cloned().chain(pending).collect(),
            dropped: dropped.collect(),
            floor: self.proceedings.floor.clone(),
            question: self.proceedings.question.clone(),
        }
    }

    /// Returns the areas of the panes and the bar.
    pub fn screen(&self) -> Screen {
        Screen::new(self.viewport, self.focus, self.zoom)
    }

    /// Returns the briefing; `None` if it has mistakes or has not been read yet.
    pub fn briefing(&self) -> Option<&Briefing> {
        self.paper.briefing.as_deref()
    }

    /// Returns the context of the next key if nothing is in front of the panes.
    pub(super) fn context(&self) -> Context {
        match self.focus {
            _ if self.briefing().is_none() => Context::Broken,
            Pane::Contents => Context::Contents,
            Pane::Reader => Context::Reader,
            Pane::Notes => Context::Notes,
        }
    }

    /// Returns the newest index.
    pub(super) const fn index(&self) -> &Index {
        &self.indexed.index
    }

    /// Returns the index of the current question among the guiding questions, from 0.
    pub fn question_number(&self) -> Option<usize> {
        self.number_of(self.proceedings.question.as_ref()?)
    }

    /// Returns the index of a question among the guiding questions, from 0.
    fn number_of(&self, question: &EntryId) -> Option<usize> {
        let briefing = self.briefing()?;
        let questions = briefing.of_kind(Kind::Question);
        let at = briefing.index_of(question)?;
        at.checked_sub(questions.start)
            .filter(|_| questions.contains(&at))
    }

    /// Moves the focus to a pane.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        self.lay_out();
    }

    /// Lays the page out for the reader pane, keeping the view.
    pub(super) fn lay_out(&mut self) {
        if let Some(area) = self.screen().reader.map(Area::inner) {
            self.paper.lay_out((area.width.into(), area.height.into()));
        }
    }

    /// Jumps to an entry.
    pub(super) fn jump_to_entry(&mut self, entry: usize) {
        self.paper.remember();
        self.focus_on(Pane::Reader);
        self.paper
            .with_reader(|reader, page| reader.show_entry(page, entry));
    }

    /// Jumps to a paragraph.
    pub(super) fn jump_to_paragraph(&mut self, paragraph: usize) {
        self.paper.remember();
        self.show_paragraph(paragraph);
    }

    /// Goes to a paragraph or a note.
    pub(super) fn show_target(&mut self, target: &Target) {
        match target {
            Target::Note(id) => self.show_note(id.clone()),
            Target::Paragraph(paragraph) => self.show_paragraph(*paragraph),
        }
    }

    fn show_paragraph(&mut self, paragraph: usize) {
        self.focus_on(Pane::Reader);
        let block = self.paper.document.paragraph(paragraph);
        self.paper
            .with_reader(|reader, page| reader.show(page, block));
    }

    /// Selects a note and focuses the notes pane; a filter that hides it is removed.
    pub(super) fn show_note(&mut self, id: NoteId) {
        if !self.notebook.lists(&id) {
            self.clear_notes_filter();
        }
        self.notebook.selected = Some(id);
        self.focus_on(Pane::Notes);
    }

    /// Removes the notes filter; `false` if there is none.
    pub(super) fn clear_notes_filter(&mut self) -> bool {
        let was_there = self.notes_pane.filter.take().is_some();
        if was_there {
            self.filter_notes();
        }
        was_there
    }

    /// Applies filter and order to the notes pane.
    pub(super) fn filter_notes(&mut self) {
        let briefing = self.paper.briefing.as_deref();
        let index = &self.indexed.index;
        self.notes_pane.apply(&mut self.notebook, index, briefing);
    }

    /// Updates what is derived from the notes if they have changed, and requests an index.
    pub(super) fn renew_index(&mut self) -> Option<Effect> {
        let notes = self.notebook.notes();
        let texts = self.indexed.ask(self.paper.briefing.as_ref(), notes)?;
        let briefing = self.paper.briefing.as_deref();
        let anchors = notes.iter().filter_map(|(_, note)| note.anchor.as_ref());
        let paragraphs = anchors.filter_map(|anchor| briefing?.placed(anchor).paragraph());
        self.noted = paragraphs.collect();
        self.proceedings.spoken_before = who_spoke(notes);
        self.notes_pane.sort(&mut self.notebook, briefing);
        Some(self.effect(DeskEffect::Index(texts)))
    }

    /// Updates the layout and the selections of the panes.
    pub(super) fn settle(&mut self) {
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
