//! By when a commitment is to be kept, as far as its words say so.

/// What a date is said to lie behind, in the languages of reports.
const BEFORE: [&str; 10] = [
    "by", "before", "until", "within", "avant", "d'ici", "d’ici", "antes", "hasta", "até",
];

/// What a number counts where it is a time, and not ministers.
const UNITS: [&str; 24] = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "jour", "jours", "semaine",
    "semaines", "mois", "an", "ans", "día", "días", "semana", "semanas", "mes", "meses", "año",
    "años", "anos",
];

/// The end of a text that says by when: `by 2012`, `before the end of June 2011`, `within 2
/// months`. Empty where it has none: a year, or a number of days or the like, has to stand in it.
pub(super) fn by_when(text: &str) -> String {
    /// A longer end is a sentence.
    const MOST_WORDS: usize = 6;
    let text = text.trim().trim_end_matches(['.', ';']);
    let words: Vec<&str> = text.split_whitespace().collect();
    let tail = words.get(words.len().saturating_sub(MOST_WORDS)..);
    let tail = tail.unwrap_or_default().iter().copied();
    let is_start = |word: &str| BEFORE.contains(&word.to_lowercase().as_str());
    let end: Vec<&str> = tail.skip_while(|word| !is_start(word)).collect();
    if says_time(&end) {
        end.join(" ")
    } else {
        String::new()
    }
}

fn says_time(words: &[&str]) -> bool {
    let number = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).parse();
    let is_year = |word: &&str| number(word).is_ok_and(|year: u16| (1900..2200).contains(&year));
    let is_span = |pair: &[&str]| {
        let [count, unit] = pair else { return false };
        number(count).is_ok() && UNITS.contains(&unit.to_lowercase().as_str())
    };
    words.iter().any(is_year) || words.windows(2).any(is_span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_when_is_the_end_of_the_words_with_a_time() {
        for (text, when) in [
            ("opens a centre by 2012", "by 2012"),
            ("opens it (by 2012)", ""),
            (
                "opens a centre before the end of June 2011.",
                "before the end of June 2011",
            ),
            ("opens it within 2 years", "within 2 years"),
            ("ouvre un centre d’ici 12 mois", "d’ici 12 mois"),
            (
                "abrirá un centro antes de marzo de 2011",
                "antes de marzo de 2011",
            ),
            ("its law was signed by 3 ministers", ""),
            ("opens a centre by the third year", ""),
            ("stands by its word", ""),
            ("by 2012 opens a centre for all who come back home", ""),
            ("", ""),
        ] {
            assert_eq!(by_when(text), when, "{text}");
        }
    }
}
