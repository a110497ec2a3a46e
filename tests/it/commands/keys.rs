//! The keys and the other settings of the configuration.

use std::fs;

use crate::commands::Shell;

fn configured(text: &str) -> Shell {
    let shell = Shell::new();
    let folder = shell.path("home/.config/roundtable");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), text).unwrap();
    shell
}

fn printed(shell: &Shell, keys: &str) -> (String, String) {
    let (status, out, err) = shell.run(&["--print", "--size", "100x24", "--keys", keys]);
    assert_eq!(status, 0);
    (out, err)
}

#[test]
fn the_screen_uses_the_keys_of_the_configuration_and_names_them() {
    let shell =
        configured("[keys]\nsave-note = [\"Ctrl-s\", \"F2\"]\nhelp = \"F5\"\nfind = \"+\"\n");
    let (out, err) = printed(&shell, "ione<Enter>");
    assert_eq!(err, "");
    assert!(out.contains("Ctrl-s save"), "{out}");
    assert!(out.contains("Enter does nothing here"), "{out}");
    let (out, _) = printed(&shell, "ione<Ctrl-s>");
    assert!(out.contains("Notes 1"), "{out}");
    let (out, _) = printed(&shell, "B");
    assert!(
        out.contains("B does nothing here; F5 shows the keys"),
        "{out}"
    );
    let (out, _) = printed(&shell, "n");
    assert!(out.contains("no matches; press + to search"), "{out}");
}

#[test]
fn keys_shows_what_the_configuration_changed() {
    let shell = configured("[keys]\nsave-note = \"Ctrl-s\"\n");
    let (status, out, err) = shell.run(&["keys"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let changed: Vec<_> = out
        .lines()
        .filter(|line| line.ends_with("changed"))
        .collect();
    assert_eq!(changed.len(), 1, "{out}");
    assert!(changed[0].starts_with("Ctrl-s ") && changed[0].contains("save-note"));
}

#[test]
fn all_bad_bindings_are_told_at_once_with_line_and_cure() {
    let shell = configured(
        "[keys]\nsave-nte = \"Ctrl-s\"\nreport = \"Q\"\nfind = \"Hyper-x\"\nhelp = \"[\"\none-pane = 3\n",
    );
    let (status, _, err) = shell.run(&["keys"]);
    assert_eq!(status, 0);
    for part in [
        "config.toml:2: no action is called \"save-nte\"; did you mean \"save-note\"?",
        "config.toml:3: Q would be the key of \"report\" and \"choose-question\"; choose another key",
        "config.toml:4: \"Hyper-x\" is not a key; write",
        "config.toml:5: [ needs AltGr",
        "config.toml:6: one-pane takes a key in quotes",
    ] {
        assert!(err.contains(part), "{part} in\n{err}");
    }
}

#[test]
fn the_speaking_limit_is_that_of_the_configuration() {
    let shell = configured("speaking_limit = \"2:30\"\n");
    let (out, err) = printed(&shell, "sMali<Enter><Esc>");
    assert_eq!(err, "");
    assert!(out.contains("/2:30"), "{out}");
}
