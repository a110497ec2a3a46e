//! Reads a briefing file: TOML in, a briefing and all its mistakes out.
//!
//! Rules, in order: every mistake is listed, not only the first, with its place and its cure; a
//! file with an error gives no briefing, because half a paper is worse than none; unknown keys are
//! warnings, so that files of later versions can be read; reading takes time linear in the length
//! of the text, however hostile it is.
//!
//! Serde is not used: it stops at the first mistake of a table and knows only the place of the
//! table. Instead, each field of a table is read by itself. Deliberately absent: writing a
//! briefing.

mod entries;
mod fields;
mod findings;
mod keys;
mod paper;
mod quoting;
mod references;
mod syntax;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::entries::{RawEntry, read_entry};
use self::fields::{Fields, wrong_type};
use self::findings::Findings;
use self::keys::{TableKind, check_keys};
use self::paper::{read_aliases, read_paper};
use self::references::check_references;
use crate::model::{Briefing, CountryCode, Diagnostic, Kind, Paper, Severity};

/// The version of the briefing file that this program reads.
const SCHEMA: &str = "1";

/// Parses the text of a briefing file. Returns the briefing, `None` if the text has errors, and all
/// mistakes in the order of the text.
pub fn decode_briefing(text: &str) -> (Option<Briefing>, Vec<Diagnostic>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut syntax = syntax::explain(text, &errors);
    let repaired = syntax.repaired.take();
    let document = match &repaired {
        Some(repaired) => DeTable::parse_recoverable(repaired).0,
        None => document,
    };
    let mut findings = Findings::new(text, syntax);
    let raw = read(document.get_ref(), &mut findings);
    let mut mistakes = findings.finish();
    if mistakes.iter().any(|one| one.severity == Severity::Error) {
        return (None, mistakes);
    }
    let entries = raw.entries.into_iter().filter_map(RawEntry::into_entry);
    match Briefing::new(raw.paper, raw.aliases, entries.collect()) {
        Ok(briefing) => (Some(briefing), mistakes),
        Err(error) => {
            mistakes.insert(0, Diagnostic::of_file(error.to_string()));
            (None, mistakes)
        }
    }
}

/// The contents of a file before its references are checked.
struct RawBriefing<'t> {
    paper: Paper,
    aliases: Vec<(String, CountryCode)>,
    entries: Vec<RawEntry<'t>>,
}

fn read<'t, 's: 't>(document: &'t DeTable<'t>, findings: &mut Findings<'s>) -> RawBriefing<'t> {
    check_keys(document, TableKind::Top, findings);
    check_schema(document, findings);
    let paper = match single_table(document, "paper", findings) {
        Some((table, place)) => {
            let fields = Fields::new(table, place, TableKind::Paper, findings);
            read_paper(&fields, findings)
        }
        None => Paper::default(),
    };
    if document.get("paper").is_none() {
        let diagnostic = Diagnostic::of_file("the file has no [paper]");
        findings.push_absence(diagnostic.with_cure("write [paper] and below it title = \"…\""));
    }
    let aliases = single_table(document, "aliases", findings);
    let aliases = aliases.map(|(table, _)| read_aliases(table, findings));
    let mut entries = Vec::new();
    for kind in Kind::ALL {
        for (table, place) in entry_tables(document, kind, findings) {
            let fields = Fields::new(table, place, TableKind::Entry(kind), findings);
            entries.push(read_entry(kind, &fields, findings));
        }
    }
    if entries.is_empty() {
        let diagnostic = Diagnostic::of_file("the file has no entries: there is nothing to read");
        findings
            .push_absence(diagnostic.with_cure("add one, such as [[context]] with id and text"));
    }
    check_references(&entries, findings);
    RawBriefing {
        paper,
        aliases: aliases.unwrap_or_default(),
        entries,
    }
}

fn check_schema(document: &DeTable<'_>, findings: &mut Findings<'_>) {
    let Some(schema) = document.get("schema") else {
        let message = format!("the file does not say its schema, which is taken to be {SCHEMA}");
        let warning = Diagnostic::warning(0..0, message);
        let warning = Diagnostic {
            place: None,
            ..warning
        };
        let cure = format!("write schema = {SCHEMA} in the first line");
        findings.push_absence(warning.with_cure(cure));
        return;
    };
    match schema.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 && number.as_str() == SCHEMA => (),
        DeValue::Integer(number) => {
            let message = format!("unknown schema {}", quoting::shortened(number.as_str()));
            let cure = format!("this version of roundtable reads schema {SCHEMA}");
            findings.push(Diagnostic::error(schema.span(), message).with_cure(cure));
        }
        _ => {
            let cure = format!("write schema = {SCHEMA}");
            wrong_type(schema, "a number", Some(cure), findings);
        }
    }
}

/// A table and the place of its header.
type PlacedTable<'t> = (&'t DeTable<'t>, Range<usize>);

/// Returns the table with a name that may occur only once, such as `[paper]`.
fn single_table<'t>(
    document: &'t DeTable<'t>,
    name: &str,
    findings: &mut Findings<'_>,
) -> Option<PlacedTable<'t>> {
    let value = document.get(name)?;
    if let DeValue::Table(table) = value.get_ref() {
        return Some((table, value.span()));
    }
    let table = match value.get_ref() {
        DeValue::Array(array) => array.first().and_then(table),
        _ => None,
    };
    let cure = format!("write [{name}], once and with single brackets");
    wrong_type(value, &format!("[{name}]"), Some(cure), findings);
    table
}

/// Returns the tables of a kind of entry, such as `[[context]]`.
fn entry_tables<'t>(
    document: &'t DeTable<'t>,
    kind: Kind,
    findings: &mut Findings<'_>,
) -> Vec<PlacedTable<'t>> {
    let Some(value) = document.get(kind.table()) else {
        return Vec::new();
    };
    let cure = || {
        let name = kind.table();
        Some(format!(
            "write [[{name}]], with two brackets on each side, before each of them"
        ))
    };
    let DeValue::Array(array) = value.get_ref() else {
        wrong_type(value, &format!("[[{}]]", kind.table()), cure(), findings);
        return table(value).into_iter().collect();
    };
    for other in array.iter().filter(|one| table(one).is_none()) {
        wrong_type(other, "a table", cure(), findings);
    }
    array.iter().filter_map(table).collect()
}

fn table<'t>(value: &'t Spanned<DeValue<'t>>) -> Option<PlacedTable<'t>> {
    match value.get_ref() {
        DeValue::Table(table) => Some((table, value.span())),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
