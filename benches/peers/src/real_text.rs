//! Real English text from a folder, and an imitation of it when all is used.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use fastrand::Rng;

use crate::synthetic_words::SyntheticWords;

/// The most bytes of a word: longer ones are addresses and the like.
const LONGEST: usize = 40;
/// The fewest words of a piece of text: shorter ones are headings or table cells.
const LEAST_WORDS: usize = 6;
/// The share of words in the imitation that do not follow the word before as in the text. Without
/// it, rare words would bring whole passages with them.
const JUMPS: f64 = 0.25;
/// The growth of an English vocabulary: words of text, distinct words among them, and the power
/// with which their number grows.
const GROWTH: (f64, f64, f64) = (6e6, 169e3, 0.44);
/// The number of times that made-up words are used again, for each new one.
const REUSES: f64 = 1.5;

/// A writer of real text, each passage once, in an order that follows from a seed, and then of
/// imitations.
pub struct RealText {
    names: Vec<String>,
    words: Vec<u32>,
    passages: Vec<usize>,
    length: usize,
    imitation: Option<Imitation>,
    random: Rng,
    written: usize,
}

/// The state of the imitation: the places of each word in the text, and the made-up words.
struct Imitation {
    first: Vec<usize>,
    places: Vec<u32>,
    lexicon: SyntheticWords,
    made: Vec<u32>,
}

impl RealText {
    /// Reads all `.txt` files of a folder, for passages of `length` words.
    pub fn read(folder: &Path, length: usize, seed: u64) -> Result<Self> {
        let mut files = Vec::new();
        let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                files.push(path);
            }
        }
        files.sort();
        let mut real = Self {
            names: Vec::new(),
            words: Vec::new(),
            passages: Vec::new(),
            length,
            imitation: None,
            random: Rng::with_seed(seed),
            written: 0,
        };
        let mut ids = HashMap::new();
        for file in &files {
            let bytes = fs::read(file).with_context(|| file.display().to_string())?;
            real.add(&String::from_utf8_lossy(&bytes), &mut ids);
        }
        let none = || format!("{}: no .txt file with English text", folder.display());
        ensure!(!real.passages.is_empty(), none());
        real.random.shuffle(&mut real.passages);
        Ok(real)
    }

    /// Returns the number of words read.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns whether no words were read.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn add(&mut self, text: &str, ids: &mut HashMap<String, u32>) {
        let start = self.words.len();
        for piece in text.replace('\r', "").split("\n\n") {
            let words: Vec<&str> = piece
                .split_whitespace()
                .filter(|word| reads(word))
                .collect();
            if words.len() < LEAST_WORDS {
                continue;
            }
            for word in words {
                let next = u32::try_from(self.names.len()).unwrap_or_default();
                let id = *ids.entry(word.to_owned()).or_insert_with(|| {
                    self.names.push(word.to_owned());
                    next
                });
                self.words.push(id);
            }
        }
        let whole = (self.words.len() - start) / self.length;
        let starts = (0..whole).map(|nth| start + nth * self.length);
        self.passages.extend(starts);
    }

    /// Returns the next passage.
    pub fn write(&mut self) -> Vec<String> {
        self.written += self.length;
        let ids = match self.passages.pop() {
            Some(start) => self.words[start..start + self.length].to_vec(),
            None => self.imitate(),
        };
        let names = ids.into_iter().map(|id| self.names[id as usize].clone());
        names.collect()
    }

    fn imitate(&mut self) -> Vec<u32> {
        let mut imitation = self
            .imitation
            .take()
            .unwrap_or_else(|| Imitation::new(&self.names, &self.words));
        let coins = coins(self.written);
        let mut before = None;
        let mut ids = Vec::with_capacity(self.length);
        for _ in 0..self.length {
            let number = self.random.f64();
            if number < coins {
                let id = u32::try_from(self.names.len()).unwrap_or_default();
                self.names.push(imitation.lexicon.coin().to_owned());
                imitation.made.push(id);
                ids.push(id);
                continue;
            }
            let again = self.random.choice(imitation.made.iter()).copied();
            if let Some(id) = again.filter(|_| number < coins * (1.0 + REUSES)) {
                imitation.made.push(id);
                ids.push(id);
                continue;
            }
            let places = before
                .filter(|_| self.random.f64() >= JUMPS)
                .map(|word| imitation.places_of(word));
            let place = places.and_then(|places| self.random.choice(places).copied());
            let next = place.and_then(|place| self.words.get(place as usize + 1).copied());
            let id = next.or_else(|| self.random.choice(self.words.iter()).copied());
            before = id;
            ids.extend(id);
        }
        self.imitation = Some(imitation);
        ids
    }
}

impl Imitation {
    fn new(names: &[String], words: &[u32]) -> Self {
        let mut first = vec![0; names.len() + 1];
        for word in words {
            first[*word as usize + 1] += 1;
        }
        for index in 1..first.len() {
            first[index] += first[index - 1];
        }
        let mut free = first.clone();
        let mut places = vec![0; words.len()];
        for (place, word) in (0_u32..).zip(words) {
            let slot = &mut free[*word as usize];
            places[*slot] = place;
            *slot += 1;
        }
        let known = names.iter().map(|name| name.to_lowercase());
        Self {
            first,
            places,
            lexicon: SyntheticWords::new(known, crate::SEED),
            made: Vec::new(),
        }
    }

    fn places_of(&self, word: u32) -> &[u32] {
        let word = word as usize;
        &self.places[self.first[word]..self.first[word + 1]]
    }
}

/// Returns the probability that the next word is new, after this many words.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn coins(written: usize) -> f64 {
    let (words, vocabulary, power) = GROWTH;
    let written = (written as f64).max(1.0);
    power * vocabulary * (written / words).powf(power) / written
}

fn reads(word: &str) -> bool {
    word.len() <= LONGEST
        && word.chars().any(char::is_alphanumeric)
        && !word.chars().any(char::is_control)
}
