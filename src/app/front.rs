//! What is in front of the panes: overlays, and the bar that takes text.

use super::country::{Countries, Dossier, country_here};
use super::desk::Desk;
use super::event::{DeskEffect, FileRequest};
use super::input::{Context, OnPreview};
use super::layout::Pane;
use super::lists::{Picker, Purpose, floor_log, speakers};
use super::noting::{Capture, History, Undone, edit, open, open_editor, undo};
use super::outcome::Outcome;
use super::overlay::{Bar, Overlay};
use super::reporting::formats;
use super::speaking::turn_to_correct;
use crate::messages::{FloorMessage, NoteMessage, PaperMessage};
use crate::model::{Anchor, CountryCode, NoteId};

/// The overlays and the bar.
#[derive(Default)]
pub(super) struct Front {
    /// The overlays, the one in front last.
    pub(super) overlays: Vec<Overlay>,
    /// The bar that takes text, in front of the overlays.
    pub(super) bar: Option<Bar>,
}

impl Front {
    /// Returns the context of the next key; `None` if the panes are in front.
    pub(super) fn context(&self) -> Option<Context> {
        let overlay = self.overlays.last().map(Overlay::context);
        self.bar.as_ref().map(Bar::context).or(overlay)
    }

    /// Opens an overlay in place of those that are open.
    pub(super) fn open(&mut self, overlay: Overlay) {
        self.overlays = vec![overlay];
    }

    /// Opens a list in place of the overlays that are open.
    pub(super) fn open_list(&mut self, picker: Picker) {
        self.open(Overlay::List(Box::new(picker)));
    }

    /// Opens a list over the overlay that is open, to which closing it returns.
    pub(super) fn push_list(&mut self, picker: Picker) {
        self.overlays.push(Overlay::List(Box::new(picker)));
    }

    /// Opens a list over a dossier, the history or the report; another list is replaced.
    pub(super) fn open_over(&mut self, picker: Picker) {
        let is_list = |overlay: &Overlay| matches!(overlay, Overlay::List(_));
        self.overlays.retain(|overlay| !is_list(overlay));
        self.push_list(picker);
    }

    /// Opens the floor log.
    pub(super) fn open_floor_log(&mut self, desk: &Desk) -> Outcome {
        let Some(list) = floor_log(desk) else {
            return Outcome::say(FloorMessage::NoTurns);
        };
        self.open_over(list);
        Outcome::none()
    }

    /// Asks for the correct speaker of a turn, or of the current turn if `turn` is `None`.
    pub(super) fn open_correction(&mut self, turn: Option<NoteId>, desk: &Desk) {
        let mut list = speakers(desk, Purpose::Correction);
        list.turn = turn;
        self.open_over(list);
    }

    /// Asks for the correct speaker of the current turn, otherwise of the last.
    pub(super) fn open_correction_now(&mut self, desk: &Desk) {
        self.open_correction(turn_to_correct(desk), desk);
    }

    /// Switches whether the choice of the list holds from now on or since the turn began.
    pub(super) fn switch_since(&mut self) {
        if let Some(Overlay::List(picker)) = self.overlays.last_mut() {
            picker.since_turn_began = !picker.since_turn_began;
        }
    }

    /// Opens the list of countries at the country of the dossier or of the selected paragraph.
    pub(super) fn open_countries(&mut self, desk: &Desk) {
        if desk.briefing().is_none() {
            return;
        }
        let here = match self.overlays.last() {
            Some(Overlay::Dossier(dossier)) => Some(dossier.code),
            Some(
                Overlay::Find(_)
                | Overlay::List(_)
                | Overlay::Countries(_)
                | Overlay::History(_)
                | Overlay::Report(_),
            )
            | None => country_here(desk),
        };
        self.open(Overlay::Countries(Box::new(Countries::new(here, desk))));
    }

