//! The fixed words of a report in English, French, Spanish and Portuguese.

use serde::{Serialize, Serializer};

use crate::model::{NOT_FOUND, NoteKind};

/// A language that reports can be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
}

impl Language {
    /// All languages; tables by language keep this order.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Spanish, Self::Portuguese];

    /// Returns the code of ISO 639-1, such as `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
        }
    }

    /// Returns the language of a tag such as `fr` or `pt-BR`; `None` if it is none of these.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        let mut all = Self::ALL.into_iter();
        all.find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The fixed words of one language. Templates know them as `words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// The name of the clean and the annexed report.
    pub report: &'static str,
    /// The name of the page for the oral report.
    pub brief: &'static str,
    /// The warning on a report that is not final.
    pub draft: &'static str,
    /// The warning on a working copy.
    pub working: &'static str,
    /// The label of the date.
    pub date: &'static str,
    /// The label of the place.
    pub place: &'static str,
    /// The label of the countries that chair.
    pub co_chairs: &'static str,
    /// The label of the authors of the notes.
    pub rapporteurs: &'static str,
    /// The label of the source of the paper.
    pub paper: &'static str,
    /// The heading of the table of contents.
    pub contents: &'static str,
    /// The heading of the key messages.
    pub key_messages: &'static str,
    /// The heading of the objectives.
    pub objectives: &'static str,
    /// The word before the number of a guiding question.
    pub question: &'static str,
    /// The heading of notes without a question.
    pub other: &'static str,
    /// The heading of notes, positions and quotations.
    pub discussion: &'static str,
    /// The heading of agreements.
    pub agreement: &'static str,
    /// The heading of disagreements.
    pub disagreement: &'static str,
    /// The heading of the practices cited on a question.
    pub practices_cited: &'static str,
    /// The heading of proposals.
    pub proposals: &'static str,
    /// The heading of the table of practices.
    pub practices: &'static str,
    /// The column of countries in that table.
    pub country: &'static str,
    /// The column of practices in that table.
    pub practice: &'static str,
    /// The column of places in the paper in that table.
    pub in_paper: &'static str,
    /// The place of a practice that is not in the paper.
    pub new_practice: &'static str,
    /// The heading of the table of commitments.
    pub commitments: &'static str,
    /// The column of speakers in that table.
    pub who: &'static str,
    /// The column of texts in that table.
    pub what: &'static str,
    /// The column of deadlines in that table.
    pub by_when: &'static str,
    /// The heading of notes of kind `action`.
    pub next_steps: &'static str,
    /// The heading of notes of kind `question`.
    pub open_questions: &'static str,
    /// The heading of the list of speakers.
    pub speakers: &'static str,
    /// The heading of the annex.
    pub record: &'static str,
    /// The word for the time of a note.
    pub time: &'static str,
    /// The column of speakers in the table of turns.
    pub speaker: &'static str,
    /// The column of minutes in that table.
    pub minutes: &'static str,
    /// The column of turns in that table.
    pub turns: &'static str,
    /// The word after the number 1 of delegations.
    pub delegation: &'static str,
    /// The word after any other number of delegations.
    pub delegations: &'static str,
    /// The sentence in an empty section.
    pub nothing: &'static str,
    /// The words before the quote of a paragraph that was not found in the paper.
    pub not_found: &'static str,
    /// The opening quotation mark.
    pub open_quote: &'static str,
    /// The closing quotation mark.
    pub close_quote: &'static str,
    /// The kinds of notes in the order of `NoteKind::ALL`; templates look them up by name.
    #[serde(serialize_with = "by_name")]
    pub kinds: [&'static str; 11],
}

fn by_name<S: Serializer>(kinds: &[&'static str; 11], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(NoteKind::ALL.iter().map(|kind| kind.name()).zip(kinds))
}

impl Wording {
    /// Returns the message that no paragraph has these words:
    /// `paragraph not found: “Sand comes from the coast”`.
    pub fn not_found(&self, quote: &str) -> String {
        let (open, close) = (self.open_quote, self.close_quote);
        format!("{}: {open}{quote}{close}", self.not_found)
    }

    /// Returns the words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Spanish => &SPANISH,
            Language::Portuguese => &PORTUGUESE,
        }
    }
}

const ENGLISH: Wording = Wording {
    report: "Report of the session",
    brief: "Oral report to the plenary",
    draft: "DRAFT",
    working: "Working copy: not for circulation",
    date: "Date",
    place: "Place",
    co_chairs: "Co-chairs",
    rapporteurs: "Rapporteur",
    paper: "Paper",
    contents: "Contents",
    key_messages: "Key messages",
    objectives: "Objectives of the session",
    question: "Question",
    other: "Other matters",
    discussion: "Discussion",
    agreement: "Points of agreement",
    disagreement: "Points of disagreement",
    practices_cited: "Practices cited",
    proposals: "Proposals",
    practices: "Good practices",
    country: "Country",
    practice: "Practice",
    in_paper: "In the paper",
    new_practice: "from the room",
    commitments: "Recommendations and voluntary commitments",
    who: "Who",
    what: "What",
    by_when: "By when",
    next_steps: "Next steps",
    open_questions: "Gaps and open questions",
    speakers: "Speakers",
    record: "Annex: record of the discussion",
    time: "Time",
    speaker: "Speaker",
    minutes: "Minutes",
    turns: "Turns",
    delegation: "delegation",
    delegations: "delegations",
    nothing: "Nothing was noted.",
    not_found: NOT_FOUND,
    open_quote: "“",
    close_quote: "”",
    kinds: [
        "note",
        "position",
        "proposal",
        "practice",
        "commitment",
        "agreement",
        "disagreement",
        "question",
        "quote",
        "action",
        "key message",
    ],
};

const FRENCH: Wording = Wording {
    report: "Rapport de la session",
    brief: "Rapport oral à la plénière",
    draft: "PROJET",
    working: "Version de travail\u{a0}: ne pas diffuser",
    date: "Date",
    place: "Lieu",
    co_chairs: "Coprésidence",
    rapporteurs: "Rapporteur",
    paper: "Document de référence",
    contents: "Sommaire",
    key_messages: "Messages clés",
    objectives: "Objectifs de la session",
    question: "Question",
    other: "Questions diverses",
    discussion: "Discussion",
    agreement: "Points d’accord",
    disagreement: "Points de désaccord",
    practices_cited: "Pratiques citées",
    proposals: "Propositions",
    practices: "Bonnes pratiques",
    country: "Pays",
    practice: "Pratique",
    in_paper: "Dans le document",
    new_practice: "présentée en séance",
    commitments: "Recommandations et engagements volontaires",
    who: "Responsable",
    what: "Mesure",
    by_when: "Échéance",
    next_steps: "Prochaines étapes",
    open_questions: "Lacunes et questions en suspens",
    speakers: "Intervenants",
    record: "Annexe\u{a0}: compte rendu des débats",
    time: "Heure",
    speaker: "Intervenant",
    minutes: "Minutes",
    turns: "Interventions",
    delegation: "délégation",
    delegations: "délégations",
    nothing: "Aucun point n’a été consigné.",
    not_found: "paragraphe introuvable",
    open_quote: "«\u{a0}",
    close_quote: "\u{a0}»",
    kinds: [
        "note",
        "position",
        "proposition",
        "pratique",
        "engagement",
        "accord",
        "désaccord",
        "question",
        "citation",
        "mesure à prendre",
        "message clé",
    ],
};

const SPANISH: Wording = Wording {
    report: "Informe de la sesión",
    brief: "Informe oral al plenario",
    draft: "BORRADOR",
    working: "Versión de trabajo: no difundir",
    date: "Fecha",
    place: "Lugar",
    co_chairs: "Copresidencia",
    rapporteurs: "Relatoría",
    paper: "Documento de antecedentes",
    contents: "Índice",
    key_messages: "Mensajes clave",
    objectives: "Objetivos de la sesión",
    question: "Pregunta",
    other: "Otros asuntos",
    discussion: "Debate",
    agreement: "Puntos de acuerdo",
    disagreement: "Puntos de desacuerdo",
    practices_cited: "Prácticas citadas",
    proposals: "Propuestas",
    practices: "Buenas prácticas",
    country: "País",
    practice: "Práctica",
    in_paper: "En el documento",
    new_practice: "presentada en la sesión",
    commitments: "Recomendaciones y compromisos voluntarios",
    who: "Responsable",
    what: "Medida",
    by_when: "Plazo",
    next_steps: "Próximos pasos",
    open_questions: "Lagunas y cuestiones pendientes",
    speakers: "Oradores",
    record: "Anexo: acta del debate",
    time: "Hora",
    speaker: "Orador",
    minutes: "Minutos",
    turns: "Intervenciones",
    delegation: "delegación",
    delegations: "delegaciones",
    nothing: "No hay anotaciones.",
    not_found: "párrafo no encontrado",
    open_quote: "“",
    close_quote: "”",
    kinds: [
        "nota",
        "posición",
        "propuesta",
        "práctica",
        "compromiso",
        "acuerdo",
        "desacuerdo",
        "pregunta",
        "cita",
        "medida",
        "mensaje clave",
    ],
};

const PORTUGUESE: Wording = Wording {
    report: "Relatório da sessão",
    brief: "Relatório oral ao plenário",
    draft: "MINUTA",
    working: "Versão de trabalho: não divulgar",
    date: "Data",
    place: "Local",
    co_chairs: "Copresidência",
    rapporteurs: "Relatoria",
    paper: "Documento de referência",
    contents: "Índice",
    key_messages: "Mensagens-chave",
    objectives: "Objetivos da sessão",
    question: "Pergunta",
    other: "Outros assuntos",
    discussion: "Debate",
    agreement: "Pontos de acordo",
    disagreement: "Pontos de desacordo",
    practices_cited: "Práticas citadas",
    proposals: "Propostas",
    practices: "Boas práticas",
    country: "País",
    practice: "Prática",
    in_paper: "No documento",
    new_practice: "apresentada na sessão",
    commitments: "Recomendações e compromissos voluntários",
    who: "Responsável",
    what: "Medida",
    by_when: "Prazo",
    next_steps: "Próximos passos",
    open_questions: "Lacunas e questões em aberto",
    speakers: "Oradores",
    record: "Anexo: registro do debate",
    time: "Hora",
    speaker: "Orador",
    minutes: "Minutos",
    turns: "Intervenções",
    delegation: "delegação",
    delegations: "delegações",
    nothing: "Nada consta.",
    not_found: "parágrafo não encontrado",
    open_quote: "“",
    close_quote: "”",
    kinds: [
        "nota",
        "posição",
        "proposta",
        "prática",
        "compromisso",
        "acordo",
        "desacordo",
        "pergunta",
        "citação",
        "medida",
        "mensagem-chave",
    ],
};
