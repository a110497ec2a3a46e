//! The words of the finder.

use std::borrow::Cow;

use super::{counted, quoted};
use crate::messages::{ExampleWords, FinderExample, FinderMessage, KeyOf, Keys};

/// Returns an example of a search.
pub(in crate::messages) const fn example(example: FinderExample) -> ExampleWords {
    let (typed, finds) = match example {
        FinderExample::Words => ("mali emigrants", "words in any order"),
        FinderExample::Phrase => ("\"free movement\"", "these words in a row"),
        FinderExample::Without => ("partnership -canada", "without this word"),
        FinderExample::In => ("france in:examples", "in examples, questions, notes, …"),
        FinderExample::Country => ("card country:mexico", "where a country is named"),
        FinderExample::Grouping => ("grouping:ecowas", "or a region: grouping:\"west africa\""),
        FinderExample::Partnership => ("partnership:bilateral", "examples of this partnership"),
        FinderExample::Exact => ("'labour", "exactly this word"),
        FinderExample::Beginning => ("^about", "at the beginning of a paragraph"),
    };
    ExampleWords { typed, finds }
}

/// Returns the English text of a part of the finder.
pub(in crate::messages) fn finder(message: &FinderMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        FinderMessage::FindEverywhere => "Find in paper and notes".into(),
        FinderMessage::FindInPaper => "Find in the paper".into(),
        FinderMessage::FindInNotes => "Find in the notes".into(),
        FinderMessage::Indexing => "indexing…".into(),
        FinderMessage::Nothing => "nothing".into(),
        FinderMessage::Hits { count } => hits(*count).into(),
        FinderMessage::SomeHits { shown, total } => format!("{shown} of {}", hits(*total)).into(),
        FinderMessage::PartialHits { count } => format!("{count} without some words").into(),
        FinderMessage::WholeAndPartialHits { whole, partial: 1 } => {
            format!("{}, 1 lacks some words", hits(*whole)).into()
        }
        FinderMessage::WholeAndPartialHits { whole, partial } => {
            format!("{}, {partial} lack some words", hits(*whole)).into()
        }
        FinderMessage::EarlierSearches => format!(
            "{} brings back earlier searches:",
            keys(KeyOf::EarlierSearch)
        )
        .into(),
        FinderMessage::NotIndexed => "the paper is being indexed".into(),
        FinderMessage::NothingAnywhere => "nothing in the paper or the notes".into(),
        FinderMessage::NothingInPaper => "nothing in the paper".into(),
        FinderMessage::NothingInNotes => "nothing in the notes".into(),
        FinderMessage::DidYouMean { query } => {
            format!("{}: did you mean {}?", keys(KeyOf::Accept), quoted(query)).into()
        }
        FinderMessage::OrDidYouMean { query } => format!("or {}", quoted(query)).into(),
        FinderMessage::Without => "without:".into(),
    }
}

fn hits(count: usize) -> String {
    counted(count, "hit", "hits")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{InterfaceLanguage, ReportTitle};

    #[test]
    fn one_hit_and_one_line_are_singular() {
        let hits = |whole, partial| {
            let message = FinderMessage::WholeAndPartialHits { whole, partial };
            finder(&message, &KeyOf::sample)
        };
        assert_eq!(hits(1, 1), "1 hit, 1 lacks some words");
        assert_eq!(hits(2, 3), "2 hits, 3 lack some words");
        let report = ReportTitle::Clean { lines: 1 };
        let report = report.words(InterfaceLanguage::English, &KeyOf::sample);
        assert_eq!(report, "Report, clean · 1 line");
    }
}
