//! The gaps and leaks of a report, and the places where they are settled.

use crate::app::words::gist;
use crate::messages::{DraftMessage, GapMessage, NoteMessage, StatusMessage};
use crate::model::{NoteId, Notes};
use crate::report::{Gap, Report};

/// A gap or leak to settle before the report is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The gap.
    pub message: GapMessage,
    /// The beginning of the note, if it has text.
    pub about: Option<String>,
    /// The number of the note, if it is about one.
    pub number: Option<usize>,
    /// The place where it can be settled, or advice.
    pub(super) target: Option<GapPlace>,
}

/// The place where a gap is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum GapPlace {
    /// A note.
    Note(NoteId),
    /// A guiding question, from 1.
    Question(usize),
    /// Advice on what to do.
    Advice(StatusMessage),
}

/// Returns the gaps of a report, then its leaks, each with the text of the note.
pub(super) fn missing(report: &Report, notes: &Notes) -> Vec<Missing> {
    let about = |id: Option<&NoteId>| {
        let note = id.and_then(|id| notes.get(id));
        let text = note.map(|note| &note.text).filter(|text| !text.is_empty());
        text.map(|text| gist(text))
    };
    let gaps = report.gaps.iter().map(|gap| Missing {
        message: gap.message_in_full(),
        about: about(gap.note().as_ref()),
        number: gap.number(),
        target: Some(match (gap.note(), gap) {
            (Some(id), _) => GapPlace::Note(id),
            (None, Gap::QuestionWithoutNotes { question }) => GapPlace::Question(*question),
            (None, Gap::NoKeyMessage) => GapPlace::Advice(NoteMessage::MakeKeyMessage.into()),
            (None, _) => GapPlace::Advice(DraftMessage::ContinueThem.into()),
        }),
    });
    let leaks = report.leaks.iter().map(|leak| {
        let id = NoteId::new(&leak.id);
        Missing {
            message: leak.message_in_full(),
            about: about(id.as_ref()),
            number: Some(leak.note),
            target: id.map(GapPlace::Note),
        }
    });
    gaps.chain(leaks).collect()
}
