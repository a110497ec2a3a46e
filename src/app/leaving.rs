//! What would be lost or left open by quitting.

use super::desk::Desk;
use super::floor::who;
use crate::messages::CardLabel;

/// Returns what quitting would do, as the card says it; `None` if nothing would be lost or left
/// open.
pub(super) fn loss(desk: &Desk) -> Option<CardLabel> {
    let pending = desk.notebook.pending();
    if pending.iter().any(|pending| !pending.is_on_this_machine()) {
        return Some(CardLabel::QuitNotSaved);
    }
    if !pending.is_empty() {
        return Some(CardLabel::QuitOnThisMachine);
    }
    if desk.drafts_not_kept().is_some() && desk.has_draft() {
        return Some(CardLabel::QuitWithoutDraft);
    }
    let speaker = who(desk.proceedings.holder()?);
    Some(CardLabel::QuitDuringTurn { speaker })
}
