//! Finds the deadline in the text of a commitment.

use crate::messages::Language;

/// Words that introduce a deadline, in the languages of reports.
const BEFORE: [&str; 10] = [
    "by", "before", "until", "within", "avant", "d'ici", "d’ici", "antes", "hasta", "até",
];

/// Words allowed between the introducing word and the time.
const BETWEEN: [&str; 18] = [
    "the",
    "end",
    "start",
    "beginning",
    "middle",
    "of",
    "next",
    "la",
    "le",
    "fin",
    "fines",
    "finales",
    "final",
    "de",
    "del",
    "do",
    "du",
    "final",
];

/// Units of time: a number counts as a time only before one of these ("3 ministers" does not).
const UNITS: [&str; 24] = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "jour", "jours", "semaine",
    "semaines", "mois", "an", "ans", "día", "días", "semana", "semanas", "mes", "meses", "año",
    "años", "anos",
];

/// Returns the first deadline of a text as it is worded: `by 2012`, `before the end of June 2011`,
/// `within 2 months`. Empty if there is none: a deadline needs a year, the name of a month, or a
/// number with a unit of time.
pub(super) fn by_when(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let starts = words.iter().enumerate();
    let mut starts = starts.filter(|(_, word)| BEFORE.contains(&word.to_lowercase().as_str()));
    let found = starts.find_map(|(at, start)| {
        let after = words.get(at + 1..)?;
        let span = after.get(..length(after))?;
        let span = [&[*start], span].concat().join(" ");
        let is_time = span.len() > start.len();
        is_time.then(|| plain(&span).to_owned())
    });
    found.unwrap_or_default()
}

/// Counts the leading words that form a time, with the words allowed before it; 0 if none do.
fn length(words: &[&str]) -> usize {
    let mut length = 0;
    let mut number = None;
    for (at, word) in words.iter().enumerate() {
        let ends = word.ends_with([',', ';', '.']);
        let word = plain(word).to_lowercase();
        let counted = number.take().is_some();
        number = word.parse::<u16>().ok();
        let is_year = number.is_some_and(|number| (1900..2200).contains(&number));
        let is_time = is_year || is_month(&word) || counted && UNITS.contains(&word.as_str());
        if is_time {
            length = at + 1;
        }
        let goes_on = is_time || number.is_some() || BETWEEN.contains(&word.as_str());
        if ends || !goes_on {
            break;
        }
    }
    length
}

/// Returns whether a word is the name of a month in any language of reports; case does not matter.
fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    let mut months = Language::ALL.iter().flat_map(|language| language.months());
    months.any(|month| month.to_lowercase() == word)
}

/// Strips the punctuation around a word.
fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_deadline_only_where_the_text_gives_a_time() {
        for (text, when) in [
            ("opens a centre by 2012", "by 2012"),
            ("opens it (by 2012)", ""),
            (
                "opens a centre before the end of June 2011.",
                "before the end of June 2011",
            ),
            ("by June 2012 will ratify", "by June 2012"),
            ("by 31 March, or later", "by 31 March"),
            ("opens it within 2 years", "within 2 years"),
            (
                "within the next 12 months, opens 3",
                "within the next 12 months",
            ),
            ("ouvre un centre d’ici fin 2011", "d’ici fin 2011"),
            (
                "abrirá un centro antes de marzo de 2011",
                "antes de marzo de 2011",
            ),
            ("its law was signed by 3 ministers in 2009", ""),
            ("paid by the 2010 budget", "by the 2010"),
            ("guided by the Act of 2009", ""),
            ("opens a centre by the third year", ""),
            ("stands by its word", ""),
            ("by", ""),
            ("", ""),
        ] {
            assert_eq!(by_when(text), when, "{text}");
        }
    }
}
