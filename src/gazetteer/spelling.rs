//! The forms of countries as they are compared, and the country whose name is nearest.

use std::sync::LazyLock;

use super::form::{Form, FormKind};
use super::lookup::{countries, name};
use super::text_mentions::Gazetteer;
use crate::model::CountryCode;
use crate::text::words;

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
    fn misspelled_and_other_names_meet_their_country() {
        assert_eq!(nearest_name("Frnace"), Some("France"));
        assert_eq!(nearest_name("fr"), Some("France"));
        assert_eq!(nearest_name("Brasil"), Some("Brazil"));
        assert_eq!(nearest_name("cote d'ivoire"), Some("Côte d'Ivoire"));
        assert_eq!(nearest_name("UK"), Some("United Kingdom"));
        assert_eq!(nearest_name("XX"), None);
    }
}
