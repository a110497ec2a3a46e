//! The Spanish words of reports.

use super::{counted, day, quoted};
use crate::messages::{ReportLabel, ReportPhrase};
use crate::model::NoteKind;

/// Returns the Spanish text of a label.
pub(in crate::messages) const fn label(label: ReportLabel) -> &'static str {
    match label {
        ReportLabel::Report => "Informe de la sesión",
        ReportLabel::Brief => "Informe oral al plenario",
        ReportLabel::Draft => "BORRADOR",
        ReportLabel::Working => "Versión de trabajo: no difundir",
        ReportLabel::Date => "Fecha",
        ReportLabel::Place => "Lugar",
        ReportLabel::CoChairs => "Copresidencia",
        ReportLabel::Rapporteurs => "Relatoría",
        ReportLabel::Paper => "Documento de antecedentes",
        ReportLabel::Contents => "Índice",
        ReportLabel::KeyMessages => "Mensajes clave",
        ReportLabel::Objectives => "Objetivos de la sesión",
        ReportLabel::Question => "Pregunta",
        ReportLabel::Other => "Otros asuntos",
        ReportLabel::Discussion => "Debate",
        ReportLabel::Agreement => "Puntos de acuerdo",
        ReportLabel::Disagreement => "Puntos de desacuerdo",
        ReportLabel::PracticesCited => "Prácticas citadas",
        ReportLabel::Proposals => "Propuestas",
        ReportLabel::Practices => "Buenas prácticas",
        ReportLabel::Country => "País",
        ReportLabel::Practice => "Práctica",
        ReportLabel::InPaper => "En el documento",
        ReportLabel::NewPractice => "presentada en la sesión",
        ReportLabel::Commitments => "Recomendaciones y compromisos voluntarios",
        ReportLabel::Who => "Responsable",
        ReportLabel::What => "Medida",
        ReportLabel::ByWhen => "Plazo",
        ReportLabel::NextSteps => "Próximos pasos",
        ReportLabel::OpenQuestions => "Lagunas y cuestiones pendientes",
        ReportLabel::Speakers => "Oradores",
        ReportLabel::Record => "Anexo: acta del debate",
        ReportLabel::Time => "Hora",
        ReportLabel::Speaker => "Orador",
        ReportLabel::Minutes => "Minutos",
        ReportLabel::Turns => "Intervenciones",
        ReportLabel::Delegation => "delegación",
        ReportLabel::Delegations => "delegaciones",
        ReportLabel::Nothing => "No hay anotaciones.",
        ReportLabel::NotFound => "párrafo no encontrado",
        ReportLabel::OpenQuote => "“",
        ReportLabel::CloseQuote => "”",
    }
}

/// Returns the Spanish name of a kind of note.
pub(in crate::messages) const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "nota",
        NoteKind::Position => "posición",
        NoteKind::Proposal => "propuesta",
        NoteKind::Practice => "práctica",
        NoteKind::Commitment => "compromiso",
        NoteKind::Agreement => "acuerdo",
        NoteKind::Disagreement => "desacuerdo",
        NoteKind::Question => "pregunta",
        NoteKind::Quote => "cita",
        NoteKind::Action => "medida",
        NoteKind::Message => "mensaje clave",
    }
}

/// Returns the Spanish text of a phrase.
pub(in crate::messages) fn phrase(phrase: ReportPhrase<'_>) -> String {
    match phrase {
        ReportPhrase::Kind(kind_of_note) => kind(kind_of_note).to_owned(),
        ReportPhrase::Day(date) => day(date),
        ReportPhrase::Delegations(count) => counted(count, "delegación", "delegaciones"),
        ReportPhrase::Question(number) => format!("{} {number}", label(ReportLabel::Question)),
        ReportPhrase::Quoted(text) => quoted(text),
        ReportPhrase::NotFound(quote) => {
            format!("{}: {}", label(ReportLabel::NotFound), quoted(quote))
        }
    }
}
