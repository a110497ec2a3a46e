//! The state of the program, and how it changes.
//!
//! Rules, in order: a key hit by accident never loses text; `update` decides and touches no file,
//! no clock and no terminal, all of which it asks for with an [`Effect`]; derived state is cached
//! only by `update` and `settle`, which keep it current. Deliberately absent: colours, paths,
//! threads.

mod action;
mod capture;
mod cards;
mod clipboard;
mod completion;
mod contents;
mod context;
mod countries;
mod country_match;
mod dispatch;
mod document;
mod dossier;
mod dossier_actions;
mod drafts;
mod editor;
mod enabled;
mod entry_lists;
mod event;
mod field;
mod find;
mod floor;
mod folding;
mod grammar;
mod history;
mod index_state;
mod keeping;
mod key;
mod keymap;
mod leaving;
mod loaded;
mod mouse;
mod navigate;
mod near;
mod notebook;
mod notes_filter;
mod noting;
mod picker;
mod preview;
mod questions;
mod reader;
mod screen;
mod settle;
mod signs;
mod speakers;
mod stamp;
mod stopwatch;
mod subject;
mod undo;
mod versions;
mod view_queries;

pub use action::{Action, ActionWords, Group};
pub use capture::Capture;
pub use cards::{Card, CardGrid, CardRow};
pub use completion::Completion;
pub use contents::{Branch, Contents};
pub use context::Context;
pub use countries::{Countries, CountryLine, Listed, Order};
pub use document::{Block, Document, Line, Page, Role};
pub use dossier::{Dossier, DossierItem, DossierLine, Section, role, sections, standing};
pub use event::{Effect, Event, Keeping, Moment, MouseDoes, Reading, Refusal};
pub use field::{Field, Motion};
pub use find::{Find, FindAreas, Finding};
pub use floor::{WARNING, clock, speaker_name, who_spoke};
pub use grammar::{Captured, Known};
pub use history::{HISTORY_INDENT, History};
pub use index_state::Texts;
pub use key::{Code, Given, Key, Step};
pub use keymap::{BadBinding, DefaultRow, KeyMap, Meaning, ROWS, Row, UserBinding};
pub use notebook::{Notebook, Pending};
pub use notes_filter::NotesFilter;
pub use noting::NotesOrder;
pub use picker::{Choice, Item, Picker, Purpose};
pub use preview::{Missing, OnPreview, Preview};
pub use reader::{Reader, Spot};
pub use screen::{Area, Pane, Screen};
pub use signs::SIGNS;
pub use stamp::Stamp;
pub use subject::Subject;
pub use versions::{NoteText, also_line};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use drafts::OldDrafts;
use index_state::Indexed;
use keeping::KeptDrafts;
use stopwatch::Stopwatch;

use crate::model::{Briefing, Draft, EntryId, Floor, NoteId, Record, Session, Speaker, View};

/// The overlay or bar that receives the keys, otherwise the panes.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// The pane in focus.
    #[default]
    Panes,
    /// The finder over the panes.
    Find(Box<Find>),
    /// A list over the panes.
    List(Picker),
    /// The list of countries over the panes.
    Countries(Box<Countries>),
    /// The dossier of a country, over the panes.
    Dossier(Box<Dossier>),
    /// The versions of a note, over the panes.
    History(History),
    /// The report, over the panes.
    Report(Box<Preview>),
    /// The capture bar.
    Capture(Box<Capture>),
    /// The bar that filters the notes pane.
    NotesFilter,
}

/// The columns and rows of the reader's text.
type Room = (usize, usize);

/// The state of the program.
pub struct App {
    size: (u16, u16),
    keys: KeyMap,
    briefing: Option<Arc<Briefing>>,
    problems: Vec<String>,
    problems_top: usize,
    document: Document,
    indexed: Indexed,
    laid: Room,
    reader: Reader,
    contents: Contents,
    notebook: Notebook,
    /// The revisions that the last run could not save anywhere, until they are tried again.
    untried: Vec<Record>,
    focus: Pane,
    zoom: bool,
    mode: Mode,
    finding: Option<Finding>,
    floor: Floor,
    /// The guiding question that is discussed.
    question: Option<EntryId>,
    notes_order: NotesOrder,
    notes_filter: Option<NotesFilter>,
    /// The speakers so far, the latest first; each once.
    spoken_before: Vec<Speaker>,
    /// The paragraphs that notes are about, by index.
    noted: BTreeSet<usize>,
    /// Measures speaking times.
    stopwatch: Stopwatch,
    /// The order in which countries are listed and stepped through.
    order: Order,
    /// The searches that led to a jump, newest first.
    searches: Vec<String>,
    card: Option<Card>,
    back: Vec<View>,
    forward: Vec<View>,
    marks: BTreeMap<char, View>,
    drafts: Vec<Draft>,
    /// Whether the drafts are in a file.
    kept: KeptDrafts,
    old_drafts: OldDrafts,
    /// The id for the next new note.
    unused_id: Option<NoteId>,
    /// The report that was open before the jump to a gap.
    left_preview: Option<Box<Preview>>,
    /// The deleted drafts, each with the number of undoable changes at that time.
    dropped: Vec<(usize, Draft)>,
    /// The view after the last move by the user. A resize does not change it, so that a narrower
    /// screen in between loses no place.
    seen: Option<View>,
    status: String,
    /// The status to repeat once the disk has confirmed the step.
    announced: Option<String>,
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
    /// Creates a program with an empty screen of `size` columns and rows that continues a session.
    pub fn new(size: (u16, u16), session: Session) -> Self {
        Self {
            size,
            keys: KeyMap::default(),
            briefing: None,
            problems: Vec::new(),
            problems_top: 0,
            document: Document::default(),
            indexed: Indexed::default(),
            laid: (usize::from(size.0), usize::from(size.1)),
            reader: Reader::default(),
            contents: Contents::default(),
            notebook: Notebook::default(),
            untried: session.pending,
            focus: Pane::default(),
            zoom: false,
            mode: Mode::default(),
            finding: None,
            order: Order::default(),
            floor: session.floor,
            question: session.question,
            notes_order: NotesOrder::default(),
            notes_filter: None,
            spoken_before: Vec::new(),
            noted: BTreeSet::new(),
            stopwatch: Stopwatch::default(),
            searches: session.searches,
            card: None,
            back: Vec::new(),
            forward: Vec::new(),
            marks: session.marks.into_iter().collect(),
            drafts: session.drafts,
            kept: KeptDrafts::default(),
            old_drafts: OldDrafts::default(),
            unused_id: None,
            dropped: session
                .dropped
                .into_iter()
                .map(|draft| (0, draft))
                .collect(),
            left_preview: None,
            seen: session.view,
            status: String::new(),
            announced: None,
            leaving: Leaving::default(),
        }
    }

