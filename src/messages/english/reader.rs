//! The words of the reader pane.

use std::borrow::Cow;

use super::kinds::kind;
use crate::messages::{KindLabel, ReaderMessage};

/// Returns the English text of a line below a heading.
pub(in crate::messages) fn reader(message: &ReaderMessage) -> Cow<'static, str> {
    match message {
        ReaderMessage::Facts {
            countries,
            partnership,
            period,
            at,
            answers,
        } => {
            let countries = countries.iter().map(|country| country.name.as_str());
            let partnership = partnership.map_or("", |it| kind(KindLabel::Partnership(it)));
            let answers = answers.iter().map(|question| format!("Q{question}"));
            let answers = match answers.collect::<Vec<_>>().join(", ") {
                none if none.is_empty() => none,
                questions => format!("for {questions}"),
            };
            let countries = countries.collect::<Vec<_>>().join(", ");
            let facts = [&countries, partnership, period, at, &answers];
            let facts = facts.into_iter().filter(|fact| !fact.is_empty());
            facts.collect::<Vec<_>>().join(" · ").into()
        }
    }
}
