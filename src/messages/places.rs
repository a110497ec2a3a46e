//! Places: where notes and search results are.

use jiff::civil::{Time, time};

use super::samples::samples;
use crate::model::{Anchor, Briefing, Kind, NoteKind, Placed};

/// The place that a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceMessage {
    /// A paragraph.
    Paragraph {
        /// Its number, from 1.
        number: usize,
    },
    /// An entry as a whole.
    WholeEntry {
        /// Its heading.
        heading: String,
    },
    /// The paragraph was not found in the briefing.
    NotFound {
        /// The text that was searched for.
        sought: String,
    },
}

impl PlaceMessage {
    /// Returns the place of an anchor.
    pub fn of(anchor: &Anchor, briefing: &Briefing) -> Self {
        match briefing.placed(anchor) {
            Placed::Paragraph(paragraph) => Self::Paragraph {
                number: paragraph + 1,
            },
            Placed::Entry(entry) => {
                let entry = briefing.entries().get(entry);
                Self::WholeEntry {
                    heading: entry.map_or_else(String::new, |entry| entry.heading().to_owned()),
                }
            }
            Placed::NotFound => Self::not_found(anchor),
        }
    }

    /// Returns the place of an anchor that was not found.
    pub fn not_found(anchor: &Anchor) -> Self {
        Self::NotFound {
            sought: anchor.sought(),
        }
    }
}

samples!(PlaceMessage: "the place of a note" {
    Paragraph { number: 41 },
    WholeEntry { heading: "Border and regional migration".to_owned() },
    NotFound { sought: "Sand comes from the coast".to_owned() },
});

/// The place of a search result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitPlace {
    /// A paragraph of the paper.
    Paragraph {
        /// Its number, from 1.
        number: usize,
        /// The kind of its entry.
        kind: Kind,
        /// The place of its entry in the paper; may be empty.
        at: String,
    },
    /// A note.
    Note {
        /// Its number.
        number: usize,
        /// The time of day.
        at: Time,
        /// The place that it is about, if it was found.
        place: Option<PlaceMessage>,
        /// The kind.
        kind: NoteKind,
    },
}

samples!(HitPlace: "the place of a search result" {
    Paragraph { number: 41, kind: Kind::Context, at: "§3.3".to_owned() },
    Note { number: 3, at: time(10, 2, 0, 0), place: None, kind: NoteKind::Note }
        {
            number: 3,
            at: time(10, 2, 0, 0),
            place: Some(PlaceMessage::Paragraph { number: 41 }),
            kind: NoteKind::Proposal,
        },
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EntryId;

    #[test]
    fn a_lost_paragraph_is_named_by_its_quote_on_one_line_and_an_entry_by_its_id() {
        let anchor = |quote: &str| Anchor {
            entry: EntryId::new("wells").unwrap(),
            quote: quote.to_owned(),
        };
        let place = |quote| PlaceMessage::of(&anchor(quote), &Briefing::default());
        let lost = |sought: &str| PlaceMessage::NotFound {
            sought: sought.to_owned(),
        };
        assert_eq!(place("Sand comes\nfrom"), lost("Sand comes from"));
        assert_eq!(place(""), lost("wells"));
    }
}
