//! Reads the fields of a table, each with its type and its place.
//!
//! A missing field is not a mistake here. A field of the wrong type is listed as one and then
//! treated as missing.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::findings::Findings;
use super::keys::{TableKind, check_keys};
use super::quoting::quoted;
use crate::model::Diagnostic;
use crate::text::clean_line;

/// The fields of one table.
pub(super) struct Fields<'t> {
    table: &'t DeTable<'t>,
    /// The place of the table's header.
    pub(super) place: Range<usize>,
}

impl<'t> Fields<'t> {
    /// Wraps a table and lists its unknown keys.
    pub(super) fn new(
        table: &'t DeTable<'t>,
        place: Range<usize>,
        of: TableKind,
        findings: &mut Findings<'_>,
    ) -> Self {
        check_keys(table, of, findings);
        Self { table, place }
    }

    /// Returns whether the field exists, of any type.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Returns the place of the field's value.
    pub(super) fn place_of(&self, key: &str) -> Option<Range<usize>> {
        self.table.get(key).map(Spanned::span)
    }

    /// Returns a text field as written in the file.
    pub(super) fn text(&self, key: &str, findings: &mut Findings<'_>) -> Option<Spanned<&'t str>> {
        text(self.table.get(key)?, findings)
    }

    /// Returns a text field cleaned and on one line; empty if it is missing.
    pub(super) fn line(&self, key: &str, findings: &mut Findings<'_>) -> String {
        let text = self.text(key, findings);
        let text = text.map_or("", Spanned::into_inner);
        clean_line(text).trim().to_owned()
    }

    /// Returns a field that is a list of texts; empty if it is missing.
    pub(super) fn list(&self, key: &str, findings: &mut Findings<'_>) -> Vec<Spanned<&'t str>> {
        let Some(value) = self.table.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(array) = value.get_ref() else {
            let cure = match value.get_ref() {
                DeValue::String(text) => Some(format!("write [{}]", quoted(text))),
                _ => None,
            };
            wrong_type(value, "a list", cure, findings);
            return Vec::new();
        };
        let texts = array.iter().filter_map(|one| text(one, findings));
        texts.collect()
    }

    /// Returns a date field.
    pub(super) fn date(&self, key: &str, findings: &mut Findings<'_>) -> Option<Date> {
        let value = self.table.get(key)?;
        if let DeValue::Datetime(found) = value.get_ref()
            && let Some(day) = found.date
        {
            if found.time.is_some() {
                let warning = Diagnostic::warning(value.span(), "the time of day is not read");
                findings.push(warning.with_cure(format!("write {day}")));
            }
            return date(day);
        }
        let cure = match value.get_ref() {
            DeValue::String(text) if text.parse::<Date>().is_ok() => {
                format!("write it without quotes: {text}")
            }
            _ => "write year, month and day without quotes, such as 2010-11-08".to_owned(),
        };
        wrong_type(value, "a date", Some(cure), findings);
        None
    }
}

fn date(day: toml::value::Date) -> Option<Date> {
    let year = i16::try_from(day.year).ok()?;
    let (month, day) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
    Date::new(year, month, day).ok()
}

/// Returns a value as text, and lists any other type as a mistake.
pub(super) fn text<'t>(
    value: &'t Spanned<DeValue<'t>>,
    findings: &mut Findings<'_>,
) -> Option<Spanned<&'t str>> {
    if let DeValue::String(text) = value.get_ref() {
        return Some(Spanned::new(value.span(), text.as_ref()));
    }
    let cure = match value.get_ref() {
        DeValue::Array(_) => Some("write one text, without [ and ]".to_owned()),
        DeValue::Table(_) => None,
        _ => {
            let written = quoted(findings.written(value.span()));
            Some(format!("put it in quotes: {written}"))
        }
    };
    wrong_type(value, "a text", cure, findings);
    None
}

/// Lists a value of the wrong type as a mistake.
pub(super) fn wrong_type(
    value: &Spanned<DeValue<'_>>,
    expected: &str,
    cure: Option<String>,
    findings: &mut Findings<'_>,
) {
    let found = match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(true) => "true",
        DeValue::Boolean(false) => "false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    let message = format!("expected {expected}, found {found}");
    findings.push(Diagnostic {
        cure,
        ..Diagnostic::error(value.span(), message)
    });
}
