//! The report as data, before any format.

use serde::Serialize;

use super::gaps::{Gap, Leak};

/// The report of a session, whatever becomes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What stands at its head.
    pub header: Header,
    /// The key messages.
    pub key_messages: Vec<Point>,
    /// The objectives of the session, as in the paper.
    pub objectives: Vec<String>,
    /// What was said on each guiding question, and last what belongs to none.
    pub themes: Vec<QuestionSection>,
    /// The good practices of which the room has spoken: of the paper, then new ones.
    pub practices: Vec<PracticeRow>,
    /// Who commits to what.
    pub commitments: Vec<Commitment>,
    /// What is to be done.
    pub next_steps: Vec<Point>,
    /// Questions from the floor that stay open.
    pub open_questions: Vec<Point>,
    /// Who has spoken, in the order of their first word.
    pub speakers: Vec<SpeakerRow>,
    /// The log of the floor.
    pub floor: Vec<TurnRow>,
    /// Everything noted, in the order of time, with who said it; key messages as well, which stand
    /// in no annex.
    pub record: Vec<RecordRow>,
    /// What is missing before it can go out.
    pub gaps: Vec<Gap>,
    /// Countries that clean text names.
    pub leaks: Vec<Leak>,
}

/// What stands at the head of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Header {
    /// The event.
    pub event: String,
    /// The roundtable.
    pub roundtable: String,
    /// The short name of the session.
    pub session: String,
    /// The title of the session and its paper.
    pub title: String,
    /// The day of the session, as in ISO 8601; empty where the paper has none.
    pub date: String,
    /// The same in words.
    pub day: String,
    /// Where the session took place; may be empty.
    pub place: String,
    /// The countries in the chair, by name.
    pub co_chairs: Vec<String>,
    /// Who has taken the notes.
    pub rapporteurs: Vec<String>,
    /// Where the paper is to be had.
    pub paper: String,
}

/// A note in its own words, without who said it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The number of the note, from 1.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Whether they are somebody's very words.
    pub is_quote: bool,
    /// The paragraph of the paper that it is about.
    pub cites: Option<Citation>,
}

/// A paragraph of the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Its number, from 1; 0 where the paper has it no more.
    pub paragraph: usize,
    /// Its place in the paper, such as `§3.3`; may be empty.
    pub at: String,
    /// The heading of its entry.
    pub heading: String,
}

/// What was noted on a guiding question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct QuestionSection {
    /// The number of the question, from 1; 0 for what belongs to none.
    pub number: usize,
    /// The question; empty for what belongs to none.
    pub question: String,
    /// How many have spoken on it; for the working copy.
    pub delegations: usize,
    /// What was discussed.
    pub discussion: Points,
    /// On what there was agreement.
    pub agreement: Points,
    /// On what there was none.
    pub disagreement: Points,
    /// What was proposed.
    pub proposals: Points,
    /// The practices that were cited.
    pub practices: Vec<PracticeRow>,
}

/// Notes of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Points {
    /// The notes, in the order of time.
    pub points: Vec<Point>,
    /// From how many speakers; for the working copy.
    pub delegations: usize,
}

/// A practice: of the paper, or from the room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PracticeRow {
    /// Whose practice it is, by name.
    pub countries: Vec<String>,
    /// What it is: the title of the paper's example, or the words of the note.
    pub text: String,
    /// When, in words; may be empty.
    pub period: String,
    /// Where the paper has it.
    pub cites: Option<Citation>,
    /// Whether the room has brought it in.
    pub is_new: bool,
    /// The number of the note; 0 for one of the paper.
    pub note: usize,
}

/// Who commits to what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// Who; empty where no note says so.
    pub who: String,
    /// What, in the words of the note.
    pub what: String,
    /// By when, as far as the words say so.
    pub by_when: String,
    /// The number of the note.
    pub note: usize,
    /// The paragraph of the paper that it is about.
    pub cites: Option<Citation>,
}

/// Somebody who has spoken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SpeakerRow {
    /// The name.
    pub name: String,
    /// How many turns of theirs the log of the floor has.
    pub turns: usize,
    /// How long they have spoken in these, in seconds.
    pub seconds: i64,
}

/// A turn on the floor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TurnRow {
    /// The day and time at which it began.
    pub from: String,
    /// When it ended.
    pub to: String,
    /// Who had it, by name.
    pub speaker: String,
    /// How long, in seconds.
    pub seconds: i64,
    /// Whose log it comes from.
    pub author: String,
}

/// A note as it goes into the annex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RecordRow {
    /// The number of the note.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// The day, as in ISO 8601.
    pub date: String,
    /// The time of the day.
    pub time: String,
    /// Who spoke; empty where nobody did.
    pub speaker: String,
    /// The kind of the note, as in a notes file.
    pub kind: &'static str,
    /// The number of the guiding question; 0 for none.
    pub question: usize,
    /// The paragraph that it is about.
    pub cites: Option<Citation>,
    /// Its words; none for a mark.
    pub text: String,
    /// Whose notes it comes from.
    pub author: String,
}

impl Citation {
    /// Where the paper has it, in a few signs: `§4 c`, or `§4 c, ¶31` with the number, which is
    /// known to this program alone.
    pub fn place(&self, is_numbered: bool) -> String {
        let number = match self.paragraph {
            number if is_numbered && number > 0 => format!("¶{number}"),
            _ => String::new(),
        };
        let parts = [self.at.as_str(), number.as_str()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}
