//! Which paragraphs and notes hold all words of a query.

use std::sync::Arc;

use crate::model::{Briefing, NoteId, Notes};
use crate::text::words;

use super::query::{Fit, fit};
use super::{Found, Hit, Lit, Query, Scope, Target};

struct Row {
    target: Target,
    words: Vec<String>,
    lent: Vec<String>,
    first: bool,
}

/// The words of a briefing and its notes; cheap to clone.
#[derive(Clone, Default)]
pub struct Index {
    paper: Arc<Vec<Row>>,
    notes: Arc<Vec<Row>>,
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

impl Index {
    /// Indexes a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        let rows = briefing.entries().iter().flat_map(|entry| {
            entry.paragraphs().filter_map(move |at| {
                let text = briefing.paragraphs().get(at)?.text();
                Some(Row {
                    target: Target::Paragraph(at),
                    words: folded(text),
                    lent: folded(entry.heading()),
                    first: at == entry.paragraphs().start,
                })
            })
        });
        Self {
            paper: Arc::new(rows.collect()),
            notes: Arc::default(),
        }
    }

    /// The same paper with these notes in place of those before.
    #[must_use]
    pub fn with_notes(&self, notes: &Notes) -> Self {
        let row = |id: &NoteId, text| Row {
            target: Target::Note(id.clone()),
            words: folded(text),
            lent: Vec::new(),
            first: false,
        };
        let rows = notes.iter().map(|(_, note)| row(&note.id, &note.text));
        Self {
            paper: Arc::clone(&self.paper),
            notes: Arc::new(rows.collect()),
        }
    }

    /// The best hits, at most so many.
    pub fn find(&self, query: &Query, most: usize) -> Found {
        if query.is_empty() {
            return Found::default();
        }
        let paper = self.paper.iter().filter(|_| query.scope != Scope::Notes);
        let notes = self.notes.iter().filter(|_| query.scope != Scope::Paper);
        let mut rated: Vec<_> = paper
            .chain(notes)
            .filter_map(|row| Some((row.rate(query)?, row)))
            .collect();
        rated.sort_by(|(a, _), (b, _)| b.cmp(a));
        let total = rated.len();
        let hits = rated.into_iter().take(most).map(|(_, row)| Hit {
            target: row.target.clone(),
            score: 1.0,
            missing: Vec::new(),
        });
        Found {
            hits: hits.collect(),
            total,
            lit: Lit {
                words: query.words().to_vec(),
            },
            did_you_mean: Vec::new(),
        }
    }
}

impl Row {
    fn rate(&self, query: &Query) -> Option<Fit> {
        let best = |words: &[String], wanted: &str| {
            words.iter().filter_map(|found| fit(wanted, found)).max()
        };
        let mut own = self.first;
        let fits = query.words().iter().map(|wanted| {
            let here = best(&self.words, wanted);
            own |= here.is_some();
            here.max(best(&self.lent, wanted))
        });
        let fits = fits.collect::<Option<Vec<Fit>>>()?;
        let worst = fits.into_iter().min();
        worst.filter(|_| own)
    }
}
