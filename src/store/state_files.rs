//! The names of our files in the user's state folder, which is private to the user.

use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};

use super::paths::folder_of;
use super::sys::make_private_folders;

/// The most bytes of a name: file systems allow 255, and a writer's temporary name needs some.
const LONGEST: usize = 230;

/// Returns the path of the state file with this ending for a briefing.
///
/// The file name is the path of the briefing with `%` for `/`, so that a person can recognize it.
/// If the path contains `%` or is too long, the name begins with a hash of the whole path, followed
/// by as much of the end of the path as fits, so that two briefings never share a file.
pub(super) fn state_file(state: &Path, briefing: &Path, end: &str) -> PathBuf {
    let full = full_path(briefing);
    let path = full.to_string_lossy();
    let name = path.replace('/', "%");
    let room = LONGEST.saturating_sub(end.len());
    if name.len() <= room && !path.contains('%') {
        return state.join(format!("{name}.{end}"));
    }
    let number = format!("{:016x}", fingerprint(full.as_os_str().as_encoded_bytes()));
    let mut at = name.len().saturating_sub(room.saturating_sub(number.len()));
    while !name.is_char_boundary(at) {
        at += 1;
    }
    let tail = name.get(at..).unwrap_or_default();
    state.join(format!("{number}{tail}.{end}"))
}

/// Returns the path of a briefing from the root on, without links. For a missing briefing, this is
/// the path it will have once it is in its folder.
pub(super) fn full_path(briefing: &Path) -> PathBuf {
    let in_folder = || {
        let folder = fs::canonicalize(folder_of(briefing)).ok()?;
        Some(folder.join(briefing.file_name()?))
    };
    let full = fs::canonicalize(briefing).ok().or_else(in_folder);
    let full = full.or_else(|| path::absolute(briefing).ok());
    full.unwrap_or_else(|| briefing.to_owned())
}

/// Returns the state files of a briefing with this end, sorted, each with the `count` words before
/// the end: `….anna.7f3a.journal.toml` has the words `anna` and `7f3a`. Returns none where the
/// folder cannot be read.
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
        // Long paths are shortened: only making the name again shows whether it is this briefing's.
        let made = state_file(state, briefing, &format!("{}{end}", words.join(".")));
        (made == file).then_some((file, words))
    });
    let mut found: Vec<_> = found.collect();
    found.sort();
    found
}

/// Returns the briefing of a state file with this name and end; `None` where the name has only the
/// end of the path.
pub(super) fn briefing_of(name: &str, end: &str) -> Option<PathBuf> {
    let path = name.strip_suffix(end)?.strip_suffix('.')?;
    path.starts_with('%')
        .then(|| PathBuf::from(path.replace('%', "/")))
}

/// Creates the folder of a state file.
pub(super) fn make_folder_of(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), make_private_folders)
}

/// Computes the FNV-1a hash, which is the same in every version of this program. The standard
/// library does not promise that for its own hash.
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_gets_a_valid_and_unique_file_name() {
        let named = |first: &str| {
            let long = format!("/{first}/{}/briefing.toml", "é".repeat(400));
            state_file(Path::new("/state"), Path::new(&long), "session.toml")
        };
        assert!(named("a").file_name().unwrap().len() < 250);
        assert_ne!(named("a"), named("b"));
    }

    #[test]
    fn no_two_paths_have_one_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("x")).unwrap();
        let paths = ["x/p.toml", "x%p.toml", "x%%p.toml", "y/p.toml"];
        let named =
            |path: &&str| state_file(Path::new("/state"), &folder.path().join(path), "toml");
        let all: std::collections::BTreeSet<_> = paths.iter().map(named).collect();
        assert_eq!(all.len(), paths.len());
    }

    #[test]
    fn a_briefing_that_is_missing_has_the_name_that_it_will_have() {
        let folder = tempfile::tempdir().unwrap();
        let briefing = folder.path().join("briefing.toml");
        let named = || state_file(Path::new("/state"), &briefing, "toml");
        let before = named();
        drop(fs::File::create(&briefing).unwrap());
        assert_eq!(before, named());
        let relative = state_file(Path::new("/state"), Path::new("missing.toml"), "toml");
        let name = relative.file_name().unwrap().to_string_lossy();
        assert!(name.len() > "missing.toml.toml".len(), "{name}");
    }
}
