//! English: the rules of the language are here, and the words of each topic in a file of its own.

pub(super) mod bindings;
pub(super) mod capture_bar;
pub(super) mod card_labels;
pub(super) mod command_errors;
pub(super) mod commands;
pub(super) mod countries;
pub(super) mod finder;
pub(super) mod gaps;
pub(super) mod help;
pub(super) mod help_parts;
pub(super) mod help_synonyms;
pub(super) mod keeping_fault;
pub(super) mod kinds;
pub(super) mod labels;
pub(super) mod lists;
pub(super) mod notes;
pub(super) mod places;
pub(super) mod queries;
pub(super) mod reader;
pub(super) mod report;
pub(super) mod screen;
pub(super) mod status;

use jiff::civil::Date;

use super::language::month;

/// The names of the months.
pub(super) const MONTHS: [&str; 12] = [
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
];

/// Writes a date with the name of the month, as in a letter.
fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(&MONTHS, date), date.year())
}

/// Writes a number with its noun: `1 note`, `2 notes`; zero takes the plural.
fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

/// Puts a text in quotation marks.
fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// Writes a list with "and" or "or" before its last item: `a, b and c`.
fn list(items: &[impl AsRef<str>], conjunction: &str) -> String {
    let items: Vec<_> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

/// Writes a size, rounded up: `12 kB`.
fn size(bytes: u64) -> String {
    match bytes {
        ..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_a_conjunction_before_its_last_item() {
        assert_eq!(list(&["a"], "and"), "a");
        assert_eq!(list(&["a", "b"], "or"), "a or b");
        assert_eq!(list(&["a", "b", "c"], "and"), "a, b and c");
        assert_eq!(list(&[""; 0], "and"), "");
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(size(999), "999 B");
        assert_eq!(size(1001), "2 kB");
        assert_eq!(size(3_000_000), "3 MB");
    }
}
