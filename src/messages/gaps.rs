//! The gaps of a report: what the rapporteur may want to add or check before it is sent.

use super::Who;
use super::samples::samples;

/// A gap of a report, or a name that its clean text should not have.
///
/// The message does not name the note, so all notes with the same gap have the same message, except
/// where an argument differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapMessage {
    /// A guiding question has no notes.
    QuestionWithoutNotes {
        /// The number of the question, from 1.
        question: usize,
    },
    /// A note belongs to no guiding question.
    NoteWithoutQuestion,
    /// A note has no speaker.
    NoteWithoutSpeaker,
    /// A commitment has no speaker.
    CommitmentWithoutSpeaker,
    /// The text of a commitment gives no deadline.
    CommitmentWithoutDeadline,
    /// A word looks like a sign of the capture grammar, but was kept as text.
    PerhapsSign {
        /// The word.
        sign: String,
    },
    /// A paragraph was not found in the briefing.
    ParagraphNotFound {
        /// The quote that was searched for; `None` in a message about several notes.
        quote: Option<String>,
    },
    /// A note has a kind and no text: the clean report leaves it out.
    WithoutText,
    /// A note has concurrent edits, of which the report prints one.
    SeveralVersions,
    /// Drafts are not saved.
    Drafts {
        /// The number of drafts.
        count: usize,
    },
    /// A turn is still open; it enters the floor log when it ends.
    TurnOpen {
        /// The speaker.
        speaker: Who,
    },
    /// The session has no key message.
    NoKeyMessage,
    /// The clean text names a country or speaker.
    NamesSpeaker,
    /// The clean text has words that may name a country or speaker.
    MayNameSpeaker,
    /// The clean text names this country or speaker.
    Names {
        /// The country or speaker.
        who: Who,
        /// The words of the text, where they differ from the name.
        form: Option<String>,
    },
    /// The clean text has words that may name this country or speaker.
    MayName {
        /// The country or speaker.
        who: Who,
        /// The words of the text, where they differ from the name.
        form: Option<String>,
    },
}

samples!(GapMessage: "a gap of a report, or a name to check in it" {
    QuestionWithoutNotes { question: 2 },
    NoteWithoutQuestion {},
    NoteWithoutSpeaker {},
    CommitmentWithoutSpeaker {},
    CommitmentWithoutDeadline {},
    PerhapsSign { sign: "q9".to_owned() },
    ParagraphNotFound { quote: None } { quote: Some("Sand comes from the coast".to_owned()) },
    WithoutText {},
    SeveralVersions {},
    Drafts { count: 1 } { count: 2 },
    TurnOpen { speaker: Who::sample() },
    NoKeyMessage {},
    NamesSpeaker {},
    MayNameSpeaker {},
    Names { who: Who::sample(), form: None }
        { who: Who::sample(), form: Some("Malian".to_owned()) },
    MayName { who: Who::sample(), form: None }
        { who: Who::sample(), form: Some("Malian".to_owned()) },
});
