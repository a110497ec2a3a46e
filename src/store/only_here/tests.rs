use std::io::Write as _;

use tempfile::TempDir;

use super::super::NotesFolder;
use super::super::state_files::state_file;
use super::super::sys::set_mode;
use super::*;

const HEAD: &str = "[notes]\nschema = 1\nauthor = 'ana'\ndevice = '7f3a'\n";

/// A folder with a briefing, and a state folder.
struct Here {
    folder: TempDir,
}

impl Here {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("state")).unwrap();
        File::create(folder.path().join("paper.toml")).unwrap();
        Self { folder }
    }

    fn briefing(&self) -> PathBuf {
        self.folder.path().join("paper.toml")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn put(&self, name: &str, blocks: &str) {
        let mut file = File::create(self.folder.path().join(name)).unwrap();
        write!(file, "{HEAD}{blocks}").unwrap();
    }

    /// Writes the journal of an author and device.
    fn journal(&self, end: &str, blocks: &str) {
        let file = state_file(&self.state(), &self.briefing(), end);
        write!(File::create(file).unwrap(), "{HEAD}{blocks}").unwrap();
    }

    fn read(&self, session: &Session) -> (Vec<String>, OnlyOnThisMachine) {
        let author = || Author::from_folded("ana");
        let all = read_all(
            &self.briefing(),
            Some(&self.state()),
            session,
            author,
            Waits::ForSaves,
        );
        let texts = all.notes.iter().map(|(_, note)| note.text.clone());
        (texts.collect(), all.only_here)
    }
}

fn note(id: &str, rev: u32, text: &str) -> String {
    format!("[[note]]\nid = '{id}'\nrev = {rev}\nat = 2010-11-09T10:02:13-06:00\ntext = '{text}'\n")
}

#[test]
fn reads_notes_that_only_a_journal_of_any_device_has() {
    let here = Here::new();
    here.put("paper.notes.ana.toml", &note("a", 1, "in both"));
    let blocks = note("a", 1, "in both") + &note("b", 1, "first") + &note("b", 2, "second");
    here.journal("ana.7f3a.journal.toml", &blocks);
    here.journal("ana.0123abcd.journal.toml", &note("c", 1, "other device"));
    here.journal("bo.7f3a.journal.toml", &note("d", 1, "other author"));
    let turn = "[[floor]]\nid = 'f'\nspeaker = 'ML'\nfrom = 2010-11-09T10:01:40-06:00\n\
                to = 2010-11-09T10:04:55-06:00\n";
    here.journal("ana.9999.journal.toml", turn);
    let (texts, only_here) = here.read(&Session::default());
    assert_eq!(texts, ["in both", "second", "other device"]);
    assert_eq!((only_here.notes, only_here.turns), (2, 1));
    let expected = "2 notes and 1 turn are on this machine only; ";
    assert!(only_here.to_string().starts_with(expected), "{only_here}");
}

/// The screen saves the notes of the session at its next start, unless a newer revision is known.
#[test]
fn reads_notes_that_only_the_session_has_once() {
    let here = Here::new();
    let pending = |id: &str, rev, text: &str| {
        let block = note(id, rev, text);
        parse(block.as_bytes(), "").records.remove(0)
    };
    let session = Session {
        pending: vec![pending("a", 1, "old"), pending("b", 1, "pending")],
        ..Session::default()
    };
    here.journal("ana.7f3a.journal.toml", &note("a", 2, "new"));
    let (texts, only_here) = here.read(&session);
    assert_eq!(texts, ["new", "pending"]);
    assert_eq!((only_here.notes, only_here.turns), (2, 0));
    here.put(
        "paper.notes.ana.toml",
        &(note("a", 2, "new") + &note("b", 1, "pending")),
    );
    assert_eq!(here.read(&session).1, OnlyOnThisMachine::default());
}

#[test]
fn a_replaced_revision_is_not_counted_as_only_here() {
    let here = Here::new();
    here.put("paper.notes.ana.toml", &note("a", 2, "new"));
    here.journal("ana.7f3a.journal.toml", &note("a", 1, "old"));
    let (texts, only_here) = here.read(&Session::default());
    assert_eq!(
        (texts, only_here.is_empty()),
        (vec!["new".to_owned()], true)
    );
}

#[test]
fn asks_for_the_author_only_if_needed() {
    let here = Here::new();
    here.put("paper.notes.ana.toml", &note("a", 1, "one"));
    let nobody = || panic!("no journal, so no author");
    let all = read_all(
        &here.briefing(),
        Some(&here.state()),
        &Session::default(),
        nobody,
        Waits::ForSaves,
    );
    assert!(all.is_whole() && all.notes.len() == 1);
}

#[test]
fn says_why_notes_are_not_beside_the_briefing() {
    let here = Here::new();
    here.journal("ana.7f3a.journal.toml", &note("a", 1, "one"));
    let why = || here.read(&Session::default()).1.why;
    assert_eq!(why(), None);
    let closed = here.folder.path();
    set_mode(closed, 0o555);
    let said = why();
    set_mode(closed, 0o755);
    assert!(said.unwrap().ends_with(" cannot be written"));
    fs::create_dir(here.folder.path().join("paper.notes.ana.toml")).unwrap();
    assert!(
        why()
            .unwrap()
            .ends_with("paper.notes.ana.toml is not a regular file")
    );
}

/// The names of state files are shortened if the path is long; journals are still recognized.
#[test]
fn finds_journals_of_a_briefing_with_a_long_path() {
    let here = Here::new();
    let deep = ["é".repeat(100), "x".repeat(200)]
        .iter()
        .collect::<PathBuf>();
    let folder = here.folder.path().join(deep);
    fs::create_dir_all(&folder).unwrap();
    let briefing = folder.join("paper.toml");
    File::create(&briefing).unwrap();
    let author = Author::from_folded("ana");
    let notes = NotesFolder::new(&briefing, author, "7f3a0b1c".to_owned());
    let record = parse(note("a", 1, "one").as_bytes(), "").records.remove(0);
    notes.journaled_in(&here.state()).append(&record).unwrap();
    let found = journals(&here.state(), &briefing);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].author.as_str(), found[0].device.as_str()),
        ("ana", "7f3a0b1c")
    );
    assert!(journals(&here.state(), &here.briefing()).is_empty());
}
