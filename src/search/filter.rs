//! Filters: `in:examples`, `country:ML`, `grouping:ECOWAS`, `partnership:bilateral`.

use crate::gazetteer::{
    Gazetteer, Grouping, GroupingId, Mentions, Named, groupings, nearest, region,
};
use crate::messages::{QueryMistake, Who};
use crate::model::{CountryCode, Kind, NoteKind, Partnership};

use super::inverted_index::{IndexedEntry, InvertedIndex};
use super::note_facts::{NoteFacts, SpeakerIdentity};

/// The texts to search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The paper and the notes.
    #[default]
    All,
    /// The paper only.
    Paper,
    /// The notes only.
    Notes,
}

/// A value of `in:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum InFilter {
    /// All of the paper.
    Paper,
    /// The entries of a kind.
    Kind(Kind),
    /// The notes.
    Notes,
}

/// The countries or groupings that a text has to name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum AboutFilter {
    /// One of these countries.
    Countries(Vec<CountryCode>),
    /// A grouping or one of its members.
    Grouping(GroupingId),
    /// A country in a region of the world, or a grouping whose members are all in that region.
    Region(Vec<CountryCode>),
}

/// The filters of a query, as typed. Several filters with the same key widen each other, except
/// that each `country:` and each `grouping:` narrows; different keys narrow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    places: Vec<InFilter>,
    partnerships: Vec<Partnership>,
    kinds: Vec<NoteKind>,
    countries: Vec<String>,
    groupings: Vec<String>,
    speakers: Vec<String>,
    questions: Vec<usize>,
    /// The mistakes: filters that have a known key and an unknown value.
    mistakes: Vec<QueryMistake>,
}

/// Filters whose names were looked up in the gazetteer of a briefing and among the speakers of its
/// notes.
#[derive(Debug)]
pub(super) struct ResolvedFilters<'a> {
    filters: &'a Filters,
    about: Vec<AboutFilter>,
    speakers: Vec<SpeakerIdentity>,
    /// The mistakes: filters that have a known key and an unknown value.
    pub mistakes: Vec<QueryMistake>,
}

impl Filters {
    /// Adds a filter. Returns `false` if the key is unknown: the text is then an ordinary word.
    pub(super) fn add(&mut self, key: &str, value: &str) -> bool {
        let is_known = match key {
            "in" | "country" | "grouping" | "partnership" | "kind" | "speaker" | "question"
                if value.is_empty() =>
            {
                true
            }
            "in" => push(&mut self.places, place(value)),
            "partnership" => push(&mut self.partnerships, partnership(value)),
            "kind" => push(&mut self.kinds, NoteKind::beginning_with(value)),
            "question" => push(&mut self.questions, question(value)),
            "speaker" => push(&mut self.speakers, Some(value.to_owned())),
            "country" => push(&mut self.countries, Some(value.to_owned())),
            "grouping" => push(&mut self.groupings, Some(value.to_owned())),
            _ => return false,
        };
        if !is_known {
            self.mistakes.push(mistake(key, value));
        }
        true
    }

    /// Limits the search to notes on the guiding question with this number, counted from 1.
    pub(super) fn on_question(&mut self, number: usize) {
        self.questions.push(number);
    }

    /// Looks up the names, and checks question numbers against the number of guiding questions.
    pub(super) fn resolve(
        &self,
        gazetteer: &Gazetteer,
        questions: usize,
        notes: &[NoteFacts],
    ) -> ResolvedFilters<'_> {
        let mut resolved = ResolvedFilters {
            filters: self,
            about: Vec::new(),
            speakers: Vec::new(),
            mistakes: self.mistakes.clone(),
        };
        for name in &self.speakers {
            let speaker = SpeakerIdentity::new(name, gazetteer.identify(name));
            let mut spoken = notes.iter().filter_map(|note| note.speaker.as_ref());
            if speaker.named.is_empty() && !spoken.any(|one| one.is_same_as(&speaker)) {
                resolved.mistakes.push(mistake("speaker", name));
            }
            resolved.speakers.push(speaker);
        }
        let beyond = self.questions.iter();
        let beyond = beyond.filter(|number| !(1..=questions).contains(*number));
        let beyond = beyond.map(|number| QueryMistake::QuestionBeyond {
            number: *number,
            last: questions,
        });
        resolved.mistakes.extend(beyond);
        let countries = self.countries.iter();
        let countries = countries.map(|value| ("country", value, country(value, gazetteer)));
        let groupings = self.groupings.iter();
        let groupings = groupings.map(|value| ("grouping", value, grouping(value, gazetteer)));
        for (key, value, about) in countries.chain(groupings) {
            match about {
                Some(about) => resolved.about.push(about),
                None => resolved.mistakes.push(mistake(key, value)),
            }
        }
        resolved
    }

    /// Returns whether there are no filters.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn allows_place(&self, kind: Option<Kind>) -> bool {
        let holds = |place: &InFilter| match place {
            InFilter::Paper => kind.is_some(),
            InFilter::Notes => kind.is_none(),
            InFilter::Kind(wanted) => kind == Some(*wanted),
        };
        self.places.is_empty() || self.places.iter().any(holds)
    }

    /// Returns whether a filter asks for something that only notes have.
    const fn is_of_notes(&self) -> bool {
        !(self.kinds.is_empty() && self.speakers.is_empty() && self.questions.is_empty())
    }

    fn allows_note(&self, note: &NoteFacts) -> bool {
        let is_kind = self.kinds.is_empty() || self.kinds.contains(&note.kind);
        let on = |number: &usize| note.question == Some(*number);
        let is_on = self.questions.is_empty() || self.questions.iter().any(on);
        is_kind && is_on
    }

    fn allows_partnership(&self, entry: &IndexedEntry) -> bool {
        let mut wanted = self.partnerships.iter();
        self.partnerships.is_empty() || wanted.any(|one| entry.partnership == Some(*one))
    }
}

