//! Tests notes files beside a briefing, and changes that others make to them.

use std::fs::{self, File};
use std::io::Write;
use std::thread;

use tempfile::TempDir;

use super::super::notes_file::{header, parse};
use super::super::notes_files::LARGEST;
use super::super::read_notes;
use super::super::sys::mode_of;
use super::*;
use crate::model::Notes;

/// A folder with an empty briefing.
struct BriefingFolder(TempDir);

impl BriefingFolder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn notebook(&self, device: &str) -> NotesFolder {
        let author = Author::from_folded("anna");
        NotesFolder::new(&self.path("paper.toml"), author, device.to_owned())
    }

    fn write(&self, name: &str, text: &str) {
        let mut file = File::create(self.path(name)).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn notes(&self) -> Notes {
        let gathered = read_notes(&self.path("paper.toml"));
        assert_eq!(gathered.damage, []);
        gathered.notes
    }
}

fn note(id: &str) -> Record {
    let file = format!(
        "[notes]\nauthor = 'anna'\n[[note]]\nid = '{id}'\nat = 2010-11-09T10:02:13-06:00\ntext = 'a'"
    );
    parse(file.as_bytes(), "").records.remove(0)
}

#[test]
fn a_note_is_saved_beside_the_briefing() {
    let desk = BriefingFolder::new();
    desk.notebook("7f3a").append(&note("A")).unwrap();
    desk.notebook("7f3a").append(&note("B")).unwrap();
    let name = "paper.notes.anna.toml";
    assert_eq!(mode_of(&desk.path(name)), 0o600);
    let blocks = block(&note("A")) + &block(&note("B"));
    assert_eq!(
        desk.text(name),
        header(&Author::from_folded("anna"), "7f3a") + &blocks
    );
    assert_eq!(desk.notes().len(), 2);
}

#[test]
fn another_device_has_its_own_file() {
    let desk = BriefingFolder::new();
    desk.notebook("7f3a").append(&note("A")).unwrap();
    let before = desk.text("paper.notes.anna.toml");
    desk.notebook("81bc").append(&note("B")).unwrap();
    assert_eq!(desk.text("paper.notes.anna.toml"), before);
    assert!(
        desk.text("paper.notes.anna.81bc.toml")
            .contains("id = \"B\"")
    );
    assert_eq!(desk.notes().len(), 2);
}

#[test]
fn another_authors_file_is_not_written() {
    for text in [
        "[notes]\nauthor = 'bob'\ndevice = '7f3a'\n",
        "[notes]\nauthor = 'an",
        "schema = 1\n",
    ] {
        let desk = BriefingFolder::new();
        desk.write("paper.notes.anna.toml", text);
        desk.notebook("7f3a").append(&note("A")).unwrap();
        assert_eq!(desk.text("paper.notes.anna.toml"), text);
        assert!(
            desk.text("paper.notes.anna.7f3a.toml")
                .contains("id = \"A\"")
        );
    }
}

#[test]
fn restores_a_missing_last_line_end() {
    let desk = BriefingFolder::new();
    desk.notebook("7f3a").append(&note("A")).unwrap();
    let name = "paper.notes.anna.toml";
    desk.write(name, desk.text(name).trim_end());
    desk.notebook("7f3a").append(&note("B")).unwrap();
    assert_eq!(desk.notes().len(), 2);
}

#[test]
fn appends_to_a_file_that_was_replaced() {
    let desk = BriefingFolder::new();
    let notebook = desk.notebook("7f3a");
    notebook.append(&note("A")).unwrap();
    let name = "paper.notes.anna.toml";
    desk.write("new", &(desk.text(name) + &block(&note("B"))));
    fs::rename(desk.path("new"), desk.path(name)).unwrap();
    notebook.append(&note("C")).unwrap();
    fs::remove_file(desk.path(name)).unwrap();
    notebook.append(&note("D")).unwrap();
    assert!(desk.text(name).starts_with("[notes]"));
    assert_eq!(desk.notes().len(), 1);
}

