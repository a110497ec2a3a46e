use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};

use ratatui::backend::TestBackend;

use super::*;
use crate::app::{DeskId, Key};
use crate::model::Author;
use crate::shell::{DeskSender, Files, NoTerminal, SessionAt, stopwatch, this_moment};
use crate::store::{NotesFolder, load_session};
use crate::ui::PLAIN;

/// A terminal whose clipboard panics.
struct Panics;

impl Host for Panics {
    fn copy(&mut self, _: &str) {
        panic!("on purpose");
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that counts frames and may be stuck.
#[derive(Clone, Default)]
struct Counts {
    frames: Rc<Cell<usize>>,
    is_stuck: Rc<Cell<bool>>,
}

impl Host for Counts {
    fn is_free(&mut self) -> bool {
        !self.is_stuck.get()
    }

    fn show(&mut self) {
        self.frames.set(self.frames.get() + 1);
    }

    fn copy(&mut self, _: &str) {}

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The program on the small paper.
struct Program<H: Host> {
    event_loop: EventLoop<TestBackend, H>,
    sender: Sender<Event>,
}

impl<H: Host> Program<H> {
    fn open(folder: &Path, host: H) -> Self {
        Self::open_with(folder, host, || ())
    }

    /// Opens the program with a file thread that runs `before` first.
    fn open_with(folder: &Path, host: H, before: impl FnOnce() + Send + 'static) -> Self {
        Self::open_at(folder, SessionAt::File(session_in(folder)), host, before)
    }

    fn open_at(
        folder: &Path,
        session: SessionAt,
        host: H,
        before: impl FnOnce() + Send + 'static,
    ) -> Self {
        let briefing = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/paper.toml");
        let notes_of = folder.join("briefing.toml");
        let notes = move || {
            before();
            NotesFolder::new(&notes_of, Author::default(), "7f3a".to_owned())
        };
        let (sender, events) = channel();
        let of_desk = DeskSender::new(DeskId::default(), sender.clone());
        let files = Files {
            briefing,
            notes: Box::new(notes),
            session,
        };
        let parts = Parts {
            theme: PLAIN,
            events,
            files: FileThread::open(files, of_desk.clone()),
            indexer: Indexer::start(of_desk.clone()),
            editor: Editor::new(None, None, of_desk),
            clock: Box::new(this_moment),
            stopwatch: Box::new(stopwatch()),
        };
        let app = App::new((80, 24), load_session(&session_in(folder)));
        let mut event_loop = EventLoop::new(app, TestBackend::new(80, 24), host, parts).unwrap();
        event_loop.open().unwrap();
        Self { event_loop, sender }
    }

    fn send(&self, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            self.sender.send(Event::Key(key)).unwrap();
        }
    }

    /// Presses keys, then ends the program as a signal would.
    fn end_after(self, keys: &str) -> io::Result<()> {
        self.send(keys);
        self.sender.send(Event::Ended).unwrap();
        self.event_loop.run()
    }

    fn screen(&self) -> String {
        self.event_loop.terminal.backend().to_string()
    }
}

fn session_in(folder: &Path) -> PathBuf {
    folder.join("session.toml")
}

fn drafts(folder: &Path) -> Vec<String> {
    let drafts = load_session(&session_in(folder)).drafts.into_iter();
    drafts.map(|draft| draft.text).collect()
}

/// A dropped draft is kept only at the end of the program.
#[test]
fn a_panic_keeps_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::open(folder.path(), Panics);
    program.send("iprecious<Ctrl-c>y");
    let run = || program.event_loop.run();
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err());
    let session = load_session(&session_in(folder.path()));
    assert_eq!(session.dropped[0].text, "precious");
}

#[test]
fn an_error_contains_words_that_could_not_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    for end in ["", ".now0", ".now1"] {
        std::fs::create_dir(folder.path().join(format!("session{end}.toml"))).unwrap();
    }
    let program = Program::open(folder.path(), NoTerminal::default());
    let error = program.end_after("iprecious").unwrap_err();
    assert!(error.to_string().contains("precious"), "{error}");
}

#[test]
fn frames_are_drawn_while_keys_come() {
    let folder = tempfile::tempdir().unwrap();
    let host = Counts::default();
    let mut program = Program::open(folder.path(), host.clone());
    // Each key takes 10 ms.
    let mut now = Duration::ZERO;
    program.event_loop.stopwatch = Box::new(move || {
        now += Duration::from_millis(10);
        now
    });
    host.frames.set(0);
    let text = "word ".repeat(20);
    program.send(&format!("i{text}"));
    while program
        .event_loop
        .app
        .session()
        .drafts
        .first()
        .map(|draft| &draft.text)
        != Some(&text)
    {
        program.event_loop.step().unwrap();
    }
    let frames = host.frames.get();
    assert!(frames >= 101 * 10 / 50, "{frames} frames in 1010 ms");
}

