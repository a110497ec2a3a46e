//! The state of the program, and how it changes.
//!
//! Rules, in order: a key hit by accident never loses text; `update` decides, but touches no file,
//! clock or terminal: it is given a [`Moment`] and returns [`Effect`]s; derived state is cached
//! only by `update` and `settle`, which keep it current. Deliberately absent: colours, paths,
//! threads.

mod card;
mod card_labels;
mod cards;
mod choosing;
mod country;
mod desk;
mod dispatch;
mod enabled;
mod event;
mod find;
mod floor;
mod front;
mod input;
mod key_names;
mod layout;
mod leaving;
mod lists;
mod loaded;
mod notes;
mod noting;
mod outcome;
mod overlay;
mod panes;
mod paper;
mod reporting;
mod speaking;
mod status_line;
mod words;

pub use card::{Card, CardGrid, CardRow};
pub use country::{
    Countries, CountryLine, DOSSIER_INDENT, Dossier, DossierItem, DossierLine, Listed, Section,
    memberships, portrait, role, sections, standing, standing_of,
};
pub use desk::{CountryOrder, Desk, Finding, ReportPlace};
pub use event::{
    DeskEffect, DeskEvent, DeskId, Effect, Event, FileRequest, Keeping, Moment, MouseDoes, Reading,
    ReportFile, SaveRefusal, Texts,
};
pub use find::{Find, FindAreas};
pub use floor::{WARNING, clock, speaker_name, who, who_spoke};
pub use input::{
    Action, Code, Context, DefaultRow, Field, Given, Key, KeyMap, Meaning, Motion, OnPreview, ROWS,
    Row, Step, UserBinding,
};
pub use layout::{Area, ListCursor, Pane, Screen, Viewport};
pub use lists::{Choice, Item, Picker, Purpose};
pub use notes::{
    Captured, Known, NoteText, NoteWords, Notebook, NotesFilter, NotesOrder, Pending, Stamp,
    Subject, also_line, note_texts,
};
pub use noting::{Capture, Completion, HISTORY_INDENT, History};
pub use overlay::{Bar, Overlay};
pub use paper::{Block, Branch, Contents, Document, Line, Page, Reader, Role, Spot};
pub use reporting::{Missing, Preview};
pub use status_line::StatusLine;
pub use words::country_in_message;

use enabled::enabled;
use front::Front;
use input::shown;
use key_names::key_name;
use outcome::{Keep, Outcome, Said, Then};
use words::language;

use crate::messages::{KeyName, KeyOf, StatusMessage};
use crate::model::Session;
use crate::search::Highlights;
use crate::text::width;

/// The state of the program.
pub struct App {
    size: (u16, u16),
    keys: KeyMap,
    desk: Desk,
    front: Front,
    /// The card of the keys pressed so far.
    card: Option<Card>,
    /// The messages of the status line, oldest first.
    status: Vec<StatusMessage>,
    leaving: Leaving,
}

/// The stage of quitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaving {
    #[default]
    No,
    /// Quits as soon as the disk has confirmed everything.
    WhenSaved,
}

impl App {
    /// Creates a program that continues a session, on an empty screen of `size` (columns and rows).
    pub fn new(size: (u16, u16), session: Session) -> Self {
        let (columns, rows) = size;
        let viewport = Viewport {
            columns,
            rows,
            bar: 1,
        };
        Self {
            size,
            keys: KeyMap::default(),
            desk: Desk::new(viewport, session),
            front: Front::default(),
            card: None,
            status: Vec::new(),
            leaving: Leaving::default(),
        }
    }

    /// Replaces the default keys.
    #[must_use]
    pub fn with_keys(self, keys: KeyMap) -> Self {
        Self { keys, ..self }
    }

    /// Sets the speaking limit in seconds that applies until the user chooses one; 0 for no limit.
    /// `None` keeps the default.
    #[must_use]
    pub fn with_limit(mut self, limit: Option<u32>) -> Self {
        let usual = &mut self.desk.proceedings.usual_limit;
        *usual = limit.unwrap_or(*usual);
        self
    }

