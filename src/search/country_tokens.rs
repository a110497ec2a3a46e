//! Tokens for countries and groupings: one word of the vocabulary for each, whatever the text calls
//! it.

use crate::gazetteer::{Gazetteer, Mention, Named};

use super::stop_words::is_stop;
use super::words::{MatchMode, NAME, QueryWord, Token};

/// The maximum number of words in a name.
const LONGEST: usize = 8;

/// Returns the word of the vocabulary for a country or grouping.
pub(super) fn identity(named: Named) -> String {
    match named {
        Named::Country(code) => format!("{NAME}{code}"),
        // Australia and the African Union share the code AU.
        Named::Grouping(id) => format!("{NAME}.{}", id.get().short),
    }
}

/// Inserts a token for each certain mention after the first word of the mention.
pub(super) fn with_names(tokens: Vec<Token>, mentions: &[Mention]) -> Vec<Token> {
    let mut certain = mentions
        .iter()
        .filter(|mention| mention.is_certain)
        .peekable();
    if certain.peek().is_none() {
        return tokens;
    }
    let mut all = Vec::with_capacity(tokens.len() + 8);
    for token in tokens {
        let start = (!token.derived).then_some(token.range.start);
        all.push(token);
        while let Some(Mention { range, named, .. }) =
            certain.next_if(|mention| Some(mention.range.start) == start)
        {
            all.push(Token {
                folded: identity(*named),
                range: range.clone(),
                derived: true,
            });
        }
    }
    all
}

/// Sets for each word of a query which countries and groupings it names, alone or with its
/// neighbours. Of overlapping names the longest counts.
pub(super) fn identify(words: &mut [QueryWord], gazetteer: &Gazetteer) {
    let mut at = 0;
    while at < words.len() {
        let most = LONGEST.min(words.len() - at);
        let longest = (1..=most).rev().find_map(|length| {
            let run = words.get(at..at + length)?;
            names(run, gazetteer).map(|named| (length, named))
        });
        let length = longest.as_ref().map_or(1, |(length, _)| *length);
        if let Some((_, named)) = longest {
            for word in words.iter_mut().skip(at).take(length) {
                word.named.clone_from(&named);
            }
        }
        at += length;
    }
}

/// Returns the countries and groupings that a run of words names as a whole; empty if it is the
/// name of something else, `None` if it is not a name.
fn names(run: &[QueryWord], gazetteer: &Gazetteer) -> Option<Vec<Named>> {
    let is_like = |word: &QueryWord| word.mode == MatchMode::Loose;
    // A stop word is a name only in capitals: US.
    let is_small =
        |word: &QueryWord| is_stop(&word.folded) && word.typed.contains(char::is_lowercase);
    let alone = run.len() == 1;
    if !run.iter().all(is_like) || (alone && run.iter().any(is_small)) {
        return None;
    }
    let typed: Vec<&str> = run.iter().map(|word| word.typed.as_str()).collect();
    let grows = run.last().is_some_and(|word| word.growing);
    gazetteer.named_by_itself(&typed.join(" "), grows && !alone)
}
