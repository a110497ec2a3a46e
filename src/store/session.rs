//! The session of a briefing: the view, the marks and the drafts.
//!
//! It is private, in three files of the state folder per briefing: `….now0.toml` and `….now1.toml`
//! are written in turn, one at each key press, and survive the death of the program; `….toml` is
//! synced to the disk and survives a crash of the machine, which can leave anything in the other
//! two.

mod wire;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::draft_slots::{DraftSlots, NumberedText, newest, sealed, unsealed};
use super::state_files::{make_folder_of, state_file};
use crate::model::Session;
use wire::WireSession;

/// A saved session.
pub struct Kept {
    /// The session.
    pub session: Session,
    /// The number of the session; the newest is the highest.
    number: u64,
}

/// Returns the session file of a briefing, in the state folder.
pub fn session_file(state: &Path, briefing: &Path) -> PathBuf {
    state_file(state, briefing, "session.toml")
}

/// Reads the session saved last; an empty one if there is none. A file that is not a session is
/// renamed to `….broken`, since it may hold drafts that a person can read.
pub fn load_session(file: &Path) -> Session {
    last(file, newest(file)).map_or_else(Session::default, |kept| kept.session)
}

/// Returns the newer of the text that survives the program and the one synced to the disk.
fn last(file: &Path, now: Option<NumberedText>) -> Option<Kept> {
    let (number, text) = now.max(on_disk(file))?;
    let wire = toml::from_str::<WireSession>(&text).unwrap_or_else(|_| {
        let mut aside = file.as_os_str().to_owned();
        aside.push(".broken");
        // If that fails, the next session that is saved replaces it.
        drop(fs::rename(file, aside));
        WireSession::default()
    });
    let session = Session::from(wire);
    Some(Kept { session, number })
}

/// Reads the file that survives a crash of the machine.
fn on_disk(file: &Path) -> Option<NumberedText> {
    let text = fs::read_to_string(file).ok()?;
    // A file edited by hand has no valid seal, and is read if there is nothing else.
    Some(unsealed(&text).unwrap_or((0, text)))
}

/// Applies a change to the session saved last, `None` if there is none, and writes the result
/// without waiting for the disk: it survives a crash of the program, but perhaps not of the
/// machine. Returns the session and whether it was written.
pub fn keep_session(
    file: &Path,
    change: impl FnOnce(Option<Session>) -> Session,
) -> (Kept, io::Result<()>) {
    let slots = make_folder_of(file).and_then(|()| DraftSlots::open(file));
    let now = slots
        .as_ref()
        .ok()
        .and_then(|slots| slots.newest().cloned());
    let last = last(file, now);
    let number = last.as_ref().map_or(0, |kept| kept.number);
    let kept = Kept {
        session: change(last.map(|kept| kept.session)),
        number: number + 1,
    };
    let written = slots.and_then(|slots| slots.write(&text(&kept)?));
    (kept, written)
}

/// Syncs a session to the disk atomically: a crash of the machine leaves the old one or this one. A
/// newer one that another program has saved there includes this one.
///
/// # Errors
/// Returns the system's error.
pub fn sync_session(file: &Path, kept: &Kept) -> io::Result<()> {
    if on_disk(file).is_some_and(|(number, _)| number > kept.number) {
        return Ok(());
    }
    make_folder_of(file)?;
    RealDisk.replace(file, text(kept)?.as_bytes())
}

/// Saves a session and syncs it to the disk.
///
/// # Errors
/// Returns the system's error.
pub fn save_session(file: &Path, session: &Session) -> io::Result<()> {
    let (kept, written) = keep_session(file, |_| session.clone());
    sync_session(file, &kept).and(written)
}

fn text(kept: &Kept) -> io::Result<String> {
    let text = toml::to_string(&WireSession::from(&kept.session)).map_err(io::Error::other)?;
    Ok(sealed(kept.number, &text))
}

#[cfg(test)]
mod tests {
    use super::super::sys::{make_link, mode_of};
    use super::*;
    use crate::model::{
        Anchor, Author, Draft, EntryId, Floor, NoteId, Record, Speaker, Speaking, Turn, View,
        ViewPlace,
    };
    use std::fs::File;
    use std::io::Write;

    fn place(paragraph: Option<usize>) -> ViewPlace {
        ViewPlace {
            entry: EntryId::new("q1").unwrap(),
            paragraph,
            below: 1,
            offset: 12,
        }
    }

