//! The fuzz targets: rules that hold for any bytes. Each is a function, and a row of the table.
//!
//! A new one needs a function and a row here, a file in `fuzz_targets/` and a `[[bin]]` in the
//! manifest; a test compares the three.

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

use roundtable::app::{Captured, Known};
use roundtable::gazetteer::{Gazetteer, Mentions, nearest};
use roundtable::model::{Author, Briefing, Note, NoteId, Record, Severity, Speaker};
use roundtable::search::{Index, Query, Target};
use roundtable::store::{Gathered, NotesFolder, decode_briefing, read_notes, render_diagnostics};
use tempfile::TempDir;

/// A fuzz target.
pub(crate) struct FuzzTarget {
    pub(crate) name: &'static str,
    /// The function, which panics if the bytes break a rule.
    pub(crate) run: fn(&[u8]),
}

/// All targets.
pub(crate) const TARGETS: &[FuzzTarget] = &[
    FuzzTarget {
        name: "briefing",
        run: briefing,
    },
    FuzzTarget {
        name: "notes_file",
        run: notes_file,
    },
    FuzzTarget {
        name: "notes_added",
        run: notes_added,
    },
    FuzzTarget {
        name: "journal",
        run: journal,
    },
    FuzzTarget {
        name: "grammar",
        run: grammar,
    },
    FuzzTarget {
        name: "query",
        run: query,
    },
    FuzzTarget {
        name: "mentions",
        run: mentions,
    },
];

/// A briefing opens, or has errors that each give a place.
fn briefing(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (briefing, mistakes) = decode_briefing(&text);
    let has_errors = mistakes.iter().any(|one| one.severity == Severity::Error);
    assert_eq!(briefing.is_none(), has_errors, "{mistakes:?}");
    for mistake in &mistakes {
        let place = mistake.place.clone().unwrap_or_default();
        assert!(text.get(place).is_some(), "no such place: {mistake:?}");
    }
    render_diagnostics("briefing.toml", &text, &mistakes);
    let Some(briefing) = briefing else {
        return;
    };
    let named = Mentions::read(&briefing).1;
    assert_eq!(named.paragraphs.len(), briefing.paragraphs().len());
}

/// A notes file gives the same notes when it is read twice, and none twice if there is a copy.
fn notes_file(bytes: &[u8]) {
    let folder = Folder::new();
    folder.put("paper.notes.anna.toml", bytes);
    let alone = folder.read();
    assert_eq!(alone, folder.read());
    folder.put(
        "paper.notes.anna.sync-conflict-20261124-101112-ABCDEFG.toml",
        bytes,
    );
    assert_eq!(alone.notes, folder.read().notes);
}

/// A note that is saved to any file can be read back, and no other note is lost.
fn notes_added(bytes: &[u8]) {
    let folder = Folder::new();
    folder.put("paper.notes.anna.toml", bytes);
    let before = folder.read().notes;
    let anna = folder.anna();
    let added = ADDED.clone();
    anna.append(&Record::Note(added.clone()))
        .expect("a note can be saved here");
    let after = folder.read().notes;
    let kept = |note: &Note| after.get(&note.id) == before.get(&note.id);
    for (_, note) in before.iter().filter(|(_, note)| note.id != added.id) {
        assert!(kept(note), "lost: {note:?}");
    }
    assert!(after.get(&added.id).is_some(), "not saved: {added:?}");
}

/// Every complete record of a journal is restored, as from a notes file, and none twice.
fn journal(bytes: &[u8]) {
    let folder = Folder::new();
    folder.put("paper.notes.anna.toml", bytes);
    let whole = folder.read();
    let folder = Folder::new();
    let state = folder.0.path().join("state");
    fs::create_dir(&state).expect("a state folder");
    let briefing = folder.briefing().to_string_lossy().replace('/', "%");
    folder.put(&format!("state/{briefing}.anna.7f3a.journal.toml"), bytes);
    let anna = folder.anna().journaled_in(&state);
    anna.reconcile().expect("a journal can be restored here");
    let back = folder.read().notes;
    assert_eq!(back.len(), whole.notes.len());
    for (_, note) in whole.notes.iter() {
        let text = back.get(&note.id).map(|note| &note.text);
        assert_eq!(text, Some(&note.text), "lost: {note:?}");
    }
    let again = anna.reconcile().expect("a journal can be restored twice");
    assert_eq!(again, 0, "restored twice");
}

