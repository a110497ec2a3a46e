//! Matching of typed text to countries, and the order of the countries.

use std::collections::BTreeMap;

use crate::gazetteer::{Named, countries, country, name, nearest, region, spaced, spelled};
use crate::messages::{CountryHeading, CountryStanding, RoleLabel};
use crate::model::{Briefing, CountryCode, Partnership};
use crate::search::rank_labels;
use crate::text::fold;

use super::list::{CountryLine, Listed};
use super::sections;
use crate::app::desk::{CountryOrder, Desk};

/// Returns the countries that next and previous step through: those of the paper, each once.
pub(super) fn walked_countries(desk: &Desk) -> Vec<CountryCode> {
    let mut walked: Vec<CountryCode> = Vec::new();
    for line in all_countries(desk) {
        if let CountryLine::Country(listed) = line
            && !walked.contains(&listed.code)
        {
            walked.push(listed.code);
        }
    }
    walked
}

/// Returns the countries of the paper in the chosen order, with headings.
pub(super) fn all_countries(desk: &Desk) -> Vec<CountryLine> {
    let mut codes = desk.index().mentions().countries();
    if let Some(briefing) = &desk.paper.briefing {
        let paper = briefing.paper();
        codes.extend(paper.co_chairs.iter().chain(&paper.team));
    }
    codes.sort_by_cached_key(|code| fold(name(*code).unwrap_or(code.as_str())));
    codes.dedup();
    match desk.country_order {
        CountryOrder::Name => (),
        CountryOrder::Count => codes.sort_by_key(|code| std::cmp::Reverse(weight(desk, *code))),
        CountryOrder::Region => return by_region(desk, &codes),
        CountryOrder::Partnership => return by_partnership(desk, &codes),
    }
    let listed = codes
        .into_iter()
        .map(|code| listed(desk, code, String::new()));
    listed.map(CountryLine::Country).collect()
}

fn by_region(desk: &Desk, codes: &[CountryCode]) -> Vec<CountryLine> {
    let mut regions: BTreeMap<&'static str, Vec<CountryLine>> = BTreeMap::new();
    for code in codes {
        let region = country(*code).map_or("", |country| country.region);
        let line = CountryLine::Country(listed(desk, *code, String::new()));
        regions.entry(region).or_default().push(line);
    }
    let groups = regions.into_iter();
    groups
        .flat_map(|(region, lines)| under(CountryHeading::Region { name: region }, lines))
        .collect()
}

fn by_partnership(desk: &Desk, codes: &[CountryCode]) -> Vec<CountryLine> {
    let mut lines = Vec::new();
    let partnerships = Partnership::ALL.map(Some).into_iter().chain([None]);
    for partnership in partnerships {
        let of_it = codes.iter().filter_map(|code| {
            let count = examples(desk, *code, partnership);
            (count > 0).then(|| Listed {
                standing: CountryStanding::Examples { count },
                ..listed(desk, *code, String::new())
            })
        });
        let of_it = of_it.map(CountryLine::Country).collect();
        let heading =
            partnership.map_or(CountryHeading::NoPartnership, CountryHeading::Partnership);
        lines.extend(under(heading, of_it));
    }
    let mentions = desk.index().mentions();
    let without = codes
        .iter()
        .filter(|code| mentions.examples_of(**code).is_empty());
    let without = without.map(|code| CountryLine::Country(listed(desk, *code, String::new())));
    lines.extend(under(CountryHeading::NoExamples, without.collect()));
    lines
}

/// Returns how many examples of a country have this partnership; `None` counts those without.
fn examples(desk: &Desk, code: CountryCode, partnership: Option<Partnership>) -> usize {
    let entries = desk.briefing().map(Briefing::entries).unwrap_or_default();
    let own = desk.index().mentions().examples_of(code).iter();
    let own = own.filter_map(|at| entries.get(*at));
    own.filter(|entry| entry.practice().partnership == partnership)
        .count()
}

/// Returns how many paragraphs mention a country, and how many examples it has.
fn weight(desk: &Desk, code: CountryCode) -> (usize, usize) {
    let mentions = desk.index().mentions();
    (mentions.count(code), mentions.examples_of(code).len())
}

