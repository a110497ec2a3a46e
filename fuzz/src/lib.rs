//! The fuzz targets of roundtable by name, for libFuzzer; what they are is in `targets.rs`, which the
//! tests of the program drive as well.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "to panic is how a target says that it found something"
)]

mod targets;

/// Runs a target on some bytes.
///
/// # Panics
/// The bytes break a rule, or there is no such target.
pub fn run(name: &str, bytes: &[u8]) {
    let known = targets::TARGETS.iter().find(|target| target.name == name);
    match known {
        Some(target) => (target.run)(bytes),
        None => panic!("no target is called {name}"),
    }
}
