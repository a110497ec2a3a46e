//! The names of our files in the state folder of the user, which nobody else may read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::sys::make_private_folders;

/// Bytes of a name: file systems take 255, and a writer's temporary name needs some.
const LONGEST: usize = 230;

/// The file of a briefing that ends in `end`.
///
/// The name is the path of the briefing, so that a person can tell. A path that is too long for a
/// file name gives its end, and a number made of all of it: two briefings never share a file.
pub(super) fn state_file(state: &Path, briefing: &Path, end: &str) -> PathBuf {
    let full = fs::canonicalize(briefing).unwrap_or_else(|_| briefing.to_owned());
    let name = full.to_string_lossy().replace('/', "%");
    let room = LONGEST.saturating_sub(end.len());
    if name.len() <= room {
        return state.join(format!("{name}.{end}"));
    }
    let number = format!("{:016x}", fingerprint(full.as_os_str().as_encoded_bytes()));
    let mut at = name.len() - room.saturating_sub(number.len());
    while !name.is_char_boundary(at) {
        at += 1;
    }
    let tail = name.get(at..).unwrap_or_default();
    state.join(format!("{number}{tail}.{end}"))
}

/// The files of a briefing whose names end so, sorted, each with the `count` words before that end:
/// `….anna.7f3a.journal.toml` has the words `anna` and `7f3a`. None where the folder cannot be read.
pub(super) fn state_files(
    state: &Path,
    briefing: &Path,
    count: usize,
    end: &str,
) -> Vec<(PathBuf, Vec<String>)> {
    let files = fs::read_dir(state).into_iter().flatten().flatten();
    let found = files.filter_map(|file| {
        let file = file.path();
        let rest = file.file_name()?.to_str()?.strip_suffix(end)?;
        let mut words: Vec<_> = rest.rsplitn(count + 1, '.').map(str::to_owned).collect();
        words.truncate(count);
        words.reverse();
        // A long path is cut: only whoever makes the name again knows whether it is of this one.
        let made = state_file(state, briefing, &format!("{}{end}", words.join(".")));
        (made == file).then_some((file, words))
    });
    let mut found: Vec<_> = found.collect();
    found.sort();
    found
}

/// The briefing that the name of a state file with that end speaks of; `None` where the name has
/// only the end of its path.
pub(super) fn briefing_of(name: &str, end: &str) -> Option<PathBuf> {
    let path = name.strip_suffix(end)?.strip_suffix('.')?;
    path.starts_with('%')
        .then(|| PathBuf::from(path.replace('%', "/")))
}

/// Makes the folder of a state file.
pub(super) fn make_folder_of(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), make_private_folders)
}

/// FNV-1a: the same in every version of this program, which the library's hash does not promise.
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_still_makes_a_file_name_and_its_own() {
        let named = |first: &str| {
            let long = format!("/{first}/{}/briefing.toml", "é".repeat(400));
            state_file(Path::new("/state"), Path::new(&long), "session.toml")
        };
        assert!(named("a").file_name().unwrap().len() < 250);
        assert_ne!(named("a"), named("b"));
    }
}
