//! Files with one mistake each, and the message for it: place, cause and correction.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use roundtable::store::load_briefing;

fn fixture(name: &str) -> PathBuf {
    Path::new("tests/fixtures").join(name)
}

/// Returns the messages for a file, empty if it has no mistakes.
fn said_of(path: &Path) -> String {
    let problems = load_briefing(path).problems;
    problems.map(|problems| problems.text).unwrap_or_default()
}

fn assert_said(path: &Path) {
    let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    insta::with_settings!({
        snapshot_path => "../snapshots/invalid",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(name, said_of(path)) });
}

#[test]
fn each_mistake_has_a_message_with_place_cause_and_correction() {
    let files = fs::read_dir(fixture("invalid")).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 30);
    for path in &paths {
        let said = said_of(path);
        let is_one = said.ends_with("\n1 error\n") || said.ends_with("\n1 warning\n");
        assert!(is_one, "more or less than one mistake: {said}");
        assert!(said.contains("= help: "), "no cure: {said}");
        assert_said(path);
    }
}

#[test]
fn all_mistakes_of_a_file_are_listed_at_once() {
    assert_said(&fixture("many.toml"));
}

#[test]
fn a_file_without_mistakes_has_no_message() {
    let loaded = load_briefing(&fixture("small.toml"));
    assert_eq!(loaded.problems, None);
    assert!(loaded.briefing.is_some());
}

#[test]
fn a_file_that_cannot_be_read_has_one_problem() {
    let loaded = load_briefing(Path::new("no/such/briefing.toml"));
    let problems = loaded.problems.unwrap();
    assert_eq!(
        (loaded.briefing, problems.errors, problems.warnings),
        (None, 1, 0)
    );
    insta::assert_snapshot!(problems.text, @r#"
    error: there is no such file
    --> no/such/briefing.toml
     |
     = help: name another file, or run roundtable in the folder that holds briefing.toml

    1 error
    "#);
}
