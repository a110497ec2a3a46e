//! The world of a screen test: a folder with a briefing, the real loop on a screen in memory, and a
//! clock that moves one minute with each step of a test.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use jiff::{ToSpan, ZonedDateTime};
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;
use roundtable::app::{App, DeskId, Event, Key, Moment, MouseDoes};
use roundtable::model::{Author, NoteId, Session};
use roundtable::shell::{
    DeskSender, Editor, EventLoop, FileThread, Files, Indexer, NoTerminal, Parts, SessionAt,
};
use roundtable::store::{NotesFolder, load_session, save_session};
use roundtable::ui::PLAIN;
use tempfile::TempDir;

/// The briefing that most tests read.
pub(crate) const PAPER: &str = include_str!("../fixtures/paper.toml");

/// The state folder, if there is one.
const STATE: &str = "state";

pub(crate) struct World {
    folder: TempDir,
    size: (u16, u16),
    event_loop: EventLoop<TestBackend, NoTerminal>,
    sender: Sender<Event>,
    clocks: Clocks,
}

/// The clocks of a world; they continue across a restart.
#[derive(Clone, Default)]
struct Clocks {
    /// Minutes since the beginning.
    minutes: Rc<Cell<i64>>,
    /// How many minutes the wall clock is fast.
    fast: Rc<Cell<i64>>,
}

