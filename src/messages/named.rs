//! Names in sentences: countries, speakers, keys.

use std::fmt;

use crate::model::CountryCode;

/// A country or speaker in a message.
///
/// The code lets a language choose the article and the preposition ("le Mali", "du Mali", "au
/// Mali"), which the name alone does not determine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The code, if it is a country.
    pub code: Option<CountryCode>,
    /// The name, without an article.
    pub name: String,
}

impl Who {
    /// Makes the name of a country in a message.
    pub fn country(code: CountryCode, name: impl Into<String>) -> Self {
        Self {
            code: Some(code),
            name: name.into(),
        }
    }

    /// Returns an example for translators.
    pub(super) fn sample() -> Self {
        Self {
            code: CountryCode::new("ML"),
            name: "Mali".to_owned(),
        }
    }
}

/// A key in a message, by its name in the key map in force, such as `Ctrl-s`. No message spells
/// out a key itself, since users may bind others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyName(pub String);

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
