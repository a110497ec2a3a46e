//! Writes files for others: reports. A file is written completely or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::paths::folder_of;
use super::sys::permissions_for_others;

/// Whether an existing file may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// An existing file is an error.
    New,
    /// An existing file is replaced.
    Replaces,
}

/// The reason why a file was not written.
#[derive(Debug, Error)]
pub enum NotWritten {
    /// The file exists.
    #[error("{} already exists; --force replaces it", .0.display())]
    IsThere(PathBuf),
    /// The system's error.
    #[error("{}: {}", .0.display(), .1)]
    Failed(PathBuf, io::Error),
}

/// Writes a file atomically: even if the program is killed, the file is complete or unchanged. The
/// target of a link is replaced, and the link stays. Pipes and devices are written directly.
///
/// # Errors
/// Fails if the file exists and may not be replaced, or with the system's error.
pub fn write_file(path: &Path, bytes: &[u8], writing: Writing) -> Result<(), NotWritten> {
    let failed = |error| NotWritten::Failed(path.to_owned(), error);
    let place = match fs::metadata(path) {
        Ok(there) if !there.is_file() => {
            let stream = File::options().write(true).open(path);
            let written = stream.and_then(|mut stream| stream.write_all(bytes));
            return written.map_err(failed);
        }
        Ok(_) if writing == Writing::New => return Err(NotWritten::IsThere(path.to_owned())),
        Ok(there) => Some((path.canonicalize().map_err(failed)?, there.permissions())),
        Err(_) => None,
    };
    let (path, permissions) = place.unwrap_or_else(|| (path.to_owned(), permissions_for_others()));
    put(&path, bytes, permissions, writing)
}

/// Writes a file atomically under exactly this name.
fn put(
    path: &Path,
    bytes: &[u8],
    permissions: Permissions,
    writing: Writing,
) -> Result<(), NotWritten> {
    let beside = tempfile::Builder::new()
        .permissions(permissions)
        .tempfile_in(folder_of(path));
    let written = beside.and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        let moved = match writing {
            Writing::New => file.persist_noclobber(path),
            Writing::Replaces => file.persist(path),
        };
        moved.map(drop).map_err(|error| error.error)
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::IsThere(path.to_owned()),
        _ => NotWritten::Failed(path.to_owned(), error),
    })
}

/// Returns whether two paths refer to the same existing file.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let file = one.canonicalize().ok();
    file.is_some() && file == other.canonicalize().ok()
}

/// Writes a file under the first free name: `report.md`, `report-2.md`, …; returns the path.
///
/// # Errors
/// Returns the system's error.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf, NotWritten> {
    /// The most names that are tried.
    const MOST: usize = 1000;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    for number in 1..=MOST {
        let name = match number {
            1 => path.to_owned(),
            number => path.with_file_name(format!("{stem}-{number}.{ending}")),
        };
        // Never through a link or into a pipe: in a shared folder anyone may have created it.
        match put(&name, bytes, permissions_for_others(), Writing::New) {
            Ok(()) => return Ok(name),
            Err(NotWritten::IsThere(_)) => (),
            Err(error) => return Err(error),
        }
    }
    Err(NotWritten::IsThere(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::sys::{make_link, make_pipe, mode_of, set_mode};
    use super::*;

    #[test]
    fn replaces_an_existing_file_only_if_wanted() {
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
    fn a_link_stays_a_link_and_a_file_keeps_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["report.md", "link.md"].map(|name| folder.path().join(name));
        write_file(&file, b"one", Writing::New).unwrap();
        set_mode(&file, 0o640);
        make_link(Path::new("report.md"), &link);
        assert!(is_same_file(&file, &link));
        let again = write_file(&link, b"two", Writing::New);
        assert!(matches!(again, Err(NotWritten::IsThere(_))));
        write_file(&link, b"two", Writing::Replaces).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(mode_of(&file), 0o640);
    }

    #[test]
    fn a_free_name_is_never_a_link_or_a_pipe() {
        let folder = tempfile::tempdir().unwrap();
        let names =
            ["report.md", "report-2.md", "report-3.md"].map(|name| folder.path().join(name));
        make_pipe(&names[0]);
        make_link(&folder.path().join("profile"), &names[1]);
        let written = write_beside(&names[0], b"one").unwrap();
        assert_eq!(written, names[2]);
        assert!(!folder.path().join("profile").exists());
        assert_eq!(fs::read(&written).unwrap(), b"one");
    }

    #[test]
    fn writes_to_a_device_directly() {
        for writing in [Writing::New, Writing::Replaces] {
            write_file(Path::new("/dev/null"), b"one", writing).unwrap();
            assert!(!fs::metadata("/dev/null").unwrap().is_file());
        }
    }

    #[test]
    fn a_failed_write_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("absent").join("report.md");
        assert!(write_file(&file, b"one", Writing::New).is_err());
        assert!(write_file(&file, b"one", Writing::Replaces).is_err());
        assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    }
}
