//! Which paragraphs, headings and notes hold all words of a query.

use std::collections::BTreeSet;

use crate::model::{Briefing, NoteId, Notes};
use crate::text::words;

use super::Query;
use super::query::{Fit, fit};

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of the entry of that index.
    Heading(usize),
    /// The paragraph of that index.
    Paragraph(usize),
    /// A note.
    Note(NoteId),
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub target: Target,
}

struct Row {
    target: Target,
    words: Vec<String>,
    /// The row of the heading that stands over this one: its words count here as well.
    heading: Option<usize>,
}

/// The words of a briefing and its notes.
#[derive(Default)]
pub struct Index {
    paper: Vec<Row>,
    notes: Vec<Row>,
    /// The first paragraph of each entry.
    first: Vec<usize>,
}

impl Index {
    /// Indexes a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        let mut paper = Vec::new();
        for (index, entry) in briefing.entries().iter().enumerate() {
            let heading = paper.len();
            paper.push(Row::new(Target::Heading(index), entry.heading(), None));
            paper.extend(entry.paragraphs().filter_map(|at| {
                let text = briefing.paragraphs().get(at)?.text();
                Some(Row::new(Target::Paragraph(at), text, Some(heading)))
            }));
        }
        let first = briefing
            .entries()
            .iter()
            .map(|entry| entry.paragraphs().start);
        Self {
            paper,
            notes: Vec::new(),
            first: first.collect(),
        }
    }

    /// Indexes the notes anew.
    pub fn set_notes(&mut self, notes: &Notes) {
        let row = |id: &NoteId, text| Row::new(Target::Note(id.clone()), text, None);
        self.notes = notes
            .iter()
            .map(|(_, note)| row(&note.id, &note.text))
            .collect();
    }

    /// Everything that holds all words of the query: whole words before prefixes before parts, and
    /// alike in reading order, the notes last.
    pub fn find(&self, query: &Query) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let rows = self.paper.iter().chain(&self.notes);
        let mut rated: Vec<_> = rows
            .filter_map(|row| Some((self.rate(row, query)?, row)))
            .collect();
        rated.sort_by(|(a, _), (b, _)| b.cmp(a));
        let hits = rated.into_iter().map(|(_, row)| Hit {
            target: row.target.clone(),
        });
        self.without_doubles(hits.collect())
    }

    /// A heading stands for its first paragraph; where that is a hit itself, one is enough.
    fn without_doubles(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let mut paragraphs = BTreeSet::new();
        let first = |entry: usize| self.first.get(entry).copied();
        let shows = |hit: &Hit| match hit.target {
            Target::Heading(entry) => first(entry),
            Target::Paragraph(paragraph) => Some(paragraph),
            Target::Note(_) => None,
        };
        hits.into_iter()
            .filter(|hit| shows(hit).is_none_or(|at| paragraphs.insert(at)))
            .collect()
    }

    /// The fit of the worst word and the sum of all; `None` where a word is missing, or where the
    /// heading alone answers (it is a hit of its own).
    fn rate(&self, row: &Row, query: &Query) -> Option<(Fit, usize)> {
        let heading = row.heading.and_then(|index| self.paper.get(index));
        let mut own = false;
        let fits = query.words().iter().map(|wanted| {
            let here = row.best(wanted);
            own |= here.is_some();
            here.max(heading.and_then(|heading| heading.best(wanted)))
        });
        let fits = fits.collect::<Option<Vec<Fit>>>()?;
        let worst = *fits.iter().min()?;
        own.then(|| (worst, fits.iter().map(|fit| *fit as usize).sum()))
    }
}

impl Row {
    fn new(target: Target, text: &str, heading: Option<usize>) -> Self {
        let mut words: Vec<_> = words(text).into_iter().map(|word| word.folded).collect();
        words.sort_unstable();
        words.dedup();
        Self {
            target,
            words,
            heading,
        }
    }

    fn best(&self, wanted: &str) -> Option<Fit> {
        self.words
            .iter()
            .filter_map(|found| fit(wanted, found))
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntryId, Kind, NewEntry, Paper, Practice, Prose};

    fn briefing(entries: &[(&str, &[&str])]) -> Briefing {
        let prose = |text: &&str| Prose {
            text: (*text).to_owned(),
            spans: Vec::new(),
        };
        let entries = entries
            .iter()
            .enumerate()
            .map(|(nth, (heading, texts))| NewEntry {
                id: EntryId::new(&format!("e{nth}")).unwrap(),
                kind: Kind::Context,
                heading: (*heading).to_owned(),
                at: String::new(),
                practice: Practice::default(),
                see: Vec::new(),
                prose: texts.iter().map(prose).collect(),
            });
        Briefing::new(Paper::default(), Vec::new(), entries.collect()).unwrap()
    }

    fn found(briefing: &Briefing, typed: &str) -> Vec<Target> {
        let hits = Index::new(briefing).find(&Query::new(typed));
        hits.into_iter().map(|hit| hit.target).collect()
    }

    #[test]
    fn whole_words_come_before_prefixes_before_parts() {
        let briefing = briefing(&[("One", &["Somalia", "Malian workers", "to Mali"])]);
        let [part, prefix, whole] = [0, 1, 2].map(Target::Paragraph);
        assert_eq!(found(&briefing, "mali"), [whole, prefix, part]);
    }

    #[test]
    fn all_words_must_occur_and_a_heading_lends_its_own() {
        let briefing = briefing(&[
            ("Brazil", &["a law", "41,816 people"]),
            ("Peru", &["a law"]),
        ]);
        assert_eq!(found(&briefing, "law brazil"), [Target::Paragraph(0)]);
        assert_eq!(found(&briefing, "BRAZIL 41816"), [Target::Paragraph(1)]);
        assert_eq!(found(&briefing, "brazil"), [Target::Heading(0)]);
        assert_eq!(found(&briefing, "law chile"), []);
    }

    #[test]
    fn letters_in_order_find_nothing_in_prose() {
        let briefing = briefing(&[("One", &["migration and labour in the region"])]);
        assert_eq!(found(&briefing, "mali"), []);
    }
}