#[test]
fn two_programs_at_once_lose_nothing() {
    let desk = BriefingFolder::new();
    thread::scope(|scope| {
        for writer in ["a", "b"] {
            let notebook = desk.notebook("7f3a");
            scope.spawn(move || {
                for number in 0..100 {
                    notebook
                        .append(&note(&format!("{writer}{number}")))
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(desk.notes().len(), 200);
}

#[test]
fn restores_both_edits_of_a_note_by_two_programs() {
    let desk = BriefingFolder::new();
    let state = tempfile::tempdir().unwrap();
    let anna = desk.notebook("7f3a").journaled_in(state.path());
    let mut other = note("A");
    if let Record::Note(note) = &mut other {
        "b".clone_into(&mut note.text);
    }
    anna.append_all(&[note("A"), other]).unwrap();
    let name = "paper.notes.anna.toml";
    let whole = desk.text(name);
    fs::remove_file(desk.path(name)).unwrap();
    assert_eq!(anna.reconcile().unwrap(), 2);
    assert_eq!(desk.text(name), whole);
    assert_eq!(anna.reconcile().unwrap(), 0);
}

#[test]
fn a_folder_or_pipe_is_an_error_without_waiting() {
    let desk = BriefingFolder::new();
    fs::create_dir(desk.path("paper.notes.anna.toml")).unwrap();
    let error = desk.notebook("7f3a").append(&note("A")).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("anna.toml is not a regular file"),
        "{error}"
    );

    let made = std::process::Command::new("mkfifo")
        .arg(desk.path("paper.notes.bob.toml"))
        .status();
    assert!(made.unwrap().success());
    let bob = Author::from_folded("bob");
    let notebook = NotesFolder::new(&desk.path("paper.toml"), bob, "7f3a".to_owned());
    let error = notebook.append(&note("A")).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("bob.toml is not a regular file"),
        "{error}"
    );
}

#[test]
fn the_error_names_a_folder_that_cannot_be_written() {
    let desk = BriefingFolder::new();
    desk.write("file", "");
    for folder in ["missing", "file"] {
        let briefing = desk.path(folder).join("paper.toml");
        let notebook = NotesFolder::new(&briefing, Author::from_folded("anna"), "7f3a".to_owned());
        let error = notebook.append(&note("A")).unwrap_err();
        let start = format!(
            "the folder {} cannot be written: ",
            desk.path(folder).display()
        );
        assert!(error.to_string().starts_with(&start), "{error}");
    }
}

/// Fills a file with a comment.
fn fill(file: &Path) {
    let text = format!("#{}\n", "x".repeat(usize::try_from(LARGEST).unwrap()));
    let mut file = File::options().append(true).open(file).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

#[test]
fn when_a_file_is_full_the_next_one_is_used() {
    let desk = BriefingFolder::new();
    let state = tempfile::tempdir().unwrap();
    let anna = desk.notebook("7f3a").journaled_in(state.path());
    let names = ["", ".7f3a", ".7f3a-2"].map(|name| format!("paper.notes.anna{name}.toml"));
    for (name, id) in names.iter().zip(["A", "B", "C"]) {
        assert_eq!(desk.notes().numbered(), desk.notes().len());
        assert!(anna.append(&note(id)).unwrap().unjournaled.is_none());
        let text = desk.text(name);
        assert!(text.starts_with("[notes]") && text.contains(&format!("id = \"{id}\"")));
        if id != "C" {
            fill(&desk.path(name));
        }
    }
    assert_eq!(anna.reconcile().unwrap(), 0);
    assert_eq!(desk.notes().len(), 3);
    // The notes of a full file are restored into one with room.
    fs::remove_file(desk.path(&names[1])).unwrap();
    assert_eq!(anna.reconcile().unwrap(), 1);
    assert_eq!(desk.notes().len(), 3);
    assert_eq!(anna.reconcile().unwrap(), 0);
}

#[test]
fn two_names_with_one_file_name_are_mentioned_once() {
    let desk = BriefingFolder::new();
    let state = tempfile::tempdir().unwrap();
    let named = |name: &str| {
        let author = Author::from_folded("anna");
        let notes = NotesFolder::new(&desk.path("paper.toml"), author, "7f3a".to_owned());
        notes.named(name).journaled_in(state.path())
    };
    assert_eq!(named("Ánna").namesake(), None);
    named("Ánna\n").append(&note("A")).unwrap();
    assert!(
        desk.text("paper.notes.anna.toml")
            .contains("name = \"Ánna\"\n")
    );
    assert_eq!(named("Ánna").namesake(), None);
    let told = "notes of \"Ánna\" are also in paper.notes.anna.toml; \
                if this is not you, choose another name with --author";
    assert_eq!(named("anna").namesake().as_deref(), Some(told));
    assert_eq!(named("anna").namesake(), None);
    assert_eq!(named("Anna").namesake().as_deref(), Some(told));
    // A user without a name, and a file of an earlier version.
    assert_eq!(desk.notebook("7f3a").namesake(), None);
    desk.write(
        "paper.notes.anna.toml",
        &header(&Author::from_folded("anna"), "7f3a"),
    );
    assert_eq!(named("ANNA").namesake(), None);
}

#[test]
fn a_header_with_a_long_name_is_readable() {
    let desk = BriefingFolder::new();
    let long = "\u{202e}é\"".repeat(10_000);
    for id in ["A", "B"] {
        desk.notebook("7f3a")
            .named(&long)
            .append(&note(id))
            .unwrap();
    }
    assert_eq!(desk.notes().len(), 2);
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 1);
}
