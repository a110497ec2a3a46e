//! The state of the program, and how it changes.
//!
//! Rules, in order: a key hit by accident never loses text; `update` decides and touches no file,
//! no clock and no terminal, all of which it asks for with an [`Effect`]; what can be derived is
//! not stored. Deliberately absent: colours, paths, threads.

mod act;
mod action;
mod capture;
mod contents;
mod document;
mod event;
mod field;
mod find;
mod go;
mod key;
mod keymap;
mod mouse;
mod notebook;
mod picker;
mod reader;
mod screen;

pub use action::{Action, Group};
pub use capture::{Capture, paragraph_of};
pub use contents::{Branch, Contents};
pub use document::{Block, Document, Line, Page, Role};
pub use event::{Effect, Event, Moment, MouseDoes, Reading};
pub use field::{Field, Motion};
pub use find::{Find, Finding};
pub use key::{Code, Key, Step};
pub use keymap::{Context, Meaning, ROWS, Row, continuations, meaning, rows_in};
pub use notebook::{Notebook, Pending};
pub use picker::{Choice, Item, Picker, Purpose};
pub use reader::{Reader, Spot};
pub use screen::{Area, Pane, Screen};

use std::collections::BTreeMap;

use crate::model::{Author, Briefing, Draft, Notes, Session, View};
use crate::search::{Index, Query};
use crate::text::{truncate, width};

/// What takes the keys, beside the panes.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// The pane in focus.
    #[default]
    Panes,
    /// The find bar.
    Find(Find),
    /// A list over the panes.
    List(Picker),
    /// The capture bar.
    Capture(Capture),
}

/// Room for the reader's text: columns and rows.
type Room = (usize, usize);

/// The state of the program.
pub struct App {
    author: Author,
    size: (u16, u16),
    briefing: Option<Briefing>,
    problems: Vec<String>,
    problems_top: usize,
    document: Document,
    index: Index,
    laid: Room,
    reader: Reader,
    contents: Contents,
    notebook: Notebook,
    focus: Pane,
    zoom: bool,
    mode: Mode,
    finding: Option<Finding>,
    pressed: Vec<Key>,
    back: Vec<View>,
    forward: Vec<View>,
    marks: BTreeMap<char, View>,
    drafts: Vec<Draft>,
    dropped: Option<Draft>,
    wanted: Option<View>,
    status: String,
    leaving: Leaving,
}

/// How far the wish to quit has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaving {
    #[default]
    No,
    /// As soon as the disk has what is on its way.
    WhenSaved,
    /// The disk refuses a note: the next wish counts.
    Warned,
}

impl App {
    /// A program with an empty screen of `size` columns and rows, taking over a session.
    pub fn new(author: Author, size: (u16, u16), session: Session) -> Self {
        Self {
            author,
            size,
            briefing: None,
            problems: Vec::new(),
            problems_top: 0,
            document: Document::default(),
            index: Index::default(),
            laid: (usize::from(size.0), usize::from(size.1)),
            reader: Reader::default(),
            contents: Contents::default(),
            notebook: Notebook::default(),
            focus: Pane::default(),
            zoom: false,
            mode: Mode::default(),
            finding: None,
            pressed: Vec::new(),
            back: Vec::new(),
            forward: Vec::new(),
            marks: session.marks.into_iter().collect(),
            drafts: session.drafts,
            dropped: None,
            wanted: session.view,
            status: String::new(),
            leaving: Leaving::default(),
        }
    }

    /// Takes an event in, and says what has to be done outside.
    pub fn update(&mut self, moment: &Moment, event: Event) -> Vec<Effect> {
        let effects = match event {
            Event::Key(key) => self.press(moment, key),
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(does, column, row) => self.mouse(does, column, row),
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Event::Briefing(reading) => self.take_briefing(*reading),
            Event::Notes(notes, damage) => self.take_notes(notes, damage),
            Event::Saved(note) => self.saved(moment, note),
            Event::NotSaved(id, reason) => {
                self.notebook.refuse(&id, &reason);
                self.leaving = Leaving::No;
                Vec::new()
            }
            Event::Ended => vec![Effect::Keep(self.session()), Effect::Quit],
        };
        self.settle();
        effects
    }

