//! Opening overlays and bars, and what the lines of a list do.

use super::country::{Countries, Dossier, country_here};
use super::event::{Effect, FileRequest, Moment};
use super::input::{Action, OnPreview};
use super::layout::Pane;
use super::lists::{Choice, Picker, Purpose, floor_log, set_question, speakers};
use super::noting::{History, Undone};
use super::reporting::formats;
use super::speaking::{correct, give_floor_to, last_own_turn, toggle_queued};
use super::{App, Bar, Overlay, noting};
use crate::model::{Anchor, CountryCode, NoteId, Speaker};

impl App {
    /// Opens a list in place of the overlays that are open.
    pub(super) fn open_list(&mut self, picker: Picker) {
        self.open_overlay(Overlay::List(Box::new(picker)));
    }

    /// Opens a list over the overlay that is open, to which closing it returns.
    pub(super) fn push_list(&mut self, picker: Picker) {
        self.overlays.push(Overlay::List(Box::new(picker)));
    }

    /// Runs the choice of the list in front.
    pub(super) fn choose(&mut self, moment: &Moment, choice: Choice) -> Vec<Effect> {
        let Some(Overlay::List(picker)) = self.overlays.pop() else {
            return Vec::new();
        };
        match choice {
            Choice::Run(Action::SetMark | Action::GoMark) => {
                "press the key itself, then a letter".clone_into(&mut self.status);
                self.overlays.clear();
                Vec::new()
            }
            Choice::Run(action) => self.perform(moment, action, None),
            Choice::Format(format) => match self.overlays.last() {
                Some(Overlay::Report(preview)) => {
                    let outcome = preview.write(format, &self.desk);
                    self.apply(outcome)
                }
                _ => Vec::new(),
            },
            Choice::Entry(entry) => {
                self.overlays.clear();
                self.desk.jump_to_entry(entry);
                Vec::new()
            }
            Choice::Country(code) => {
                self.open_dossier(code);
                Vec::new()
            }
            Choice::Question(nth) => {
                self.overlays.clear();
                let outcome = set_question(&mut self.desk, nth);
                self.apply(outcome)
            }
            Choice::Turn(turn) => {
                self.open_correction(turn);
                Vec::new()
            }
            Choice::Speaker(speaker) => {
                self.overlays.clear();
                self.speaker_chosen(moment, &picker, speaker)
            }
        }
    }

    /// Runs the purpose of a list of speakers for the chosen one.
    fn speaker_chosen(
        &mut self,
        moment: &Moment,
        picker: &Picker,
        speaker: Speaker,
    ) -> Vec<Effect> {
        let desk = &mut self.desk;
        let outcome = match picker.purpose {
            Purpose::Queue => toggle_queued(desk, speaker),
            Purpose::Correction => correct(desk, moment, picker.turn.as_ref(), &speaker),
            _ => give_floor_to(desk, moment, speaker),
        };
        self.apply(outcome)
    }

    /// Makes the selected speaker the one of the current or last turn.
    pub(super) fn accept_correction(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some(Overlay::List(picker)) = self.overlays.last() else {
            return Vec::new();
        };
        let corrects = matches!(picker.purpose, Purpose::Floor | Purpose::Correction);
        let Some(Choice::Speaker(speaker)) = picker.choice().filter(|_| corrects) else {
            return Vec::new();
        };
        let is_on = self.desk.proceedings.holder().is_some();
        let last = last_own_turn(&self.desk).filter(|_| !is_on);
        let turn = picker.turn.clone().or(last);
        self.overlays.clear();
        if turn.is_none() && !is_on {
            "no turns yet; press Enter to give the floor".clone_into(&mut self.status);
            return Vec::new();
        }
        let outcome = correct(&mut self.desk, moment, turn.as_ref(), &speaker);
        self.apply(outcome)
    }

    /// Opens the floor log.
    pub(super) fn open_floor_log(&mut self) {
        match floor_log(&self.desk) {
            Some(list) => self.open_list(list),
            None => "no turns yet; press s to give the floor".clone_into(&mut self.status),
        }
    }

    /// Asks for the correct speaker of a turn; without one, of the current turn.
    fn open_correction(&mut self, turn: Option<NoteId>) {
        let mut list = speakers(&self.desk, Purpose::Correction);
        list.turn = turn;
        self.open_list(list);
    }

