use super::*;
use crate::app::{DeskId, Event};
use crate::model::{Draft, EntryId, Floor, Speaker};

fn of_desk(events: Sender<Event>) -> DeskSender {
    DeskSender::new(DeskId::default(), events)
}

fn saver(folder: &Path) -> SessionSaver {
    let (events, _) = channel();
    let saver = SessionSaver::start(
        SessionAt::File(folder.join("session.toml")),
        of_desk(events),
    );
    saver.keep(Session::default());
    saver
}

fn session(text: &str) -> Session {
    let draft = Draft {
        text: text.to_owned(),
        ..draft()
    };
    Session {
        drafts: vec![draft],
        ..Session::default()
    }
}

fn draft() -> Draft {
    Draft {
        id: None,
        edits: None,
        rev: 0,
        anchor: None,
        speaker: None,
        question: None,
        text: String::new(),
        cursor: 0,
    }
}

fn drafts(folder: &Path) -> Vec<String> {
    let drafts = load_session(&folder.join("session.toml"))
        .drafts
        .into_iter();
    drafts.map(|draft| draft.text).collect()
}

fn close(saver: SessionSaver) -> io::Result<()> {
    saver.close(&mut Wait::new(|| false))
}

#[test]
fn two_programs_both_keep_their_drafts() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = [saver(folder.path()), saver(folder.path())];
    first.keep(session("first"));
    close(first).unwrap();
    second.keep(session("second"));
    second.keep(session("second, edited"));
    close(second).unwrap();
    assert_eq!(drafts(folder.path()), ["first", "second, edited"]);
}

/// Neither program knows what the other changed since its start, and neither reverts it.
#[test]
fn each_of_two_programs_keeps_only_what_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = [saver(folder.path()), saver(folder.path())];
    let asked = |name: &str, limit| Floor {
        queue: vec![Speaker(name.to_owned())],
        limit,
        ..Floor::default()
    };
    first.keep(Session {
        floor: asked("ML", Some(60)),
        question: EntryId::new("q1"),
        ..session("first")
    });
    close(first).unwrap();
    second.keep(Session {
        floor: asked("FR", Floor::default().limit),
        ..Session::default()
    });
    close(second).unwrap();
    let kept = load_session(&folder.path().join("session.toml"));
    let queue = ["ML", "FR"].map(|name| Speaker(name.to_owned()));
    assert_eq!(kept.floor.queue, queue);
    assert_eq!(
        (kept.floor.limit, kept.question),
        (Some(60), EntryId::new("q1"))
    );
    assert_eq!(drafts(folder.path()), ["first"]);
}

#[test]
fn a_deleted_session_is_kept_again() {
    let folder = tempfile::tempdir().unwrap();
    let saver = saver(folder.path());
    saver.keep(session("draft"));
    saver.wait();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        drop(std::fs::remove_file(file.unwrap().path()));
    }
    saver.keep(session("draft"));
    close(saver).unwrap();
    assert_eq!(drafts(folder.path()), ["draft"]);
}

#[test]
fn a_session_that_cannot_be_kept_is_an_error() {
    // A folder with the name of the file.
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("session.toml")).unwrap();
    let saver = self::saver(folder.path());
    assert!(close(saver).is_err());
}

/// Only the second thread syncs: a written session can be read before that.
#[test]
fn typed_text_is_in_a_file_before_it_is_synced() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.toml");
    let (sessions, inbox) = channel();
    let (pass, unsynced) = channel();
    for text in ["a", "ab", "abc"] {
        let job = SaveRequest {
            session: session(text),
            tells: false,
        };
        sessions.send(job).unwrap();
    }
    drop(sessions);
    write_all(&file, Session::default(), &inbox, |written| {
        pass.send((written.kept, written.outcome)).unwrap();
    });
    assert_eq!(drafts(folder.path()), ["abc"]);
    assert!(!file.exists());
    drop(pass);
    sync_all(&file, &unsynced).unwrap();
    assert!(file.exists());
}

/// Starts a saver whose state folder is a file; also returns its events.
fn unwritable(folder: &Path) -> (SessionSaver, Receiver<Event>) {
    std::fs::File::create(folder.join("state")).unwrap();
    let (events, said) = channel();
    let session = SessionAt::File(folder.join("state/session.toml"));
    (SessionSaver::start(session, of_desk(events)), said)
}

/// Returns the next `Keeping` event, and how many drafts it answers.
fn next(said: &Receiver<Event>) -> (Keeping, usize) {
    match said.recv().unwrap() {
        Event::Desk(_, DeskEvent::Keeping(keeping, answered)) => (keeping, answered),
        other => panic!("{other:?}"),
    }
}

fn in_the_way() -> Keeping {
    Keeping::Fails(KeepingFault::FileInTheWay)
}

#[test]
fn an_unwritable_folder_is_reported_at_the_start_and_its_repair_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (saver, said) = unwritable(folder.path());
    assert_eq!(next(&said), (in_the_way(), 0));
    saver.keep_and_tell(session("draft"));
    assert_eq!(next(&said), (in_the_way(), 1));
    std::fs::remove_file(folder.path().join("state")).unwrap();
    assert_eq!(next(&said), (Keeping::Works, 0));
    assert_eq!(drafts(&folder.path().join("state")), ["draft"]);
    close(saver).unwrap();
}

#[test]
fn only_a_session_that_asks_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let (events, said) = channel();
    let session_at = SessionAt::File(folder.path().join("session.toml"));
    let saver = SessionSaver::start(session_at, of_desk(events));
    for text in ["a", "ab"] {
        saver.keep(session(text));
    }
    saver.keep_and_tell(session("abc"));
    assert_eq!(next(&said), (Keeping::Works, 1));
    assert_eq!(drafts(folder.path()), ["abc"]);
    close(saver).unwrap();
    assert!(said.try_recv().is_err());
}

#[test]
fn without_a_folder_every_draft_gets_an_answer_and_the_end_an_error() {
    let (events, said) = channel();
    let fails = Keeping::Fails(KeepingFault::Other {
        why: "no home folder".to_owned(),
    });
    let saver = SessionSaver::start(
        SessionAt::Nowhere("no home folder".to_owned()),
        of_desk(events),
    );
    assert_eq!(next(&said), (fails.clone(), 0));
    saver.keep(session("draft"));
    saver.keep_and_tell(session("draft"));
    assert_eq!(next(&said), (fails, 1));
    let error = close(saver).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
}

#[test]
fn usual_reasons_have_words_of_their_own() {
    for (kind, expected) in [
        (ErrorKind::StorageFull, KeepingFault::NoSpace),
        (ErrorKind::QuotaExceeded, KeepingFault::NoSpace),
        (ErrorKind::PermissionDenied, KeepingFault::Unwritable),
        (ErrorKind::ReadOnlyFilesystem, KeepingFault::Unwritable),
    ] {
        assert_eq!(reason(&kind.into()), expected);
    }
}
