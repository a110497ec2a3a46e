//! Tokens of a text: its words, and tokens derived from neighbouring words: compounds and initials.

use super::words::{INITIALS, Token, is_thousands};
use crate::text::{Word, part, words};

/// The most words of a name that initials are derived from, not counting small words.
const LONGEST_NAME: usize = 7;

/// Splits a text into tokens in order. A token derived from several words follows the first of
/// them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let words = words(text);
    let mut derived = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let mut add = |token| derived.push((at, token));
        if let [first, second, ..] = rest
            && let Some(folded) = compound(text, first, second)
        {
            add(join(folded, first, second));
        }
        if is_capitalized(text, word) {
            initials(text, rest, add);
        }
    }
    let mut tokens = Vec::with_capacity(words.len() + derived.len());
    let mut derived = derived.into_iter().peekable();
    for (at, Word { folded, range }) in words.into_iter().enumerate() {
        tokens.push(Token {
            folded,
            range,
            derived: false,
        });
        while let Some((_, token)) = derived.next_if(|(of, _)| *of == at) {
            tokens.push(token);
        }
    }
    tokens
}

fn join(folded: String, first: &Word, last: &Word) -> Token {
    let range = first.range.start..last.range.end;
    Token {
        folded,
        range,
        derived: true,
    }
}

/// Joins two words that may be written as one: Co-operation as cooperation, 41 816 as 41816.
fn compound(text: &str, first: &Word, second: &Word) -> Option<String> {
    let joins = match part(text, first.range.end..second.range.start) {
        "-" | "\u{2010}" | "\u{2011}" | "'" | "’" => second.folded != "s",
        " " | "\u{a0}" | "\u{2009}" | "\u{202f}" => is_thousands(&first.folded, &second.folded),
        _ => false,
    };
    joins.then(|| format!("{}{}", first.folded, second.folded))
}

fn is_capitalized(text: &str, word: &Word) -> bool {
    let first = part(text, word.range.clone()).chars().next();
    first.is_some_and(char::is_uppercase)
}

/// Returns whether a word is a small word, such as `of`, that may be part of a name.
fn connects(folded: &str) -> bool {
    const CONNECTING: [&str; 14] = [
        "of", "and", "on", "for", "the", "in", "to", "de", "des", "du", "la", "et", "y", "e",
    ];
    CONNECTING.contains(&folded)
}

/// Adds the initials of all names that begin with the first word, with and without the initials of
/// small words.
fn initials(text: &str, words: &[Word], mut add: impl FnMut(Token)) {
    let Some(first) = words.first() else { return };
    let (mut all, mut great, mut names) = (INITIALS.to_string(), INITIALS.to_string(), 0);
    let mut end = first.range.start;
    for word in words.iter().take(2 * LONGEST_NAME) {
        let gap = part(text, end..word.range.start);
        let goes_on = names == 0 || matches!(gap, " " | "\n" | "-" | " & ");
        let capitalized = is_capitalized(text, word);
        if !goes_on || !(capitalized || connects(&word.folded)) || names == LONGEST_NAME {
            return;
        }
        end = word.range.end;
        let letter = word.folded.chars().next();
        all.extend(letter);
        if !capitalized {
            continue;
        }
        great.extend(letter);
        names += 1;
        if names > 1 {
            add(join(great.clone(), first, word));
            if all != great {
                add(join(all.clone(), first, word));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derived_from(text: &str) -> Vec<(String, &str)> {
        let derived = tokens(text).into_iter().filter(|token| token.derived);
        derived
            .map(|token| {
                let folded = token.folded.trim_start_matches(INITIALS).to_owned();
                (folded, text.get(token.range).unwrap())
            })
            .collect()
    }

    #[test]
    fn joins_compounds_and_numbers_with_spaces() {
        let derived = derived_from("co-operation of 41 816 people in 2009 and l’emploi's");
        let derived: Vec<_> = derived.iter().map(|(folded, _)| folded.as_str()).collect();
        assert_eq!(derived, ["cooperation", "41816", "lemploi"]);
    }

    #[test]
    fn derives_initials_of_names() {
        let derived = derived_from("the Economic Community of West African States, Mali");
        let whole = "Economic Community of West African States";
        assert!(derived.contains(&("ecowas".to_owned(), whole)));
        assert!(derived.contains(&("ecwas".to_owned(), whole)));
        assert!(derived_from("one word, Two. Three").is_empty());
    }
}
