//! The capture grammar: `MLI: wants pooled recruitment +commitment q2 p41`.
//!
//! Rules, in order: no word is ever dropped, and text that is not understood stays text; everything
//! is optional; signs that are understood are shown as chips while typing; any note can be written
//! so that it is read back the same. A backslash before a sign makes it a word, and a colon at the
//! start means no speaker.

use crate::gazetteer::{Named, spaced};
use crate::model::{Briefing, EntryId, Kind, Note, NoteKind, Speaker};
use crate::search::Index;
use crate::text::part;

use super::super::floor::{grouping_speaker, speaker_name};

/// The most bytes before a colon that can be a name; a longer text is a sentence.
const LONGEST_NAME: usize = 60;
/// A nickname has at least this many letters.
const SHORTEST_NICKNAME: usize = 4;
/// The fewest letters that abbreviate a kind after a `+`; fewer, such as `+C`, are text.
const SHORTEST_KIND: usize = 3;

/// Country codes that are also words: they mean the country only in capitals, as in `NO: …`.
const WORDS: &[&str] = &[
    "ad", "al", "am", "and", "are", "arm", "as", "at", "be", "by", "can", "cf", "com", "de", "do",
    "dom", "eg", "et", "gum", "guy", "id", "in", "is", "it", "jam", "la", "ma", "mar", "me", "mr",
    "my", "no", "nor", "pa", "pan", "per", "pm", "pr", "ps", "re", "sh", "so", "to", "ton", "um",
    "us",
];

/// Usual speakers other than countries: known before they have spoken.
pub(in crate::app) const OTHERS: &[&str] = &[
    "Chair",
    "Co-chair",
    "Co-chairs",
    "Moderator",
    "Coordinator",
    "Rapporteur",
    "Secretariat",
    "Civil society",
    "NGO",
    "NGOs",
    "Private sector",
    "Trade unions",
    "Academia",
    "IOM",
    "ILO",
    "UNHCR",
    "OHCHR",
    "UNDP",
    "UNDESA",
    "UNESCO",
    "UNFPA",
    "UNICEF",
    "UNITAR",
    "UNODC",
    "UN Women",
    "WHO",
    "World Bank",
    "ICMPD",
    "ICRC",
    "IFRC",
];

/// The parts of a note, as far as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    /// The speaker.
    pub speaker: Option<Speaker>,
    /// Whether it explicitly has no speaker, whoever has the floor.
    pub has_no_speaker: bool,
    /// The kind.
    pub kind: Option<NoteKind>,
    /// The guiding question.
    pub question: Option<EntryId>,
    /// The index of the paragraph.
    pub paragraph: Option<usize>,
    /// Whether it continues the note before.
    pub continues: bool,
    /// The text that remains.
    pub text: String,
    /// Words that look like signs and are not, as typed: they stay in the text.
    pub unknown: Vec<String>,
}

/// The context in which notes are read.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The briefing, for its questions and paragraphs.
    pub briefing: &'a Briefing,
    /// The index, for the names of countries.
    pub index: &'a Index,
    /// The speakers so far.
    pub speakers: &'a [Speaker],
}

impl Known<'_> {
    /// Returns whether the paper names the country or grouping, or lists the country as a co-chair
    /// or in its team.
    fn takes_part(&self, named: Named) -> bool {
        let paper = self.briefing.paper();
        let mut hosts = paper.co_chairs.iter().chain(&paper.team);
        hosts.any(|host| Named::Country(*host) == named)
            || !self.index.mentions().of(named).is_empty()
    }
}

impl Captured {
    /// Parses the typed text.
    pub fn new(typed: &str, known: Known<'_>) -> Self {
        let mut captured = Self::default();
        let mut rest = typed.trim_start();
        if let Some(after) = after_dots(rest) {
            (captured.continues, rest) = (true, after.trim_start());
        }
        if let Some(after) = rest.strip_prefix(':').filter(|it| is_apart(it)) {
            (captured.has_no_speaker, rest) = (true, after);
        } else if let Some((speaker, after)) = speaker_before_colon(rest, known) {
            (captured.speaker, rest) = (Some(speaker), after);
        } else if let Some(word) = escaped_start(rest, known) {
            rest = word;
        }
        captured.take_signs(rest, known);
        captured
    }

