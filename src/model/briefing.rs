//! The briefing: one paper made ready for a session.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use thiserror::Error;

use super::placing::Placing;
use super::{Anchor, CountryCode, EntryId, Kind, Paragraph, Partnership, Placed, Prose};

/// The metadata of the paper, from `[paper]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The title of the session and its paper.
    pub title: String,
    /// The short name of the session, such as `RT 1.1`.
    pub session: String,
    /// The roundtable that the session belongs to.
    pub roundtable: String,
    /// The event that the roundtable belongs to.
    pub event: String,
    /// The day of the session; a grouping has the members that it had on that day.
    pub date: Option<Date>,
    /// Where the session takes place.
    pub place: String,
    /// The language of the paper, as in BCP 47.
    pub language: String,
    /// The countries in the chair.
    pub co_chairs: Vec<CountryCode>,
    /// The countries that prepared the session.
    pub team: Vec<CountryCode>,
    /// Who coordinates the roundtable.
    pub coordinator: String,
    /// Where the paper was published.
    pub source: String,
}

/// The fields that only an example has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Practice {
    /// The kind of partnership.
    pub partnership: Option<Partnership>,
    /// The countries whose practice it is.
    pub countries: Vec<CountryCode>,
    /// The period, in words: `2008–2009`.
    pub period: String,
}

/// An entry before it is part of a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// The id, unique in the briefing.
    pub id: EntryId,
    /// The kind.
    pub kind: Kind,
    /// The term, heading or title; empty where the kind has none.
    pub heading: String,
    /// The place in the paper, such as `§3.3`; may be empty.
    pub at: String,
    /// The partnership, countries and period; empty except for examples.
    pub practice: Practice,
    /// The entries that help answer a question; empty for other kinds.
    pub see: Vec<EntryId>,
    /// The paragraphs, at least one.
    pub prose: Vec<Prose>,
}

/// A citeable unit of a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    id: EntryId,
    kind: Kind,
    heading: String,
    at: String,
    practice: Practice,
    see: Vec<usize>,
    paragraphs: Range<usize>,
}

impl Entry {
    /// Returns the id.
    pub const fn id(&self) -> &EntryId {
        &self.id
    }

    /// Returns the kind.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns the term, heading or title, or else kind and number: `Question 2`.
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// Returns the place in the paper, such as `§3.3`; may be empty.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Returns the partnership, countries and period.
    pub const fn practice(&self) -> &Practice {
        &self.practice
    }

    /// Returns the indices of the entries that help answer a question; empty for other kinds.
    pub fn see(&self) -> &[usize] {
        &self.see
    }

    /// Returns the indices of its paragraphs in [`Briefing::paragraphs`]; never empty.
    pub fn paragraphs(&self) -> Range<usize> {
        self.paragraphs.clone()
    }
}

/// The reason why entries do not form a briefing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BriefingError {
    /// Two entries have the same id.
    #[error("two entries have the id \"{0}\"")]
    DuplicateId(EntryId),
    /// An entry has no paragraph.
    #[error("the entry \"{0}\" has no text")]
    NoText(EntryId),
    /// A `see` names no entry, or a footnote anchor names no footnote.
    #[error("the entry \"{from}\" points to \"{to}\", which is not there")]
    Dangling {
        /// The entry with the reference.
        from: EntryId,
        /// The id that it refers to.
        to: EntryId,
    },
}

/// One paper made ready for a session.
///
/// Entries are sorted by kind, and within a kind as in the file. Paragraphs are numbered through
/// the whole briefing in that order. Every reference resolves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefing {
    paper: Paper,
    aliases: Vec<(String, CountryCode)>,
    entries: Vec<Entry>,
    paragraphs: Vec<Paragraph>,
    by_id: BTreeMap<EntryId, usize>,
    pub(super) placing: Placing,
}

