//! The sections of a dossier on a country: its examples, its paragraphs (direct, or through groupings), and the
//! notes on it.

use std::ops::Range;

use crate::app::words::counted;
use crate::gazetteer::{self, GroupingId, Mentions, Named, Naming, name};
use crate::model::{Briefing, CountryCode, Entry, Kind, Paper, Practice};
use crate::search::{Index, Target};

/// A paragraph or note in a dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct DossierItem {
    /// The paragraph or note.
    pub target: Target,
    /// The reason why it is listed, unless the text shows it; may be empty.
    pub says: String,
    /// The ranges of the names in its text, in bytes.
    pub lit: Vec<Range<usize>>,
}

/// A titled group of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The title.
    pub title: String,
    /// The items, in the order of the paper.
    pub items: Vec<DossierItem>,
}

impl Section {
    fn new(title: &str, items: Vec<DossierItem>) -> Self {
        Self {
            title: title.to_owned(),
            items,
        }
    }
}

/// Returns the sections of a country's dossier.
pub fn sections(code: CountryCode, index: &Index, briefing: &Briefing) -> Vec<Section> {
    let dossier = index.mentions().on_country(code);
    let entries = dossier.examples.iter();
    let entries = entries.filter_map(|at| briefing.entries().get(*at));
    let entries: Vec<&Entry> = entries.collect();
    let is_own = |naming: &Naming| {
        let paragraph = briefing.paragraphs().get(naming.paragraph);
        paragraph.is_some_and(|one| dossier.examples.binary_search(&one.entry()).is_ok())
    };
    let others = || {
        dossier
            .direct
            .iter()
            .copied()
            .filter(|naming| !is_own(naming))
    };
    let own = entries
        .iter()
        .flat_map(|entry| example(entry, code, &dossier.direct, briefing));
    let mut sections = vec![Section::new("Its examples", own.collect())];
    for kind in Kind::ALL {
        let of_kind = |naming: &&Naming| {
            let entry = briefing.entry_of(naming.paragraph);
            entry.is_some_and(|entry| entry.kind() == kind)
        };
        let items = others().filter(of_kind);
        let items = items.map(|naming| named(naming, briefing, "")).collect();
        sections.push(Section::new(&format!("Named in {}", kind.table()), items));
    }
    let via = via(&dossier, briefing, is_own);
    sections.push(Section::new("Named through a grouping it belongs to", via));
    let perhaps = dossier.perhaps.iter().filter(|naming| !is_own(naming));
    let perhaps = perhaps.map(|naming| named(naming, briefing, ""));
    sections.push(Section::new("Perhaps", perhaps.collect()));
    let notes = index.notes_about(Named::Country(code));
    let notes = notes.map(|id| DossierItem {
        target: Target::Note(id.clone()),
        says: String::new(),
        lit: Vec::new(),
    });
    sections.push(Section::new("Notes", notes.collect()));
    sections.retain(|section| !section.items.is_empty());
    sections
}

/// Returns the paragraphs that name the groupings, each once.
fn via(
    dossier: &gazetteer::CountryMentions<'_>,
    briefing: &Briefing,
    is_own: impl Fn(&Naming) -> bool,
) -> Vec<DossierItem> {
    let via = dossier.via.iter().filter(|(_, naming)| !is_own(naming));
    let via: Vec<_> = via.collect();
    let same = via.chunk_by(|(_, one), (_, other)| one.paragraph == other.paragraph);
    let found = same.filter_map(|same| {
        let (_, first) = same.first()?;
        let ids: Vec<_> = same.iter().map(|(id, _)| *id).collect();
        let lit = same
            .iter()
            .flat_map(|(_, naming)| naming.text.iter().cloned());
        Some(DossierItem {
            lit: lit.collect(),
            ..named(first, briefing, &labels(&ids))
        })
    });
    found.collect()
}

