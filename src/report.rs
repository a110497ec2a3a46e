//! The report: what was noted in a session, as data, and then in the formats that people send on.
//!
//! Rules, in order: nothing is invented, every sentence is a note's or the paper's; what is clean
//! names nobody outside practices and commitments; one [`Report`] is made, and each format is a
//! small file on top of it. Deliberately absent: files, paths, the screen.

mod build;
mod check;
mod csv;
mod data;
mod dates;
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
mod write_error;

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
pub use wording::{Language, Wording};
pub use write_error::WriteError;

use crate::model::{Kind, NoteKind};
use check::{gaps, leaks};

impl Report {
    /// The report of what was noted.
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
