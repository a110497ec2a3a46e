//! The fuzz targets of roundtable, by name, for libFuzzer. They are defined in `targets.rs`, which
//! the tests of the program run as well.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "a target reports a finding by a panic"
)]

mod targets;

/// Runs a target on some bytes.
///
/// # Panics
/// If the bytes break a rule, or if there is no such target.
pub fn run(name: &str, bytes: &[u8]) {
    let known = targets::TARGETS.iter().find(|target| target.name == name);
    match known {
        Some(target) => (target.run)(bytes),
        None => panic!("no target is called {name}"),
    }
}
