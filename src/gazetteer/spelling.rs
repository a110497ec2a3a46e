//! Names in the spelling in which they are compared, and the country with the most similar name.

use std::sync::LazyLock;

use super::form::{Form, FormKind};
use super::lookup::{countries, name};
use super::text_mentions::Gazetteer;
use crate::model::CountryCode;
use crate::text::words;

/// A form of a country, in the spelling in which it is compared.
#[derive(Debug)]
pub struct Spelled {
    /// The words of the form, folded, with single spaces between.
    pub folded: String,
    /// The form as written.
    pub form: Form,
    /// The country.
    pub code: CountryCode,
}

/// Returns every form of every country, folded for comparison: countries in the order of their
/// codes, each with its English name first.
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

/// Returns the folded words of a name with single spaces between, as in [`Spelled`].
pub fn spaced(name: &str) -> String {
    let words = words(name).into_iter().map(|word| word.folded);
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the country that `text` most likely means: by name or code in any case, else by the most
/// similar name.
pub fn nearest(text: &str) -> Option<(CountryCode, &'static str)> {
    /// The least similarity that counts, chosen so that `Frnace` means France and `XX` means
    /// nothing.
    const ALIKE: f64 = 0.75;
    if let Some(code) = Gazetteer::default().countries(text).first() {
        return Some((*code, name(*code)?));
    }
    let wanted = spaced(text);
    // Names of very different length are never similar.
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
    fn finds_a_country_by_misspelled_and_other_names() {
        assert_eq!(nearest_name("Frnace"), Some("France"));
        assert_eq!(nearest_name("fr"), Some("France"));
        assert_eq!(nearest_name("Brasil"), Some("Brazil"));
        assert_eq!(nearest_name("cote d'ivoire"), Some("Côte d'Ivoire"));
        assert_eq!(nearest_name("UK"), Some("United Kingdom"));
        assert_eq!(nearest_name("XX"), None);
    }
}
