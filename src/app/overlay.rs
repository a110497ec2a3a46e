//! What may lie in front of the panes: an overlay, and the bar below it.

use super::country::{Countries, Dossier};
use super::desk::Desk;
use super::find::Find;
use super::input::{Context, Typed};
use super::lists::{Picker, offer_paragraph, offer_typed};
use super::noting::{Capture, History};
use super::outcome::{Input, Outcome, Then};
use super::reporting::Preview;

/// An overlay over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The finder.
    Find(Box<Find>),
    /// A list.
    List(Box<Picker>),
    /// The list of countries.
    Countries(Box<Countries>),
    /// The dossier of a country.
    Dossier(Box<Dossier>),
    /// The versions of a note.
    History(History),
    /// The report.
    Report(Box<Preview>),
}

/// A bar at the bottom that takes text.
#[derive(Clone, Debug)]
pub enum Bar {
    /// The capture bar.
    Capture(Box<Capture>),
    /// The filter of the notes pane.
    NotesFilter,
}

impl Overlay {
    /// Returns the context of the next key.
    pub(super) fn context(&self) -> Context {
        match self {
            Self::Find(_) => Context::Find,
            Self::List(picker) if picker.purpose.has_turn() => Context::FloorList,
            Self::List(_) => Context::List,
            Self::Countries(_) => Context::Countries,
            Self::Dossier(_) => Context::Dossier,
            Self::History(_) => Context::History,
            Self::Report(_) => Context::Report,
        }
    }

    /// Acts on a command.
    pub(super) fn on(&mut self, input: Input<'_>, desk: &mut Desk) -> Outcome {
        match self {
            Self::Find(find) => find.on(input, desk),
            Self::List(picker) => {
                let outcome = picker.on(input, desk.viewport);
                if matches!(input, Input::Type(_)) && outcome.then == Then::Stay {
                    offer_typed(picker, desk);
                    offer_paragraph(picker, desk);
                }
                outcome
            }
            Self::Countries(list) => list.on(input, desk),
            Self::Dossier(dossier) => dossier.on(input, desk),
            Self::History(history) => history.on(input, desk),
            Self::Report(preview) => preview.on(input, desk),
        }
    }

    /// Updates what comes from the index, after a change of the index or the briefing.
    pub(super) fn renew(&mut self, desk: &Desk) {
        match self {
            Self::Find(find) => find.renew(desk),
            Self::Countries(list) => list.renew(desk),
            Self::Dossier(dossier) => dossier.renew(desk),
            Self::Report(preview) => preview.renew(desk),
            Self::List(_) | Self::History(_) => (),
        }
    }

    /// Scrolls until the selection is shown.
    pub(super) fn settle(&mut self, desk: &Desk) {
        match self {
            Self::Find(find) => find.settle(desk),
            Self::List(picker) => picker.settle(desk.viewport),
            Self::Countries(list) => list.settle(desk),
            Self::Dossier(dossier) => dossier.settle(desk),
            Self::Report(preview) => preview.settle(desk),
            Self::History(_) => (),
        }
    }
}

impl Bar {
    /// Returns the context of the next key.
    pub(super) const fn context(&self) -> Context {
        match self {
            Self::Capture(_) => Context::Capture,
            Self::NotesFilter => Context::NotesFilter,
        }
    }

    /// Types into the bar.
    pub(super) fn type_in(&mut self, typed: Typed<'_>, desk: &mut Desk) -> Outcome {
        match self {
            Self::Capture(capture) => capture.type_in(typed, desk),
            Self::NotesFilter => {
                let filter = desk.notes_pane.filter.get_or_insert_default();
                if filter.field.take_line(typed) {
                    desk.filter_notes();
                    Outcome::none()
                } else {
                    desk.clear_notes_filter();
                    Outcome::close()
                }
            }
        }
    }

    /// Parses the text of the bar again, after a change of the names that it may contain.
    pub(super) fn renew(&mut self, desk: &Desk) {
        match self {
            Self::Capture(capture) => capture.read(desk),
            Self::NotesFilter => (),
        }
    }
}
