//! What somebody may have meant who found nothing.

use super::query::{Asks, Query};
use super::{Index, typo};

/// Nobody reads more suggestions.
const MOST: usize = 3;

/// What is farther away was not meant.
const FARTHEST: usize = 4;

/// Queries that would find something, nearest first.
pub(super) fn suggest(index: &Index, query: &Query) -> Vec<String> {
    let plain: Vec<&str> = query
        .words()
        .iter()
        .filter(|word| word.asks != Asks::Without)
        .map(|word| word.typed.as_str())
        .collect();
    let words: Vec<Vec<String>> = plain.iter().map(|word| near(index, word)).collect();
    let mut suggestions: Vec<String> = Vec::new();
    for nth in 0..MOST {
        let picked = words
            .iter()
            .filter_map(|near| near.get(nth.min(near.len().checked_sub(1)?)));
        let suggestion = picked.cloned().collect::<Vec<_>>().join(" ");
        let finds = || !suggestion.is_empty() && !Query::new(&suggestion).is_empty();
        if finds() && suggestion != plain.join(" ") && !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    suggestions
}

/// The word itself where the texts hold it, else the nearest that they hold.
fn near(index: &Index, typed: &str) -> Vec<String> {
    let folded: Vec<char> = crate::text::fold(typed).chars().collect();
    let word: String = folded.iter().collect();
    let far = (folded.len() * 2 / 5).min(FARTHEST);
    let mut scored = Vec::new();
    if typo::tolerated(folded.len()) == 0 {
        return Vec::new();
    }
    for segment in index.segments() {
        let vocabulary = &segment.vocabulary;
        if vocabulary.exact(&word).is_some() {
            return vec![word];
        }
        let mask = typo::letters_of(&word);
        for (at, letters) in (0..).zip(vocabulary.masks()) {
            // Each letter that a word lacks is an error at least.
            if (mask & !letters).count_ones() as usize > far {
                continue;
            }
            let other = vocabulary.word(at);
            if other.len().abs_diff(word.len()) > far {
                continue;
            }
            let near = typo::edits(&folded, other, far).map(|edits| edits.whole);
            let is_word = other.starts_with(char::is_alphabetic);
            if let Some(edits) = near.filter(|edits| *edits <= far && is_word) {
                let texts = segment.texts_with(at).len();
                scored.push((edits, std::cmp::Reverse(texts), other.to_owned()));
            }
        }
    }
    scored.sort_unstable();
    scored.dedup_by(|one, other| one.2 == other.2);
    let words = scored.into_iter().take(MOST).map(|(.., word)| word);
    words.collect()
}
