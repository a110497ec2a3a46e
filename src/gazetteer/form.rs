//! What countries and groupings are called, and who belongs together when.

/// What a form is to the country or grouping that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A name: short, official, variant or former.
    Name,
    /// The people, or one of them: Malians.
    Demonym,
    /// What is of the country, and often its language: French.
    Adjective,
    /// Letters that stand for the name, exactly as written: UK.
    Abbreviation,
    /// The capital.
    Capital,
    /// Something that names the country only sometimes: America.
    Perhaps,
    /// What stands for the country in a compound, before a hyphen: Franco-Malian.
    Prefix,
    /// A language that is no nationality: English.
    Language,
}

impl FormKind {
    /// The kind that a cell of the table says.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "name" | "official" | "variant" | "former" => Self::Name,
            "demonym" => Self::Demonym,
            "adjective" => Self::Adjective,
            "abbreviation" => Self::Abbreviation,
            "capital" => Self::Capital,
            "perhaps" => Self::Perhaps,
            "prefix" => Self::Prefix,
            "language-only" => Self::Language,
            _ => return None,
        })
    }
}

/// Something that a country or grouping is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// As people write it.
    pub written: &'static str,
    /// What it is.
    pub kind: FormKind,
    /// The language that it is written in: `en`, `fr`, `es` or `pt`.
    pub language: &'static str,
}

impl Form {
    /// Whether it is English, or the same in all languages.
    pub fn is_english(&self) -> bool {
        self.language == "en"
    }
}
