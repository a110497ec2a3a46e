//! The author of new notes.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::model::Author;
use crate::text::fold;

/// Returns the author's [`name`], made safe for a file name.
pub(super) fn resolve(given: Option<&str>, briefing: &Path) -> Author {
    Author::from_folded(&fold(&name(given, briefing)))
}

/// Returns the given name, else git's `user.name`, else `$USER` or `$LOGNAME`, else an empty one.
pub(super) fn name(given: Option<&str>, briefing: &Path) -> String {
    let user = || {
        std::env::var("USER")
            .or_else(|_| std::env::var("LOGNAME"))
            .ok()
    };
    given
        .map(str::to_owned)
        .or_else(|| from_git(briefing))
        .or_else(user)
        .unwrap_or_default()
}

fn from_git(briefing: &Path) -> Option<String> {
    let folder = briefing.parent().filter(|folder| folder.is_dir());
    let mut git = Command::new("git");
    git.args(["config", "user.name"])
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    if let Some(folder) = folder {
        git.current_dir(folder);
    }
    let name = String::from_utf8(git.output().ok()?.stdout).ok()?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}
