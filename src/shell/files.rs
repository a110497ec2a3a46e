//! File work: loading, watching, saving, in a thread of its own.
//!
//! Files are watched by looking at them once a second: that works on every file system and over
//! every mount, and costs nothing that can be measured.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::app::{Event, Reading};
use crate::model::{Draft, Record, Session};
use crate::store::{self, Fingerprint, NotesFolder, load_session};

/// How often files are looked at, and refused notes tried again.
const INTERVAL: Duration = Duration::from_secs(1);

/// So long the end of the program waits for the disk: an overloaded one takes seconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to be done with a file.
#[derive(Debug)]
pub enum Job {
    /// Save a revision.
    Save(Record),
    /// Keep the session.
    Keep(Session),
    /// Finish.
    Stop,
}

/// Which files the program works with.
pub struct Files {
    /// The briefing.
    pub briefing: PathBuf,
    /// Finds out where notes go: called in the thread, when the first frame has what it needs.
    pub notes: Box<dyn FnOnce() -> NotesFolder + Send>,
    /// Where the session is kept; `None` keeps none.
    pub session: Option<PathBuf>,
}

/// The thread that works with files.
pub struct FileThread {
    jobs: Sender<Job>,
    finished: Receiver<io::Result<()>>,
}

impl FileThread {
    /// Starts the thread: it reads briefing and notes, and then does what it is told. When it
    /// fails, the program is told to end: it must not look as if it could still save.
    pub fn open(files: Files, events: Sender<Event>) -> Self {
        let (jobs, inbox) = channel();
        let (done, finished) = channel();
        thread::spawn(move || {
            let alarm = Alarm(events.clone());
            let kept = FileWorker::new(files, events).work(&inbox);
            drop(done.send(kept));
            drop(alarm);
        });
        Self { jobs, finished }
    }

    /// Hands a job over; never waits.
    pub fn give(&self, job: Job) {
        // The thread ends only when it is told to or has failed; the latter the loop learns from
        // its channel, and whoever closes it from the outcome.
        drop(self.jobs.send(job));
    }

    /// Waits until all jobs are done, but not for ever.
    ///
    /// # Errors
    /// When the session could not be kept, or the disk does not answer.
    pub fn close(self) -> io::Result<()> {
        self.give(Job::Stop);
        match self.finished.recv_timeout(PATIENCE) {
            Ok(kept) => kept,
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other("the disk does not answer")),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("saving has failed")),
        }
    }
}

/// Tells the loop when the thread fails.
pub(super) struct Alarm(pub(super) Sender<Event>);

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            drop(self.0.send(Event::Ended));
        }
    }
}

struct FileWorker {
    briefing: PathBuf,
    notes: NotesFolder,
    session: Option<PathBuf>,
    events: Sender<Event>,
    refused: Vec<Record>,
    briefing_seen: Option<(SystemTime, u64)>,
    notes_seen: Fingerprint,
    /// The drafts of the session that are ours: read at the start, or kept by us.
    drafts: Vec<Draft>,
    /// Whether the last session was kept.
    kept: io::Result<()>,
}

impl FileWorker {
    fn new(files: Files, events: Sender<Event>) -> Self {
        let Files {
            briefing,
            notes,
            session,
        } = files;
        let drafts = session
            .as_deref()
            .map(load_session)
            .unwrap_or_default()
            .drafts;
        let briefing_seen = stamp(&briefing);
        let notes_seen = store::fingerprint(&briefing);
        read_briefing(&briefing, &events);
        read_notes(&briefing, &events);
        let (notes, refused, kept) = (notes(), Vec::new(), Ok(()));
        Self {
            briefing,
            notes,
            session,
            events,
            refused,
            briefing_seen,
            notes_seen,
            drafts,
            kept,
        }
    }

    fn work(mut self, inbox: &Receiver<Job>) -> io::Result<()> {
        loop {
            match inbox.recv_timeout(INTERVAL) {
                Ok(Job::Save(record)) => self.save(record),
                Ok(Job::Keep(session)) => self.keep(session),
                Ok(Job::Stop) | Err(RecvTimeoutError::Disconnected) => return self.kept,
                Err(RecvTimeoutError::Timeout) => self.look(),
            }
        }
    }

