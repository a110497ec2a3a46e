//! The command line, in a hermetic environment.

mod forget;
mod hostile;
mod keys;
mod linked;
mod only_here;
mod options;
mod print;
mod report;
mod zones;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use insta::assert_snapshot;
use roundtable::messages::{CommandError, CommandMessage, KeyName};
use tempfile::TempDir;

use crate::says;

use crate::world::PAPER;

/// A folder with a small briefing, and the program in it.
pub(crate) struct Shell {
    folder: TempDir,
}

impl Shell {
    pub(crate) fn new() -> Self {
        let shell = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::write(shell.path("briefing.toml"), PAPER).unwrap();
        shell
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roundtable"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear();
        command
            .env("HOME", self.path("home"))
            .env("USER", "Ana María")
            .env("TZ", "UTC");
        command.stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        told(self.command(arguments).output().unwrap())
    }

    /// Returns the state folder of the program.
    pub(crate) fn state(&self) -> PathBuf {
        self.path("home/.local/state/roundtable")
    }

    /// Returns every file and folder, with the bytes of the files.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for file in fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path.clone());
                }
                found.insert(path.clone(), fs::read(&path).unwrap_or_default());
            }
        }
        found
    }
}

pub(crate) fn told(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn help() {
    let shell = Shell::new();
    for command in [
        "", "check", "find", "country", "note", "notes", "report", "forget", "keys",
    ] {
        let arguments: Vec<_> = [command, "--help"]
            .into_iter()
            .filter(|a| !a.is_empty())
            .collect();
        let (status, out, err) = shell.run(&arguments);
        assert_eq!((status, err.as_str()), (0, ""));
        assert_snapshot!(format!("help_{command}"), out);
    }
}

/// The picture in the README is a frame of the program.
#[test]
fn the_picture_in_the_readme_is_true() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let shell = Shell::new();
    fs::copy(
        format!("{folder}/briefing.toml"),
        shell.path("briefing.toml"),
    )
    .unwrap();
    let (status, out, _) = shell.run(&[
        "--print",
        "--size",
        "108x26",
        "--keys",
        "/brazil 41,816<Enter>",
    ]);
    assert_eq!(status, 0);
    let readme = include_str!("../../README.md");
    assert!(
        readme.contains(out.trim_end()),
        "README.md lacks this picture:\n{out}"
    );
}

