//! The score of a text: its words are read in order, once.

use std::collections::HashMap;

use crate::model::Kind;

use super::expand::{Expansion, MatchClass};
use super::inverted_index::{IndexedEntry, IndexedText, InvertedIndex};
use super::plan::{Occur, QueryPlan};
use super::postings::{ratio, repeated};
use super::words::{DERIVED, MatchMode};

/// The score of a text for a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextScore {
    /// The number of the text.
    pub text: u32,
    /// The words of the query that the text lacks, one bit for each.
    pub missing: u32,
    /// The number of words that the text matches only by a guess.
    pub guesses: u32,
    /// The score: higher is better.
    pub score: f32,
    /// Whether the text contains a word that was excluded.
    pub excluded: bool,
}

impl TextScore {
    /// Returns whether the text contains all words, none of them by a guess.
    pub(super) const fn is_whole(&self) -> bool {
        self.missing == 0 && self.guesses == 0
    }
}

/// A match between a word of the vocabulary and a word of the query.
#[derive(Clone, Copy, Debug)]
struct Answer {
    /// The index of the word in the query.
    to: u8,
    class: MatchClass,
    weight: f32,
}

/// The matches of a word of the query in one text.
#[derive(Clone, Debug, Default)]
struct WordMatches {
    /// The best match in the text, and the number of matches, each counted by its weight.
    text: Option<MatchClass>,
    times: f32,
    /// The best match in the heading.
    heading: Option<MatchClass>,
    /// The positions in order, those in the heading first.
    positions: Vec<u32>,
}

/// A scorer of the texts of one segment.
pub(super) struct Scorer<'a> {
    segment: &'a InvertedIndex,
    plan: &'a QueryPlan<'a>,
    expansions: &'a [Expansion],
    /// An index into `answers` for each word of the vocabulary; 0 means no match.
    answer_of: Vec<u16>,
    answers: Vec<Vec<Answer>>,
    has_runs: bool,
    found: Vec<WordMatches>,
}

/// The position of the first word of a text, so far from the heading that words of the two are
/// never neighbours.
const TEXT_START: u32 = 1000;
/// The most positions of a word that are kept.
const MOST_POSITIONS: usize = 64;
/// The bonus for two words side by side as typed, as a share of their idf.
const NEIGHBOURS: f32 = 0.35;
/// The bonus for a word in the heading, as a share of its idf.
const HEADING: f32 = 0.8;
/// The same bonus for paragraphs that are not the first under the heading.
const LENT_HEADING: f32 = 0.25;
/// The bonus for a heading that consists of the words typed, as a share of their idf.
const WHOLE_HEADING: f32 = 0.8;

impl<'a> Scorer<'a> {
    /// Makes a scorer for one segment.
    pub(super) fn new(
        segment: &'a InvertedIndex,
        plan: &'a QueryPlan<'a>,
        expansions: &'a [Expansion],
    ) -> Self {
        let mut scorer = Self {
            segment,
            plan,
            expansions,
            answer_of: vec![0; segment.vocabulary.len()],
            answers: vec![Vec::new()],
            has_runs: expansions.iter().any(|found| !found.runs.is_empty()),
            found: vec![WordMatches::default(); expansions.len()],
        };
        scorer.collect_answers();
        scorer
    }

    /// Lists the matches of each word of the vocabulary. Words with equal matches share a list.
    fn collect_answers(&mut self) {
        let mut known: HashMap<Vec<(u8, MatchClass)>, u16> = HashMap::new();
        for ((to, expansion), word) in (0u8..).zip(self.expansions).zip(&self.plan.words) {
            let mut last = None;
            for (at, class) in &expansion.words {
                let Some(slot) = self.answer_of.get_mut(*at as usize) else {
                    continue;
                };
                // Thousands of words may match only by the same prefix.
                if let Some((_, number)) = last.filter(|(of, _)| of == class && *slot == 0) {
                    *slot = number;
                    continue;
                }
                let is_first = *slot == 0;
                let mut answers = self
                    .answers
                    .get(usize::from(*slot))
                    .cloned()
                    .unwrap_or_default();
                answers.push(Answer {
                    to,
                    class: *class,
                    weight: class.weight(word.exact_texts),
                });
                let key = answers.iter().map(|answer| (answer.to, answer.class));
                *slot = *known.entry(key.collect()).or_insert_with(|| {
                    self.answers.push(answers);
                    u16::try_from(self.answers.len() - 1).unwrap_or_default()
                });
                if is_first {
                    last = Some((*class, *slot));
                }
            }
        }
    }

