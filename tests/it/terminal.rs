//! The program in a pseudo-terminal, for tests that a screen in memory cannot do.

mod drafts;
mod ends;
mod jobs;

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use roundtable::model::Draft;
use roundtable::store::{load_session, session_file};
use tempfile::TempDir;

use crate::world::PAPER;

/// The time limit for steps that take milliseconds on an idle machine.
const PATIENCE: Duration = Duration::from_secs(20);

const PROGRAM: &str = env!("CARGO_BIN_EXE_roundtable");

/// Returns an empty screen of 80 columns and 24 rows.
fn blank() -> vt100::Parser {
    let side = |cells| NonZeroU16::new(cells).unwrap();
    vt100::Parser::new(side(24), side(80), 0)
}

pub(crate) struct Pty {
    folder: TempDir,
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    screen: vt100::Parser,
    client: Arc<Client>,
    reader: Option<JoinHandle<()>>,
}

/// The reader of the terminal's output.
#[derive(Default)]
struct Client {
    does: Mutex<Does>,
    changed: Condvar,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Does {
    #[default]
    Reads,
    /// It is frozen: soon the program can write nothing more.
    Waits,
    /// It is gone, after one more read.
    Leaves,
}

impl Client {
    fn set(&self, does: Does) {
        *self.does.lock().unwrap() = does;
        self.changed.notify_all();
    }

    /// Waits while it is frozen; returns whether it continues.
    fn goes_on(&self) -> bool {
        let waits = |does: &mut Does| *does == Does::Waits;
        let does = self.changed.wait_while(self.does.lock().unwrap(), waits);
        *does.unwrap() == Does::Reads
    }
}

impl Pty {
    pub(crate) fn open() -> Self {
        Self::open_with(|_| ())
    }

    /// Starts the program in a folder that `prepare` has changed.
    fn open_with(prepare: impl FnOnce(&Path)) -> Self {
        let folder = Self::folder();
        prepare(folder.path());
        Self::open_in(folder)
    }

