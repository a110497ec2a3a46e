//! Synthetic briefings: paragraphs of sixty words, three to an entry.

use std::env;
use std::path::Path;

use anyhow::{Context, Result};
use fastrand::Rng;
use roundtable::model::{Briefing, EntryId, Kind, NewEntry, Paper, Paragraph, Practice, Prose};
use roundtable::text::words;

use crate::real_text::RealText;
use crate::synthetic_text::{SyntheticText, capitalised};
use crate::synthetic_words::STOP_WORDS;

/// The number of words in a paragraph.
const WORDS: usize = 60;
/// The number of paragraphs in an entry.
const PARAGRAPHS: usize = 3;
/// The kinds of entries, weighted by repetition.
const KINDS: [Kind; 4] = [Kind::Context, Kind::Context, Kind::Example, Kind::Concept];
/// The fewest letters of a word that tells what a text is about.
pub const TELLING: usize = 4;

/// A briefing to search.
pub struct Corpus {
    /// The briefing.
    pub briefing: Briefing,
    /// A description of where its words come from.
    pub source: String,
}

enum Writer {
    Real(Box<RealText>),
    Synthetic(SyntheticText),
}

impl Corpus {
    /// Makes a briefing with this many paragraphs. The text comes from the `.txt` files of the
    /// folder in `ROUNDTABLE_TEXT`, or is made up if the variable is not set.
    pub fn new(paragraphs: usize, seed: u64) -> Result<Self> {
        let folder = env::var_os("ROUNDTABLE_TEXT");
        let (mut writer, source) = match folder {
            Some(folder) => {
                let real = RealText::read(Path::new(&folder), WORDS * PARAGRAPHS, seed)?;
                let source = format!("real text ({} words), then imitation", real.len());
                (Writer::Real(Box::new(real)), source)
            }
            None => (
                Writer::Synthetic(SyntheticText::new(seed)),
                "made-up words".to_owned(),
            ),
        };
        let mut random = Rng::with_seed(seed ^ 1);
        let mut entries = Vec::with_capacity(paragraphs.div_ceil(PARAGRAPHS));
        let mut left = paragraphs;
        while left > 0 {
            let count = left.min(PARAGRAPHS);
            left -= count;
            let text = match &mut writer {
                Writer::Real(real) => real.write(),
                Writer::Synthetic(text) => text.write(WORDS * PARAGRAPHS),
            };
            entries.push(entry(entries.len(), count, &text, &mut random)?);
        }
        let briefing = Briefing::new(Paper::default(), Vec::new(), entries)?;
        Ok(Self { briefing, source })
    }

    /// Returns the paragraphs in order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let paragraphs = self.briefing.paragraphs().iter();
        paragraphs.map(Paragraph::text)
    }

    /// Returns the size of all paragraphs in bytes.
    pub fn bytes(&self) -> usize {
        self.texts().map(str::len).sum()
    }
}

/// Returns whether a folded word tells what a text is about.
pub fn is_telling(word: &str) -> bool {
    word.chars().count() >= TELLING
        && word.chars().all(char::is_alphabetic)
        && !STOP_WORDS.contains(&word)
}

fn entry(index: usize, count: usize, text: &[String], random: &mut Rng) -> Result<NewEntry> {
    let paragraphs: Vec<String> = text
        .chunks(WORDS)
        .take(count)
        .map(|words| words.join(" "))
        .collect();
    let own = words(&paragraphs.join(" ")).into_iter();
    let telling: Vec<_> = own
        .map(|word| word.folded)
        .filter(|word| is_telling(word))
        .collect();
    let length = random.usize(3..=6);
    let heading = random.choose_multiple(telling, length).join(" ");
    let prose = paragraphs.into_iter().map(|text| Prose {
        text,
        spans: Vec::new(),
    });
    Ok(NewEntry {
        id: EntryId::new(&format!("entry-{index}")).context("an id")?,
        kind: *random.choice(&KINDS).context("a kind")?,
        heading: capitalised(&heading),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: prose.collect(),
    })
}
