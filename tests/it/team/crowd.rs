//! Tests many programs of one author at the same moment.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::sync::Barrier;
use std::thread;

use super::{Seat, folder};

const PROGRAMS: usize = 8;

/// The number of notes each, unless `ROUNDTABLE_NOTES` is set.
const NOTES: usize = 12;

/// One half reads many lines from a pipe, the other half is restarted for each note.
#[test]
fn eight_programs_at_once_lose_nothing() {
    let all = tempfile::tempdir().unwrap();
    folder(&all.path().join("desk"));
    let seat = Seat::new(all.path(), "desk", "ana", "laptop");
    let asked = std::env::var("ROUNDTABLE_NOTES").ok();
    let count = asked.map_or(NOTES, |count| count.parse().unwrap());
    let text = |program: usize, note: usize| format!("note {note} of program {program}");
    let start = Barrier::new(PROGRAMS);
    thread::scope(|scope| {
        for program in 0..PROGRAMS {
            let (seat, start) = (&seat, &start);
            let texts: Vec<_> = (0..count).map(|note| text(program, note)).collect();
            scope.spawn(move || {
                start.wait();
                if program % 2 == 0 {
                    pipe(seat, program, &texts);
                } else {
                    for text in &texts {
                        seat.note(text);
                    }
                }
            });
        }
    });
    let programs = 0..PROGRAMS;
    let expected = programs.flat_map(|program| (0..count).map(move |note| text(program, note)));
    let expected: BTreeSet<_> = expected.collect();
    let found = seat.texts();
    let lost: Vec<_> = expected.difference(&found).collect();
    assert!(
        lost.is_empty(),
        "{} of {} lost: {lost:?}",
        lost.len(),
        expected.len()
    );
    assert_eq!(found, expected);
    // No note is damaged, and any TOML parser reads the file.
    assert_eq!(seat.listed().1, "");
    assert_eq!(
        seat.files(),
        BTreeSet::from(["briefing.notes.ana.toml".to_owned()])
    );
    let file = seat.text("briefing.notes.ana.toml");
    assert_eq!(file.matches("[notes]").count(), 1);
    assert_eq!(file.matches("\n[[note]]\n").count(), expected.len());
}

fn pipe(seat: &Seat, program: usize, texts: &[String]) {
    let lines = seat.path(&format!("lines-{program}"));
    fs::write(&lines, texts.join("\n")).unwrap();
    let mut command = seat.command(&["note", "-", "--author", seat.author]);
    let output = command.stdin(File::open(&lines).unwrap()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(said.matches("saved #").count(), texts.len());
}
