//! The words of the mistakes of a query.

use std::borrow::Cow;

use crate::messages::QueryMistake;

/// Returns the English text of a mistake.
pub(in crate::messages) fn mistake(mistake: &QueryMistake) -> Cow<'static, str> {
    match mistake {
        QueryMistake::NoneOf { key, value, names } => {
            format!("{key}:{value} is unknown; use one of {}", names.join(", ")).into()
        }
        QueryMistake::NoNumber { value } => {
            format!("question:{value} is unknown; give its number, such as question:2").into()
        }
        QueryMistake::QuestionBeyond { number, last: 0 } => {
            format!("question:{number} is unknown; the paper has no questions").into()
        }
        QueryMistake::QuestionBeyond { number, last } => {
            format!("question:{number} is unknown; the last is question:{last}").into()
        }
        QueryMistake::UnknownGrouping { value } => format!(
            "grouping:{value} is unknown; \
             give a grouping such as ECOWAS, or a region such as \"west africa\""
        )
        .into(),
        QueryMistake::SimilarName {
            key,
            value,
            nearest,
        } => {
            let name = &nearest.name;
            format!("{key}:{value} is unknown; did you mean {key}:\"{name}\"?").into()
        }
        QueryMistake::UnknownSpeaker { value } => {
            format!("speaker:{value} is unknown; give the name of a speaker").into()
        }
        QueryMistake::NoCountry { value } => {
            format!("country:{value} is unknown; give a name in any language, or a code").into()
        }
    }
}
