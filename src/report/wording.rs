//! The fixed words of a report in four languages.

use serde::{Serialize, Serializer};

use crate::model::{NOT_FOUND, NoteKind};

/// A language of the fixed words.
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
    /// Every language.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Spanish, Self::Portuguese];

    /// The code of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
        }
    }

    /// The language of a tag such as `fr` or `pt-BR`.
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

/// The fixed words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// What the report is called.
    pub report: &'static str,
    /// What the page for the oral report is called.
    pub brief: &'static str,
    /// What is not final.
    pub draft: &'static str,
    /// What is not for others.
    pub working: &'static str,
    /// Over the day.
    pub date: &'static str,
    /// Over the place.
    pub place: &'static str,
    /// Over the chairs.
    pub co_chairs: &'static str,
    /// Over who took notes.
    pub rapporteurs: &'static str,
    /// Over the source of the paper.
    pub paper: &'static str,
    /// Over the list of headings.
    pub contents: &'static str,
    /// Over the key messages.
    pub key_messages: &'static str,
    /// Over the objectives.
    pub objectives: &'static str,
    /// Before the number of a guiding question.
    pub question: &'static str,
    /// Over what belongs to no question.
    pub other: &'static str,
    /// Over what was discussed.
    pub discussion: &'static str,
    /// Over agreement.
    pub agreement: &'static str,
    /// Over disagreement.
    pub disagreement: &'static str,
    /// Over the practices cited on a question.
    pub practices_cited: &'static str,
    /// Over proposals.
    pub proposals: &'static str,
    /// Over the table of practices.
    pub practices: &'static str,
    /// Over its column of countries.
    pub country: &'static str,
    /// Over its column of practices.
    pub practice: &'static str,
    /// Over its column of places in the paper.
    pub in_paper: &'static str,
    /// What the room has brought in.
    pub new_practice: &'static str,
    /// Over commitments and next steps.
    pub commitments: &'static str,
    /// Over the column of who commits.
    pub who: &'static str,
    /// Over the column of what.
    pub what: &'static str,
    /// Over the column of by when.
    pub by_when: &'static str,
    /// Over what is to be done.
    pub next_steps: &'static str,
    /// Over what stays open.
    pub open_questions: &'static str,
    /// Over who has spoken.
    pub speakers: &'static str,
    /// Over the attributed record.
    pub record: &'static str,
    /// Over the column of times.
    pub time: &'static str,
    /// Over the column of speakers.
    pub speaker: &'static str,
    /// Over the column of minutes.
    pub minutes: &'static str,
    /// Over the column of turns.
    pub turns: &'static str,
    /// Behind a number of delegations, one.
    pub delegation: &'static str,
    /// The same of several.
    pub delegations: &'static str,
    /// What stands where there is nothing.
    pub nothing: &'static str,
    /// What stands before the quote of a paragraph that the paper does not have.
    pub not_found: &'static str,
    /// Over the quote marks: the opening one.
    pub open_quote: &'static str,
    /// The closing one.
    pub close_quote: &'static str,
    /// The kinds of notes, in the order of `NoteKind::ALL`; for a template, by their names.
    #[serde(serialize_with = "by_name")]
    pub kinds: [&'static str; 11],
}

fn by_name<S: Serializer>(kinds: &[&'static str; 11], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(NoteKind::ALL.iter().map(|kind| kind.name()).zip(kinds))
}

impl Wording {
    /// Says that no paragraph has these words: `paragraph not found: “Sand comes from the coast”`.
    pub fn not_found(&self, quote: &str) -> String {
        let (open, close) = (self.open_quote, self.close_quote);
        format!("{}: {open}{quote}{close}", self.not_found)
    }

    /// The words of a language.
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