impl Briefing {
    /// Numbers the paragraphs and resolves the references.
    ///
    /// # Errors
    /// Two entries have the same id, an entry has no paragraph, or a reference names no entry.
    pub fn new(
        paper: Paper,
        aliases: Vec<(String, CountryCode)>,
        mut drafts: Vec<NewEntry>,
    ) -> Result<Self, BriefingError> {
        drafts.sort_by_key(|draft| draft.kind);
        let mut by_id = BTreeMap::new();
        for (index, draft) in drafts.iter().enumerate() {
            if by_id.insert(draft.id.clone(), index).is_some() {
                return Err(BriefingError::DuplicateId(draft.id.clone()));
            }
        }
        check_footnotes(&drafts, &by_id)?;
        let mut briefing = Self {
            paper,
            aliases,
            by_id,
            ..Self::default()
        };
        for draft in drafts {
            briefing.push(draft)?;
        }
        Ok(briefing)
    }

    fn push(&mut self, draft: NewEntry) -> Result<(), BriefingError> {
        if draft.prose.is_empty() {
            return Err(BriefingError::NoText(draft.id));
        }
        let of_kind = self.entries.len() - self.of_kind(draft.kind).start + 1;
        let heading = match (draft.kind, draft.heading.is_empty()) {
            (Kind::Footnote, true) => format!("Footnote {}", draft.id),
            (kind, true) => format!("{} {of_kind}", capitalized(kind.singular())),
            (_, false) => draft.heading,
        };
        let see = draft.see.iter().map(|id| {
            let dangling = || BriefingError::Dangling {
                from: draft.id.clone(),
                to: id.clone(),
            };
            self.by_id.get(id).copied().ok_or_else(dangling)
        });
        let see = see.collect::<Result<_, _>>()?;
        let (entry, first) = (self.entries.len(), self.paragraphs.len());
        for prose in draft.prose {
            let number = self.paragraphs.len() + 1;
            self.paragraphs.push(Paragraph {
                number,
                entry,
                prose,
            });
        }
        self.entries.push(Entry {
            id: draft.id,
            kind: draft.kind,
            heading,
            at: draft.at,
            practice: draft.practice,
            see,
            paragraphs: first..self.paragraphs.len(),
        });
        Ok(())
    }

    /// Returns the metadata of the paper.
    pub const fn paper(&self) -> &Paper {
        &self.paper
    }

    /// Returns the country names that this paper uses and no gazetteer has, with their countries.
    pub fn aliases(&self) -> &[(String, CountryCode)] {
        &self.aliases
    }

    /// Returns all entries, by kind.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns all paragraphs; ¶n is at index n − 1.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Returns the index of the entry with this id.
    pub fn index_of(&self, id: &EntryId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Returns the entry that a paragraph belongs to.
    pub fn entry_of(&self, paragraph: usize) -> Option<&Entry> {
        self.entries.get(self.paragraphs.get(paragraph)?.entry)
    }

    /// Resolves an anchor. The result is cached, so that this may be called for every note in every
    /// frame.
    pub fn placed(&self, anchor: &Anchor) -> Placed {
        self.placing.place(anchor, self)
    }

    /// Returns the indices of all entries of a kind.
    pub fn of_kind(&self, kind: Kind) -> Range<usize> {
        let start = self.entries.partition_point(|entry| entry.kind < kind);
        let end = self.entries.partition_point(|entry| entry.kind <= kind);
        start..end
    }
}

fn check_footnotes(
    drafts: &[NewEntry],
    by_id: &BTreeMap<EntryId, usize>,
) -> Result<(), BriefingError> {
    for draft in drafts {
        let anchors = draft.prose.iter().flat_map(|prose| &prose.spans);
        for span in anchors {
            let super::Mark::Footnote(to) = &span.mark else {
                continue;
            };
            let target = by_id.get(to).and_then(|index| drafts.get(*index));
            if target.is_none_or(|target| target.kind != Kind::Footnote) {
                return Err(BriefingError::Dangling {
                    from: draft.id.clone(),
                    to: to.clone(),
                });
            }
        }
    }
    Ok(())
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
