//! Folding: removes differences of case, accents, ligatures and separators, so that texts can be
//! compared.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as it is compared.
    pub folded: String,
    /// The range of the word in the text, in bytes.
    pub range: Range<usize>,
}

/// Folds a text to lower case without accents and ligatures: `École` becomes `ecole`.
///
/// Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = text.nfkd().flat_map(char::to_lowercase).nfkd();
    decomposed
        .filter(|c| !is_combining_mark(*c))
        .fold(String::new(), |mut folded, c| {
            match spelled_out(c) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(c),
            }
            folded
        })
}

/// Returns how people write a letter that Unicode does not decompose, on a keyboard without it.
const fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ø' => "o",
        'ß' => "ss",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŋ' => "n",
        'ŧ' => "t",
        _ => return None,
    })
}

/// Splits a text into words, folded: runs of letters and digits.
///
/// A comma before three digits is dropped (41,816 is 41816) and a point between digits stays
/// (53.7). Hyphens and apostrophes separate words.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        let in_number = matches!(c, '.' | ',') && before.is_ascii_digit() && after.is_ascii_digit();
        if c.is_alphanumeric() || (start.is_some() && (is_combining_mark(c) || in_number)) {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            words.extend(word(text, start..at));
        }
        before = c;
    }
    words.extend(start.and_then(|start| word(text, start..text.len())));
    words
}

fn word(text: &str, range: Range<usize>) -> Option<Word> {
    let mut folded = fold(text.get(range.clone())?);
    if folded.contains(',') {
        folded = number(&folded);
    }
    (!folded.is_empty()).then_some(Word { folded, range })
}

/// Reads the commas of a number: before three digits a comma separates thousands (41,816 is 41816),
/// else decimals (53,7 is 53.7).
fn number(text: &str) -> String {
    let mut parts = text.split(',');
    let mut number = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let thousands = part.chars().take_while(char::is_ascii_digit).count() == 3;
        if !thousands {
            number.push('.');
        }
        number.push_str(part);
    }
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn folds_case_accents_and_ligatures() {
        assert_eq!(
            fold("ÉCOLE Yelimané Œuvre ﬁn Straße İstanbul"),
            "ecole yelimane oeuvre fin strasse istanbul"
        );
    }

    #[test]
    fn splits_text_into_runs_of_letters_and_digits() {
        assert_eq!(
            folded("l’histoire, Africa-EU: 41,816 (53.7%)."),
            ["l", "histoire", "africa", "eu", "41816", "53.7"]
        );
        assert_eq!(
            folded("e\u{301}te\u{301} 2008, 2009."),
            ["ete", "2008", "2009"]
        );
    }

    #[test]
    fn returns_the_ranges_of_words() {
        let text = "in São Paulo";
        let ranges: Vec<_> = words(text)
            .into_iter()
            .map(|word| text.get(word.range).unwrap())
            .collect();
        assert_eq!(ranges, ["in", "São", "Paulo"]);
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn ranges_lie_on_character_boundaries(text in any::<String>()) {
            for word in words(&text) {
                prop_assert!(text.get(word.range).is_some());
            }
        }
    }
}
