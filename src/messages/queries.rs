//! The mistakes in queries of the finder, of `roundtable find` and of the notes filter.

use super::Who;
use super::samples::samples;
use crate::model::CountryCode;

/// A mistake in a filter of a query, such as `country:atlantis`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryMistake {
    /// The value is not in the list of values that the filter takes.
    NoneOf {
        /// The key of the filter.
        key: String,
        /// The value as typed.
        value: String,
        /// The values to choose from, as they are typed.
        names: Vec<&'static str>,
    },
    /// The value of `question` is not a number.
    NoNumber {
        /// The value as typed.
        value: String,
    },
    /// The paper has fewer questions than the number typed.
    QuestionBeyond {
        /// The number as typed.
        number: usize,
        /// The number of the last question; 0 if there are none.
        last: usize,
    },
    /// The value of `grouping` is neither a grouping nor a region.
    UnknownGrouping {
        /// The value as typed.
        value: String,
    },
    /// The value of `country` or `speaker` is unknown, but similar to the name of a country.
    SimilarName {
        /// The key of the filter.
        key: String,
        /// The value as typed.
        value: String,
        /// The country.
        nearest: Who,
    },
    /// The value of `speaker` is unknown.
    UnknownSpeaker {
        /// The value as typed.
        value: String,
    },
    /// The value of `country` is unknown.
    NoCountry {
        /// The value as typed.
        value: String,
    },
}

samples!(QueryMistake: "a mistake in a query" {
    NoneOf {
        key: "kind".to_owned(),
        value: "dream".to_owned(),
        names: vec!["note", "position", "proposal"],
    },
    NoNumber { value: "two".to_owned() },
    QuestionBeyond { number: 9, last: 0 } { number: 9, last: 3 },
    UnknownGrouping { value: "ecowaz".to_owned() },
    SimilarName {
        key: "country".to_owned(),
        value: "frnace".to_owned(),
        nearest: Who { code: CountryCode::new("FR"), name: "France".to_owned() },
    },
    UnknownSpeaker { value: "bank".to_owned() },
    NoCountry { value: "atlantis".to_owned() },
});
