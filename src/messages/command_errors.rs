//! The errors of commands.

use super::samples::samples;
use super::{KeyName, Who, WriteError};
use crate::model::CountryCode;

/// The reason why a command does nothing, with the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// An option of the screen was given to a subcommand.
    OptionOfScreen {
        /// The option, without dashes.
        option: String,
        /// The subcommand.
        command: String,
    },
    /// A subcommand reads no briefing.
    ReadsNoBriefing {
        /// The subcommand.
        command: String,
    },
    /// The briefing comes before the subcommand instead of after it.
    BriefingAfterCommand {
        /// The subcommand.
        command: String,
        /// The option before the briefing, such as `-b`; empty if it takes none.
        option: &'static str,
        /// The briefing.
        briefing: String,
    },
    /// `--author` has no effect on a subcommand.
    AuthorHasNoEffect {
        /// The subcommand.
        command: String,
    },
    /// `country`: the name is blank.
    NoCountryName,
    /// `country`: no country has this name.
    UnknownCountry {
        /// The name as typed.
        typed: String,
        /// The country with the most similar name.
        nearest: Option<Who>,
    },
    /// `country`: several countries have this name.
    SeveralCountries {
        /// The name as typed.
        typed: String,
        /// The countries.
        countries: Vec<Who>,
    },
    /// `find`: the query has no word to look for.
    NothingToFind,
    /// `forget`: some notes or drafts would be lost.
    WouldLoseNotes,
    /// `forget`: a file cannot be deleted.
    NotForgotten {
        /// The briefing.
        briefing: String,
        /// The reason.
        reason: String,
    },
    /// `note`: there is no briefing.
    NoBriefing {
        /// The path of the briefing.
        briefing: String,
    },
    /// `--keys`: a key does not exist.
    UnknownKey {
        /// The name as typed.
        name: KeyName,
    },
    /// `--size`: the value is not a valid size.
    NoSize,
    /// `report`: no format has this name.
    UnknownFormat {
        /// The names of all formats.
        names: Vec<&'static str>,
    },
    /// `report`: no language has this code.
    UnknownLanguage {
        /// The codes of all languages.
        codes: Vec<&'static str>,
    },
    /// `report`: a format has no template.
    NoTemplate {
        /// The names of the formats that have one.
        names: Vec<&'static str>,
    },
    /// `report`: the format is not text.
    NotForTerminal,
    /// `report`: no format has the extension of the output.
    UnknownExtension {
        /// The output file.
        output: String,
        /// The extensions of all formats.
        extensions: Vec<&'static str>,
    },
    /// `report`: a template cannot write this format.
    TemplateMakesText {
        /// The output file.
        output: String,
    },
    /// `report`: a template cannot be read.
    TemplateUnreadable {
        /// The template file.
        template: String,
        /// The reason.
        reason: String,
        /// The next step, if there is one.
        cure: Option<String>,
    },
    /// `report`: the output is a file that the report is made from.
    OutputIsSource {
        /// The output file.
        output: String,
    },
    /// `report`: the report cannot be written.
    CannotWrite {
        /// The user's template, if there is one.
        template: Option<String>,
        /// The reason.
        error: WriteError,
    },
}

samples!(CommandError: "the reason why a command does nothing" {
    OptionOfScreen { option: "theme".to_owned(), command: "find".to_owned() },
    ReadsNoBriefing { command: "keys".to_owned() },
    BriefingAfterCommand {
        command: "check".to_owned(),
        option: "",
        briefing: "briefing.toml".to_owned(),
    } {
        command: "notes".to_owned(),
        option: "-b",
        briefing: "briefing.toml".to_owned(),
    },
    AuthorHasNoEffect { command: "check".to_owned() },
    NoCountryName {},
    UnknownCountry { typed: "Male".to_owned(), nearest: None }
        { typed: "Male".to_owned(), nearest: Some(Who::sample()) },
    SeveralCountries {
        typed: "Congo".to_owned(),
        countries: vec![
            Who { code: CountryCode::new("CD"), name: "DR Congo".to_owned() },
            Who { code: CountryCode::new("CG"), name: "Congo".to_owned() },
        ],
    },
    NothingToFind {},
    WouldLoseNotes {},
    NotForgotten {
        briefing: "briefing.toml".to_owned(),
        reason: "the folder is read-only".to_owned(),
    },
    NoBriefing { briefing: "briefing.toml".to_owned() },
    UnknownKey { name: KeyName("Entre".to_owned()) },
    NoSize {},
    UnknownFormat { names: vec!["md", "docx"] },
    UnknownLanguage { codes: vec!["en", "fr"] },
    NoTemplate { names: vec!["md", "html"] },
    NotForTerminal {},
    UnknownExtension { output: "report.pdf".to_owned(), extensions: vec!["docx", "md"] },
    TemplateMakesText { output: "report.docx".to_owned() },
    TemplateUnreadable {
        template: "mine.md".to_owned(),
        reason: "the file does not exist".to_owned(),
        cure: None,
    } {
        template: "mine.md".to_owned(),
        reason: "the file is not UTF-8".to_owned(),
        cure: Some("save it as UTF-8".to_owned()),
    },
    OutputIsSource { output: "briefing.toml".to_owned() },
    CannotWrite { template: None, error: WriteError::TemplateNeverEnds { line: Some(7) } }
        {
            template: Some("mine.md".to_owned()),
            error: WriteError::TemplateNeverEnds { line: Some(7) },
        },
});
