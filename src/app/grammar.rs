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
const SHORTEST_NICKNAME: usize = 3;

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
        let mut kept = String::new();
        let mut end = 0;
        for word in words(rest) {
            let shown = part(rest, word.clone());
            if captured.take(shown, known) {
                // The sign goes, and one of the spaces beside it.
                kept.push_str(part(rest, end..word.start).trim_end_matches(' '));
            } else {
                kept.push_str(part(rest, end..word.end));
            }
            end = word.end;
        }
        kept.push_str(part(rest, end..rest.len()));
        kept.trim().clone_into(&mut captured.text);
        captured
    }

    /// Takes a word in if it is a sign.
    fn take(&mut self, word: &str, known: Known<'_>) -> bool {
        let taken = if let Some(name) = word.strip_prefix('+') {
            let looks_like_one = name.starts_with(char::is_alphabetic);
            if !looks_like_one {
                return false;
            }
            let kind = NoteKind::beginning_with(name);
            self.kind = kind.or(self.kind);
            kind.is_some()
        } else if let Some(number) = numbered(word, 'q') {
            let question = question(number, known.briefing);
            let is_one = question.is_some();
            self.question = question.or_else(|| self.question.take());
            is_one
        } else if let Some(number) = numbered(word, 'p') {
            let paragraph = number.checked_sub(1);
            let paragraph = paragraph.filter(|index| *index < known.briefing.paragraphs().len());
            self.paragraph = paragraph.or(self.paragraph);
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
    let named = gazetteer.identify(name);
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

/// The number behind a letter: `q2`, `P41`.
fn numbered(word: &str, letter: char) -> Option<usize> {
    let mut chars = word.chars();
    let first = chars.next()?;
    let digits = chars.as_str();
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (first.eq_ignore_ascii_case(&letter) && is_number)
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
