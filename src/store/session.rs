//! The session of a briefing: where one was, the marks and the drafts.
//!
//! It is ours alone and lies in our state folder, one private file a briefing.

use std::fs::{self, DirBuilder};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use atomic_write_file::OpenOptions;
use atomic_write_file::unix::OpenOptionsExt;
use serde::{Deserialize, Serialize};

use crate::model::{
    Anchor, Draft, EntryId, Floor, NoteId, Place, Session, Speaker, Speaking, View,
};

/// The file that keeps the session of a briefing, in the state folder.
///
/// The name is the path of the briefing, so that a person can tell; a path that is too long for a
/// file name gives its end.
pub fn session_file(state: &Path, briefing: &Path) -> PathBuf {
    /// File systems take 255 bytes; the suffix and the writer's temporary name need some.
    const LONGEST: usize = 200;
    let full = fs::canonicalize(briefing).unwrap_or_else(|_| briefing.to_owned());
    let mut name = full.to_string_lossy().replace('/', "%");
    while name.len() > LONGEST {
        name.remove(0);
    }
    state.join(format!("{name}.session.toml"))
}

/// The session that a file holds; an empty one where there is none. A file that is no session is
/// set aside as `….broken`, since it may hold drafts that a person can read.
pub fn load_session(file: &Path) -> Session {
    let Ok(text) = fs::read_to_string(file) else {
        return Session::default();
    };
    let Ok(wire) = toml::from_str::<WireSession>(&text) else {
        let mut aside = file.as_os_str().to_owned();
        aside.push(".broken");
        // Where that fails, the next session that is kept replaces it.
        drop(fs::rename(file, aside));
        return Session::default();
    };
    Session::from(wire)
}