    fn take_briefing(&mut self, reading: Reading) -> Vec<Effect> {
        self.problems = reading.problems.lines().map(str::to_owned).collect();
        self.problems_top = 0;
        let Some(briefing) = reading.briefing else {
            if self.briefing.is_some() {
                "the file has mistakes now; what you see is from before"
                    .clone_into(&mut self.status);
            }
            return Vec::new();
        };
        let view = self
            .page()
            .and_then(|page| self.reader.view(&page))
            .or_else(|| self.wanted.take());
        self.document = Document::new(&briefing, &Default::default());
        self.reader = Reader {
            selected: 1,
            ..Reader::default()
        };
        self.index = Index::new(&briefing);
        self.index.set_notes(self.notebook.notes());
        self.briefing = Some(briefing);
        self.finding = None;
        self.relayout();
        if let Some(view) = view {
            self.with_reader(|reader, page| reader.restore(page, &view));
        }
        self.problems
            .last()
            .map_or("", String::as_str)
            .clone_into(&mut self.status);
        Vec::new()
    }

    fn take_notes(&mut self, notes: Notes, damage: Vec<String>) -> Vec<Effect> {
        if let Some(first) = damage.first() {
            self.status.clone_from(first);
        }
        self.notebook.read(notes, damage);
        self.index.set_notes(self.notebook.notes());
        Vec::new()
    }

    /// Makes what follows from the rest follow: the layout, the tree's selection, what is in view.
    fn settle(&mut self) {
        self.relayout();
        let screen = self.screen();
        let rows = |area: Option<Area>| area.map_or(1, |area| usize::from(area.inner().height));
        if let Some(briefing) = &self.briefing {
            if self.focus != Pane::Contents {
                let entry = self.page().and_then(|page| self.reader.entry(&page));
                if let Some(entry) = entry {
                    self.contents.follow(briefing, entry);
                }
            }
            self.contents.keep_visible(briefing, rows(screen.contents));
        }
        if let Some(area) = screen.notes {
            let columns = usize::from(area.inner().width);
            let lines: Vec<_> = self.note_rows(columns);
            self.notebook
                .keep_visible(usize::from(area.inner().height), &lines);
        }
        let rows = self.list_rows();
        if let Mode::List(picker) = &mut self.mode {
            picker.keep_visible(rows);
        }
    }

    /// Lays the page out for the room that the reader has now; what was seen stays.
    fn relayout(&mut self) {
        let Some(area) = self.screen().reader.map(Area::inner) else {
            return;
        };
        let room = (usize::from(area.width), usize::from(area.height));
        if room == self.laid {
            return;
        }
        let view = self.page().and_then(|page| self.reader.view(&page));
        self.laid = room;
        if let Some(view) = view {
            self.with_reader(|reader, page| reader.restore(page, &view));
        }
    }

