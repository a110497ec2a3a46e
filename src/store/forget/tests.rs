use std::io::Write as _;

use tempfile::TempDir;

use super::super::session::save_session;
use super::super::{NotesFolder, Sheet};
use super::*;
use crate::model::{Author, Draft, Session};

fn draft(text: &str) -> Draft {
    Draft {
        id: None,
        edits: None,
        rev: 0,
        anchor: None,
        speaker: None,
        question: None,
        text: text.to_owned(),
        cursor: 0,
    }
}

/// Makes a briefing with a saved note, and the program's files for it.
fn kept(drafts: Vec<Draft>) -> (TempDir, PathBuf, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let (state, briefing) = (home.path().join("state"), home.path().join("paper.toml"));
    File::create(&briefing).unwrap();
    let notes = NotesFolder::new(&briefing, Author::from_folded("ana"), "7f3a".to_owned());
    let block = "[[note]]\nid = 'a'\nat = 2010-11-09T10:02:13-06:00\ntext = 'one'\n";
    let record = super::super::notes_file::parse(block.as_bytes(), "")
        .records
        .remove(0);
    notes.journaled_in(&state).append(&record).unwrap();
    let session = Session {
        drafts,
        ..Session::default()
    };
    save_session(&session_file(&state, &briefing), &session).unwrap();
    (home, state, briefing)
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn removes_copies_and_keeps_the_notes_file() {
    let (home, state, briefing) = kept(Vec::new());
    // The names of this briefing's files begin like those of the first one.
    let other = home.path().join("paper.toml.session.toml");
    File::create(&other).unwrap();
    save_session(&session_file(&state, &other), &Session::default()).unwrap();
    let others = held(&state, &other).parts.len();
    let held = held(&state, &briefing);
    assert!(!held.has_unsaved(), "{held:?}");
    let journal = held
        .parts
        .iter()
        .find(|part| part.what.starts_with("journal"))
        .unwrap();
    assert_eq!(
        journal.what,
        "journal of ana, device 7f3a: copies of 1 note or turn"
    );
    assert!(held.bytes() > journal.bytes && journal.bytes > 0);
    held.remove().unwrap();
    assert_eq!(names(&state).len(), others);
    assert!(super::held(&state, &briefing).parts.is_empty());
    assert!(home.path().join("paper.notes.ana.toml").exists());
}

#[test]
fn counts_notes_and_drafts_that_are_nowhere_else() {
    let (home, state, briefing) = kept(vec![draft("half")]);
    let session = session_file(&state, &briefing);
    let sheet = Sheet::new(&session, &draft("in the editor")).unwrap();
    drop(sheet);
    fs::remove_file(home.path().join("paper.notes.ana.toml")).unwrap();
    let broken = session.with_extension("toml.broken");
    write!(File::create(&broken).unwrap(), "half a draft").unwrap();
    let held = held(&state, &briefing);
    assert_eq!((held.only_here.notes, held.drafts), (1, 2));
    assert_eq!(held.unreadable, [broken]);
    held.remove().unwrap();
    assert_eq!(names(&state), [""; 0]);
}

#[test]
fn removes_nothing_while_a_briefing_is_open_or_a_note_is_saved() {
    let (_home, state, briefing) = kept(Vec::new());
    let held = held(&state, &briefing);
    let screens = [(); 2].map(|()| OpenMark::new(&state, &briefing).unwrap());
    let before = names(&state).len();
    assert!(matches!(held.remove(), Err(NotForgotten::IsOpen)));
    drop(screens);
    let journal = journals(&state, &briefing).remove(0).file;
    let saving = File::open(journal).unwrap();
    saving.lock().unwrap();
    assert!(matches!(held.remove(), Err(NotForgotten::IsOpen)));
    assert_eq!(names(&state).len(), before);
    drop(saving);
    held.remove().unwrap();
    assert_eq!(names(&state), [""; 0]);
}