#[test]
fn a_stuck_terminal_gets_no_frame_and_later_the_newest_state() {
    let folder = tempfile::tempdir().unwrap();
    let host = Counts::default();
    let mut program = Program::open(folder.path(), host.clone());
    host.is_stuck.set(true);
    host.frames.set(0);
    program.send("ihalf a sentence");
    while drafts(folder.path()) != ["half a sentence"] {
        program.event_loop.step().unwrap();
    }
    assert_eq!(host.frames.get(), 0);
    host.is_stuck.set(false);
    program.sender.send(Event::Ready).unwrap();
    program.event_loop.step().unwrap();
    assert_eq!(host.frames.get(), 1);
    assert!(program.screen().contains("half a sentence"));
}

#[test]
fn keys_that_come_with_the_end_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::open(folder.path(), NoTerminal::default());
    program.send("ihalf a ");
    program.sender.send(Event::Ended).unwrap();
    program.send("sentence<Left>X");
    program.event_loop.run().unwrap();
    assert_eq!(drafts(folder.path()), ["half a sentencXe"]);
}

/// At the end, `Ctrl-z` does not suspend, and no frame is drawn.
#[test]
fn the_last_keys_do_not_touch_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let host = Counts::default();
    let program = Program::open(folder.path(), host.clone());
    host.frames.set(0);
    program.end_after("<Ctrl-z>iwords").unwrap();
    assert_eq!(host.frames.get(), 0);
}

/// The disk hangs before any note is written: the end does not wait, and the next start saves each
/// note once.
#[test]
fn the_next_start_saves_a_note_that_the_disk_had_not_saved_by_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (let_go, hangs) = channel::<()>();
    let hang = move || {
        hangs.recv().ok();
    };
    let program = Program::open_with(folder.path(), NoTerminal::default(), hang);
    program.end_after("ione<Enter>itwo<Enter>ihalf").unwrap();
    let session = load_session(&session_in(folder.path()));
    assert_eq!(session.pending.len(), 2);
    assert_eq!(drafts(folder.path()), ["half"]);
    // The first program then saves the same notes as the second one.
    drop(let_go);
    let mut program = Program::open(folder.path(), NoTerminal::default());
    while !program.event_loop.app.session().pending.is_empty()
        || program.event_loop.app.desk().is_saving()
    {
        program.event_loop.step().unwrap();
    }
    let notes = program.event_loop.app.desk().notebook().notes();
    let texts: Vec<_> = notes.iter().map(|(_, note)| note.text.clone()).collect();
    assert_eq!(texts, ["one", "two"]);
}

/// Quitting waits for the disk, unless a signal ends the program meanwhile.
#[test]
fn a_signal_ends_the_wait_for_a_disk_that_hangs() {
    let folder = tempfile::tempdir().unwrap();
    let (_let_go, hangs) = channel::<()>();
    let hang = move || {
        hangs.recv().ok();
    };
    let program = Program::open_with(folder.path(), NoTerminal::default(), hang);
    program.send("q");
    program.sender.send(Event::Ended).unwrap();
    program.event_loop.run().unwrap();
}

/// Opens the program without a folder for drafts.
fn homeless(folder: &Path) -> Program<NoTerminal> {
    let nowhere = SessionAt::Nowhere("no home folder".to_owned());
    Program::open_at(folder, nowhere, NoTerminal::default(), || ())
}

#[test]
fn without_a_folder_for_drafts_the_start_the_bar_and_the_end_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = homeless(folder.path());
    let warning = "drafts are not kept: no home folder";
    assert!(program.screen().contains(warning), "{}", program.screen());
    program.send("iprecious");
    while !program.screen().contains("precious") {
        program.event_loop.step().unwrap();
    }
    let warnings = program.screen().matches("drafts are not kept").count();
    assert_eq!(warnings, 2, "{}", program.screen());
    program.send("<Esc>");
    while !program.screen().contains("draft NOT kept; press i") {
        program.event_loop.step().unwrap();
    }
    let error = program.end_after("").unwrap_err().to_string();
    assert!(error.contains("no home folder") && error.contains("precious"));
}

#[test]
fn without_a_folder_for_drafts_an_end_without_words_succeeds() {
    let folder = tempfile::tempdir().unwrap();
    homeless(folder.path()).end_after("").unwrap();
}
