//! All mentions of a briefing: what it says on each country and grouping.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::country::Named;
use super::grouping::GroupingId;
use super::text_mentions::{Gazetteer, Mention};
use crate::model::{Briefing, CountryCode, EntryId, Kind};

/// A paragraph that names a country or grouping: in its text, in the heading over it if it is the
/// first of its entry, or in its footnotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The index of the paragraph.
    pub paragraph: usize,
    /// Where in its text, in bytes.
    pub text: Vec<Range<usize>>,
    /// Where in the heading of its entry, in bytes.
    pub heading: Vec<Range<usize>>,
    /// The paragraphs of footnotes that name it, by index.
    pub footnotes: Vec<usize>,
    /// Whether a careful reader would be sure; what is doubtful beside it is left out.
    pub is_certain: bool,
}

/// What the paper says on a country: each paragraph once, by their order.
#[derive(Clone, Debug, Default)]
pub struct CountryMentions<'a> {
    /// The entries whose practice it is, by index.
    pub examples: &'a [usize],
    /// Where it is named.
    pub direct: Vec<&'a Naming>,
    /// Where a grouping is named to which it belongs, and it is not: once for each grouping.
    pub via: Vec<(GroupingId, &'a Naming)>,
    /// Where it may be named.
    pub perhaps: Vec<&'a Naming>,
}

/// What stands in each heading and paragraph of a briefing, by their start.
#[derive(Clone, Debug, Default)]
pub struct MentionsByPlace {
    /// For each entry the mentions in its heading.
    pub headings: Vec<Vec<Mention>>,
    /// For each paragraph the mentions in its text.
    pub paragraphs: Vec<Vec<Mention>>,
}

/// The mentions of a briefing.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    gazetteer: Arc<Gazetteer>,
    day: Option<Date>,
    namings: BTreeMap<Named, Vec<Naming>>,
    examples: BTreeMap<CountryCode, Vec<usize>>,
    practices: BTreeMap<EntryId, Vec<CountryCode>>,
    /// For each paragraph the countries that it names for certain.
    by_paragraph: BTreeMap<usize, Vec<CountryCode>>,
}

impl Mentions {
    /// Reads a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        Self::read(briefing).0
    }

    /// Reads a briefing, and says what stands where, for those who have to know.
    pub fn read(briefing: &Briefing) -> (Self, MentionsByPlace) {
        let gazetteer = Arc::new(Gazetteer::new(briefing.aliases()));
        let mut examples: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut practices = BTreeMap::new();
        for (index, entry) in briefing.entries().iter().enumerate() {
            let countries = &entry.practice().countries;
            for code in countries {
                examples.entry(*code).or_default().push(index);
            }
            if !countries.is_empty() {
                practices.insert(entry.id().clone(), countries.clone());
            }
        }
        let texts = briefing.paragraphs().iter();
        let headings = briefing.entries().iter().map(|entry| {
            // Of the kinds without headings they are made up: Question 2.
            let own = entry.kind().has_heading().then(|| entry.heading());
            own.map(|heading| gazetteer.mentions(heading))
                .unwrap_or_default()
        });
        let by_place = MentionsByPlace {
            headings: headings.collect(),
            paragraphs: texts.map(|text| gazetteer.mentions(text.text())).collect(),
        };
        let namings = Collector::new(briefing).collect(&by_place);
        let mentions = Self {
            day: briefing.paper().date,
            by_paragraph: by_paragraph(&namings),
            namings,
            gazetteer,
            examples,
            practices,
        };
        (mentions, by_place)
    }

    /// What knows the names, with the aliases of the briefing.
    pub const fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// The day that decides which memberships hold: that of the paper.
    pub const fn day(&self) -> Option<Date> {
        self.day
    }

    /// The paragraphs that name a country or grouping, by their order; those that only may as well.
    pub fn of(&self, named: Named) -> &[Naming] {
        self.namings.get(&named).map_or(&[], Vec::as_slice)
    }

    /// The countries that a paragraph names for certain, in the order in which they stand there, then
    /// those of its heading and its footnotes.
    pub fn in_paragraph(&self, paragraph: usize) -> &[CountryCode] {
        self.by_paragraph.get(&paragraph).map_or(&[], Vec::as_slice)
    }

    /// The entries whose practice is that of a country, by index.
    pub fn examples_of(&self, code: CountryCode) -> &[usize] {
        self.examples.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The countries whose practice an entry is.
    pub fn practice_of(&self, entry: &EntryId) -> &[CountryCode] {
        self.practices.get(entry).map_or(&[], Vec::as_slice)
    }

    /// The countries that the paper names or may name, or whose practice it tells of, by code.
    pub fn countries(&self) -> Vec<CountryCode> {
        let named = self.namings.keys().filter_map(|named| match named {
            Named::Country(code) => Some(*code),
            Named::Grouping(_) => None,
        });
        let mut codes: Vec<_> = named.chain(self.examples.keys().copied()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The groupings that the paper names and to which a country belongs on its day.
    pub fn groupings_of(&self, code: CountryCode) -> impl Iterator<Item = GroupingId> {
        let named = self
            .namings
            .iter()
            .filter_map(|(named, namings)| match named {
                Named::Grouping(id) if namings.iter().any(|one| one.is_certain) => Some(*id),
                _ => None,
            });
        named.filter(move |id| id.get().has(code, self.day))
    }

    /// How many paragraphs name a country for certain.
    pub fn count(&self, code: CountryCode) -> usize {
        let namings = self.of(Named::Country(code)).iter();
        namings.filter(|naming| naming.is_certain).count()
    }

    /// Everything on a country.
    pub fn on_country(&self, code: CountryCode) -> CountryMentions<'_> {
        let namings = self.of(Named::Country(code)).iter();
        let (direct, perhaps): (Vec<_>, Vec<_>) = namings.partition(|naming| naming.is_certain);
        let mut via = Vec::new();
        for id in self.groupings_of(code) {
            let namings = self.of(Named::Grouping(id)).iter();
            for naming in namings.filter(|naming| naming.is_certain) {
                let is_direct = direct
                    .binary_search_by_key(&naming.paragraph, |direct| direct.paragraph)
                    .is_ok();
                if !is_direct {
                    via.push((id, naming));
                }
            }
        }
        via.sort_by_key(|(id, naming)| (naming.paragraph, *id));
        CountryMentions {
            examples: self.examples_of(code),
            direct,
            via,
            perhaps,
        }
    }
}

fn by_paragraph(namings: &BTreeMap<Named, Vec<Naming>>) -> BTreeMap<usize, Vec<CountryCode>> {
    let mut placed: BTreeMap<usize, Vec<(usize, CountryCode)>> = BTreeMap::new();
    for (named, namings) in namings {
        let Named::Country(code) = named else {
            continue;
        };
        for naming in namings.iter().filter(|naming| naming.is_certain) {
            // Behind the text stand heading and footnotes.
            let in_heading = usize::MAX - usize::from(!naming.heading.is_empty());
            let place = naming.text.first().map_or(in_heading, |range| range.start);
            placed
                .entry(naming.paragraph)
                .or_default()
                .push((place, *code));
        }
    }
    let sorted = placed.into_iter().map(|(paragraph, mut codes)| {
        codes.sort_unstable();
        let codes = codes.into_iter().map(|(_, code)| code);
        (paragraph, codes.collect())
    });
    sorted.collect()
}

/// Gathers what names whom.
struct Collector<'a> {
    briefing: &'a Briefing,
    /// The paragraphs that anchor each footnote.
    anchors: BTreeMap<&'a EntryId, Vec<usize>>,
    namings: BTreeMap<Named, BTreeMap<usize, Naming>>,
}

