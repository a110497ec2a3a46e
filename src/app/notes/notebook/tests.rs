//! Pending revisions, and undo.

use super::*;
use crate::model::NoteKind;

fn note(id: &str, text: &str) -> Note {
    Note {
        id: NoteId::new(id).unwrap(),
        rev: 1,
        at: "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap(),
        kind: NoteKind::Note,
        speaker: None,
        question: None,
        anchor: None,
        text: text.to_owned(),
        deleted: false,
        settles: Vec::new(),
        author: Author::from_folded("rapporteur"),
    }
}

fn write(notebook: &mut Notebook, note: Note) -> Record {
    notebook.write(vec![note.into()], None).remove(0)
}

fn texts(notebook: &Notebook) -> Vec<&str> {
    notebook
        .notes()
        .iter()
        .map(|(_, note)| note.text.as_str())
        .collect()
}

#[test]
fn undo_and_redo_write_further_revisions() {
    let mut notebook = Notebook::default();
    let first = write(&mut notebook, note("a", "one"));
    let edited = notebook
        .revise(first.id(), |note| note.text = "two".into())
        .unwrap();
    write(&mut notebook, edited);
    let (undone, _) = notebook.undo().unwrap();
    assert_eq!(undone[0].rev(), 3);
    assert_eq!(texts(&notebook), ["one"]);
    let (undone, _) = notebook.undo().unwrap();
    assert_eq!((undone[0].rev(), undone[0].is_deleted()), (4, true));
    assert!(texts(&notebook).is_empty());
    assert!(notebook.undo().is_none());
    notebook.redo().unwrap();
    notebook.redo().unwrap();
    assert_eq!(texts(&notebook), ["two"]);
}

#[test]
fn the_oldest_steps_are_forgotten_and_still_counted() {
    let mut notebook = Notebook::default();
    for nth in 0..=MOST_STEPS {
        write(&mut notebook, note(&format!("n{nth}"), "one"));
    }
    assert_eq!(notebook.changes(), MOST_STEPS + 1);
    while notebook.undo().is_some() {}
    assert_eq!(texts(&notebook).len(), 1);
    assert_eq!(notebook.changes(), 1);
}

#[test]
fn pending_notes_are_shown_and_counted_as_pending() {
    let mut notebook = Notebook::default();
    let first = write(&mut notebook, note("a", "one"));
    assert_eq!(texts(&notebook), ["one"]);
    let refusal = SaveRefusal {
        reason: "no space".to_owned(),
        on_this_machine: false,
    };
    notebook.refuse(first.id(), &refusal);
    assert_eq!(notebook.pending()[0].refused, Some(refusal));
    notebook.confirm(first);
    assert!(notebook.pending().is_empty());
    assert_eq!(texts(&notebook), ["one"]);
}

#[test]
fn after_a_deletion_the_next_note_is_selected() {
    let mut notebook = Notebook::default();
    for id in ["a", "b", "c"] {
        write(&mut notebook, note(id, id));
    }
    notebook.step(-1);
    let id = notebook.selection().unwrap().1.id.clone();
    let deleted = notebook.revise(&id, |note| note.deleted = true).unwrap();
    write(&mut notebook, deleted);
    assert_eq!(texts(&notebook), ["a", "c"]);
    assert_eq!(notebook.selection().unwrap().1.text, "c");
}

#[test]
fn the_highest_revision_number_still_allows_edit_delete_and_undo() {
    let mut notebook = Notebook::default();
    write(&mut notebook, note("a", "one"));
    let hostile = Note {
        rev: u32::MAX,
        ..note("a", "hostile")
    };
    notebook.confirm(hostile.into());
    let id = NoteId::new("a").unwrap();
    for text in ["two", "three"] {
        let edited = notebook.revise(&id, |note| note.text = text.into());
        write(&mut notebook, edited.unwrap());
        assert_eq!(texts(&notebook), [text]);
    }
    let deleted = notebook.revise(&id, |note| note.deleted = true).unwrap();
    write(&mut notebook, deleted);
    assert!(texts(&notebook).is_empty());
    notebook.undo().unwrap();
    assert_eq!(texts(&notebook), ["three"]);
    notebook.undo().unwrap();
    assert_eq!(texts(&notebook), ["two"]);
    notebook.redo().unwrap();
    assert_eq!(texts(&notebook), ["three"]);
    // Each waits for the disk by itself, though all but the first have one number.
    let mut waiting: Vec<_> = notebook
        .pending()
        .iter()
        .map(|one| one.record.clone())
        .collect();
    assert_eq!(waiting.len(), 7);
    while let Some(saved) = waiting.pop() {
        notebook.confirm(saved);
        assert_eq!(notebook.pending().len(), waiting.len());
        assert_eq!(texts(&notebook), ["three"]);
    }
}
