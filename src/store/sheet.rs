//! A draft on a sheet: a file that the user's editor works on, in our state folder.
//!
//! A sheet has a folder of its own, which nobody else may read: what an editor puts beside its file
//! (a backup, a swap file) goes with it. The folder is locked while the program that made it lives;
//! one that is not was left by a program that died, or by an editor that had not ended when its
//! program did, and what was written in it is taken back.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::session::{load_session, save_session};
use super::sys::{Links, is_link_refusal, make_private_folders, open_private, open_to_read};
use super::unique_id;
use crate::model::{Draft, Session};

/// What the editor gets: editors know Markdown by this end.
const TEXT: &str = "note.md";
/// The draft as it was before: what it edits, and what it is about.
const DRAFT: &str = "draft.toml";

/// More bytes are no note: each key in it would have to be waited for.
const LARGEST: u64 = 4_000_000;
/// So many texts that were too much are set aside; more stay where they are.
const MOST_ASIDE: usize = 1000;

/// Why what an editor has left is not taken.
#[derive(Debug, Error)]
pub enum BadSheet {
    /// What the file system says.
    #[error("the editor has left no file: {0}")]
    Unreadable(#[from] io::Error),
    /// No file, but that.
    #[error("the editor has left {0} instead of a file; the text is as it was")]
    NoFile(&'static str),
    /// More than a note can hold, or a folder; it is kept under a name in the state folder.
    #[error("{what} from the editor; in the state folder: {}", .name.to_string_lossy())]
    Kept {
        /// What it is, in words.
        what: &'static str,
        /// Its name.
        name: OsString,
    },
}

/// A draft that the user's editor works on.
#[derive(Debug)]
pub struct Sheet {
    folder: PathBuf,
    /// Held for as long as the sheet is ours.
    _lock: File,
}

impl Sheet {
    /// Puts a draft on a sheet of its own, beside the session.
    ///
    /// # Errors
    /// What the file system says.
    pub fn new(session: &Path, draft: &Draft) -> io::Result<Self> {
        // An editor that has not ended may still have the one before.
        let folder = sheets_beside(session).join(unique_id().to_string());
        make_private_folders(&folder)?;
        let lock = File::open(&folder)?;
        // Where there are no locks, one program a person is what there is.
        drop(lock.try_lock());
        let drafts = vec![draft.clone()];
        let before = Session {
            drafts,
            ..Session::default()
        };
        save_session(&folder.join(DRAFT), &before)?;
        let mut file = open_private(&folder.join(TEXT))?;
        file.set_len(0)?;
        file.write_all(draft.text.as_bytes())?;
        file.write_all(b"\n")?;
        Ok(Self {
            folder,
            _lock: lock,
        })
    }

    /// The file for the editor.
    pub fn file(&self) -> PathBuf {
        self.folder.join(TEXT)
    }

    /// What stands on it, without the ends of lines after it. What is too much for a note is set
    /// aside, as a folder in the state folder that nobody removes.
    ///
    /// # Errors
    /// What the editor has left instead.
    pub fn text(&self) -> Result<String, BadSheet> {
        text_in(&self.folder).map_err(|error| match error {
            BadSheet::Kept { what, .. } => BadSheet::Kept {
                what,
                name: self.set_aside(),
            },
            other @ (BadSheet::Unreadable(_) | BadSheet::NoFile(_)) => other,
        })
    }

    /// Moves the sheet to where it stays; returns what it is called there.
    fn set_aside(&self) -> OsString {
        let state = self.folder.parent().and_then(Path::parent);
        let mut names = (1..=MOST_ASIDE).map(|nth| format!("left-by-editor-{nth}"));
        // The name of a folder that has something in it is not given to another.
        let takes = |name: &String| {
            state.is_some_and(|state| fs::rename(&self.folder, state.join(name)).is_ok())
        };
        let moved = names.find(takes).map(OsString::from);
        moved.unwrap_or_else(|| self.folder.clone().into())
    }

    /// Removes it, and what the editor has left beside it.
    pub fn remove(self) {
        // What stays is offered at the next start once more.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Takes what was written on sheets that dead programs have left into the session, as its newest
/// drafts. Where it cannot be kept, the sheets stay.
///
/// # Errors
/// What the file system says.
pub fn take_sheets_back(session: &Path) -> io::Result<()> {
    let Ok(sheets) = fs::read_dir(sheets_beside(session)) else {
        return Ok(());
    };
    let folders = sheets.filter_map(|sheet| Some(sheet.ok()?.path()));
    // Locked until they are gone: another program may be starting, too.
    let left = folders.filter_map(|folder| Some((lock_of_dead(&folder)?, folder)));
    let left: Vec<_> = left.collect();
    if left.is_empty() {
        return Ok(());
    }
    let mut taken = load_session(session);
    let mut done = Vec::new();
    for (_, folder) in &left {
        let text = text_in(folder);
        if let Some(before) = load_session(&folder.join(DRAFT)).drafts.pop()
            && let Ok(text) = &text
        {
            take_back(&mut taken, before, text.clone());
        }
        // Too much for a draft, and perhaps all there is of it.
        if !matches!(text, Err(BadSheet::Kept { .. })) {
            done.push(folder);
        }
    }
    save_session(session, &taken)?;
    for folder in done {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// The draft in its new words; in its old ones it counts as dropped, so that undo brings it back.
fn take_back(session: &mut Session, before: Draft, text: String) {
    let is_known = |draft: &Draft| text == draft.text.trim_end();
    if text.is_empty() || is_known(&before) || session.drafts.iter().any(is_known) {
        return;
    }
    let is_same = |draft: &Draft| {
        let cursor = draft.cursor;
        *draft
            == Draft {
                cursor,
                ..before.clone()
            }
    };
    if let Some(at) = session.drafts.iter().rposition(is_same) {
        let old = session.drafts.remove(at);
        session.dropped.push(old);
    }
    session.drafts.push(Draft {
        cursor: text.len(),
        text,
        ..before
    });
}

fn sheets_beside(session: &Path) -> PathBuf {
    session.with_extension("sheets")
}

/// The lock of a sheet whose program is dead.
fn lock_of_dead(folder: &Path) -> Option<File> {
    let lock = File::open(folder).ok()?;
    let is_alive = matches!(lock.try_lock(), Err(TryLockError::WouldBlock));
    (!is_alive).then_some(lock)
}

/// Editors end the last line, and some write no UTF-8. Some put another file in the place of the one
/// they were given, and it may be anything: nothing is followed, waited for or read without end.
fn text_in(folder: &Path) -> Result<String, BadSheet> {
    let file = open_to_read(&folder.join(TEXT), Links::Refused).map_err(|error| {
        if is_link_refusal(&error) {
            BadSheet::NoFile("a link")
        } else {
            BadSheet::Unreadable(error)
        }
    })?;
    let kept = |what| BadSheet::Kept {
        what,
        name: folder.as_os_str().to_owned(),
    };
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(kept("a folder"));
    }
    if !metadata.is_file() {
        return Err(BadSheet::NoFile("a pipe or a device"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(kept("over 4 MB"));
    }
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::sys::mode_of;
    use super::*;

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

    fn write(file: &Path, text: &str) {
        let mut file = File::create(file).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn texts(drafts: &[Draft]) -> Vec<&str> {
        drafts.iter().map(|draft| draft.text.as_str()).collect()
    }

    #[test]
    fn only_its_owner_reads_a_sheet_and_it_goes_with_all_that_lies_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let sheet = Sheet::new(&folder.path().join("session.toml"), &draft("one")).unwrap();
        let modes = (mode_of(&sheet.file()), mode_of(&sheet.folder));
        assert_eq!(modes, (0o600, 0o700));
        assert_eq!(sheet.text().unwrap(), "one");
        write(&sheet.folder.join("note.md~"), "a backup");
        let of_its_own = sheet.folder.clone();
        sheet.remove();
        assert!(!of_its_own.exists());
    }

    #[test]
    fn what_a_dead_program_has_left_is_the_newest_draft_and_the_old_words_are_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("session.toml");
        let kept = Session {
            drafts: vec![draft("one"), draft("other")],
            ..Session::default()
        };
        save_session(&session, &kept).unwrap();
        let sheet = Sheet::new(&session, &draft("one")).unwrap();
        write(&sheet.file(), "one and more\n");
        take_sheets_back(&session).unwrap();
        assert_eq!(
            load_session(&session),
            kept,
            "the program is not dead: {sheet:?}"
        );
        drop(sheet);
        take_sheets_back(&session).unwrap();
        let taken = load_session(&session);
        assert_eq!(texts(&taken.drafts), ["other", "one and more"]);
        assert_eq!(texts(&taken.dropped), ["one"]);
        take_sheets_back(&session).unwrap();
        assert_eq!(load_session(&session), taken, "it is offered once");
    }

    #[test]
    fn what_is_too_much_for_a_draft_stays_where_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("session.toml");
        let sheet = Sheet::new(&session, &draft("one")).unwrap();
        let file = sheet.file();
        File::create(&file).unwrap().set_len(LARGEST + 1).unwrap();
        drop(sheet);
        for _ in 0..2 {
            take_sheets_back(&session).unwrap();
            assert_eq!(fs::metadata(&file).unwrap().len(), LARGEST + 1);
            assert!(load_session(&session).drafts.is_empty());
        }
        let text = "x".repeat(usize::try_from(LARGEST).unwrap());
        write(&file, &text);
        take_sheets_back(&session).unwrap();
        assert_eq!(texts(&load_session(&session).drafts), [text]);
        assert!(!file.exists());
    }

    /// Two editors of one program may be at work: one has come back before it was closed.
    #[test]
    fn each_sheet_is_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("session.toml");
        let sheets = ["one", "two"].map(|text| Sheet::new(&session, &draft(text)).unwrap());
        let [one, two] = &sheets;
        assert_eq!(one.text().unwrap(), "one");
        assert_eq!(two.text().unwrap(), "two");
    }

    #[test]
    fn a_sheet_that_says_nothing_new_is_no_draft() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("session.toml");
        for text in ["one\n", "\n"] {
            let sheet = Sheet::new(&session, &draft("one")).unwrap();
            write(&sheet.file(), text);
            drop(sheet);
            take_sheets_back(&session).unwrap();
            assert!(load_session(&session).drafts.is_empty());
        }
    }
}
