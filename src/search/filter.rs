//! Where to look: `in:examples`, `country:ML`, `grouping:ECOWAS`, `partnership:bilateral`.
//!
//! Several of one key widen each other, several keys narrow each other.

use crate::gazetteer::{GroupingId, Mentions, Named, region};
use crate::model::{CountryCode, Kind, Partnership};

use super::query::Scope;
use super::segment::{Segment, Top};

/// A kind of thing that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Everything in the paper.
    Paper,
    /// Entries of a kind.
    Kind(Kind),
    /// The notes.
    Notes,
}

/// What a text has to do with countries.
#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    /// It is about one of these.
    Countries(Vec<CountryCode>),
    /// It is about a grouping or one of its members.
    Grouping(GroupingId),
}

/// Where to look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    places: Vec<Place>,
    countries: Vec<About>,
    groupings: Vec<About>,
    partnerships: Vec<Partnership>,
}

impl Filters {
    /// Takes a filter in; `false` where key or value are none.
    pub(super) fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "in" => push(&mut self.places, place(value)),
            "country" => push(&mut self.countries, country(value)),
            "grouping" => push(&mut self.groupings, grouping(value)),
            "partnership" => push(&mut self.partnerships, partnership(value)),
            _ => false,
        }
    }

    /// Whether everything may be a hit.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Which texts of the paper may be hits; `None` where all may.
    pub(super) fn in_paper(
        &self,
        scope: Scope,
        segment: &Segment,
        mentions: &Mentions,
    ) -> Option<Vec<bool>> {
        if scope != Scope::Notes && self.is_empty() {
            return None;
        }
        let mut allowed: Vec<bool> = vec![scope != Scope::Notes; segment.texts.len()];
        for top in &segment.tops {
            let in_place = self.allows_place(top.kind);
            let fits = in_place && self.allows_partnership(top);
            for at in top.texts.clone() {
                keep_if(&mut allowed, at as usize, fits);
            }
        }
        for any_of in [&self.countries, &self.groupings] {
            if any_of.is_empty() {
                continue;
            }
            let mut about = vec![false; allowed.len()];
            for named in any_of.iter().flat_map(|one| one.named(mentions)) {
                mark(named, segment, mentions, &mut about);
            }
            for (allowed, about) in allowed.iter_mut().zip(about) {
                *allowed &= about;
            }
        }
        Some(allowed)
    }

    /// Which notes may be hits, given what each is about; `None` where all may.
    pub(super) fn in_notes(
        &self,
        scope: Scope,
        about: &[Vec<Named>],
        mentions: &Mentions,
    ) -> Option<Vec<bool>> {
        if scope != Scope::Paper && self.is_empty() {
            return None;
        }
        let in_place = scope != Scope::Paper && self.allows_place(None);
        let fits = in_place && self.partnerships.is_empty();
        let all = [&self.countries, &self.groupings].map(|any_of| {
            let named = any_of.iter().flat_map(|one| one.named(mentions));
            named.collect::<Vec<_>>()
        });
        let asked = [&self.countries, &self.groupings].map(|any_of| !any_of.is_empty());
        let allowed = about.iter().map(|about| {
            let is_one_of = |named: &Vec<Named>| about.iter().any(|one| named.contains(one));
            let mut both = all.iter().zip(asked);
            fits && both.all(|(named, asked)| !asked || is_one_of(named))
        });
        Some(allowed.collect())
    }

    /// The countries and groupings that it asks for.
    pub(super) fn named(&self, mentions: &Mentions) -> Vec<Named> {
        let asked = self.countries.iter().chain(&self.groupings);
        asked.flat_map(|one| one.named(mentions)).collect()
    }

    fn allows_place(&self, kind: Option<Kind>) -> bool {
        let holds = |place: &Place| match place {
            Place::Paper => kind.is_some(),
            Place::Notes => kind.is_none(),
            Place::Kind(wanted) => kind == Some(*wanted),
        };
        self.places.is_empty() || self.places.iter().any(holds)
    }

    fn allows_partnership(&self, top: &Top) -> bool {
        let mut wanted = self.partnerships.iter();
        self.partnerships.is_empty() || wanted.any(|one| top.partnership == Some(*one))
    }
}

impl About {
    /// All that a text may name to be about it.
    fn named(&self, mentions: &Mentions) -> Vec<Named> {
        match self {
            Self::Countries(codes) => codes.iter().copied().map(Named::Country).collect(),
            Self::Grouping(id) => {
                let members = id.get().members(mentions.day()).into_iter();
                let members = members.map(Named::Country);
                members.chain([Named::Grouping(*id)]).collect()
            }
        }
    }
}

/// Marks the texts that name somebody, and the examples that are theirs.
fn mark(named: Named, segment: &Segment, mentions: &Mentions, about: &mut [bool]) {
    let certain = mentions.of(named).iter().filter(|naming| naming.is_certain);
    let texts = certain.map(|naming| naming.paragraph);
    let examples = match named {
        Named::Country(code) => mentions.examples_of(code),
        Named::Grouping(_) => &[],
    };
    let tops = examples.iter().filter_map(|entry| segment.tops.get(*entry));
    let under = tops.flat_map(|top| top.texts.clone()).map(|at| at as usize);
    for at in texts.chain(under) {
        if let Some(about) = about.get_mut(at) {
            *about = true;
        }
    }
}

fn keep_if(allowed: &mut [bool], at: usize, fits: bool) {
    if let Some(allowed) = allowed.get_mut(at) {
        *allowed &= fits;
    }
}

fn push<T>(all: &mut Vec<T>, one: Option<T>) -> bool {
    let is_one = one.is_some();
    all.extend(one);
    is_one
}

/// What `in:` may name: a kind in singular or plural, the paper, the notes.
fn place(name: &str) -> Option<Place> {
    let name = name.to_lowercase();
    let named = |kind: &Kind| name == kind.singular() || name == kind.table();
    match name.as_str() {
        "paper" => Some(Place::Paper),
        "note" | "notes" => Some(Place::Notes),
        _ => Kind::ALL.into_iter().find(named).map(Place::Kind),
    }
}

/// What `country:` may name: a code, or a country in any language.
fn country(name: &str) -> Option<About> {
    let codes = Mentions::default().gazetteer().countries(name);
    (!codes.is_empty()).then_some(About::Countries(codes))
}

/// What `grouping:` may name: a grouping, or a region of the world.
fn grouping(name: &str) -> Option<About> {
    let named = Mentions::default().gazetteer().identify(name);
    let grouping = named.into_iter().find_map(|named| match named {
        Named::Grouping(id) => Some(About::Grouping(id)),
        Named::Country(_) => None,
    });
    grouping.or_else(|| {
        let codes = region(name);
        (!codes.is_empty()).then_some(About::Countries(codes))
    })
}

/// What `partnership:` may name: a kind of partnership, or the only one that begins so.
fn partnership(name: &str) -> Option<Partnership> {
    let name = name.to_lowercase();
    if let Some(whole) = Partnership::from_name(&name) {
        return Some(whole);
    }
    let begins = |one: &Partnership| !name.is_empty() && one.name().starts_with(&name);
    let mut all = Partnership::ALL.into_iter().filter(begins);
    all.next().filter(|_| all.next().is_none())
}
