//! The report as data, before any format.

use serde::Serialize;

use super::gaps::{Gap, Leak};
use crate::messages::{Language, ReportPhrase};

/// The report of a session, the same for every format.
///
/// The fields are the keys of the JSON and of templates: `docs/REPORT.md` documents them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The header: session, paper, chairs.
    pub header: Header,
    /// The key messages.
    pub key_messages: Vec<Point>,
    /// The objectives of the session, quoted from the paper.
    pub objectives: Vec<String>,
    /// One section for each guiding question, then one for notes without a question, if any.
    pub themes: Vec<QuestionSection>,
    /// The good practices that were discussed: those of the paper, then new ones.
    pub practices: Vec<PracticeRow>,
    /// The commitments, in order of time.
    pub commitments: Vec<Commitment>,
    /// The notes of kind `action`.
    pub next_steps: Vec<Point>,
    /// The notes of kind `question`: questions from the floor that remain open.
    pub open_questions: Vec<Point>,
    /// The speakers, in order of first appearance.
    pub speakers: Vec<SpeakerRow>,
    /// The floor log.
    pub floor: Vec<TurnRow>,
    /// All notes in order of time, with their speakers. Key messages are included, although the
    /// annex leaves them out.
    pub record: Vec<RecordRow>,
    /// The gaps to close before the report can be sent.
    pub gaps: Vec<Gap>,
    /// Countries, groupings and speakers that the clean text names.
    pub leaks: Vec<Leak>,
}

/// The header of a report. Any text may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Header {
    /// The event that the session belongs to.
    pub event: String,
    /// The name of the roundtable.
    pub roundtable: String,
    /// The short name of the session, such as `RT 1.1`.
    pub session: String,
    /// The title of the session, which is the title of its paper.
    pub title: String,
    /// The date of the session in ISO 8601.
    pub date: String,
    /// The same date in words, such as `8 November 2010`.
    pub day: String,
    /// The place of the session, such as a city.
    pub place: String,
    /// The countries that chair, by name.
    pub co_chairs: Vec<String>,
    /// The authors of the notes.
    pub rapporteurs: Vec<String>,
    /// The source of the paper, often a web address.
    pub paper: String,
}

/// A note in its own words, without its speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The number of the note, from 1.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// The text of the note, without quotation marks around it.
    pub text: String,
    /// Whether the text is a quotation; formats put it in quotation marks.
    pub is_quote: bool,
    /// The paragraph of the paper that the note is about.
    pub cites: Option<Citation>,
}

/// A reference to a paragraph of the paper, or to an entry as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The number of the paragraph, from 1; 0 for an entry as a whole, or if nothing was found.
    pub paragraph: usize,
    /// The place in the paper, such as `§3.3`; may be empty.
    pub at: String,
    /// The heading of the entry that holds the paragraph; empty if nothing was found.
    pub heading: String,
    /// Whether the paragraph was not found in the paper.
    pub paragraph_not_found: bool,
    /// The quote that was not found, or the id of the entry if the note has no quote; empty if it
    /// was found.
    pub quote: String,
}

/// The section of the report on one guiding question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct QuestionSection {
    /// The number of the question, from 1; 0 for notes without a question.
    pub number: usize,
    /// The text of the question; empty for notes without a question.
    pub question: String,
    /// The number of different speakers; only the working copy prints it.
    pub delegations: usize,
    /// Notes, positions and quotations.
    pub discussion: Points,
    /// Points of agreement.
    pub agreement: Points,
    /// Points of disagreement.
    pub disagreement: Points,
    /// Proposals.
    pub proposals: Points,
    /// Practices cited, from the paper or new.
    pub practices: Vec<PracticeRow>,
}

/// The notes under one heading of a question's section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Points {
    /// The notes, in order of time.
    pub points: Vec<Point>,
    /// The number of different speakers; only the working copy prints it.
    pub delegations: usize,
}

/// A practice, described in the paper or reported by a speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PracticeRow {
    /// The countries whose practice it is, by name.
    pub countries: Vec<String>,
    /// The title of the paper's example, or the text of the note.
    pub text: String,
    /// The period as the paper gives it, such as `2008–2009`; may be empty.
    pub period: String,
    /// The paragraph of the paper that describes it.
    pub cites: Option<Citation>,
    /// Whether a speaker reported it and the paper does not have it.
    pub is_new: bool,
    /// The number of the note, from 1; 0 for an example of the paper.
    pub note: usize,
}

/// A commitment of a speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// The speaker by name; empty if the note has none.
    pub who: String,
    /// The text of the note.
    pub what: String,
    /// The deadline, quoted from the text; empty if the text gives none.
    pub by_when: String,
    /// The number of the note, from 1.
    pub note: usize,
    /// The paragraph of the paper that the note is about.
    pub cites: Option<Citation>,
}

/// A speaker, with turns and time on the floor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SpeakerRow {
    /// The name of the country in the language of the report, or the name as noted.
    pub name: String,
    /// The number of turns in the floor log.
    pub turns: usize,
    /// The total length of these turns in seconds.
    pub seconds: i64,
}

/// A turn on the floor, from the log of one author.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TurnRow {
    /// The start, as `2010-11-09 10:01:40`.
    pub from: String,
    /// The end, in the same form.
    pub to: String,
    /// The speaker, by name.
    pub speaker: String,
    /// The length in seconds.
    pub seconds: i64,
    /// The author of the log.
    pub author: String,
}

/// A note as the annex prints it, with its speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RecordRow {
    /// The number of the note, from 1.
    pub note: usize,
    /// The id of the note.
    pub id: String,
    /// The date in ISO 8601.
    pub date: String,
    /// The time of day, as `10:05`.
    pub time: String,
    /// The speaker, by name; empty if the note has none.
    pub speaker: String,
    /// The kind, spelled as in a notes file.
    pub kind: &'static str,
    /// The number of the guiding question, from 1; 0 for none.
    pub question: usize,
    /// The paragraph of the paper that the note is about.
    pub cites: Option<Citation>,
    /// The text of the note, without quotation marks around it; empty for a mark.
    pub text: String,
    /// The author of the note.
    pub author: String,
}

impl Citation {
    /// Returns a short reference: `§4 c`, or `§4 c, ¶31` if `is_numbered`. The number is left out
    /// of most reports because only this program counts paragraphs. If the paragraph was not found,
    /// returns that message with the quote.
    pub fn place(&self, is_numbered: bool, language: Language) -> String {
        if self.paragraph_not_found {
            return ReportPhrase::NotFound(&self.quote).words(language);
        }
        let number = match self.paragraph {
            number if is_numbered && number > 0 => format!("¶{number}"),
            _ => String::new(),
        };
        let parts = [self.at.as_str(), number.as_str()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}