    fn session() -> Session {
        let view = View {
            top: place(None),
            selected: place(Some(2)),
        };
        let entry = EntryId::new("q1").unwrap();
        let draft = Draft {
            id: None,
            edits: NoteId::new("01a"),
            rev: 2,
            anchor: Some(Anchor {
                entry,
                quote: "What".into(),
            }),
            speaker: Some(Speaker("ML".into())),
            question: EntryId::new("q1"),
            text: "half a \"sentence\"\n\u{1b}".into(),
            cursor: 4,
        };
        let new = Draft {
            id: NoteId::new("01c"),
            edits: None,
            anchor: None,
            ..draft.clone()
        };
        Session {
            view: Some(view.clone()),
            marks: vec![('a', view)],
            drafts: vec![draft.clone(), new],
            dropped: vec![draft],
            pending: vec![pending(), pending().by(&Author::from_folded("bo"))],
            searches: vec!["mali \"emigrants\"".into()],
            floor: Floor {
                speaking: Some(Speaking {
                    speaker: Speaker("ML".into()),
                    since: "2010-11-09T10:01:40-06:00[-06:00]".parse().unwrap(),
                    clock_from: "2010-11-09T10:02:00-06:00[-06:00]".parse().unwrap(),
                }),
                queue: vec![Speaker("civil \"society\"".into())],
                limit: Some(0),
            },
            question: EntryId::new("q2"),
        }
    }

    fn pending() -> Record {
        let at = |time: &str| format!("2010-11-09T{time}-06:00[-06:00]").parse().unwrap();
        Record::Turn(Turn {
            id: NoteId::new("01b").unwrap(),
            rev: 1,
            speaker: Speaker("IOM".into()),
            from: at("10:01:40"),
            to: at("10:02:00"),
            deleted: false,
            settles: Vec::new(),
            author: Author::from_folded("ana"),
        })
    }

    #[test]
    fn a_session_is_restored_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let file = session_file(&folder.path().join("state"), Path::new("briefing.toml"));
        save_session(&file, &session()).unwrap();
        assert_eq!(load_session(&file), session());
        let modes = (mode_of(&file), mode_of(file.parent().unwrap()));
        assert_eq!(modes, (0o600, 0o700));
    }

    /// Older versions also wrote the usual limit.
    #[test]
    fn the_limit_of_older_versions_is_a_choice_if_it_is_not_the_usual_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.toml");
        for (limit, chosen) in [(180, None), (300, Some(300)), (0, Some(0))] {
            let mut old = fs::File::create(&file).unwrap();
            write!(old, "[floor]\nlimit = {limit}\n").unwrap();
            assert_eq!(load_session(&file).floor.limit, chosen);
        }
    }

    #[test]
    fn an_invalid_session_is_read_as_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.toml");
        assert_eq!(load_session(&file), Session::default());
        File::create(&file)
            .unwrap()
            .write_all(b"draft = 3")
            .unwrap();
        assert_eq!(load_session(&file), Session::default());
        assert!(folder.path().join("x.toml.broken").exists());
    }

    #[test]
    fn a_broken_session_is_not_renamed_into_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.toml");
        let [target, aside] = ["target", "x.toml.broken"].map(|name| folder.path().join(name));
        drop(File::create(&target).unwrap());
        make_link(&target, &aside);
        File::create(&file)
            .unwrap()
            .write_all(b"draft = 3")
            .unwrap();
        assert_eq!(load_session(&file), Session::default());
        assert_eq!(fs::read(&aside).unwrap(), b"draft = 3");
        assert_eq!(fs::read(&target).unwrap(), b"");
        // The session file itself replaces a link, too.
        make_link(&target, &file);
        save_session(&file, &session()).unwrap();
        assert_eq!(load_session(&file), session());
        assert_eq!(fs::read(&target).unwrap(), b"");
    }

    #[test]
    fn the_session_saved_last_is_restored_from_any_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.toml");
        save_session(&file, &session()).unwrap();
        let (kept, written) = keep_session(&file, |session| Session {
            searches: Vec::new(),
            ..session.unwrap()
        });
        written.unwrap();
        assert_eq!(load_session(&file), kept.session);
        assert_ne!(load_session(&file), session());
        // The crash of the machine has left old contents.
        let before = [0, 1].map(|slot| file.with_extension(format!("now{slot}.toml")));
        let before = before.map(|path| (fs::read(&path).unwrap(), path));
        let (kept, _) = keep_session(&file, |_| Session::default());
        sync_session(&file, &kept).unwrap();
        for (bytes, path) in &before {
            File::create(path).unwrap().write_all(bytes).unwrap();
        }
        assert_eq!(load_session(&file), Session::default());
    }
}
