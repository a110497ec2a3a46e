//! `roundtable forget`: lists what this machine keeps of a briefing besides its notes files, and
//! deletes it.

use std::path::PathBuf;

use clap::Args;

use super::output::words;
use super::{Outside, Status, followed};
use crate::messages::{CommandError, CommandMessage};
use crate::store::{Folders, HeldFiles, held};
use crate::text::clean_line;

/// The arguments of `forget`.
#[derive(Debug, Args)]
pub(super) struct ForgetArguments {
    /// The briefing; the file may be gone already
    briefing: PathBuf,
    /// Delete all of it from this machine; without this it is only listed
    #[arg(long)]
    yes: bool,
    /// Delete it even if some notes or drafts are nowhere else
    #[arg(long, requires = "yes")]
    unsaved_too: bool,
}

pub(super) fn run(
    arguments: &ForgetArguments,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let folders = Folders::of_user()?;
    let briefing = arguments.briefing.display().to_string();
    let held = held(&folders.state, &followed(&arguments.briefing));
    if held.parts.is_empty() {
        outside.tell(&CommandMessage::NothingHeld { briefing })?;
        return Ok(Status::Nothing);
    }
    outside.print(&CommandMessage::Held {
        briefing: briefing.clone(),
        folder: folders.state.display().to_string(),
    })?;
    for part in &held.parts {
        let what = clean_line(&part.what);
        let size = words(&CommandMessage::Size { bytes: part.bytes });
        writeln!(outside.out, "{size:>9}  {what}")?;
    }
    for message in unsaved(&held) {
        outside.print(&message)?;
    }
    let has_unsaved = held.has_unsaved();
    if !arguments.yes {
        outside.print(&CommandMessage::NothingDeleted { has_unsaved })?;
        return Ok(Status::Done);
    }
    if has_unsaved && !arguments.unsaved_too {
        return Err(CommandError::WouldLoseNotes.into());
    }
    let bytes = held.bytes();
    held.remove().map_err(|error| CommandError::NotForgotten {
        briefing,
        reason: error.to_string(),
    })?;
    outside.print(&CommandMessage::Deleted { bytes })?;
    Ok(Status::Done)
}

/// Returns messages about the notes, drafts and unreadable files that would be lost for good.
fn unsaved(held: &HeldFiles) -> Vec<CommandMessage> {
    let mut messages = Vec::new();
    if !held.only_here.is_empty() {
        messages.push(CommandMessage::OnlyHere {
            records: held.only_here.count(),
        });
    }
    if held.drafts > 0 {
        messages.push(CommandMessage::DraftsOnlyHere { count: held.drafts });
    }
    let unreadable = held.unreadable.iter();
    messages.extend(unreadable.map(|file| CommandMessage::PerhapsOnlyHere {
        file: file.display().to_string(),
    }));
    if messages.is_empty() {
        messages.push(CommandMessage::NothingOnlyHere);
    }
    messages
}