    /// The page as it is laid out; `None` without a briefing.
    pub fn page(&self) -> Option<Page<'_>> {
        let (briefing, (width, height)) = (self.briefing.as_ref()?, self.laid);
        Some(Page {
            briefing,
            document: &self.document,
            width,
            height,
        })
    }

    fn with_reader(&mut self, change: impl FnOnce(&mut Reader, &Page<'_>)) {
        let Some(briefing) = self.briefing.as_ref() else {
            return;
        };
        let (width, height) = self.laid;
        let page = Page {
            briefing,
            document: &self.document,
            width,
            height,
        };
        if !page.document.is_empty() {
            change(&mut self.reader, &page);
        }
    }

    /// Where everything stands on the screen.
    pub fn screen(&self) -> Screen {
        let (columns, rows) = self.size;
        Screen::new(columns, rows, self.focus, self.zoom, self.bar_rows())
    }

    /// Rows of the bar: the footer, the find bar, or the capture bar with head and hints.
    fn bar_rows(&self) -> u16 {
        let Mode::Capture(capture) = &self.mode else {
            return 1;
        };
        let lines =
            u16::try_from(capture.field.lines(self.capture_columns()).len()).unwrap_or(u16::MAX);
        lines.min(self.size.1 / 3).max(1).saturating_add(2)
    }

    /// Cells in a row of the capture bar.
    pub fn capture_columns(&self) -> usize {
        usize::from(self.size.0).saturating_sub(3).max(2)
    }

    /// Where the list over the panes stands.
    pub fn list_area(&self) -> Area {
        let (columns, rows) = self.size;
        let width = columns.saturating_sub(4).min(90);
        let height = rows.saturating_sub(2);
        Area {
            x: (columns - width) / 2,
            y: 1.min(rows),
            width,
            height,
        }
    }

    /// Rows for the lines of the list: inside its border, below what is typed.
    fn list_rows(&self) -> usize {
        usize::from(self.list_area().inner().height.saturating_sub(2))
    }

    /// Where the next key goes.
    pub const fn context(&self) -> Context {
        match (&self.mode, self.focus) {
            (Mode::Find(_), _) => Context::Find,
            (Mode::List(_), _) => Context::List,
            (Mode::Capture(_), _) => Context::Capture,
            (Mode::Panes, _) if self.briefing.is_none() => Context::Broken,
            (Mode::Panes, Pane::Contents) => Context::Contents,
            (Mode::Panes, Pane::Reader) => Context::Reader,
            (Mode::Panes, Pane::Notes) => Context::Notes,
        }
    }

    /// What the words that are looked for light up.
    pub const fn query(&self) -> Option<&Query> {
        match (&self.mode, &self.finding) {
            (Mode::Find(find), _) => Some(&find.finding.query),
            (_, Some(finding)) => Some(&finding.query),
            _ => None,
        }
    }

    /// What is said at the right of the footer; what is not saved comes before all else.
    pub fn status(&self) -> (String, bool) {
        let refused = self
            .notebook
            .pending()
            .iter()
            .find_map(|pending| pending.refused.as_ref());
        match refused {
            Some(reason) if self.leaving == Leaving::Warned => (
                format!("NOT SAVED: {reason}; q again quits and keeps it as a draft"),
                true,
            ),
            Some(reason) => (format!("NOT SAVED: {reason}; tries again"), true),
            None => (self.status.clone(), false),
        }
    }

    /// The rows that each note takes in a pane of that many cells, in order.
    pub fn note_rows(&self, columns: usize) -> Vec<usize> {
        /// A note that is not selected shows its beginning only.
        const SHORT: usize = 2;
        let notes = self.notebook.notes().iter();
        let rows = notes.map(|(_, note)| {
            let selected = self.notebook.selected.as_ref() == Some(&note.id);
            let lines = Field::new(&note.text)
                .lines(columns.saturating_sub(1))
                .len();
            1 + if selected { lines } else { lines.min(SHORT) }
        });
        rows.collect()
    }

    /// The briefing, unless it cannot be read.
    pub const fn briefing(&self) -> Option<&Briefing> {
        self.briefing.as_ref()
    }

    /// What is wrong with the briefing's file, line by line, and the first line shown.
    pub fn problems(&self) -> (&[String], usize) {
        (&self.problems, self.problems_top)
    }

    /// The tree of contents.
    pub const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// Where the reader is.
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The notes.
    pub const fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// What takes the keys.
    pub const fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The pane in focus.
    pub const fn focus(&self) -> Pane {
        self.focus
    }

    /// The keys pressed so far of a longer binding.
    pub fn pressed(&self) -> &[Key] {
        &self.pressed
    }

    /// Whether there is a draft that is not in the bar.
    pub const fn has_draft(&self) -> bool {
        !self.drafts.is_empty()
    }

    /// Whether what is read at the start has arrived: the briefing, or what is wrong with it, and
    /// then the notes.
    pub const fn is_open(&self) -> bool {
        self.notebook.is_read
    }

    /// Whether the disk still has to confirm something that it has not refused.
    pub fn is_saving(&self) -> bool {
        self.notebook
            .pending()
            .iter()
            .any(|pending| pending.refused.is_none())
    }

    /// The footer: keys and words that fit into so many cells.
    pub fn hints(&self, cells: usize) -> Vec<(String, &'static str)> {
        let mut left = cells;
        let rows: Vec<_> = if self.pressed.is_empty() {
            let rows = rows_in(self.context()).filter(|row| row.in_footer);
            let first = |row: &'static Row| row.keys.first().map(|keys| keys.replace(' ', ""));
            rows.filter_map(|row| Some((first(row)?, row))).collect()
        } else {
            continuations(self.context(), &self.pressed)
        };
        let hints = rows
            .into_iter()
            .map(|(keys, row)| (keys, row.action.words().0));
        let fitting = hints.take_while(|(keys, label)| {
            let needed = width(keys) + width(label) + 4;
            let fits = needed <= left;
            left = left.saturating_sub(needed);
            fits
        });
        fitting.collect()
    }

    /// A short form of a text for one line of a list or status.
    fn gist(text: &str) -> String {
        /// Enough to recognise a paragraph by.
        const CELLS: usize = 60;
        truncate(&text.replace('\n', " "), CELLS).into_owned()
    }
}
