//! The capture grammar: `MLI: wants pooled recruitment +commitment q2 p41`.
//!
//! Rules, in order: no word is ever dropped, what is not understood stays text; everything is
//! optional; what is understood is shown as a chip while it is typed.

use std::ops::Range;

use crate::gazetteer::{Named, spaced};
use crate::model::{Briefing, EntryId, Kind, NoteKind, Speaker};
use crate::search::Index;
use crate::text::part;

/// A longer beginning is a sentence, and no name.
const LONGEST_NAME: usize = 60;
/// Fewer letters of a name are no nickname.
const SHORTEST_NICKNAME: usize = 4;
/// Fewer letters are no kind: +C is a word.
const SHORTEST_KIND: usize = 3;

/// Codes that are words of a sentence: a country only in capitals, `NO: …`.
const WORDS: &[&str] = &[
    "ad", "am", "and", "are", "as", "at", "be", "by", "can", "com", "de", "do", "et", "gum", "id",
    "in", "is", "it", "jam", "la", "ma", "me", "my", "no", "pa", "pan", "per", "pm", "re", "sh",
    "so", "to", "ton", "um", "us",
];

/// What a note is made of, as far as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    /// Who spoke.
    pub speaker: Option<Speaker>,
    /// What the note records.
    pub kind: Option<NoteKind>,
    /// The guiding question.
    pub question: Option<EntryId>,
    /// The index of the paragraph.
    pub paragraph: Option<usize>,
    /// Whether it goes on with the note before.
    pub continues: bool,
    /// All that is left.
    pub text: String,
    /// What looks like a sign and is none, as typed: it stays in the text.
    pub unknown: Vec<String>,
}

/// What a note can refer to.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The briefing: its questions and paragraphs.
    pub briefing: &'a Briefing,
    /// The index: the names of countries.
    pub index: &'a Index,
    /// Who has spoken so far, and may do so again.
    pub speakers: &'a [Speaker],
}

impl Captured {
    /// Reads what was typed.
    pub fn new(typed: &str, known: Known<'_>) -> Self {
        let mut captured = Self::default();
        let mut rest = typed.trim_start();
        for dots in ["...", "…"] {
            if let Some(behind) = rest.strip_prefix(dots) {
                (captured.continues, rest) = (true, behind);
                break;
            }
        }
        if let Some((speaker, behind)) = speaker_before_colon(rest, known) {
            captured.speaker = Some(speaker);
            rest = behind;
        }
        captured.take_signs(rest, known);
        captured
    }

    /// Takes the signs at both ends of a text; between words they are words.
    fn take_signs(&mut self, text: &str, known: Known<'_>) {
        let all: Vec<Range<usize>> = words(text).collect();
        let is_sign = |captured: &mut Self, word: &Range<usize>| {
            captured.take(part(text, word.clone()), known)
        };
        let leading = all.iter().take_while(|word| is_sign(self, word)).count();
        let left = all.get(leading..).unwrap_or_default();
        let mut trailing = 0;
        for word in left.iter().rev() {
            if !is_sign(self, word) {
                break;
            }
            trailing += 1;
        }
        let kept = left.get(..left.len() - trailing).unwrap_or_default();
        let range = kept.first().zip(kept.last());
        let range = range.map_or(0..0, |(first, last)| first.start..last.end);
        part(text, range).clone_into(&mut self.text);
    }

    /// Takes a word in if it is a sign.
    fn take(&mut self, word: &str, known: Known<'_>) -> bool {
        let taken = if let Some(name) = word.strip_prefix('+') {
            if !name.starts_with(char::is_alphabetic) {
                return false;
            }
            let long = name.chars().count() >= SHORTEST_KIND;
            let kind = NoteKind::beginning_with(name).filter(|_| long && self.kind.is_none());
            self.kind = self.kind.or(kind);
            kind.is_some()
        } else if let Some(number) = numbered(word, 'q') {
            let question = question(number, known.briefing).filter(|_| self.question.is_none());
            let is_one = question.is_some();
            self.question = self.question.take().or(question);
            is_one
        } else if let Some(number) = numbered(word, 'p') {
            let paragraph = number.checked_sub(1).filter(|index| {
                self.paragraph.is_none() && *index < known.briefing.paragraphs().len()
            });
            self.paragraph = self.paragraph.or(paragraph);
            paragraph.is_some()
        } else {
            return false;
        };
        if !taken {
            self.unknown.push(word.to_owned());
        }
        taken
    }
}

