//! Tests a team on one folder: many programs, many devices, and the programs that carry files
//! between them.

mod claims;
mod copies;
mod crowd;
mod devices;
mod git;
mod outsiders;
mod strangers;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::world::PAPER;

/// A user with the program in a folder.
#[derive(Clone)]
struct Seat {
    folder: PathBuf,
    author: &'static str,
    /// The state folder, which makes it a separate device.
    state: PathBuf,
}

impl Seat {
    /// Makes a seat at a folder inside `all`, with a device of this name.
    fn new(all: &Path, folder: &str, author: &'static str, device: &str) -> Self {
        Self {
            folder: all.join(folder),
            author,
            state: all.join("devices").join(device),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roundtable"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("HOME", &self.state)
            .env("XDG_STATE_HOME", &self.state)
            .env("TZ", "UTC")
            .stdin(Stdio::null());
        command
    }

    /// Adds a note; returns the message if it was not saved.
    fn try_note(&self, text: &str) -> Result<(), String> {
        let output = self
            .command(&["note", "--author", self.author, text])
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        match output.status.code() {
            Some(0) if out.starts_with("saved #") => Ok(()),
            Some(2) if out.is_empty() && err.starts_with("roundtable: ") => Err(err),
            other => panic!("{other:?}\n{out}\n{err}"),
        }
    }

    fn note(&self, text: &str) {
        assert_eq!(self.try_note(text), Ok(()));
    }

    /// Returns the output of `roundtable notes --json`, and its messages.
    fn listed(&self) -> (String, String) {
        let output = self.command(&["notes", "--json"]).output().unwrap();
        assert!(
            output.status.code().is_some_and(|code| code < 2),
            "{output:?}"
        );
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    }

    /// Returns the texts of all notes, and checks that each is there once.
    fn texts(&self) -> BTreeSet<String> {
        let (out, _) = self.listed();
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        let notes = json["notes"].as_array().unwrap();
        let field = |name: &str| -> BTreeSet<String> {
            let all = notes.iter().map(|note| note[name].to_string());
            all.map(|text| text.trim_matches('"').to_owned()).collect()
        };
        assert_eq!(field("id").len(), notes.len());
        assert_eq!(field("number").len(), notes.len());
        let texts = field("text");
        assert_eq!(texts.len(), notes.len(), "{out}");
        texts
    }

    fn assert_texts(&self, expected: &[&str]) {
        let expected: BTreeSet<String> = expected.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(self.texts(), expected);
    }

    /// Returns the names of the notes files in the folder.
    fn files(&self) -> BTreeSet<String> {
        let names = fs::read_dir(&self.folder).unwrap();
        let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.contains(".notes.")).collect()
    }
}

/// Makes a folder with a briefing.
fn folder(at: &Path) {
    fs::create_dir_all(at).unwrap();
    fs::write(at.join("briefing.toml"), PAPER).unwrap();
}
