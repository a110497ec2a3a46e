//! Sheets: files in the state folder that the user's editor edits, each with the text of a draft.
//!
//! A sheet has a private folder of its own, so that the files which an editor puts beside it (a
//! backup, a swap file) are removed with it. The folder is locked while the program that created it
//! runs. An unlocked folder was left by a program that was killed, or by an editor that ended after
//! its program: the next start makes a draft of its text.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::session::{load_session, save_session};
use super::sys::{Links, is_link_refusal, make_private_folders, open_private, open_to_read};
use super::unique_id;
use crate::model::{Draft, Session};

/// The file for the editor. Its extension tells the editor that it is Markdown.
const TEXT: &str = "note.md";
/// The draft before editing, with the note that it edits and the paragraph that it is about.
const DRAFT: &str = "draft.toml";

/// The most bytes of a draft: in a larger one, each key would take noticeable time.
const LARGEST: u64 = 4_000_000;
/// The most texts that are set aside because they are too large; others stay in their sheets.
const MOST_ASIDE: usize = 1000;

/// The reason why the text of a sheet cannot become a draft.
#[derive(Debug, Error)]
pub enum BadSheet {
    /// The file cannot be read.
    #[error("the editor has left no file: {0}")]
    Unreadable(#[from] io::Error),
    /// There is something else in the place of the file.
    #[error("the editor has left {0} instead of a file; the text is as it was")]
    NoFile(&'static str),
    /// The text is too large, or a folder has its place; either is kept in the state folder.
    #[error("{what} from the editor; in the state folder: {}", .name.to_string_lossy())]
    Kept {
        /// The kind of content, for the user.
        what: &'static str,
        /// The name in the state folder.
        name: OsString,
    },
}

/// A draft that the user's editor works on.
#[derive(Debug)]
pub struct Sheet {
    folder: PathBuf,
    /// Held as long as this value exists.
    _lock: File,
}

impl Sheet {
    /// Creates a sheet with the text of a draft, beside the session.
    ///
    /// # Errors
    /// Returns the system's error.
    pub fn new(session: &Path, draft: &Draft) -> io::Result<Self> {
        // An editor that is still running may have an earlier sheet open.
        let folder = sheets_beside(session).join(unique_id().to_string());
        make_private_folders(&folder)?;
        let lock = File::open(&folder)?;
        // Without locks, two programs of one user cannot be told apart; there is rarely a second.
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

    /// Returns the file for the editor.
    pub fn file(&self) -> PathBuf {
        self.folder.join(TEXT)
    }

    /// Returns the text, without trailing line ends. A text too large for a note is set aside: its
    /// folder is moved to the state folder and stays there.
    ///
    /// # Errors
    /// Fails if the text cannot be read or was set aside.
    pub fn text(&self) -> Result<String, BadSheet> {
        text_in(&self.folder).map_err(|error| match error {
            BadSheet::Kept { what, .. } => BadSheet::Kept {
                what,
                name: self.set_aside(),
            },
            other @ (BadSheet::Unreadable(_) | BadSheet::NoFile(_)) => other,
        })
    }

    /// Moves the folder of the sheet to the state folder; returns its name there.
    fn set_aside(&self) -> OsString {
        let state = self.folder.parent().and_then(Path::parent);
        let mut names = (1..=MOST_ASIDE).map(|nth| format!("left-by-editor-{nth}"));
        // Renaming fails if a folder with that name has content.
        let takes = |name: &String| {
            state.is_some_and(|state| fs::rename(&self.folder, state.join(name)).is_ok())
        };
        let moved = names.find(takes).map(OsString::from);
        moved.unwrap_or_else(|| self.folder.clone().into())
    }

    /// Removes the sheet, and all files that the editor has left beside it.
    pub fn remove(self) {
        // A sheet that cannot be removed is offered at the next start.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Adds the texts of sheets whose programs are gone to the session, as its newest drafts. If the
/// session cannot be saved, the sheets stay.
///
/// # Errors
/// Returns the system's error.
pub fn take_sheets_back(session: &Path) -> io::Result<()> {
    let Ok(sheets) = fs::read_dir(sheets_beside(session)) else {
        return Ok(());
    };
    let folders = sheets.filter_map(|sheet| Some(sheet.ok()?.path()));
    // Locked until they are removed: another program may be starting at the same time.
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
        // A text too large for a draft stays: there may be no other copy.
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

/// Adds the draft with its new text. The draft with the old text becomes a dropped one, so that
/// undo restores it.
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

/// Locks the sheet of a program that has ended; `None` if the program is running.
fn lock_of_dead(folder: &Path) -> Option<File> {
    let lock = File::open(folder).ok()?;
    let is_alive = matches!(lock.try_lock(), Err(TryLockError::WouldBlock));
    (!is_alive).then_some(lock)
}

/// Reads the text in the folder of a sheet. Editors add a line end, and some do not write UTF-8.
/// Some replace the file, and the new one may be anything: no link is followed, no pipe is waited
/// for, and at most `LARGEST` bytes are read.
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
    fn a_sheet_is_private_and_removed_with_its_folder() {
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
    fn a_sheet_of_a_killed_program_becomes_the_newest_draft() {
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
    fn a_text_too_large_for_a_draft_stays_in_its_sheet() {
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

    /// A program may have two editors: one with its own window may return while it is still open.
    #[test]
    fn each_sheet_has_its_own_file() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("session.toml");
        let sheets = ["one", "two"].map(|text| Sheet::new(&session, &draft(text)).unwrap());
        let [one, two] = &sheets;
        assert_eq!(one.text().unwrap(), "one");
        assert_eq!(two.text().unwrap(), "two");
    }

    #[test]
    fn a_sheet_with_no_new_text_makes_no_draft() {
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
