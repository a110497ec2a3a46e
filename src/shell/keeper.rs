//! Keeps the session, and with it what is being typed: one thread writes, another waits for the disk.
//!
//! Rules, in order: what was typed outlives this program before it is seen, and the machine a moment
//! later; a slow disk never keeps the next keystroke from being written; the newest session wins,
//! and of two programs on one briefing each writes what it has changed, and nothing else.

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::files::Alarm;
use crate::app::Event;
use crate::model::Session;
use crate::store::{Kept, keep_session, load_session, sync_session};

/// How long a keystroke waits for others to go to the disk with it: fast typing makes ten a second.
const GATHERING: Duration = Duration::from_millis(50);

/// How long a frame waits for what it shows to be written, which takes a tenth of a millisecond: a
/// person does not see it, and it is a part of the 16 ms that a frame may take.
const BEFORE_FRAME: Duration = Duration::from_millis(5);

/// The threads that keep the session.
pub(super) struct Keeper {
    sessions: Sender<Session>,
    /// How many were handed over and are not written.
    waiting: Cell<usize>,
    /// How many were written or could not be, each time.
    written: Receiver<usize>,
    finished: Receiver<io::Result<()>>,
}

impl Keeper {
    /// Starts the threads on a file; without one nothing is kept.
    pub(super) fn start(file: Option<PathBuf>, events: &Sender<Event>) -> Self {
        let (sessions, inbox) = channel::<Session>();
        let (done, finished) = channel();
        let (tell, written) = channel();
        let keeper = Self {
            sessions,
            waiting: Cell::new(0),
            written,
            finished,
        };
        let Some(file) = file else {
            drop(done.send(Ok(())));
            return keeper;
        };
        let (pass, unsynced) = channel();
        let alarms = [Alarm(events.clone()), Alarm(events.clone())];
        let [write_alarm, sync_alarm] = alarms;
        let target = file.clone();
        // Read before anything else happens: what another program keeps from now on is not ours.
        let ours = load_session(&file);
        thread::spawn(move || {
            let synced = sync_all(&target, &unsynced);
            drop(done.send(synced));
            drop(sync_alarm);
        });
        thread::spawn(move || {
            write_all(&file, ours, &inbox, |kept, count| {
                // The other thread goes on as long as this one.
                drop(pass.send(kept));
                tell.send(count).ok();
            });
            drop(write_alarm);
        });
        keeper
    }

    /// Hands a session over; never waits.
    pub(super) fn keep(&self, session: Session) {
        // Without a file nobody takes it.
        if self.sessions.send(session).is_ok() {
            self.waiting.set(self.waiting.get() + 1);
        }
    }

    /// Waits until all that was handed over is written, unless the disk is slow.
    pub(super) fn wait(&self) {
        let end = Instant::now() + BEFORE_FRAME;
        while self.waiting.get() > 0 {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(count) = self.written.recv_timeout(left) else {
                return;
            };
            self.waiting.set(self.waiting.get().saturating_sub(count));
        }
    }

    /// Waits until the last session is on the disk, but not beyond the end.
    ///
    /// # Errors
    /// When it could not be kept, or the disk does not answer.
    pub(super) fn close(self, end: Instant) -> io::Result<()> {
        drop(self.sessions);
        let left = end.saturating_duration_since(Instant::now());
        match self.finished.recv_timeout(left) {
            Ok(kept) => kept,
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other("the disk does not answer")),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("keeping has failed")),
        }
    }
}

/// Writes each session that comes, the newest of several that wait, and tells of it. `ours` was
/// taken over at the start, or kept by us.
fn write_all(
    file: &Path,
    mut ours: Session,
    inbox: &Receiver<Session>,
    tell: impl Fn(Written, usize),
) {
    while let Ok(mut session) = inbox.recv() {
        let mut count = 1;
        for newer in inbox.try_iter() {
            session = newer;
            count += 1;
        }
        let kept = keep_session(file, |theirs| match theirs {
            Some(theirs) => session.clone().merged(&ours, theirs),
            // Somebody has thrown it away.
            None => session.clone(),
        });
        // What could not be written is still to be written.
        if kept.1.is_ok() {
            ours = session;
        }
        tell(kept, count);
    }
}

/// A session that was written, or could not be.
type Written = (Kept, io::Result<()>);

/// Puts each session that was written on the disk, the newest of several; says what became of the
/// last one.
fn sync_all(file: &Path, unsynced: &Receiver<Written>) -> io::Result<()> {
    let mut outcome = Ok(());
    while let Ok(first) = unsynced.recv() {
        let end = Instant::now() + GATHERING;
        let mut newest = first;
        let left = || end.saturating_duration_since(Instant::now());
        while let Ok(newer) = unsynced.recv_timeout(left()) {
            newest = newer;
        }
        let (kept, written) = newest;
        outcome = sync_session(file, &kept).and(written);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Draft, EntryId, Floor, Speaker};

    fn keeper(folder: &Path) -> Keeper {
        let (events, _) = channel();
        let keeper = Keeper::start(Some(folder.join("session.toml")), &events);
        keeper.keep(Session::default());
        keeper
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

    fn close(keeper: Keeper) -> io::Result<()> {
        keeper.close(Instant::now() + Duration::from_secs(10))
    }

    #[test]
    fn two_programs_keep_their_drafts_both() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = [keeper(folder.path()), keeper(folder.path())];
        first.keep(session("first"));
        close(first).unwrap();
        second.keep(session("second"));
        second.keep(session("second, edited"));
        close(second).unwrap();
        assert_eq!(drafts(folder.path()), ["first", "second, edited"]);
    }

    /// What one has done since its start, the other does not know, and neither takes it back.
    #[test]
    fn two_programs_keep_what_they_have_changed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = [keeper(folder.path()), keeper(folder.path())];
        let asked = |name: &str, limit| Floor {
            queue: vec![Speaker(name.to_owned())],
            limit,
            ..Floor::default()
        };
        first.keep(Session {
            floor: asked("ML", 60),
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
        assert_eq!((kept.floor.limit, kept.question), (60, EntryId::new("q1")));
        assert_eq!(drafts(folder.path()), ["first"]);
    }

    #[test]
    fn a_session_that_was_thrown_away_is_kept_again() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = keeper(folder.path());
        keeper.keep(session("draft"));
        keeper.wait();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            drop(std::fs::remove_file(file.unwrap().path()));
        }
        keeper.keep(session("draft"));
        close(keeper).unwrap();
        assert_eq!(drafts(folder.path()), ["draft"]);
    }

    #[test]
    fn a_session_that_cannot_be_kept_is_said() {
        // A folder in the place of the file is no place for it.
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("session.toml")).unwrap();
        let keeper = self::keeper(folder.path());
        assert!(close(keeper).is_err());
    }

    /// The second thread alone waits for the disk: what it is not asked for is there already.
    #[test]
    fn what_is_typed_outlives_the_program_before_the_disk_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("session.toml");
        let (sessions, inbox) = channel();
        let (pass, unsynced) = channel();
        for text in ["a", "ab", "abc"] {
            sessions.send(session(text)).unwrap();
        }
        drop(sessions);
        write_all(&file, Session::default(), &inbox, |kept, _| {
            pass.send(kept).unwrap();
        });
        assert_eq!(drafts(folder.path()), ["abc"]);
        assert!(!file.exists());
        drop(pass);
        sync_all(&file, &unsynced).unwrap();
        assert!(file.exists());
    }
}
