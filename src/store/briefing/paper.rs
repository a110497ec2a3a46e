//! Reads `[paper]`, `[aliases]`, and the country codes of every table.

use toml::Spanned;
use toml::de::DeTable;

use super::fields::{Fields, text};
use super::findings::Findings;
use super::quoting::quoted;
use crate::gazetteer;
use crate::model::{CountryCode, Diagnostic, Paper, Severity};
use crate::text::clean_line;

/// The longest text, in bytes, that is compared with country names: a longer one cannot be a
/// misspelled country.
const LONGEST_NAME: usize = 64;

/// Reads `[paper]`.
pub(super) fn read_paper(fields: &Fields<'_>, findings: &mut Findings<'_>) -> Paper {
    Paper {
        title: read_title(fields, findings),
        session: fields.line("session", findings),
        roundtable: fields.line("roundtable", findings),
        event: fields.line("event", findings),
        date: fields.date("date", findings),
        place: fields.line("place", findings),
        language: fields.line("language", findings),
        co_chairs: read_countries(fields, "co_chairs", findings),
        team: read_countries(fields, "team", findings),
        coordinator: fields.line("coordinator", findings),
        source: fields.line("source", findings),
    }
}

fn read_title(fields: &Fields<'_>, findings: &mut Findings<'_>) -> String {
    if !fields.has("title") {
        let diagnostic = Diagnostic::error(fields.place.clone(), "the paper has no title");
        findings.push_lack(
            &fields.place,
            diagnostic.with_cure("add a line such as title = \"…\" below it"),
        );
    }
    let Some(written) = fields.text("title", findings) else {
        return String::new();
    };
    let title = clean_line(written.get_ref()).trim().to_owned();
    if title.is_empty() {
        let diagnostic = Diagnostic::error(written.span(), "the title is empty");
        findings.push(diagnostic.with_cure("write what stands on the cover of the paper"));
    }
    title
}

/// Reads a list of country codes; invalid ones are listed as mistakes and skipped.
pub(super) fn read_countries(
    fields: &Fields<'_>,
    key: &str,
    findings: &mut Findings<'_>,
) -> Vec<CountryCode> {
    let codes = fields.list(key, findings).into_iter();
    codes.filter_map(|code| country(&code, findings)).collect()
}

/// Reads `[aliases]`.
pub(super) fn read_aliases(
    table: &DeTable<'_>,
    findings: &mut Findings<'_>,
) -> Vec<(String, CountryCode)> {
    let mut aliases = Vec::new();
    for (form, code) in table {
        let name = clean_line(form.get_ref()).trim().to_owned();
        if name.is_empty() {
            let diagnostic = Diagnostic::error(form.span(), "the name of the country is empty");
            findings.push(diagnostic.with_cure("write the form that the paper uses"));
        }
        let code = text(code, findings).and_then(|code| country(&code, findings));
        aliases.extend(code.map(|code| (name, code)));
    }
    aliases
}

fn country(written: &Spanned<&str>, findings: &mut Findings<'_>) -> Option<CountryCode> {
    let text = *written.get_ref();
    let code = CountryCode::new(text).filter(|code| gazetteer::name(*code).is_some());
    if code.is_none() {
        let cure = findings.if_shown(Severity::Error, || {
            let short = Some(clean_line(text)).filter(|text| text.len() <= LONGEST_NAME);
            Some(match short.and_then(|text| gazetteer::nearest(&text)) {
                Some((code, name)) => format!("did you mean \"{code}\" ({name})?"),
                None => "write the two letters of ISO 3166-1, such as \"FR\" for France".to_owned(),
            })
        });
        let message = format!("unknown country code {}", quoted(text));
        findings.push(Diagnostic {
            cure,
            ..Diagnostic::error(written.span(), message)
        });
    }
    code
}
