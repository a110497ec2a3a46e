//! File work: loading, watching, saving, in a thread of its own.
//!
//! Files are watched by looking at them once a second: that works on every file system and over
//! every mount, and costs nothing that can be measured.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use crate::app::{Event, Reading};
use crate::model::{Note, Session};
use crate::store::{self, Fingerprint, NotesFolder};

/// How often files are looked at, and refused notes tried again.
const INTERVAL: Duration = Duration::from_secs(1);

/// Something to be done with a file.
#[derive(Debug)]
pub enum Job {
    /// Save a revision.
    Save(Note),
    /// Keep the session.
    Keep(Session),
    /// Finish.
    Stop,
}

/// Which files the program works with.
pub struct Office {
    /// The briefing.
    pub briefing: PathBuf,
    /// Finds out where notes go: called in the thread, when the first frame has what it needs.
    pub notes: Box<dyn FnOnce() -> NotesFolder + Send>,
    /// Where the session is kept; `None` keeps none.
    pub session: Option<PathBuf>,
}

/// The thread that works with files.
pub struct Desk {
    jobs: Sender<Job>,
    thread: JoinHandle<()>,
}

impl Desk {
    /// Starts the thread: it reads briefing and notes, and then does what it is told.
    pub fn open(office: Office, events: Sender<Event>) -> Self {
        let (jobs, inbox) = channel();
        let thread = thread::spawn(move || Clerk::new(office, events).work(&inbox));
        Self { jobs, thread }
    }

    /// Hands a job over; never waits.
    pub fn give(&self, job: Job) {
        // The thread ends only when it is told to or has panicked; the loop learns of the latter
        // from its channel.
        drop(self.jobs.send(job));
    }

    /// Waits until all jobs are done.
    pub fn close(self) {
        self.give(Job::Stop);
        drop(self.thread.join());
    }
}

struct Clerk {
    briefing: PathBuf,
    notes: NotesFolder,
    session: Option<PathBuf>,
    events: Sender<Event>,
    refused: Vec<Note>,
    briefing_seen: Option<(SystemTime, u64)>,
    notes_seen: Fingerprint,
}

impl Clerk {
    fn new(office: Office, events: Sender<Event>) -> Self {
        let Office {
            briefing,
            notes,
            session,
        } = office;
        let briefing_seen = stamp(&briefing);
        let notes_seen = store::fingerprint(&briefing);
        read_briefing(&briefing, &events);
        read_notes(&briefing, &events);
        let (notes, refused) = (notes(), Vec::new());
        Self {
            briefing,
            notes,
            session,
            events,
            refused,
            briefing_seen,
            notes_seen,
        }
    }

    fn work(mut self, inbox: &Receiver<Job>) {
        loop {
            match inbox.recv_timeout(INTERVAL) {
                Ok(Job::Save(note)) => self.save(note),
                Ok(Job::Keep(session)) => self.keep(&session),
                Ok(Job::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => self.look(),
            }
        }
    }

    /// Tells the loop; when it is gone there is nobody to tell.
    fn tell(&self, event: Event) {
        drop(self.events.send(event));
    }

    fn look(&mut self) {
        for note in std::mem::take(&mut self.refused) {
            self.save(note);
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

    fn save(&mut self, mut note: Note) {
        // Revisions of a note stay in order: behind a refused one, the next waits as well.
        if self.refused.iter().any(|refused| refused.id == note.id) {
            return self.refused.push(note);
        }
        note.author = self.notes.author().clone();
        match self.notes.append(&note) {
            Ok(()) => self.tell(Event::Saved(note)),
            Err(error) => {
                self.tell(Event::NotSaved(note.id.clone(), error.to_string()));
                self.refused.push(note);
            }
        }
    }

    fn keep(&self, session: &Session) {
        if let Some(file) = &self.session {
            // A session that cannot be kept costs a position; there is nothing to undo, and
            // nobody to tell while the program ends.
            drop(store::save_session(file, session));
        }
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

impl Drop for Clerk {
    /// A program that cannot save any more must not look as if it could.
    fn drop(&mut self) {
        if thread::panicking() {
            self.tell(Event::Ended);
        }
    }
}

/// What changes when a file is written.
fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
