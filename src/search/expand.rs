//! Expansion: the words of the vocabulary that match a word of a query.

use super::country_tokens::identity;
use super::inverted_index::InvertedIndex;
use super::typo::{edits, letters_of, tolerated};
use super::vocabulary::Vocabulary;
use super::words::{INITIALS, MatchMode, QueryWord, is_derived};

/// The ways in which a word of a text matches a word of a query, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum MatchClass {
    /// The same word after folding.
    Exact,
    /// The same word in another spelling.
    Spelled,
    /// The same country or grouping under another name.
    Name,
    /// Another form of the same word: plural, past.
    Form,
    /// The first word of a name whose initials were typed.
    Initials,
    /// A word that begins with the one typed.
    Prefix,
    /// A word of the same family: migrant for migration.
    Family,
    /// A word one typing error away.
    Typo,
    /// A word two typing errors away.
    TwoTypos,
    /// A word with a beginning that is one typing error away.
    TypoPrefix,
    /// A word that has the typed letters in order.
    Letters,
}

impl MatchClass {
    /// Returns the weight of the match when `texts` texts contain the typed word itself: the more
    /// there are, the less likely another word was meant. `docs/SEARCH.md` gives the reasons.
    pub(super) fn weight(self, texts: f32) -> f32 {
        let less = 1.0 + 0.3 * (1.0 + texts).ln();
        match self {
            Self::Exact => 1.0,
            Self::Spelled => 0.98,
            Self::Name if texts > 0.0 => 0.6,
            Self::Name | Self::Initials => 0.95,
            Self::Form => 0.9 / less,
            Self::Prefix if texts > 0.0 => 0.5 / less,
            Self::Prefix => 0.7,
            Self::Family => 0.5 / less,
            Self::Typo => 0.4,
            Self::TwoTypos | Self::TypoPrefix | Self::Letters => 0.25,
        }
    }

    /// Returns whether the match is a guess, which counts only if there is nothing better.
    pub(super) const fn is_guess(self) -> bool {
        self as u8 >= Self::Typo as u8
    }
}

/// The words of a segment that match a word of a query.
#[derive(Clone, Debug, Default)]
pub(super) struct Expansion {
    /// The matching words of the vocabulary, best first, each once.
    pub words: Vec<(u32, MatchClass)>,
    /// The runs of neighbouring words whose beginnings were typed as one word.
    pub runs: Vec<Vec<u32>>,
    /// The texts that contain one of the runs, in order.
    pub run_texts: Vec<u32>,
}

impl Expansion {
    /// Returns whether nothing matches.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.runs.is_empty()
    }
}

/// The maximum number of words that a prefix matches; a short prefix begins many.
const MOST_WORDS: usize = 4096;
/// The minimum number of letters in a prefix, unless the word is still being typed.
const SHORTEST_PREFIX: usize = 3;
/// The minimum number of letters in a word that may be a typing error for a longer word containing
/// it: Oman is not a typing error for woman.
const SHORTEST_INSIDE: usize = 5;
/// Finds the words that match a word of a query: with typing errors if `guesses`, and never by
/// letters in order.
pub(super) fn expand(segment: &InvertedIndex, wanted: &QueryWord, guesses: bool) -> Expansion {
    let vocabulary = &segment.vocabulary;
    let typed = wanted.folded.as_str();
    let mut words = Vec::new();
    let mut add = |class, found: Vec<u32>| words.extend(found.into_iter().map(|at| (at, class)));
    add(
        MatchClass::Exact,
        vocabulary.exact(typed).into_iter().collect(),
    );
    if wanted.mode != MatchMode::Exact {
        add(MatchClass::Spelled, vocabulary.spelled(typed));
    }
    let names = wanted.named.iter();
    let names = names.filter_map(|named| vocabulary.exact(&identity(*named)));
    add(MatchClass::Name, names.collect());
    if matches!(
        wanted.mode,
        MatchMode::Loose | MatchMode::Exclude | MatchMode::AtStart
    ) {
        add(MatchClass::Form, vocabulary.forms(typed));
    }
    if matches!(wanted.mode, MatchMode::Loose | MatchMode::AtStart) {
        let letters = typed.chars().count();
        if wanted.growing || letters >= SHORTEST_PREFIX {
            add(MatchClass::Prefix, beginning(segment, typed));
        }
    }
    if wanted.mode == MatchMode::Loose {
        let initials = vocabulary.exact(&format!("{INITIALS}{typed}"));
        add(MatchClass::Initials, initials.into_iter().collect());
        add(MatchClass::Family, vocabulary.family(typed));
        let certain = words.iter().any(|(_, class)| *class != MatchClass::Family);
        if guesses {
            typos(vocabulary, typed, wanted.growing && !certain, &mut words);
        }
    }
    words.sort_unstable();
    words.dedup_by_key(|(at, _)| *at);
    words.sort_by_key(|(_, class)| *class);
    Expansion {
        words,
        ..Expansion::default()
    }
}

/// Returns the words that begin with the one typed: if there are too many, those in the most texts.
fn beginning(segment: &InvertedIndex, typed: &str) -> Vec<u32> {
    let mut words: Vec<u32> = segment.vocabulary.beginning_with(typed).collect();
    if words.len() > MOST_WORDS {
        let texts = |at: &u32| std::cmp::Reverse((segment.texts_with(*at).len(), *at));
        words.select_nth_unstable_by_key(MOST_WORDS, texts);
        words.truncate(MOST_WORDS);
    }
    words
}

fn typos(
    vocabulary: &Vocabulary,
    typed: &str,
    beginnings: bool,
    words: &mut Vec<(u32, MatchClass)>,
) {
    let letters: Vec<char> = typed.chars().collect();
    let most = tolerated(letters.len());
    // An error in a number makes another number.
    if most == 0 || typed.contains(|c: char| c.is_numeric()) {
        return;
    }
    let short = letters.len() < SHORTEST_INSIDE;
    let mask = letters_of(typed);
    let furthest = 2 * u32::try_from(most).unwrap_or_default();
    for (at, other) in (0..).zip(vocabulary.masks()) {
        let (missing, differing) = (mask & !other, mask ^ other);
        if differing.count_ones() > furthest
            && !(beginnings && missing.count_ones() <= furthest / 2)
        {
            continue;
        }
        let word = vocabulary.word(at);
        if !begins_alike(typed.as_bytes(), word.as_bytes(), most) {
            continue;
        }
        // A longer word is a prefix match, and a short word inside another is not an error: Oman in
        // woman.
        let is_part = word.starts_with(typed) || (short && word.contains(typed));
        if is_derived(word) || is_part {
            continue;
        }
        match edits(&letters, word, most) {
            Some(edits) if edits.whole <= 1 => words.push((at, MatchClass::Typo)),
            Some(edits) if edits.whole <= most => words.push((at, MatchClass::TwoTypos)),
            Some(edits) if beginnings && letters.len() > 4 && edits.beginning <= 1 => {
                words.push((at, MatchClass::TypoPrefix));
            }
            _ => (),
        }
    }
}

/// Returns whether one of the first `errors + 1` letters is within `errors` of its place: that many
/// errors cannot move them all.
fn begins_alike(typed: &[u8], word: &[u8], errors: usize) -> bool {
    let mut first = typed.iter().take(errors + 1).enumerate();
    first.any(|(at, letter)| {
        let near = at.saturating_sub(errors)..=(at + errors);
        near.into_iter().any(|at| word.get(at) == Some(letter))
    })
}
