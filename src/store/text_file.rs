//! Reads a text file that a user named.
//!
//! Rules, in order: never block and never read without limit, whatever the path leads to; every
//! failure is one sentence with a cure; the text is exactly the content of the file, without the
//! byte order mark that some Windows editors write.

use std::fs::Metadata;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::sys::{Links, open_to_read};
use crate::model::Diagnostic;

/// The largest file, in bytes. The longest papers of the forum have 100 kB: a larger file is the
/// wrong one, and would keep a small laptop busy for minutes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads the text of a file.
///
/// # Errors
/// Fails if the file does not exist, is not a regular file, may not be read, is empty, is larger
/// than 64 MB or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Diagnostic> {
    let failed = |error: io::Error| unreadable(path, &error);
    // Checked before opening: opening a FIFO blocks until a writer opens it too.
    let metadata = path.metadata().map_err(failed)?;
    check(path, &metadata)?;
    let mut bytes = Vec::new();
    let file = open_to_read(path, Links::Followed).map_err(failed)?;
    // Checked again, because another file may have taken the place of the first one.
    check(path, &file.metadata().map_err(failed)?)?;
    // Limited again, because the file may have grown since its size was checked.
    let read = file.take(LARGEST + 1).read_to_end(&mut bytes);
    check_size(read.map_err(failed)? as u64)?;
    decode(bytes)
}

fn check(path: &Path, metadata: &Metadata) -> Result<(), Diagnostic> {
    if metadata.is_dir() {
        let inside = path.join("briefing.toml");
        let cure = format!("name a file in it, such as {}", inside.display());
        return Err(Diagnostic::of_file("this is a folder, not a file").with_cure(cure));
    }
    if !metadata.is_file() {
        let diagnostic = Diagnostic::of_file("this is not a regular file but a pipe or a device");
        return Err(diagnostic.with_cure("save what comes from it as a file and name that"));
    }
    // procfs files report a length of 0: the size is checked again after reading.
    check_size(metadata.len().max(1))
}

fn check_size(size: u64) -> Result<(), Diagnostic> {
    if size > LARGEST {
        let diagnostic = Diagnostic::of_file("the file is larger than 64 MB");
        return Err(
            diagnostic.with_cure("a briefing is a text of some 100 kB: name the right file")
        );
    }
    if size == 0 {
        let diagnostic = Diagnostic::of_file("the file is empty");
        return Err(diagnostic.with_cure("see whether it was saved, or copied as a whole"));
    }
    Ok(())
}

fn decode(bytes: Vec<u8>) -> Result<String, Diagnostic> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..good).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let bad = error.as_bytes().get(good).copied().unwrap_or_default();
        Diagnostic::of_file(format!(
            "line {line} is not UTF-8: byte {good} of the file is 0x{bad:02X}"
        ))
        .with_cure("save the file again with the encoding UTF-8")
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(marked) => marked.to_owned(),
        None => text,
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::NotFound => Diagnostic::of_file("there is no such file").with_cure(
            "name another file, or run roundtable in the folder that holds briefing.toml",
        ),
        ErrorKind::PermissionDenied => Diagnostic::of_file("you may not read this file").with_cure(
            format!("ask its owner, or allow it: chmod u+r '{}'", path.display()),
        ),
        _ => Diagnostic::of_file(format!("the file cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use tempfile::{NamedTempFile, TempDir};

    use super::super::sys::{make_socket, set_mode};
    use super::*;

    fn file(content: &[u8]) -> NamedTempFile {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(content).unwrap();
        file
    }

    fn complaint(path: &Path) -> String {
        let diagnostic = read_text(path).unwrap_err();
        assert_eq!(diagnostic.place, None);
        diagnostic.message
    }

    #[test]
    fn strips_the_byte_order_mark() {
        assert_eq!(
            read_text(file("né\r\n".as_bytes()).path()).unwrap(),
            "né\r\n"
        );
        assert_eq!(read_text(file("\u{feff}a".as_bytes()).path()).unwrap(), "a");
    }

    #[test]
    fn missing_file_is_an_error_with_a_cure() {
        let diagnostic = read_text(Path::new("no/such/briefing.toml")).unwrap_err();
        assert_eq!(diagnostic.message, "there is no such file");
        assert!(diagnostic.cure.unwrap().contains("briefing.toml"));
    }

    #[test]
    fn folder_is_an_error() {
        let folder = TempDir::new().unwrap();
        assert_eq!(complaint(folder.path()), "this is a folder, not a file");
    }

    #[test]
    fn empty_file_is_an_error() {
        assert_eq!(complaint(file(b"").path()), "the file is empty");
    }

    #[test]
    fn does_not_read_a_file_of_more_than_64_mb() {
        let file = file(b"");
        file.as_file().set_len(LARGEST + 1).unwrap();
        assert_eq!(complaint(file.path()), "the file is larger than 64 MB");
    }

    #[test]
    fn names_the_place_of_bytes_that_are_not_utf_8() {
        let latin = file(b"a = 1\nb = \"caf\xe9\"\n");
        assert_eq!(
            complaint(latin.path()),
            "line 2 is not UTF-8: byte 14 of the file is 0xE9"
        );
        let utf16 = file(b"\xff\xfea\0");
        assert!(complaint(utf16.path()).starts_with("line 1 is not UTF-8"));
    }

    #[cfg(unix)]
    #[test]
    fn does_not_block_on_sockets_pipes_and_devices() {
        let folder = TempDir::new().unwrap();
        let socket = folder.path().join("socket");
        make_socket(&socket);
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        let paths = [socket, pipe, "/dev/zero".into()];
        let is_there = |path: &&std::path::PathBuf| made.is_ok() || !path.ends_with("pipe");
        for path in paths.iter().filter(is_there) {
            assert_eq!(
                complaint(path),
                "this is not a regular file but a pipe or a device"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn file_without_permission_is_an_error() {
        let file = file(b"a = 1");
        set_mode(file.path(), 0o0);
        // The superuser can read every file.
        if File::open(file.path()).is_err() {
            assert_eq!(complaint(file.path()), "you may not read this file");
        }
    }
}
