//! The name of this machine among the devices of an author.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use uuid::Uuid;

use super::sys::{create_private, make_private_folders, open_private};

/// How often, and how far apart, an empty file is looked at again: another program may have
/// created it a moment ago and be about to write. A tenth of a second is ages for five bytes.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);

/// Four hexadecimal digits that stay the same on this machine; drawn at the first call and kept in
/// `<state_dir>/device`.
///
/// # Errors
/// The file can be neither read nor created.
pub fn device_id(state_dir: &Path) -> io::Result<String> {
    let path = state_dir.join("device");
    if let Some(known) = known(&path)? {
        return Ok(known);
    }
    make_private_folders(state_dir)?;
    match create_private(&path) {
        Ok(file) => draw(file),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            for _ in 0..LOOKS {
                if let Some(known) = known(&path)? {
                    return Ok(known);
                }
                thread::sleep(BETWEEN_LOOKS);
            }
            // Whoever created it died before it wrote, or somebody spoiled it.
            let file = open_private(&path)?;
            file.set_len(0)?;
            draw(file)
        }
        Err(error) => Err(error),
    }
}

/// What the file says, if it says what it should.
fn known(path: &Path) -> io::Result<Option<String>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let id = bytes.trim_ascii();
    let fits = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let is_whole = id.len() == 4 && id.iter().all(fits);
    Ok(is_whole.then(|| String::from_utf8_lossy(id).into_owned()))
}

fn draw(mut file: File) -> io::Result<String> {
    // The last 32 bits of such an id are random; those before are a clock and a counter.
    let (_, random) = Uuid::now_v7().as_u64_pair();
    let id = format!("{:04x}", random & 0xFFFF);
    file.write_all(format!("{id}\n").as_bytes())?;
    file.sync_all()?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::super::sys::mode_of;
    use super::*;

    #[test]
    fn the_same_machine_keeps_its_name() {
        let home = tempfile::tempdir().unwrap();
        let state = home.path().join("state/roundtable");
        let id = device_id(&state).unwrap();
        assert_eq!(id.len(), 4);
        assert_eq!(device_id(&state).unwrap(), id);
        assert_eq!(mode_of(&state), 0o700);
        assert_eq!(mode_of(&state.join("device")), 0o600);
    }

    #[test]
    fn programs_that_start_together_agree() {
        let state = tempfile::tempdir().unwrap();
        let ids = thread::scope(|scope| {
            let threads = [(); 8].map(|()| scope.spawn(|| device_id(state.path()).unwrap()));
            threads.map(|thread| thread.join().unwrap())
        });
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }

    #[test]
    fn a_spoiled_name_is_drawn_again() {
        let state = tempfile::tempdir().unwrap();
        File::create(state.path().join("device")).unwrap();
        let id = device_id(state.path()).unwrap();
        assert_eq!(device_id(state.path()).unwrap(), id);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        File::create(&file).unwrap();
        assert!(device_id(&file.join("state")).is_err());
    }
}
