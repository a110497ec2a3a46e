//! Defines the tables of a briefing file and their keys, and warns of unknown keys.
//!
//! Unknown keys are not errors, so that files of a later version can be read. They are warnings,
//! because the text of a mistyped key would be missing without a trace.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::nearest::nearest;
use super::findings::Findings;
use super::quoting::{quoted, shortened};
use crate::model::{Diagnostic, Kind, Severity};

/// A kind of table in a briefing file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TableKind {
    /// The top level: the keys before the first table, and the names of the tables.
    Top,
    /// The table `[paper]`.
    Paper,
    /// A table of one entry, such as `[[context]]`.
    Entry(Kind),
}

/// Keys for the heading of an entry. Each is the key of one kind, and a likely mistake in the
/// others.
const HEADINGS: [&str; 4] = ["title", "term", "heading", "name"];

impl TableKind {
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Top => &[
                "schema",
                "paper",
                "aliases",
                "objectives",
                "concepts",
                "context",
                "examples",
                "questions",
                "footnotes",
            ],
            Self::Paper => &[
                "title",
                "session",
                "roundtable",
                "event",
                "date",
                "place",
                "language",
                "co_chairs",
                "team",
                "coordinator",
                "source",
            ],
            Self::Entry(Kind::Objective | Kind::Footnote) => &["id", "at", "text"],
            Self::Entry(Kind::Concept) => &["id", "term", "at", "text"],
            Self::Entry(Kind::Context) => &["id", "heading", "at", "text"],
            Self::Entry(Kind::Example) => &[
                "id",
                "title",
                "at",
                "partnership",
                "countries",
                "period",
                "text",
            ],
            Self::Entry(Kind::Question) => &["id", "at", "text", "see"],
        }
    }

    /// Returns the key of an entry's heading; `None` for tables without a heading.
    pub(super) fn heading(self) -> Option<&'static str> {
        let Self::Entry(_) = self else { return None };
        let mut keys = self.keys().iter().copied();
        keys.find(|key| HEADINGS.contains(key))
    }

    /// Returns the table as written in a file, such as `[[examples]]`.
    pub(super) fn label(self) -> String {
        match self {
            Self::Top => "the top of the file".to_owned(),
            Self::Paper => "[paper]".to_owned(),
            Self::Entry(kind) => format!("[[{}]]", kind.table()),
        }
    }

    fn others(self) -> impl Iterator<Item = Self> {
        let entries = Kind::ALL.into_iter().map(Self::Entry);
        let tables = [Self::Top, Self::Paper].into_iter().chain(entries);
        tables.filter(move |table| *table != self)
    }
}

/// Warns of every unknown key of a table.
pub(super) fn check_keys(table: &DeTable<'_>, of: TableKind, findings: &mut Findings<'_>) {
    for (key, value) in table {
        let name: &str = key.get_ref();
        if of.keys().contains(&name) {
            continue;
        }
        let message = match (of, brackets(value.get_ref())) {
            (TableKind::Top, Some((open, close))) => {
                format!("unknown table {open}{}{close}", shortened(name))
            }
            (TableKind::Top, None) => {
                format!("unknown key {} before the first table", quoted(name))
            }
            _ => format!("unknown key {} in {}", quoted(name), of.label()),
        };
        let cure = findings.if_shown(Severity::Warning, || cure_for(name, of));
        let cure = cure.unwrap_or_else(|| "this version of roundtable does not read it".to_owned());
        findings.push(Diagnostic::warning(key.span(), message).with_cure(cure));
    }
}

/// Returns the brackets around the name of a table or list of tables; `None` for other values.
fn brackets(value: &DeValue<'_>) -> Option<(&'static str, &'static str)> {
    match value {
        DeValue::Table(_) => Some(("[", "]")),
        DeValue::Array(array) => {
            let first = array.first().map(Spanned::get_ref);
            matches!(first, Some(DeValue::Table(_))).then_some(("[[", "]]"))
        }
        _ => None,
    }
}

/// Returns the cure for an unknown key; `None` if no known key is near.
fn cure_for(name: &str, of: TableKind) -> Option<String> {
    let small = name.to_lowercase();
    let is_own = |key: &&str| *key == small;
    let heading = of.heading().filter(|_| HEADINGS.contains(&&*small));
    let own = heading.or_else(|| of.keys().iter().copied().find(is_own));
    if let Some(own) = own {
        return Some(did_you_mean(own, of));
    }
    match of.others().find(|other| other.keys().contains(&&*small)) {
        Some(TableKind::Top) if small == "schema" => {
            Some("\"schema\" belongs to the first line of the file".to_owned())
        }
        Some(TableKind::Top) => Some(format!("write {}", as_written(&small))),
        Some(other) => Some(format!("\"{small}\" belongs to {}", other.label())),
        None => nearest(name, of.keys().iter().copied()).map(|near| did_you_mean(near, of)),
    }
}

fn did_you_mean(key: &str, of: TableKind) -> String {
    match of {
        TableKind::Top => format!("did you mean {}?", as_written(key)),
        _ => format!("did you mean \"{key}\"?"),
    }
}

/// Returns a top-level key as written in a file.
fn as_written(key: &str) -> String {
    match key {
        "schema" => "schema = 1".to_owned(),
        "paper" | "aliases" => format!("[{key}]"),
        _ => format!("[[{key}]]"),
    }
}
