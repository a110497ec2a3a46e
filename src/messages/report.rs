//! The fixed words of a report, which exist in every language of reports.

use jiff::civil::{Date, date};

use super::Samples as _;
use super::samples::samples;
use crate::model::NoteKind;

/// A fixed word or heading of a report. Templates know it by its [`key`](ReportLabel::key).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportLabel {
    /// The title of the clean report and of the report with the annex.
    Report,
    /// The title of the page for the oral report.
    Brief,
    /// The warning on a report that is not final.
    Draft,
    /// The warning on a working copy.
    Working,
    /// The label of the date.
    Date,
    /// The label of the place.
    Place,
    /// The label of the countries that chair.
    CoChairs,
    /// The label of the authors of the notes.
    Rapporteurs,
    /// The label of the source of the paper.
    Paper,
    /// The heading of the table of contents.
    Contents,
    /// The heading of the key messages.
    KeyMessages,
    /// The heading of the objectives.
    Objectives,
    /// The word before the number of a guiding question.
    Question,
    /// The heading of notes without a question.
    Other,
    /// The heading of notes, positions and quotations.
    Discussion,
    /// The heading of agreements.
    Agreement,
    /// The heading of disagreements.
    Disagreement,
    /// The heading of the practices cited on a question.
    PracticesCited,
    /// The heading of proposals.
    Proposals,
    /// The heading of the table of practices.
    Practices,
    /// The column of countries in the table of practices.
    Country,
    /// The column of practices in the table of practices.
    Practice,
    /// The column of places in the paper, in the table of practices.
    InPaper,
    /// The place of a practice that is not in the paper.
    NewPractice,
    /// The heading of the table of commitments.
    Commitments,
    /// The column of speakers in the table of commitments.
    Who,
    /// The column of texts in the table of commitments.
    What,
    /// The column of deadlines in the table of commitments.
    ByWhen,
    /// The heading of notes of kind `action`.
    NextSteps,
    /// The heading of notes of kind `question`.
    OpenQuestions,
    /// The heading of the list of speakers.
    Speakers,
    /// The heading of the annex.
    Record,
    /// The word for the time of a note.
    Time,
    /// The column of speakers in the table of turns.
    Speaker,
    /// The column of minutes in the table of turns.
    Minutes,
    /// The column of turns in the table of turns.
    Turns,
    /// The noun for one delegation, after the number.
    Delegation,
    /// The noun for any other number of delegations.
    Delegations,
    /// The sentence in an empty section.
    Nothing,
    /// The words before the quote of a paragraph that was not found in the paper.
    NotFound,
    /// The opening quotation mark.
    OpenQuote,
    /// The closing quotation mark.
    CloseQuote,
}

samples!(ReportLabel: "a fixed word or heading of a report" {
    Report {},
    Brief {},
    Draft {},
    Working {},
    Date {},
    Place {},
    CoChairs {},
    Rapporteurs {},
    Paper {},
    Contents {},
    KeyMessages {},
    Objectives {},
    Question {},
    Other {},
    Discussion {},
    Agreement {},
    Disagreement {},
    PracticesCited {},
    Proposals {},
    Practices {},
    Country {},
    Practice {},
    InPaper {},
    NewPractice {},
    Commitments {},
    Who {},
    What {},
    ByWhen {},
    NextSteps {},
    OpenQuestions {},
    Speakers {},
    Record {},
    Time {},
    Speaker {},
    Minutes {},
    Turns {},
    Delegation {},
    Delegations {},
    Nothing {},
    NotFound {},
    OpenQuote {},
    CloseQuote {},
});

impl ReportLabel {
    /// Returns the name that templates use: the variant in snake case, such as `key_messages`.
    pub fn key(self) -> String {
        let mut key = String::new();
        for c in self.id().chars() {
            if c.is_uppercase() && !key.is_empty() {
                key.push('_');
            }
            key.extend(c.to_lowercase());
        }
        key
    }
}

/// A phrase of a report that takes an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPhrase<'a> {
    /// The name of a kind of note.
    Kind(NoteKind),
    /// A date in full: `8 November 2010`.
    Day(Date),
    /// A number of delegations: `1 delegation`, `2 delegations`.
    Delegations(usize),
    /// A guiding question by its number: `Question 2`.
    Question(usize),
    /// A text in quotation marks.
    Quoted(&'a str),
    /// The words that stand for a paragraph that was not found, with its quote.
    NotFound(&'a str),
}

samples!(ReportPhrase<'_>: "a part of a report" {
    Kind { 0: NoteKind::Note } { 0: NoteKind::Position } { 0: NoteKind::Proposal }
        { 0: NoteKind::Practice } { 0: NoteKind::Commitment } { 0: NoteKind::Agreement }
        { 0: NoteKind::Disagreement } { 0: NoteKind::Question } { 0: NoteKind::Quote }
        { 0: NoteKind::Action } { 0: NoteKind::Message },
    Day { 0: date(2010, 3, 1) } { 0: date(2010, 11, 8) },
    Delegations { 0: 1 } { 0: 2 },
    Question { 0: 2 },
    Quoted { 0: "Ports share lists" },
    NotFound { 0: "Sand comes from the coast" },
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_name_of_the_variant() {
        assert_eq!(ReportLabel::CoChairs.key(), "co_chairs");
    }
}
