//! `roundtable --print` writes nothing.

use std::fs;

use super::Shell;

#[test]
fn notes_stay_in_memory_and_no_file_changes() {
    let shell = Shell::new();
    // Without files in the state folder, and with them.
    for _ in 0..2 {
        let before = shell.files();
        for (keys, shown) in [
            (
                "ianchored words<Enter>",
                &["anchored words", "NOT SAVED: "][..],
            ),
            (
                "gxJaanchored words<Enter>",
                &["anchored words", "NOT SAVED: "],
            ),
            ("ione<Enter>itwo<Enter>gnd<Enter>", &["one", "NOT SAVED: "]),
            ("ione<Enter>gnecd<Enter>H", &["one", "onecd"]),
            ("sML<Enter>iwords<Enter>", &["words", "NOT SAVED: "]),
            ("ihalf a draft", &["half a draft"]),
            ("ihalf a draft<Esc>", &[]),
            ("ione<Enter>Rw<Enter>", &["NOT SAVED: "]),
            ("Rw<Enter>", &["NOT WRITTEN: --print writes no files"]),
            ("ione<Enter>qq", &[]),
        ] {
            let (status, out, err) = shell.run(&["--print", "--keys", keys]);
            assert_eq!((status, err.as_str()), (0, ""), "{keys}");
            for shown in shown {
                assert!(out.contains(shown), "{keys}: no {shown:?} in\n{out}");
            }
            assert!(!out.contains(" saved #"), "{keys}:\n{out}");
            assert!(shell.files() == before, "{keys} wrote");
        }
        shell.run(&["note", "ML: saved"]);
    }
}

/// The screen would restore notes that only the journal has.
#[test]
fn notes_on_this_machine_only_are_shown_and_stay_there() {
    let shell = Shell::new();
    shell.run(&["note", "ML: pooled recruitment"]);
    fs::remove_file(shell.path("briefing.notes.ana-maria.toml")).unwrap();
    let before = shell.files();
    let (_, out, _) = shell.run(&["--print"]);
    assert!(
        out.contains("pooled") && out.contains("on this machine only"),
        "{out}"
    );
    assert!(shell.files() == before);
}
