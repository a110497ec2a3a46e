//! `roundtable forget`: lists what this machine keeps of a briefing besides its notes files, and
//! deletes it.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;

use super::{Outside, Status, followed};
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
    let name = arguments.briefing.display().to_string();
    let name = clean_line(&name);
    let held = held(&folders.state, &followed(&arguments.briefing));
    if held.parts.is_empty() {
        writeln!(
            outside.err,
            "roundtable: this machine keeps nothing of {name}"
        )?;
        return Ok(Status::Nothing);
    }
    let state = folders.state.display().to_string();
    let state = clean_line(&state);
    writeln!(outside.out, "Of {name} this machine keeps, in {state}:")?;
    for part in &held.parts {
        let what = clean_line(&part.what);
        writeln!(outside.out, "{:>9}  {what}", size(part.bytes))?;
    }
    for said in unsaved(&held) {
        writeln!(outside.out, "{}", clean_line(&said))?;
    }
    if !arguments.yes {
        let flags = if held.has_unsaved() {
            "--yes --unsaved-too"
        } else {
            "--yes"
        };
        writeln!(
            outside.out,
            "Nothing was removed; {flags} removes it. The notes files beside the briefing stay."
        )?;
        return Ok(Status::Done);
    }
    if held.has_unsaved() && !arguments.unsaved_too {
        anyhow::bail!(
            "nothing was removed: there are notes or drafts that are nowhere else; \
             save them first, or add --unsaved-too to lose them"
        );
    }
    let bytes = size(held.bytes());
    held.remove()
        .with_context(|| format!("{name} is not forgotten"))?;
    writeln!(
        outside.out,
        "Removed {bytes}. The notes files beside the briefing are as they were; \
         your next note goes to a file of its own."
    )?;
    Ok(Status::Done)
}

/// Says which notes, drafts and unreadable files would be lost for good.
fn unsaved(held: &HeldFiles) -> Vec<String> {
    let mut said = Vec::new();
    if !held.only_here.is_empty() {
        let count = held.only_here.count();
        said.push(format!("ONLY HERE: {count} that no notes file has"));
    }
    match held.drafts {
        0 => (),
        1 => said.push("ONLY HERE: 1 draft that was not saved".to_owned()),
        count => said.push(format!("ONLY HERE: {count} drafts that were not saved")),
    }
    for file in &held.unreadable {
        let file = file.display();
        said.push(format!("PERHAPS ONLY HERE: what cannot be read in {file}"));
    }
    if said.is_empty() {
        said.push("Every note in it is also in a notes file, and there are no drafts.".to_owned());
    }
    said
}

fn size(bytes: u64) -> String {
    match bytes {
        ..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