    /// Reads and scores a text; `None` if it lacks a word that it must contain.
    pub(super) fn score(&mut self, at: u32) -> Option<TextScore> {
        let segment = self.segment;
        let (text, entry) = segment.text(at)?;
        for found in &mut self.found {
            found.positions.clear();
            (found.text, found.heading, found.times) = (None, None, 0.0);
        }
        self.read(segment.tokens(&entry.tokens), 0, true);
        self.read(segment.tokens(&text.tokens), TEXT_START, false);
        self.meets_demands()
            .then(|| self.text_score(at, text, entry))
    }

    fn read(&mut self, tokens: &[u32], start: u32, in_heading: bool) {
        let mut position = start;
        for token in tokens {
            let word = token & !DERIVED;
            let here = if token & DERIVED == 0 {
                position += 1;
                position - 1
            } else {
                position.saturating_sub(1)
            };
            let answer = self
                .answer_of
                .get(word as usize)
                .copied()
                .unwrap_or_default();
            let answers = self.answers.get(usize::from(answer));
            for answer in answers.into_iter().flatten() {
                if let Some(found) = self.found.get_mut(usize::from(answer.to)) {
                    found.note((answer.class, answer.weight), here, in_heading);
                }
            }
        }
        if self.has_runs {
            self.read_runs(tokens, start, in_heading);
        }
    }

    fn read_runs(&mut self, tokens: &[u32], start: u32, in_heading: bool) {
        let plain = tokens.iter().filter(|token| **token & DERIVED == 0);
        let plain: Vec<u32> = plain.copied().collect();
        for (expansion, found) in self.expansions.iter().zip(&mut self.found) {
            for run in expansion.runs.iter().filter(|run| !run.is_empty()) {
                let positions = (start..).zip(plain.windows(run.len()));
                for (position, _) in positions.filter(|(_, window)| window == run) {
                    let answer = (MatchClass::Letters, MatchClass::Letters.weight(0.0));
                    found.note(answer, position, in_heading);
                }
            }
        }
    }

    fn meets_demands(&self) -> bool {
        let all = self.plan.words.iter().zip(&self.found).enumerate();
        all.into_iter().all(|(nth, (word, found))| {
            let is_there = !found.positions.is_empty();
            match (word.occur, word.wanted.mode) {
                (Occur::Must, MatchMode::Phrase(number)) => {
                    is_there && self.has_phrase(nth, number)
                }
                (Occur::Must, MatchMode::AtStart) => {
                    let begins = |position: &u32| matches!(*position, 0 | TEXT_START);
                    found.positions.iter().any(begins)
                }
                (Occur::Must, _) => is_there,
                (Occur::Should | Occur::Optional | Occur::MustNot, _) => true,
            }
        })
    }

    /// Returns whether the words of a phrase follow one another; only checked for its first word,
    /// `true` for the others.
    fn has_phrase(&self, nth: usize, number: u8) -> bool {
        let in_phrase = |nth: usize| {
            let word = self.plan.words.get(nth);
            word.is_some_and(|word| word.wanted.mode == MatchMode::Phrase(number))
        };
        if nth.checked_sub(1).is_some_and(in_phrase) {
            return true;
        }
        let words = (nth..self.found.len()).take_while(|nth| in_phrase(*nth));
        let words: Vec<_> = words.filter_map(|nth| self.found.get(nth)).collect();
        let stands_at = |start: &u32| {
            let mut words = (*start..).zip(&words);
            words.all(|(position, found)| found.positions.contains(&position))
        };
        words
            .first()
            .is_some_and(|first| first.positions.iter().any(stands_at))
    }

