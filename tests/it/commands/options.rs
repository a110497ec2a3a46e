//! Options before and after a command, and options that do not belong to it.

use super::Shell;

#[test]
fn the_author_means_the_same_before_and_after_the_command() {
    let shell = Shell::new();
    for (arguments, file) in [
        (
            &["--author", "Bo", "note", "one", "-b", "briefing.toml"][..],
            "bo",
        ),
        (&["note", "--author", "Cy", "one"], "cy"),
        (&["--author", "Bo", "note", "--author", "Di", "one"], "di"),
    ] {
        let (status, _, err) = shell.run(arguments);
        assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
        let file = format!("briefing.notes.{file}.toml");
        assert!(shell.path(&file).exists(), "{file}");
    }
    for arguments in [
        &["--author", "Bo", "notes"][..],
        &["--author", "Bo", "find", "one", "--limit", "2"],
        &["--author", "Bo", "country", "mali", "-b", "briefing.toml"],
        &["--author", "Bo", "report", "--brief"],
        &["report", "--brief", "--author", "Bo"],
        &["--author", "Bo", "--print"],
        &["--print", "--author", "Bo", "briefing.toml"],
    ] {
        assert_eq!(shell.run(arguments).0, 0, "{arguments:?}");
    }
}

#[test]
fn commands_without_an_author_refuse_one() {
    let shell = Shell::new();
    for command in [&["check"][..], &["keys"], &["forget", "briefing.toml"]] {
        let before = [&["--author", "bo"][..], command].concat();
        let after = [command, &["--author", "bo"]].concat();
        for arguments in [before, after] {
            let (status, out, err) = shell.run(&arguments);
            assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
            let expected = format!("`roundtable {}` has no use for that", command[0]);
            assert!(err.contains(&expected), "{err}");
        }
        let help = shell.run(&[command[0], "--help"]).1;
        assert!(!help.contains("--author"), "{help}");
    }
}

#[test]
fn commands_refuse_options_of_the_screen() {
    let shell = Shell::new();
    for arguments in [
        &["--theme", "light", "notes"][..],
        &["--print", "notes"],
        &["--print", "--keys", "j", "check"],
        &["--print", "--size", "80x24", "find", "ferry"],
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(
            err.contains("is for the screen") && err.contains("leave it out"),
            "{err}"
        );
    }
}

#[test]
fn a_briefing_before_a_command_is_refused_with_its_right_place() {
    let shell = Shell::new();
    for (arguments, cure) in [
        (
            &["briefing.toml", "note", "x"][..],
            "roundtable note -b 'briefing.toml'",
        ),
        (
            &["briefing.toml", "report", "--final"],
            "roundtable report -b 'briefing.toml'",
        ),
        (
            &["briefing.toml", "check"],
            "roundtable check 'briefing.toml'",
        ),
        (&["briefing.toml", "keys"], "reads no briefing"),
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(cure), "{err}");
    }
}
