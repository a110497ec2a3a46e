//! Measures a key in a long paper, from the event to the frame on a screen in memory: `cargo run
//! --release --bin frame -- [PARAGRAPHS]`

use std::io::{self, Write};

use anyhow::{Context, Result};
use jiff::ZonedDateTime;
use peers::SEED;
use peers::clock::{percentile, timed};
use peers::corpus::Corpus;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use roundtable::app::{App, DeskEffect, DeskEvent, DeskId, Effect, Event, Key, Moment, Reading};
use roundtable::model::{NoteId, Notes, Session};
use roundtable::search::Index;
use roundtable::ui::{DARK, draw};

/// The default number of paragraphs.
const PARAGRAPHS: usize = 100_000;
/// The size of the screen in columns and rows.
const SCREEN: (u16, u16) = (120, 40);
/// The number of keys that are pressed.
const KEYS: usize = 1000;
/// The keys: search, next hits, reading, a heading by its title.
const PRESSED: &str = "/the labour market<Enter>nnjjjkk<Esc>lllJJKKgegqgc\
    /migrant workers rights<Down><Down><Enter><Backspace>fmal<Esc>";

fn main() -> Result<()> {
    let size = std::env::args().nth(1).map(|size| size.parse());
    let size = size.transpose()?.unwrap_or(PARAGRAPHS);
    let corpus = Corpus::new(size, SEED)?;
    let moment = Moment {
        now: ZonedDateTime::now(),
        since_boot: std::time::Duration::ZERO,
        fresh_id: NoteId::new("bench").context("an id")?,
    };
    let mut app = App::new(SCREEN, Session::default());
    app.update(&moment, Event::Desk(DeskId::default(), DeskEvent::Notes(Notes::default(), Vec::new())));
    let reading = Reading {
        briefing: Some(corpus.briefing.clone()),
        problems: String::new(),
    };
    for effect in app.update(&moment, Event::Desk(DeskId::default(), DeskEvent::Briefing(Box::new(reading)))) {
        if let Effect::Desk(_, DeskEffect::Index(texts)) = effect {
            let index = Index::new(&texts.briefing);
            app.update(&moment, Event::Desk(DeskId::default(), DeskEvent::Indexed(index, texts.number)));
        }
    }
    let keys = Key::sequence(PRESSED).ok().context("keys")?;
    let mut terminal = Terminal::new(TestBackend::new(SCREEN.0, SCREEN.1))?;
    let mut times = Vec::new();
    for key in keys.into_iter().cycle().take(KEYS) {
        let (frame, took) = timed(|| {
            app.update(&moment, Event::Key(key));
            app.before_frame();
            terminal.draw(|frame| draw(&app, &DARK, frame)).map(drop)
        });
        frame?;
        times.push(took);
    }
    times.sort_unstable();
    let [half, most, worst] =
        [50, 99, 100].map(|share| percentile(&times, share).as_secs_f64() * 1000.0);
    writeln!(
        io::stdout().lock(),
        "{size} paragraphs, {}: p50 {half:.2} ms, p99 {most:.2} ms, worst {worst:.2} ms",
        corpus.source,
    )?;
    Ok(())
}
