//! The forms of names: how countries and groupings are written.

/// The kinds of form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A short, official, variant or former name.
    Name,
    /// The people, or one of them: Malians.
    Demonym,
    /// An adjective, which is often the language as well: French.
    Adjective,
    /// An abbreviation, which counts only exactly as written: UK.
    Abbreviation,
    /// The capital.
    Capital,
    /// A form that means the country only sometimes: America.
    Perhaps,
    /// The first part of a compound, before a hyphen: Franco-Malian.
    Prefix,
    /// A language that is not a nationality: English.
    Language,
}

impl FormKind {
    /// Returns the kind that a cell of the table names; `None` for an unknown word.
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

/// A way to write a country or grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The form as people write it.
    pub written: &'static str,
    /// The kind of form.
    pub kind: FormKind,
    /// The language of the form: `en`, `fr`, `es` or `pt`.
    pub language: &'static str,
}

impl Form {
    /// Returns whether the form is English, or the same in all languages.
    pub fn is_english(&self) -> bool {
        self.language == "en"
    }
}
