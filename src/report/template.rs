//! Fills templates with a report: the built-in ones for Markdown and HTML, or a user's own.
//!
//! Rules, in order: whatever a template prints is escaped for its format; a template can reach
//! nothing but the report (no file, no other template, no clock); every template ends; an error
//! names its line. The templates in `templates/` are the examples for users.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;

use super::data::Report;
use super::escape::Escaping;
use super::options::Options;
use super::wording::Wording;
use crate::messages::{Language, ReportPhrase, WriteError};

/// The built-in Markdown template.
pub(super) const MARKDOWN: &str = include_str!("templates/report.md.jinja");

/// The built-in HTML template.
pub(super) const HTML: &str = include_str!("templates/report.html.jinja");

/// The budget of a template: an instruction costs one, and so do 64 bytes of text. It stops a
/// template that would never end.
const FUEL: u64 = 1_000_000;

/// The additional budget for each note: enough for the built-in templates with ten thousand notes
/// (`examples/many_notes.rs`).
const FUEL_OF_NOTE: u64 = 2_000;

/// The names that a template can use.
#[derive(Serialize)]
struct TemplateContext<'a> {
    #[serde(flatten)]
    report: &'a Report,
    options: Options,
    words: Wording,
}

/// Fills a Jinja template with a report.
///
/// # Errors
/// The template has a syntax error, uses an unknown name, or exceeds its budget.
pub fn filled(
    report: &Report,
    options: Options,
    template: &str,
    escaping: Escaping,
) -> Result<String, WriteError> {
    let context = TemplateContext {
        report,
        options,
        words: Wording(options.language),
    };
    let environment =
        environment(report, options.language, escaping).map_err(|error| template_error(&error))?;
    environment
        .render_str(template, Value::from(Serde(&context)))
        .map_err(|error| template_error(&error))
}

fn environment(
    report: &Report,
    language: Language,
    escaping: Escaping,
) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()?;
    environment.set_syntax(syntax);
    // A misspelt name is an error, rather than an empty place in a report.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let notes = u64::try_from(report.record.len()).unwrap_or(u64::MAX);
    environment.set_fuel(Some(
        notes.saturating_mul(FUEL_OF_NOTE).saturating_add(FUEL),
    ));
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("report".into()));
    environment.set_formatter(move |out, _, value| {
        let written = match value.as_str() {
            Some(text) if value.is_safe() => out.write_str(text),
            Some(text) => out.write_str(&escaping.lines(text)),
            None => out.write_str(&escaping.lines(&value.to_string())),
        };
        written.map_err(Error::from)
    });
    environment.add_filter("line", move |value: &Value| {
        let text = value.to_string();
        // The output of a macro is escaped already.
        let line = if value.is_safe() {
            text.replace('\n', " ")
        } else {
            escaping.line(&text)
        };
        Value::from_safe_string(line)
    });
    add_phrases(&mut environment, language);
    Ok(environment)
}

/// Adds the filters that turn an argument into a phrase of the report's language.
fn add_phrases(environment: &mut Environment<'_>, language: Language) {
    environment.add_filter("question", move |number: usize| {
        ReportPhrase::Question(number).words(language)
    });
    environment.add_filter("delegations", move |count: usize| {
        ReportPhrase::Delegations(count).words(language)
    });
    environment.add_filter("quoted", move |text: &str| {
        ReportPhrase::Quoted(text).words(language)
    });
    environment.add_filter("not_found", move |quote: &str| {
        ReportPhrase::NotFound(quote).words(language)
    });
}

/// Converts an error of the template engine to a [`WriteError`].
fn template_error(error: &Error) -> WriteError {
    let line = error.line();
    match error.kind() {
        ErrorKind::OutOfFuel => WriteError::TemplateNeverEnds { line },
        kind => WriteError::Template {
            line,
            reason: error
                .detail()
                .map_or_else(|| kind.to_string(), str::to_owned),
        },
    }
}
