//! Saves the session, with the draft that is being typed: one thread writes, another syncs.
//!
//! Rules, in order: typed text survives the end of the program before it is on the screen, and a
//! power loss a moment later; a draft is called kept only when it is in a file; a slow disk never
//! delays the write of the next keystroke; the newest session wins, and of two programs on one
//! briefing each writes only what it changed.

use std::cell::{Cell, RefCell};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::alarm::Alarm;
use super::desk_sender::DeskSender;
use super::wait::{NO_ANSWER, Wait};
use crate::app::{DeskEvent, Keeping};
use crate::messages::KeepingFault;
use crate::model::Session;
use crate::store::{Kept, keep_session, load_session, sync_session};

/// How long a written session waits for newer ones before the sync: fast typing is ten keys a
/// second.
const GATHERING: Duration = Duration::from_millis(50);

/// How long a frame waits until its content is written. That usually takes a tenth of a
/// millisecond; the limit is too short to see, since a frame lasts 16 ms.
const BEFORE_FRAME: Duration = Duration::from_millis(5);

/// The interval at which a session that could not be written is tried again.
const RETRY: Duration = Duration::from_secs(1);

/// The place where the session, with all drafts, is kept.
#[derive(Clone, Debug)]
pub enum SessionAt {
    /// In a file.
    File(PathBuf),
    /// Nowhere, although it should be; the text is the reason.
    Nowhere(String),
    /// Nowhere on purpose.
    Off,
}

impl SessionAt {
    /// Returns the file, if there is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(file) => Some(file),
            Self::Nowhere(_) | Self::Off => None,
        }
    }
}

/// The threads that save the session.
pub(super) struct SessionSaver {
    sessions: Sender<SaveRequest>,
    events: DeskSender,
    /// The reason why the session is never kept; `None` if it can be, or need not be.
    nowhere: Option<String>,
    /// How many sessions were handed over and are not written yet.
    waiting: Cell<usize>,
    /// The answers of the writing thread: how many sessions each covers, and whether it worked.
    written: Receiver<(usize, Keeping)>,
    /// The last of these answers.
    keeping: RefCell<Keeping>,
    finished: Receiver<io::Result<()>>,
}

/// A session to be written.
struct SaveRequest {
    session: Session,
    /// Whether the loop waits for an answer.
    tells: bool,
}

/// The outcome of one write: the newest of several waiting sessions was written, or not.
struct WriteOutcome {
    kept: Kept,
    outcome: io::Result<()>,
    /// How many sessions this outcome covers.
    count: usize,
    /// How many of them the loop waits for.
    told: usize,
}

impl SessionSaver {
    /// Starts the threads. [`DeskEvent::Keeping`] is sent at once, and whenever saving starts or
    /// stops working.
    pub(super) fn start(session: SessionAt, events: DeskSender) -> Self {
        let (sessions, inbox) = channel();
        let (done, finished) = channel();
        let (tell, written) = channel();
        let mut saver = Self {
            sessions,
            events: events.clone(),
            nowhere: None,
            waiting: Cell::new(0),
            written,
            keeping: RefCell::default(),
            finished,
        };
        let file = match session {
            SessionAt::File(file) => file,
            SessionAt::Nowhere(reason) => {
                events.send(DeskEvent::Keeping(
                    Keeping::Fails(KeepingFault::Other {
                        why: reason.clone(),
                    }),
                    0,
                ));
                saver.nowhere = Some(reason);
                return saver;
            }
            SessionAt::Off => {
                events.send(DeskEvent::Keeping(Keeping::Off, 0));
                drop(done.send(Ok(())));
                return saver;
            }
        };
        let (pass, unsynced) = channel();
        let alarms = [Alarm(events.events()), Alarm(events.events())];
        let [write_alarm, sync_alarm] = alarms;
        let target = file.clone();
        // Loaded first: what another program writes from now on is not ours.
        let ours = load_session(&file);
        thread::spawn(move || {
            let synced = sync_all(&target, &unsynced);
            drop(done.send(synced));
            drop(sync_alarm);
        });
        thread::spawn(move || {
            let mut known = Keeping::Works;
            write_all(&file, ours, &inbox, |written| {
                let keeping = keeping(&written.outcome);
                let WriteOutcome { count, told, .. } = written;
                if keeping != known || told > 0 {
                    known = keeping.clone();
                    events.send(DeskEvent::Keeping(keeping.clone(), told));
                }
                // The syncing thread lives as long as this one.
                drop(pass.send((written.kept, written.outcome)));
                tell.send((count, keeping)).ok();
            });
            drop(write_alarm);
        });
        saver
    }

