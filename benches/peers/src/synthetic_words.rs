//! Made-up words that are as hard to tell apart as real ones.
//!
//! Half of a large vocabulary are other words with a suffix, a prefix or a typing error. Without
//! them a cut or misspelt word would be too easy to guess.

use std::collections::HashSet;

use fastrand::Rng;

/// Words without a topic, the commonest in English first.
pub const STOP_WORDS: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be",
    "by", "on", "not", "he", "this", "are", "or", "his", "from", "at", "which", "but", "have",
    "an", "had", "they", "you", "were", "their", "one", "all", "we", "can", "her", "has", "there",
    "been", "if", "more", "when", "will", "would", "who", "so", "no", "its", "what", "other",
    "into", "any", "than", "them", "these", "such", "some", "she", "may", "those", "only", "also",
];

const ONSETS: &[&str] = &[
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "ch", "cl",
    "cr", "dr", "fl", "gr", "pl", "pr", "sh", "sp", "st", "str", "th", "tr", "",
];
const VOWELS: &[&str] = &[
    "a", "e", "i", "o", "u", "a", "e", "i", "o", "ea", "ou", "ai", "io",
];
const CODAS: &[&str] = &[
    "", "", "", "n", "r", "l", "s", "t", "m", "nd", "nt", "ck", "st",
];
const ENDINGS: &[&str] = &[
    "s", "ed", "ing", "er", "ers", "ly", "al", "ation", "ity", "ment", "ness", "ive", "able",
];
const BEGINNINGS: &[&str] = &["un", "re", "pre", "inter", "non", "over", "co", "dis"];

/// The number of common words, which are short, and neither numbers nor typing errors.
const COMMON: usize = 3000;
/// The most letters of a word that others are derived from.
const MOST_LETTERS: usize = 11;

/// A growing list of distinct words.
pub struct SyntheticWords {
    words: Vec<String>,
    known: HashSet<String>,
    random: Rng,
}

impl SyntheticWords {
    /// Makes a list that begins with these words.
    pub fn new(words: impl Iterator<Item = String>, seed: u64) -> Self {
        let mut known = HashSet::new();
        let words = words.filter(|word| known.insert(word.clone())).collect();
        Self {
            words,
            known,
            random: Rng::with_seed(seed),
        }
    }

    /// Makes up a new word, adds it and returns it.
    pub fn coin(&mut self) -> &str {
        loop {
            let word = self.candidate();
            if word.len() > 2 && self.known.insert(word.clone()) {
                self.words.push(word);
                break;
            }
        }
        self.words.last().map_or("", String::as_str)
    }

    /// Returns all words, in the order added.
    pub fn into_words(self) -> Vec<String> {
        self.words
    }

    fn candidate(&mut self) -> String {
        let common = self.words.len() < COMMON;
        match self.random.u32(0..100) {
            0..40 => self.stem(),
            40..76 => self.earlier() + self.pick(ENDINGS),
            76..86 => self.pick(BEGINNINGS).to_owned() + &self.earlier(),
            _ if common => self.stem(),
            86..92 => {
                let word = self.earlier();
                slip(&word, &mut self.random)
            }
            92..97 => self.earlier() + &self.earlier(),
            _ => self.random.u32(100..1_000_000).to_string(),
        }
    }

    fn stem(&mut self) -> String {
        let most = if self.words.len() < COMMON { 2 } else { 4 };
        let syllables = self.random.usize(1..=most);
        let parts = (0..syllables).map(|_| {
            [ONSETS, VOWELS, CODAS]
                .map(|parts| self.pick(parts))
                .concat()
        });
        parts.collect()
    }

    fn earlier(&mut self) -> String {
        for _ in 0..20 {
            let word = self.random.choice(&self.words);
            let fits =
                |word: &&String| word.len() <= MOST_LETTERS && word.chars().all(char::is_lowercase);
            if let Some(word) = word.filter(fits) {
                return word.clone();
            }
        }
        self.stem()
    }

    fn pick(&mut self, parts: &[&'static str]) -> &'static str {
        self.random.choice(parts).copied().unwrap_or_default()
    }
}

/// Makes a typing error in a word: another letter, one letter less or more, or two swapped.
pub fn slip(word: &str, random: &mut Rng) -> String {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 2 {
        return word.to_owned();
    }
    loop {
        let mut slipped = letters.clone();
        let last = letters.len() - 1;
        let letter = random.lowercase();
        match random.u32(0..4) {
            0 => slipped[random.usize(0..=last)] = letter,
            1 => drop(slipped.remove(random.usize(0..=last))),
            2 => slipped.insert(random.usize(0..=last + 1), letter),
            _ => {
                let at = random.usize(0..last);
                slipped.swap(at, at + 1);
            }
        }
        if slipped != letters {
            return slipped.into_iter().collect();
        }
    }
}
