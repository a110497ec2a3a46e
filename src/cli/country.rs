//! `roundtable country`: prints the dossier of a country, or lists the countries of the paper.

use std::ops::Range;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::output::{LANGUAGE, print_json};
use super::{Outside, Status, Workspace, read};
use crate::app::{Subject, country_in_message, role, sections, standing};
use crate::gazetteer::{
    CountryMentions, Mentions, Named, Naming, country, groupings, name, nearest,
};
use crate::messages::{CommandError, CommandMessage, RoleLabel, Who};
use crate::model::{Briefing, CountryCode, Notes};
use crate::search::Index;
use crate::text::{clean_line, part};

/// The arguments of `country`.
#[derive(Debug, Args)]
pub(super) struct CountryArguments {
    /// A country's name in any language, its people or its code; leave out to list all countries
    name: Vec<String>,
    /// The briefing to read
    #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
    pub(super) briefing: PathBuf,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(
    arguments: &CountryArguments,
    workspace: &Workspace,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let Some(briefing) = read::briefing(&workspace.named, outside)? else {
        return Ok(Status::Failed);
    };
    let typed = arguments.name.join(" ");
    if !arguments.name.is_empty() && typed.trim().is_empty() {
        return Err(CommandError::NoCountryName.into());
    }
    if typed.is_empty() {
        let mentions = Mentions::new(&briefing);
        return list(&mentions, &briefing, arguments.json, outside);
    }
    let notes = read::notes(workspace, outside)?.notes;
    let index = Index::new(&briefing).with_notes(&notes, &briefing);
    let code = the_country(&typed, index.mentions())?;
    let on = index.mentions().on_country(code);
    let is_there = !on.examples.is_empty() || !on.direct.is_empty();
    if arguments.json {
        let answer = dossier(code, &on, &index, &briefing, &notes);
        print_json(&answer, outside)?;
    } else {
        print(code, &index, &briefing, &notes, outside)?;
    }
    if !is_there {
        let has_others = !on.via.is_empty() || !on.perhaps.is_empty();
        outside.tell(&CommandMessage::NotInPaper {
            country: country_in_message(code),
            instead: has_others.then(|| standing(code, index.mentions())),
        })?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

/// Finds the country that a name means.
///
/// # Errors
/// When it means none or several; the error offers the most similar name, or the countries to
/// choose from.
fn the_country(typed: &str, mentions: &Mentions) -> Result<CountryCode, CommandError> {
    let codes = mentions.gazetteer().countries(typed);
    match codes.as_slice() {
        [code] => Ok(*code),
        [] => Err(CommandError::UnknownCountry {
            typed: typed.to_owned(),
            nearest: nearest(typed).map(|(code, name)| Who::country(code, name)),
        }),
        several => Err(CommandError::SeveralCountries {
            typed: typed.to_owned(),
            countries: several.iter().copied().map(country_in_message).collect(),
        }),
    }
}

/// Lists all countries of the paper by name, with counts.
fn list(
    mentions: &Mentions,
    briefing: &Briefing,
    as_json: bool,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let mut codes = mentions.countries();
    codes.sort_by_key(|code| name(*code));
    let paper = briefing.paper();
    if as_json {
        let countries: Vec<_> = codes
            .iter()
            .map(|code| {
                json!({
                    "code": code.as_str(),
                    "name": name(*code),
                    "region": country(*code).map(|country| country.region),
                    "role": role_in_json(role(*code, paper)),
                    "examples": mentions.examples_of(*code).len(),
                    "paragraphs": mentions.count(*code),
                })
            })
            .collect();
        print_json(&json!({ "countries": countries }), outside)?;
    } else {
        for code in &codes {
            let name = name(*code).unwrap_or("?");
            let role = role(*code, paper).map(|role| format!(" ({})", role.words(LANGUAGE)));
            let role = role.unwrap_or_default();
            let says = standing(*code, mentions);
            let says = says.words(LANGUAGE);
            writeln!(outside.out, "{code} {name}{role}: {says}")?;
        }
    }
    if codes.is_empty() {
        outside.tell(&CommandMessage::NoCountries)?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

/// Returns the JSON value for a role, which does not depend on the language.
const fn role_in_json(role: Option<RoleLabel>) -> &'static str {
    match role {
        Some(RoleLabel::CoChair) => "co-chair",
        Some(RoleLabel::Team) => "team",
        None => "",
    }
}

/// Prints the dossier as text, as the screen shows it; prints nothing if it has no sections.
fn print(
    code: CountryCode,
    index: &Index,
    briefing: &Briefing,
    notes: &Notes,
    outside: &mut Outside<'_>,
) -> anyhow::Result<()> {
    let sections = sections(code, index, briefing);
    if sections.is_empty() {
        return Ok(());
    }
    let region = country(code).map_or("", |country| country.region);
    let says = standing(code, index.mentions());
    let says = says.words(LANGUAGE);
    let head = format!("{} ({code}), {region}: {says}", name(code).unwrap_or("?"));
    writeln!(outside.out, "{head}")?;
    for section in &sections {
        writeln!(outside.out, "\n{}", section.title.words(LANGUAGE))?;
        for found in &section.items {
            let Some(subject) = Subject::of(&found.target, briefing, notes) else {
                continue;
            };
            let place = subject.place();
            let head = format!("{} {}", place.words(LANGUAGE), subject.title(LANGUAGE));
            let remark = found.remark.as_ref();
            let remark = remark.map(|remark| format!(" ({})", remark.words(LANGUAGE)));
            let head = format!("{}{}", head.trim_end(), remark.unwrap_or_default());
            writeln!(outside.out, "{}", clean_line(&head))?;
            writeln!(outside.out, "    {}", clean_line(subject.text()))?;
        }
    }
    Ok(())
}

/// Returns the dossier as one JSON object.
fn dossier(
    code: CountryCode,
    on: &CountryMentions<'_>,
    index: &Index,
    briefing: &Briefing,
    notes: &Notes,
) -> Value {
    let entries = on
        .examples
        .iter()
        .filter_map(|at| briefing.entries().get(*at));
    let examples: Vec<_> = entries.map(|entry| entry.id().as_str()).collect();
    let direct = on
        .direct
        .iter()
        .filter_map(|naming| paragraph(naming, briefing));
    let perhaps = on
        .perhaps
        .iter()
        .filter_map(|naming| paragraph(naming, briefing));
    let via = on.via.iter().filter_map(|(id, naming)| {
        let mut value = paragraph(naming, briefing)?;
        value["grouping"] = json!(id.get().short);
        Some(value)
    });
    let about = index.notes_about(Named::Country(code));
    let about = about.filter_map(|id| Some((notes.number(id)?, notes.get(id)?)));
    let about = about.map(|(number, note)| {
        json!({
            "number": number,
            "id": note.id.as_str(),
            "kind": note.kind.name(),
            "speaker": note.speaker.as_ref().map(|speaker| speaker.0.as_str()),
            "paragraph": read::paragraph_number(briefing, note),
            "paragraph_not_found": read::is_not_found(briefing, note),
            "text": note.text,
        })
    });
    let day = index.mentions().day();
    let member = groupings().filter(|(_, grouping)| grouping.has(code, day));
    json!({
        "country": {
            "code": code.as_str(),
            "name": name(code),
            "region": country(code).map(|country| country.region),
            "member_of": member.map(|(_, grouping)| grouping.short).collect::<Vec<_>>(),
        },
        "examples": examples,
        "direct": direct.collect::<Vec<_>>(),
        "via": via.collect::<Vec<_>>(),
        "perhaps": perhaps.collect::<Vec<_>>(),
        "notes": about.collect::<Vec<_>>(),
    })
}

/// Returns the JSON of a paragraph that names the country; ranges are byte offsets into its text or
/// heading.
fn paragraph(naming: &Naming, briefing: &Briefing) -> Option<Value> {
    let paragraph = briefing.paragraphs().get(naming.paragraph)?;
    let entry = briefing.entry_of(naming.paragraph)?;
    let mentions = |text: &str, ranges: &[Range<usize>]| -> Vec<Value> {
        let ranges = ranges.iter();
        ranges
            .map(|range| {
                let form = part(text, range.clone());
                json!({ "range": [range.start, range.end], "form": form })
            })
            .collect()
    };
    let footnotes = naming
        .footnotes
        .iter()
        .filter_map(|at| briefing.entry_of(*at));
    let footnotes: Vec<_> = footnotes.map(|entry| entry.id().as_str()).collect();
    Some(json!({
        "id": entry.id().as_str(),
        "paragraph": paragraph.number(),
        "kind": entry.kind().singular(),
        "at": entry.at(),
        "heading": entry.heading(),
        "text": paragraph.text(),
        "mentions": mentions(paragraph.text(), &naming.text),
        "in_heading": mentions(entry.heading(), &naming.heading),
        "in_footnotes": footnotes,
    }))
}
