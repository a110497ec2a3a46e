//! Lookup of countries by code, language and region.

use super::country::Country;
use super::form::FormKind;
use super::tables::tables;
use crate::model::CountryCode;
use crate::text::words;

/// Returns all countries and territories, by code.
pub fn countries() -> &'static [Country] {
    &tables().countries
}

/// Returns a country; `None` for a code that ISO 3166-1 does not assign.
pub fn country(code: CountryCode) -> Option<&'static Country> {
    let at = countries().binary_search_by_key(&code, |country| country.code);
    countries().get(at.ok()?)
}

/// Returns the English short name of a country; `None` for a code that ISO 3166-1 does not assign.
pub fn name(code: CountryCode) -> Option<&'static str> {
    country(code).map(|country| country.name)
}

/// Returns the name of a country in a language (`en`, `fr`, `es` or `pt`), in English if the table
/// has none.
pub fn name_in(code: CountryCode, language: &str) -> Option<&'static str> {
    let country = country(code)?;
    // The short name comes before the official one in each language.
    let mut names = country.forms.iter();
    let own = names.find(|form| form.kind == FormKind::Name && form.language == language);
    Some(own.map_or(country.name, |form| form.written))
}

/// Returns the countries of a region, such as West Africa, Southern Asia or Caribbean. A wider name
/// (Africa) means all its regions. Empty for an unknown name.
pub fn region(name: &str) -> Vec<CountryCode> {
    // West Africa is Western Africa, and South-East Asia is South-eastern Asia.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_no_name_for_an_unassigned_code() {
        assert_eq!(CountryCode::new("XX").and_then(name), None);
    }
}