impl<'a> Collector<'a> {
    fn new(briefing: &'a Briefing) -> Self {
        let mut anchors: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, paragraph) in briefing.paragraphs().iter().enumerate() {
            for id in paragraph.footnotes() {
                anchors.entry(id).or_default().push(at);
            }
        }
        Self {
            briefing,
            anchors,
            namings: BTreeMap::new(),
        }
    }

    fn collect(mut self, by_place: &MentionsByPlace) -> BTreeMap<Named, Vec<Naming>> {
        for (entry, heading) in self.briefing.entries().iter().zip(&by_place.headings) {
            for mention in heading {
                if let Some(naming) = self.naming(mention, entry.paragraphs().start) {
                    naming.heading.push(mention.range.clone());
                }
            }
            let anchors = match entry.kind() {
                Kind::Footnote => self.anchors.get(entry.id()).cloned(),
                _ => None,
            };
            for at in entry.paragraphs() {
                for mention in by_place.paragraphs.get(at).into_iter().flatten() {
                    match &anchors {
                        Some(anchors) => self.footnote(anchors, at, mention),
                        None => {
                            if let Some(naming) = self.naming(mention, at) {
                                naming.text.push(mention.range.clone());
                            }
                        }
                    }
                }
            }
        }
        let namings = self.namings.into_iter();
        namings
            .map(|(named, of)| (named, of.into_values().collect()))
            .collect()
    }

    /// A footnote counts for the paragraphs that anchor it.
    fn footnote(&mut self, anchors: &[usize], footnote: usize, mention: &Mention) {
        for anchor in anchors {
            if let Some(naming) = self.naming(mention, *anchor)
                && naming.footnotes.last() != Some(&footnote)
            {
                naming.footnotes.push(footnote);
            }
        }
    }

    /// What a paragraph has of a country or grouping; `None` where it has something better than
    /// the mention.
    fn naming(&mut self, mention: &Mention, paragraph: usize) -> Option<&mut Naming> {
        let of = self.namings.entry(mention.named).or_default();
        let naming = of.entry(paragraph).or_default();
        if mention.is_certain && !naming.is_certain {
            *naming = Naming {
                is_certain: true,
                ..Naming::default()
            };
        }
        naming.paragraph = paragraph;
        (mention.is_certain == naming.is_certain).then_some(naming)
    }
}

#[cfg(test)]
mod tests;
