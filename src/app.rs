//! The state of the program, and how it changes.
//!
//! Rules, in order: a key hit by accident never loses text; `update` decides and touches no file,
//! no clock and no terminal, all of which it asks for with an [`Effect`]; derived state is cached
//! only by `update` and `settle`, which keep it current. Deliberately absent: colours, paths,
//! threads.

mod country;
mod desk;
mod dispatch;
mod event;
mod find;
mod floor;
mod input;
mod layout;
mod lists;
mod loaded;
mod notes;
mod noting;
mod opening;
mod outcome;
mod overlay;
mod panes;
mod paper;
mod reporting;
mod speaking;
mod view;
mod words;

pub use country::{
    Countries, CountryLine, DOSSIER_INDENT, Dossier, DossierItem, DossierLine, Listed, Section,
    role, sections, standing,
};
pub use desk::{CountryOrder, Finding, ReportPlace};
pub use event::{
    Effect, Event, FileRequest, Keeping, Moment, MouseDoes, Reading, Refusal, ReportFile, Texts,
};
pub use find::{Find, FindAreas};
pub use floor::{WARNING, clock, speaker_name, who_spoke};
pub use input::{
    Action, ActionWords, Code, Context, Field, Group, Key, Meaning, Motion, OnPreview, ROWS, Row,
    Step, continuations, meaning, rows_in,
};
pub use layout::{Area, ListCursor, Pane, Screen, Viewport};
pub use lists::{Choice, Item, Picker, Purpose};
pub use notes::{
    Captured, Known, NoteText, Notebook, NotesFilter, NotesOrder, Pending, Stamp, Subject,
    also_line, note_texts,
};
pub use noting::{Capture, Completion, HISTORY_INDENT, History};
pub use overlay::{Bar, Overlay};
pub use paper::{Block, Branch, Contents, Document, Line, Page, Reader, Role, Spot};
pub use reporting::{Missing, Preview};
pub use words::NoteWords;

use desk::Desk;
use outcome::{Keep, Outcome, Then};

use crate::model::Session;

/// The state of the program.
pub struct App {
    size: (u16, u16),
    desk: Desk,
    /// The overlays over the panes, the one in front last.
    overlays: Vec<Overlay>,
    /// The bar that takes text, in front of the overlays.
    bar: Option<Bar>,
    pressed: Vec<Key>,
    status: String,
    leaving: Leaving,
}

/// The stage of quitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaving {
    #[default]
    No,
    /// Quits as soon as the disk has confirmed everything.
    WhenSaved,
    /// The disk refused a note: the next `q` quits.
    Warned,
}

impl App {
    /// Creates a program with an empty screen of `size` columns and rows that continues a session.
    pub fn new(size: (u16, u16), session: Session) -> Self {
        let (columns, rows) = size;
        let viewport = Viewport {
            columns,
            rows,
            bar: 1,
        };
        Self {
            size,
            desk: Desk::new(viewport, session),
            overlays: Vec::new(),
            bar: None,
            pressed: Vec::new(),
            status: String::new(),
            leaving: Leaving::default(),
        }
    }

    /// Handles an event and returns the effects for the shell to carry out.
    pub fn update(&mut self, moment: &Moment, event: Event) -> Vec<Effect> {
        let before = self.desk.paper.view();
        let is_saved = matches!(event, Event::Saved(_));
        let is_typed = matches!(event, Event::Key(_) | Event::Paste(_));
        self.desk.proceedings.stopwatch.tell(moment);
        self.desk.drafts.unused_id = Some(moment.fresh_id.clone());
        self.desk.proceedings.note_times();
        let mut effects = self.take(moment, event);
        // Each key in the bar is kept at once: the program may be killed at any moment. A saved
        // note is no longer a draft.
        if is_saved || is_typed && matches!(self.bar, Some(Bar::Capture(_))) {
            effects.push(Effect::Keep(self.session()));
        }
        effects.extend(self.desk.renew_index());
        // A view changed by the layout alone is not remembered: the bar grows while one types.
        let moves = self.desk.paper.view() != before;
        self.settle();
        if moves && let Some(view) = self.desk.paper.view() {
            self.desk.paper.seen = Some(view);
        }
        effects
    }

    /// Updates what is shown but not needed by keys: called once per frame, right before drawing.
    pub fn before_frame(&mut self) {
        if let Some(Bar::Capture(capture)) = &mut self.bar
            && capture.find_near(&self.desk)
        {
            // The height of the bar may have changed.
            self.settle();
        }
    }

    /// Updates the derived state: the layout and the selections.
    fn settle(&mut self) {
        self.give_room();
        self.desk.settle();
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.settle(&self.desk);
        }
    }

    /// Tells the desk the size of the screen and of the bar.
    fn give_room(&mut self) {
        let (columns, rows) = self.size;
        let mut viewport = Viewport {
            columns,
            rows,
            bar: 1,
        };
        if let Some(Bar::Capture(capture)) = &self.bar {
            viewport.bar = capture.rows(viewport);
        }
        self.desk.viewport = viewport;
    }

    /// Carries out what an operation asks for, and returns its effects.
    fn apply(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Outcome {
            effects,
            keep,
            said,
            then,
        } = outcome;
        if let Some(said) = said {
            self.status = said;
        }
        match then {
            Then::Stay => (),
            Then::Close => self.close_front(),
            Then::Dossier(code) => self.open_dossier(code),
        }
        // Kept first, and without a draft that has just become a note.
        let keep = match keep {
            Keep::No => None,
            Keep::Session => Some(Effect::Keep(self.session())),
            Keep::Draft => Some(Effect::KeepDraft(self.session())),
        };
        keep.into_iter().chain(effects).collect()
    }

    /// Closes the bar, otherwise the overlay in front.
    fn close_front(&mut self) {
        if self.bar.take().is_none() {
            drop(self.overlays.pop());
        }
    }

    /// Opens an overlay in place of those that are open.
    fn open_overlay(&mut self, overlay: Overlay) {
        self.overlays = vec![overlay];
    }

    /// Returns the state for the next start.
    pub fn session(&self) -> Session {
        let in_bar = match &self.bar {
            Some(Bar::Capture(capture)) => noting::draft_of(capture, &self.desk),
            Some(Bar::NotesFilter) | None => None,
        };
        self.desk.session(in_bar)
    }

    /// Returns the context of the next key.
    pub fn context(&self) -> Context {
        match (&self.bar, self.overlays.last()) {
            (Some(bar), _) => bar.context(),
            (None, Some(overlay)) => overlay.context(),
            (None, None) => self.desk.context(),
        }
    }
}

#[cfg(test)]
mod tests;
