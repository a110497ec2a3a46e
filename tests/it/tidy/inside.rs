//! The rules inside a room: circles of imports, types in slices, names used twice.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Module;
use super::sources;

/// The most files of a circle of imports, and the most files with methods of one type: so many can
/// still be kept in mind.
const MOST: usize = 3;

/// All modules of the program, without those for tests.
struct House(BTreeMap<String, Module>);

impl House {
    fn new() -> Self {
        let modules = sources().into_iter().map(|source| {
            let path = source.path.trim_end_matches(".rs");
            let path = path.split('/').map(str::to_owned).collect();
            Module::new(path, &source.text)
        });
        Self::of(modules.collect())
    }

    fn of(modules: Vec<Module>) -> Self {
        let tests: BTreeSet<Vec<String>> = modules
            .iter()
            .flat_map(|module| {
                let names = module.test_modules.iter();
                names.map(|name| [module.path.clone(), vec![name.clone()]].concat())
            })
            .collect();
        let is_test = |path: &[String]| (1..=path.len()).any(|end| tests.contains(&path[..end]));
        let modules = modules.into_iter().filter(|it| !is_test(&it.path));
        Self(modules.map(|it| (it.path.join("::"), it)).collect())
    }

    /// Returns the module that declares what a path in `from` names, through any imports.
    fn declaring(
        &self,
        from: &Module,
        path: &[String],
        seen: &mut Vec<Vec<String>>,
    ) -> Option<&str> {
        let path = self.absolute(from, path)?;
        if seen.contains(&path) {
            return None;
        }
        seen.push(path.clone());
        let mut ends = (1..=path.len()).rev();
        let (end, (name, module)) = ends.find_map(|end| {
            let found = self.0.get_key_value(&path[..end].join("::"));
            Some((end, found?))
        })?;
        let imported = path.get(end).and_then(|wanted| {
            let mut imports = module.imports.iter().filter(|it| it.name == *wanted);
            imports.find_map(|import| self.declaring(module, &import.path, seen))
        });
        Some(imported.unwrap_or(name))
    }

    /// Returns a path from the crate's root; `None` if it leads into another crate.
    fn absolute(&self, from: &Module, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut base = from.path.clone();
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => return Some([base, rest.to_vec()].concat()),
            "super" => {
                let ups = path.iter().take_while(|name| *name == "super").count();
                base.truncate(base.len().saturating_sub(ups));
                return Some([base, path[ups..].to_vec()].concat());
            }
            _ => base.extend(path.iter().cloned()),
        }
        let child = base.get(..=from.path.len())?;
        self.0.contains_key(&child.join("::")).then_some(base)
    }

    /// Returns the modules of the same room that each module needs. A name that is only passed on
    /// is not needed.
    fn needs(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let needs = self.0.iter().map(|(name, module)| {
            let is_used = |name: &String| module.words.contains(name);
            let imports = module.imports.iter();
            let imports = imports.filter(|it| !it.is_public || is_used(&it.name));
            let paths = imports.map(|it| &it.path).chain(&module.paths);
            let needed = paths.filter_map(|path| self.declaring(module, path, &mut Vec::new()));
            let room = |path: &str| path.split("::").next().map(str::to_owned);
            let needed = needed.filter(|it| it != name && room(it) == room(name));
            (name.as_str(), needed.collect())
        });
        needs.collect()
    }

    /// Returns the circles: sets of modules that all need each other, directly or through others.
    fn circles(&self) -> BTreeSet<BTreeSet<&str>> {
        let needs = self.needs();
        let reached: BTreeMap<_, _> = needs.keys().map(|it| (*it, reached(&needs, it))).collect();
        let circles = reached.iter().map(|(module, all)| {
            let back = |other: &&&str| reached[**other].contains(module);
            all.iter().filter(back).copied().collect()
        });
        circles
            .filter(|circle: &BTreeSet<_>| circle.len() > 1)
            .collect()
    }
}

/// Returns all modules that a module needs, directly or through others.
fn reached<'a>(needs: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let (mut all, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(module) = open.pop() {
        for next in needs.get(module).into_iter().flatten() {
            if all.insert(*next) {
                open.push(next);
            }
        }
    }
    all
}

