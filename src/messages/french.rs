//! The rules of French; the words of each topic are in a file of their own.

pub(super) mod report;

use jiff::civil::Date;

use super::language::month;

/// The French names of the months.
pub(super) const MONTHS: [&str; 12] = [
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
];

/// Writes a date in full, as in a letter.
fn day(date: Date) -> String {
    let day = match date.day() {
        1 => "1er".to_owned(),
        day => day.to_string(),
    };
    format!("{day} {} {}", month(&MONTHS, date), date.year())
}

/// Writes a number with its noun: `1 note`, `2 notes`; zero takes the singular.
fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count < 2 { one } else { many };
    format!("{count} {noun}")
}

/// Puts a text in quotation marks.
fn quoted(text: &str) -> String {
    format!("«\u{a0}{text}\u{a0}»")
}