    /// Tells the loop; when it is gone there is nobody to tell.
    fn tell(&self, event: Event) {
        drop(self.events.send(event));
    }

    fn look(&mut self) {
        for record in std::mem::take(&mut self.refused) {
            self.save(record);
        }
        let stamp = stamp(&self.briefing);
        if stamp != self.briefing_seen {
            self.briefing_seen = stamp;
            read_briefing(&self.briefing, &self.events);
        }
        let notes = store::fingerprint(&self.briefing);
        if notes != self.notes_seen {
            self.notes_seen = notes;
            read_notes(&self.briefing, &self.events);
        }
    }

    fn save(&mut self, record: Record) {
        // Revisions of a record stay in order: behind a refused one, the next waits as well.
        let id = record.id().clone();
        if self.refused.iter().any(|refused| *refused.id() == id) {
            return self.refused.push(record);
        }
        let record = record.by(self.notes.author());
        let unchanged = store::fingerprint(&self.briefing) == self.notes_seen;
        match self.notes.append(&record) {
            Ok(()) => self.tell(Event::Saved(record)),
            Err(error) => {
                self.tell(Event::NotSaved(id, error.to_string()));
                self.refused.push(record);
            }
        }
        // Our own change is no news; what somebody else changed meanwhile still is.
        if unchanged {
            self.notes_seen = store::fingerprint(&self.briefing);
        }
    }

    /// Keeps the session. Drafts that another program has put there meanwhile stay.
    fn keep(&mut self, mut session: Session) {
        let Some(file) = &self.session else { return };
        let others = load_session(file).drafts.into_iter();
        let others: Vec<_> = others
            .filter(|draft| !self.drafts.contains(draft))
            .collect();
        self.drafts.clone_from(&session.drafts);
        session.drafts.splice(0..0, others);
        self.kept = store::save_session(file, &session);
    }
}

fn read_briefing(file: &Path, events: &Sender<Event>) {
    let loaded = store::load_briefing(file);
    let problems = loaded
        .problems
        .map(|problems| problems.text)
        .unwrap_or_default();
    let reading = Reading {
        briefing: loaded.briefing,
        problems,
    };
    drop(events.send(Event::Briefing(Box::new(reading))));
}

fn read_notes(briefing: &Path, events: &Sender<Event>) {
    let gathered = store::read_notes(briefing);
    let damage = gathered.damage.iter().map(ToString::to_string).collect();
    drop(events.send(Event::Notes(gathered.notes, damage)));
}

/// What changes when a file is written.
fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Author;

    /// A thread that has read what is read at the start.
    fn thread_in(folder: &Path) -> FileThread {
        let briefing = folder.join("briefing.toml");
        let notes = NotesFolder::new(&briefing, Author::default(), "7f3a".to_owned());
        let session = Some(folder.join("session.toml"));
        let (sender, events) = channel();
        let files = Files {
            briefing,
            notes: Box::new(|| notes),
            session,
        };
        let thread = FileThread::open(files, sender);
        assert!(matches!(events.recv(), Ok(Event::Briefing(_))));
        thread
    }

    fn session(text: &str) -> Session {
        let draft = Draft {
            edits: None,
            anchor: None,
            text: text.to_owned(),
            cursor: 0,
        };
        Session {
            drafts: vec![draft],
            ..Session::default()
        }
    }

    fn drafts(folder: &Path) -> Vec<String> {
        let drafts = load_session(&folder.join("session.toml"))
            .drafts
            .into_iter();
        drafts.map(|draft| draft.text).collect()
    }

    #[test]
    fn two_programs_keep_their_drafts_both() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = [thread_in(folder.path()), thread_in(folder.path())];
        first.give(Job::Keep(session("first")));
        first.close().unwrap();
        second.give(Job::Keep(session("second")));
        second.give(Job::Keep(session("second, edited")));
        second.close().unwrap();
        assert_eq!(drafts(folder.path()), ["first", "second, edited"]);
    }

    #[test]
    fn a_session_that_cannot_be_kept_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let thread = thread_in(folder.path());
        std::fs::create_dir(folder.path().join("session.toml")).unwrap();
        thread.give(Job::Keep(session("lost")));
        assert!(thread.close().is_err());
    }
}
