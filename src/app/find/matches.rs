//! The matches that are lit in the text, after the finder or a dossier has closed.

use crate::app::country::found_on;
use crate::app::desk::{Desk, Finding};
use crate::app::outcome::Outcome;
use crate::messages::PaperMessage;

use super::finder::MOST_HITS;

/// Goes to the next (1) or previous (−1) match, wrapping around.
pub(in crate::app) fn next_match(desk: &mut Desk, by: isize) -> Outcome {
    let finding = desk.finding.as_mut();
    let Some(finding) = finding.filter(|finding| !finding.found.hits.is_empty()) else {
        return Outcome::say(PaperMessage::NoMatches);
    };
    let count = finding.found.hits.len();
    let at = finding.cursor.selected;
    finding.cursor.selected = (at + count).saturating_add_signed(by) % count;
    let hit = finding.hit().cloned();
    let said = position(finding);
    if let Some(hit) = hit {
        desk.show_target(&hit.target);
    }
    Outcome::say(said)
}

/// Returns the number of the selected hit, and the words it lacks.
pub(super) fn position(finding: &Finding) -> PaperMessage {
    let missing = finding.hit().map(|hit| hit.missing.clone());
    PaperMessage::Match {
        number: finding.cursor.selected + 1,
        count: finding.found.hits.len(),
        missing: missing.unwrap_or_default(),
    }
}

/// Searches again in a new index, keeping the selection if it is still found.
pub(in crate::app) fn renew(desk: &mut Desk) {
    let Some(mut finding) = desk.finding.take() else {
        return;
    };
    let found = match finding.country {
        Some(code) => found_on(code, desk),
        None => desk.index().find(&finding.query, MOST_HITS),
    };
    finding.renew(found);
    desk.finding = Some(finding);
}