    fn text_score(&self, at: u32, text: &IndexedText, entry: &IndexedEntry) -> TextScore {
        let is_first = entry.texts.start == at;
        let damping = self.segment.damping(text);
        let (mut missing, mut guesses) = (0, 0);
        let (mut score, mut all, mut answered) = (0.0, 0.0, 0.0);
        for ((nth, word), found) in self.plan.words.iter().enumerate().zip(&self.found) {
            let share = match word.occur {
                Occur::MustNot => continue,
                Occur::Optional => 0.1,
                Occur::Should | Occur::Must => 1.0,
            };
            let worth = word.idf * share;
            let best = found.best();
            if word.is_asked() {
                all += worth;
                match best {
                    Some(class) => {
                        guesses += u32::from(class.is_guess());
                        answered += worth;
                    }
                    None => missing |= 1 << nth,
                }
            }
            let weight = |class: Option<MatchClass>| {
                class.map_or(0.0, |class| class.weight(word.exact_texts))
            };
            let text = weight(found.text);
            let repeated = repeated(found.times / text.max(0.1), damping);
            let heading = if is_first { HEADING } else { LENT_HEADING };
            score += worth * (text * repeated + weight(found.heading) * heading);
        }
        score += self.neighbours();
        if is_first {
            score += self.whole_heading(entry);
        }
        let words = self.plan.words.iter().zip(&self.found);
        let mut left_out = words.filter(|(word, _)| word.occur == Occur::MustNot);
        let coverage = if all > 0.0 { answered / all } else { 1.0 };
        TextScore {
            text: at,
            missing,
            guesses,
            excluded: left_out.any(|(_, found)| !found.positions.is_empty()),
            score: score * coverage * self.prior(entry.kind),
        }
    }

    /// Returns the bonus for words that are neighbours in the query and near each other in the
    /// text.
    fn neighbours(&self) -> f32 {
        let telling = self.plan.words.iter().zip(&self.found);
        let telling = telling.filter(|(word, _)| word.is_asked());
        let pairs = telling.clone().zip(telling.skip(1));
        pairs
            .map(|((one, before), (other, after))| {
                let gap = before.gap_to(after);
                gap.map_or(0.0, |gap| NEIGHBOURS * one.idf.min(other.idf) / gap)
            })
            .sum()
    }

    /// Returns the bonus for how much of the heading was typed.
    fn whole_heading(&self, entry: &IndexedEntry) -> f32 {
        let tokens = self.segment.tokens(&entry.tokens).iter();
        let words = tokens.filter(|token| **token & DERIVED == 0).count();
        let words_found = self.plan.words.iter().zip(&self.found);
        let found = words_found.filter(|(word, found)| {
            word.occur != Occur::MustNot && found.heading.is_some_and(|class| !class.is_guess())
        });
        let idf = found.clone().map(|(word, _)| word.idf).fold(0.0, f32::max);
        let share = ratio(found.count()) / ratio(words.max(1));
        WHOLE_HEADING * idf * share.min(1.0) * share.min(1.0)
    }

    /// Returns the factor for a kind of entry: a definition first, a practice before a passing
    /// mention, and a footnote last.
    fn prior(&self, kind: Option<Kind>) -> f32 {
        match kind {
            Some(Kind::Concept) if self.plan.query.defines() => 1.4,
            Some(Kind::Concept) => 1.1,
            Some(Kind::Example) => 1.08,
            Some(Kind::Question) => 0.8,
            Some(Kind::Footnote) => 0.7,
            _ => 1.0,
        }
    }
}

impl WordMatches {
    fn note(&mut self, (class, weight): (MatchClass, f32), position: u32, in_heading: bool) {
        // A country is at the position of its name, and counts once.
        let is_again = class == MatchClass::Name && self.positions.last() == Some(&position);
        let best = if in_heading {
            &mut self.heading
        } else {
            &mut self.text
        };
        *best = Some(best.map_or(class, |known| known.min(class)));
        if is_again {
            return;
        }
        if !in_heading {
            self.times += weight;
        }
        if self.positions.len() < MOST_POSITIONS {
            self.positions.push(position);
        }
    }

    fn best(&self) -> Option<MatchClass> {
        [self.text, self.heading].into_iter().flatten().min()
    }

    /// Returns the smallest distance in words to the other word: 1 if it follows directly. The
    /// distance to an earlier word counts one more.
    fn gap_to(&self, after: &Self) -> Option<f32> {
        let gaps = self.positions.iter().flat_map(|one| {
            let gaps = after.positions.iter().filter(move |other| *other != one);
            gaps.map(move |other| {
                let turned = u32::from(other < one);
                one.abs_diff(*other) + turned
            })
        });
        let gap = gaps.min().filter(|gap| *gap < TEXT_START / 2)?;
        Some(ratio(gap as usize))
    }
}
