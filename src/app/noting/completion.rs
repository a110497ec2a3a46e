//! Completion of a name or kind in the capture bar.

use crate::gazetteer::{groupings, name};
use crate::messages::BarMessage;
use crate::model::{CountryCode, NoteKind, Speaker};
use crate::text::{fold, part};

use crate::app::desk::Desk;
use crate::app::floor::{grouping_speaker, speaker_name, who};
use crate::app::input::Field;

/// A completion of the text before the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The start of the replaced range, in bytes of the text.
    start: usize,
    /// The replacement.
    written: String,
    /// The hint shown to the user.
    pub hint: BarMessage,
}

impl Completion {
    /// Replaces the text before the cursor.
    pub(super) fn complete(&self, field: &mut Field) {
        let end = field.cursor();
        let (before, after) = field.text().split_at(end);
        let before = format!("{}{}", part(before, 0..self.start), self.written);
        field.replace(&format!("{before}{}", after.trim_start()));
        field.set_cursor(before.len());
    }
}

/// Returns the completion of the word before the cursor: a kind after a plus, a speaker at the
/// start of a note.
pub(super) fn completion(desk: &Desk, field: &Field) -> Option<Completion> {
    let (before, _) = field.text().split_at_checked(field.cursor())?;
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + before.get(at..).map_or(0, first_length));
    let word = part(before, start..before.len());
    if let Some(begun) = word.strip_prefix('+') {
        return kind(start, begun);
    }
    speaker_begun(desk, before)
}

/// Returns a speaker whose name starts with the whole text before the cursor.
fn speaker_begun(desk: &Desk, before: &str) -> Option<Completion> {
    /// Fewer letters match too many names.
    const SHORTEST: usize = 2;
    /// A longer start, in bytes, is a sentence rather than a name.
    const LONGEST: usize = 60;
    let begun = before.trim_start();
    let is_name = begun.starts_with(char::is_alphabetic) && begun.len() <= LONGEST;
    if !is_name || begun.chars().count() < SHORTEST || begun.contains([':', '\n']) {
        return None;
    }
    let wanted = fold(begun);
    let known = desk.proceedings.known_speakers().into_iter();
    let countries = desk.index().mentions().countries().into_iter();
    let countries = countries.map(|code| Speaker(code.to_string()));
    let groupings = groupings().map(|(_, grouping)| grouping_speaker(grouping));
    let mut all = known.chain(countries).chain(groupings);
    let begins = |speaker: &Speaker| fold(speaker_name(speaker)).starts_with(&wanted);
    let speaker = all.find(begins)?;
    let is_code = CountryCode::new(&speaker.0).is_some_and(|code| name(code).is_some());
    let has_spaces = speaker.0.contains(char::is_whitespace);
    let written = match (is_code, has_spaces) {
        (false, true) => format!("\"{}\": ", speaker.0),
        _ => format!("{}: ", speaker.0),
    };
    Some(Completion {
        start: before.len() - begun.len(),
        written,
        hint: BarMessage::CompletesSpeaker {
            speaker: who(&speaker),
        },
    })
}

/// Returns the completion of a kind whose name is unfinished.
fn kind(start: usize, begun: &str) -> Option<Completion> {
    let kind = NoteKind::beginning_with(begun).filter(|_| !begun.is_empty())?;
    let is_whole = kind.name() == begun;
    (!is_whole).then(|| Completion {
        start,
        written: format!("+{} ", kind.name()),
        hint: BarMessage::CompletesKind { kind },
    })
}

/// Returns the length of the first character, in bytes.
fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}
