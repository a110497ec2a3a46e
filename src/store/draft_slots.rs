//! A text that is saved at each key press and survives if the program is killed at any time.
//!
//! Two files are written in turn, so that the previous text is intact while the next one is
//! written. They are written in place: creating and renaming a file would wait for the file
//! system's own journal, and so for all other pending writes. Each text ends with a number and a
//! fingerprint, which identify the newest text and a torn one. Deliberately absent: waiting for the
//! disk.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::RealDisk;
use super::locked::lock;
use super::state_files::fingerprint;
use super::sys::{open_private, write_at};

/// The longest wait for another program's lock, which is held only for a few calls.
const WAIT: Duration = Duration::from_millis(50);

/// The step in which files grow, in bytes: writing is cheapest while the length stays the same.
const STEP: usize = 4096;

/// The beginning of the last line.
const END: &str = "# end ";

/// A text with its number.
pub(super) type NumberedText = (u64, String);

/// The two files, open and locked until this is dropped.
pub(super) struct DraftSlots([Slot; 2]);

struct Slot {
    file: File,
    length: usize,
    text: Option<NumberedText>,
}

impl DraftSlots {
    /// Opens or creates the two files that belong to `of`.
    pub(super) fn open(of: &Path) -> io::Result<Self> {
        let paths = paths(of);
        let [first, second] = &paths;
        let (first, second) = (open_private(first)?, open_private(second)?);
        // Goes on without the lock: another program's last text may then be lost, but without going
        // on ours certainly would be.
        drop(lock(&RealDisk, &first, of, WAIT));
        Ok(Self([Slot::read(first)?, Slot::read(second)?]))
    }

    /// Returns the newer of the two texts.
    pub(super) fn newest(&self) -> Option<&NumberedText> {
        self.0.iter().filter_map(|slot| slot.text.as_ref()).max()
    }

    /// Writes a text over the older one.
    pub(super) fn write(self, text: &str) -> io::Result<()> {
        let older = self.0.into_iter().min_by_key(Slot::number);
        let Some(Slot { file, length, .. }) = older else {
            return Ok(());
        };
        // Pads with newlines, or the rest of a longer text would follow the last line.
        let length = length.max(text.len().next_multiple_of(STEP));
        let mut bytes = text.as_bytes().to_vec();
        bytes.resize(length, b'\n');
        write_at(&file, &bytes, 0)
    }
}

impl Slot {
    fn read(mut file: File) -> io::Result<Self> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let length = bytes.len();
        let text = String::from_utf8(bytes).ok();
        let text = text.and_then(|text| unsealed(&text));
        Ok(Self { file, length, text })
    }

    fn number(&self) -> Option<u64> {
        self.text.as_ref().map(|(number, _)| *number)
    }
}

/// Reads the newest intact text from the two files that belong to `of`.
pub(super) fn newest(of: &Path) -> Option<NumberedText> {
    let texts = paths(of).map(|path| unsealed(&fs::read_to_string(path).ok()?));
    texts.into_iter().flatten().max()
}

/// Appends the number and fingerprint to a text.
pub(super) fn sealed(number: u64, text: &str) -> String {
    format!("{text}{END}{number} {:016x}\n", seal(number, text))
}

/// Returns the text and its number, if it is intact.
pub(super) fn unsealed(sealed: &str) -> Option<NumberedText> {
    let (text, end) = sealed.trim_end_matches('\n').rsplit_once(END)?;
    let (number, found) = end.split_once(' ')?;
    let number = number.parse().ok()?;
    let is_whole = u64::from_str_radix(found, 16) == Ok(seal(number, text));
    is_whole.then(|| (number, text.to_owned()))
}

fn seal(number: u64, text: &str) -> u64 {
    fingerprint(format!("{number} {text}").as_bytes())
}

/// Returns the two files that belong to `of`.
pub(super) fn slot_files(of: &Path) -> [PathBuf; 2] {
    paths(of)
}

fn paths(of: &Path) -> [PathBuf; 2] {
    ["now0.toml", "now1.toml"].map(|end| of.with_extension(end))
}

#[cfg(test)]
mod tests {
    use super::super::sys::{is_link_refusal, make_link};
    use super::*;

    fn write(of: &Path, number: u64, text: &str) {
        let slots = DraftSlots::open(of).unwrap();
        slots.write(&sealed(number, text)).unwrap();
    }

    fn text(of: &Path) -> Option<String> {
        newest(of).map(|(_, text)| text)
    }

    /// Mixes longer and shorter texts, since each is written over another.
    #[test]
    fn reads_the_newest_text_or_the_previous_one_if_it_is_torn() {
        let folder = tempfile::tempdir().unwrap();
        let of = folder.path().join("x.toml");
        assert_eq!(text(&of), None);
        let long = "é\n".repeat(STEP);
        let texts = ["a\n", "b\n", &long, "", "# end 7\n", "c\n"];
        for (number, written) in (1..).zip(texts) {
            let before = text(&of);
            write(&of, number, written);
            assert_eq!(text(&of).as_deref(), Some(written));
            let path = &paths(&of)[usize::from(number % 2 == 0)];
            let whole = fs::read(path).unwrap();
            let length = sealed(number, written).len();
            for torn in (0..length).step_by(1 + length / 50) {
                let file = File::options().write(true).open(path).unwrap();
                write_at(&file, b"\0", torn as u64).unwrap();
                assert_eq!(text(&of), before, "{number} at {torn}");
                write_at(&file, &whole[torn..=torn], torn as u64).unwrap();
            }
        }
    }

    #[test]
    fn a_torn_text_is_overwritten_first() {
        let folder = tempfile::tempdir().unwrap();
        let of = folder.path().join("x.toml");
        write(&of, 1, "a\n");
        write(&of, 2, "b\n");
        let second = File::options().write(true).open(&paths(&of)[1]).unwrap();
        second.set_len(3).unwrap();
        write(&of, 2, "c\n");
        assert_eq!(text(&of).as_deref(), Some("c\n"));
        assert!(fs::read_to_string(&paths(&of)[0]).unwrap().starts_with('a'));
    }

    #[test]
    fn a_link_in_place_of_a_slot_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let of = folder.path().join("x.toml");
        let target = folder.path().join("profile");
        drop(File::create(&target).unwrap());
        for path in paths(&of) {
            make_link(&target, &path);
            let error = DraftSlots::open(&of).err().unwrap();
            assert!(is_link_refusal(&error), "{error}");
            fs::remove_file(path).unwrap();
        }
        write(&of, 1, "a\n");
        assert_eq!(fs::read(&target).unwrap(), b"");
    }
}
