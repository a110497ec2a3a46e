//! What a key costs where much stands before it: many keys at once, a long note, a long paragraph:
//! `cargo bench --bench long`.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure should fail loudly"
)]

use std::io::Write;
use std::path::Path;

use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use roundtable::app::{App, Code, Event, Key};
use roundtable::model::Briefing;
use roundtable::store::load_briefing;
use roundtable::ui::{DARK, draw};

mod opened;

use opened::{moment, opened};

fn main() {
    divan::main();
}

/// A thousand keys in the capture bar that come at once, and one frame.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn keys_1000_in_bar_to_frame(bencher: Bencher<'_, '_>) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let words = "Mali wants pooled recruitment of migrants in border regions. ";
    let moment = moment();
    bencher.bench_local(|| {
        let mut app = app_in_bar();
        for letter in words.chars().cycle().take(1000) {
            app.update(&moment, Event::Key(Key::plain(Code::Char(letter))));
        }
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

fn app_in_bar() -> App {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/briefing.toml");
    let mut app = opened((120, 40), load_briefing(Path::new(path)).briefing.unwrap());
    app.update(&moment(), Event::Key(Key::parse("i").unwrap()));
    app
}

/// So many bytes of text.
fn long(bytes: usize) -> String {
    const SENTENCE: &str = "Labour mobility partnerships protect migrants in border regions. ";
    SENTENCE.repeat(bytes / SENTENCE.len())
}

/// A letter and its frame in the bar, behind so many bytes.
#[divan::bench(args = [1_000, 100_000, 1_000_000], sample_count = 10)]
fn letter_in_long_note_to_frame(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let (mut app, moment) = (app_in_bar(), moment());
    app.update(&moment, Event::Paste(long(bytes)));
    let keys = Key::sequence("word<Backspace><Backspace><Backspace><Backspace>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

/// A key and its frame in a paragraph of so many bytes whose words light up.
#[divan::bench(args = [1_000, 1_000_000, 10_000_000], sample_count = 10)]
fn key_in_long_paragraph_to_frame(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let moment = moment();
    let mut app = opened((120, 40), paper_of(bytes));
    for key in Key::sequence("J/labour<Enter>").unwrap() {
        app.update(&moment, Event::Key(key));
    }
    let keys = Key::sequence("jk<PgDn><PgUp>JK").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

/// A briefing with one paragraph of so many bytes.
fn paper_of(bytes: usize) -> Briefing {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let text = long(bytes);
    let head = "schema = 1\n[paper]\ntitle = \"Long\"\nsession = \"RT\"";
    let entry = "[[context]]\nid = \"a\"\nheading = \"First\"\nat = \"1\"";
    write!(file, "{head}\n{entry}\ntext = \"\"\"\n{text}\n\"\"\"\n").unwrap();
    load_briefing(file.path()).briefing.unwrap()
}