    /// Opens the dossier of a country.
    pub(super) fn open_dossier(&mut self, code: CountryCode, desk: &Desk) {
        if desk.briefing().is_some() {
            self.open(Overlay::Dossier(Box::new(Dossier::new(code, desk))));
        }
    }

    /// Opens the dossier of the country named at the selected paragraph, or nearest to it.
    pub(super) fn open_dossier_here(&mut self, desk: &Desk) -> Outcome {
        let Some(code) = country_here(desk) else {
            return Outcome::say(PaperMessage::NoCountryHere);
        };
        self.open_dossier(code, desk);
        Outcome::none()
    }

    /// Opens the history of the selected note, and requests its revisions.
    pub(super) fn open_history(&mut self, desk: &Desk) -> Outcome {
        let Some((_, note)) = desk.notebook.selection() else {
            return Outcome::say(NoteMessage::NoneSelected);
        };
        self.open(Overlay::History(History::new(note.id.clone())));
        let request = FileRequest::History(note.id.clone());
        Outcome::effect(desk.effect(DeskEffect::Files(request)))
    }

    /// Opens the capture bar, over a dossier or the panes.
    pub(super) fn open_capture(&mut self, anchor: Option<Anchor>, desk: &mut Desk) -> Outcome {
        let is_dossier = |overlay: &Overlay| matches!(overlay, Overlay::Dossier(_));
        self.overlays.retain(is_dossier);
        let (capture, outcome) = open(desk, anchor);
        self.bar = Some(Bar::Capture(Box::new(capture)));
        outcome
    }

    /// Opens the capture bar over the panes, and closes all overlays.
    fn open_bar(&mut self, capture: Box<Capture>) {
        self.overlays.clear();
        self.bar = Some(Bar::Capture(capture));
    }

    /// Returns the index of the paragraph selected in the dossier or the reader.
    pub(super) fn paragraph_here(&self, desk: &Desk) -> Option<usize> {
        match self.overlays.last() {
            Some(Overlay::Dossier(dossier)) => dossier.paragraph(),
            Some(
                Overlay::Find(_)
                | Overlay::List(_)
                | Overlay::Countries(_)
                | Overlay::History(_)
                | Overlay::Report(_),
            )
            | None => desk.paper.paragraph_here(),
        }
    }

    /// Returns the anchor of a note written here.
    pub(super) fn anchor_here(&self, desk: &Desk) -> Option<Anchor> {
        Anchor::to(desk.briefing()?, self.paragraph_here(desk)?)
    }

    /// Opens the selected note in the bar.
    pub(super) fn edit_note(&mut self, desk: &mut Desk) {
        if let Some(capture) = edit(desk) {
            self.open_bar(Box::new(capture));
        }
    }

    /// Opens the user's editor on the text of the bar or the selected note.
    pub(super) fn open_editor(&mut self, desk: &mut Desk) -> Outcome {
        if !matches!(self.bar, Some(Bar::Capture(_))) {
            self.edit_note(desk);
        }
        match &self.bar {
            Some(Bar::Capture(capture)) => open_editor(capture, desk),
            Some(Bar::NotesFilter) | None => Outcome::say(NoteMessage::NoneSelected),
        }
    }

    /// Undoes the last change; a deleted draft returns to the bar.
    pub(super) fn undo(&mut self, desk: &mut Desk) -> Outcome {
        match undo(desk) {
            Undone::Draft(capture) => {
                self.open_bar(capture);
                Outcome::none()
            }
            Undone::Step(outcome) => outcome,
        }
    }

    /// Opens the filter of the notes pane.
    pub(super) fn open_notes_filter(&mut self, desk: &mut Desk) {
        self.overlays.clear();
        desk.focus_on(Pane::Notes);
        desk.notes_pane.filter.get_or_insert_default();
        self.bar = Some(Bar::NotesFilter);
    }

    /// Changes the report, or asks for the format to write it in.
    pub(super) fn change_report(&mut self, change: OnPreview, desk: &Desk) {
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
            | OnPreview::Working => preview.change(change, desk),
        }
    }
}
