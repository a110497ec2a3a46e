//! Measures the time of a save among ten thousand notes, and the memory of a long session:
//! `cargo bench --bench hours`. `TMPDIR` chooses the disk.
//!
//! Ten thousand notes are typed into the real loop, with its threads, on a screen in memory, then
//! thirty thousand edits; `ROUNDTABLE_NOTES=1000` does a tenth of that. Since people pause between
//! notes, some notes are measured apart, each begun when the previous one is indexed.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot measure should fail loudly"
)]

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use ratatui::backend::TestBackend;
use roundtable::app::{App, DeskId, Event, Key};
use roundtable::model::{Author, Session};
use roundtable::shell::{
    DeskSender, Editor, EventLoop, FileThread, Files, Indexer, NoTerminal, Parts, SessionAt,
    stopwatch, this_moment,
};
use roundtable::store::NotesFolder;
use roundtable::ui::DARK;

/// The number of notes measured apart.
const PACED: usize = 100;

fn main() {
    // `cargo test --all-targets` runs it too, and needs no figures.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let asked = std::env::var("ROUNDTABLE_NOTES").ok();
    let notes = asked.map_or(10_000, |asked| asked.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(folder.path());
    for share in 1..=4 {
        let (all, apart) = (notes / 4, PACED.min(notes / 8));
        let times = (apart..all).map(|nth| desk.note(nth)).collect();
        report(&format!("{} notes", share * all - apart), times);
        desk.rest();
        let times = (0..apart).map(|nth| desk.note_and_rest(nth)).collect();
        report("with pauses", times);
    }
    desk.press("gn");
    for share in 1..=6 {
        let times = (0..notes / 2).map(|_| desk.edit()).collect();
        report(&format!("{} edits", share * notes / 2), times);
    }
    let edited = desk.event_loop.app.desk().notebook().notes();
    assert_eq!(edited.len(), notes);
    let edits: u32 = edited.iter().map(|(_, note)| note.rev - 1).sum();
    println!("{} notes, {edits} edits", edited.len());
}

struct Desk {
    event_loop: EventLoop<TestBackend, NoTerminal>,
    sender: Sender<Event>,
}

impl Desk {
    fn open(folder: &Path) -> Self {
        let briefing = folder.join("briefing.toml");
        let paper = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefing.toml");
        fs::copy(paper, &briefing).unwrap();
        let (state, notes_of) = (folder.join("state"), briefing.clone());
        let session = SessionAt::File(state.join("session.toml"));
        let notes = move || {
            let folder = NotesFolder::new(&notes_of, Author::default(), "7f3a".to_owned());
            folder.journaled_in(&state)
        };
        let files = Files {
            briefing,
            notes: Box::new(notes),
            session,
        };
        let (sender, events) = channel();
        let of_desk = DeskSender::new(DeskId::default(), sender.clone());
        let parts = Parts {
            theme: DARK,
            events,
            files: FileThread::open(files, of_desk.clone()),
            indexer: Indexer::start(of_desk.clone()),
            editor: Editor::new(None, None, of_desk),
            clock: Box::new(this_moment),
            stopwatch: Box::new(stopwatch()),
        };
        let app = App::new((120, 40), Session::default());
        let backend = TestBackend::new(120, 40);
        let mut event_loop = EventLoop::new(app, backend, NoTerminal::default(), parts).unwrap();
        event_loop.open().unwrap();
        Self { event_loop, sender }
    }

    fn happens(&mut self, event: Event) {
        self.sender.send(event).unwrap();
        self.event_loop.step().unwrap();
    }

    fn press(&mut self, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            self.happens(Event::Key(key));
        }
    }

    /// Types a note; returns the time from Enter to "saved" on the screen.
    fn note(&mut self, nth: usize) -> Duration {
        self.press("i");
        let text = format!("Mali: the delegation wants pooled recruitment, number {nth}");
        self.saved(text)
    }

    fn note_and_rest(&mut self, nth: usize) -> Duration {
        let taken = self.note(nth);
        self.rest();
        taken
    }

    /// Waits until the notes are saved and indexed.
    fn rest(&mut self) {
        while self.event_loop.app.desk().is_indexing() {
            self.event_loop.step().unwrap();
        }
    }

    /// Edits a note and selects the previous one, or the last after the first.
    fn edit(&mut self) -> Duration {
        let before = self.event_loop.app.desk().notebook().selected.clone();
        self.press("ke");
        if self.event_loop.app.desk().notebook().selected == before {
            self.press("<Esc>Ge");
        }
        self.saved(".".to_owned())
    }

    fn saved(&mut self, typed: String) -> Duration {
        self.happens(Event::Paste(typed));
        let start = Instant::now();
        self.press("<Enter>");
        while self.event_loop.app.desk().is_saving() {
            self.event_loop.step().unwrap();
        }
        start.elapsed()
    }
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1000.0;
    let (half, most) = (at(50), at(99));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let memory = memory.map_or("unknown", str::trim);
    println!("{what:>12}: saved after p50 {half:.2} ms, p99 {most:.2} ms   memory {memory}");
}
