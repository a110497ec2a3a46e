//! Reads the arguments, and explains why an option or a briefing does not belong to the command.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory, Error, FromArgMatches};

use crate::messages::CommandError;

/// The usage lines of the program.
pub(super) const USAGE: &str = "roundtable [OPTIONS] [BRIEFING]
       roundtable [--author <NAME>] <COMMAND>";

/// The commands on which `--author` has no effect.
const WITHOUT_AUTHOR: [&str; 3] = ["check", "forget", "keys"];

/// The options of the screen, which no subcommand accepts.
const OF_THE_SCREEN: [&str; 4] = ["theme", "print", "keys", "size"];

/// Parses the arguments.
///
/// # Errors
/// When the arguments are wrong, or for `--help` and `--version`, whose text the error contains.
pub(super) fn parse<A: CommandFactory + FromArgMatches>(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<A, Error> {
    let mut command = command::<A>();
    let matches = command.try_get_matches_from_mut(arguments)?;
    if let Some(mistake) = misplaced(&matches) {
        return Err(command.error(ErrorKind::ArgumentConflict, mistake));
    }
    A::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Builds the command-line parser. Commands on which `--author` has no effect accept it too, so
/// that the error can explain this.
fn command<A: CommandFactory>() -> clap::Command {
    WITHOUT_AUTHOR.iter().fold(A::command(), |command, name| {
        let author = Arg::new("author").long("author").global(true).hide(true);
        command.mut_subcommand(name, |subcommand| subcommand.arg(author))
    })
}

/// Finds an option or a briefing that does not belong to the command.
fn misplaced(matches: &ArgMatches) -> Option<CommandError> {
    let (name, _) = matches.subcommand()?;
    let command = name.to_owned();
    let is_typed = |id: &&str| matches.value_source(id) == Some(ValueSource::CommandLine);
    if let Some(option) = OF_THE_SCREEN.iter().find(|id| is_typed(id)) {
        return Some(CommandError::OptionOfScreen {
            option: (*option).to_owned(),
            command,
        });
    }
    if is_typed(&"briefing") {
        if name == "keys" {
            return Some(CommandError::ReadsNoBriefing { command });
        }
        let briefing = matches.get_one::<PathBuf>("briefing")?;
        let has_own = ["check", "forget"].contains(&name);
        return Some(CommandError::BriefingAfterCommand {
            command,
            option: if has_own { "" } else { "-b" },
            briefing: briefing.display().to_string(),
        });
    }
    (WITHOUT_AUTHOR.contains(&name) && is_typed(&"author"))
        .then_some(CommandError::AuthorHasNoEffect { command })
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
