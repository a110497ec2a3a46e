//! The French words of reports.

use super::{counted, day, quoted};
use crate::messages::{ReportLabel, ReportPhrase};
use crate::model::NoteKind;

/// Returns the French text of a label.
pub(in crate::messages) const fn label(label: ReportLabel) -> &'static str {
    match label {
        ReportLabel::Report => "Rapport de la session",
        ReportLabel::Brief => "Rapport oral à la plénière",
        ReportLabel::Draft => "PROJET",
        ReportLabel::Working => "Version de travail\u{a0}: ne pas diffuser",
        ReportLabel::Date => "Date",
        ReportLabel::Place => "Lieu",
        ReportLabel::CoChairs => "Coprésidence",
        ReportLabel::Rapporteurs => "Rapporteur",
        ReportLabel::Paper => "Document de référence",
        ReportLabel::Contents => "Sommaire",
        ReportLabel::KeyMessages => "Messages clés",
        ReportLabel::Objectives => "Objectifs de la session",
        ReportLabel::Question => "Question",
        ReportLabel::Other => "Questions diverses",
        ReportLabel::Discussion => "Discussion",
        ReportLabel::Agreement => "Points d’accord",
        ReportLabel::Disagreement => "Points de désaccord",
        ReportLabel::PracticesCited => "Pratiques citées",
        ReportLabel::Proposals => "Propositions",
        ReportLabel::Practices => "Bonnes pratiques",
        ReportLabel::Country => "Pays",
        ReportLabel::Practice => "Pratique",
        ReportLabel::InPaper => "Dans le document",
        ReportLabel::NewPractice => "présentée en séance",
        ReportLabel::Commitments => "Recommandations et engagements volontaires",
        ReportLabel::Who => "Responsable",
        ReportLabel::What => "Mesure",
        ReportLabel::ByWhen => "Échéance",
        ReportLabel::NextSteps => "Prochaines étapes",
        ReportLabel::OpenQuestions => "Lacunes et questions en suspens",
        ReportLabel::Speakers => "Intervenants",
        ReportLabel::Record => "Annexe\u{a0}: compte rendu des débats",
        ReportLabel::Time => "Heure",
        ReportLabel::Speaker => "Intervenant",
        ReportLabel::Minutes => "Minutes",
        ReportLabel::Turns => "Interventions",
        ReportLabel::Delegation => "délégation",
        ReportLabel::Delegations => "délégations",
        ReportLabel::Nothing => "Aucun point n’a été consigné.",
        ReportLabel::NotFound => "paragraphe introuvable",
        ReportLabel::OpenQuote => "«\u{a0}",
        ReportLabel::CloseQuote => "\u{a0}»",
    }
}

/// Returns the French name of a kind of note.
pub(in crate::messages) const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "note",
        NoteKind::Position => "position",
        NoteKind::Proposal => "proposition",
        NoteKind::Practice => "pratique",
        NoteKind::Commitment => "engagement",
        NoteKind::Agreement => "accord",
        NoteKind::Disagreement => "désaccord",
        NoteKind::Question => "question",
        NoteKind::Quote => "citation",
        NoteKind::Action => "mesure à prendre",
        NoteKind::Message => "message clé",
    }
}

/// Returns the French text of a phrase.
pub(in crate::messages) fn phrase(phrase: ReportPhrase<'_>) -> String {
    match phrase {
        ReportPhrase::Kind(kind_of_note) => kind(kind_of_note).to_owned(),
        ReportPhrase::Day(date) => day(date),
        ReportPhrase::Delegations(count) => counted(count, "délégation", "délégations"),
        ReportPhrase::Question(number) => format!("{} {number}", label(ReportLabel::Question)),
        ReportPhrase::Quoted(text) => quoted(text),
        ReportPhrase::NotFound(quote) => {
            format!("{}: {}", label(ReportLabel::NotFound), quoted(quote))
        }
    }
}
