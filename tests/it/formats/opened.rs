//! Opens reports in `soffice` and `chromium`, if the machine has them.

use std::fs;
use std::process::Command;

use roundtable::report::{Format, Language};
use tempfile::TempDir;

use super::{ANNEX, Session};

/// Runs a program in a folder with its own home, and returns its output; `None` if the machine does
/// not have it.
fn run(folder: &TempDir, program: &str, arguments: &[&str]) -> Option<String> {
    let home = folder.path().join("home");
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(folder)
        .env("HOME", &home);
    let output = command.output().ok()?;
    assert!(output.status.success(), "{program}: {output:?}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Creates a folder with the annexed report in a format.
fn folder_with(name: &str, format: Format) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let report = Session::of_two_hours().report(Language::English);
    let bytes = report.written(ANNEX, format).unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    folder
}

/// Panics if a text does not have the words of every note.
fn assert_whole(shown: &str) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = words(shown);
    let session = Session::of_two_hours();
    for (number, note) in session.notes.iter() {
        assert!(
            shown.contains(&words(&note.text)),
            "#{number}: {}",
            note.text
        );
    }
}

#[test]
fn a_word_processor_shows_every_note() {
    let folder = folder_with("report.docx", Format::Docx);
    let arguments = [
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "report.docx",
    ];
    if run(&folder, "soffice", &arguments).is_some() {
        assert_whole(&fs::read_to_string(folder.path().join("report.txt")).unwrap());
    }
}

#[test]
fn a_browser_shows_every_note_and_prints_the_page() {
    let folder = folder_with("report.html", Format::Html);
    let page = format!("file://{}", folder.path().join("report.html").display());
    let sandbox = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
    ];
    let with = |argument| [sandbox.as_slice(), &[argument, page.as_str()]].concat();
    let Some(dom) = run(&folder, "chromium", &with("--dump-dom")) else {
        return;
    };
    assert_whole(&super::html::plain(&dom));
    run(&folder, "chromium", &with("--print-to-pdf=report.pdf"));
    let printed = fs::read(folder.path().join("report.pdf")).unwrap();
    assert!(printed.starts_with(b"%PDF-"));
}