    /// Reads and removes the signs at both ends of a text; signs between words are plain words.
    fn take_signs(&mut self, text: &str, known: Known<'_>) {
        let mut left = text.trim();
        while let Some(word) = left.split_whitespace().next()
            && self.take(word, known)
        {
            left = part(left, word.len()..left.len()).trim_start();
        }
        while let Some(word) = left.split_whitespace().next_back()
            && self.take(word, known)
        {
            left = part(left, 0..left.len() - word.len()).trim_end();
        }
        self.unknown.dedup();
        let first = left.split_whitespace().next().unwrap_or_default();
        if is_escaped(first, known) {
            left = part(left, 1..left.len());
        }
        let last = left.split_whitespace().next_back().unwrap_or_default();
        let before = part(left, 0..left.len() - last.len());
        self.text = if is_escaped(last, known) && !before.is_empty() {
            format!("{before}{}", part(last, 1..last.len()))
        } else {
            left.to_owned()
        };
    }

    /// Applies a word if it is a sign.
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

/// Returns the text after the dots that continue the note before.
fn after_dots(text: &str) -> Option<&str> {
    let mut dots = ["...", "…"].into_iter();
    let after = dots.find_map(|dots| text.strip_prefix(dots));
    after.filter(|after| is_apart(after))
}

/// Returns whether a text is empty or starts with whitespace.
fn is_apart(text: &str) -> bool {
    text.is_empty() || text.starts_with(char::is_whitespace)
}

/// Returns the text after a backslash that escapes its start; `None` if it escapes nothing.
fn escaped_start<'t>(text: &'t str, known: Known<'_>) -> Option<&'t str> {
    let plain = text.strip_prefix('\\').filter(|it| !is_apart(it))?;
    let no_speaker = plain.strip_prefix(':').is_some_and(is_apart);
    let is_read = no_speaker
        || after_dots(plain).is_some()
        || speaker_before_colon(plain, known).is_some()
        || escaped_start(plain, known).is_some();
    is_read.then_some(plain)
}

/// Returns whether a word is an escaped sign.
fn is_escaped(word: &str, known: Known<'_>) -> bool {
    let plain = word.strip_prefix('\\');
    plain.is_some_and(|plain| is_sign(plain, known) || is_escaped(plain, known))
}

/// Returns whether a word alone would be read as a sign.
fn is_sign(word: &str, known: Known<'_>) -> bool {
    Captured::default().take(word, known)
}

/// Returns the text to type so that a note is read back as it is: `ML: +proposal q1 wants ferries`.
/// Fields that cannot be written, such as a question that is no longer in the briefing, are
/// omitted.
pub(in crate::app) fn written(note: &Note, known: Known<'_>) -> String {
    let mut text = note.text.trim().to_owned();
    if text.split_whitespace().nth(1).is_some() {
        let last = text.split_whitespace().next_back().unwrap_or_default();
        if is_sign(last, known) || is_escaped(last, known) {
            text.insert(text.len() - last.len(), '\\');
        }
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    if is_sign(first, known) || is_escaped(first, known) {
        text.insert(0, '\\');
    }
    let speaker = note.speaker.as_ref();
    let names = speaker.map(|speaker| [speaker.0.clone(), format!("\"{}\"", speaker.0)]);
    let reads_so = |name: &String| {
        speaker_before_colon(&format!("{name}: "), known).is_some_and(|it| Some(&it.0) == speaker)
    };
    let name = names.into_iter().flatten().find(reads_so);
    let kind = Some(note.kind).filter(|kind| *kind != NoteKind::default());
    let question = note.question.as_ref().and_then(|id| {
        let questions = known.briefing.of_kind(Kind::Question);
        let at = known.briefing.index_of(id)?;
        questions.contains(&at).then(|| at - questions.start + 1)
    });
    // The text comes last, so that more can be typed after it.
    let signs = [
        name.map(|name| format!("{name}:")),
        kind.map(|kind| format!("+{}", kind.name())),
        question.map(|number| format!("q{number}")),
    ];
    let signs: Vec<_> = signs.into_iter().flatten().collect();
    if signs.is_empty() && escaped_start(&format!("\\{text}"), known).is_some() {
        text.insert(0, '\\');
    }
    [signs.join(" "), text].join(" ").trim().to_owned()
}

/// Returns the guiding question with this number, counted from 1.
pub(in crate::app) fn question(number: usize, briefing: &Briefing) -> Option<EntryId> {
    let questions = briefing.of_kind(Kind::Question);
    let index = number.checked_sub(1)? + questions.start;
    let entry = briefing.entries().get(index);
    entry
        .filter(|_| questions.contains(&index))
        .map(|entry| entry.id().clone())
}

/// Returns the speaker with this name: one who has spoken, a country or a grouping under any of its
/// names, or the only speaker so far whose name starts with it. `None` for an unknown name.
pub(in crate::app) fn speaker(name: &str, known: Known<'_>) -> Option<Speaker> {
    let wanted = spaced(name);
    let mut spoken = known.speakers.iter();
    if let Some(speaker) = spoken.find(|speaker| spaced(&speaker.0) == wanted) {
        return Some(speaker.clone());
    }
    if let Some(other) = OTHERS.iter().find(|other| spaced(other) == wanted) {
        // WHO speaks, and who is a word.
        let is_acronym = other.chars().all(char::is_uppercase);
        let is_meant = !is_acronym || !name.contains(char::is_lowercase);
        return is_meant.then(|| Speaker((*other).to_owned()));
    }
    let gazetteer = known.index.mentions().gazetteer();
    let is_code = matches!(name.trim().len(), 2 | 3);
    let named = if is_code {
        gazetteer.identify(name)
    } else {
        gazetteer.called(name)
    };
    // Two countries of the same name are ambiguous.
    if !is_code && named.len() > 1 {
        return None;
    }
    let country = named
        .iter()
        .find(|named| matches!(named, Named::Country(_)));
    if let Some(named) = country.or_else(|| named.first()) {
        // Most codes in small letters are words.
        let is_meant = !is_code || !name.contains(char::is_lowercase) || known.takes_part(*named);
        return is_meant.then(|| speaker_of(*named));
    }
    if wanted.chars().count() < SHORTEST_NICKNAME {
        return None;
    }
    let spoken = known.speakers.iter();
    let spoken = spoken.filter(|speaker| spaced(speaker_name(speaker)).starts_with(&wanted));
    let mut begins: Vec<_> = spoken.cloned().collect();
    begins.dedup();
    match begins.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// Returns the speaker as written in a notes file: a code, or the short name of a grouping.
fn speaker_of(named: Named) -> Speaker {
    match named {
        Named::Country(code) => Speaker(code.to_string()),
        Named::Grouping(id) => grouping_speaker(id.get()),
    }
}

/// Returns the speaker before the first colon, and the text after it. An unknown name is text,
/// unless it is in quotes.
fn speaker_before_colon<'t>(text: &'t str, known: Known<'_>) -> Option<(Speaker, &'t str)> {
    let (before, after) = text.split_once(':')?;
    let name = before.trim();
    // 10:30 is a time, and a link has no name.
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '"' || c == '“');
    if !is_name || name.contains('\n') || name.len() > LONGEST_NAME || after.starts_with("//") {
        return None;
    }
    if WORDS.contains(&name.to_lowercase().as_str()) && name.contains(char::is_lowercase) {
        return None;
    }
    let quoted = name
        .strip_prefix(['"', '“'])
        .and_then(|name| name.strip_suffix(['"', '”']));
    if let Some(quoted) = quoted.map(str::trim).filter(|quoted| !quoted.is_empty()) {
        return Some((Speaker(quoted.to_owned()), after));
    }
    speaker(name, known).map(|speaker| (speaker, after))
}

/// Parses the number after a small letter: `q2`, `p41`. `Q2` is a quarter, so it stays text.
fn numbered(word: &str, letter: char) -> Option<usize> {
    let mut chars = word.chars();
    let first = chars.next()?;
    let digits = chars.as_str();
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (first == letter && is_number)
        .then(|| digits.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests;
