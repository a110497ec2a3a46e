//! Short texts that several parts of the screen share.

use crate::gazetteer::name;
use crate::messages::{InterfaceLanguage, Who};
use crate::model::CountryCode;
use crate::text::truncate;

/// Returns the language of the lists, whose lines are sorted and matched by their words.
pub(super) fn language() -> InterfaceLanguage {
    InterfaceLanguage::default()
}

/// Returns a country as a message names it.
pub fn country_in_message(code: CountryCode) -> Who {
    Who::country(code, name(code).unwrap_or("?"))
}

/// Shortens a text to one line of a list or status.
pub(super) fn gist(text: &str) -> String {
    /// Enough cells to recognise a paragraph.
    const CELLS: usize = 60;
    truncate(&text.replace('\n', " "), CELLS).into_owned()
}
