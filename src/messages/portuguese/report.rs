//! The Portuguese words of reports.

use super::{counted, day, quoted};
use crate::messages::{ReportLabel, ReportPhrase};
use crate::model::NoteKind;

/// Returns the Portuguese text of a label.
pub(in crate::messages) const fn label(label: ReportLabel) -> &'static str {
    match label {
        ReportLabel::Report => "Relatório da sessão",
        ReportLabel::Brief => "Relatório oral ao plenário",
        ReportLabel::Draft => "MINUTA",
        ReportLabel::Working => "Versão de trabalho: não divulgar",
        ReportLabel::Date => "Data",
        ReportLabel::Place => "Local",
        ReportLabel::CoChairs => "Copresidência",
        ReportLabel::Rapporteurs => "Relatoria",
        ReportLabel::Paper => "Documento de referência",
        ReportLabel::Contents => "Índice",
        ReportLabel::KeyMessages => "Mensagens-chave",
        ReportLabel::Objectives => "Objetivos da sessão",
        ReportLabel::Question => "Pergunta",
        ReportLabel::Other => "Outros assuntos",
        ReportLabel::Discussion => "Debate",
        ReportLabel::Agreement => "Pontos de acordo",
        ReportLabel::Disagreement => "Pontos de desacordo",
        ReportLabel::PracticesCited => "Práticas citadas",
        ReportLabel::Proposals => "Propostas",
        ReportLabel::Practices => "Boas práticas",
        ReportLabel::Country => "País",
        ReportLabel::Practice => "Prática",
        ReportLabel::InPaper => "No documento",
        ReportLabel::NewPractice => "apresentada na sessão",
        ReportLabel::Commitments => "Recomendações e compromissos voluntários",
        ReportLabel::Who => "Responsável",
        ReportLabel::What => "Medida",
        ReportLabel::ByWhen => "Prazo",
        ReportLabel::NextSteps => "Próximos passos",
        ReportLabel::OpenQuestions => "Lacunas e questões em aberto",
        ReportLabel::Speakers => "Oradores",
        ReportLabel::Record => "Anexo: registro do debate",
        ReportLabel::Time => "Hora",
        ReportLabel::Speaker => "Orador",
        ReportLabel::Minutes => "Minutos",
        ReportLabel::Turns => "Intervenções",
        ReportLabel::Delegation => "delegação",
        ReportLabel::Delegations => "delegações",
        ReportLabel::Nothing => "Nada consta.",
        ReportLabel::NotFound => "parágrafo não encontrado",
        ReportLabel::OpenQuote => "“",
        ReportLabel::CloseQuote => "”",
    }
}

/// Returns the Portuguese name of a kind of note.
pub(in crate::messages) const fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "nota",
        NoteKind::Position => "posição",
        NoteKind::Proposal => "proposta",
        NoteKind::Practice => "prática",
        NoteKind::Commitment => "compromisso",
        NoteKind::Agreement => "acordo",
        NoteKind::Disagreement => "desacordo",
        NoteKind::Question => "pergunta",
        NoteKind::Quote => "citação",
        NoteKind::Action => "medida",
        NoteKind::Message => "mensagem-chave",
    }
}

/// Returns the Portuguese text of a phrase.
pub(in crate::messages) fn phrase(phrase: ReportPhrase<'_>) -> String {
    match phrase {
        ReportPhrase::Kind(kind_of_note) => kind(kind_of_note).to_owned(),
        ReportPhrase::Day(date) => day(date),
        ReportPhrase::Delegations(count) => counted(count, "delegação", "delegações"),
        ReportPhrase::Question(number) => format!("{} {number}", label(ReportLabel::Question)),
        ReportPhrase::Quoted(text) => quoted(text),
        ReportPhrase::NotFound(quote) => {
            format!("{}: {}", label(ReportLabel::NotFound), quoted(quote))
        }
    }
}
