//! Whether a form that stands in a text names the country there: what a careful reader sees.
//!
//! Rules, in order: what is written like a word is a word; what is part of another name is that
//! name; what is said to be a language is one; what may be either is offered as perhaps, never as
//! fact. `docs/COUNTRIES.md` gives the reason for each.

use super::form::{FormKind, Named};
use super::lexicon::Meaning;
use crate::text::{Word, part};

/// How sure a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It names what it may name.
    Certain,
    /// It may.
    Perhaps,
    /// It does not.
    No,
}

/// A form in its text.
pub(super) struct Occurrence<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [Word],
    /// The first word of the form.
    pub at: usize,
    /// The words of the form.
    pub length: usize,
}

/// Names that are words, first names or other places when they stand in small letters or alone.
const WORDS: &[&str] = &[
    "chad", "china", "guinea", "japan", "jersey", "jordan", "panama", "reunion", "turkey",
];

/// Foreign names that are something else in English.
const ELSE_IN_ENGLISH: &[&str] = &[
    "catar",
    "chili",
    "dominique",
    "gana",
    "granada",
    "grenade",
    "guadalupe",
    "inde",
    "ira",
    "macedonia",
    "malte",
    "maurice",
    "mauricio",
    "oma",
    "salvador",
    "suede",
];

/// Names that are words without their accents.
const UNACCENTED: &[&str] = &["reunion"];

/// Short forms that are words in a line of capitals: JOIN US, RETOUR AU PAYS.
const SHOUTED: &[&str] = &["au", "can", "us"];

/// Names of persons as well: beside another name or a title they may be one.
const FIRST_NAMES: &[&str] = &["chad", "georgia", "israel", "jordan"];

/// What may stand before a country with a capital letter, and is no name.
const BEFORE_NAMES: &[&str] = &[
    "both", "central", "east", "eastern", "in", "north", "northern", "south", "southern", "the",
    "west", "western",
];

/// What makes the name of a town that of a paper that was signed there.
const PAPERS: &[&str] = &[
    "accord",
    "statute",
    "accords",
    "action",
    "agenda",
    "agreement",
    "agreements",
    "charter",
    "club",
    "commitment",
    "communique",
    "compact",
    "conference",
    "consensus",
    "convention",
    "conventions",
    "declaration",
    "dialogue",
    "forum",
    "framework",
    "guidelines",
    "initiative",
    "meeting",
    "memorandum",
    "outcome",
    "pact",
    "plan",
    "platform",
    "principles",
    "process",
    "programme",
    "protocol",
    "protocols",
    "roadmap",
    "round",
    "rules",
    "statement",
    "strategy",
    "summit",
    "treaty",
    "treaties",
    "understanding",
    "workshop",
];

