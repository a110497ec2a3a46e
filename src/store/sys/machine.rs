//! The identity of this machine and its user, on Unix.

use std::fs;

/// The files in which systemd or D-Bus keep the id drawn when a machine is installed.
const ID_FILES: [&str; 2] = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

/// Returns the identity of this machine: the id drawn when it was installed, or else its host name.
pub(in crate::store) fn identity() -> String {
    let mut files = ID_FILES.iter();
    let id = files.find_map(|file| id_in(&fs::read(file).ok()?));
    id.unwrap_or_else(host_name)
}

/// Returns the name of this host. A container has its own, even if it shares the machine id of its
/// image.
pub(in crate::store) fn host_name() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}

/// Returns the identity of the user on this machine.
pub(in crate::store) fn user() -> String {
    rustix::process::getuid().as_raw().to_string()
}

/// Parses the machine id in such a file. In an image that was never started the file is empty, or
/// contains `uninitialized`.
fn id_in(bytes: &[u8]) -> Option<String> {
    let id = bytes.trim_ascii();
    let is_drawn = id.len() == 32 && id.iter().all(u8::is_ascii_hexdigit);
    is_drawn.then(|| String::from_utf8_lossy(id).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_drawn_id_identifies_a_machine() {
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