/// Returns the countries that `typed` may mean, with the matching name unless it is the English
/// one. These are countries whose code, whole name, beginning of a name or beginning of a word
/// matches, and the members of a matching grouping or region; if there are none, those whose names
/// contain the text; failing that, those whose names are spelled alike or have its letters in
/// order. Among equals, English names come first, then the countries most mentioned in the paper.
pub(super) fn matching(desk: &Desk, typed: &str) -> Vec<(CountryCode, String)> {
    let spaced = spaced(typed);
    let mut best: BTreeMap<CountryCode, (Tier, String)> = BTreeMap::new();
    let mut add = |code, tier, also: &str| {
        let known = best.entry(code).or_insert_with(|| (tier, also.to_owned()));
        if tier < known.0 {
            *known = (tier, also.to_owned());
        }
    };
    let english = |code, folded: &str| name(code).is_some_and(|name| self::spaced(name) == folded);
    for one in spelled() {
        if let Some(tier) = tier(&spaced, &one.folded) {
            let is_name = english(one.code, &one.folded);
            add(one.code, tier, if is_name { "" } else { one.form.written });
        }
    }
    let gazetteer = desk.index().mentions().gazetteer();
    for (alias, code) in gazetteer.aliases() {
        if let Some(tier) = tier(&spaced, &self::spaced(alias)) {
            add(*code, tier, alias);
        }
    }
    // Two small letters start a name as often as they are a code.
    let is_code = typed.trim().len() == 2 && gazetteer.named(typed, false).is_none();
    for code in gazetteer.countries(typed).into_iter().filter(|_| is_code) {
        let capitals = typed.contains(char::is_uppercase);
        add(code, if capitals { Tier::Whole } else { Tier::Begins }, "");
    }
    for (code, label) in members(desk, typed) {
        add(code, Tier::BeginsWord, label);
    }
    let whole = best.values().any(|(tier, _)| *tier < Tier::Within);
    best.retain(|_, (tier, _)| !whole || *tier < Tier::Within);
    if best.is_empty() {
        return spelled_alike(&spaced);
    }
    let mut found: Vec<_> = best.into_iter().collect();
    let weight = |code| std::cmp::Reverse(weight(desk, code));
    found.sort_by_key(|(code, (tier, also))| (*tier, !also.is_empty(), weight(*code), name(*code)));
    let found = found.into_iter();
    found.map(|(code, (_, also))| (code, also)).collect()
}

/// Returns the members of the typed grouping or region, with its name.
fn members(desk: &Desk, typed: &str) -> Vec<(CountryCode, &'static str)> {
    let mentions = desk.index().mentions();
    let named = mentions.gazetteer().named(typed, false).unwrap_or_default();
    let mut groupings = named.into_iter().filter_map(|named| match named {
        Named::Grouping(id) => Some(id.get()),
        Named::Country(_) => None,
    });
    if let Some(grouping) = groupings.next() {
        let members = grouping.members(mentions.day()).into_iter();
        return members.map(|code| (code, grouping.label())).collect();
    }
    let inside = region(typed).into_iter();
    let inside = inside.filter_map(|code| Some((code, country(code)?.region)));
    inside.collect()
}

pub(super) fn listed(desk: &Desk, code: CountryCode, also: String) -> Listed {
    Listed {
        code,
        name: name(code).unwrap_or("?"),
        also,
        role: role_of(desk, code),
        standing: standing_of(desk, code),
    }
}

/// Returns the role of a country in the session; most have none.
pub(in crate::app) fn role_of(desk: &Desk, code: CountryCode) -> Option<RoleLabel> {
    let paper = desk.briefing().map(Briefing::paper)?;
    sections::role(code, paper)
}

/// Returns how often the paper names a country.
pub fn standing_of(desk: &Desk, code: CountryCode) -> CountryStanding {
    sections::standing(code, desk.index().mentions())
}

/// Returns the country that the selected paragraph names; otherwise the one whose practice its
/// entry describes, or the one named in the nearest paragraph of the entry.
pub(in crate::app) fn country_here(desk: &Desk) -> Option<CountryCode> {
    let briefing = desk.briefing()?;
    let here = desk.paper.paragraph_here().or_else(|| {
        let entry = desk.paper.entry_here()?;
        Some(briefing.entries().get(entry)?.paragraphs().start)
    })?;
    let entry = briefing.entry_of(here)?;
    let mentions = desk.index().mentions();
    let named = |at: usize| mentions.in_paragraph(at).first().copied();
    let practice = || entry.practice().countries.first().copied();
    let nearest = || {
        let naming = entry.paragraphs().filter(|at| named(*at).is_some());
        named(naming.min_by_key(|at| at.abs_diff(here))?)
    };
    named(here).or_else(practice).or_else(nearest)
}

/// Returns a heading and its lines; nothing if there are no lines.
fn under(heading: CountryHeading, lines: Vec<CountryLine>) -> Vec<CountryLine> {
    if lines.is_empty() {
        return lines;
    }
    [CountryLine::Heading(heading)]
        .into_iter()
        .chain(lines)
        .collect()
}

/// The quality of a match between a name and typed text, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// The whole name matches.
    Whole,
    /// The start of the name matches.
    Begins,
    /// The start of a word matches.
    BeginsWord,
    /// The name contains the letters.
    Within,
}

/// Returns the quality of a match; `None` without one.
fn tier(typed: &str, name: &str) -> Option<Tier> {
    let after = |at: usize| name.as_bytes().get(at.wrapping_sub(1)) == Some(&b' ');
    let mut begins = name.match_indices(typed).map(|(at, _)| at);
    match name.find(typed)? {
        0 if name.len() == typed.len() => Some(Tier::Whole),
        0 => Some(Tier::Begins),
        _ if begins.any(after) => Some(Tier::BeginsWord),
        _ => Some(Tier::Within),
    }
}

/// Returns the countries whose English names are spelled like the typed text, or have its letters
/// in order.
fn spelled_alike(typed: &str) -> Vec<(CountryCode, String)> {
    let near = nearest(typed).map(|(code, _)| code);
    let labels = countries().iter().map(|country| country.name);
    let hits = rank_labels(typed, labels).into_iter();
    let hits = hits.filter_map(|hit| Some(countries().get(hit.index)?.code));
    let others = hits.filter(|code| Some(*code) != near);
    let codes = near.into_iter().chain(others);
    codes.map(|code| (code, String::new())).collect()
}
