//! The words of reports.

use std::borrow::Cow;

use super::{counted, day, quoted};
use crate::messages::{ReportLabel, ReportPhrase, WriteError};
use crate::model::NoteKind;

/// Returns the English text of a label.
pub(in crate::messages) const fn label(label: ReportLabel) -> &'static str {
    match label {
        ReportLabel::Report => "Report of the session",
        ReportLabel::Brief => "Oral report to the plenary",
        ReportLabel::Draft => "DRAFT",
        ReportLabel::Working => "Working copy: not for circulation",
        ReportLabel::Date => "Date",
        ReportLabel::Place => "Place",
        ReportLabel::CoChairs => "Co-chairs",
        ReportLabel::Rapporteurs => "Rapporteur",
        ReportLabel::Paper => "Paper",
        ReportLabel::Contents => "Contents",
        ReportLabel::KeyMessages => "Key messages",
        ReportLabel::Objectives => "Objectives of the session",
        ReportLabel::Question => "Question",
        ReportLabel::Other => "Other matters",
        ReportLabel::Discussion => "Discussion",
        ReportLabel::Agreement => "Points of agreement",
        ReportLabel::Disagreement => "Points of disagreement",
        ReportLabel::PracticesCited => "Practices cited",
        ReportLabel::Proposals => "Proposals",
        ReportLabel::Practices => "Good practices",
        ReportLabel::Country => "Country",
        ReportLabel::Practice => "Practice",
        ReportLabel::InPaper => "In the paper",
        ReportLabel::NewPractice => "from the room",
        ReportLabel::Commitments => "Recommendations and voluntary commitments",
        ReportLabel::Who => "Who",
        ReportLabel::What => "What",
        ReportLabel::ByWhen => "By when",
        ReportLabel::NextSteps => "Next steps",
        ReportLabel::OpenQuestions => "Gaps and open questions",
        ReportLabel::Speakers => "Speakers",
        ReportLabel::Record => "Annex: record of the discussion",
        ReportLabel::Time => "Time",
        ReportLabel::Speaker => "Speaker",
        ReportLabel::Minutes => "Minutes",
        ReportLabel::Turns => "Turns",
        ReportLabel::Delegation => "delegation",
        ReportLabel::Delegations => "delegations",
        ReportLabel::Nothing => "Nothing was noted.",
        ReportLabel::NotFound => "paragraph not found",
        ReportLabel::OpenQuote => "“",
        ReportLabel::CloseQuote => "”",
    }
}

/// Returns the name of a kind of note.
pub(in crate::messages) const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "note",
        NoteKind::Position => "position",
        NoteKind::Proposal => "proposal",
        NoteKind::Practice => "practice",
        NoteKind::Commitment => "commitment",
        NoteKind::Agreement => "agreement",
        NoteKind::Disagreement => "disagreement",
        NoteKind::Question => "question",
        NoteKind::Quote => "quote",
        NoteKind::Action => "action",
        NoteKind::Message => "key message",
    }
}

/// Returns the English text of a phrase.
pub(in crate::messages) fn phrase(phrase: ReportPhrase<'_>) -> String {
    match phrase {
        ReportPhrase::Kind(kind_of_note) => kind(kind_of_note).to_owned(),
        ReportPhrase::Day(date) => day(date),
        ReportPhrase::Delegations(count) => counted(count, "delegation", "delegations"),
        ReportPhrase::Question(number) => format!("{} {number}", label(ReportLabel::Question)),
        ReportPhrase::Quoted(text) => quoted(text),
        ReportPhrase::NotFound(quote) => {
            format!("{}: {}", label(ReportLabel::NotFound), quoted(quote))
        }
    }
}

/// Returns the English text of an error.
pub(in crate::messages) fn write_error(error: &WriteError) -> Cow<'static, str> {
    let place = |line: &Option<usize>| match line {
        Some(line) => format!("template, line {line}"),
        None => "template".to_owned(),
    };
    let reason = match error {
        WriteError::TemplateNeverEnds { line } => {
            format!("{}: it does not end, or writes far too much", place(line))
        }
        WriteError::Template { line, reason } => format!("{}: {reason}", place(line)),
        WriteError::Format { reason } => reason.clone(),
    };
    format!("the report cannot be written: {reason}").into()
}
