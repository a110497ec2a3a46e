//! Dates in the words of each language, and the names of months.

use jiff::civil::Date;

use super::wording::Language;

/// The months in each language, in the order of [`Language::ALL`].
const MONTHS: [[&str; 12]; 4] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
];

/// Returns whether a word is the name of a month in any of the languages; case does not matter.
pub(super) fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    let mut months = MONTHS.iter().flatten();
    months.any(|month| month.to_lowercase() == word)
}

/// Writes a date as in a letter: `8 November 2010`.
pub(super) fn date_in_words(date: Date, language: Language) -> String {
    let months = Language::ALL.iter().zip(&MONTHS);
    let mut of_language = months.filter(|(one, _)| **one == language);
    let at = usize::from(date.month().unsigned_abs()) - 1;
    let month = of_language.next().and_then(|(_, months)| months.get(at));
    let (day, month, year) = (date.day(), month.copied().unwrap_or_default(), date.year());
    match language {
        Language::French if day == 1 => format!("1er {month} {year}"),
        Language::English | Language::French => format!("{day} {month} {year}"),
        Language::Spanish | Language::Portuguese => format!("{day} de {month} de {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_date_in_each_language() {
        let date = |language| date_in_words(jiff::civil::date(2010, 3, 1), language);
        let written = Language::ALL.map(date);
        assert_eq!(
            written,
            [
                "1 March 2010",
                "1er mars 2010",
                "1 de marzo de 2010",
                "1 de março de 2010"
            ]
        );
        assert!(is_month("AOÛT") && !is_month("mar"));
    }
}
