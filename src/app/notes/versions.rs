//! The text of a note in the pane, with other versions made at the same time.

use std::ops::Range;

use crate::app::floor::speaker_name;
use crate::app::input::Field;
use crate::model::{Briefing, EntryId, Note, Notes, Placed};

/// The lines shown of a note that is not selected: enough to recognise it.
const SHORT: usize = 2;

/// The text of a note or of another version, in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteText {
    /// The text.
    pub text: String,
    /// The ranges of the lines, in bytes.
    pub lines: Vec<Range<usize>>,
    /// Whether the text is cut.
    pub goes_on: bool,
}

impl NoteText {
    fn new(text: String, is_short: bool, columns: usize) -> Self {
        if !is_short {
            let lines = Field::new(&text).lines(columns);
            return Self {
                text,
                lines,
                goes_on: false,
            };
        }
        // Only the part that could be shown is wrapped: a note can be a whole speech.
        let most = columns * (SHORT + 1);
        let beginning: String = text.chars().take(most).collect();
        let mut lines = Field::new(&beginning).lines(columns);
        let goes_on = lines.len() > SHORT || beginning.len() < text.len();
        lines.truncate(SHORT);
        Self {
            text,
            lines,
            goes_on,
        }
    }
}

/// Returns the lines below the head of a note at a width in cells: its text, its file if it
/// matters, whether its paragraph was not found, and other versions. A note that is not
/// selected is shortened.
pub fn note_texts(
    (note, notes): (&Note, &Notes),
    briefing: Option<&Briefing>,
    selected: bool,
    columns: usize,
) -> Vec<NoteText> {
    let also = notes.also(&note.id).iter();
    let also = also.map(|other| also_line((note, other), notes.file_of(other), briefing));
    let file = notes.file_of(note);
    let origin = file.map(|file| format!("by {}, in {file}", note.author));
    let lost = not_found(note, briefing);
    let below = origin.into_iter().chain(lost).chain(also);
    let texts = [note.text.clone()].into_iter().chain(below);
    let columns = columns.saturating_sub(1);
    let texts = texts.map(|text| NoteText::new(text, !selected, columns));
    texts.collect()
}

/// Returns the rows of a note with its head.
pub(in crate::app) fn note_rows(
    note: (&Note, &Notes),
    briefing: Option<&Briefing>,
    selected: bool,
    columns: usize,
) -> usize {
    let texts = note_texts(note, briefing, selected, columns);
    1 + texts.iter().map(|text| text.lines.len()).sum::<usize>()
}

/// Returns the message for a note whose paragraph was not found.
pub(super) fn not_found(note: &Note, briefing: Option<&Briefing>) -> Option<String> {
    let anchor = note.anchor.as_ref()?;
    (briefing?.placed(anchor) == Placed::NotFound).then(|| anchor.not_found())
}

/// Returns the line on another version made at the same time: its author, its file if it matters,
/// the fields that differ, and the text.
pub fn also_line(
    (note, other): (&Note, &Note),
    file: Option<&str>,
    briefing: Option<&Briefing>,
) -> String {
    let speaker = other.speaker.as_ref().map_or("no speaker", speaker_name);
    let question = other.question.as_ref();
    let question = question.map_or("no question", EntryId::as_str);
    let place = match (&other.anchor, briefing) {
        (Some(anchor), Some(briefing)) => anchor.place_in(briefing),
        (Some(_), None) => "another paragraph".to_owned(),
        (None, _) => "no paragraph".to_owned(),
    };
    let is_elsewhere = match (&note.anchor, &other.anchor, briefing) {
        (Some(one), Some(other), Some(briefing)) => !one.is_alike(other, briefing),
        (one, other, _) => one != other,
    };
    let differences = [
        (other.speaker != note.speaker, speaker),
        (other.kind != note.kind, other.kind.name()),
        (other.question != note.question, question),
        (is_elsewhere, &place),
    ];
    let differences = differences.into_iter().filter(|(differs, _)| *differs);
    let differences: Vec<_> = differences.map(|(_, words)| words).collect();
    let differences = match differences.as_slice() {
        [] => String::new(),
        words => format!(" ({})", words.join(", ")),
    };
    let file = file.map_or_else(String::new, |file| format!(", in {file}"));
    let Note { author, text, .. } = other;
    format!("also, by {author}{file}{differences}: {text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Author, NoteId, NoteKind, Speaker};

    #[test]
    fn another_version_names_its_author_and_differences() {
        let note = Note {
            id: NoteId::new("a").unwrap(),
            rev: 2,
            at: "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap(),
            kind: NoteKind::Note,
            speaker: None,
            question: None,
            anchor: None,
            text: "one".to_owned(),
            deleted: false,
            settles: Vec::new(),
            author: Author::from_folded("ana"),
        };
        let mut other = note.clone();
        other.author = Author::from_folded("bruno");
        other.text = "two".to_owned();
        assert_eq!(
            also_line((&note, &other), None, None),
            "also, by bruno: two"
        );
        assert_eq!(
            also_line((&note, &other), Some("paper.notes.b.toml"), None),
            "also, by bruno, in paper.notes.b.toml: two"
        );
        other.speaker = Some(Speaker("ML".to_owned()));
        other.kind = NoteKind::Proposal;
        assert_eq!(
            also_line((&note, &other), None, None),
            "also, by bruno (Mali, proposal): two"
        );
        assert_eq!(
            also_line((&other, &note), None, None),
            "also, by ana (no speaker, note): one"
        );
    }
}