    /// Handles an event and returns the effects for the shell to carry out.
    pub fn update(&mut self, moment: &Moment, event: Event) -> Vec<Effect> {
        let before = self.desk.paper.view();
        let is_saved = matches!(event, Event::Desk(_, DeskEvent::Saved(_)));
        let is_typed = matches!(event, Event::Key(_) | Event::Paste(_));
        self.desk.proceedings.stopwatch.tell(moment);
        self.desk.drafts.unused_id = Some(moment.fresh_id.clone());
        self.desk.proceedings.note_times();
        let mut effects = self.take(moment, event);
        // Each key in the bar is kept at once: the program may be killed at any moment. A saved
        // note is no longer a draft.
        if is_saved || is_typed && matches!(self.front.bar, Some(Bar::Capture(_))) {
            effects.push(self.keep_session());
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

    /// Updates what is shown but not needed to handle keys; called once per frame, before drawing.
    pub fn before_frame(&mut self) {
        if let Some(Bar::Capture(capture)) = &mut self.front.bar
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
        if let Some(overlay) = self.front.overlays.last_mut() {
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
        if let Some(card) = &self.card {
            viewport.bar = card.height(columns.into());
        } else if let Some(Bar::Capture(capture)) = &self.front.bar {
            viewport.bar = capture.rows(viewport);
        }
        self.desk.viewport = viewport;
    }

    /// Carries out what the overlay in front asks for.
    fn apply_overlay(&mut self, outcome: Outcome) -> Vec<Effect> {
        if outcome.then == Then::Close {
            drop(self.front.overlays.pop());
        }
        self.apply(outcome)
    }

    /// Carries out what the bar asks for.
    fn apply_bar(&mut self, outcome: Outcome) -> Vec<Effect> {
        if outcome.then == Then::Close {
            self.front.bar = None;
        }
        self.apply(outcome)
    }

    /// Carries out what an operation asks for, and returns its effects. Closes nothing itself: see
    /// [`Self::apply_overlay`] and [`Self::apply_bar`].
    fn apply(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Outcome {
            effects,
            keep,
            said,
            then,
        } = outcome;
        match said {
            Said::Nothing => (),
            Said::Clear => self.status.clear(),
            Said::Message(message) => self.say(message),
        }
        match then {
            Then::Stay | Then::Close => (),
            Then::Dossier(code) => self.front.open_dossier(code, &self.desk),
        }
        // Kept first, and without a draft that has just become a note.
        let keep = match keep {
            Keep::No => None,
            Keep::Session => Some(self.keep_session()),
            Keep::Draft => Some(self.desk.effect(DeskEffect::KeepDraft(self.session()))),
        };
        keep.into_iter().chain(effects).collect()
    }

    /// Replaces the messages of the status line with one.
    fn say(&mut self, message: impl Into<StatusMessage>) {
        self.status = vec![message.into()];
    }

    /// Returns the name of a key, as messages show it.
    pub fn key_name(&self, of: KeyOf) -> KeyName {
        key_name(&self.keys, of)
    }

    /// Returns the desk.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Returns the highlights of the current search.
    pub fn lit(&self) -> Option<&Highlights> {
        match (self.front.overlays.last(), &self.desk.finding) {
            (Some(Overlay::Find(find)), _) => Some(&find.finding.found.lit),
            (_, Some(finding)) => Some(&finding.found.lit),
            (_, None) => None,
        }
    }

    /// Returns the status line; unsaved notes come first.
    pub fn status(&self) -> StatusLine<'_> {
        let refused = self.desk.notebook.pending().iter();
        let refused = refused.filter_map(|pending| pending.refused.as_ref());
        // The worst case is shown: a note that only this program has.
        let worst = refused.min_by_key(|refusal| refusal.on_this_machine);
        StatusLine::new(&self.status, worst)
    }

    /// Returns the overlay in front.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.front.overlays.last()
    }

    /// Returns the bar that takes text.
    pub const fn bar(&self) -> Option<&Bar> {
        self.front.bar.as_ref()
    }

    /// Returns the open card.
    pub const fn card(&self) -> Option<&Card> {
        self.card.as_ref()
    }

    /// Returns the key map.
    pub const fn keys(&self) -> &KeyMap {
        &self.keys
    }

    /// Returns the keys of an action for a message: those that work where the user is, otherwise
    /// those of the pane below an overlay.
    pub fn key_for(&self, action: Action) -> String {
        let contexts = [self.context(), self.desk.context()];
        self.keys.key_for(&contexts, action)
    }

    /// Returns the rows of the actions that can act now.
    fn able_rows(&self) -> impl Iterator<Item = &Row> {
        let rows = self.keys.rows_in(self.context());
        rows.filter(|row| enabled(self, row.action).is_ok())
    }

    /// Returns the hints of the footer: the keys and labels that fit into `cells`.
    pub fn hints(&self, cells: usize) -> Vec<(String, &'static str)> {
        /// The cells between two hints.
        const GAP: usize = 3;
        let context = self.context();
        let mut left = cells.saturating_sub(1);
        let rows = self.keys.rows_in(context);
        let rows = rows.filter(|row| row.in_footer && enabled(self, row.action).is_ok());
        let first = |row: &Row| row.keys.first().map(|steps| shown(steps));
        let rows = rows.filter_map(|row| Some((first(row)?, row)));
        let hints =
            rows.map(|(keys, row)| (keys, row.action.help(context).words(language()).short));
        let fitting = hints.take_while(|(keys, label)| {
            let needed = width(keys) + 1 + width(label);
            let fits = needed <= left;
            left = left.saturating_sub(needed + GAP);
            fits
        });
        fitting.collect()
    }

    /// Returns the request to keep the session.
    fn keep_session(&self) -> Effect {
        self.desk.effect(DeskEffect::Keep(self.session()))
    }

    /// Returns the state for the next start.
    pub fn session(&self) -> Session {
        let in_bar = match &self.front.bar {
            Some(Bar::Capture(capture)) => noting::draft_of(capture, &self.desk),
            Some(Bar::NotesFilter) | None => None,
        };
        self.desk.session(in_bar)
    }

    /// Returns the context of the next key.
    pub fn context(&self) -> Context {
        let context = self.front.context();
        context.unwrap_or_else(|| self.desk.context())
    }
}

#[cfg(test)]
mod tests;
