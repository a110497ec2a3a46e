//! Tells languages from nationalities: "published in Spanish" is about the language, "in Spanish
//! prisons" is not.

use super::occurrence::Occurrence;
use crate::text::part;

/// The words that, after a form, show that it is a language.
const OF_LANGUAGES: &[&str] = &[
    "language",
    "languages",
    "speaker",
    "speakers",
    "speaking",
    "translation",
    "translations",
    "version",
    "versions",
    "literature",
    "lessons",
    "courses",
    "spoken",
];

/// The words that may come between a language and one of [`OF_LANGUAGES`].
const KINDS_OF_LANGUAGES: &[&str] = &["native", "national", "official", "original", "working"];

/// The words that, before a form, show that it is a language.
const BEFORE_LANGUAGES: &[&str] = &[
    "in",
    "into",
    "speak",
    "speaks",
    "spoke",
    "speaking",
    "spoken",
    "learn",
    "learning",
    "teach",
    "teaching",
    "fluent",
    "translated",
    "only",
    "original",
];

/// The words that join languages in a list.
const BETWEEN_LANGUAGES: &[&str] = &["and", "or"];

/// The languages that belong to no country of the tables.
const OTHER_LANGUAGES: &[&str] = &["english", "arabic", "swahili", "creole", "hindi", "urdu"];

/// The words that can follow a noun: a form before one of them is not an adjective.
const GOES_ON: &[&str] = &[
    "and", "or", "only", "as", "for", "with", "at", "by", "to", "on", "is", "are", "was", "were",
    "but", "which", "that", "where", "who", "under", "from", "of", "in", "the", "if", "has",
    "have", "can", "may", "will", "so", "than", "while", "when", "well",
];

/// The maximum number of words of a list of languages to look at, in each direction.
const LONGEST_LIST: usize = 16;

/// Returns whether a form means a language where it stands, as in "in French", "Spanish-speaking"
/// or "French and Portuguese versions".
pub(super) fn is_language(form: &Occurrence<'_>) -> bool {
    if form.length > 1 || !is_language_word(&form.folded()) {
        return false;
    }
    // Germán is a first name.
    if !form.written().is_ascii() {
        return true;
    }
    let last = end_of_languages(form);
    let after = form.words.get(last + 1);
    let gap = {
        let start = form.words.get(last).map_or(0, |word| word.range.end);
        let end = after.map_or(form.text.len(), |word| word.range.start);
        part(form.text, start..end)
    };
    let is_said = |at: usize| {
        let word = form.words.get(at);
        word.is_some_and(|word| OF_LANGUAGES.contains(&word.folded.as_str()))
    };
    let is_official = after.is_some_and(|word| KINDS_OF_LANGUAGES.contains(&word.folded.as_str()));
    if !gap.contains(['.', ';']) && is_said(last + if is_official { 2 } else { 1 }) {
        return true;
    }
    // As in: the French "Organisation".
    if gap.contains(['"', '“', '«']) {
        return true;
    }
    let first = start_of_languages(form);
    let before = first.checked_sub(1).and_then(|at| form.words.get(at));
    let ends = gap.chars().any(|c| !c.is_whitespace() && c != '-')
        || after.is_none_or(|word| GOES_ON.contains(&word.folded.as_str()));
    let is_said_before =
        before.is_some_and(|word| BEFORE_LANGUAGES.contains(&word.folded.as_str()));
    ends && (is_said_before || (last + 1..last + 6).any(is_said))
}

/// Returns the index of the last language in the list around the form.
fn end_of_languages(form: &Occurrence<'_>) -> usize {
    let mut last = form.at;
    let mut at = form.at + 1;
    while let Some(word) = form.words.get(at).filter(|_| at < form.at + LONGEST_LIST) {
        if is_language_word(&word.folded) {
            last = at;
        } else if !BETWEEN_LANGUAGES.contains(&word.folded.as_str()) {
            break;
        }
        at += 1;
    }
    last
}

fn start_of_languages(form: &Occurrence<'_>) -> usize {
    let mut first = form.at;
    while let Some(at) = first.checked_sub(1)
        && at + LONGEST_LIST > form.at
        && let Some(word) = form.words.get(at)
    {
        let is_between = BETWEEN_LANGUAGES.contains(&word.folded.as_str());
        let before = at.checked_sub(1).and_then(|at| form.words.get(at));
        if is_language_word(&word.folded) {
            first = at;
        } else if is_between && before.is_some_and(|word| is_language_word(&word.folded)) {
            first = at - 1;
        } else {
            break;
        }
    }
    first
}

/// Returns whether a folded word may be a language.
fn is_language_word(folded: &str) -> bool {
    const LANGUAGES: &[&str] = &[
        "french",
        "spanish",
        "portuguese",
        "german",
        "italian",
        "dutch",
        "greek",
        "turkish",
        "polish",
        "russian",
        "chinese",
        "japanese",
        "korean",
        "swedish",
        "danish",
        "finnish",
        "norwegian",
        "icelandic",
        "hungarian",
        "czech",
        "slovak",
        "romanian",
        "bulgarian",
        "ukrainian",
        "indonesian",
        "thai",
        "vietnamese",
        "persian",
        "bengali",
        "nepali",
        "catalan",
        "albanian",
        "serbian",
        "croatian",
        "lithuanian",
        "latvian",
        "estonian",
        "burmese",
        "malay",
    ];
    LANGUAGES.contains(&folded) || OTHER_LANGUAGES.contains(&folded)
}
