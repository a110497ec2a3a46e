//! Tests notes that are shared with git, with its default merge.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::{Seat, folder};

/// A repository with a briefing in it, and clones of it; `None` without git.
struct Hub(TempDir);

impl Hub {
    fn new() -> Option<Self> {
        let found = Command::new("git")
            .arg("--version")
            .stdout(Stdio::null())
            .status();
        found.ok()?;
        let hub = Self(tempfile::tempdir().unwrap());
        let first = hub.0.path().join("first");
        folder(&first);
        git(&first, &["init", "--quiet", "--initial-branch=main"]);
        git(&first, &["add", "briefing.toml"]);
        git(&first, &["commit", "--quiet", "-m", "The paper"]);
        git(
            hub.0.path(),
            &["clone", "--quiet", "--bare", "first", "hub.git"],
        );
        Some(hub)
    }

    fn clone_of(&self, origin: &str, folder: &str, author: &'static str, device: &str) -> Seat {
        git(self.0.path(), &["clone", "--quiet", origin, folder]);
        Seat::new(self.0.path(), folder, author, device)
    }

    fn seat(&self, folder: &str, author: &'static str, device: &str) -> Seat {
        self.clone_of("hub.git", folder, author, device)
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut git = Command::new("git");
    git.args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null());
    if let Some(path) = std::env::var_os("PATH") {
        git.env("PATH", path);
    }
    git.env("HOME", folder).env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{who}_NAME"), "Somebody");
        git.env(format!("GIT_{who}_EMAIL"), "somebody@example.org");
    }
    git.output().unwrap()
}

fn git(folder: &Path, arguments: &[&str]) {
    let output = run(folder, arguments);
    assert!(output.status.success(), "git {arguments:?}: {output:?}");
}

fn commit(seat: &Seat) {
    git(&seat.folder, &["add", "."]);
    git(&seat.folder, &["commit", "--quiet", "-m", "Notes"]);
}

fn note_and_commit(seat: &Seat, texts: &[&str]) {
    for text in texts {
        seat.note(text);
    }
    commit(seat);
}

const PULL: [&str; 4] = ["pull", "--quiet", "--no-rebase", "--no-edit"];

/// Merges the two into each other, in separate clones, and expects the same in both.
fn assert_merge_in_either_order(hub: &Hub, one: &Seat, other: &Seat, expected: &[&str]) {
    for how in ["merge", "pull", "rebase"] {
        let shown = [(one, other), (other, one)].map(|(ours, theirs)| {
            let name = |seat: &Seat| {
                seat.folder
                    .file_name()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned()
            };
            let (from, to) = (name(ours), format!("{how}-into-{}", name(ours)));
            let merged = hub.clone_of(&from, &to, "reader", "reader");
            let theirs = format!("../{}", name(theirs));
            match how {
                "merge" => {
                    git(&merged.folder, &["fetch", "--quiet", &theirs, "main"]);
                    git(
                        &merged.folder,
                        &["merge", "--quiet", "--no-edit", "FETCH_HEAD"],
                    );
                }
                "pull" => git(&merged.folder, &[&PULL[..], &[&theirs, "main"]].concat()),
                _ => git(
                    &merged.folder,
                    &["pull", "--quiet", "--rebase", &theirs, "main"],
                ),
            }
            merged.assert_texts(expected);
            merged.listed()
        });
        assert_eq!(shown[0], shown[1]);
        assert_eq!(shown[0].1, "", "no damage");
    }
}

#[test]
fn two_authors_in_two_clones_merge_in_either_order() {
    let Some(hub) = Hub::new() else { return };
    let ana = hub.seat("ana", "ana", "a");
    let bo = hub.seat("bo", "bo", "b");
    note_and_commit(&ana, &["a1", "a2"]);
    note_and_commit(&bo, &["b1", "[[note]]", "======="]);
    assert_merge_in_either_order(&hub, &ana, &bo, &["a1", "a2", "b1", "[[note]]", "======="]);
}

/// A whole afternoon: both push their notes, pull the other's, and go on.
#[test]
fn two_authors_go_on_after_a_merge() {
    let Some(hub) = Hub::new() else { return };
    let (ana, bo) = (hub.seat("ana", "ana", "a"), hub.seat("bo", "bo", "b"));
    let mut expected = Vec::new();
    for (of_ana, of_bo) in [("a1", "b1"), ("a2", "b2"), ("a3", "b3")] {
        note_and_commit(&ana, &[of_ana]);
        note_and_commit(&bo, &[of_bo]);
        expected.extend([of_ana, of_bo]);
        for seat in [&ana, &bo] {
            git(&seat.folder, &PULL);
            git(&seat.folder, &["push", "--quiet"]);
        }
        git(&ana.folder, &PULL);
        ana.assert_texts(&expected);
        assert_eq!(ana.listed(), bo.listed());
    }
    let files = ["briefing.notes.ana.toml", "briefing.notes.bo.toml"].map(str::to_owned);
    assert_eq!(ana.files(), files.into());
}

/// The second device has seen a note of the first one, and so writes a file of its own.
#[test]
fn two_devices_of_an_author_merge_in_either_order() {
    let Some(hub) = Hub::new() else { return };
    let desk = hub.seat("desk", "ana", "desk");
    note_and_commit(&desk, &["d1"]);
    git(&desk.folder, &["push", "--quiet"]);
    let laptop = hub.seat("laptop", "ana", "laptop");
    note_and_commit(&laptop, &["l1", "l2"]);
    note_and_commit(&desk, &["d2"]);
    assert_eq!(laptop.files().len(), 2);
    assert_merge_in_either_order(&hub, &desk, &laptop, &["d1", "d2", "l1", "l2"]);
}

/// Neither has seen a note of the other, so both began the same file: git stops with a conflict;
/// the file is then read completely, can be committed as it is, and stays in use.
#[test]
fn two_devices_that_begin_apart_lose_nothing_in_the_conflict() {
    let Some(hub) = Hub::new() else { return };
    let desk = hub.seat("desk", "ana", "desk");
    let laptop = hub.seat("laptop", "ana", "laptop");
    note_and_commit(&desk, &["d1", "d2"]);
    note_and_commit(&laptop, &["l1"]);
    for (ours, theirs) in [(&desk, "../laptop"), (&laptop, "../desk")] {
        let output = run(&ours.folder, &[&PULL[..], &[theirs, "main"]].concat());
        // If the names of the files tell the devices apart, there is no conflict.
        if !output.status.success() {
            let (_, damage) = ours.listed();
            assert!(damage.contains("all sides are read"), "{damage}");
            commit(ours);
        }
        ours.assert_texts(&["d1", "d2", "l1"]);
        ours.note("later");
        ours.assert_texts(&["d1", "d2", "l1", "later"]);
        git(&ours.folder, &["reset", "--quiet", "--hard", "ORIG_HEAD"]);
        git(&ours.folder, &["clean", "--quiet", "--force"]);
    }
}
