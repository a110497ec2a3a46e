//! Measures the time of a key inside the program: `cargo bench --bench inside`.
//!
//! Compare only figures of the same run: the machines are noisy.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure should fail loudly"
)]

use std::hint::black_box;
use std::path::Path;
use std::sync::mpsc::channel;

use divan::Bencher;
use jiff::SignedDuration;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use roundtable::app::{
    App, DeskEffect, DeskEvent, DeskId, Effect, Event, FileRequest, Key, Moment, Reading,
};
use roundtable::gazetteer::Mentions;
use roundtable::model::{
    Anchor, Author, Briefing, EntryId, Kind, NewEntry, Note, NoteId, NoteKind, Notes, Paper,
    Practice, Prose, Session, Speaker,
};
use roundtable::search::{Index, Query};
use roundtable::store::load_briefing;
use roundtable::ui::{DARK, draw};

mod opened;

use opened::{moment, opened};

fn main() {
    divan::main();
}

fn path() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/briefing.toml"))
}

fn briefing() -> Briefing {
    load_briefing(path()).briefing.unwrap()
}

fn app(columns: u16, rows: u16) -> App {
    opened((columns, rows), briefing())
}

#[divan::bench]
fn load() -> Option<Briefing> {
    load_briefing(black_box(path())).briefing
}

#[divan::bench]
fn index(bencher: Bencher<'_, '_>) {
    let briefing = briefing();
    bencher.bench(|| Index::new(black_box(&briefing)));
}

/// Finds all mentions of the briefing.
#[divan::bench]
fn mentions(bencher: Bencher<'_, '_>) {
    let briefing = briefing();
    bencher.bench(|| Mentions::new(black_box(&briefing)));
}

/// Finds the mentions of a hundred thousand paragraphs: those of the briefing, repeated.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn mentions_of_100_000(bencher: Bencher<'_, '_>) {
    let briefing = briefing();
    let gazetteer = Mentions::new(&briefing);
    let texts = briefing.paragraphs().iter().cycle().take(100_000);
    bencher.bench(|| {
        let found = texts
            .clone()
            .map(|text| gazetteer.gazetteer().mentions(text.text()));
        found.map(|mentions| mentions.len()).sum::<usize>()
    });
}

/// Types a letter in the list of countries, without and with the frame.
#[divan::bench(args = [false, true])]
fn letter_in_countries(bencher: Bencher<'_, '_>, draws: bool) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut app = app(120, 40);
    let moment = moment();
    app.update(&moment, Event::Key(Key::parse("c").unwrap()));
    let keys = Key::sequence("mali<Backspace><Backspace><Backspace><Backspace>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        if draws {
            app.before_frame();
            terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
        }
    });
}

#[divan::bench(args = ["m", "mali", "labour mobility partnerships", "zzz"])]
fn find(bencher: Bencher<'_, '_>, typed: &str) {
    let index = Index::new(&briefing());
    bencher.bench(|| index.find(&Query::new(black_box(typed)), 200));
}

