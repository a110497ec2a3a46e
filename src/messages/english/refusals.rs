//! The words of refusals.

use std::borrow::Cow;

use super::{list, report};
use crate::messages::{Refusal, Who};

/// Returns the words of a refusal.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
pub(in crate::messages) fn refusal(refusal: &Refusal) -> Cow<'static, str> {
    match refusal {
        Refusal::OptionOfScreen { option, command } => format!(
            "--{option} is for the screen, which `roundtable {command}` does not draw; leave it out"
        )
        .into(),
        Refusal::ReadsNoBriefing { command } => {
            format!("`roundtable {command}` reads no briefing; leave it out").into()
        }
        Refusal::BriefingAfterCommand {
            command,
            option: "",
            briefing,
        } => format!("the briefing comes after the command: roundtable {command} '{briefing}'")
            .into(),
        Refusal::BriefingAfterCommand {
            command,
            option,
            briefing,
        } => format!(
            "the briefing comes after the command, with {option}: \
             roundtable {command} {option} '{briefing}' …"
        )
        .into(),
        Refusal::AuthorHasNoEffect { command } => {
            format!("--author has no effect on `roundtable {command}`; leave it out").into()
        }
        Refusal::NoCountryName => "nothing to look up; type the name of a country".into(),
        Refusal::UnknownCountry {
            typed,
            nearest: None,
        } => format!(
            "no country is called \"{typed}\"; `roundtable country` lists those of the paper"
        )
        .into(),
        Refusal::UnknownCountry {
            typed,
            nearest: Some(nearest),
        } => format!(
            "no country is called \"{typed}\"; did you mean {}?",
            with_code(nearest)
        )
        .into(),
        Refusal::SeveralCountries { typed, countries } => {
            let countries: Vec<_> = countries.iter().map(with_code).collect();
            format!(
                "\"{typed}\" may be {}; give the code",
                list(&countries, "or")
            )
            .into()
        }
        Refusal::NothingToFind => {
            "nothing to look for; type a word that the text has to contain".into()
        }
        Refusal::WouldLoseNotes => "nothing was deleted: some notes or drafts are nowhere else; \
             save them first, or add --unsaved-too to lose them"
            .into(),
        Refusal::NotForgotten { briefing, reason } => {
            format!("{briefing} was not forgotten: {reason}").into()
        }
        Refusal::NoBriefing { briefing } => {
            format!("{briefing}: there is no briefing here to save a note with; name one with -b")
                .into()
        }
        Refusal::UnknownKey { name } => format!("--keys: there is no key <{name}>").into(),
        Refusal::NoSize => "expected columns and rows from 1 to 1000, such as 120x40".into(),
        Refusal::UnknownFormat { names } => {
            format!("no such format; choose one of {}", names.join(", ")).into()
        }
        Refusal::UnknownLanguage { codes } => {
            format!("no such language; choose one of {}", codes.join(", ")).into()
        }
        Refusal::NoTemplate { names } => {
            format!("no such template; choose {}", list(names, "or")).into()
        }
        Refusal::NotForTerminal => "a terminal cannot show this format; name a file with -o".into(),
        Refusal::UnknownExtension { output, extensions } => format!(
            "{output}: no format has this extension; use one of {}, or --format",
            extensions.join(", ")
        )
        .into(),
        Refusal::TemplateMakesText { output } => {
            format!("{output}: a template writes text; choose another extension").into()
        }
        Refusal::TemplateUnreadable {
            template,
            reason,
            cure: None,
        } => format!("{template}: {reason}").into(),
        Refusal::TemplateUnreadable {
            template,
            reason,
            cure: Some(cure),
        } => format!("{template}: {reason}; {cure}").into(),
        Refusal::OutputIsSource { output } => {
            format!("{output}: the report is made from this file; name another output").into()
        }
        Refusal::CannotWrite {
            template: None,
            error,
        } => report::write_error(error),
        Refusal::CannotWrite {
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
