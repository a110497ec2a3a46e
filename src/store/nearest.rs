//! The word that somebody meant.

use crate::text::fold;

/// Longer words are not compared: nobody mistypes them, and the time grows with the square.
const LONGEST: usize = 64;

/// Less alike than this is no help: chosen so that `titel` meets `title` and `date` does not
/// meet `at`.
const ALIKE: f64 = 0.6;

/// The candidate that is spelled most like `wanted`; of equals the first.
pub(super) fn nearest<'c>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
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
    fn slips_meet_their_word_and_strangers_nobody() {
        let keys = ["id", "title", "at", "text", "countries"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("Text", keys), Some("text"));
        assert_eq!(nearest("country", keys), Some("countries"));
        assert_eq!(nearest("date", keys), None);
        assert_eq!(nearest(&"title".repeat(100), keys), None);
        assert_eq!(nearest("a", []), None);
    }
}
