//! The thread that reads and writes files: does what it is asked, and checks once a second what has
//! changed.
//!
//! Changes are found by polling, which works on every file system and mount and costs too little to
//! measure.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use super::desk_sender::DeskSender;
use crate::app::{DeskEvent, FileRequest, Reading, ReportFile, SaveRefusal};
use crate::messages::ReportMessage;
use crate::model::Record;
use crate::store::{self, Damage, Fingerprint, Gathered, NotSaved, NotesFolder, OnlyHere};
use crate::text::clean_line;

/// The interval at which files are checked and refused notes are tried again.
const INTERVAL: Duration = Duration::from_secs(1);

/// A message to the thread. It ends when the sender is gone.
pub(super) enum FileMessage {
    /// Do this.
    Request(FileRequest),
    /// Drop the sender, which tells the receiver that all earlier requests are done.
    Reached(Sender<()>),
}

/// The thread's state.
pub(super) struct FileWorker {
    briefing: PathBuf,
    notes: NotesFolder,
    events: DeskSender,
    refused: Vec<Refused>,
    /// Records that are in the journal but could not be copied beside the briefing.
    only_here: Option<OnlyHere>,
    briefing_seen: Option<(SystemTime, u64)>,
    notes_seen: Fingerprint,
    /// Notices already sent: each is sent once.
    told: BTreeSet<String>,
}

/// A revision that could not be saved beside the briefing.
struct Refused {
    record: Record,
    on_this_machine: bool,
}

impl FileWorker {
    /// Reads briefing and notes, and sends them to the loop.
    pub(super) fn new(
        briefing: PathBuf,
        notes: Box<dyn FnOnce() -> NotesFolder + Send>,
        events: DeskSender,
    ) -> Self {
        let briefing_seen = stamp(&briefing);
        let notes_seen = store::fingerprint(&briefing);
        read_briefing(&briefing, &events);
        // Before the journal is read: the first frame waits for the notes.
        let first = store::read_notes(&briefing);
        let notices = first.notices.clone();
        tell_notes(first, None, &events);
        let mut worker = Self {
            briefing,
            notes: notes(),
            events,
            refused: Vec::new(),
            only_here: None,
            briefing_seen,
            notes_seen,
            told: BTreeSet::new(),
        };
        if worker.reconcile() || worker.notes.has_strangers() {
            worker.read_notes();
        } else {
            worker.notices(&notices);
        }
        let author = worker.notes.author().clone();
        worker.tell(DeskEvent::Author(author));
        if let Some(namesake) = worker.notes.namesake() {
            worker.notice(clean_line(&namesake).into_owned());
        }
        worker
    }

    /// Renders a report, writes it beside the briefing, and sends its name to the loop.
    fn write(&self, file: &ReportFile) {
        let stem = self.briefing.file_stem().unwrap_or_default();
        let name = format!("{}.{}", stem.to_string_lossy(), file.suffix);
        let path = self.briefing.with_file_name(name);
        let clean = |text: &dyn fmt::Display| clean_line(&text.to_string()).into_owned();
        let said = match file.report.written(file.options, file.format) {
            Ok(bytes) => match store::write_beside(&path, &bytes) {
                Ok(path) => ReportMessage::Written {
                    file: clean(&path.display()),
                },
                Err(error) => ReportMessage::NotWritten { why: clean(&error) },
            },
            Err(error) => ReportMessage::Failed { error },
        };
        self.tell(DeskEvent::Written(said));
    }

    /// Does what it is asked until the sender is gone, and checks the files once a second.
    pub(super) fn work(mut self, inbox: &Receiver<FileMessage>) {
        let mut next = Instant::now() + INTERVAL;
        loop {
            let left = next.saturating_duration_since(Instant::now());
            match inbox.recv_timeout(left) {
                Ok(FileMessage::Request(request)) => self.answer(request),
                Ok(FileMessage::Reached(sender)) => drop(sender),
                Err(RecvTimeoutError::Timeout) => (),
                Err(RecvTimeoutError::Disconnected) => {
                    if self.notes.is_unjournaled() {
                        self.reconcile();
                    }
                    return;
                }
            }
            // Also between requests: saves may come without a pause.
            if Instant::now() >= next {
                self.look();
                next = Instant::now() + INTERVAL;
            }
        }
    }

    fn answer(&mut self, request: FileRequest) {
        match request {
            FileRequest::Save(record) => self.save(*record),
            FileRequest::History(id) => {
                let revisions = self.notes.history(&id);
                self.tell(DeskEvent::History(id, revisions));
            }
            FileRequest::Write(file) => self.write(&file),
        }
    }

