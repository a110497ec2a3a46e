//! File work: the jobs, and the threads that do them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

use super::file_worker::FileWorker;
use super::memory::{InMemory, MemoryWorker};
use super::session_saver::SessionSaver;
use super::wait::{NO_ANSWER, Wait};
use crate::app::Event;
use crate::model::{NoteId, Record, Session};
use crate::store::NotesFolder;

/// A task for the file threads.
#[derive(Debug)]
pub enum Job {
    /// Save a revision.
    Save(Record),
    /// Read all revisions of a note.
    History(NoteId),
    /// Keep the session.
    Keep(Session),
    /// Keep the session, and answer whether it was kept.
    KeepDraft(Session),
    /// Write a report beside the briefing; the text is the end of its file name.
    Write(String, Vec<u8>),
    /// Drop the sender, which tells the receiver that all earlier jobs are done.
    Reached(Sender<()>),
    /// Finish.
    Stop,
}

/// The files that the program works with.
pub struct Files {
    /// The briefing.
    pub briefing: PathBuf,
    /// Finds the notes folder. Called in the thread, after briefing and notes were read for the
    /// first frame.
    pub notes: Box<dyn FnOnce() -> NotesFolder + Send>,
    /// The place of the session.
    pub session: SessionAt,
}

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

/// The threads that work with files.
pub struct FileThread {
    jobs: Sender<Job>,
    finished: Receiver<()>,
    session_saver: SessionSaver,
}

impl FileThread {
    /// Starts the threads: one reads briefing and notes, then does jobs; two keep the session. If
    /// one panics, the program ends: it must not look as if it could still save.
    pub fn open(files: Files, events: Sender<Event>) -> Self {
        let (jobs, inbox) = channel();
        let (done, finished) = channel();
        let Files {
            briefing,
            notes,
            session,
        } = files;
        let session_saver = SessionSaver::start(session, events.clone());
        thread::spawn(move || {
            let alarm = Alarm(events.clone());
            FileWorker::new(briefing, notes, events).work(&inbox);
            done.send(()).ok();
            drop(alarm);
        });
        Self {
            jobs,
            finished,
            session_saver,
        }
    }

    /// Starts a thread that reads the same files and writes none: notes stay in memory, and each
    /// save is answered with "not saved".
    pub fn in_memory(files: InMemory, events: Sender<Event>) -> Self {
        let (jobs, inbox) = channel();
        let (done, finished) = channel();
        let session_saver = SessionSaver::start(SessionAt::Off, events.clone());
        thread::spawn(move || {
            let alarm = Alarm(events.clone());
            MemoryWorker::new(files, events).work(&inbox);
            done.send(()).ok();
            drop(alarm);
        });
        Self {
            jobs,
            finished,
            session_saver,
        }
    }

    /// Hands over a job without waiting.
    pub fn give(&self, job: Job) {
        match job {
            Job::Keep(session) => self.session_saver.keep(session),
            Job::KeepDraft(session) => self.session_saver.keep_and_tell(session),
            // Sending fails only if the thread panicked: then the alarm ends the loop, and `close`
            // returns an error.
            job => drop(self.jobs.send(job)),
        }
    }

    /// Waits some milliseconds at most until the session is written, so that what is on the screen
    /// survives the end of the program.
    pub fn wait_for_session(&self) {
        self.session_saver.wait();
    }

    /// Waits until all jobs are done: at most ten seconds, or 250 ms once `hurries` returns true.
    /// Notes not saved by then are in the session, which has to be written but not yet synced.
    ///
    /// # Errors
    /// When the session could not be kept, or the disk does not answer.
    pub fn close(self, hurries: impl FnMut() -> bool) -> io::Result<()> {
        self.give(Job::Stop);
        let mut wait = Wait::new(hurries);
        let kept = self.session_saver.close(&mut wait);
        match wait.wait_for(&self.finished) {
            Ok(()) => kept,
            Err(RecvTimeoutError::Timeout) if wait.is_hurried() => kept,
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other(NO_ANSWER)),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("saving has failed")),
        }
    }
}

/// A guard that ends the program when its thread panics.
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
