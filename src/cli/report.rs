//! `roundtable report`: writes the report of a session.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outside, Status, Workspace, read};
use crate::gazetteer::Gazetteer;
use crate::messages::{CommandError, CommandMessage, GapMessage, Language, WriteError};
use crate::report::{Escaping, Face, Format, Options, Report, Sources, filled};
use crate::store::{Writing, is_same_file, notes_files, read_text, write_file};

/// The maximum number of note numbers listed for one kind of gap.
const MOST_NUMBERS: usize = 12;

/// The arguments of `report`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each switch")]
pub(super) struct ReportArguments {
    /// The briefing of the session
    #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
    pub(super) briefing: PathBuf,
    /// md, docx, html, json, csv or floor-csv [default: by the extension of the output, else md]
    #[arg(long, value_parser = format)]
    format: Option<Format>,
    /// Your own template; its extension decides how text is escaped, see docs/REPORT.md
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    template: Option<PathBuf>,
    /// Print the built-in template, md or html, as a start for your own
    #[arg(long, value_name = "FORMAT", value_parser = template, exclusive = true)]
    print_template: Option<&'static str>,
    /// Add the annex: the record of who said what
    #[arg(long, conflicts_with = "brief")]
    annex: bool,
    /// Write one page for the oral report: key messages, commitments, next steps
    #[arg(long)]
    brief: bool,
    /// Add note numbers and counts of delegations, for a working copy
    #[arg(long)]
    working: bool,
    /// Leave out the word draft; exit with 1 if notes are damaged or on this machine only
    #[arg(long = "final")]
    is_final: bool,
    /// The language of the headings: en, fr, es or pt [default: that of the paper]
    #[arg(long, value_parser = language)]
    lang: Option<Language>,
    /// The file to write; `-` is standard output
    #[arg(short, long, default_value = "-", value_name = "FILE")]
    output: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

fn format_named(name: &str) -> Option<Format> {
    Format::ALL.into_iter().find(|format| format.name() == name)
}

fn format(name: &str) -> Result<Format, CommandError> {
    format_named(name).ok_or_else(|| CommandError::UnknownFormat {
        names: Format::ALL.map(Format::name).to_vec(),
    })
}

fn language(tag: &str) -> Result<Language, CommandError> {
    Language::from_tag(tag).ok_or_else(|| CommandError::UnknownLanguage {
        codes: Language::ALL.map(Language::code).to_vec(),
    })
}

fn template(name: &str) -> Result<&'static str, CommandError> {
    let template = format_named(name).and_then(Format::template);
    template.ok_or_else(|| {
        let formats = Format::ALL.into_iter();
        let formats = formats.filter(|format| format.template().is_some());
        CommandError::NoTemplate {
            names: formats.map(Format::name).collect(),
        }
    })
}