impl ResolvedFilters<'_> {
    /// Returns whether a filter asks for countries or groupings.
    pub(super) const fn asks_for_names(&self) -> bool {
        !self.about.is_empty()
    }

    /// Returns, for each text of the paper, whether it may be a hit; `None` if all may. A search
    /// for a country includes all texts of its examples, or only the first text of each if
    /// `first_only`.
    pub(super) fn in_paper(
        &self,
        scope: Scope,
        segment: &InvertedIndex,
        mentions: &Mentions,
        first_only: bool,
    ) -> Option<Vec<bool>> {
        if scope != Scope::Notes && self.filters.is_empty() {
            return None;
        }
        let may = scope != Scope::Notes && self.mistakes.is_empty() && !self.filters.is_of_notes();
        let mut allowed: Vec<bool> = vec![may; segment.texts.len()];
        for entry in &segment.entries {
            let fits =
                self.filters.allows_place(entry.kind) && self.filters.allows_partnership(entry);
            for at in entry.texts.clone() {
                keep_if(&mut allowed, at as usize, fits);
            }
        }
        for one in &self.about {
            let mut about = vec![false; allowed.len()];
            for named in one.named(mentions) {
                mark(named, segment, mentions, &mut about, first_only);
            }
            for (allowed, about) in allowed.iter_mut().zip(about) {
                *allowed &= about;
            }
        }
        Some(allowed)
    }

    /// Returns, for each note, whether it may be a hit; `None` if all may.
    pub(super) fn in_notes(
        &self,
        scope: Scope,
        notes: &[NoteFacts],
        mentions: &Mentions,
    ) -> Option<Vec<bool>> {
        if scope != Scope::Paper && self.filters.is_empty() {
            return None;
        }
        let may = scope != Scope::Paper && self.mistakes.is_empty();
        let fits = may && self.filters.allows_place(None) && self.filters.partnerships.is_empty();
        let asked: Vec<_> = self.about.iter().map(|one| one.named(mentions)).collect();
        let is_said = |note: &NoteFacts| {
            let speaker = note.speaker.as_ref();
            let mut wanted = self.speakers.iter();
            self.speakers.is_empty()
                || speaker.is_some_and(|speaker| wanted.any(|one| one.is_same_as(speaker)))
        };
        let allowed = notes.iter().map(|note| {
            let is_one_of = |named: &Vec<Named>| note.about.iter().any(|one| named.contains(one));
            fits && asked.iter().all(is_one_of) && self.filters.allows_note(note) && is_said(note)
        });
        Some(allowed.collect())
    }

    /// Returns the countries and groupings that the filters ask for.
    pub(super) fn named(&self, mentions: &Mentions) -> Vec<Named> {
        let asked = self.about.iter();
        asked.flat_map(|one| one.named(mentions)).collect()
    }
}

