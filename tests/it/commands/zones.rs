//! Time zones: `TZ` is read as by other programs, and all outputs show the same time.

use std::fs;
use std::process::Command;

use super::{Shell, told};

/// Returns the UTC offset that `date` prints, if this machine has `date`.
fn offset_of_date(zone: &str) -> Option<String> {
    let mut date = Command::new("date");
    let output = date.arg("+%:z").env("TZ", zone).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned()).filter(|text| text.len() == 6)
}

#[test]
fn notes_have_the_offset_that_date_has() {
    let shell = Shell::new();
    for zone in [
        "CET-1CEST",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "<-03>3",
        "posix/Europe/Berlin",
        ":Europe/Berlin",
        "America/Mexico_City",
        "UTC",
        "",
    ] {
        let Some(offset) = offset_of_date(zone) else {
            return eprintln!("skipped: `date` knows no %:z here");
        };
        if zone.contains("Europe") && offset == "+00:00" {
            eprintln!("skipped: no zone files for {zone}");
            continue;
        }
        let mut command = shell.command(&["note", "x", "--author", "zoe"]);
        let (status, _, err) = told(command.env("TZ", zone).output().unwrap());
        assert_eq!((status, err.as_str()), (0, ""), "{zone}");
        let file = fs::read_to_string(shell.path("briefing.notes.zoe.toml")).unwrap();
        let at = file
            .lines()
            .rfind(|line| line.starts_with("at = "))
            .unwrap();
        assert!(at.ends_with(&offset), "{zone}: {at}, not {offset}");
    }
}

#[test]
fn an_unknown_zone_gets_a_warning_of_one_line() {
    let shell = Shell::new();
    let mut command = shell.command(&["note", "x"]);
    let (status, out, err) = told(command.env("TZ", "Europe/Nowhere").output().unwrap());
    assert!(status == 0 && out.starts_with("saved #1 "), "{out}");
    assert_eq!(err.lines().count(), 1);
    assert!(
        err.contains("Europe/Nowhere") && err.contains("times are UTC"),
        "{err}"
    );
}

/// The clock goes back from 3:00 to 2:00.
#[test]
fn all_outputs_show_the_same_times_when_the_clock_goes_back() {
    let shell = Shell::new();
    let moments = [
        ("2026-10-25T02:59:00+02:00", "02:59"),
        ("2026-10-25T02:00:00+01:00", "02:00"),
        ("2026-10-25T02:30:00+01:00", "02:30"),
    ];
    let notes = moments.iter().enumerate().map(|(nth, (at, _))| {
        let head = format!("[[note]]\nid = 'n{nth}'\nat = {at}\nspeaker = 'ML'\n");
        format!("{head}question = 'q1'\ntext = 'words{nth}'\n")
    });
    let [(from, _), (to, _), _] = moments;
    let turn = format!("[[floor]]\nid = 'f'\nspeaker = 'ML'\nfrom = {from}\nto = {to}\n");
    let blocks = notes.chain([turn]).collect::<String>();
    let file = format!("[notes]\nauthor = 'ana-maria'\n{blocks}");
    fs::write(shell.path("briefing.notes.ana-maria.toml"), file).unwrap();
    for arguments in [
        &["notes"][..],
        &["notes", "--json"],
        &["find", "words0"],
        &["country", "mali"],
        &["report", "--annex"],
        &["report", "--format", "json"],
        &["report", "--format", "csv"],
        &["report", "--annex", "--format", "html"],
        &["--print", "--size", "140x40", "--keys", "gn"],
        &["--print", "--size", "140x40", "--keys", "gngggH"],
    ] {
        let mut command = shell.command(arguments);
        let (_, out, _) = told(command.env("TZ", "Europe/Berlin").output().unwrap());
        assert!(out.contains("02:59"), "{arguments:?}\n{out}");
        for wrong in ["03:00", "03:30", "00:59", "01:30"] {
            assert!(!out.contains(wrong), "{arguments:?} has {wrong}\n{out}");
        }
        if !arguments.contains(&"find") && !arguments.contains(&"gngggH") {
            assert!(
                moments.iter().all(|(_, time)| out.contains(time)),
                "{arguments:?}\n{out}"
            );
        }
    }
    let (_, out, _) = shell.run(&["report", "--format", "floor-csv"]);
    assert!(
        out.contains("02:59:00") && out.contains("02:00:00"),
        "{out}"
    );
}
