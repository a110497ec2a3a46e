//! Made-up text in which words are as common and as rare as in English.

use fastrand::Rng;

use crate::synthetic_words::{STOP_WORDS, SyntheticWords};

/// The number of distinct words besides the stop words.
///
/// With [`TOPICS`] and [`STOPS`] it is fitted to how the vocabulary of English text grows: 12 k, 48
/// k, 169 k and 463 k words in 10³, 10⁴, 10⁵ and 10⁶ paragraphs; the fit is within 13 %.
const WORDS: usize = 540_000;
/// The frequencies of words with a topic.
const TOPICS: Zipf = Zipf {
    shift: 300.0,
    exponent: 1.5,
};
/// The frequencies of stop words among each other.
const COMMON: Zipf = Zipf {
    shift: 1.5,
    exponent: 1.1,
};
/// The share of stop words in a text.
const STOPS: f64 = 0.45;
/// The share of words that repeat a word of the same entry.
const ECHOES: f64 = 0.06;

/// The law of Zipf and Mandelbrot: a word of rank r has the frequency (r + shift)^-exponent.
struct Zipf {
    shift: f64,
    exponent: f64,
}

impl Zipf {
    /// Returns a rank below `ranks` for a number between 0 and 1.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "ranks are small and positive"
    )]
    fn rank(&self, ranks: usize, number: f64) -> usize {
        let power = 1.0 - self.exponent;
        let first = self.shift.powf(power);
        let last = (ranks as f64 + self.shift).powf(power);
        let place = (last - first).mul_add(number, first);
        let rank = place.powf(power.recip()) - self.shift;
        (rank as usize).min(ranks - 1)
    }
}

/// A writer of made-up text.
pub struct SyntheticText {
    words: Vec<String>,
    random: Rng,
}

impl SyntheticText {
    /// Makes a writer whose text follows from a seed.
    pub fn new(seed: u64) -> Self {
        let mut lexicon =
            SyntheticWords::new(STOP_WORDS.iter().map(|word| (*word).to_owned()), seed);
        for _ in 0..WORDS {
            lexicon.coin();
        }
        Self {
            words: lexicon.into_words(),
            random: Rng::with_seed(seed),
        }
    }

    /// Writes this many words, in sentences.
    pub fn write(&mut self, words: usize) -> Vec<String> {
        let mut written: Vec<String> = Vec::with_capacity(words);
        let mut topics: Vec<usize> = Vec::new();
        let mut left = 0;
        for _ in 0..words {
            let begins = left == 0;
            if begins {
                left = self.random.usize(8..24);
            }
            left -= 1;
            let mut word = self.word(&mut topics).to_owned();
            if begins {
                word = capitalised(&word);
            }
            match self.random.u32(0..12) {
                _ if left == 0 => word.push('.'),
                0 => word.push(','),
                _ => (),
            }
            written.push(word);
        }
        written
    }

    fn word(&mut self, topics: &mut Vec<usize>) -> &str {
        let number = self.random.f64();
        let index = if self.random.f64() < STOPS {
            COMMON.rank(STOP_WORDS.len(), number)
        } else if let Some(echo) = self.random.choice(topics.iter())
            && self.random.f64() < ECHOES
        {
            *echo
        } else {
            let index = STOP_WORDS.len() + TOPICS.rank(WORDS, number);
            topics.push(index);
            index
        };
        self.words.get(index).map_or("", String::as_str)
    }
}

/// Returns a word with a capital letter.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
