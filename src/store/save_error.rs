//! The errors of saving a note, in words for its author.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::paths::folder_of;
use super::sys::is_link_refusal;

/// The reason why a note is not saved beside the briefing.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The disk or a quota is full.
    #[error("no space beside the briefing, for {}: {cause}", file.display())]
    NoSpace {
        /// The notes file.
        file: PathBuf,
        /// The system's error.
        cause: io::Error,
    },
    /// The folder is missing, or no files can be created in it.
    #[error("the folder {} cannot be written: {cause}", folder.display())]
    Folder {
        /// The folder of the briefing.
        folder: PathBuf,
        /// The system's error.
        cause: io::Error,
    },
    /// Another program kept the file locked until the timeout.
    #[error("another program keeps {} locked", file.display())]
    Locked {
        /// The notes file.
        file: PathBuf,
    },
    /// A folder or a pipe has the name of the notes file.
    #[error("{} is not a regular file", file.display())]
    NotAFile {
        /// The folder or pipe.
        file: PathBuf,
    },
    /// A link has the name of the notes file, or the file has other names. Its target was not meant
    /// for these notes.
    #[error("{} is a link, and notes are not written through links; remove it", file.display())]
    Link {
        /// The link.
        file: PathBuf,
    },
    /// Another user created the notes file.
    #[error("{} belongs to another user; ask for it to be removed", file.display())]
    Foreign {
        /// The notes file.
        file: PathBuf,
    },
    /// The name no longer refers to the file that was written.
    #[error("another program replaced {} while the note was being saved", file.display())]
    Replaced {
        /// The notes file.
        file: PathBuf,
    },
    /// Any other error.
    #[error("{} cannot be written: {cause}", file.display())]
    File {
        /// The notes file.
        file: PathBuf,
        /// The system's error.
        cause: io::Error,
    },
}

impl SaveError {
    /// Returns whether the name is taken by something that is not ours to write, so that another
    /// file must be used.
    pub(super) fn is_not_ours(&self) -> bool {
        match self {
            Self::Link { .. } | Self::Foreign { .. } => true,
            Self::File { cause, .. } => cause.kind() == ErrorKind::PermissionDenied,
            Self::NoSpace { .. }
            | Self::Folder { .. }
            | Self::Locked { .. }
            | Self::NotAFile { .. }
            | Self::Replaced { .. } => false,
        }
    }

    /// Makes the error for a failed write to an open file.
    pub(super) fn writing(file: &Path, cause: io::Error) -> Self {
        let file = file.to_owned();
        match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::NoSpace { file, cause },
            _ => Self::File { file, cause },
        }
    }

    /// Makes the error for a file that cannot be opened; if it does not exist, the error is about
    /// the folder.
    pub(super) fn opening(file: &Path, cause: io::Error) -> Self {
        if is_link_refusal(&cause) {
            let file = file.to_owned();
            return Self::Link { file };
        }
        let exists = fs::symlink_metadata(file).is_ok();
        match cause.kind() {
            ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::NotFound
            | ErrorKind::NotADirectory
                if !exists =>
            {
                let folder = folder_of(file);
                Self::Folder { folder, cause }
            }
            _ => Self::writing(file, cause),
        }
    }
}

/// The error of a save that did not write beside the briefing.
#[derive(Debug, Error)]
#[error("{}{cause}", if *.on_this_machine { "saved on this machine only: " } else { "" })]
pub struct NotSaved {
    /// The reason.
    pub cause: SaveError,
    /// Whether the journal has the note: it is then saved beside the briefing as soon as possible.
    pub on_this_machine: bool,
}

/// The reason why the journal lacks a note that is saved beside the briefing.
#[derive(Debug, Error)]
#[error("beside the briefing only: {}", match .0 {
    SaveError::NoSpace { cause, .. } => format!("no space for the journal: {cause}"),
    SaveError::Folder { cause, .. } | SaveError::File { cause, .. } => {
        format!("the journal cannot be written: {cause}")
    }
    other => other.to_string(),
})]
pub struct Unjournaled(pub(super) SaveError);

/// The warnings about a save that succeeded.
#[derive(Debug, Default)]
pub struct Saved {
    /// The reason why the journal does not have what was saved.
    pub unjournaled: Option<Unjournaled>,
    /// The file system has no locks. Shown once.
    pub no_locks: Option<NoLocks>,
}

/// A warning: without locks, two programs of one author could write at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no file locks here: run only one program per author on this briefing")]
pub struct NoLocks;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_of_the_journal_is_reported_for_the_journal() {
        let full = SaveError::writing(Path::new("j.toml"), ErrorKind::StorageFull.into());
        let told = Unjournaled(full).to_string();
        let expected = "beside the briefing only: no space for the journal: ";
        assert!(told.starts_with(expected), "{told}");
    }
}