    /// Opens the list of countries with the one of the dossier or of the paragraph selected.
    pub(super) fn open_countries(&mut self) {
        if self.desk.briefing().is_none() {
            return;
        }
        let here = match self.overlays.last() {
            Some(Overlay::Dossier(dossier)) => Some(dossier.code),
            _ => country_here(&self.desk),
        };
        let list = Countries::new(here, &self.desk);
        self.open_overlay(Overlay::Countries(Box::new(list)));
    }

    /// Opens the dossier of a country.
    pub(super) fn open_dossier(&mut self, code: CountryCode) {
        if self.desk.briefing().is_some() {
            let dossier = Dossier::new(code, &self.desk);
            self.open_overlay(Overlay::Dossier(Box::new(dossier)));
        }
    }

    /// Opens the dossier of the country named at the selected paragraph, or nearest to it.
    pub(super) fn open_dossier_here(&mut self) {
        match country_here(&self.desk) {
            Some(code) => self.open_dossier(code),
            None => "no country mentioned here; press c to list all countries"
                .clone_into(&mut self.status),
        }
    }

    /// Requests the revisions of the selected note.
    pub(super) fn open_history(&mut self) -> Vec<Effect> {
        let Some((_, note)) = self.desk.notebook.selection() else {
            "no note is selected".clone_into(&mut self.status);
            return Vec::new();
        };
        let id = note.id.clone();
        self.open_overlay(Overlay::History(History::new(id.clone())));
        vec![Effect::Files(FileRequest::History(id))]
    }

    /// Opens the capture bar, over a dossier or the panes.
    pub(super) fn open_capture(&mut self, anchor: Option<Anchor>) -> Vec<Effect> {
        let is_dossier = |overlay: &Overlay| matches!(overlay, Overlay::Dossier(_));
        self.overlays.retain(is_dossier);
        let (capture, outcome) = noting::open(&mut self.desk, anchor);
        self.bar = Some(Bar::Capture(Box::new(capture)));
        self.apply(outcome)
    }

    /// Returns the anchor of a note written here: the paragraph selected in the dossier or the
    /// reader.
    pub(super) fn anchor_here(&self) -> Option<Anchor> {
        let paragraph = match self.overlays.last() {
            Some(Overlay::Dossier(dossier)) => dossier.paragraph(),
            _ => self.desk.paper.paragraph_here(),
        };
        Anchor::to(self.desk.briefing()?, paragraph?)
    }

    /// Opens the selected note in the bar.
    pub(super) fn edit_note(&mut self) {
        if let Some(capture) = noting::edit(&mut self.desk) {
            self.overlays.clear();
            self.bar = Some(Bar::Capture(Box::new(capture)));
        }
    }

    /// Opens the user's editor on the text of the bar or the selected note.
    pub(super) fn open_editor(&mut self) -> Vec<Effect> {
        if !matches!(self.bar, Some(Bar::Capture(_))) {
            self.edit_note();
        }
        let Some(Bar::Capture(capture)) = &self.bar else {
            "no note to edit".clone_into(&mut self.status);
            return Vec::new();
        };
        let outcome = noting::open_editor(capture);
        self.apply(outcome)
    }

    /// Undoes the last change; a deleted draft is back in the bar.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match noting::undo(&mut self.desk) {
            Undone::Draft(capture) => {
                self.overlays.clear();
                self.bar = Some(Bar::Capture(capture));
                Vec::new()
            }
            Undone::Step(outcome) => self.apply(outcome),
        }
    }

    /// Opens the filter of the notes pane.
    pub(super) fn open_notes_filter(&mut self) {
        self.overlays.clear();
        self.desk.focus_on(Pane::Notes);
        self.desk.notes_pane.filter.get_or_insert_default();
        self.bar = Some(Bar::NotesFilter);
    }

    /// Sets the next sort order of the notes.
    pub(super) fn next_notes_order(&mut self) {
        self.desk.notes_pane.next_order();
        self.desk.filter_notes();
        self.status = format!("notes sorted {}", self.desk.notes_pane.order.name());
    }

    /// Changes the report, or asks for the format to write it in.
    pub(super) fn on_preview(&mut self, change: OnPreview) {
        let Some(Overlay::Report(preview)) = self.overlays.last_mut() else {
            return;
        };
        match change {
            OnPreview::Write => {
                let list = formats(preview.place.options);
                self.push_list(list);
            }
            OnPreview::NextFace
            | OnPreview::PreviousFace
            | OnPreview::Draft
            | OnPreview::Working => preview.change(change, &self.desk),
        }
    }
}
