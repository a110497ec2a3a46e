//! Suggestions for a query without hits.

use super::inverted_index::InvertedIndex;
use super::query::Query;
use super::typo::{edits, letters_of, tolerated};
use super::words::MatchMode;

/// The most suggestions: nobody reads more.
const MOST: usize = 3;

/// The most edits to a suggested word.
const FARTHEST: usize = 4;

/// Suggests queries for which `holds` is true, nearest first: words from the segments, without
/// signs.
pub(super) fn suggest(
    query: &Query,
    segments: &[&InvertedIndex],
    holds: impl Fn(&Query) -> bool,
) -> Vec<String> {
    let asked = query.words().iter();
    let asked = asked.filter(|word| word.mode != MatchMode::Exclude);
    let near: Vec<Vec<String>> = asked.map(|word| near(segments, &word.folded)).collect();
    let mut suggestions: Vec<String> = Vec::new();
    for nth in 0..MOST {
        let picked = near
            .iter()
            .filter_map(|near| near.get(nth).or_else(|| near.last()));
        let suggestion = picked.map(String::as_str).collect::<Vec<_>>().join(" ");
        let other = query.instead(&suggestion);
        if other != *query && holds(&other) && !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    suggestions
}

/// Returns the word itself if a text contains it, else the nearest words that texts contain.
fn near(segments: &[&InvertedIndex], word: &str) -> Vec<String> {
    if segments
        .iter()
        .any(|at| at.vocabulary.exact(word).is_some())
    {
        return vec![word.to_owned()];
    }
    let letters: Vec<char> = word.chars().collect();
    if tolerated(letters.len()) == 0 {
        return Vec::new();
    }
    let far = (letters.len() * 2 / 5).min(FARTHEST);
    let mask = letters_of(word);
    let mut scored = Vec::new();
    for segment in segments {
        let vocabulary = &segment.vocabulary;
        for (at, others) in (0..).zip(vocabulary.masks()) {
            // Each letter that a word lacks is at least one edit.
            if (mask & !others).count_ones() as usize > far {
                continue;
            }
            let other = vocabulary.word(at);
            if other.len().abs_diff(word.len()) > far {
                continue;
            }
            let near = edits(&letters, other, far).map(|edits| edits.whole);
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
