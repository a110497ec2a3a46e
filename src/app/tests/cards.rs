//! A card acts only on what it says.

use super::{moment, of_desk, open, press, saves};
use crate::app::{App, DeskEvent, Effect, Event};
use crate::messages::{CardMessage, StatusMessage};
use crate::model::{Note, Notes, Record, Session};

fn app() -> App {
    let mut app = App::new((100, 30), Session::default());
    open(&mut app, &["labour mobility", "ferries cross at dawn"]);
    app
}

/// Writes a note that the disk confirms.
fn note(app: &mut App, text: &str) -> Note {
    let record = saves(press(app, &format!("i{text}<Enter>"))).remove(0);
    of_desk(app, DeskEvent::Saved(record.clone()));
    record.note().unwrap().clone()
}

/// Replaces the notes in the files with these.
fn files(app: &mut App, notes: impl IntoIterator<Item = Note>) {
    let mut all = Notes::default();
    all.extend(notes.into_iter().map(Record::Note));
    of_desk(app, DeskEvent::Notes(all, Vec::new()));
}

fn says_changed(app: &App) -> bool {
    app.status().said == [StatusMessage::Card(CardMessage::Changed)]
}

#[test]
fn a_key_message_is_made_of_the_note_that_was_selected() {
    let mut app = app();
    let (one, two) = (note(&mut app, "one"), note(&mut app, "two"));
    press(&mut app, "gnxm");
    let deleted = Note {
        rev: 2,
        deleted: true,
        ..two
    };
    files(&mut app, [one, deleted]);
    assert!(saves(press(&mut app, "<Enter>")).is_empty());
    assert!(says_changed(&app));
}

#[test]
fn a_mark_stays_with_its_paragraph_when_the_paper_changes() {
    let mut app = app();
    press(&mut app, "Jxp");
    open(
        &mut app,
        &["labour mobility", "bridges are long", "and more"],
    );
    assert!(saves(press(&mut app, "<Enter>")).is_empty());
    assert!(says_changed(&app));
}

/// The card shows only the beginning of the note.
#[test]
fn a_note_that_has_changed_at_its_end_is_not_deleted() {
    let mut app = app();
    let long = note(&mut app, &"word ".repeat(60));
    press(&mut app, "gnd");
    let text = format!("{} and the only thing that matters", long.text);
    let changed = Note {
        rev: 2,
        text,
        ..long
    };
    files(&mut app, [changed]);
    assert!(saves(press(&mut app, "<Enter>")).is_empty());
    assert!(says_changed(&app));
    assert!(!saves(press(&mut app, "d<Enter>")).is_empty());
}

/// While a note is being saved, any key after `q` cancels quitting.
#[test]
fn a_key_after_q_keeps_the_program_running() {
    for key in ["t", "B", "i"] {
        let mut app = app();
        let record = saves(press(&mut app, "ione<Enter>")).remove(0);
        press(&mut app, &format!("q{key}"));
        let effects = of_desk(&mut app, DeskEvent::Saved(record));
        assert!(!effects.contains(&Effect::Quit), "{key}");
    }
    let mut app = app();
    let record = saves(press(&mut app, "ione<Enter>q")).remove(0);
    app.update(&moment(), Event::Resize(80, 24));
    let effects = of_desk(&mut app, DeskEvent::Saved(record));
    assert!(effects.contains(&Effect::Quit));
}

#[test]
fn undo_says_that_someone_else_has_changed_the_note() {
    let mut app = app();
    let one = note(&mut app, "one");
    let theirs = Note {
        rev: 2,
        text: "theirs".to_owned(),
        ..one
    };
    files(&mut app, [theirs]);
    press(&mut app, "u");
    let rows = &app.card().unwrap().rows;
    assert!(rows[0].label.contains("someone else"), "{}", rows[0].label);
}

#[test]
fn undo_names_what_changes_of_the_floor_alone() {
    let mut app = app();
    press(&mut app, "smali<Enter><Esc>twfrance<Enter>");
    press(&mut app, "tw<Enter>france<Enter>u");
    let rows = &app.card().unwrap().rows;
    assert_eq!(rows[0].label, "undo: empty the queue");
}