impl AboutFilter {
    /// Returns the countries and groupings of which a text has to name at least one.
    fn named(&self, mentions: &Mentions) -> Vec<Named> {
        let countries = |codes: &[CountryCode]| -> Vec<Named> {
            codes.iter().copied().map(Named::Country).collect()
        };
        match self {
            Self::Countries(codes) => countries(codes),
            Self::Grouping(id) => {
                let mut named = countries(&id.get().members(mentions.day()));
                named.push(Named::Grouping(*id));
                named
            }
            Self::Region(codes) => {
                let mut named = countries(codes);
                let lies_inside = |grouping: &Grouping| {
                    let members = grouping.members(mentions.day());
                    !members.is_empty() && members.iter().all(|code| codes.contains(code))
                };
                let inside = groupings().filter(|(_, grouping)| lies_inside(grouping));
                named.extend(inside.map(|(id, _)| Named::Grouping(id)));
                named
            }
        }
    }
}

/// Marks the texts that certainly name a country or grouping, and the texts of the country's
/// examples: all of them, or only the first of each.
fn mark(
    named: Named,
    segment: &InvertedIndex,
    mentions: &Mentions,
    about: &mut [bool],
    first_only: bool,
) {
    let certain = mentions.of(named).iter().filter(|naming| naming.is_certain);
    let texts = certain.flat_map(|naming| {
        let footnotes = naming.footnotes.iter().copied();
        footnotes.chain([naming.paragraph])
    });
    let examples = match named {
        Named::Country(code) => mentions.examples_of(code),
        Named::Grouping(_) => &[],
    };
    let entries = examples
        .iter()
        .filter_map(|entry| segment.entries.get(*entry));
    let most = if first_only { 1 } else { usize::MAX };
    let texts_under = entries.flat_map(|entry| entry.texts.clone().take(most));
    for at in texts.chain(texts_under.map(|at| at as usize)) {
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

/// Reads the value of `in:`: a kind in the singular or plural, the paper or the notes.
fn place(name: &str) -> Option<InFilter> {
    let name = name.to_lowercase();
    let named = |kind: &Kind| name == kind.singular() || name == kind.table();
    match name.as_str() {
        "paper" => Some(InFilter::Paper),
        "note" | "notes" => Some(InFilter::Notes),
        _ => Kind::ALL.into_iter().find(named).map(InFilter::Kind),
    }
}

/// Reads the value of `country:`: a code, or a name in any language.
fn country(name: &str, gazetteer: &Gazetteer) -> Option<AboutFilter> {
    let codes = gazetteer.countries(name);
    (!codes.is_empty()).then_some(AboutFilter::Countries(codes))
}

/// Reads the value of `grouping:`: a grouping, or a region of the world.
fn grouping(name: &str, gazetteer: &Gazetteer) -> Option<AboutFilter> {
    let named = gazetteer.identify(name);
    let grouping = named.into_iter().find_map(|named| match named {
        Named::Grouping(id) => Some(AboutFilter::Grouping(id)),
        Named::Country(_) => None,
    });
    grouping.or_else(|| {
        let codes = region(name);
        (!codes.is_empty()).then_some(AboutFilter::Region(codes))
    })
}

/// Reads the value of `question:`: `2` or `q2`.
fn question(name: &str) -> Option<usize> {
    name.strip_prefix(['q', 'Q']).unwrap_or(name).parse().ok()
}

/// Reads the value of `partnership:`: a name, or the beginning of exactly one name.
fn partnership(name: &str) -> Option<Partnership> {
    let name = name.to_lowercase();
    if let Some(whole) = Partnership::from_name(&name) {
        return Some(whole);
    }
    let begins = |one: &Partnership| !name.is_empty() && one.name().starts_with(&name);
    let mut all = Partnership::ALL.into_iter().filter(begins);
    all.next().filter(|_| all.next().is_none())
}

/// Explains a filter with a known key and an unknown value.
fn mistake(key: &str, value: &str) -> QueryMistake {
    let none_of = |names: Vec<&'static str>| QueryMistake::NoneOf {
        key: key.to_owned(),
        value: value.to_owned(),
        names,
    };
    let (key, value) = (key.to_owned(), value.to_owned());
    match key.as_str() {
        "in" => {
            let kinds = Kind::ALL.into_iter().map(Kind::table);
            none_of(kinds.chain(["notes", "paper"]).collect())
        }
        "partnership" => none_of(Partnership::ALL.map(Partnership::name).to_vec()),
        "kind" => none_of(NoteKind::ALL.map(NoteKind::name).to_vec()),
        "question" => QueryMistake::NoNumber { value },
        "grouping" => QueryMistake::UnknownGrouping { value },
        name => match nearest(&value) {
            Some((code, country)) => QueryMistake::SimilarName {
                key,
                value,
                nearest: Who::country(code, country),
            },
            None if name == "speaker" => QueryMistake::UnknownSpeaker { value },
            None => QueryMistake::NoCountry { value },
        },
    }
}
