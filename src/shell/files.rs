//! File work: the jobs, and the threads that do them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

use super::file_worker::FileWorker;
use super::keeper::Keeper;
use super::memory::{InMemory, MemoryWorker};
use super::wait::{NO_ANSWER, Wait};
use crate::app::Event;
use crate::model::{NoteId, Record, Session};
use crate::store::NotesFolder;

/// Something to be done with a file.
#[derive(Debug)]
pub enum Job {
    /// Save a revision.
    Save(Record),
    /// Read all revisions of a note.
    History(NoteId),
    /// Keep the session.
    Keep(Session),
    /// Keep the session, and say whether it was kept.
    KeepDraft(Session),
    /// Write a report beside the briefing, under a name that ends so.
    Write(String, Vec<u8>),
    /// Drop the sender: whoever waits for it knows that all jobs before this one are done.
    Reached(Sender<()>),
    /// Finish.
    Stop,
}

/// Which files the program works with.
pub struct Files {
    /// The briefing.
    pub briefing: PathBuf,
    /// Finds out where notes go: called in the thread, when the first frame has what it needs.
    pub notes: Box<dyn FnOnce() -> NotesFolder + Send>,
    /// Where the session is kept.
    pub session: SessionAt,
}

/// Where the session, and with it each draft, is kept.
#[derive(Clone, Debug)]
pub enum SessionAt {
    /// In a file.
    File(PathBuf),
    /// Nowhere, although it should be, for that reason in words.
    Nowhere(String),
    /// Nowhere on purpose.
    Off,
}

impl SessionAt {
    /// The file, if there is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(file) => Some(file),
            Self::Nowhere(_) | Self::Off => None,
        }
    }
}

/// The threads that work with files.
pub struct FileThread {
    jobs: Sender<Job>,
    finished: Receiver<()>,
    keeper: Keeper,
}

impl FileThread {
    /// Starts the threads: one reads briefing and notes, and then does what it is told; others keep
    /// the session. When one fails, the program is told to end: it must not look as if it could
    /// still save.
    pub fn open(files: Files, events: Sender<Event>) -> Self {
        let (jobs, inbox) = channel();
        let (done, finished) = channel();
        let Files {
            briefing,
            notes,
            session,
        } = files;
        let keeper = Keeper::start(session, events.clone());
        thread::spawn(move || {
            let alarm = Alarm(events.clone());
            FileWorker::new(briefing, notes, events).work(&inbox);
            done.send(()).ok();
            drop(alarm);
        });
        Self {
            jobs,
            finished,
            keeper,
        }
    }

    /// Starts a thread that reads the same files and writes none: notes stay in memory, and each is
    /// answered as not saved.
    pub fn in_memory(files: InMemory, events: Sender<Event>) -> Self {
        let (jobs, inbox) = channel();
        let (done, finished) = channel();
        let keeper = Keeper::start(SessionAt::Off, events.clone());
        thread::spawn(move || {
            let alarm = Alarm(events.clone());
            MemoryWorker::new(files, events).work(&inbox);
            done.send(()).ok();
            drop(alarm);
        });
        Self {
            jobs,
            finished,
            keeper,
        }
    }

    /// Hands a job over; never waits.
    pub fn give(&self, job: Job) {
        match job {
            Job::Keep(session) => self.keeper.keep(session),
            Job::KeepDraft(session) => self.keeper.keep_and_tell(session),
            // The thread ends only when it is told to or has failed; the latter the loop learns
            // from its channel, and whoever closes it from the outcome.
            job => drop(self.jobs.send(job)),
        }
    }

    /// Waits until the session is kept, so that what is seen outlives the program; for some
    /// milliseconds at most.
    pub fn wait_for_session(&self) {
        self.keeper.wait();
    }

    /// Waits until all jobs are done, but not for ever; only a moment once there is hurry. What is
    /// not saved by then is in the session, which has to be written and need not be on the disk.
    ///
    /// # Errors
    /// When the session could not be kept, or the disk does not answer.
    pub fn close(self, hurries: impl FnMut() -> bool) -> io::Result<()> {
        self.give(Job::Stop);
        let mut wait = Wait::new(hurries);
        let kept = self.keeper.close(&mut wait);
        match wait.wait_for(&self.finished) {
            Ok(()) => kept,
            Err(RecvTimeoutError::Timeout) if wait.is_hurried() => kept,
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other(NO_ANSWER)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Author;

    #[test]
    fn an_author_hears_of_another_name_in_the_file_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let briefing = folder.path().join("paper.toml");
        let header = "[notes]\nauthor = 'jose'\nname = 'José'\n";
        let file = std::fs::File::create(folder.path().join("paper.notes.jose.toml"));
        std::io::Write::write_all(&mut file.unwrap(), header.as_bytes()).unwrap();
        let jose = Author::from_folded("jose");
        let notes = NotesFolder::new(&briefing, jose, "7f3a".to_owned()).named("Jose");
        let (sender, events) = channel();
        let files = Files {
            briefing,
            notes: Box::new(move || notes),
            session: SessionAt::Off,
        };
        let thread = FileThread::open(files, sender);
        thread.close(|| false).unwrap();
        let mut told = events.iter().filter_map(|event| {
            let Event::Notice(told) = event else {
                return None;
            };
            Some(told)
        });
        let told = told.next().unwrap();
        assert!(told.starts_with("notes of \"José\" are also in paper.notes.jose.toml;"));
    }
}
