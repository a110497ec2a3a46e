//! The words of the errors of commands.

use std::borrow::Cow;

use super::{list, report};
use crate::messages::{CommandError, Who};

/// Returns the English text of an error.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
pub(in crate::messages) fn error(error: &CommandError) -> Cow<'static, str> {
    match error {
        CommandError::OptionOfScreen { option, command } => format!(
            "--{option} is for the screen, which `roundtable {command}` does not draw; leave it out"
        )
        .into(),
        CommandError::ReadsNoBriefing { command } => {
            format!("`roundtable {command}` reads no briefing; leave it out").into()
        }
        CommandError::BriefingAfterCommand {
            command,
            option: "",
            briefing,
        } => format!("the briefing comes after the command: roundtable {command} '{briefing}'")
            .into(),
        CommandError::BriefingAfterCommand {
            command,
            option,
            briefing,
        } => format!(
            "the briefing comes after the command, with {option}: \
             roundtable {command} {option} '{briefing}' …"
        )
        .into(),
        CommandError::AuthorHasNoEffect { command } => {
            format!("--author has no effect on `roundtable {command}`; leave it out").into()
        }
        CommandError::NoCountryName => "nothing to look up; type the name of a country".into(),
        CommandError::UnknownCountry {
            typed,
            nearest: None,
        } => format!(
            "no country is called \"{typed}\"; `roundtable country` lists those of the paper"
        )
        .into(),
        CommandError::UnknownCountry {
            typed,
            nearest: Some(nearest),
        } => format!(
            "no country is called \"{typed}\"; did you mean {}?",
            with_code(nearest)
        )
        .into(),
        CommandError::SeveralCountries { typed, countries } => {
            let countries: Vec<_> = countries.iter().map(with_code).collect();
            format!(
                "\"{typed}\" may be {}; give the code",
                list(&countries, "or")
            )
            .into()
        }
        CommandError::NothingToFind => {
            "nothing to look for; type a word that the text has to contain".into()
        }
        CommandError::WouldLoseNotes => {
            "nothing was deleted: some notes or drafts are nowhere else; \
             save them first, or add --unsaved-too to lose them"
                .into()
        }
        CommandError::NotForgotten { briefing, reason } => {
            format!("{briefing} was not forgotten: {reason}").into()
        }
        CommandError::NoBriefing { briefing } => {
            format!("{briefing}: there is no briefing here to save a note with; name one with -b")
                .into()
        }
        CommandError::UnknownKey { name } => format!("--keys: there is no key <{name}>").into(),
        CommandError::NoSize => "expected columns and rows from 1 to 1000, such as 120x40".into(),
        CommandError::UnknownFormat { names } => {
            format!("no such format; choose one of {}", names.join(", ")).into()
        }
        CommandError::UnknownLanguage { codes } => {
            format!("no such language; choose one of {}", codes.join(", ")).into()
        }
        CommandError::NoTemplate { names } => {
            format!("no such template; choose {}", list(names, "or")).into()
        }
        CommandError::NotForTerminal => {
            "a terminal cannot show this format; name a file with -o".into()
        }
        CommandError::UnknownExtension { output, extensions } => format!(
            "{output}: no format has this extension; use one of {}, or --format",
            extensions.join(", ")
        )
        .into(),
        CommandError::TemplateMakesText { output } => {
            format!("{output}: a template writes text; choose another extension").into()
        }
        CommandError::TemplateUnreadable {
            template,
            reason,
            cure: None,
        } => format!("{template}: {reason}").into(),
        CommandError::TemplateUnreadable {
            template,
            reason,
            cure: Some(cure),
        } => format!("{template}: {reason}; {cure}").into(),
        CommandError::OutputIsSource { output } => {
            format!("{output}: the report is made from this file; name another output").into()
        }
        CommandError::CannotWrite {
            template: None,
            error,
        } => report::write_error(error),
        CommandError::CannotWrite {
            template: Some(template),
            error,
        } => format!("{template}: {}", report::write_error(error)).into(),
    }
}

/// Writes a country with the code to type for it: `Mali (ML)`.
fn with_code(who: &Who) -> String {
    match who.code {
        Some(code) => format!("{} ({code})", who.name),
        None => who.name.clone(),
    }
}