    /// Creates a folder with a briefing.
    fn folder() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("briefing.toml"), PAPER).unwrap();
        folder
    }

    fn open_in(folder: TempDir) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--author", "ana"]);
        let mut pty = Self::start(folder, command);
        // A note saved again at the start may cover the last keys of the footer.
        pty.wait_for("? help");
        pty
    }

    fn start(folder: TempDir, mut command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env_clear();
        command.env("HOME", folder.path().join("home"));
        command.env("TERM", "xterm-256color");
        command.env("EDITOR", "/bin/sh 'the editor.sh'");
        command.cwd(folder.path());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        let client = Arc::new(Client::default());
        let reading = Arc::clone(&client);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer)
                && reading.goes_on()
                && sender.send(buffer[..count].to_vec()).is_ok()
            {}
        });
        let (master, writer) = (Some(pair.master), Some(writer));
        let screen = blank();
        let raw = Vec::new();
        Self {
            folder,
            child,
            master,
            writer,
            output,
            raw,
            screen,
            client,
            reader: Some(reader),
        }
    }

    /// Returns the process that the terminal was opened for.
    fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the program is gone, without reading its output.
    fn wait_until_gone(&mut self) {
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it goes on");
            thread::yield_now();
        }
    }

    /// Closes the window; a key wakes the reader.
    fn close(&mut self) {
        self.client.set(Does::Leaves);
        // End, since dropping the writer may send a new line and Ctrl-d after it.
        self.press("\u{1b}[F");
        self.reader.take().unwrap().join().unwrap();
        self.writer = None;
        self.master = None;
    }

    pub(crate) fn press(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Reads until `done` is true, or the program is silent for too long; returns whether it is
    /// true.
    pub(crate) fn read_until(&mut self, done: impl FnMut(&Self) -> bool) -> bool {
        self.read_for(PATIENCE, done)
    }

    pub(crate) fn read_for(
        &mut self,
        patience: Duration,
        mut done: impl FnMut(&Self) -> bool,
    ) -> bool {
        let end = Instant::now() + patience;
        while !done(self) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                return done(self);
            };
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
        true
    }

    pub(crate) fn wait_for(&mut self, text: &str) {
        let found = self.read_until(|pty| pty.screen.screen().contents().contains(text));
        assert!(found, "no {text:?} on\n{}", self.screen.screen().contents());
    }

    /// Waits for the end of the program and of its output; returns whether it ended well.
    pub(crate) fn wait_for_end(&mut self) -> bool {
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
        self.child.wait().unwrap().success()
    }

    pub(crate) fn assert_restored(&self) {
        let raw = String::from_utf8_lossy(&self.raw);
        for (set, reset) in [
            ("?1049h", "?1049l"),
            ("?1000h", "?1000l"),
            ("?2004h", "?2004l"),
        ] {
            let (set, reset) = (raw.rfind(set), raw.rfind(reset));
            assert!(set.is_some() && reset > set, "{reset:?} before {set:?}");
        }
        assert!(!self.screen.screen().hide_cursor(), "the cursor is back");
    }

    pub(crate) fn notes(&self) -> String {
        fs::read_to_string(self.path("briefing.notes.ana.toml")).unwrap_or_default()
    }

    /// Returns the draft on the disk.
    pub(crate) fn draft(&self) -> Option<Draft> {
        let state = self.path("home/.local/state/roundtable");
        let file = session_file(&state, &self.path("briefing.toml"));
        load_session(&file).drafts.pop()
    }

    /// Reads until a condition outside the screen is true, or for too long; returns whether it is.
    pub(crate) fn read_until_on_disk(&mut self, done: impl Fn(&Self) -> bool) -> bool {
        let end = Instant::now() + PATIENCE;
        while !done(self) {
            if Instant::now() >= end {
                return false;
            }
            self.read_for(Duration::from_millis(2), |_| false);
        }
        true
    }

    /// Waits until a condition outside the screen is true.
    pub(crate) fn wait_until(&mut self, done: impl Fn(&Self) -> bool) {
        assert!(self.read_until_on_disk(done), "in vain");
    }

    pub(crate) fn kill(&mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// Kills the program and starts a new one in the same folder.
    pub(crate) fn killed(mut self) -> Self {
        self.kill();
        self.open_again()
    }

    /// The same folder with a new program, after this one has ended.
    pub(crate) fn open_again(self) -> Self {
        Self::open_in(self.folder)
    }

    /// The same folder with a new program, after this one has ended.
    pub(crate) fn again(self) -> Self {
        Self::open_in(self.folder)
    }

    pub(crate) fn screen_text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Returns the number of the note that the screen calls saved.
    pub(crate) fn saved(&self) -> Option<usize> {
        let screen = self.screen_text();
        let (_, after) = screen.split_once("saved #")?;
        let (number, _) = after.split_once(' ')?;
        number.parse().ok()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn signal(&self, name: &str) {
        send_signal(name, self.process());
    }
}

fn send_signal(name: &str, process: u32) {
    let status = std::process::Command::new("kill")
        .args(["-s", name, &process.to_string()])
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn quitting_restores_the_terminal() {
    let mut pty = Pty::open();
    pty.press("q");
    assert!(pty.wait_for_end());
    pty.assert_restored();
}

#[test]
fn a_note_that_is_called_saved_is_in_the_file() {
    let mut pty = Pty::open();
    pty.press("ipooled tolls");
    pty.wait_for("pooled tolls");
    pty.press("\r");
    pty.wait_for("saved #1");
    assert!(pty.notes().contains("pooled tolls"));
}

/// In raw mode, Ctrl-j is a different key from Enter.
#[test]
fn control_j_begins_a_new_line() {
    let mut pty = Pty::open();
    pty.press("ione\ntwo\r");
    pty.wait_for("saved #1");
    assert!(pty.notes().contains("one\ntwo"), "{}", pty.notes());
}

#[test]
fn control_c_keeps_text_in_the_bar_for_undo_and_quits_from_the_panes() {
    let mut pty = Pty::open();
    pty.press("iprecious");
    pty.wait_for("precious");
    pty.press("\u{3}");
    pty.wait_for("press u Enter to restore it");
    pty.press("u\r");
    pty.wait_for("precious");
    pty.press("\r");
    pty.wait_for("saved #1");
    pty.press("\u{3}");
    assert!(pty.wait_for_end());
    assert!(pty.notes().contains("precious"));
}

#[test]
fn a_terminal_of_one_cell_and_back() {
    let mut pty = Pty::open();
    for (rows, cols) in [(1, 1), (24, 80)] {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        pty.master.as_ref().unwrap().resize(size).unwrap();
    }
    pty.screen = blank();
    // A key that comes together with a resize may be read only with the next key.
    let shown = (0..20).any(|_| {
        pty.press("\u{c}");
        pty.read_for(Duration::from_secs(1), |pty| {
            pty.screen
                .screen()
                .contents()
                .contains("Rivers and bridges")
        })
    });
    assert!(shown);
    pty.press("q");
    assert!(pty.wait_for_end());
}
