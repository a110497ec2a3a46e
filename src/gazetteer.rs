//! The countries of the world: which codes there are, and what they are called.
//!
//! Rules: tables are compiled in; no IO. Deliberately absent as yet: names in other languages,
//! demonyms, groupings, and mentions in prose.

mod countries;

use crate::model::CountryCode;
use crate::text::fold;

use countries::COUNTRIES;

/// The English short name of a country; `None` for a code that ISO 3166-1 does not assign.
pub fn name(code: CountryCode) -> Option<&'static str> {
    let index = COUNTRIES
        .binary_search_by_key(&code.as_str(), |(code, _)| code)
        .ok()?;
    COUNTRIES.get(index).map(|(_, name)| *name)
}

/// The country that somebody meant who wrote `text` where a code belongs: the one of that name or
/// code in any case, else the one whose name is spelled most like it.
pub fn nearest(text: &str) -> Option<(CountryCode, &'static str)> {
    /// Less alike than this is no help: chosen so that `Frnace` meets France and `XX` nobody.
    const ALIKE: f64 = 0.75;
    let wanted = fold(text.trim());
    let likeness = |code: &str, name: &str| {
        let is_it = wanted.eq_ignore_ascii_case(code) || wanted == fold(name);
        if is_it {
            1.0
        } else {
            strsim::normalized_damerau_levenshtein(&wanted, &fold(name))
        }
    };
    let rated = COUNTRIES
        .iter()
        .map(|(code, name)| (likeness(code, name), *code, *name));
    let (best, code, name) = rated.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best >= ALIKE).then_some((CountryCode::new(code)?, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest_name(text: &str) -> Option<&'static str> {
        nearest(text).map(|(_, name)| name)
    }

    #[test]
    fn the_table_is_sorted_and_complete() {
        assert_eq!(COUNTRIES.len(), 249);
        assert!(COUNTRIES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(
            COUNTRIES
                .iter()
                .all(|(code, _)| CountryCode::new(code).and_then(name).is_some())
        );
    }

    #[test]
    fn a_code_that_is_not_assigned_has_no_name() {
        assert_eq!(CountryCode::new("XX").and_then(name), None);
    }

    #[test]
    fn misspelled_names_and_small_letters_meet_their_country() {
        assert_eq!(nearest_name("Frnace"), Some("France"));
        assert_eq!(nearest_name("fr"), Some("France"));
        assert_eq!(nearest_name("Brasil"), Some("Brazil"));
        assert_eq!(nearest_name("cote d'ivoire"), Some("Côte d'Ivoire"));
        assert_eq!(nearest_name("XX"), None);
    }
}
