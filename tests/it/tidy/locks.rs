//! The lock files of the packages in subfolders, which `cargo test` does not build.

use std::collections::BTreeMap;

use super::{read, root};

/// The folders of packages with a lock file of their own.
const PACKAGES: [&str; 2] = ["benches/peers", "fuzz"];

/// After a change in `Cargo.toml`, `cargo update --workspace` in the folder brings its lock file up
/// to date.
#[test]
fn other_packages_build_with_their_lock_files() {
    let manifest = read(&root().join("Cargo.toml")).parse::<toml::Table>();
    let manifest = manifest.unwrap();
    let wanted = manifest["dependencies"].as_table().unwrap();
    for package in PACKAGES {
        let lock = read(&root().join(package).join("Cargo.lock"));
        let lock = lock.parse::<toml::Table>().unwrap();
        let packages = lock["package"].as_array().unwrap();
        let text = |package: &toml::Value, key: &str| package[key].as_str().unwrap().to_owned();
        let mut versions = BTreeMap::<String, Vec<String>>::new();
        for package in packages {
            let known = versions.entry(text(package, "name")).or_default();
            known.push(text(package, "version"));
        }
        let ours = packages.iter().find(|it| text(it, "name") == "roundtable");
        let locked = ours.unwrap()["dependencies"].as_array().unwrap();
        // `name`, or `name version` if there are several.
        let locked: BTreeMap<_, _> = locked
            .iter()
            .map(|dependency| {
                let mut words = dependency.as_str().unwrap().split(' ');
                let name = words.next().unwrap();
                let version = words.next().unwrap_or_else(|| &versions[name][0]);
                (name, version)
            })
            .collect();
        let names: Vec<_> = locked.keys().copied().collect();
        let mut expected: Vec<_> = wanted.keys().map(String::as_str).collect();
        expected.sort_unstable();
        assert_eq!(names, expected, "{package}/Cargo.lock is out of date");
        for (name, requirement) in wanted {
            let detailed = requirement.get("version");
            let least = detailed.unwrap_or(requirement).as_str().unwrap();
            let version = locked[name.as_str()];
            assert!(
                satisfies(version, least),
                "{package}/Cargo.lock has {name} {version}, not {least}"
            );
        }
    }
}

/// Returns whether a version is at least the required one, and compatible with it.
fn satisfies(version: &str, required: &str) -> bool {
    let numbers = |text: &str| {
        let text = text.split(['-', '+']).next().unwrap_or_default();
        let numbers = text.split('.').map(|number| number.parse().unwrap());
        numbers.collect::<Vec<u64>>()
    };
    let (version, required) = (numbers(version), numbers(required));
    let zeros = required.iter().take_while(|number| **number == 0).count();
    let fixed = (zeros + 1).min(required.len());
    version[..fixed] == required[..fixed] && version >= required
}

#[test]
fn versions_are_compared_as_cargo_does() {
    for (version, required) in [("1.2.3", "1"), ("1.10.0", "1.9.1"), ("0.3.7", "0.3.7")] {
        assert!(satisfies(version, required), "{version} for {required}");
    }
    for (version, required) in [("2.0.0", "1.2"), ("1.2.3", "1.2.4"), ("0.4.0", "0.3.7")] {
        assert!(!satisfies(version, required), "{version} for {required}");
    }
}