impl World {
    /// Starts the program with the small paper, on a screen of that size.
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        Self::on(PAPER, columns, rows)
    }

    /// Starts the program with a briefing of that text.
    pub(crate) fn on(briefing: &str, columns: u16, rows: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("briefing.toml"), briefing).unwrap();
        Self::start(folder, (columns, rows), Clocks::default())
    }

    /// Ends the program, and starts it again on the same files.
    pub(crate) fn restart(self) -> Self {
        let session = self.session();
        self.restart_with(&session)
    }

    /// Returns the unsaved state that a kill at this moment would leave.
    pub(crate) fn session(&self) -> Session {
        self.event_loop.app.session()
    }

    /// Restarts with a session that was kept before.
    pub(crate) fn restart_with(self, session: &Session) -> Self {
        let Self {
            folder,
            size,
            event_loop,
            clocks,
            ..
        } = self;
        event_loop.close().unwrap();
        save_session(&folder.path().join("session.toml"), session).unwrap();
        Self::start(folder, size, clocks)
    }

    /// Starts the program with the small paper, and a journal in the state folder that `make`
    /// prepares.
    pub(crate) fn journaled(size: (u16, u16), make: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("briefing.toml"), PAPER).unwrap();
        make(&folder.path().join(STATE));
        Self::start(folder, size, Clocks::default())
    }

    fn start(folder: TempDir, size: (u16, u16), clocks: Clocks) -> Self {
        let author = Author::from_folded("ana");
        let briefing = folder.path().join("briefing.toml");
        let folder_of = briefing.clone();
        let state = Some(folder.path().join(STATE)).filter(|state| state.exists());
        let notes = Box::new(move || {
            let notes = NotesFolder::new(&folder_of, author, "7f3a".to_owned());
            match state {
                Some(state) => notes.journaled_in(&state),
                None => notes,
            }
        });
        let (sender, events) = channel();
        let of_desk = DeskSender::new(DeskId::default(), sender.clone());
        let files = FileThread::open(
            Files {
                briefing,
                notes,
                session: SessionAt::File(folder.path().join("session.toml")),
            },
            of_desk.clone(),
        );
        let session: Session = load_session(&folder.path().join("session.toml"));
        let app = App::new(size, session);
        let parts = Parts {
            theme: PLAIN,
            events,
            files,
            indexer: Indexer::start(of_desk.clone()),
            editor: Editor::new(None, None, of_desk),
            clock: clock(clocks.clone()),
            stopwatch: Box::new(|| Duration::ZERO),
        };
        let backend = TestBackend::new(size.0, size.1);
        let mut event_loop = EventLoop::new(app, backend, NoTerminal::default(), parts).unwrap();
        event_loop.open().unwrap();
        Self {
            folder,
            size,
            event_loop,
            sender,
            clocks,
        }
    }

    /// Moves the wall clock forward by some minutes, as the user or the system may.
    pub(crate) fn set_clock(&mut self, minutes: i64) -> &mut Self {
        let fast = &self.clocks.fast;
        fast.set(fast.get() + minutes);
        self
    }

    /// Presses keys, in the notation of `--keys`, and waits for the disk.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::sequence(keys).unwrap() {
            self.happens(Event::Key(key));
        }
        self
    }

    /// Presses keys that all arrive before the first is read, as from a text expander: one frame.
    pub(crate) fn press_at_once(&mut self, keys: &str) -> &mut Self {
        for key in Key::sequence(keys).unwrap() {
            self.sender.send(Event::Key(key)).unwrap();
        }
        self.event_loop.settle().unwrap();
        self
    }

    /// Sends an event, and waits for the disk.
    pub(crate) fn happens(&mut self, event: Event) -> &mut Self {
        let minutes = &self.clocks.minutes;
        minutes.set(minutes.get() + 1);
        self.sender.send(event).unwrap();
        self.event_loop.settle().unwrap();
        self
    }

    pub(crate) fn mouse(&mut self, does: MouseDoes, column: u16, row: u16) -> &mut Self {
        self.happens(Event::Mouse(does, column, row))
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.event_loop.terminal.backend_mut().resize(columns, rows);
        self.happens(Event::Resize(columns, rows))
    }

    /// Replaces the briefing, and waits until the program has read it.
    pub(crate) fn rewrite(&mut self, briefing: &str) -> &mut Self {
        fs::write(self.folder.path().join("briefing.toml"), briefing).unwrap();
        self.event_loop.step().unwrap();
        self
    }

    /// Handles events until the screen is as wanted. A test that waits in vain is ended by its
    /// runner.
    pub(crate) fn wait_until(&mut self, wanted: impl Fn(&Self) -> bool) -> &mut Self {
        while !wanted(self) {
            self.event_loop.step().unwrap();
        }
        self
    }

    /// Returns the text of the screen.
    pub(crate) fn screen(&self) -> String {
        self.event_loop.terminal.backend().to_string()
    }

    /// Returns the row of the screen that contains `text`.
    pub(crate) fn row_with(&self, text: &str) -> String {
        let screen = self.screen();
        let row = screen.lines().find(|line| line.contains(text));
        row.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"))
            .to_owned()
    }

    pub(crate) fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Returns the runs of reversed cells: matches, and the selected line of a list.
    pub(crate) fn reversed(&self) -> Vec<String> {
        let buffer = self.event_loop.terminal.backend().buffer();
        let mut stretches = vec![String::new()];
        for cell in &buffer.content {
            if cell.modifier.contains(Modifier::REVERSED) {
                stretches.last_mut().unwrap().push_str(cell.symbol());
            } else if !stretches.last().unwrap().is_empty() {
                stretches.push(String::new());
            }
        }
        stretches.retain(|stretch| !stretch.is_empty());
        stretches
    }

    pub(crate) fn copied(&self) -> Option<&str> {
        self.event_loop.host.copied.as_deref()
    }

    /// Returns the text of Ana's notes file.
    pub(crate) fn notes_file(&self) -> String {
        fs::read_to_string(self.path("briefing.notes.ana.toml")).unwrap_or_default()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Returns moments some minutes after the beginning, with ids of that number.
fn clock(Clocks { minutes, fast }: Clocks) -> Box<dyn FnMut() -> Moment> {
    Box::new(move || {
        let start: ZonedDateTime = "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap();
        let minutes = minutes.get();
        let fresh_id = NoteId::new(&format!("note-{minutes:04}")).unwrap();
        Moment {
            now: start.checked_add((minutes + fast.get()).minutes()).unwrap(),
            since_boot: Duration::from_secs(60 * minutes.unsigned_abs()),
            fresh_id,
        }
    })
}
