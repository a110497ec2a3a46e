//! Tests a clock that was never set, as on a machine with an empty battery.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::world::PAPER;

const PROGRAM: &str = env!("CARGO_BIN_EXE_roundtable");

/// Runs the program in a folder as if it were 1960; `None` without `faketime`.
fn in_1960(folder: &TempDir, arguments: &[&str]) -> Option<Output> {
    let mut command = Command::new("faketime");
    command.args(["1960-01-01 10:00:00", PROGRAM]);
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).env("TZ", "UTC");
    command.env("HOME", folder.path().join("home"));
    command
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .ok()
}

#[test]
fn every_command_runs_with_a_clock_before_1970() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("briefing.toml"), PAPER).unwrap();
    let commands: [&[&str]; 9] = [
        &["note", "ML: kept all the same"],
        &["note", "and once more"],
        &["notes", "--json"],
        &["find", "mali"],
        &["country", "mali"],
        &["report"],
        &["report", "--format", "docx", "-o", "report.docx"],
        &["report", "--format", "floor-csv"],
        &["--print", "--keys", "smali<Enter>ione<Enter>S"],
    ];
    for arguments in commands {
        let Some(output) = in_1960(&folder, arguments) else {
            println!("skipped: faketime is not installed");
            return;
        };
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }
    let notes = fs::read_to_string(folder.path().join("briefing.notes.anonymous.toml")).unwrap();
    assert!(notes.contains("at = 1960-01-01T10:00:"), "{notes}");
    assert!(notes.contains("kept all the same"), "{notes}");
}
