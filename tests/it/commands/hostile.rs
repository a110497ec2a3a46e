//! No output contains control or bidi characters, whatever is in files and arguments.

use std::fs;

use super::Shell;
use crate::world::PAPER;

/// Characters that a terminal would obey: ESC, BEL, DEL, C1, bidi, line separators, a tag.
const HOSTILE: &str = "evil\u{1b}]52;c;eA==\u{7}\u{7f}\u{9b}2J\u{202e}\u{2066}\u{2028}\u{e0041}";

fn is_harmless(text: &str) -> bool {
    !text.contains(|c| c != '\n' && roundtable::text::is_unsafe(c))
}

#[test]
fn error_messages_of_every_command_are_cleaned() {
    let shell = Shell::new();
    let file = format!("{HOSTILE}dir/briefing.toml");
    let keys = format!("<{HOSTILE}>");
    let calls: &[&[&str]] = &[
        &[&file],
        &["--print", "-b", &file],
        &["--print", "--keys", &keys],
        &["--theme", HOSTILE],
        &["--size", HOSTILE, "--print"],
        &[HOSTILE, "notes"],
        &["check", &file],
        &["find", "ferry", "-b", &file],
        &["find", HOSTILE],
        &["find", "ferry", "--limit", HOSTILE],
        &["country", "mali", "-b", &file],
        &["country", HOSTILE],
        &["note", "x", "-b", &file],
        &["note", "x", HOSTILE, "--frobnicate", HOSTILE],
        &["notes", HOSTILE],
        &["report", "-b", &file],
        &["report", "--format", HOSTILE],
        &["report", "--lang", HOSTILE],
        &["report", "--template", &file],
        &["report", "-o", &file],
        &["forget", &file],
        &["keys", HOSTILE],
    ];
    for arguments in calls {
        let (status, out, err) = shell.run(arguments);
        assert_ne!(status, 0, "{arguments:?}");
        assert!(!(out.clone() + &err).is_empty(), "{arguments:?}");
        assert!(
            is_harmless(&out) && is_harmless(&err),
            "{arguments:?} {out:?} {err:?}"
        );
    }
}

/// A message of several lines keeps them.
#[test]
fn cleaned_messages_keep_their_lines() {
    let shell = Shell::new();
    let (_, _, err) = shell.run(&["report", "--format", HOSTILE]);
    assert!(err.lines().count() > 2, "{err}");
}

#[test]
fn warnings_about_settings_and_damage_are_cleaned() {
    let shell = Shell::new();
    let config = shell.path("home/.config/roundtable");
    fs::create_dir_all(&config).unwrap();
    let setting = "\"evil\\u001b[2J\\u202e\" = 1\n";
    fs::write(config.join("config.toml"), setting).unwrap();
    fs::write(
        shell.path("briefing.notes.\u{1b}[2J\u{202e}.toml"),
        "no note",
    )
    .unwrap();
    let (_, _, err) = shell.run(&["notes"]);
    assert!(
        err.contains("evil") && err.contains("briefing.notes."),
        "{err}"
    );
    assert!(is_harmless(&err), "{err:?}");
}

#[test]
fn json_escapes_them_and_reads_back_the_same() {
    let shell = Shell::new();
    let text = "tolls \u{7f}\u{9b}2J\u{202e}\u{2029}x";
    let escape = |c| format!("\\U{:08x}", u32::from(c));
    let escaped = text.chars().map(escape).collect::<Vec<_>>().concat();
    let block = format!(
        "[notes]\nauthor = 'bo'\n[[note]]\nid = 'a'\nat = 2010-11-09T10:02:13-06:00\n\
         speaker = 'ML'\ntext = \"{escaped}\"\n"
    );
    fs::write(shell.path("briefing.notes.bo.toml"), block).unwrap();
    for arguments in [
        &["notes", "--json"][..],
        &["find", "tolls", "--json"],
        &["country", "mali", "--json"],
        &["report", "--format", "json"],
    ] {
        let (_, out, _) = shell.run(arguments);
        assert!(is_harmless(&out), "{arguments:?} {out:?}");
        assert!(out.contains("\\u202e"), "{arguments:?} {out}");
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert!(has(&json, text), "{arguments:?} {out}");
    }
}

/// Returns whether a text is anywhere in a value.
fn has(value: &serde_json::Value, text: &str) -> bool {
    match value {
        serde_json::Value::String(string) => string.contains(text),
        serde_json::Value::Array(values) => values.iter().any(|value| has(value, text)),
        serde_json::Value::Object(values) => values.values().any(|value| has(value, text)),
        _ => false,
    }
}

#[test]
fn the_paper_is_printed_without_them() {
    let shell = Shell::new();
    let hostile = PAPER.replacen("title = \"", "title = \"evil\\u001b[2J\\u202e", 1);
    assert_ne!(hostile, PAPER);
    fs::write(shell.path("briefing.toml"), hostile).unwrap();
    for arguments in [&[][..], &["--print"], &["report"], &["country"]] {
        let (status, out, _) = shell.run(arguments);
        assert!(status == 0 && is_harmless(&out), "{arguments:?} {out:?}");
    }
}
