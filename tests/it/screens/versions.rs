//! What became of a note: other versions of it, and its revisions.

use std::fs;

use insta::assert_snapshot;
use roundtable::app::Event;
use roundtable::model::{Author, Note, NoteId, NoteKind};

use crate::world::World;

/// A note by Ana, edited by her, and at the same time by Bruno.
fn world(columns: u16, rows: u16, edit: &str) -> World {
    let mut world = World::new(columns, rows);
    world.press("ione<Enter>gne and a half");
    world.press(edit).press("<Enter>");
    let own = world.notes_file();
    let id = own.split('"').find(|part| part.starts_with("note-"));
    let bruno = format!(
        "[notes]\nauthor = \"bruno\"\n[[note]]\nid = \"{}\"\nrev = 2\n\
         at = 2010-11-09T10:09:13-06:00\nspeaker = \"FR\"\ntext = \"one, or two of them\"\n",
        id.unwrap()
    );
    fs::write(world.path("briefing.notes.bruno.toml"), bruno).unwrap();
    world.wait_until(|world| world.shows("2 versions"));
    world
}

#[test]
fn two_concurrent_edits_are_shown_until_the_next_edit() {
    let mut world = world(120, 14, "");
    assert_snapshot!(world.screen());
    world.press("gne and settled<Enter>");
    assert!(world.shows("settled"), "{}", world.screen());
    assert!(!world.shows("versions") && !world.shows("also, by"));
}

#[test]
fn the_other_version_of_a_long_note_scrolls_to_its_end() {
    let words: Vec<_> = (1..=40).map(|nth| format!(" word{nth:02}")).collect();
    let mut world = world(60, 11, &words.concat());
    // The greater one is Bruno's: it was written later.
    assert!(world.shows("France") && world.shows("one, or two of them"));
    assert!(
        world.shows("also, by ana (no speaker):"),
        "{}",
        world.screen()
    );
    assert!(!world.shows("word40"), "{}", world.screen());
    world.press("jjjjjjjj");
    assert!(world.shows("word40"), "{}", world.screen());
    // A note that is not selected shows the beginnings of both.
    world.press("inext<Enter>");
    assert!(world.row_with("word05").contains('…'), "{}", world.screen());
    assert!(world.shows("one, or two of them") && world.shows("next"));
}

#[test]
fn the_history_of_a_note_lists_all_revisions() {
    let mut world = world(80, 22, "");
    world
        .press("d<Enter>gnu<Enter>H")
        .wait_until(|world| world.shows("version 1"));
    assert_snapshot!(world.screen());
    assert!(
        !world.press("<Esc>").shows("version 1 by"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_long_history_scrolls_to_its_end() {
    let mut world = World::new(80, 12);
    let words: Vec<_> = (1..=60).map(|nth| format!("word{nth:02} and")).collect();
    world.press("i").happens(Event::Paste(words.join(" ")));
    world.press("<Enter>gne and more<Enter>H");
    world.wait_until(|world| world.shows("version 2"));
    assert!(!world.shows("word60"), "{}", world.screen());
    assert!(world.press("jjj").shows("word60"), "{}", world.screen());
    assert!(!world.shows("version 2"), "{}", world.screen());
    let end = world.press("jjjjjjjjjjjjjjjjjjjjjjjjjjjjjj").screen();
    assert!(world.shows("word60") && !world.shows("word01"), "{end}");
    assert_eq!(world.press("ggG").screen(), end);
    assert!(world.press("<Space>bggk").shows("version 2"), "{end}");
    assert!(!world.shows("version 1"), "{}", world.screen());
}

#[test]
fn an_unsaved_note_has_a_history() {
    let mut world = World::new(80, 14);
    fs::create_dir(world.path("briefing.notes.ana.toml")).unwrap();
    world.press("ione<Enter>gnH");
    world.wait_until(|world| world.shows("version 1"));
    assert!(
        world.row_with("version 1").contains("10:"),
        "{}",
        world.screen()
    );
}

/// Bruno's program died before it knew that his note was saved; Ana starts next on this machine.
#[test]
fn a_note_on_its_way_of_another_author_stays_that_authors() {
    let world = World::new(100, 24);
    let mut session = world.session();
    let bruno = Author::from_folded("bruno");
    let note = Note {
        id: NoteId::new("01b").unwrap(),
        rev: 1,
        at: "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap(),
        kind: NoteKind::Note,
        speaker: None,
        question: None,
        anchor: None,
        text: "words of Bruno".to_owned(),
        deleted: false,
        settles: Vec::new(),
        author: bruno.clone(),
    };
    session.pending.push(note.into());
    let world = world.restart_with(&session);
    assert!(!world.screen().contains("words of Bruno"));
    let pending = world.session().pending;
    assert_eq!(pending.len(), 1);
    assert_eq!(*pending[0].author(), bruno);
}
