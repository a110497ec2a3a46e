use std::path::Path;

use ratatui::backend::TestBackend;

use super::*;
use crate::app::Key;
use crate::model::Author;
use crate::shell::{Files, NoTerminal, SessionAt, this_moment};
use crate::store::{NotesFolder, load_session};
use crate::ui::PLAIN;

/// A terminal whose clipboard brings the program down.
struct Panics;

impl<B: Backend> Host<B> for Panics {
    fn copy(&mut self, _: &mut Terminal<B>, _: &str) {
        panic!("on purpose");
    }

    fn suspend(&mut self, _: &mut Terminal<B>) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The program on the small paper, with a draft, then keys, then the wish of the system that
/// it ends.
fn run(folder: &Path, host: impl Host<TestBackend>, keys: &str) -> io::Result<()> {
    let briefing = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/paper.toml");
    let notes_of = folder.join("briefing.toml");
    let notes = Box::new(move || NotesFolder::new(&notes_of, Author::default(), "7f3a".to_owned()));
    let session = SessionAt::File(folder.join("session.toml"));
    let (sender, events) = channel();
    let files = FileThread::open(
        Files {
            briefing,
            notes,
            session,
        },
        sender.clone(),
    );
    let parts = Parts {
        theme: PLAIN,
        events,
        files,
        indexer: Indexer::start(sender.clone()),
        editor: Editor::new(None, None, sender.clone()),
        clock: Box::new(this_moment),
    };
    let app = App::new((80, 24), Session::default());
    let mut event_loop = EventLoop::new(app, TestBackend::new(80, 24), host, parts)?;
    event_loop.open()?;
    for key in Key::sequence(keys).unwrap() {
        sender.send(Event::Key(key)).unwrap();
    }
    sender.send(Event::Ended).unwrap();
    event_loop.run()
}

/// Nothing but the end keeps a dropped draft.
#[test]
fn a_panic_keeps_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let run = || run(folder.path(), Panics, "iprecious<Ctrl-c>y");
    assert!(panic::catch_unwind(AssertUnwindSafe(run)).is_err());
    let session = load_session(&folder.path().join("session.toml"));
    assert_eq!(session.dropped[0].text, "precious");
}

#[test]
fn words_that_can_be_kept_nowhere_are_in_the_error() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("session.toml")).unwrap();
    let error = run(folder.path(), NoTerminal::default(), "iprecious").unwrap_err();
    assert!(error.to_string().contains("precious"), "{error}");
}