    /// Hands over a session without waiting.
    pub(super) fn keep(&self, session: Session) {
        self.give(session, false);
    }

    /// Hands over a session; an event then tells whether it was kept.
    pub(super) fn keep_and_tell(&self, session: Session) {
        self.give(session, true);
    }

    fn give(&self, session: Session, tells: bool) {
        // Without a file there is no thread.
        if self.sessions.send(SaveRequest { session, tells }).is_ok() {
            self.waiting.set(self.waiting.get() + 1);
        } else if let Some(reason) = self.nowhere.clone().filter(|_| tells) {
            let keeping =
                DeskEvent::Keeping(Keeping::Fails(KeepingFault::Other { why: reason }), 1);
            self.events.send(keeping);
        }
    }

    /// Waits until everything handed over is written, for at most `BEFORE_FRAME`.
    pub(super) fn wait(&self) {
        let end = Instant::now() + BEFORE_FRAME;
        while self.waiting.get() > 0 {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(written) = self.written.recv_timeout(left) else {
                return;
            };
            self.note(written);
        }
    }

    fn note(&self, (count, keeping): (usize, Keeping)) {
        self.waiting.set(self.waiting.get().saturating_sub(count));
        self.keeping.replace(keeping);
    }

    /// Waits until the last session is synced, or only until it is written if the wait has to
    /// hurry.
    ///
    /// # Errors
    /// When it could not be kept, or the disk does not answer; of the kind `Unsupported` when
    /// sessions are never kept.
    pub(super) fn close(mut self, wait: &mut Wait<impl FnMut() -> bool>) -> io::Result<()> {
        if let Some(reason) = self.nowhere {
            return Err(io::Error::new(ErrorKind::Unsupported, reason));
        }
        // The threads end when this sender is dropped.
        self.sessions = channel().0;
        match wait.wait_for(&self.finished) {
            Ok(kept) => kept,
            Err(RecvTimeoutError::Timeout) if wait.is_hurried() => self.is_written(),
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other(NO_ANSWER)),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("keeping has failed")),
        }
    }

    /// Returns an error unless everything handed over is written.
    fn is_written(&self) -> io::Result<()> {
        self.written.try_iter().for_each(|one| self.note(one));
        match &*self.keeping.borrow() {
            Keeping::Fails(reason) => Err(io::Error::other(reason.to_string())),
            _ if self.waiting.get() > 0 => Err(io::Error::other(NO_ANSWER)),
            Keeping::Works | Keeping::Off => Ok(()),
        }
    }
}

fn keeping(outcome: &io::Result<()>) -> Keeping {
    outcome
        .as_ref()
        .map_or_else(|error| Keeping::Fails(reason(error)), |()| Keeping::Works)
}

/// Returns the reason why the session cannot be written.
fn reason(error: &io::Error) -> KeepingFault {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => KeepingFault::NoSpace,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => KeepingFault::Unwritable,
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => KeepingFault::FileInTheWay,
        _ => KeepingFault::Other {
            why: error.to_string(),
        },
    }
}

/// Writes the sessions from the inbox, only the newest if several wait, and reports each write.
/// Starts by writing `ours` as it was loaded, to learn whether that works. A write that fails is
/// tried again every second.
fn write_all(
    file: &Path,
    mut ours: Session,
    inbox: &Receiver<SaveRequest>,
    mut tell: impl FnMut(WriteOutcome),
) {
    let (mut session, mut count, mut told) = (ours.clone(), 0, 0);
    loop {
        let (kept, outcome) = keep_session(file, |theirs| match theirs {
            Some(theirs) => session.clone().merged(&ours, theirs),
            // The file was deleted.
            None => session.clone(),
        });
        let is_written = outcome.is_ok();
        // A session that could not be written stays to be merged.
        if is_written {
            ours.clone_from(&session);
        }
        tell(WriteOutcome {
            kept,
            outcome,
            count,
            told,
        });
        (count, told) = (0, 0);
        let first = if is_written {
            inbox.recv().map_err(RecvTimeoutError::from)
        } else {
            inbox.recv_timeout(RETRY)
        };
        let first = match first {
            Ok(request) => request,
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        for request in [first].into_iter().chain(inbox.try_iter()) {
            session = request.session;
            count += 1;
            told += usize::from(request.tells);
        }
    }
}

/// Syncs the written sessions, only the newest if several wait; returns the outcome of the last
/// sync.
fn sync_all(file: &Path, unsynced: &Receiver<(Kept, io::Result<()>)>) -> io::Result<()> {
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
mod tests;
