//! Files that are made for others: reports. The words come whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::gather::folder_of;
use super::sys::permissions_for_others;

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

/// Writes a file in one step: whenever the program ends, it is there as a whole or as it was. A link
/// leads on to the file that it led to. A pipe or a device is written into.
///
/// # Errors
/// When it is there and may not be replaced, and what the file system says.
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

/// Writes a file in one step, whatever else has its name.
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

/// Whether two paths lead to one file that is there.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let file = one.canonicalize().ok();
    file.is_some() && file == other.canonicalize().ok()
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
        // Not through a link, and not into a pipe: in a shared folder anybody may have put it there.
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
    fn what_is_written_beside_goes_into_no_link_and_waits_for_no_pipe() {
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
    fn a_device_is_written_into_and_stays() {
        for writing in [Writing::New, Writing::Replaces] {
            write_file(Path::new("/dev/null"), b"one", writing).unwrap();
            assert!(!fs::metadata("/dev/null").unwrap().is_file());
        }
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
