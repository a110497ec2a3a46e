//! The notes files that one author may write on one device.
//!
//! Rules, in order: a file of another author or device is never written; when a file is full, the
//! next one is used; no state about the files is kept between two saves.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::SaveError;
use super::disk::Disk;
use super::locked::Locked;
use super::notes_file::{named_header, parse};
use super::notes_files::{LARGEST, MOST_READ, read_own_head};
use super::owner::is_ours;
use super::paths::{folder_of, prefix_of};
use crate::model::Author;

/// The bytes read from a file to learn its author and device; a header has about a hundred.
const HEAD: usize = 4096;

/// The most files of one device: enough for sixteen gigabytes of notes, and a limit to the search
/// where no file can be written.
const MOST_FILES: usize = 1000;

/// The number of links or other users' files after which a save gives up: whoever creates that many
/// can create more, and each save would check all of them.
const MOST_REFUSED: usize = 4;

/// The files of an author and device beside a briefing.
#[derive(Clone, Debug)]
pub(super) struct OwnFiles<'a> {
    pub(super) briefing: &'a Path,
    pub(super) author: &'a Author,
    /// The author's name as reports print it, for the header of a new file.
    pub(super) name: Option<&'a str>,
    pub(super) device: &'a str,
}

impl OwnFiles<'_> {
    /// Returns the files that notes may go to, in the order in which they fill up: the author's,
    /// which belongs to the first device that saves a note; that of this device; and the next ones.
    fn all(&self) -> impl Iterator<Item = PathBuf> + use<'_> {
        let Self { author, device, .. } = self;
        let first = [format!("{author}.toml"), format!("{author}.{device}.toml")];
        let further = (2..MOST_FILES).map(move |number| format!("{author}.{device}-{number}.toml"));
        let names = first.into_iter().chain(further);
        names.map(|rest| {
            let mut name = prefix_of(self.briefing);
            name.push(rest);
            folder_of(self.briefing).join(name)
        })
    }

    /// Returns the existing file that the next block goes to; `None` if a new one is needed.
    pub(super) fn next(&self, block: usize) -> Option<PathBuf> {
        let there = self.all().take_while(|file| is_there(file));
        let mut open = there.filter(|file| !is_full(file, block));
        open.find(|file| read_own_head(file, HEAD as u64).is_ok_and(|head| self.has(&head)))
    }

    /// Returns the names that the headers of these files give the author, on any device.
    pub(super) fn names(&self) -> Vec<(PathBuf, String)> {
        let there = self.all().take_while(|file| is_there(file));
        let named = there.filter_map(|file| {
            let found = parse(&read_own_head(&file, HEAD as u64).ok()?, "");
            let is_authors = found.author == *self.author;
            let name = found.name.filter(|_| is_authors)?;
            Some((file, name))
        });
        named.collect()
    }

    /// Fails if a file of ours is too large to be read back: its notes would seem to be missing,
    /// and would be appended again and again.
    pub(super) fn check_readable(&self) -> Result<(), SaveError> {
        // The metadata of a link itself, not of its target.
        let look = |file: &Path| fs::symlink_metadata(file).ok();
        let there = self.all().map_while(|file| Some((look(&file)?, file)));
        let folder = folder_of(self.briefing);
        for (look, file) in there {
            // Another user's file has no notes of ours, whatever its size.
            if look.len() > MOST_READ && is_ours(&look, &folder).unwrap_or(false) {
                let cause = io::Error::from(ErrorKind::FileTooLarge);
                return Err(SaveError::writing(&file, cause));
            }
        }
        Ok(())
    }

    /// Appends blocks to the first file with room for them, in as few writes as possible. Returns
    /// `false` where the file system has no locks.
    pub(super) fn append(&self, disk: &dyn Disk, blocks: &[String]) -> Result<bool, SaveError> {
        let (mut rest, mut has_locks) = (blocks, true);
        while !rest.is_empty() {
            let (now, later) = rest.split_at(fitting(rest));
            has_locks &= self.append_to_one(disk, &now.concat())?;
            rest = later;
        }
        Ok(has_locks)
    }

    fn append_to_one(&self, disk: &dyn Disk, blocks: &str) -> Result<bool, SaveError> {
        let header = named_header(self.author, self.name, self.device);
        let mut refused = Vec::new();
        for path in self.all() {
            if is_full(&path, blocks.len()) {
                continue;
            }
            if refused.len() == MOST_REFUSED {
                break;
            }
            match Locked::open_own(disk, &path) {
                Ok(file) if self.has(&file.head(HEAD)?) => {
                    file.append(&header, blocks)?;
                    return Ok(file.has_locks());
                }
                // Another device's file.
                Ok(_) => (),
                // A link, or another user's file.
                Err(error) if error.is_not_ours() => refused.push(error),
                Err(error) => return Err(error),
            }
        }
        let cause = io::Error::from(ErrorKind::FileTooLarge);
        let refused = refused.into_iter().next();
        Err(refused.unwrap_or_else(|| SaveError::writing(self.briefing, cause)))
    }

    /// Returns whether a file with this beginning is new, or its header names this author and
    /// device. A file with a damaged header could be anyone's.
    fn has(&self, head: &[u8]) -> bool {
        let found = parse(head, "");
        let device = found.device.as_deref();
        head.is_empty() || (found.author == *self.author && device == Some(self.device))
    }
}

/// Returns how many of the first blocks fit into one file; at least one.
fn fitting(blocks: &[String]) -> usize {
    let mut size = HEAD as u64;
    let fit = blocks.iter().take_while(|block| {
        size += block.len() as u64;
        size <= LARGEST
    });
    fit.count().max(1)
}

/// Returns whether a file has notes and no room for a block.
fn is_full(file: &Path, block: usize) -> bool {
    let size = fs::symlink_metadata(file).map_or(0, |metadata| metadata.len());
    size > 0 && size + block as u64 > LARGEST
}

/// Returns whether the name exists, even as a broken link.
fn is_there(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_briefing_without_a_folder_is_in_the_current_folder() {
        let author = Author::from_folded("anna");
        let files = OwnFiles {
            briefing: Path::new("paper.toml"),
            author: &author,
            name: None,
            device: "7f3a",
        };
        let expected = [
            "./paper.notes.anna.toml",
            "./paper.notes.anna.7f3a.toml",
            "./paper.notes.anna.7f3a-2.toml",
        ];
        let named: Vec<_> = files.all().take(expected.len()).collect();
        assert_eq!(named, expected.map(PathBuf::from));
    }

    #[test]
    fn splits_notes_that_do_not_fit_into_one_file() {
        let block = |mebibytes: usize| "x".repeat(mebibytes << 20);
        assert_eq!(fitting(&[block(7), block(7), block(7)]), 2);
        assert_eq!(fitting(&[block(7), block(9)]), 1, "the header needs room");
        assert_eq!(fitting(&[block(17), block(1)]), 1);
    }
}
