//! The rules of Spanish; the words of each topic are in a file of their own.

pub(super) mod report;

use jiff::civil::Date;

use super::language::month;

/// The Spanish names of the months.
pub(super) const MONTHS: [&str; 12] = [
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
];

/// Writes a date in full, as in a letter.
fn day(date: Date) -> String {
    format!(
        "{} de {} de {}",
        date.day(),
        month(&MONTHS, date),
        date.year()
    )
}

/// Writes a number with its noun: `1 nota`, `2 notas`; zero takes the plural.
fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

/// Puts a text in quotation marks.
fn quoted(text: &str) -> String {
    format!("“{text}”")
}
