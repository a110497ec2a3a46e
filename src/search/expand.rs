//! Which words of the vocabulary a typed word may stand for.

use super::country_tokens::identity;
use super::inverted_index::InvertedIndex;
use super::typo::{edits, letters_of, tolerated};
use super::vocabulary::Vocabulary;
use super::words::{INITIALS, MatchMode, QueryWord, is_derived};

/// How a word of a text answers a word of a query, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum MatchClass {
    /// It is the same, once folded.
    Exact,
    /// It is the same in another spelling.
    Spelled,
    /// It is the same country or grouping under another name.
    Name,
    /// It is another form of the same: plural, past.
    Form,
    /// It begins the name whose initials were typed.
    Initials,
    /// It begins with what was typed.
    Prefix,
    /// It is of the same family: migrant for migration.
    Family,
    /// It is a typing error away.
    Typo,
    /// It is two typing errors away.
    TwoTypos,
    /// It begins with something that is a typing error away.
    TypoPrefix,
    /// It has the letters in order.
    Letters,
}

impl MatchClass {
    /// What it is worth beside the word itself, which so many texts hold; see `docs/SEARCH.md`.
    /// The more of them there are, the less was anything else meant.
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

    /// Whether it is a guess, to be believed only where nothing better is there.
    pub(super) const fn is_guess(self) -> bool {
        self as u8 >= Self::Typo as u8
    }
}

/// What a typed word may stand for in the texts of a segment.
#[derive(Clone, Debug, Default)]
pub(super) struct Expansion {
    /// Words of the vocabulary, the best first, each once.
    pub words: Vec<(u32, MatchClass)>,
    /// Neighbours whose beginnings were run together, as they stand in the texts.
    pub runs: Vec<Vec<u32>>,
    /// The texts that hold one of the runs, in order.
    pub run_texts: Vec<u32>,
}

impl Expansion {
    /// Whether nothing answers.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.runs.is_empty()
    }
}

/// A short beginning has many words; so many of them are followed.
const MOST_WORDS: usize = 4096;
/// A word in the middle of a query is rarely left unfinished after fewer letters.
const SHORTEST_PREFIX: usize = 3;
/// A shorter word that lacks its first letter may as well be one of its own.
const SHORTEST_INSIDE: usize = 5;
/// The words that a typed word may stand for; typing errors where `guesses` says so, and no
/// guesses by letters in order.
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

/// The words that begin so: where there are too many, those that most texts hold.
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
    // An error in a number is another number.
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
        // What begins so is no error, and a short word that stands whole in another is none for it:
        // Oman is in no woman.
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

/// Whether one of the first letters stands in its place or one beside: so many errors leave one of
/// them there that are one fewer than the letters looked at.
fn begins_alike(typed: &[u8], word: &[u8], errors: usize) -> bool {
    let mut first = typed.iter().take(errors + 1).enumerate();
    first.any(|(at, letter)| {
        let near = at.saturating_sub(errors)..=(at + errors);
        near.into_iter().any(|at| word.get(at) == Some(letter))
    })
}
