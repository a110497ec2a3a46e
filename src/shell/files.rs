//! The threads that work with files, and what they are asked.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

use super::alarm::Alarm;
use super::desk_sender::DeskSender;
use super::file_worker::{FileMessage, FileWorker};
use super::memory::{InMemory, MemoryWorker};
use super::session_saver::{SessionAt, SessionSaver};
use super::wait::{NO_ANSWER, Wait};
use crate::app::FileRequest;
use crate::model::Session;
use crate::store::NotesFolder;

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

/// The threads that work with files.
pub struct FileThread {
    messages: Sender<FileMessage>,
    finished: Receiver<()>,
    session_saver: SessionSaver,
}

impl FileThread {
    /// Starts the threads: one reads briefing and notes, then does what it is asked; two keep the
    /// session. If one panics, the program ends: it must not look as if it could still save.
    pub fn open(files: Files, events: DeskSender) -> Self {
        let (messages, inbox) = channel();
        let (done, finished) = channel();
        let Files {
            briefing,
            notes,
            session,
        } = files;
        let session_saver = SessionSaver::start(session, events.clone());
        thread::spawn(move || {
            let alarm = Alarm(events.events());
            FileWorker::new(briefing, notes, events).work(&inbox);
            done.send(()).ok();
            drop(alarm);
        });
        Self {
            messages,
            finished,
            session_saver,
        }
    }

    /// Starts a thread that reads briefing and notes and writes nothing: notes stay in memory, and
    /// each save is answered with "not saved".
    pub fn in_memory(files: InMemory, events: DeskSender) -> Self {
        let (messages, inbox) = channel();
        let (done, finished) = channel();
        let session_saver = SessionSaver::start(SessionAt::Off, events.clone());
        thread::spawn(move || {
            let alarm = Alarm(events.events());
            MemoryWorker::new(files, events).work(&inbox);
            done.send(()).ok();
            drop(alarm);
        });
        Self {
            messages,
            finished,
            session_saver,
        }
    }

    /// Hands over a request without waiting.
    pub fn give(&self, request: FileRequest) {
        // Sending fails only if the thread panicked: then the alarm ends the loop, and `close`
        // returns an error.
        drop(self.messages.send(FileMessage::Request(request)));
    }

    /// Hands over the session to be kept, without waiting.
    pub fn keep(&self, session: Session) {
        self.session_saver.keep(session);
    }

    /// Hands over the session to be kept; [`DeskEvent::Keeping`](crate::app::DeskEvent::Keeping)
    /// tells whether it was.
    pub fn keep_and_tell(&self, session: Session) {
        self.session_saver.keep_and_tell(session);
    }

    /// Waits until all requests so far are done, however long that takes.
    pub fn wait_for_requests(&self) {
        let (reached, wait) = channel();
        drop(self.messages.send(FileMessage::Reached(reached)));
        // The thread drops the sender when it gets there, or when it ends.
        wait.recv().ok();
    }

    /// Waits until the session is written, for a few milliseconds at most, so that what is on the
    /// screen survives the end of the program.
    pub fn wait_for_session(&self) {
        self.session_saver.wait();
    }

    /// Waits until everything is done: at most ten seconds, or 250 ms once `hurries` returns true.
    /// Notes not saved by then are in the session, which must be written but need not be synced.
    ///
    /// # Errors
    /// When the session could not be kept, or the disk does not answer.
    pub fn close(self, hurries: impl FnMut() -> bool) -> io::Result<()> {
        let Self {
            messages,
            finished,
            session_saver,
        } = self;
        // The thread does what it has been asked, and ends.
        drop(messages);
        let mut wait = Wait::new(hurries);
        let kept = session_saver.close(&mut wait);
        match wait.wait_for(&finished) {
            Ok(()) => kept,
            Err(RecvTimeoutError::Timeout) if wait.is_hurried() => kept,
            Err(RecvTimeoutError::Timeout) => Err(io::Error::other(NO_ANSWER)),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("saving has failed")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{DeskEvent, DeskId, Event, ReportFile};
    use crate::model::Author;
    use crate::report::{Commitment, Format, Options, Report};

    /// Starts the threads on a briefing that does not exist, without a session.
    fn start(briefing: PathBuf, notes: NotesFolder) -> (FileThread, Receiver<Event>) {
        let (sender, events) = channel();
        let of_desk = DeskSender::new(DeskId::default(), sender);
        let files = Files {
            briefing,
            notes: Box::new(move || notes),
            session: SessionAt::Off,
        };
        (FileThread::open(files, of_desk), events)
    }

    #[test]
    fn a_report_is_rendered_and_written_by_the_thread() {
        let folder = tempfile::tempdir().unwrap();
        let briefing = folder.path().join("paper.toml");
        let notes = NotesFolder::new(&briefing, Author::default(), "7f3a".to_owned());
        let (thread, events) = start(briefing, notes);
        let commitment = Commitment {
            what: "Opens a landing stage".to_owned(),
            ..Commitment::default()
        };
        let report = Report {
            commitments: vec![commitment],
            ..Report::default()
        };
        let options = Options::default();
        for format in Format::ALL {
            thread.give(FileRequest::Write(Box::new(ReportFile {
                suffix: format!("report-{}", format.name()),
                report: report.clone(),
                options,
                format,
            })));
        }
        thread.close(|| false).unwrap();
        let told = events.iter().filter_map(|event| match event {
            Event::Desk(_, DeskEvent::Written(told)) => Some(told),
            _ => None,
        });
        assert_eq!(told.count(), Format::ALL.len());
        for format in Format::ALL {
            let name = format!("paper.report-{}", format.name());
            let written = std::fs::read(folder.path().join(name)).unwrap();
            assert_eq!(written, report.written(options, format).unwrap());
        }
    }

    #[test]
    fn an_author_hears_of_another_name_in_the_file_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let briefing = folder.path().join("paper.toml");
        let header = "[notes]\nauthor = 'jose'\nname = 'José'\n";
        let file = std::fs::File::create(folder.path().join("paper.notes.jose.toml"));
        std::io::Write::write_all(&mut file.unwrap(), header.as_bytes()).unwrap();
        let jose = Author::from_folded("jose");
        let notes = NotesFolder::new(&briefing, jose, "7f3a".to_owned()).named("Jose");
        let (thread, events) = start(briefing, notes);
        thread.close(|| false).unwrap();
        let mut told = events.iter().filter_map(|event| {
            let Event::Desk(_, DeskEvent::Notice(told)) = event else {
                return None;
            };
            Some(told)
        });
        let told = told.next().unwrap();
        assert!(told.starts_with("notes of \"José\" are also in paper.notes.jose.toml;"));
    }
}