/// Writes a session in one step: a crash leaves the old one or the new one.
///
/// # Errors
/// What the file system says.
pub fn save_session(file: &Path, session: &Session) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
    }
    let text = toml::to_string(&WireSession::from(session)).map_err(io::Error::other)?;
    let mut writer = OpenOptions::new();
    writer.mode(0o600).preserve_mode(false);
    let mut writer = writer.open(file)?;
    writer.write_all(text.as_bytes())?;
    writer.commit()
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WireSession {
    question: Option<String>,
    search: Vec<String>,
    top: Option<WirePlace>,
    selected: Option<WirePlace>,
    mark: Vec<WireMark>,
    draft: Vec<WireDraft>,
    dropped: Vec<WireDraft>,
    floor: WireFloor,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WireFloor {
    speaker: Option<String>,
    since: Option<String>,
    queue: Vec<String>,
    limit: Option<u32>,
}

impl From<&Floor> for WireFloor {
    fn from(floor: &Floor) -> Self {
        let speaking = floor.speaking.as_ref();
        Self {
            speaker: speaking.map(|speaking| speaking.speaker.0.clone()),
            since: speaking.map(|speaking| speaking.since.to_string()),
            queue: floor
                .queue
                .iter()
                .map(|speaker| speaker.0.clone())
                .collect(),
            limit: Some(floor.limit),
        }
    }
}

impl From<WireFloor> for Floor {
    fn from(wire: WireFloor) -> Self {
        let since = wire.since.and_then(|since| since.parse().ok());
        let speaking = wire.speaker.zip(since).map(|(speaker, since)| Speaking {
            speaker: Speaker(speaker),
            since,
        });
        Self {
            speaking,
            queue: wire.queue.into_iter().map(Speaker).collect(),
            limit: wire.limit.unwrap_or_else(|| Self::default().limit),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct WirePlace {
    entry: String,
    paragraph: Option<usize>,
    #[serde(default)]
    below: usize,
    offset: usize,
}

#[derive(Serialize, Deserialize)]
struct WireMark {
    letter: char,
    top: WirePlace,
    selected: WirePlace,
}

#[derive(Serialize, Deserialize)]
struct WireDraft {
    edits: Option<String>,
    entry: Option<String>,
    quote: Option<String>,
    cursor: usize,
    text: String,
}

impl From<&Session> for WireSession {
    fn from(session: &Session) -> Self {
        let mark = |(letter, view): &(char, View)| WireMark {
            letter: *letter,
            top: WirePlace::from(&view.top),
            selected: WirePlace::from(&view.selected),
        };
        Self {
            top: session.view.as_ref().map(|view| WirePlace::from(&view.top)),
            selected: session
                .view
                .as_ref()
                .map(|view| WirePlace::from(&view.selected)),
            search: session.searches.clone(),
            mark: session.marks.iter().map(mark).collect(),
            draft: session.drafts.iter().map(WireDraft::from).collect(),
            dropped: session.dropped.iter().map(WireDraft::from).collect(),
            question: session.question.as_ref().map(ToString::to_string),
            floor: WireFloor::from(&session.floor),
        }
    }
}

impl From<WireSession> for Session {
    fn from(wire: WireSession) -> Self {
        let marks = wire
            .mark
            .into_iter()
            .filter_map(|mark| Some((mark.letter, view(Some(mark.top), Some(mark.selected))?)));
        Self {
            view: view(wire.top, wire.selected),
            marks: marks.collect(),
            drafts: wire.draft.into_iter().map(Draft::from).collect(),
            dropped: wire.dropped.into_iter().map(Draft::from).collect(),
            searches: wire.search,
            floor: Floor::from(wire.floor),
            question: wire.question.as_deref().and_then(EntryId::new),
        }
    }
}

fn view(top: Option<WirePlace>, selected: Option<WirePlace>) -> Option<View> {
    Some(View {
        top: top?.place()?,
        selected: selected?.place()?,
    })
}

impl WirePlace {
    fn place(self) -> Option<Place> {
        let Self {
            entry,
            paragraph,
            below,
            offset,
        } = self;
        Some(Place {
            entry: EntryId::new(&entry)?,
            paragraph,
            below,
            offset,
        })
    }
}

impl From<&Place> for WirePlace {
    fn from(place: &Place) -> Self {
        let Place {
            entry,
            paragraph,
            below,
            offset,
        } = place;
        Self {
            entry: entry.to_string(),
            paragraph: *paragraph,
            below: *below,
            offset: *offset,
        }
    }
}

impl From<&Draft> for WireDraft {
    fn from(draft: &Draft) -> Self {
        let anchor = draft.anchor.as_ref();
        Self {
            edits: draft.edits.as_ref().map(|id| id.as_str().to_owned()),
            entry: anchor.map(|anchor| anchor.entry.to_string()),
            quote: anchor.map(|anchor| anchor.quote.clone()),
            cursor: draft.cursor,
            text: draft.text.clone(),
        }
    }
}

impl From<WireDraft> for Draft {
    fn from(wire: WireDraft) -> Self {
        let entry = wire.entry.as_deref().and_then(EntryId::new);
        let quote = wire.quote.unwrap_or_default();
        Self {
            edits: wire.edits.as_deref().and_then(NoteId::new),
            anchor: entry.map(|entry| Anchor { entry, quote }),
            text: wire.text,
            cursor: wire.cursor,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn place(paragraph: Option<usize>) -> Place {
        Place {
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
            edits: NoteId::new("01a"),
            anchor: Some(Anchor {
                entry,
                quote: "What".into(),
            }),
            text: "half a \"sentence\"\n\u{1b}".into(),
            cursor: 4,
        };
        let new = Draft {
            edits: None,
            anchor: None,
            ..draft.clone()
        };
        Session {
            view: Some(view.clone()),
            marks: vec![('a', view)],
            drafts: vec![draft.clone(), new],
            dropped: vec![draft],
            searches: vec!["mali \"emigrants\"".into()],
            floor: Floor {
                speaking: Some(Speaking {
                    speaker: Speaker("ML".into()),
                    since: "2010-11-09T10:01:40-06:00[-06:00]".parse().unwrap(),
                }),
                queue: vec![Speaker("civil \"society\"".into())],
                limit: 0,
            },
            question: EntryId::new("q2"),
        }
    }

    #[test]
    fn a_session_comes_back_as_it_was_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let file = session_file(&folder.path().join("state"), Path::new("briefing.toml"));
        save_session(&file, &session()).unwrap();
        assert_eq!(load_session(&file), session());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    }

    #[test]
    fn what_is_no_session_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.toml");
        assert_eq!(load_session(&file), Session::default());
        fs::File::create(&file)
            .unwrap()
            .write_all(b"draft = 3")
            .unwrap();
        assert_eq!(load_session(&file), Session::default());
        assert!(folder.path().join("x.toml.broken").exists());
    }

    #[test]
    fn a_long_path_still_makes_a_file_name() {
        let long = format!("/{}/briefing.toml", "é".repeat(400));
        let file = session_file(Path::new("/state"), Path::new(&long));
        assert!(file.file_name().unwrap().len() < 250);
    }
}
