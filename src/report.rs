//! The report of a session: the notes as data, and the formats that people send on.
//!
//! Rules, in order: nothing is invented, and every sentence comes from a note or the paper; the
//! clean report names speakers only in practices, commitments and the list of speakers; one
//! [`Report`] is built, and each format is a small file on top of it. Deliberately absent: files,
//! paths, the screen.

mod build;
mod check;
mod csv;
mod data;
mod deadline;
mod docx;
mod escape;
mod format;
mod gaps;
mod json;
mod options;
mod record;
mod template;
mod wording;

pub use build::Sources;
pub use data::{
    Citation, Commitment, Header, Point, Points, PracticeRow, QuestionSection, RecordRow, Report,
    SpeakerRow, TurnRow,
};
pub use escape::Escaping;
pub use format::Format;
pub use gaps::{Gap, Leak};
pub use options::{Face, Options};
pub use template::filled;
pub use wording::Wording;

pub use crate::messages::{Language, WriteError};
use crate::model::{Kind, NoteKind};
use check::{gaps, leaks};

impl Report {
    /// Builds the report from a briefing, its notes and the floor log.
    pub fn new(sources: Sources<'_>) -> Self {
        let mut report = Self {
            header: sources.header(),
            key_messages: sources.points(|note| note.kind == NoteKind::Message),
            objectives: sources.texts_of(Kind::Objective),
            themes: sources.question_sections(),
            practices: sources.practices(),
            commitments: sources.commitments(),
            next_steps: sources.points(|note| note.kind == NoteKind::Action),
            open_questions: sources.points(|note| note.kind == NoteKind::Question),
            speakers: sources.speakers(),
            floor: sources.floor(),
            record: sources.record(),
            gaps: gaps(sources),
            leaks: Vec::new(),
        };
        report.leaks = leaks(&report, sources);
        report
    }
}