/// The text of a note is a part of what was typed, without the backslashes that escape signs.
/// Unknown signs stay in it, and only signs follow it.
fn grammar(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let (briefing, index) = &*INDEXED;
    let known = Known {
        briefing,
        index,
        speakers: &[Speaker("civil society".to_owned())],
    };
    let captured = Captured::new(&typed, known);
    let text = captured.text.replace('\\', "");
    let typed = typed.replace('\\', "");
    let end = typed.rfind(text.as_str()).map(|at| at + text.len());
    let after = end.and_then(|end| typed.get(end..));
    let after = after.expect("a part of what was typed");
    let is_sign = |word: &str| word.starts_with(['+', 'q', 'p']);
    assert!(text.is_empty() || after.split_whitespace().all(is_sign));
    for word in &captured.unknown {
        assert!(captured.text.contains(word), "lost: {word}");
    }
}

/// A query finds no more hits than asked for, and highlights whole characters.
fn query(bytes: &[u8]) {
    const MOST: usize = 20;
    let (briefing, index) = &*INDEXED;
    let found = index.find(&Query::new(&String::from_utf8_lossy(bytes)), MOST);
    assert!(found.hits.len() <= MOST.min(found.total), "{}", found.total);
    for hit in &found.hits {
        let Target::Paragraph(paragraph) = hit.target else {
            continue;
        };
        let text = briefing
            .paragraphs()
            .get(paragraph)
            .expect("a paragraph")
            .text();
        let mut end = 0;
        for lit in found.lit.ranges(text) {
            assert!(
                end <= lit.start && text.get(lit.clone()).is_some(),
                "{lit:?}"
            );
            end = lit.end;
        }
    }
}

/// Mentions are in order, on character boundaries, and not empty.
fn mentions(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let gazetteer = Gazetteer::default();
    let mut start = 0;
    for mention in gazetteer.mentions(&text) {
        let range = mention.range;
        let named = text.get(range.clone()).unwrap_or_default();
        assert!(start <= range.start && !named.is_empty(), "{range:?}");
        start = range.start;
    }
    let line = text.lines().next().unwrap_or_default();
    gazetteer.named(line, true);
    gazetteer.identify(line);
    nearest(line);
}

/// A paper that is searched, and its index.
static INDEXED: LazyLock<(Briefing, Index)> = LazyLock::new(|| {
    let (briefing, _) = decode_briefing(include_str!("../../tests/fixtures/small.toml"));
    let briefing = briefing.expect("a briefing without mistakes");
    let index = Index::new(&briefing);
    (briefing, index)
});

/// A note to be added, with text that looks like TOML and like a merge conflict.
static ADDED: LazyLock<Note> = LazyLock::new(|| {
    let folder = Folder::new();
    folder.put(
        "paper.notes.anna.toml",
        b"[[note]]\nid = 'ADDED'\nat = 2010-11-09T10:02:13Z\ntext = '''\n[Mali]\n======= \"'''",
    );
    let added = NoteId::new("ADDED").and_then(|id| folder.read().notes.get(&id).cloned());
    added.expect("a note that was written by hand")
});

/// A temporary folder for one input.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn briefing(&self) -> PathBuf {
        self.0.path().join("paper.toml")
    }

    fn anna(&self) -> NotesFolder {
        let author = Author::from_folded("anna");
        NotesFolder::new(&self.briefing(), author, "7f3a".to_owned())
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let file = File::create(self.0.path().join(name));
        let written = file.and_then(|mut file| file.write_all(bytes));
        written.expect("a file in the folder");
    }

    fn read(&self) -> Gathered {
        read_notes(&self.briefing())
    }
}
