//! Finds the word that a misspelled one was meant to be.

use crate::text::fold;

/// The longest word, in bytes, that is compared: the time grows with the square of the length, and
/// no real word is longer.
const LONGEST: usize = 64;

/// The least similarity, from 0 to 1, that a suggestion needs: chosen so that `titel` finds `title`
/// and `date` does not find `at`.
const ALIKE: f64 = 0.6;

/// Returns the candidate spelled most like `wanted`, the first if several are equally close; `None`
/// if none is close enough.
pub fn nearest<'c>(wanted: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if wanted.len() > LONGEST {
        return None;
    }
    let wanted = fold(wanted);
    let short = candidates.into_iter().filter(|one| one.len() <= LONGEST);
    let rated = short.map(|one| {
        let likeness = strsim::normalized_damerau_levenshtein(&wanted, &fold(one));
        (likeness, one)
    });
    let best = rated.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.filter(|(likeness, _)| *likeness >= ALIKE)
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_word_of_a_typo_and_nothing_for_other_words() {
        let keys = ["id", "title", "at", "text", "countries"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("Text", keys), Some("text"));
        assert_eq!(nearest("country", keys), Some("countries"));
        assert_eq!(nearest("date", keys), None);
        assert_eq!(nearest(&"title".repeat(100), keys), None);
        assert_eq!(nearest("a", []), None);
    }
}
