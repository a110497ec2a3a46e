//! Checks ids and the references between entries: `see`, and the anchors of footnotes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::nearest::nearest;
use super::entries::RawEntry;
use super::findings::Findings;
use super::quoting::{quoted, shortened};
use crate::model::{Diagnostic, EntryId, Kind, Mark, Severity};

/// The most ids that are compared to find the nearest: more would keep the reader waiting.
const MOST_COMPARED: usize = 5_000;

/// The kind of each entry and the place of its id, by id.
type Ids<'t> = BTreeMap<&'t str, (Kind, Range<usize>)>;

/// Lists duplicate ids, and references that lead nowhere.
pub(super) fn check_references(entries: &[RawEntry<'_>], findings: &mut Findings<'_>) {
    let ids = unique_ids(entries, findings);
    let mut anchored = BTreeSet::new();
    for entry in entries {
        check_see(entry, &ids, findings);
        check_anchors(entry, &ids, &mut anchored, findings);
    }
    for (id, (kind, place)) in &ids {
        if *kind == Kind::Footnote && !anchored.contains(id) {
            let message = format!("no text has an anchor for the footnote {}", quoted(id));
            let diagnostic = Diagnostic::warning(place.clone(), message);
            let cure = format!("write {} where it belongs", anchor(id));
            findings.push_absence(diagnostic.with_cure(cure));
        }
    }
}

fn unique_ids<'t>(entries: &[RawEntry<'t>], findings: &mut Findings<'_>) -> Ids<'t> {
    let mut ids = Ids::new();
    let named = entries
        .iter()
        .filter_map(|entry| Some((entry.kind, entry.id.as_ref()?)));
    // An empty id is a mistake of its own, not a duplicate.
    for (kind, id) in named.filter(|(_, id)| !id.get_ref().is_empty()) {
        let Some((first_kind, first)) = ids.get(id.get_ref()) else {
            ids.insert(id.get_ref(), (kind, id.span()));
            continue;
        };
        let message = format!("the id {} is there twice", quoted(id.get_ref()));
        let cure = findings.if_shown(Severity::Error, || {
            let (line, table) = (findings.line(first.start), first_kind.table());
            Some(format!(
                "it is the id of [[{table}]] in line {line}: choose another"
            ))
        });
        findings.push(Diagnostic {
            cure,
            ..Diagnostic::error(id.span(), message)
        });
    }
    ids
}

fn check_see(entry: &RawEntry<'_>, ids: &Ids<'_>, findings: &mut Findings<'_>) {
    let own = entry.id.as_ref().map(|id| *id.get_ref());
    for to in &entry.see {
        if own == Some(to.get_ref()) {
            let message = format!("{} points to itself", quoted(to.get_ref()));
            let diagnostic = Diagnostic::error(to.span(), message);
            findings.push(diagnostic.with_cure("take it out of the list"));
        } else if !ids.contains_key(to.get_ref()) {
            let message = format!("no entry has the id {}", quoted(to.get_ref()));
            let cure = findings.if_shown(Severity::Error, || {
                let near = nearest(to.get_ref(), ids.keys().copied().take(MOST_COMPARED));
                Some(match near {
                    Some(id) => format!("did you mean {}?", quoted(id)),
                    None => "take it out of the list, or add that entry".to_owned(),
                })
            });
            findings.push_absence(Diagnostic {
                cure,
                ..Diagnostic::error(to.span(), message)
            });
        }
    }
}

fn check_anchors<'d>(
    entry: &'d RawEntry<'_>,
    ids: &Ids<'_>,
    anchored: &mut BTreeSet<&'d str>,
    findings: &mut Findings<'_>,
) {
    let own = entry.id.as_ref().map(|id| *id.get_ref());
    let mut seen = BTreeSet::new();
    let spans = entry.prose.iter().flat_map(|prose| &prose.spans);
    let anchors = spans.filter_map(|span| match &span.mark {
        Mark::Footnote(id) => Some(id),
        _ => None,
    });
    for id in anchors.filter(|id| seen.insert(*id)) {
        match ids.get(id.as_str()) {
            Some((Kind::Footnote, _)) if own != Some(id.as_str()) => {
                anchored.insert(id.as_str());
            }
            Some((Kind::Footnote, _)) => (),
            Some((kind, _)) => {
                let (anchor, table) = (anchor(id.as_str()), kind.table());
                let message = format!("{anchor} leads to no footnote but to [[{table}]]");
                let diagnostic = Diagnostic::error(anchor_place(entry, id, findings), message);
                findings.push(diagnostic.with_cure("add the footnote, or take the anchor out"));
            }
            None => {
                let message = format!("no footnote has the id {}", quoted(id.as_str()));
                let cure = findings.if_shown(Severity::Error, || Some(footnote_cure(id, ids)));
                findings.push_absence(Diagnostic {
                    cure,
                    ..Diagnostic::error(anchor_place(entry, id, findings), message)
                });
            }
        }
    }
}

fn footnote_cure(id: &EntryId, ids: &Ids<'_>) -> String {
    let footnotes = ids.iter().filter(|(_, (kind, _))| *kind == Kind::Footnote);
    let footnotes = footnotes.map(|(id, _)| *id).take(MOST_COMPARED);
    match nearest(id.as_str(), footnotes) {
        Some(near) => format!("did you mean {}?", anchor(near)),
        None => format!("add [[footnotes]] with id = {}", quoted(id.as_str())),
    }
}

/// Returns the anchor of a footnote as written in a text, for messages.
fn anchor(id: &str) -> String {
    format!("[^{}]", shortened(id))
}

/// Returns the place of the anchor, or of the whole text if the anchor is written with escapes.
fn anchor_place(entry: &RawEntry<'_>, id: &EntryId, findings: &Findings<'_>) -> Range<usize> {
    let place = entry.text_place.clone();
    let exact = findings.if_shown(Severity::Error, || {
        let anchor = format!("[^{id}]");
        let start = place.start + findings.written(place.clone()).find(&anchor)?;
        Some(start..start + anchor.len())
    });
    exact.unwrap_or(place)
}