    /// Replaces the default keys.
    #[must_use]
    pub fn with_keys(self, keys: KeyMap) -> Self {
        Self { keys, ..self }
    }

    /// Sets the speaking limit in seconds, 0 for none, unless the session has one of its own.
    #[must_use]
    pub fn with_limit(mut self, limit: Option<u32>) -> Self {
        if self.floor.limit == Floor::default().limit {
            self.floor.limit = limit.unwrap_or(self.floor.limit);
        }
        self
    }

    /// Handles an event and returns the effects for the shell to carry out.
    pub fn update(&mut self, moment: &Moment, event: Event) -> Vec<Effect> {
        let before = self.view();
        let is_saved = matches!(event, Event::Saved(_));
        let is_typed = matches!(event, Event::Key(_) | Event::Paste(_));
        self.stopwatch.tell(moment);
        self.unused_id = Some(moment.fresh_id.clone());
        self.note_times();
        let mut effects = self.take(moment, event);
        // Each key in the bar is kept at once: the program may be killed at any moment. A saved
        // note is no longer a draft.
        if is_saved || is_typed && matches!(self.mode, Mode::Capture(_)) {
            effects.push(Effect::Keep(self.session()));
        }
        let notes = self.notebook.notes();
        if let Some(changed) = self.indexed.ask(self.briefing.as_ref(), notes) {
            self.noted = self.paragraphs_noted();
            self.spoken_before = who_spoke(self.notebook.notes());
            self.arrange_notes();
            effects.push(changed);
        }
        // A view changed by the layout alone is not remembered: the bar grows while one types.
        let moves = self.view() != before;
        self.settle();
        if moves && let Some(view) = self.view() {
            self.seen = Some(view);
        }
        effects
    }

    /// Dispatches an event.
    fn take(&mut self, moment: &Moment, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.press(moment, key),
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(does, column, row) => self.mouse(does, column, row),
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Event::Briefing(reading) => self.take_briefing(*reading),
            Event::Author(author) => self.take_author(author),
            Event::Notes(notes, damage) => self.take_notes(notes, damage),
            Event::Indexed(index, number) => self.take_index(index, number),
            Event::Saved(note) => self.saved(moment, note),
            Event::NotSaved(id, refusal) => {
                self.notebook.refuse(&id, &refusal);
                self.announced = None;
                self.status.clear();
                if self.leaving == Leaving::WhenSaved {
                    self.leaving = Leaving::No;
                }
                Vec::new()
            }
            Event::Edited(outcome) => self.take_edited(outcome),
            Event::Unjournaled(reason) => {
                // Appended to "saved #n", which has just arrived.
                self.status = format!("{} {reason}", self.status);
                Vec::new()
            }
            Event::Notice(told) => self.take_notice(&told),
            Event::History(id, revisions) => self.take_history(&id, revisions),
            Event::Keeping(keeping, answered) => self.take_keeping(keeping, answered),
            Event::Written(said) => {
                self.status = said;
                Vec::new()
            }
            // The event loop handles the others itself.
            Event::Tick | Event::Ready | Event::Suspend | Event::Continued | Event::Ended => {
                Vec::new()
            }
        }
    }

    /// Returns the areas of panes and bar.
    pub fn screen(&self) -> Screen {
        let (columns, rows) = self.size;
        Screen::new(columns, rows, self.focus, self.zoom, self.bar_rows())
    }

    /// Returns the context of the next key.
    pub const fn context(&self) -> Context {
        match (&self.mode, self.focus) {
            (Mode::Find(_), _) => Context::Find,
            (Mode::List(picker), _) if picker.purpose.has_turn() => Context::FloorList,
            (Mode::List(_), _) => Context::List,
            (Mode::Countries(_), _) => Context::Countries,
            (Mode::Dossier(_), _) => Context::Dossier,
            (Mode::History(_), _) => Context::History,
            (Mode::Report(_), _) => Context::Report,
            (Mode::Capture(_), _) => Context::Capture,
            (Mode::NotesFilter, _) => Context::NotesFilter,
            (Mode::Panes, _) if self.briefing.is_none() => Context::Broken,
            (Mode::Panes, Pane::Contents) => Context::Contents,
            (Mode::Panes, Pane::Reader) => Context::Reader,
            (Mode::Panes, Pane::Notes) => Context::Notes,
        }
    }
}
