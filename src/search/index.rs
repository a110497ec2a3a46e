//! The texts of a briefing and its notes, made ready to be found.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use crate::model::{Briefing, NoteId, Notes, Paragraph};

use super::judge::Verdict;
use super::rank::rank;
use super::segment::{Segment, Source};
use super::suggest::suggest;
use super::weights::Plan;
use super::{Found, Hit, Lit, Query, Target};

/// Where fewer hold all words of a sentence, those that lack some fill up the list.
const FILL_UP_TO: usize = 10;
/// So many words make a sentence: fewer are meant, every one.
const SENTENCE: usize = 3;

/// Everything that can be found in a briefing and its notes; cheap to clone.
#[derive(Clone, Default)]
pub struct Index {
    paper: Arc<Segment>,
    notes: Arc<Notebook>,
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [paper, notes] = self.segments().map(|segment| segment.texts.len());
        f.debug_struct("Index")
            .field("paper", &paper)
            .field("notes", &notes)
            .finish_non_exhaustive()
    }
}

/// The notes, taken apart.
#[derive(Default)]
struct Notebook {
    segment: Segment,
    ids: Vec<NoteId>,
}

/// A verdict and the segment that its text is in.
type Judged = (usize, Verdict);

impl Index {
    /// Indexes a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        let sources = briefing.entries().iter().map(|entry| {
            let paragraphs = briefing.paragraphs().get(entry.paragraphs());
            let texts = paragraphs.unwrap_or_default().iter();
            Source {
                heading: entry.heading(),
                kind: Some(entry.kind()),
                texts: texts.map(Paragraph::text).collect(),
            }
        });
        Self {
            paper: Arc::new(Segment::new(sources)),
            notes: Arc::default(),
        }
    }

    /// The same paper with these notes in place of those before.
    #[must_use]
    pub fn with_notes(&self, notes: &Notes) -> Self {
        let sources = notes.iter().map(|(_, note)| Source {
            heading: "",
            kind: None,
            texts: vec![note.text.as_str()],
        });
        let notebook = Notebook {
            segment: Segment::new(sources),
            ids: notes.iter().map(|(_, note)| note.id.clone()).collect(),
        };
        Self {
            paper: Arc::clone(&self.paper),
            notes: Arc::new(notebook),
        }
    }

    /// The hits that answer best, at most so many.
    ///
    /// Those that hold all words come first, those that hold one of them by a guess behind, and
    /// those that lack some last; what is worse than the best is left out, unless a whole sentence
    /// was typed.
    pub fn find(&self, query: &Query, most: usize) -> Found {
        if query.is_empty() {
            return Found::default();
        }
        // Guesses are costly, and left out where something better answers: looked for only then.
        let (mut judged, mut plan, mut certain) = self.judge(query, most, false);
        if !judged.iter().any(|(_, verdict)| verdict.is_whole()) {
            (judged, plan, certain) = self.judge(query, most, true);
        }
        let (all, hits) = choose(judged, &plan, most);
        if hits.is_empty() {
            return Found {
                did_you_mean: suggest(self, query),
                ..Found::default()
            };
        }
        let guesses = hits.iter().any(|(_, verdict)| verdict.guesses > 0);
        let lit = Lit::new(&plan, &self.segments(), guesses);
        let hits = hits.iter().filter_map(|judged| self.hit(judged, &plan));
        Found {
            hits: hits.collect(),
            total: all.max(certain),
            lit,
            did_you_mean: Vec::new(),
        }
    }

    /// Whether a text holds all words of a query for certain.
    pub(super) fn holds(&self, query: &Query) -> bool {
        let (judged, ..) = self.judge(query, 1, false);
        judged.iter().any(|(_, verdict)| verdict.is_whole())
    }

    pub(super) fn segments(&self) -> [&Segment; 2] {
        [&self.paper, &self.notes.segment]
    }

    fn judge<'q>(
        &self,
        query: &'q Query,
        most: usize,
        guesses: bool,
    ) -> (Vec<Judged>, Plan<'q>, usize) {
        let segments = self.segments();
        let plan = Plan::new(query, &segments, guesses);
        let (mut judged, mut certain) = (Vec::new(), 0);
        for ((nth, segment), expansions) in segments.iter().enumerate().zip(&plan.expansions) {
            let ranked = rank(segment, &plan, expansions, most);
            certain += ranked.certain;
            judged.extend(ranked.verdicts.into_iter().map(|verdict| (nth, verdict)));
        }
        (judged, plan, certain)
    }

    fn hit(&self, (segment, verdict): &Judged, plan: &Plan<'_>) -> Option<Hit> {
        let at = verdict.text as usize;
        let target = match segment {
            0 => Target::Paragraph(at),
            _ => Target::Note(self.notes.ids.get(at)?.clone()),
        };
        let words = plan.words.iter().enumerate();
        let missing = words.filter(|(nth, _)| verdict.missing & (1 << nth) != 0);
        Some(Hit {
            target,
            score: verdict.score,
            missing: missing.map(|(_, word)| word.wanted.typed.clone()).collect(),
        })
    }
}

/// How many hits there are, and the best of them in order.
fn choose(mut judged: Vec<Judged>, plan: &Plan<'_>, most: usize) -> (usize, Vec<Judged>) {
    let asked = plan.words.iter().filter(|word| word.is_asked()).count();
    judged.retain(|(_, verdict)| (verdict.missing.count_ones() as usize) < asked);
    judged.sort_by(better);
    let best = judged
        .first()
        .map_or(Tier::Lacking, |(_, verdict)| Tier::of(verdict));
    let as_good = judged.partition_point(|(_, verdict)| Tier::of(verdict) <= best);
    let filled = if asked >= SENTENCE { FILL_UP_TO } else { 0 };
    judged.truncate(as_good.max(filled));
    // Only now: to leave out a word must never bring in what was worse than the best.
    judged.retain(|(_, verdict)| !verdict.excluded);
    let all = judged.len();
    judged.truncate(most);
    (all, judged)
}

/// What comes before how well a text answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// It holds all words.
    Whole,
    /// It holds all words, some of them by a guess.
    Guessed,
    /// It lacks words.
    Lacking,
}

impl Tier {
    const fn of(verdict: &Verdict) -> Self {
        match verdict.missing {
            0 if verdict.is_whole() => Self::Whole,
            0 => Self::Guessed,
            _ => Self::Lacking,
        }
    }
}

/// The better first; alike, in the order of the paper, and the notes last.
fn better((segment, one): &Judged, (other_segment, other): &Judged) -> Ordering {
    let tier = Tier::of(one).cmp(&Tier::of(other));
    tier.then(other.score.total_cmp(&one.score))
        .then((segment, one.text).cmp(&(other_segment, other.text)))
}

#[cfg(test)]
mod tests;
