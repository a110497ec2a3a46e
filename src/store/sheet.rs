//! A draft on a sheet: a file that the user's editor works on, in our state folder.
//!
//! A sheet has a folder of its own, which nobody else may read: what an editor puts beside its file
//! (a backup, a swap file) goes with it. The folder is locked while the program that made it lives;
//! one that is not was left by a program that died, and what was written in it is taken back.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::session::{load_session, save_session};
use super::sys::{make_private_folders, open_private};
use crate::model::{Draft, Session};

/// What the editor gets: editors know Markdown by this end.
const TEXT: &str = "note.md";
/// The draft as it was before: what it edits, and what it is about.
const DRAFT: &str = "draft.toml";

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
        let folder = sheets_beside(session).join(std::process::id().to_string());
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

    /// What stands on it, without the ends of lines behind it.
    ///
    /// # Errors
    /// What the file system says.
    pub fn text(&self) -> io::Result<String> {
        text_in(&self.folder)
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
    for (_, folder) in &left {
        if let Some(before) = load_session(&folder.join(DRAFT)).drafts.pop()
            && let Ok(text) = text_in(folder)
        {
            take_back(&mut taken, before, text);
        }
    }
    save_session(session, &taken)?;
    for (_, folder) in &left {
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

/// Editors end the last line, and some write no UTF-8.
fn text_in(folder: &Path) -> io::Result<String> {
    let bytes = fs::read(folder.join(TEXT))?;
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
