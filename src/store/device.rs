//! The id of this machine among an author's devices.
//!
//! Rules, in order: two machines never share an id for long; a machine keeps its id. The state
//! folder may move from machine to machine (a cloned disk, a synchronized home folder), so each
//! machine keeps its id in a file of its own, named after what identifies it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::paths::folder_of;
use super::state_files::fingerprint;
use super::sys::{create_private, machine, make_private_folders, open_private};
use super::unique_id;

/// The attempts to read an empty file, and the pause between them: another program may have created
/// it a moment ago and be about to write. A tenth of a second is ample for nine bytes.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);

/// The name of the file in which earlier versions kept the id of any machine.
const EARLIER: &str = "device";

/// The beginning of the name of a file with the id of one machine.
const PREFIX: &str = "device-";

/// Returns the id of this device: hexadecimal digits, drawn at the first call and saved in the
/// state folder.
///
/// Without a state folder, or if it cannot be written, the id is derived from machine, user and the
/// folder of the briefing. It is then the same at each start, and another one for a copy of the
/// folder elsewhere.
pub fn device_id(state: Option<&Path>, briefing: &Path) -> String {
    let machine = machine::identity();
    let kept = state.and_then(|state| kept(state, &machine).ok());
    kept.unwrap_or_else(|| {
        let user = machine::user();
        derived([&machine, &machine::host_name(), &user], briefing)
    })
}

/// Draws a new id of eight hexadecimal digits.
pub(super) fn draw_id() -> String {
    // The last 32 bits of such an id are random; the others are a clock and a counter.
    let (_, random) = unique_id().as_u64_pair();
    format!("{:08x}", random & 0xFFFF_FFFF)
}

/// Derives an id from what is known without a state folder.
fn derived(known: [&str; 3], briefing: &Path) -> String {
    let folder = folder_of(briefing);
    let folder = fs::canonicalize(&folder).unwrap_or(folder);
    let mut bytes = known.join("\n").into_bytes();
    bytes.push(b'\n');
    bytes.extend(folder.as_os_str().as_encoded_bytes());
    let hash = fingerprint(&bytes);
    format!("{:08x}", (hash ^ (hash >> 32)) & 0xFFFF_FFFF)
}

/// Returns the id that a machine keeps in the state folder.
///
/// # Errors
/// Fails if the file can be neither read nor created.
fn kept(state: &Path, machine: &str) -> io::Result<String> {
    let path = state.join(format!("{PREFIX}{:016x}", fingerprint(machine.as_bytes())));
    if let Some(known) = known(&path)? {
        return Ok(known);
    }
    let earlier = earlier(state)?;
    let made = make(&path, earlier.as_deref());
    // A read-only folder keeps the id that it has.
    made.or_else(|error| earlier.ok_or(error))
}

/// Returns the id that an earlier version drew, unless a machine already uses it.
fn earlier(state: &Path) -> io::Result<Option<String>> {
    let Some(earlier) = known(&state.join(EARLIER))? else {
        return Ok(None);
    };
    let mut has_machine = false;
    for file in fs::read_dir(state)? {
        let name = file?.file_name();
        let name = name.as_encoded_bytes();
        has_machine |= name.starts_with(PREFIX.as_bytes());
    }
    Ok((!has_machine).then_some(earlier))
}

/// Creates the file with the given id, or with a new one.
fn make(path: &Path, given: Option<&str>) -> io::Result<String> {
    make_private_folders(&folder_of(path))?;
    match create_private(path) {
        Ok(file) => write(file, given),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            for _ in 0..LOOKS {
                if let Some(known) = known(path)? {
                    return Ok(known);
                }
                thread::sleep(BETWEEN_LOOKS);
            }
            // The program that created it died before it wrote, or the file was damaged.
            let file = open_private(path)?;
            file.set_len(0)?;
            write(file, given)
        }
        Err(error) => Err(error),
    }
}

/// Reads the id in a file; `None` if there is no file, or no id in it.
fn known(path: &Path) -> io::Result<Option<String>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let id = bytes.trim_ascii();
    Ok(is_id(id).then(|| String::from_utf8_lossy(id).into_owned()))
}

