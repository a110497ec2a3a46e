//! The mentions in a briefing: where it names each country and grouping.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::country::Named;
use super::grouping::GroupingId;
use super::text_mentions::{Gazetteer, Mention};
use crate::model::{Briefing, CountryCode, EntryId, Kind};

/// A paragraph that names a country or grouping: in its text, in its footnotes, or in the heading
/// of its entry if it is the first paragraph there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The index of the paragraph.
    pub paragraph: usize,
    /// The byte ranges of the mentions in its text.
    pub text: Vec<Range<usize>>,
    /// The byte ranges of the mentions in the heading of its entry.
    pub heading: Vec<Range<usize>>,
    /// The indices of the paragraphs in its footnotes that have mentions.
    pub footnotes: Vec<usize>,
    /// Whether a careful reader would be sure. If so, uncertain mentions in the paragraph are left
    /// out.
    pub is_certain: bool,
}

/// The paragraphs on a country, each once, in the order of the paper.
#[derive(Clone, Debug, Default)]
pub struct CountryMentions<'a> {
    /// The entries that describe the country's practice, by index.
    pub examples: &'a [usize],
    /// The paragraphs that name it for certain.
    pub direct: Vec<&'a Naming>,
    /// The paragraphs that do not name the country but a grouping that it belongs to, once for each
    /// grouping.
    pub via: Vec<(GroupingId, &'a Naming)>,
    /// The paragraphs that perhaps name it.
    pub perhaps: Vec<&'a Naming>,
}

/// The mentions in a briefing by place, each list in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct MentionsByPlace {
    /// The mentions in the heading of each entry.
    pub headings: Vec<Vec<Mention>>,
    /// The mentions in the text of each paragraph.
    pub paragraphs: Vec<Vec<Mention>>,
}

/// The mentions in a briefing.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    gazetteer: Arc<Gazetteer>,
    day: Option<Date>,
    namings: BTreeMap<Named, Vec<Naming>>,
    examples: BTreeMap<CountryCode, Vec<usize>>,
    practices: BTreeMap<EntryId, Vec<CountryCode>>,
    /// The countries that each paragraph names for certain.
    by_paragraph: BTreeMap<usize, Vec<CountryCode>>,
}

impl Mentions {
    /// Finds the mentions in a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        Self::read(briefing).0
    }

    /// Finds the mentions in a briefing, and returns them by place as well.
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
            // Entries of some kinds have made-up headings, such as Question 2.
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

    /// Returns the gazetteer, which knows the briefing's aliases.
    pub const fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// Returns the day on which memberships are looked up: the date of the paper.
    pub const fn day(&self) -> Option<Date> {
        self.day
    }

    /// Returns the paragraphs that name a country or grouping, certainly or perhaps, in order.
    pub fn of(&self, named: Named) -> &[Naming] {
        self.namings.get(&named).map_or(&[], Vec::as_slice)
    }

    /// Returns the countries that a paragraph names for certain: those in its text, in order, then
    /// those in its heading and footnotes.
    pub fn in_paragraph(&self, paragraph: usize) -> &[CountryCode] {
        self.by_paragraph.get(&paragraph).map_or(&[], Vec::as_slice)
    }

    /// Returns the entries that describe a country's practice, by index.
    pub fn examples_of(&self, code: CountryCode) -> &[usize] {
        self.examples.get(&code).map_or(&[], Vec::as_slice)
    }

    /// Returns the countries whose practice an entry describes.
    pub fn practice_of(&self, entry: &EntryId) -> &[CountryCode] {
        self.practices.get(entry).map_or(&[], Vec::as_slice)
    }

    /// Returns the countries that the paper names, certainly or perhaps, or whose practice it
    /// describes, by code.
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

    /// Returns the groupings that the paper names and to which a country belongs on the paper's
    /// date.
    pub fn groupings_of(&self, code: CountryCode) -> impl Iterator<Item = GroupingId> {
        let named = self
            .namings
            .iter()
            .filter_map(|(named, namings)| match named {
                Named::Grouping(id) if namings.iter().any(|one| one.is_certain) => Some(*id),
                Named::Grouping(_) | Named::Country(_) => None,
            });
        named.filter(move |id| id.get().has(code, self.day))
    }

    /// Returns how many paragraphs name a country for certain.
    pub fn count(&self, code: CountryCode) -> usize {
        let namings = self.of(Named::Country(code)).iter();
        namings.filter(|naming| naming.is_certain).count()
    }

    /// Returns all paragraphs on a country.
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
            // The heading and the footnotes come after the text.
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

/// A collector of the paragraphs that name each country and grouping.
struct Collector<'a> {
    briefing: &'a Briefing,
    /// The indices of the paragraphs that refer to each footnote.
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
            let is_footnote = entry.kind() == Kind::Footnote;
            let anchors = is_footnote.then(|| self.anchors.get(entry.id()).cloned());
            let anchors = anchors.flatten();
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

    /// Adds a mention in a footnote to the paragraphs that refer to the footnote.
    fn footnote(&mut self, anchors: &[usize], footnote: usize, mention: &Mention) {
        for anchor in anchors {
            if let Some(naming) = self.naming(mention, *anchor)
                && naming.footnotes.last() != Some(&footnote)
            {
                naming.footnotes.push(footnote);
            }
        }
    }

    /// Returns the record of a mention's country or grouping in a paragraph, to add the mention to;
    /// `None` if the record is certain and the mention is not.
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
