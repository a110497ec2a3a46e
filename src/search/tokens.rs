//! The words of a text, and what can be made of neighbours: compounds in one word, names by their
//! initials.

use super::words::{INITIALS, Token, is_thousands};
use crate::text::{Word, part, words};

/// A name has no more words.
const LONGEST_NAME: usize = 7;

/// The words in order; behind the first word of a compound or name, what is made of it.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let words = words(text);
    let mut made = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let mut add = |token| made.push((at, token));
        if let [first, second, ..] = rest
            && let Some(folded) = compound(text, first, second)
        {
            add(join(folded, first, second));
        }
        if is_capitalized(text, word) {
            initials(text, rest, add);
        }
    }
    let mut tokens = Vec::with_capacity(words.len() + made.len());
    let mut made = made.into_iter().peekable();
    for (at, Word { folded, range }) in words.into_iter().enumerate() {
        tokens.push(Token {
            folded,
            range,
            derived: false,
        });
        while let Some((_, token)) = made.next_if(|(of, _)| *of == at) {
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

/// Co-operation is cooperation, and 41 816 is 41816.
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

/// Whether small words such as `of` may stand inside a name.
fn connects(folded: &str) -> bool {
    const CONNECTING: [&str; 14] = [
        "of", "and", "on", "for", "the", "in", "to", "de", "des", "du", "la", "et", "y", "e",
    ];
    CONNECTING.contains(&folded)
}

/// The initials of all names that begin with the first of the words: with and without those of
/// small words inside.
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

    fn made_of(text: &str) -> Vec<(String, &str)> {
        let made = tokens(text).into_iter().filter(|token| token.derived);
        made.map(|token| {
            let folded = token.folded.trim_start_matches(INITIALS).to_owned();
            (folded, text.get(token.range).unwrap())
        })
        .collect()
    }

    #[test]
    fn compounds_and_parted_numbers_are_one_word_as_well() {
        let made = made_of("co-operation of 41 816 people in 2009 and l’emploi's");
        let made: Vec<_> = made.iter().map(|(folded, _)| folded.as_str()).collect();
        assert_eq!(made, ["cooperation", "41816", "lemploi"]);
    }

    #[test]
    fn names_are_known_by_their_initials() {
        let made = made_of("the Economic Community of West African States, Mali");
        let whole = "Economic Community of West African States";
        assert!(made.contains(&("ecowas".to_owned(), whole)));
        assert!(made.contains(&("ecwas".to_owned(), whole)));
        assert!(made_of("one word, Two. Three").is_empty());
    }
}
