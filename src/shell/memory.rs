//! The file thread of `--print`, which writes nothing: reads notes from the disk, keeps new ones in
//! memory.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use super::desk_sender::DeskSender;
use super::file_worker::{FileMessage, read_briefing};
use crate::app::{DeskEvent, FileRequest, SaveRefusal};
use crate::messages::ReportMessage;
use crate::model::{Author, Note, NoteId, Record, Session};
use crate::store::{self, NotesFolder, Waits};

/// The reason given for every note.
const NOT_SAVED: &str = "notes of --print are in memory only";

/// The files that the program reads when it writes nothing.
pub struct InMemory {
    /// The briefing; its notes are beside it.
    pub briefing: PathBuf,
    /// The state folder, if there is one: the journals in it may hold notes that are nowhere else.
    pub state: Option<PathBuf>,
    /// Finds the author of new notes; called in the thread.
    pub author: Box<dyn FnOnce() -> Author + Send>,
}

/// The thread's state: notes on the disk, and new ones in memory.
pub(super) struct MemoryWorker {
    disk: NotesFolder,
    written: Vec<Record>,
    events: DeskSender,
}

impl MemoryWorker {
    /// Reads briefing and notes, and sends them to the loop.
    pub(super) fn new(files: InMemory, events: DeskSender) -> Self {
        let InMemory {
            briefing,
            state,
            author,
        } = files;
        let author = author();
        read_briefing(&briefing, &events);
        let session = Session::default();
        let own = || author.clone();
        let all = store::read_all(&briefing, state.as_deref(), &session, own, Waits::Never);
        let worker = Self {
            // Used for reading only: it has no journal, and nothing is saved with it.
            disk: NotesFolder::new(&briefing, author.clone(), String::new()),
            written: Vec::new(),
            events,
        };
        let told = all.messages();
        worker.tell(DeskEvent::Notes(all.notes, told));
        worker.tell(DeskEvent::Author(author));
        worker
    }

    /// Does what it is asked until the sender is gone.
    pub(super) fn work(mut self, inbox: &Receiver<FileMessage>) {
        while let Ok(message) = inbox.recv() {
            match message {
                FileMessage::Request(request) => self.answer(request),
                FileMessage::Reached(sender) => drop(sender),
            }
        }
    }

    fn answer(&mut self, request: FileRequest) {
        match request {
            FileRequest::Save(record) => self.keep(*record),
            FileRequest::History(id) => {
                let revisions = self.history(&id);
                self.tell(DeskEvent::History(id, revisions));
            }
            FileRequest::Write(_) => {
                self.tell(DeskEvent::Written(ReportMessage::PrintWritesNothing));
            }
        }
    }

    fn keep(&mut self, record: Record) {
        let refusal = SaveRefusal {
            reason: NOT_SAVED.to_owned(),
            on_this_machine: false,
        };
        self.tell(DeskEvent::NotSaved(record.id().clone(), refusal));
        self.written.push(record);
    }

    fn history(&self, id: &NoteId) -> Vec<Note> {
        let written = self.written.iter().filter_map(Record::note);
        let mut revisions: Vec<_> = written.filter(|note| note.id == *id).cloned().collect();
        revisions.extend(self.disk.history(id));
        revisions.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        revisions
    }

    /// Sends an event to the loop, if it is still there.
    fn tell(&self, event: DeskEvent) {
        self.events.send(event);
    }
}