#[test]
fn no_circle_of_imports_is_larger_than_three_files() {
    let house = House::new();
    let large = house.circles().into_iter().filter(|it| it.len() > MOST);
    let large: Vec<_> = large.collect();
    assert!(large.is_empty(), "circles of imports: {large:#?}");
}

#[test]
fn no_type_has_methods_in_more_than_three_files() {
    let mut files = BTreeMap::<String, BTreeSet<String>>::new();
    for (name, module) in House::new().0 {
        for own in module.with_methods {
            files.entry(own).or_default().insert(name.clone());
        }
    }
    assert!(files.len() > 100, "types are not found");
    files.retain(|_, files| files.len() > MOST);
    assert!(
        files.is_empty(),
        "methods in more than {MOST} files: {files:#?}"
    );
}

#[test]
fn type_names_are_unique() {
    let mut files = BTreeMap::<String, Vec<String>>::new();
    for (name, module) in House::new().0 {
        for declared in module.types {
            files.entry(declared).or_default().push(name.clone());
        }
    }
    assert!(files.len() > 100, "types are not found");
    files.retain(|_, files| files.len() > 1);
    assert!(files.is_empty(), "names of more than one type: {files:#?}");
}

#[test]
fn circles_are_found_through_names_that_are_passed_on() {
    let module = |path: &str, code: &str| {
        let path = path.split("::").map(str::to_owned).collect();
        Module::new(path, code)
    };
    let house = House::of(vec![
        module(
            "room",
            "mod a; mod b; mod c; #[cfg(test)] mod laws; pub use a::A;",
        ),
        module("room::a", "use crate::room::b::B; struct A(B);"),
        module("room::b", "use super::c; struct B(c::C);"),
        module("room::c", "struct C(super::A);"),
        module("room::laws", "use super::A;"),
        module("other", "use crate::room::A;"),
    ]);
    let circle = BTreeSet::from(["room::a", "room::b", "room::c"]);
    assert_eq!(house.circles(), BTreeSet::from([circle]));
}

/// The folders and files of `src/app`, bottom first: each imports only from those above its own line.
const LAYERS_OF_APP: &[&[&str]] = &[
    &["input"],
    &["event", "layout", "words", "key_names"],
    &["outcome", "floor", "status_line", "card"],
    &["notes", "paper"],
    &["desk"],
    &["country", "noting", "speaking", "panes", "leaving"],
    &["find", "lists"],
    &["reporting"],
    &["overlay"],
    &["front"],
    // `App` itself, in files by what it does.
    &[
        "app",
        "enabled",
        "card_labels",
        "cards",
        "choosing",
        "loaded",
        "dispatch",
    ],
];

#[test]
fn the_folders_of_app_import_downwards() {
    let house = House::new();
    let layer = |module: &str| {
        let (_, inside) = module.split_once("::").unwrap_or(("", "app"));
        let part = inside.split("::").next().unwrap_or(inside);
        let mut layers = LAYERS_OF_APP.iter();
        let layer = layers.position(|parts| parts.contains(&part));
        (layer, part.to_owned())
    };
    let mut broken = BTreeSet::new();
    let mut count = 0;
    for (from, needed) in house.needs() {
        if from.split("::").next() != Some("app") {
            continue;
        }
        let (low, part) = layer(from);
        if low.is_none() {
            broken.insert(format!("`{part}` is not in LAYERS_OF_APP"));
        }
        for to in needed {
            let (high, other) = layer(to);
            count += 1;
            let is_top = low == Some(LAYERS_OF_APP.len() - 1);
            if part != other && !is_top && high >= low {
                broken.insert(format!("`{part}` must not import `{other}`"));
            }
        }
    }
    assert!(count > 100, "imports are not found");
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_architecture_document_shows_the_folders_of_app() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/ARCHITECTURE.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, table) = text.split_once("## Inside `app`").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let shown: Vec<Vec<&str>> = rows
        .map(|row| {
            row.split('|')
                .nth(1)
                .unwrap()
                .split('`')
                .skip(1)
                .step_by(2)
                .collect()
        })
        .collect();
    assert_eq!(shown, LAYERS_OF_APP);
}
