//! The words of lines about a note.

use std::borrow::Cow;

use super::kinds::kind;
use super::places::place;
use crate::messages::{KindLabel, NoteLine, VersionDifference};

/// Returns the English text of a line.
pub(in crate::messages) fn line(line: &NoteLine) -> Cow<'static, str> {
    match line {
        NoteLine::Origin { author, file } => format!("by {author}, in {file}").into(),
        NoteLine::OtherVersion {
            author,
            file,
            differences,
            text,
        } => {
            let file = match file {
                Some(file) => format!(", in {file}"),
                None => String::new(),
            };
            let words: Vec<_> = differences.iter().map(difference).collect();
            let differences = match words.as_slice() {
                [] => String::new(),
                words => format!(" ({})", words.join(", ")),
            };
            format!("also, by {author}{file}{differences}: {text}").into()
        }
    }
}

fn difference(difference: &VersionDifference) -> Cow<'static, str> {
    match difference {
        VersionDifference::Speaker(Some(speaker)) => speaker.name.clone().into(),
        VersionDifference::Speaker(None) => "no speaker".into(),
        VersionDifference::Kind(note) => kind(KindLabel::Note(*note)).into(),
        VersionDifference::Question(Some(question)) => question.clone().into(),
        VersionDifference::Question(None) => "no question".into(),
        VersionDifference::Place(at) => place(at),
        VersionDifference::OtherParagraph => "another paragraph".into(),
        VersionDifference::NoParagraph => "no paragraph".into(),
    }
}
