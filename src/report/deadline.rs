//! By when a commitment is to be kept, as far as its words say so.

use super::dates::is_month;

/// What a time is said to lie behind, in the languages of reports.
const BEFORE: [&str; 10] = [
    "by", "before", "until", "within", "avant", "d'ici", "d’ici", "antes", "hasta", "até",
];

/// What may stand between that and the time.
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

/// What a number counts where it is a time, and not ministers.
const UNITS: [&str; 24] = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "jour", "jours", "semaine",
    "semaines", "mois", "an", "ans", "día", "días", "semana", "semanas", "mes", "meses", "año",
    "años", "anos",
];

/// The first words of a text that say by when: `by 2012`, `before the end of June 2011`, `within 2
/// months`. Empty where there are none: nothing but a year, a month or a number of days makes a time.
pub(super) fn by_when(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let starts = words.iter().enumerate();
    let mut starts = starts.filter(|(_, word)| BEFORE.contains(&word.to_lowercase().as_str()));
    let found = starts.find_map(|(at, start)| {
        let behind = words.get(at + 1..)?;
        let span = behind.get(..length(behind))?;
        let span = [&[*start], span].concat().join(" ");
        let is_time = span.len() > start.len();
        is_time.then(|| plain(&span).to_owned())
    });
    found.unwrap_or_default()
}

/// How many of the words are a time with all that may stand before it; 0 where none is.
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

/// A word without the signs around it.
fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_when_is_where_the_words_tell_a_time() {
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
