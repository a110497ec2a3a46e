//! The compiled-in tables: the forms and region of each country, and the dated members of
//! groupings.
//!
//! Rules: a line is a record, `#` begins a comment, cells are separated by tabs; the head of each
//! file gives sources and licences.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::country::Country;
use super::form::{Form, FormKind};
use super::grouping::{Grouping, GroupingId, Membership};
use crate::model::CountryCode;

const FORMS: &str = include_str!("data/forms.tsv");
const GROUPINGS: &str = include_str!("data/groupings.tsv");
const REGIONS: &str = include_str!("data/regions.tsv");

/// The content of all tables.
pub(super) struct Tables {
    /// The countries, by code.
    pub countries: Vec<Country>,
    /// The groupings, in the order of the file.
    pub groupings: Vec<Grouping>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    countries: read_countries(),
    groupings: read_groupings(),
});

/// Returns the tables, which are read on first use.
pub(super) fn tables() -> &'static Tables {
    &TABLES
}

impl GroupingId {
    /// Returns the grouping with this id.
    pub fn get(self) -> &'static Grouping {
        static NONE: Grouping = Grouping {
            short: "",
            name: "",
            forms: Vec::new(),
            memberships: Vec::new(),
        };
        let groupings = &tables().groupings;
        groupings.get(usize::from(self.0)).unwrap_or(&NONE)
    }
}

/// Returns the cells of each record; a missing cell is empty.
fn records<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = table.lines();
    let records = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    records.map(|line| {
        let mut cells = line.split('\t');
        [(); N].map(|()| cells.next().unwrap_or_default())
    })
}

fn read_countries() -> Vec<Country> {
    let mut countries: Vec<Country> = Vec::new();
    for [code, kind, language, written, _source] in records(FORMS) {
        let (Some(code), Some(kind)) = (CountryCode::new(code), FormKind::from_name(kind)) else {
            continue;
        };
        let form = Form {
            written,
            kind,
            language,
        };
        match countries.last_mut() {
            Some(country) if country.code == code => country.forms.push(form),
            _ => countries.push(Country {
                code,
                name: "",
                region: "",
                alpha3: "",
                forms: vec![form],
            }),
        }
    }
    for country in &mut countries {
        let is_name = |form: &Form| form.kind == FormKind::Name && form.is_english();
        if let Some(at) = country.forms.iter().position(is_name) {
            country.forms.swap(0, at);
        }
        country.name = country.forms.first().map_or("", |form| form.written);
    }
    for [code, region, alpha3] in records(REGIONS) {
        let at = countries.binary_search_by(|country| country.code.as_str().cmp(code));
        if let Some(country) = at.ok().and_then(|at| countries.get_mut(at)) {
            (country.region, country.alpha3) = (region, alpha3);
        }
    }
    countries
}

fn read_groupings() -> Vec<Grouping> {
    let mut groupings: Vec<Grouping> = Vec::new();
    for [short, row, value, from, until] in records(GROUPINGS) {
        if groupings.last().is_none_or(|last| last.short != short) {
            groupings.push(Grouping {
                short,
                name: short,
                forms: Vec::new(),
                memberships: Vec::new(),
            });
        }
        let Some(grouping) = groupings.last_mut() else {
            continue;
        };
        let form = |kind| Form {
            written: value,
            kind,
            language: "en",
        };
        match (row, CountryCode::new(value)) {
            ("name", _) => grouping.name = value,
            ("form", _) => grouping.forms.push(form(grouping_form(value))),
            ("perhaps", _) => grouping.forms.push(form(FormKind::Perhaps)),
            ("member", Some(code)) => grouping.memberships.push(Membership {
                code,
                from: from.parse().unwrap_or(Date::MIN),
                until: until.parse().unwrap_or(Date::MAX),
            }),
            _ => (),
        }
    }
    groupings
}

/// Returns the kind of a grouping's form. A form in capitals is an abbreviation, since `au` is also
/// a French word.
fn grouping_form(written: &str) -> FormKind {
    if written.chars().any(char::is_lowercase) {
        FormKind::Name
    } else {
        FormKind::Abbreviation
    }
}

/// Returns all groupings with their ids.
pub fn groupings() -> impl Iterator<Item = (GroupingId, &'static Grouping)> {
    (0..).map(GroupingId).zip(&tables().groupings)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The number of codes that ISO 3166-1 assigns officially.
    const ASSIGNED: usize = 249;

    #[test]
    fn reads_every_line_of_every_table() {
        let forms: usize = tables().countries.iter().map(|one| one.forms.len()).sum();
        assert_eq!(forms, records::<1>(FORMS).count());
        for [short, row, value, from, until] in records(GROUPINGS) {
            let is_date = |cell: &str| cell.is_empty() || cell.parse::<Date>().is_ok();
            let known = match row {
                "name" | "form" | "perhaps" => !value.is_empty(),
                "member" => CountryCode::new(value)
                    .and_then(crate::gazetteer::name)
                    .is_some(),
                _ => false,
            };
            assert!(
                known && is_date(from) && is_date(until),
                "{short} {row} {value}"
            );
        }
        for [code, region, alpha3] in records(REGIONS) {
            assert!(
                !region.is_empty() && CountryCode::new(code).is_some(),
                "{code}"
            );
            assert_eq!(alpha3.len(), 3, "{code}");
        }
    }

    #[test]
    fn names_each_country_in_four_languages_with_a_region() {
        let countries = &tables().countries;
        assert!(countries.is_sorted_by(|a, b| a.code < b.code));
        assert_eq!(countries.len(), ASSIGNED);
        let mut named = BTreeSet::new();
        for [code, kind, language, ..] in records::<5>(FORMS) {
            if kind == "name" {
                assert!(named.insert((code, language)), "{code} has two names");
            }
        }
        assert_eq!(named.len(), 4 * ASSIGNED);
        assert!(countries.iter().all(|country| !country.region.is_empty()));
    }

    #[test]
    fn memberships_begin_before_they_end() {
        for grouping in &tables().groupings {
            for one in &grouping.memberships {
                assert!(one.from < one.until, "{} {}", grouping.short, one.code);
            }
        }
    }
}