#[test]
fn without_a_terminal_the_briefing_is_printed_as_text() {
    let (status, out, err) = Shell::new().run(&[]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_snapshot!(out);
}

#[test]
fn a_note_from_the_shell_is_saved_privately_and_listed() {
    let shell = Shell::new();
    let (status, out, err) = shell.run(&["note", "tolls", "for", "all"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.starts_with("saved #1 "), "{out}");
    let file = shell.path("briefing.notes.ana-maria.toml");
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let (status, out, _) = shell.run(&["notes"]);
    assert_eq!(status, 0);
    assert!(
        out.starts_with("#1 ") && out.ends_with(" tolls for all\n"),
        "{out}"
    );
    let (status, out, _) = shell.run(&["notes", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (status, &json["notes"][0]["text"]),
        (0, &"tolls for all".into())
    );
    assert_eq!(json["notes"][0]["author"], "ana-maria");
}

/// Two authors edit one note at the same time, and there was one turn.
#[test]
fn notes_list_every_version_and_the_floor_log() {
    let shell = Shell::new();
    let at = "2010-11-09T10:02:13-06:00";
    for (author, text) in [("ana", "one"), ("bruno", "two\nand three")] {
        let file = format!(
            "[notes]\nauthor = '{author}'\n[[note]]\nid = 'a'\nrev = 2\nat = {at}\ntext = \"\"\"{text}\"\"\"\n\
             [[floor]]\nid = 'f'\nspeaker = 'ML'\nfrom = {at}\nto = {at}\n"
        );
        fs::write(shell.path(&format!("briefing.notes.{author}.toml")), file).unwrap();
    }
    let (_, out, _) = shell.run(&["notes"]);
    let expected = "#1 2010-11-09 10:02 (bruno) two\n    and three\n    also, by ana: one\n";
    assert_eq!(out, expected);
    let (_, out, _) = shell.run(&["notes", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let [note, also] = [&json["notes"][0], &json["notes"][0]["also"][0]];
    assert_eq!(
        (&note["text"], &note["author"]),
        (&"two\nand three".into(), &"bruno".into())
    );
    assert_eq!(
        (&also["text"], &also["author"]),
        (&"one".into(), &"ana".into())
    );
    let turn = serde_json::json!({
        "id": "f", "speaker": "ML", "from": at, "to": at, "author": "bruno",
    });
    assert_eq!(json["floor"], serde_json::json!([turn]));
}

#[test]
fn notes_are_read_from_standard_input_line_by_line() {
    let shell = Shell::new();
    fs::write(shell.path("lines"), "one\n\ntwo\n").unwrap();
    let mut command = shell.command(&["note", "-", "--author", "Bo"]);
    let input = fs::File::open(shell.path("lines")).unwrap();
    let (status, out, _) = told(command.stdin(input).output().unwrap());
    assert_eq!((status, out.lines().count()), (0, 2));
    assert!(
        fs::read_to_string(shell.path("briefing.notes.bo.toml"))
            .unwrap()
            .contains("two")
    );
}

#[test]
fn a_note_without_a_journal_is_saved_with_a_warning() {
    let shell = Shell::new();
    fs::create_dir_all(shell.path("home/.local/state")).unwrap();
    fs::write(shell.path("home/.local/state/roundtable"), "").unwrap();
    let (status, out, err) = shell.run(&["note", "hello"]);
    assert!(status == 0 && out.starts_with("saved #1 "), "{out}");
    let expected = "roundtable: saved beside the briefing only: the journal cannot be written: ";
    assert!(err.starts_with(expected), "{err}");
}

#[test]
fn no_notes_is_exit_status_1() {
    let (status, out, err) = Shell::new().run(&["notes"]);
    assert_eq!(
        (status, out.as_str(), err.as_str()),
        (1, "", says::warning(&CommandMessage::NoNotes).as_str())
    );
}

#[test]
fn a_note_from_the_shell_has_the_grammar_of_the_bar() {
    let shell = Shell::new();
    shell.run(&["note", "\"Union of Ferries\": tolls +proposal q1 p2"]);
    shell.run(&["note", "union", "of", "ferries:", "none"]);
    shell.run(&["note", "+quote p1"]);
    shell.run(&["note", "+quote"]);
    let (_, out, _) = shell.run(&["notes", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let of = |nth: usize, key: &str| json["notes"][nth][key].clone();
    assert_eq!(
        (of(0, "text"), of(0, "kind")),
        ("tolls".into(), "proposal".into())
    );
    assert_eq!(of(1, "speaker"), "Union of Ferries");
    assert_eq!((of(2, "text"), of(2, "kind")), ("".into(), "quote".into()));
    assert_eq!(
        (of(3, "text"), of(3, "kind")),
        ("+quote".into(), "note".into())
    );
}

#[test]
fn notes_are_printed_without_control_characters() {
    let shell = Shell::new();
    shell.run(&["note", "\u{1b}[2Jevil\u{202e}"]);
    assert!(shell.run(&["notes"]).1.ends_with(" [2Jevil\n"));
}

#[test]
fn check_tells_good_from_bad_and_from_unreadable() {
    let shell = Shell::new();
    let (status, out, _) = shell.run(&["check"]);
    let ready = CommandMessage::Ready {
        briefing: "briefing.toml".to_owned(),
        entries: 8,
        paragraphs: 11,
    };
    assert_eq!((status, out), (0, says::line(&ready)));
    fs::write(shell.path("bad.toml"), PAPER.replace("\"ML\"", "\"Mal\"")).unwrap();
    let (status, out, _) = shell.run(&["check", "bad.toml"]);
    assert_eq!(status, 1);
    assert!(
        out.contains("bad.toml:42:") && out.contains("\"Mal\""),
        "{out}"
    );
    let (status, out, _) = shell.run(&["check", "absent.toml"]);
    assert_eq!(status, 2);
    assert!(out.contains("absent.toml"), "{out}");
}

#[test]
fn wrong_usage_is_exit_status_2() {
    let shell = Shell::new();
    for arguments in [
        &["--frobnicate"][..],
        &["--print", "--size", "0x9"],
        &["note"],
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty());
    }
    let (status, _, err) = shell.run(&["--print", "--keys", "<Entre>"]);
    let name = KeyName("Entre".to_owned());
    let refusal = says::error(&CommandError::UnknownKey { name });
    assert_eq!((status, err), (2, refusal));
}

#[test]
fn a_note_without_a_briefing_is_refused() {
    let shell = Shell::new();
    let (status, _, err) = shell.run(&["note", "lost", "-b", "absent.toml"]);
    let briefing = "absent.toml".to_owned();
    let refusal = says::error(&CommandError::NoBriefing { briefing });
    assert_eq!((status, err), (2, refusal));
}

#[test]
fn the_author_comes_from_the_configuration() {
    let shell = Shell::new();
    fs::create_dir_all(shell.path("home/.config/roundtable")).unwrap();
    fs::write(
        shell.path("home/.config/roundtable/config.toml"),
        "author = \"Zoë\"\n",
    )
    .unwrap();
    shell.run(&["note", "hello"]);
    assert!(shell.path("briefing.notes.zoe.toml").exists());
}
