//! The countries of the world: what they are called, who belongs to which grouping when, and where
//! a text names them.
//!
//! Rules, in order: what is ambiguous is offered as perhaps, never as fact; a membership is that of
//! a day; a text is read once, word by word. Tables are compiled in; no IO. Deliberately absent:
//! towns other than capitals, which are words or other towns as often. `docs/COUNTRIES.md` gives the
//! rules of reading and their figures.

mod briefing_mentions;
mod form;
mod languages;
mod lexicon;
mod lookalikes;
mod rules;
mod tables;
mod text_mentions;

pub use briefing_mentions::{ByPlace, Dossier, Mentions, Naming};
pub use form::{Form, FormKind, GroupingId, Membership, Named};
pub use tables::{Country, Grouping};
pub use text_mentions::{Gazetteer, Mention};

use std::sync::LazyLock;

use crate::model::CountryCode;
use crate::text::words;

use tables::tables;

/// All countries and territories, by code.
pub fn countries() -> &'static [Country] {
    &tables().countries
}

/// All groupings with the ids by which they are known.
pub fn groupings() -> impl Iterator<Item = (GroupingId, &'static Grouping)> {
    tables::groupings()
}

/// A country; `None` for a code that ISO 3166-1 does not assign.
pub fn country(code: CountryCode) -> Option<&'static Country> {
    let at = countries().binary_search_by_key(&code, |country| country.code);
    countries().get(at.ok()?)
}

/// The English short name of a country; `None` for a code that ISO 3166-1 does not assign.
pub fn name(code: CountryCode) -> Option<&'static str> {
    country(code).map(|country| country.name)
}

/// What a country is called in a language: `en`, `fr`, `es` or `pt`; in English where the table has
/// no name in it.
pub fn name_in(code: CountryCode, language: &str) -> Option<&'static str> {
    let country = country(code)?;
    // The short name comes before the official one in each language.
    let mut names = country.forms.iter();
    let own = names.find(|form| form.kind == FormKind::Name && form.language == language);
    Some(own.map_or(country.name, |form| form.written))
}

/// The countries of a region of the world, such as West Africa, Southern Asia or Caribbean; wider
/// names (Africa) have the countries of all their regions. Empty where nothing is called so.
pub fn region(name: &str) -> Vec<CountryCode> {
    // West Africa is Western Africa, and South-East Asia South-eastern Asia.
    let parts = |name: &str| -> Vec<String> {
        let parts = words(name).into_iter();
        parts
            .map(|word| word.folded.trim_end_matches("ern").to_owned())
            .collect()
    };
    let wanted = parts(name);
    let lies = |country: &&Country| {
        let region = parts(country.region);
        let is_part = |wanted: &String| region.contains(wanted);
        !wanted.is_empty() && wanted.iter().all(is_part)
    };
    let inside = countries().iter().filter(lies);
    inside.map(|country| country.code).collect()
}

/// A form of a country as it is compared.
#[derive(Debug)]
pub struct Spelled {
    /// Its words, folded, with single spaces between.
    pub folded: String,
    /// The form.
    pub form: Form,
    /// Whose it is.
    pub code: CountryCode,
}

/// All forms of all countries as they are compared, by code, the English name first.
pub fn spelled() -> &'static [Spelled] {
    static SPELLED: LazyLock<Vec<Spelled>> = LazyLock::new(|| {
        let all = countries().iter().flat_map(|country| {
            let forms = country.forms.iter();
            forms.map(|form| Spelled {
                folded: spaced(form.written),
                form: *form,
                code: country.code,
            })
        });
        all.collect()
    });
    &SPELLED
}

/// The words of a name, folded, with single spaces between: as [`Spelled`] has them.
pub fn spaced(name: &str) -> String {
    let words = words(name).into_iter().map(|word| word.folded);
    words.collect::<Vec<_>>().join(" ")
}

/// The country that somebody meant who wrote `text` where a code belongs: the one of that name or
/// code in any case, else the one with a form that is spelled most like it.
pub fn nearest(text: &str) -> Option<(CountryCode, &'static str)> {
    /// Less alike than this is no help: chosen so that `Frnace` meets France and `XX` nobody.
    const ALIKE: f64 = 0.75;
    if let Some(code) = Gazetteer::default().countries(text).first() {
        return Some((*code, name(*code)?));
    }
    let wanted = spaced(text);
    // A name cannot be alike that is much longer or shorter.
    let lengths = wanted.len() * 3 / 4..=wanted.len() * 4 / 3;
    let names = spelled().iter();
    let names = names.filter(|one| one.form.kind == FormKind::Name);
    let near = names.filter(|one| lengths.contains(&one.folded.len()));
    let rated = near.map(|one| {
        let alike = strsim::normalized_damerau_levenshtein(&wanted, &one.folded);
        (alike, one.code)
    });
    let (best, code) = rated.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best >= ALIKE).then_some((code, name(code)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest_name(text: &str) -> Option<&'static str> {
        nearest(text).map(|(_, name)| name)
    }

    #[test]
    fn a_code_that_is_not_assigned_has_no_name() {
        assert_eq!(CountryCode::new("XX").and_then(name), None);
    }

    #[test]
    fn misspelled_and_other_names_meet_their_country() {
        assert_eq!(nearest_name("Frnace"), Some("France"));
        assert_eq!(nearest_name("fr"), Some("France"));
        assert_eq!(nearest_name("Brasil"), Some("Brazil"));
        assert_eq!(nearest_name("cote d'ivoire"), Some("Côte d'Ivoire"));
        assert_eq!(nearest_name("UK"), Some("United Kingdom"));
        assert_eq!(nearest_name("XX"), None);
    }
}
