//! The sections of a dossier on a country: its examples, the paragraphs that name it or its
//! groupings, and the notes on it.

use std::ops::Range;

use crate::app::words::country_in_message;
use crate::gazetteer::{self, GroupingId, Mentions, Named, Naming};
use crate::messages::{CountryStanding, DossierRemark, RoleLabel, SectionTitle};
use crate::model::{Briefing, CountryCode, Entry, Kind, Paper, Practice};
use crate::search::{Index, Target};

/// A paragraph or note in a dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct DossierItem {
    /// The paragraph or note.
    pub target: Target,
    /// The reason why it is listed, unless the text shows it.
    pub remark: Option<DossierRemark>,
    /// The ranges of the names in its text, in bytes.
    pub lit: Vec<Range<usize>>,
}

/// A titled group of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The title.
    pub title: SectionTitle,
    /// The items, in the order of the paper.
    pub items: Vec<DossierItem>,
}

impl Section {
    const fn new(title: SectionTitle, items: Vec<DossierItem>) -> Self {
        Self { title, items }
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
    let mut sections = vec![Section::new(SectionTitle::Examples, own.collect())];
    for kind in Kind::ALL {
        let of_kind = |naming: &&Naming| {
            let entry = briefing.entry_of(naming.paragraph);
            entry.is_some_and(|entry| entry.kind() == kind)
        };
        let items = others().filter(of_kind);
        let items = items.map(|naming| named(naming, briefing, &[])).collect();
        sections.push(Section::new(SectionTitle::NamedIn { kind }, items));
    }
    let via = via(&dossier, briefing, is_own);
    sections.push(Section::new(SectionTitle::ThroughGroupings, via));
    let perhaps = dossier.perhaps.iter().filter(|naming| !is_own(naming));
    let perhaps = perhaps.map(|naming| named(naming, briefing, &[]));
    sections.push(Section::new(SectionTitle::Perhaps, perhaps.collect()));
    let notes = index.notes_about(Named::Country(code));
    let notes = notes.map(|id| DossierItem {
        target: Target::Note(id.clone()),
        remark: None,
        lit: Vec::new(),
    });
    sections.push(Section::new(SectionTitle::Notes, notes.collect()));
    sections.retain(|section| !section.items.is_empty());
    sections
}

/// Returns the paragraphs that name the country's groupings, each once.
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
            ..named(first, briefing, &ids)
        })
    });
    found.collect()
}

/// Returns the items of one of the country's own examples: the first paragraph, and the others that
/// name the country.
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
    let others = countries.iter().filter(|other| **other != code);
    let others: Vec<_> = others.copied().map(country_in_message).collect();
    let has_facts = partnership.is_some() || !others.is_empty() || !period.is_empty();
    let facts = has_facts.then(|| DossierRemark::Example {
        partnership: *partnership,
        with: others,
        period: period.clone(),
    });
    let head = DossierItem {
        target: Target::Paragraph(first),
        remark: facts,
        lit: at_first
            .iter()
            .flat_map(|naming: &&&Naming| naming.text.iter().cloned())
            .collect(),
    };
    let after = after.into_iter().map(|naming| named(naming, briefing, &[]));
    [head].into_iter().chain(after).collect()
}

/// Returns the item of a paragraph that names the country or a grouping, with the place of the name
/// if that is not in the text.
fn named(naming: &Naming, briefing: &Briefing, via: &[GroupingId]) -> DossierItem {
    let groupings = labels(via);
    let footnotes = || {
        let footnotes = naming.footnotes.iter();
        let footnotes = footnotes.filter_map(|at| briefing.entry_of(*at));
        footnotes.map(|entry| entry.id().to_string()).collect()
    };
    let remark = match (naming.text.is_empty(), naming.heading.is_empty()) {
        (false, _) if groupings.is_empty() => None,
        (false, _) => Some(DossierRemark::Through { groupings }),
        (true, false) => Some(DossierRemark::InHeading { groupings }),
        (true, true) => Some(DossierRemark::InFootnotes {
            groupings,
            footnotes: footnotes(),
        }),
    };
    DossierItem {
        target: Target::Paragraph(naming.paragraph),
        remark,
        lit: naming.text.clone(),
    }
}

/// Returns the names of groupings.
pub(in crate::app) fn labels(ids: &[GroupingId]) -> Vec<String> {
    let labels = ids.iter().map(|id| id.get().label().to_owned());
    labels.collect()
}

/// Returns how often the paper names a country.
pub fn standing(code: CountryCode, mentions: &Mentions) -> CountryStanding {
    let examples = mentions.examples_of(code).len();
    let paragraphs = mentions.count(code);
    let perhaps = mentions.of(Named::Country(code)).len() - paragraphs;
    if examples + paragraphs > 0 {
        return CountryStanding::InPaper {
            examples,
            paragraphs,
        };
    }
    let groupings: Vec<_> = mentions.groupings_of(code).collect();
    match (perhaps, groupings.is_empty()) {
        (1.., _) => CountryStanding::Perhaps {
            paragraphs: perhaps,
        },
        (0, false) => CountryStanding::OnlyMember {
            groupings: labels(&groupings),
        },
        (0, true) => CountryStanding::NotInPaper,
    }
}

/// Returns the role of a country in the session; most have none.
pub fn role(code: CountryCode, paper: &Paper) -> Option<RoleLabel> {
    if paper.co_chairs.contains(&code) {
        Some(RoleLabel::CoChair)
    } else {
        let is_in_team = paper.team.contains(&code);
        is_in_team.then_some(RoleLabel::Team)
    }
}
