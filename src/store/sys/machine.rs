//! What tells this machine and its user apart from others, on Unix.

use std::fs;

/// Where systemd or D-Bus keep the id that a machine draws when it is installed.
const ID_FILES: [&str; 2] = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

/// What identifies this machine: the id that was drawn when it was installed, else its host name.
pub(in crate::store) fn identity() -> String {
    let mut files = ID_FILES.iter();
    let id = files.find_map(|file| id_in(&fs::read(file).ok()?));
    id.unwrap_or_else(host_name)
}

/// The name of this host. A container has one of its own where it shares the machine id of its
/// image.
pub(in crate::store) fn host_name() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}

/// What identifies the user on this machine.
pub(in crate::store) fn user() -> String {
    rustix::process::getuid().as_raw().to_string()
}

/// The machine id in such a file. An image that was not started yet has an empty file, or one that
/// says `uninitialized`.
fn id_in(bytes: &[u8]) -> Option<String> {
    let id = bytes.trim_ascii();
    let is_drawn = id.len() == 32 && id.iter().all(u8::is_ascii_hexdigit);
    is_drawn.then(|| String::from_utf8_lossy(id).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_id_that_was_drawn_identifies_a_machine() {
        let id = "3d1219c7c4c5404aaa1f6d2a48adfda4";
        assert_eq!(id_in(format!("{id}\n").as_bytes()).as_deref(), Some(id));
        for none in ["", "uninitialized\n", "3d1219c7", &id.replace('3', "x")] {
            assert_eq!(id_in(none.as_bytes()), None, "{none:?}");
        }
    }

    #[test]
    fn every_machine_has_an_identity() {
        assert!(!identity().is_empty());
        assert!(!host_name().is_empty());
        assert!(user().parse::<u32>().is_ok());
    }
}
