//! Reads the entries, each by itself; `references` checks how they point to each other.

use std::ops::Range;

use toml::Spanned;

use super::super::markdown::paragraphs;
use super::super::nearest::nearest;
use super::fields::Fields;
use super::findings::Findings;
use super::keys::TableKind;
use super::paper::read_countries;
use super::quoting::quoted;
use crate::model::{Diagnostic, EntryId, Kind, NewEntry, Partnership, Practice, Prose};
use crate::text::clean;

/// An entry whose references are not checked yet.
pub(super) struct RawEntry<'t> {
    /// The kind, from the name of the table.
    pub(super) kind: Kind,
    /// The id as written, valid or not; `None` if the entry has none.
    pub(super) id: Option<Spanned<&'t str>>,
    /// The ids in `see`.
    pub(super) see: Vec<Spanned<&'t str>>,
    /// The paragraphs of the text.
    pub(super) prose: Vec<Prose>,
    /// The place of the text, or of the header if the entry has no text.
    pub(super) text_place: Range<usize>,
    heading: String,
    at: String,
    practice: Practice,
}

impl RawEntry<'_> {
    /// Returns the entry; `None` if one of its ids is invalid.
    pub(super) fn into_entry(self) -> Option<NewEntry> {
        let see = self.see.iter().map(|id| EntryId::new(id.get_ref()));
        Some(NewEntry {
            id: EntryId::new(self.id?.get_ref())?,
            kind: self.kind,
            heading: self.heading,
            at: self.at,
            practice: self.practice,
            see: see.collect::<Option<_>>()?,
            prose: self.prose,
        })
    }
}

/// Reads an entry from a table.
pub(super) fn read_entry<'t, 's: 't>(
    kind: Kind,
    fields: &Fields<'t>,
    findings: &mut Findings<'s>,
) -> RawEntry<'t> {
    let id = read_id(kind, fields, findings);
    let name = match &id {
        Some(id) => quoted(id.get_ref()),
        None => format!("this {}", kind.singular()),
    };
    let text = fields.text("text", findings);
    let prose = text.as_ref().map(|text| paragraphs(text.get_ref()));
    if let Some(text) = &text {
        findings.check_end(text.span());
    }
    let text_place = text.map_or_else(|| fields.place.clone(), |text| text.span());
    if !fields.has("text") {
        let diagnostic = Diagnostic::error(text_place.clone(), format!("{name} has no text"));
        findings.push_lack(
            &fields.place,
            diagnostic.with_cure("add text = \"\"\"…\"\"\" below it"),
        );
    } else if prose.as_ref().is_some_and(Vec::is_empty) {
        let message = format!("the text of {name} is empty");
        let diagnostic = Diagnostic::error(text_place.clone(), message);
        findings.push(diagnostic.with_cure("write at least one word, or take the entry out"));
    }
    let heading = TableKind::Entry(kind).heading();
    let see = match kind {
        Kind::Question => fields.list("see", findings),
        _ => Vec::new(),
    };
    RawEntry {
        kind,
        id,
        see,
        prose: prose.unwrap_or_default(),
        text_place,
        heading: heading.map_or_else(String::new, |key| fields.line(key, findings)),
        at: fields.line("at", findings),
        practice: match kind {
            Kind::Example => read_practice(fields, findings),
            _ => Practice::default(),
        },
    }
}

fn read_id<'t, 's: 't>(
    kind: Kind,
    fields: &Fields<'t>,
    findings: &mut Findings<'s>,
) -> Option<Spanned<&'t str>> {
    if !fields.has("id") {
        let message = format!("this {} has no id", kind.singular());
        let diagnostic = Diagnostic::error(fields.place.clone(), message);
        let cure =
            "add a line such as id = \"…\" below it: a short name of its own, without spaces";
        findings.push_lack(&fields.place, diagnostic.with_cure(cure));
    }
    let Some(id) = fields.text("id", findings) else {
        // References to `id = 1` as "1" are correct: the wrong type is the only mistake to list.
        let place = fields.place_of("id")?;
        return Some(Spanned::new(place.clone(), findings.written(place)));
    };
    let written = *id.get_ref();
    let words = written.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let better = clean(&words.join("-")).into_owned();
    if better.is_empty() {
        let diagnostic = Diagnostic::error(id.span(), "the id is empty");
        findings.push(diagnostic.with_cure("give the entry a short name of its own"));
    } else if better != written {
        let message = format!("{} cannot be an id", quoted(written));
        let cure = format!("an id has no spaces: write {}", quoted(&better));
        findings.push(Diagnostic::error(id.span(), message).with_cure(cure));
    }
    Some(id)
}

fn read_practice(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Practice {
    let partnership = fields.text("partnership", findings);
    Practice {
        partnership: partnership.and_then(|written| read_partnership(&written, findings)),
        countries: read_countries(fields, "countries", findings),
        period: fields.line("period", findings),
    }
}

fn read_partnership(written: &Spanned<&str>, findings: &mut Findings<'_>) -> Option<Partnership> {
    let partnership = Partnership::from_name(written.get_ref());
    if partnership.is_none() {
        let names = Partnership::ALL.map(Partnership::name);
        let cure = match nearest(written.get_ref(), names) {
            Some(name) => format!("did you mean \"{name}\"?"),
            None => format!("write one of {}", names.join(", ")),
        };
        let message = format!("unknown partnership {}", quoted(written.get_ref()));
        findings.push(Diagnostic::error(written.span(), message).with_cure(cure));
    }
    partnership
}
