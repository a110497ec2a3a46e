//! Tests which files are read, and the damage listed for the others.

use std::fs::File;
use std::io::Write;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::super::sys::{make_link, make_pipe, make_socket};
use super::*;

fn put(folder: &TempDir, name: &str, id: &str) {
    let mut file = File::create(folder.path().join(name)).unwrap();
    let at = "2010-11-09T10:02:13-06:00";
    write!(
        file,
        "[notes]\nauthor = 'a'\n[[note]]\nid = '{id}'\nat = {at}\ntext = '{id}'\n"
    )
    .unwrap();
}

fn read(folder: &TempDir) -> (Vec<String>, Vec<String>) {
    let gathered = read_notes(&folder.path().join("paper.toml"));
    let notes = gathered.notes.iter().map(|(_, note)| note.text.clone());
    let damage = gathered.damage.iter().map(ToString::to_string);
    (notes.collect(), damage.collect())
}

#[test]
fn reads_all_notes_files_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    for (name, id) in [
        ("paper.notes.anna.toml", "A"),
        ("paper.notes.anna.7f3a.toml", "B"),
        (
            "paper.notes.anna.sync-conflict-20261124-101112-ABCDEFG.toml",
            "C",
        ),
        ("paper.notes.anna (conflicted copy 2026-11-24).toml", "D"),
        ("paper.notes.anna.toml.orig", "x"),
        ("paper.notes.anna.toml~", "x"),
        (".paper.notes.anna.toml.swp", "x"),
        ("other.notes.anna.toml", "x"),
        ("paper.toml", "x"),
    ] {
        put(&folder, name, id);
    }
    assert_eq!(
        read(&folder),
        (["A", "B", "C", "D"].map(str::to_owned).to_vec(), vec![])
    );
}

#[test]
fn lists_a_file_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "paper.notes.b.toml", "B");
    fs::create_dir(folder.path().join("paper.notes.a.toml")).unwrap();
    let large = File::create(folder.path().join("paper.notes.c.toml")).unwrap();
    large.set_len(MOST_READ + 1).unwrap();
    let (notes, damage) = read(&folder);
    assert_eq!(notes, ["B"]);
    let listed = [
        "paper.notes.a.toml: not read: it is not a regular file",
        "paper.notes.c.toml: not read: it is larger than 64 MiB",
    ];
    assert_eq!(damage, listed);
    let missing = read_notes(&folder.path().join("missing/paper.toml"));
    assert!(missing.notes.is_empty());
    assert_eq!(missing.damage.len(), 1);
}

#[test]
fn a_fingerprint_changes_with_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let briefing = folder.path().join("paper.toml");
    let mut prints = vec![fingerprint(&briefing)];
    let mut changed = || {
        let now = fingerprint(&briefing);
        let is_new = prints.iter().all(|print| *print != now);
        prints.push(now);
        is_new
    };
    put(&folder, "paper.notes.b.toml", "B");
    assert!(changed());
    assert!(!changed());
    let file = File::options()
        .append(true)
        .open(folder.path().join("paper.notes.b.toml"));
    let file = file.unwrap();
    file.set_len(3).unwrap();
    assert!(changed());
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1))
        .unwrap();
    assert!(changed());
    put(&folder, "other.toml", "x");
    assert!(!changed());
}

#[test]
fn our_own_link_is_read_with_a_notice_and_is_not_damage() {
    let [folder, elsewhere] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    put(&elsewhere, "paper.notes.b.toml", "B");
    let target = elsewhere.path().join("paper.notes.b.toml");
    make_link(&target, &folder.path().join("paper.notes.a.toml"));
    assert_eq!(read(&folder), (vec!["B".to_owned()], vec![]));
    let briefing = folder.path().join("paper.toml");
    let notices = read_notes(&briefing).notices;
    let told = format!(
        "paper.notes.a.toml: your link to {}: read, but never written",
        target.display()
    );
    assert_eq!(notices[0].to_string(), told);
    assert_eq!(notices.len(), 1);
    // The target is watched, and a link within the folder is relative to it.
    let before = fingerprint(&briefing);
    put(&elsewhere, "paper.notes.b.toml", "BB");
    assert_ne!(fingerprint(&briefing), before);
    put(&folder, "target", "C");
    make_link(
        Path::new("target"),
        &folder.path().join("paper.notes.c.toml"),
    );
    assert_eq!(read(&folder).0, ["BB", "C"]);
}

#[test]
fn links_to_pipes_and_folders_are_listed_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, "paper.notes.b.toml", "B");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    make_pipe(&folder.path().join("paper.notes.pipe.toml"));
    make_socket(&folder.path().join("paper.notes.socket.toml"));
    for (name, target) in [
        ("pipe-link", "pipe"),
        ("folder", "."),
        ("gone", "gone"),
        ("self", "paper.notes.self.toml"),
    ] {
        let link = folder.path().join(format!("paper.notes.{name}.toml"));
        make_link(Path::new(target), &link);
    }
    let (notes, damage) = read(&folder);
    assert_eq!(notes, ["B"]);
    assert_eq!(damage.len(), 6, "{damage:#?}");
    assert!(
        damage.iter().all(|told| told.contains(": not read: ")),
        "{damage:#?}"
    );
}
