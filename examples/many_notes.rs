//! Measures the time and memory of a report of ten thousand notes in each format:
//! `cargo run --release --example many_notes`.

#![expect(
    clippy::unwrap_used,
    reason = "a failed measurement should stop with an error"
)]

use std::fs::read_to_string;
use std::io::{Write, stdout};
use std::path::Path;
use std::time::Instant;

use roundtable::gazetteer::Gazetteer;
use roundtable::model::{NoteId, Notes};
use roundtable::report::{Face, Format, Options, Report, Sources};
use roundtable::store::{load_briefing, read_notes};

/// The number of notes: a busy year of roundtables.
const NOTES: usize = 10_000;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let briefing = load_briefing(&folder.join("briefing.toml"));
    let briefing = briefing.briefing.unwrap();
    let session = folder.join("tests/fixtures/session/briefing.toml");
    let session = read_notes(&session).notes;
    let mut notes = Notes::default();
    let said: Vec<_> = session.iter().map(|(_, note)| note).collect();
    let written = said.iter().copied().cycle().take(NOTES);
    notes.extend(written.enumerate().map(|(number, note)| {
        let mut note = note.clone();
        note.text.push_str(" with Mali, Senegal, Korea and the EU");
        note.id = NoteId::new(&format!("note-{number}")).unwrap();
        note
    }));
    notes.extend(session.turns().into_iter().cloned());
    let options = Options {
        face: Face::Annex,
        ..Options::default()
    };
    let mut out = stdout().lock();
    let before = memory();
    let start = Instant::now();
    let report = Report::new(Sources {
        briefing: &briefing,
        notes: &notes,
        gazetteer: &Gazetteer::new(briefing.aliases()),
        drafts: 0,
        speaking: None,
        language: options.language,
    });
    writeln!(out, "data\t{:?}", start.elapsed()).unwrap();
    for format in Format::ALL {
        let start = Instant::now();
        let bytes = report.written(options, format).unwrap().len();
        let took = start.elapsed();
        writeln!(out, "{}\t{took:?}\t{bytes} bytes", format.name()).unwrap();
    }
    writeln!(out, "memory before\t{before}\npeak memory\t{}", memory()).unwrap();
}

/// Returns the peak memory so far, as the kernel counts it.
fn memory() -> String {
    let status = read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    peak.unwrap().trim_start_matches("VmHWM:").trim().to_owned()
}