    /// Sends an event to the loop, if it is still there.
    fn tell(&self, event: DeskEvent) {
        self.events.send(event);
    }

    /// Sends a notice, unless it was sent before.
    fn notice(&mut self, told: String) {
        if self.told.insert(told.clone()) {
            self.tell(DeskEvent::Notice(told));
        }
    }

    fn notices(&mut self, notices: &[Damage]) {
        for told in notices {
            self.notice(told.to_string());
        }
    }

    fn look(&mut self) {
        let stamp = stamp(&self.briefing);
        if stamp != self.briefing_seen {
            self.briefing_seen = stamp;
            read_briefing(&self.briefing, &self.events);
        }
        // Before anything is appended: a change from here on is seen the next time.
        let seen = store::fingerprint(&self.briefing);
        let has_changed = seen != self.notes_seen;
        self.notes_seen = seen;
        let is_behind = self.only_here.is_some()
            || self.refused.iter().any(|one| one.on_this_machine)
            || self.notes.is_unjournaled();
        let is_news = (has_changed || is_behind) && self.reconcile();
        if has_changed || is_news {
            self.read_notes();
        }
        let (journaled, again) = std::mem::take(&mut self.refused)
            .into_iter()
            .partition(|refused| refused.on_this_machine);
        self.refused = journaled;
        for refused in again {
            self.save(refused.record);
        }
    }

    /// Appends to the notes file what only the journal has. Returns whether the notes have to be
    /// read again.
    fn reconcile(&mut self) -> bool {
        let before = self.only_here.take();
        match self.notes.reconcile() {
            Ok(count) => {
                // Everything in the journal is now beside the briefing, these records included.
                let saved = |refused: &mut Refused| refused.on_this_machine;
                for refused in self.refused.extract_if(.., saved) {
                    self.events.send(DeskEvent::Saved(refused.record));
                }
                count > 0 || before.is_some()
            }
            Err(only_here) => {
                let is_known = before.is_some_and(|before| before.records == only_here.records);
                self.only_here = Some(only_here);
                !is_known
            }
        }
    }

    fn read_notes(&mut self) {
        let gathered = self.notes.gathered();
        let notices = gathered.notices.clone();
        tell_notes(gathered, self.only_here.as_ref(), &self.events);
        self.notices(&notices);
    }

    fn save(&mut self, record: Record) {
        // Revisions of a record stay in order: after a refused one, the next waits too.
        let id = record.id();
        let mut refused = self.refused.iter();
        if refused.any(|refused| refused.record.id() == id && !refused.on_this_machine) {
            return self.refused.push(Refused {
                record,
                on_this_machine: false,
            });
        }
        let record = record.by(self.notes.author());
        let unchanged = store::fingerprint(&self.briefing) == self.notes_seen;
        match self.notes.append(&record) {
            Ok(saved) => {
                self.tell(DeskEvent::Saved(record));
                if let Some(reason) = saved.unjournaled {
                    self.tell(DeskEvent::Unjournaled(reason.to_string()));
                }
                if let Some(no_locks) = saved.no_locks {
                    self.notice(no_locks.to_string());
                }
            }
            Err(error) => self.refuse(record, &error),
        }
        // Our own change need not be read; a change that another program made meanwhile still does.
        if unchanged {
            self.notes_seen = store::fingerprint(&self.briefing);
        }
    }

    fn refuse(&mut self, record: Record, error: &NotSaved) {
        let on_this_machine = error.on_this_machine;
        let refusal = SaveRefusal {
            reason: error.cause.to_string(),
            on_this_machine,
        };
        self.tell(DeskEvent::NotSaved(record.id().clone(), refusal));
        self.refused.push(Refused {
            record,
            on_this_machine,
        });
    }
}

pub(super) fn read_briefing(file: &Path, events: &DeskSender) {
    let loaded = store::load_briefing(file);
    let problems = loaded
        .problems
        .map(|problems| problems.text)
        .unwrap_or_default();
    let reading = Reading {
        briefing: loaded.briefing,
        problems,
    };
    events.send(DeskEvent::Briefing(Box::new(reading)));
}

fn tell_notes(mut gathered: Gathered, only_here: Option<&OnlyHere>, events: &DeskSender) {
    let mut damage: Vec<_> = gathered.damage.iter().map(ToString::to_string).collect();
    if let Some(only_here) = only_here {
        damage.push(only_here.to_string());
        gathered.notes.extend(only_here.records.iter().cloned());
    }
    events.send(DeskEvent::Notes(gathered.notes, damage));
}

/// Returns the modification time and length in bytes, which change when a file is written.
fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
