//! Reads the arguments, and explains an option that does not belong to the command.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory, Error, FromArgMatches};

/// The usage lines of the program.
pub(super) const USAGE: &str = "roundtable [OPTIONS] [BRIEFING]
       roundtable [--author <NAME>] <COMMAND>";

/// The commands for which it does not matter whose notes are the user's own.
const WITHOUT_AUTHOR: [&str; 3] = ["check", "forget", "keys"];

/// The options of the screen, which no subcommand accepts.
const OF_THE_SCREEN: [&str; 4] = ["theme", "print", "keys", "size"];

/// Parses the arguments.
///
/// # Errors
/// When they are wrong; also for `--help` and `--version`, whose text is in the error.
pub(super) fn parse<A: CommandFactory + FromArgMatches>(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<A, Error> {
    let mut command = command::<A>();
    let matches = command.try_get_matches_from_mut(arguments)?;
    if let Some(said) = misplaced(&matches) {
        return Err(command.error(ErrorKind::ArgumentConflict, said));
    }
    A::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Builds the command line. Every command accepts `--author`, so that a refusal can say why.
fn command<A: CommandFactory>() -> clap::Command {
    WITHOUT_AUTHOR.iter().fold(A::command(), |command, name| {
        let author = Arg::new("author").long("author").global(true).hide(true);
        command.mut_subcommand(name, |subcommand| subcommand.arg(author))
    })
}

/// Explains an option or a briefing that does not belong to the command, with the next step.
fn misplaced(matches: &ArgMatches) -> Option<String> {
    let (name, _) = matches.subcommand()?;
    let is_typed = |id: &&str| matches.value_source(id) == Some(ValueSource::CommandLine);
    if let Some(option) = OF_THE_SCREEN.iter().find(|id| is_typed(id)) {
        return Some(format!(
            "--{option} is for the screen, which `roundtable {name}` does not draw; leave it out"
        ));
    }
    if is_typed(&"briefing") {
        let briefing = matches.get_one::<PathBuf>("briefing")?.display();
        return Some(match name {
            "keys" => "`roundtable keys` reads no briefing; leave it out".to_owned(),
            "check" | "forget" => {
                format!("the briefing comes after the command: roundtable {name} '{briefing}'")
            }
            _ => format!(
                "the briefing comes after the command, with -b: roundtable {name} -b '{briefing}' …"
            ),
        });
    }
    (WITHOUT_AUTHOR.contains(&name) && is_typed(&"author")).then(|| {
        format!("--author says whose notes are your own, and `roundtable {name}` has no use for that; leave it out")
    })
}

#[cfg(test)]
mod tests {
    use super::super::Arguments;
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        command::<Arguments>().debug_assert();
    }
}