pub(super) fn run(
    arguments: &ReportArguments,
    workspace: &Workspace,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    if let Some(template) = arguments.print_template {
        outside.out.write_all(template.as_bytes())?;
        return Ok(Status::Done);
    }
    let Some(briefing) = read::briefing(&workspace.named, outside)? else {
        return Ok(Status::Failed);
    };
    let all = read::notes(workspace, outside)?;
    let of_paper = Language::from_tag(&briefing.paper().language);
    let options = Options {
        face: match (arguments.annex, arguments.brief) {
            (true, _) => Face::Annex,
            (_, true) => Face::Brief,
            _ => Face::Clean,
        },
        is_working: arguments.working,
        is_final: arguments.is_final,
        language: arguments.lang.or(of_paper).unwrap_or_default(),
    };
    let gazetteer = Gazetteer::new(briefing.aliases());
    let session = read::session(workspace);
    let report = Report::new(Sources {
        briefing: &briefing,
        notes: &all.notes,
        gazetteer: &gazetteer,
        drafts: session.drafts.len(),
        speaking: session.floor.speaking.as_ref().map(|it| &it.speaker),
        language: options.language,
    });
    let is_stream = arguments.output == Path::new("-");
    let format = format_of(arguments)?;
    if is_stream && outside.is_terminal && !format.is_text() {
        return Err(CommandError::NotForTerminal.into());
    }
    let bytes = match &arguments.template {
        Some(file) => by_template(&report, options, file)?,
        None => report
            .written(options, format)
            .map_err(cannot_write(None))?,
    };
    if is_stream {
        outside.out.write_all(&bytes)?;
    } else {
        refuse_sources(arguments, workspace)?;
        let writing = if arguments.force {
            Writing::Replaces
        } else {
            Writing::New
        };
        write_file(&arguments.output, &bytes, writing)?;
        let file = arguments.output.display().to_string();
        outside.tell(&CommandMessage::Written { file })?;
    }
    say_what_is_missing(&report, outside)?;
    if arguments.is_final && !all.is_whole() {
        outside.tell(&CommandMessage::NotFinal)?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

/// Fills in the user's template.
fn by_template(report: &Report, options: Options, file: &Path) -> Result<Vec<u8>, CommandError> {
    let name = file.display().to_string();
    let template = match read_text(file) {
        Ok(template) => template,
        Err(mistake) => {
            return Err(CommandError::TemplateUnreadable {
                template: name,
                reason: mistake.message,
                cure: mistake.cure,
            });
        }
    };
    // `page.html.jinja` is escaped as HTML, like `page.html`.
    let stem = file.with_extension("");
    let is_jinja = file
        .extension()
        .is_some_and(|ending| ending == "jinja" || ending == "j2");
    let named = if is_jinja { &stem } else { file };
    let ending = named.extension().and_then(|it| it.to_str());
    let escaping = Escaping::of_ending(ending.unwrap_or_default());
    let text = filled(report, options, &template, escaping);
    text.map(String::into_bytes)
        .map_err(cannot_write(Some(name)))
}

fn cannot_write(template: Option<String>) -> impl FnOnce(WriteError) -> CommandError {
    move |error| CommandError::CannotWrite { template, error }
}

/// Returns the format named by `--format`, else by the extension of the output, else Markdown.
///
/// # Errors
/// When no format has that extension, or a template cannot write the format that has it.
fn format_of(arguments: &ReportArguments) -> Result<Format, CommandError> {
    let output = || arguments.output.display().to_string();
    let ending = arguments.output.extension().unwrap_or_default();
    let ending = ending.to_string_lossy().to_lowercase();
    let mut formats = Format::ALL.into_iter();
    let by_ending = formats.find(|format| format.ending() == ending);
    if arguments.template.is_some() {
        if by_ending.is_some_and(|format| !format.is_text()) {
            return Err(CommandError::TemplateMakesText { output: output() });
        }
        return Ok(Format::Markdown);
    }
    let default = ending.is_empty().then_some(Format::Markdown);
    arguments.format.or(by_ending).or(default).ok_or_else(|| {
        let endings = Format::ALL.map(Format::ending).into_iter();
        let endings: BTreeSet<_> = endings.collect();
        CommandError::UnknownExtension {
            output: output(),
            extensions: endings.into_iter().collect(),
        }
    })
}

/// Refuses to overwrite the briefing, its notes files or the template.
fn refuse_sources(arguments: &ReportArguments, workspace: &Workspace) -> Result<(), CommandError> {
    let notes = notes_files(&workspace.briefing);
    let sources = notes.iter().chain([&workspace.briefing]);
    for source in sources.chain(&arguments.template) {
        if is_same_file(source, &arguments.output) {
            let output = arguments.output.display().to_string();
            return Err(CommandError::OutputIsSource { output });
        }
    }
    Ok(())
}

/// Prints what is missing before the report can go out, one line for each kind of gap.
fn say_what_is_missing(report: &Report, outside: &mut Outside<'_>) -> anyhow::Result<()> {
    let gaps = report.gaps.iter().map(|gap| (gap.message(), gap.number()));
    let leaks = report.leaks.iter();
    let leaks = leaks.map(|leak| (leak.message(), Some(leak.note)));
    let mut kinds: Vec<(GapMessage, BTreeSet<usize>)> = Vec::new();
    for (gap, number) in gaps.chain(leaks) {
        let at = kinds.iter().position(|(kind, _)| *kind == gap);
        let at = at.unwrap_or_else(|| {
            kinds.push((gap, BTreeSet::new()));
            kinds.len() - 1
        });
        if let Some((_, numbers)) = kinds.get_mut(at) {
            numbers.extend(number);
        }
    }
    for (gap, numbers) in kinds {
        let more = numbers.len().saturating_sub(MOST_NUMBERS);
        let notes = numbers.into_iter().take(MOST_NUMBERS).collect();
        outside.tell(&CommandMessage::Missing { gap, notes, more })?;
    }
    Ok(())
}