/// Returns the item of an example of its own: the first paragraph, and the others that name the
/// country.
fn example(
    entry: &Entry,
    code: CountryCode,
    direct: &[&Naming],
    briefing: &Briefing,
) -> Vec<DossierItem> {
    let paragraphs = entry.paragraphs();
    let first = paragraphs.start;
    let from = direct.partition_point(|naming| naming.paragraph < first);
    let of_it = direct.get(from..).unwrap_or_default().iter();
    let of_it = of_it.take_while(|naming| naming.paragraph < paragraphs.end);
    let (at_first, after): (Vec<_>, Vec<_>) = of_it.partition(|naming| naming.paragraph == first);
    let Practice {
        partnership,
        countries,
        period,
    } = entry.practice();
    let partnership = partnership.map_or("", |partnership| partnership.name());
    let others = countries.iter().filter(|other| **other != code);
    let others: Vec<_> = others.filter_map(|code| name(*code)).collect();
    let with = match others.as_slice() {
        [] => String::new(),
        others => format!("with {}", others.join(", ")),
    };
    let says = [partnership, &with, period];
    let says = says.into_iter().filter(|said| !said.is_empty());
    let head = DossierItem {
        target: Target::Paragraph(first),
        says: says.collect::<Vec<_>>().join(" · "),
        lit: at_first
            .iter()
            .flat_map(|naming: &&&Naming| naming.text.iter().cloned())
            .collect(),
    };
    let after = after.into_iter().map(|naming| named(naming, briefing, ""));
    [head].into_iter().chain(after).collect()
}

/// Returns the item of a paragraph that names the country or a grouping, with the place if it is
/// not in the text.
fn named(naming: &Naming, briefing: &Briefing, via: &str) -> DossierItem {
    let footnotes = naming
        .footnotes
        .iter()
        .filter_map(|at| briefing.entry_of(*at));
    let footnotes: Vec<_> = footnotes.map(|entry| entry.id().as_str()).collect();
    let footnote = format!("in footnote {}", footnotes.join(", "));
    let place = match (naming.text.is_empty(), naming.heading.is_empty()) {
        (false, _) => "",
        (true, false) => "in the heading",
        (true, true) => &footnote,
    };
    let says = [via, place].into_iter().filter(|said| !said.is_empty());
    DossierItem {
        target: Target::Paragraph(naming.paragraph),
        says: says.collect::<Vec<_>>().join(", "),
        lit: naming.text.clone(),
    }
}

/// Returns the names of groupings: `ECOWAS, AU`.
pub(in crate::app) fn labels(ids: &[GroupingId]) -> String {
    let labels = ids.iter().map(|id| id.get().label());
    labels.collect::<Vec<_>>().join(", ")
}

/// Returns the counts of a country: `2 examples · 7 ¶`, `not in this paper`.
pub fn standing(code: CountryCode, mentions: &Mentions) -> String {
    let examples = mentions.examples_of(code).len();
    let paragraphs = mentions.count(code);
    let perhaps = mentions.of(Named::Country(code)).len() - paragraphs;
    if examples + paragraphs > 0 {
        let examples = (examples > 0).then(|| counted(examples, "example"));
        let all = examples.into_iter().chain([format!("{paragraphs} ¶")]);
        return all.collect::<Vec<_>>().join(" · ");
    }
    let groupings: Vec<_> = mentions.groupings_of(code).collect();
    match (perhaps, groupings.is_empty()) {
        (1.., _) => format!("perhaps {perhaps} ¶"),
        (0, false) => format!("only as a member of {}", labels(&groupings)),
        (0, true) => "not in this paper".to_owned(),
    }
}

/// Returns the role of a country in the session; empty for most.
pub fn role(code: CountryCode, paper: &Paper) -> &'static str {
    if paper.co_chairs.contains(&code) {
        "co-chair"
    } else if paper.team.contains(&code) {
        "team"
    } else {
        ""
    }
}
