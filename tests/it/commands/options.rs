//! Options before and after a command, and options that do not belong to it.

use roundtable::messages::CommandError;

use super::Shell;
use crate::says;

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
            let refusal = says::usage(&CommandError::AuthorHasNoEffect {
                command: command[0].to_owned(),
            });
            assert!(err.starts_with(&refusal), "{err}");
        }
        let help = shell.run(&[command[0], "--help"]).1;
        assert!(!help.contains("--author"), "{help}");
    }
}

#[test]
fn commands_refuse_options_of_the_screen() {
    let shell = Shell::new();
    for (arguments, option, command) in [
        (&["--theme", "light", "notes"][..], "theme", "notes"),
        (&["--print", "notes"], "print", "notes"),
        (&["--print", "--keys", "j", "check"], "print", "check"),
        (
            &["--print", "--size", "80x24", "find", "ferry"],
            "print",
            "find",
        ),
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        let refusal = says::usage(&CommandError::OptionOfScreen {
            option: option.to_owned(),
            command: command.to_owned(),
        });
        assert!(err.starts_with(&refusal), "{err}");
    }
}

#[test]
fn a_briefing_before_a_command_is_refused_with_its_right_place() {
    let shell = Shell::new();
    let after = |command: &str, option| CommandError::BriefingAfterCommand {
        command: command.to_owned(),
        option,
        briefing: "briefing.toml".to_owned(),
    };
    let command = "keys".to_owned();
    for (arguments, refusal) in [
        (&["briefing.toml", "note", "x"][..], after("note", "-b")),
        (
            &["briefing.toml", "report", "--final"],
            after("report", "-b"),
        ),
        (&["briefing.toml", "check"], after("check", "")),
        (
            &["briefing.toml", "keys"],
            CommandError::ReadsNoBriefing { command },
        ),
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.starts_with(&says::usage(&refusal)), "{err}");
    }
}