/// The guiding question of a number, from 1.
pub(super) fn question(number: usize, briefing: &Briefing) -> Option<EntryId> {
    let questions = briefing.of_kind(Kind::Question);
    let index = number.checked_sub(1)? + questions.start;
    let entry = briefing.entries().get(index);
    entry
        .filter(|_| questions.contains(&index))
        .map(|entry| entry.id().clone())
}

/// The speaker that a name means: one who has spoken, a country or a grouping under any of its
/// names, or the only one of these that begins so. `None` for a name that nobody has.
pub(super) fn speaker(name: &str, known: Known<'_>) -> Option<Speaker> {
    let wanted = spaced(name);
    let mut spoken = known.speakers.iter();
    if let Some(speaker) = spoken.find(|speaker| spaced(&speaker.0) == wanted) {
        return Some(speaker.clone());
    }
    let gazetteer = known.index.mentions().gazetteer();
    // A capital stands for more than its country, and two countries for neither.
    let is_code = matches!(name.trim().len(), 2 | 3);
    let named = if is_code {
        gazetteer.identify(name)
    } else {
        let named = gazetteer.named_by_itself(name, false).unwrap_or_default();
        named.into_iter().take(2).collect()
    };
    if !is_code && named.len() > 1 {
        return None;
    }
    let country = named
        .iter()
        .find(|named| matches!(named, Named::Country(_)));
    if let Some(named) = country.or_else(|| named.first()) {
        return Some(speaker_of(*named));
    }
    if wanted.chars().count() < SHORTEST_NICKNAME {
        return None;
    }
    let mentions = known.index.mentions().countries().into_iter();
    let countries = mentions.map(|code| (crate::gazetteer::name(code).unwrap_or_default(), code));
    let countries = countries.map(|(name, code)| (spaced(name), Speaker(code.to_string())));
    let spoken = known.speakers.iter();
    let spoken = spoken.map(|speaker| (spaced(&speaker.0), speaker.clone()));
    let begins = countries
        .chain(spoken)
        .filter(|(name, _)| name.starts_with(&wanted));
    let mut begins: Vec<_> = begins.map(|(_, speaker)| speaker).collect();
    begins.dedup();
    match begins.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// How a speaker is written in a notes file: a code, or the short name of a grouping.
fn speaker_of(named: Named) -> Speaker {
    Speaker(match named {
        Named::Country(code) => code.to_string(),
        Named::Grouping(id) => id.get().short.to_owned(),
    })
}

/// The speaker before the first colon, and what stands behind it. What is no name is text; a name
/// in quotes is that of anybody.
fn speaker_before_colon<'t>(text: &'t str, known: Known<'_>) -> Option<(Speaker, &'t str)> {
    let (before, behind) = text.split_once(':')?;
    let name = before.trim();
    // 10:30 is a time, and a link no name.
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '"' || c == '“');
    if !is_name || name.contains('\n') || name.len() > LONGEST_NAME || behind.starts_with("//") {
        return None;
    }
    if WORDS.contains(&name.to_lowercase().as_str()) && name.contains(char::is_lowercase) {
        return None;
    }
    let quoted = name
        .strip_prefix(['"', '“'])
        .and_then(|name| name.strip_suffix(['"', '”']));
    if let Some(quoted) = quoted.map(str::trim).filter(|quoted| !quoted.is_empty()) {
        return Some((Speaker(quoted.to_owned()), behind));
    }
    speaker(name, known).map(|speaker| (speaker, behind))
}

/// The number behind a small letter: `q2`, `p41`; Q2 is a quarter.
fn numbered(word: &str, letter: char) -> Option<usize> {
    let mut chars = word.chars();
    let first = chars.next()?;
    let digits = chars.as_str();
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (first == letter && is_number)
        .then(|| digits.parse().ok())
        .flatten()
}

/// Where the words of a text stand.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - base;
        start..start + word.len()
    })
}

#[cfg(test)]
mod tests;
