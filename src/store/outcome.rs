//! Files that are made for others: reports. The words come whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;
use thiserror::Error;

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// It may not.
    New,
    /// It may.
    Replaces,
}

/// Why a file was not written.
#[derive(Debug, Error)]
pub enum NotWritten {
    /// It is there.
    #[error("{}: is there already; --force replaces it", .0.display())]
    IsThere(PathBuf),
    /// What the file system says.
    #[error("{}: {}", .0.display(), .1)]
    Failed(PathBuf, io::Error),
}

/// Writes a file in one step. A new one takes its name first: the end of the program in between
/// leaves it empty.
///
/// # Errors
/// When it is there and may not be replaced, and what the file system says.
pub fn write_file(path: &Path, bytes: &[u8], writing: Writing) -> Result<(), NotWritten> {
    let failed = |error| NotWritten::Failed(path.to_owned(), error);
    if writing == Writing::New {
        // Takes the name, so that nobody else can between here and there.
        let taken = fs::File::create_new(path);
        match taken {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(NotWritten::IsThere(path.to_owned()));
            }
            taken => drop(taken.map_err(failed)?),
        }
    }
    let written = AtomicWriteFile::open(path)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.commit()));
    written.map_err(|error| {
        if writing == Writing::New {
            // The empty file is ours.
            drop(fs::remove_file(path));
        }
        failed(error)
    })
}

/// Writes a file under the first name that is free: `report.md`, `report-2.md`, …; returns it.
///
/// # Errors
/// What the file system says.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf, NotWritten> {
    /// Nobody keeps more reports of one session.
    const MOST: usize = 1000;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    for number in 1..=MOST {
        let name = match number {
            1 => path.to_owned(),
            number => path.with_file_name(format!("{stem}-{number}.{ending}")),
        };
        match write_file(&name, bytes, Writing::New) {
            Ok(()) => return Ok(name),
            Err(NotWritten::IsThere(_)) => (),
            Err(error) => return Err(error),
        }
    }
    Err(NotWritten::IsThere(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_replaced_only_when_that_is_wanted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.md");
        write_file(&file, b"one", Writing::New).unwrap();
        let again = write_file(&file, b"two", Writing::New);
        assert!(matches!(again, Err(NotWritten::IsThere(_))));
        assert_eq!(fs::read(&file).unwrap(), b"one");
        write_file(&file, b"two", Writing::Replaces).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        let beside = write_beside(&file, b"three").unwrap();
        assert_eq!(beside, folder.path().join("report-2.md"));
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("absent").join("report.md");
        assert!(write_file(&file, b"one", Writing::New).is_err());
        assert!(write_file(&file, b"one", Writing::Replaces).is_err());
        assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    }
}
