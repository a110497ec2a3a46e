//! What would be lost or left open by quitting.

use super::desk::Desk;
use super::floor::speaker_name;

/// Returns what quitting would do, as the card says it; `None` if nothing is lost.
pub(super) fn loss(desk: &Desk) -> Option<String> {
    let pending = desk.notebook.pending();
    if pending.iter().any(|pending| !pending.is_on_this_machine()) {
        return Some("quit; a note is NOT SAVED, and the next start tries again".to_owned());
    }
    if !pending.is_empty() {
        return Some("quit; a note is saved on this machine only".to_owned());
    }
    if desk.drafts_not_kept().is_some() && desk.has_draft() {
        return Some("quit; the draft is NOT kept".to_owned());
    }
    let speaker = speaker_name(desk.proceedings.holder()?);
    Some(format!("quit; the turn of {speaker} stays open"))
}