/// Returns whether bytes are a device id: eight hexadecimal digits, or four from an earlier
/// version.
pub(super) fn is_id(bytes: &[u8]) -> bool {
    let fits = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    matches!(bytes.len(), 4 | 8) && bytes.iter().all(fits)
}

fn write(mut file: File, given: Option<&str>) -> io::Result<String> {
    let id = given.map_or_else(draw_id, str::to_owned);
    file.write_all(format!("{id}\n").as_bytes())?;
    file.sync_all()?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::sys::mode_of;
    use super::*;

    /// Returns the only file with a machine's id in a state folder.
    fn file_in(state: &Path) -> PathBuf {
        let files = fs::read_dir(state).unwrap();
        let mut files = files.map(|file| file.unwrap().path());
        let is_ours = |path: &PathBuf| path.to_string_lossy().contains(PREFIX);
        files.find(is_ours).unwrap()
    }

    fn put(path: &Path, text: &str) {
        File::create(path)
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
    }

    #[test]
    fn a_machine_keeps_its_id() {
        let home = tempfile::tempdir().unwrap();
        let state = home.path().join("state/roundtable");
        let briefing = Path::new("paper.toml");
        let id = device_id(Some(&state), briefing);
        assert_eq!(id.len(), 8);
        assert!(is_id(id.as_bytes()));
        assert_eq!(device_id(Some(&state), briefing), id);
        assert_eq!(mode_of(&state), 0o700);
        assert_eq!(mode_of(&file_in(&state)), 0o600);
    }

    #[test]
    fn another_machine_with_the_same_state_folder_draws_its_own_id() {
        let state = tempfile::tempdir().unwrap();
        let ids = ["desk", "laptop"].map(|machine| kept(state.path(), machine).unwrap());
        assert_ne!(ids[0], ids[1]);
        // Back on the first machine, as with a home folder that moves to and fro.
        let again = ["desk", "laptop"].map(|machine| kept(state.path(), machine).unwrap());
        assert_eq!(again, ids);
    }

    #[test]
    fn the_first_machine_keeps_the_id_of_an_earlier_version() {
        let state = tempfile::tempdir().unwrap();
        put(&state.path().join(EARLIER), "7f3a\n");
        assert_eq!(kept(state.path(), "desk").unwrap(), "7f3a");
        assert_ne!(kept(state.path(), "laptop").unwrap(), "7f3a");
        assert_eq!(kept(state.path(), "desk").unwrap(), "7f3a");
    }

    #[test]
    fn programs_that_start_together_agree_on_an_id() {
        let state = tempfile::tempdir().unwrap();
        let ids = thread::scope(|scope| {
            let threads = [(); 8].map(|()| scope.spawn(|| kept(state.path(), "desk").unwrap()));
            threads.map(|thread| thread.join().unwrap())
        });
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }

    #[test]
    fn a_damaged_id_is_drawn_again() {
        let state = tempfile::tempdir().unwrap();
        kept(state.path(), "desk").unwrap();
        for spoiled in ["", "7f3a1b2", "../../x"] {
            put(&file_in(state.path()), spoiled);
            let id = kept(state.path(), "desk").unwrap();
            assert_eq!(id.len(), 8);
            assert_eq!(kept(state.path(), "desk").unwrap(), id);
        }
    }

    #[test]
    fn without_a_state_folder_the_id_depends_on_machine_user_and_folder() {
        let home = tempfile::tempdir().unwrap();
        put(&home.path().join("file"), "");
        for folder in ["a", "b"] {
            fs::create_dir(home.path().join(folder)).unwrap();
        }
        let briefing = home.path().join("a/paper.toml");
        let id = device_id(None, &briefing);
        assert!(is_id(id.as_bytes()), "{id}");
        assert_eq!(
            device_id(Some(&home.path().join("file/state")), &briefing),
            id
        );
        let here = home.path().join("b/../a/paper.toml");
        assert_eq!(device_id(None, &here), id);
        assert_ne!(device_id(None, &home.path().join("b/paper.toml")), id);

        let known = ["machine", "host", "0"];
        for other in [
            ["x", "host", "0"],
            ["machine", "x", "0"],
            ["machine", "host", "x"],
        ] {
            assert_ne!(derived(known, &briefing), derived(other, &briefing));
        }
    }
}
