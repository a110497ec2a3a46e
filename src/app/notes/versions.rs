//! The text of a note in the pane, with other versions made at the same time.

use std::ops::Range;

use crate::app::floor::who;
use crate::app::input::Field;
use crate::app::words::language;
use crate::messages::{NoteLine, PlaceMessage, VersionDifference};
use crate::model::{Briefing, Note, Notes, Placed};

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
    let language = language();
    let also = notes.also(&note.id).iter();
    let also = also.map(|other| also_line((note, other), notes.file_of(other), briefing));
    let origin = notes.file_of(note).map(|file| NoteLine::Origin {
        author: note.author.to_string(),
        file: file.to_owned(),
    });
    let origin = origin.map(|line| line.words(language).into_owned());
    let also = also.map(|line| line.words(language).into_owned());
    let lost = not_found(note, briefing).map(|place| place.words(language).into_owned());
    let below = origin.into_iter().chain(lost).chain(also);
    let texts = [note.text.clone()].into_iter().chain(below);
    let columns = columns.saturating_sub(1);
    let texts = texts.map(|text| NoteText::new(text, !selected, columns));
    texts.collect()
}

/// Returns the number of rows of a note, including its head.
pub(in crate::app) fn note_rows(
    note: (&Note, &Notes),
    briefing: Option<&Briefing>,
    selected: bool,
    columns: usize,
) -> usize {
    let texts = note_texts(note, briefing, selected, columns);
    1 + texts.iter().map(|text| text.lines.len()).sum::<usize>()
}

/// Returns the place of a note whose paragraph was not found.
pub(super) fn not_found(note: &Note, briefing: Option<&Briefing>) -> Option<PlaceMessage> {
    let anchor = note.anchor.as_ref()?;
    let is_lost = briefing?.placed(anchor) == Placed::NotFound;
    is_lost.then(|| PlaceMessage::not_found(anchor))
}

/// Returns the line about another version made at the same time: its author, its file if it
/// matters, the fields that differ, and the text.
pub fn also_line(
    (note, other): (&Note, &Note),
    file: Option<&str>,
    briefing: Option<&Briefing>,
) -> NoteLine {
    let speaker = other.speaker.as_ref().map(who);
    let question = other.question.as_ref();
    let place = match (&other.anchor, briefing) {
        (Some(anchor), Some(briefing)) => {
            VersionDifference::Place(PlaceMessage::of(anchor, briefing))
        }
        (Some(_), None) => VersionDifference::OtherParagraph,
        (None, _) => VersionDifference::NoParagraph,
    };
    let is_elsewhere = match (&note.anchor, &other.anchor, briefing) {
        (Some(one), Some(other), Some(briefing)) => !one.is_alike(other, briefing),
        (one, other, _) => one != other,
    };
    let differences = [
        (
            other.speaker != note.speaker,
            VersionDifference::Speaker(speaker),
        ),
        (other.kind != note.kind, VersionDifference::Kind(other.kind)),
        (
            other.question != note.question,
            VersionDifference::Question(question.map(ToString::to_string)),
        ),
        (is_elsewhere, place),
    ];
    let differences = differences.into_iter().filter(|(differs, _)| *differs);
    NoteLine::OtherVersion {
        author: other.author.to_string(),
        file: file.map(str::to_owned),
        differences: differences.map(|(_, difference)| difference).collect(),
        text: other.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::InterfaceLanguage;
    use crate::model::{Author, NoteId, NoteKind, Speaker};

    fn line(note: &Note, other: &Note, file: Option<&str>) -> String {
        let line = also_line((note, other), file, None);
        line.words(InterfaceLanguage::English).into_owned()
    }

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
        assert_eq!(line(&note, &other, None), "also, by bruno: two");
        assert_eq!(
            line(&note, &other, Some("paper.notes.b.toml")),
            "also, by bruno, in paper.notes.b.toml: two"
        );
        other.speaker = Some(Speaker("ML".to_owned()));
        other.kind = NoteKind::Proposal;
        assert_eq!(
            line(&note, &other, None),
            "also, by bruno (Mali, proposal): two"
        );
        assert_eq!(
            line(&other, &note, None),
            "also, by ana (no speaker, note): one"
        );
    }
}