impl Occurrence<'_> {
    /// What a careful reader sees in a form that may mean `meaning`, and nothing else.
    pub(super) fn judge(&self, meaning: Meaning) -> Verdict {
        if self.is_money() {
            return Verdict::No;
        }
        let verdict = match meaning.kind {
            FormKind::Name => self.judge_name(meaning),
            FormKind::Demonym | FormKind::Adjective
                if self.is_capitalized() && !self.is_language() =>
            {
                Verdict::Certain
            }
            FormKind::Abbreviation if self.shouts_short_word() => Verdict::Perhaps,
            FormKind::Abbreviation => Verdict::Certain,
            FormKind::Capital if self.is_capitalized() && !self.names_a_paper() => Verdict::Perhaps,
            FormKind::Prefix if self.begins_compound() => Verdict::Certain,
            FormKind::Perhaps if self.is_capitalized() => Verdict::Perhaps,
            _ => Verdict::No,
        };
        match (verdict, meaning.named) {
            (Verdict::Certain, Named::Country(_)) if self.is_a_person() => Verdict::Perhaps,
            (verdict, _) => verdict,
        }
    }

    fn judge_name(&self, meaning: Meaning) -> Verdict {
        /// Shorter names of groupings in small letters are words: commonwealth, la francophonie.
        const LONG: usize = 3;
        let folded = self.folded();
        let is_word = match meaning.named {
            Named::Country(_) => !meaning.is_english || WORDS.contains(&folded.as_str()),
            Named::Grouping(_) => self.length < LONG && !self.has_capital(),
        };
        if is_word && !self.is_capitalized() {
            return Verdict::No;
        }
        if UNACCENTED.contains(&folded.as_str()) && self.written().is_ascii() {
            return Verdict::Perhaps;
        }
        if !meaning.is_english && ELSE_IN_ENGLISH.contains(&folded.as_str()) {
            return Verdict::Perhaps;
        }
        Verdict::Certain
    }

    /// The form as it is written here.
    pub(super) fn written(&self) -> &str {
        let first = self.words.get(self.at);
        let last = self.words.get(self.at + self.length - 1);
        let range = first.zip(last);
        range.map_or("", |(first, last)| {
            part(self.text, first.range.start..last.range.end)
        })
    }

    pub(super) fn folded(&self) -> String {
        let words = self.words.iter().skip(self.at).take(self.length);
        words
            .map(|word| word.folded.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A word near the form, counted from its first (−1: before) or last (1: behind) one.
    pub(super) fn near(&self, by: isize) -> Option<&Word> {
        let from = if by < 0 {
            self.at
        } else {
            self.at + self.length - 1
        };
        self.words.get(from.checked_add_signed(by)?)
    }

    fn near_is(&self, by: isize, any_of: &[&str]) -> bool {
        self.near(by)
            .is_some_and(|word| any_of.contains(&word.folded.as_str()))
    }

    /// What stands between the form and the word before it.
    fn gap_before(&self) -> &str {
        let end = self.near(-1).map_or(0, |word| word.range.end);
        let start = self.words.get(self.at).map_or(end, |word| word.range.start);
        part(self.text, end..start)
    }

    /// What stands between the form and the word behind it.
    fn gap_behind(&self) -> &str {
        let last = self.words.get(self.at + self.length - 1);
        let start = last.map_or(self.text.len(), |word| word.range.end);
        let end = self
            .near(1)
            .map_or(self.text.len(), |word| word.range.start);
        part(self.text, start..end)
    }

    pub(super) fn starts_with_capital(&self, word: &Word) -> bool {
        let first = part(self.text, word.range.clone()).chars().next();
        // A script without capitals writes names as it writes words.
        first.is_some_and(|first| !first.is_lowercase())
    }

    fn has_capital(&self) -> bool {
        let mut words = self.words.iter().skip(self.at).take(self.length);
        words.any(|word| self.starts_with_capital(word))
    }

    fn is_capitalized(&self) -> bool {
        let first = self.words.get(self.at);
        first.is_some_and(|word| self.starts_with_capital(word))
    }

    /// Franco-Malian, and no general.
    fn begins_compound(&self) -> bool {
        let behind = self
            .near(1)
            .is_some_and(|word| self.starts_with_capital(word));
        behind && self.is_capitalized() && matches!(self.gap_behind(), "-" | "\u{2010}" | "–")
    }

    /// US$ is money.
    fn is_money(&self) -> bool {
        self.gap_behind().starts_with(['$', '€', '£'])
    }

    /// In a line of capitals a short word may be any word: JOIN US.
    fn shouts_short_word(&self) -> bool {
        let in_capitals = |by, gap: &str| {
            let near = self
                .near(by)
                .map(|word| part(self.text, word.range.clone()));
            gap == " "
                && near.is_some_and(|word| {
                    word.chars().count() > 3 && word.chars().all(char::is_uppercase)
                })
        };
        let short = SHOUTED.contains(&self.folded().as_str());
        short
            && !self.near_is(-1, &["the"])
            && (in_capitals(-1, self.gap_before()) || in_capitals(1, self.gap_behind()))
    }

    /// A town before a kind of paper, with a year or number between: Paris Agreement, Istanbul 2011
    /// Programme, and the other way round: Declaration of Lima.
    fn names_a_paper(&self) -> bool {
        let is_number = |word: &Word| word.folded.bytes().all(|b| b.is_ascii_digit());
        let behind = if self.near(1).is_some_and(is_number) {
            2
        } else {
            1
        };
        let of = self.near_is(-1, &["of", "de"]) && self.near_is(-2, PAPERS);
        of || (behind..behind + 2).any(|by| self.near_is(by, PAPERS))
    }

    /// Michael Jordan is no kingdom, and Jordan Smith neither: a capitalized word stands right
    /// before, and no sentence begins with it, or right behind.
    fn is_a_person(&self) -> bool {
        if self.length > 1 || !FIRST_NAMES.contains(&self.folded().as_str()) {
            return false;
        }
        let is_name = |word: &Word| {
            let is_word = BEFORE_NAMES.contains(&word.folded.as_str());
            self.starts_with_capital(word) && !is_word
        };
        let behind = self.gap_behind() == " " && self.near(1).is_some_and(is_name);
        let before = matches!(self.gap_before(), " " | ". ") && self.near(-1).is_some_and(is_name);
        behind || before && !self.begins_behind_one_word()
    }

    /// Whether the word before the form begins a sentence.
    fn begins_behind_one_word(&self) -> bool {
        const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "president", "professor"];
        let Some(before) = self.near(-1) else {
            return true;
        };
        let end = self.near(-2).map_or(0, |word| word.range.end);
        let gap = part(self.text, end..before.range.start);
        let begins = self.at < 2 || gap.contains(['.', '!', '?', ':', '\n']);
        // What ends with a point is a title or the end of a sentence.
        let is_title = TITLES.contains(&before.folded.as_str());
        (begins || self.gap_before() == ". ") && !is_title
    }
}