/// Presses a key and draws the frame, at the size of the screen.
#[divan::bench(args = [(80, 24), (120, 40), (200, 60)])]
fn key_to_frame(bencher: Bencher<'_, '_>, (columns, rows): (u16, u16)) {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let mut app = app(columns, rows);
    let moment = moment();
    let keys = Key::sequence("jkJKlhge<PgDn><PgUp>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

/// Types a letter in the finder and draws the frame.
#[divan::bench]
fn letter_to_frame(bencher: Bencher<'_, '_>) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut app = app(120, 40);
    let moment = moment();
    app.update(&moment, Event::Key(Key::parse("/").unwrap()));
    let keys = Key::sequence("migr<Backspace><Backspace><Backspace><Backspace>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

/// Returns `count` notes on the paper.
fn notes(count: usize) -> Notes {
    let speakers = ["ML", "FR", "BR", "IOM", "SN"];
    let mut notes = Notes::default();
    notes.extend((0..count).map(|nth| Note {
        id: NoteId::new(&format!("n{nth:06}")).unwrap(),
        rev: 1,
        at: &moment().now + SignedDuration::from_secs(i64::try_from(nth).unwrap()),
        kind: NoteKind::Note,
        speaker: Some(Speaker(speakers[nth % speakers.len()].to_owned())),
        question: None,
        anchor: None,
        text: format!("the delegation wants pooled recruitment, number {nth}"),
        deleted: false,
        settles: Vec::new(),
        author: Author::default(),
    }));
    notes
}

/// Filters ten thousand notes by speaker.
#[divan::bench(args = ["speaker:mali", "speaker:iom recruitment"])]
fn filter_among_10_000(bencher: Bencher<'_, '_>, typed: &str) {
    let index = Index::new(&briefing()).with_notes(&notes(10_000), &briefing());
    bencher.bench(|| index.find(&Query::new(black_box(typed)), 200));
}

/// Saves a note among ten thousand, in the state only: from Enter to "saved".
#[divan::bench]
fn save_among_10_000(bencher: Bencher<'_, '_>) {
    let mut app = app(120, 40);
    app.update(
        &moment(),
        Event::Desk(
            DeskId::default(),
            DeskEvent::Notes(notes(10_000), Vec::new()),
        ),
    );
    save_notes(bencher, &mut app);
}

fn save_notes(bencher: Bencher<'_, '_>, app: &mut App) {
    let keys = Key::sequence("ione more<Enter>").unwrap();
    let mut nth = 0;
    bencher.bench_local(|| {
        nth += 1;
        let moment = Moment {
            now: &moment().now + SignedDuration::from_hours(9),
            since_boot: std::time::Duration::ZERO,
            fresh_id: NoteId::new(&format!("x{nth}")).unwrap(),
        };
        let mut saved = None;
        for key in &keys {
            for effect in app.update(&moment, Event::Key(*key)) {
                if let Effect::Desk(_, DeskEffect::Files(FileRequest::Save(record))) = effect {
                    saved = Some(*record);
                }
            }
        }
        app.update(
            &moment,
            Event::Desk(DeskId::default(), DeskEvent::Saved(saved.unwrap())),
        )
    });
}

/// Types a letter in the capture bar with ten thousand notes, and draws the frame.
#[divan::bench]
fn letter_in_bar_among_10_000(bencher: Bencher<'_, '_>) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut app = app(120, 40);
    let moment = moment();
    app.update(
        &moment,
        Event::Desk(
            DeskId::default(),
            DeskEvent::Notes(notes(10_000), Vec::new()),
        ),
    );
    for key in Key::sequence("iMali: wants recruit").unwrap() {
        app.update(&moment, Event::Key(key));
    }
    let keys = Key::sequence("ment<Backspace><Backspace><Backspace><Backspace>").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

/// Returns a briefing of paragraphs of 26 words, 20 in each entry, with the first `replaced` words
/// of each paragraph changed.
fn long_paper(paragraphs: usize, replaced: usize) -> Briefing {
    let word = |at: usize, nth: usize| {
        let new = if nth < replaced { "new" } else { "" };
        let common = ["the", "of", "and", "to", "in"].get((at * 7 + nth * 3) % 13);
        common.map_or_else(
            || format!("{new}word{}", (at * 31 + nth * 97) % 9973),
            |it| (*it).to_owned(),
        )
    };
    let text = |at: usize| {
        (0..26)
            .map(|nth| word(at, nth))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let entry = |nth: usize| NewEntry {
        id: EntryId::new(&format!("e{nth}")).unwrap(),
        kind: Kind::Context,
        heading: format!("Part {nth}"),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: (nth * 20..(nth * 20 + 20).min(paragraphs))
            .map(|at| Prose {
                text: text(at),
                spans: Vec::new(),
            })
            .collect(),
    };
    let entries = (0..paragraphs.div_ceil(20)).map(entry).collect();
    Briefing::new(Paper::default(), Vec::new(), entries).unwrap()
}

/// Returns notes on the paragraphs of a briefing, in turn.
fn notes_on(briefing: &Briefing, count: usize) -> Notes {
    let paragraphs = briefing.paragraphs().len();
    let mut anchored = Notes::default();
    let notes = notes(count);
    anchored.extend(notes.iter().map(|(nth, note)| Note {
        anchor: Anchor::to(briefing, nth % paragraphs),
        ..note.clone()
    }));
    anchored
}

/// The numbers of notes and paragraphs: many notes on the shipped paper, some on a very long one.
const PLACED: [(usize, usize); 2] = [(10_000, 207), (2_000, 10_000)];

/// Finds the paragraphs of all notes for the first time, in the same briefing.
#[divan::bench(args = PLACED, sample_count = 10)]
fn place_first(bencher: Bencher<'_, '_>, (count, paragraphs): (usize, usize)) {
    place(bencher, (count, paragraphs), 0);
}

/// Finds them in a briefing with the first three words of each paragraph changed.
#[divan::bench(args = PLACED, sample_count = 10)]
fn place_first_after_an_edit(bencher: Bencher<'_, '_>, (count, paragraphs): (usize, usize)) {
    place(bencher, (count, paragraphs), 3);
}

/// Looks for them in a different briefing.
#[divan::bench(args = PLACED, sample_count = 10)]
fn place_nowhere(bencher: Bencher<'_, '_>, (count, paragraphs): (usize, usize)) {
    place(bencher, (count, paragraphs), 20);
}

fn place(bencher: Bencher<'_, '_>, (count, paragraphs): (usize, usize), replaced: usize) {
    let notes = notes_on(&long_paper(paragraphs, 0), count);
    let then = long_paper(paragraphs, replaced);
    bencher
        .with_inputs(|| then.clone())
        .bench_local_values(|then| {
            let anchors = notes.iter().filter_map(|(_, note)| note.anchor.as_ref());
            let found = anchors.filter(|it| then.placed(it).paragraph().is_some());
            black_box(found.count())
        });
}

/// Presses a key in the notes pane and draws the frame, with notes on an edited paper.
#[divan::bench(args = PLACED)]
fn key_to_frame_with_notes(bencher: Bencher<'_, '_>, (count, paragraphs): (usize, usize)) {
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut app = app_with_notes(count, paragraphs);
    let moment = moment();
    let keys = Key::sequence("gnkkkkjjjj").unwrap();
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        app.update(&moment, Event::Key(*next.next().unwrap()));
        app.before_frame();
        terminal.draw(|frame| draw(&app, &DARK, frame)).unwrap();
    });
}

/// Saves one more note there, in the state only.
#[divan::bench(args = PLACED)]
fn save_with_notes(bencher: Bencher<'_, '_>, (count, paragraphs): (usize, usize)) {
    let mut app = app_with_notes(count, paragraphs);
    save_notes(bencher, &mut app);
}

fn app_with_notes(count: usize, paragraphs: usize) -> App {
    let mut app = App::new((120, 40), Session::default());
    let notes = notes_on(&long_paper(paragraphs, 0), count);
    let reading = Reading {
        briefing: Some(long_paper(paragraphs, 3)),
        ..Reading::default()
    };
    app.update(
        &moment(),
        Event::Desk(DeskId::default(), DeskEvent::Briefing(Box::new(reading))),
    );
    app.update(
        &moment(),
        Event::Desk(DeskId::default(), DeskEvent::Notes(notes, Vec::new())),
    );
    app
}

/// Sends an event through a channel between threads.
#[divan::bench]
fn channel_hop(bencher: Bencher<'_, '_>) {
    let (sender, receiver) = channel();
    bencher.bench_local(|| {
        sender.send(Event::Ended).unwrap();
        receiver.recv().unwrap()
    });
}
