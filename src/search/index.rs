//! The index of a briefing and its notes.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use crate::gazetteer::{Mention, Mentions, Named, name};
use crate::model::{
    Briefing, CountryCode, Entry, EntryId, Kind, Note, NoteId, Notes, Paragraph, Speaker,
};

use super::filter::ResolvedFilters;
use super::highlight::Highlights;
use super::inverted_index::{InvertedIndex, SourceEntry};
use super::note_facts::{NoteFacts, SpeakerIdentity};
use super::plan::QueryPlan;
use super::query::Query;
use super::rank::rank;
use super::results::{Found, Hit, Target};
use super::score::TextScore;
use super::suggest::suggest;

/// The number of results up to which hits that lack some words are added for a sentence.
const FILL_UP_TO: usize = 10;
/// The fewest words that count as a sentence: in a shorter query, every word matters.
const SENTENCE: usize = 3;

/// The index of a briefing and its notes, in two segments; cheap to clone.
#[derive(Clone, Default)]
pub struct Index {
    paper: Arc<InvertedIndex>,
    mentions: Arc<Mentions>,
    /// The ids of the guiding questions, in order.
    questions: Arc<[EntryId]>,
    notes: Arc<IndexedNotes>,
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

/// The notes, indexed.
#[derive(Default)]
struct IndexedNotes {
    segment: InvertedIndex,
    ids: Vec<NoteId>,
    /// The facts that filters check, for each note.
    facts: Vec<NoteFacts>,
}

/// A text's segment (0 paper, 1 notes) and its score.
type Candidate = (usize, TextScore);

impl Index {
    /// Indexes a briefing.
    pub fn new(briefing: &Briefing) -> Self {
        let (mentions, by_place) = Mentions::read(briefing);
        let headings = briefing.entries().iter().zip(&by_place.headings);
        let sources = headings.map(|(entry, named)| {
            let at = entry.paragraphs();
            let texts = briefing.paragraphs().get(at.clone()).unwrap_or_default();
            let named_in = by_place.paragraphs.get(at).unwrap_or_default();
            let texts = texts.iter().map(Paragraph::text);
            SourceEntry {
                heading: (entry.heading(), named),
                kind: Some(entry.kind()),
                partnership: entry.practice().partnership,
                texts: texts.zip(named_in.iter().map(Vec::as_slice)).collect(),
            }
        });
        let questions = briefing.entries().get(briefing.of_kind(Kind::Question));
        let questions = questions.unwrap_or_default().iter();
        Self {
            paper: Arc::new(InvertedIndex::new(sources)),
            mentions: Arc::new(mentions),
            questions: questions.map(|entry| entry.id().clone()).collect(),
            notes: Arc::default(),
        }
    }

    /// Returns the countries and groupings that the paper names.
    pub fn mentions(&self) -> &Mentions {
        &self.mentions
    }

    /// Returns an index of the same paper and other notes; the briefing says which entries they are
    /// about.
    #[must_use]
    pub fn with_notes(&self, notes: &Notes, briefing: &Briefing) -> Self {
        let gazetteer = self.mentions.gazetteer();
        let named = notes.iter().map(|(_, note)| gazetteer.mentions(&note.text));
        let named: Vec<_> = named.collect();
        let all = || notes.iter().map(|(_, note)| note).zip(&named);
        let sources = all().map(|(note, named)| SourceEntry {
            heading: ("", &[]),
            kind: None,
            partnership: None,
            texts: vec![(note.text.as_str(), named.as_slice())],
        });
        let facts = all().map(|(note, named)| self.facts(note, named, briefing));
        let notebook = IndexedNotes {
            segment: InvertedIndex::new(sources),
            ids: all().map(|(note, _)| note.id.clone()).collect(),
            facts: facts.collect(),
        };
        Self {
            paper: Arc::clone(&self.paper),
            mentions: Arc::clone(&self.mentions),
            questions: Arc::clone(&self.questions),
            notes: Arc::new(notebook),
        }
    }

    /// Finds the best hits, at most `most`.
    ///
    /// Hits with all words come first, then hits that match a word only by a guess, then hits that
    /// lack a word. Unless the query is a whole sentence, only the best of these three groups is
    /// returned.
    pub fn find(&self, query: &Query, most: usize) -> Found {
        if query.is_empty() {
            return Found::default();
        }
        let query = &query.on_questions(self.questions.len());
        let filters = self.resolve(query);
        if !filters.mistakes.is_empty() {
            return Found {
                mistakes: filters.mistakes,
                ..Found::default()
            };
        }
        if !query.asks_for_words() {
            return self.list(query, &filters, most);
        }
        let allowed = self.allowed(query, &filters);
        // Guesses are costly and only shown if there is nothing better, so they come second.
        let (mut scored, mut plan, mut certain) = self.score(query, &allowed, most, false);
        if !scored.iter().any(|(_, score)| score.is_whole()) {
            (scored, plan, certain) = self.score(query, &allowed, most, true);
        }
        let (all, hits) = choose(scored, &plan, most);
        if hits.is_empty() {
            return Found {
                did_you_mean: suggest(query, &self.segments(), |other| self.holds(other)),
                ..Found::default()
            };
        }
        let guesses = hits.iter().any(|(_, score)| score.guesses > 0);
        let lit = Highlights::new(&plan, &self.segments(), self.mentions.gazetteer(), guesses);
        let hits = hits.iter().filter_map(|scored| self.hit(scored, &plan));
        Found {
            hits: hits.collect(),
            total: all.max(certain),
            lit,
            ..Found::default()
        }
    }

    fn facts(&self, note: &Note, mentions: &[Mention], briefing: &Briefing) -> NoteFacts {
        let question = note.question.as_ref();
        let at = question.and_then(|id| self.questions.iter().position(|one| one == id));
        let speaker = note.speaker.as_ref().map(|speaker| self.speaker(speaker));
        let anchor = note.anchor.as_ref();
        let entry = anchor.and_then(|anchor| anchor.entry_in(briefing));
        NoteFacts {
            about: self.about(entry, speaker.as_ref(), mentions),
            kind: note.kind,
            speaker,
            question: at.map(|at| at + 1),
        }
    }

    fn speaker(&self, Speaker(speaker): &Speaker) -> SpeakerIdentity {
        let named = match CountryCode::new(speaker) {
            // AU is Australia, as in a briefing, not the African Union.
            Some(code) if name(code).is_some() => vec![Named::Country(code)],
            _ => self.mentions.gazetteer().identify(speaker),
        };
        SpeakerIdentity::new(speaker, named)
    }

    /// Returns what a note is about: its speaker, what it names, and whose practice it is linked
    /// to.
    fn about(
        &self,
        entry: Option<&Entry>,
        speaker: Option<&SpeakerIdentity>,
        mentions: &[Mention],
    ) -> Vec<Named> {
        let spoke = speaker.into_iter().flat_map(|speaker| &speaker.named);
        let spoke = spoke.copied();
        let certain = mentions.iter().filter(|one| one.is_certain);
        let named = certain.map(|one| one.named);
        let practice = entry.map(|entry| self.mentions.practice_of(entry.id()));
        let practice = practice.into_iter().flatten();
        let practice = practice.copied().map(Named::Country);
        let mut about: Vec<_> = spoke.chain(named).chain(practice).collect();
        about.sort_unstable();
        about.dedup();
        about
    }

    /// Returns the notes that are about a country or grouping, oldest first.
    pub fn notes_about(&self, named: Named) -> impl Iterator<Item = &NoteId> {
        let notes = self.notes.ids.iter().zip(&self.notes.facts);
        notes
            .filter(move |(_, facts)| facts.about.contains(&named))
            .map(|(id, _)| id)
    }

    fn resolve<'q>(&self, query: &'q Query) -> ResolvedFilters<'q> {
        let (filters, _) = query.filters();
        let notes = &self.notes.facts;
        filters.resolve(self.mentions.gazetteer(), self.questions.len(), notes)
    }

    /// Returns, for each segment, which texts may be hits; `None` if all may.
    fn allowed(&self, query: &Query, filters: &ResolvedFilters<'_>) -> [Option<Vec<bool>>; 2] {
        let (_, scope) = query.filters();
        [
            filters.in_paper(scope, &self.paper, &self.mentions, !query.asks_for_words()),
            filters.in_notes(scope, &self.notes.facts, &self.mentions),
        ]
    }

    /// Lists everything that passes the filters, in order: only the first paragraph of each entry,
    /// unless the filters ask for countries or groupings.
    fn list(&self, query: &Query, filters: &ResolvedFilters<'_>, most: usize) -> Found {
        let allowed = self.allowed(query, filters);
        let most_of_one = if filters.asks_for_names() {
            usize::MAX
        } else {
            1
        };
        let mut hits = Vec::new();
        for (nth, (segment, allowed)) in self.segments().iter().zip(&allowed).enumerate() {
            for entry in &segment.entries {
                let is_allowed = |at: &u32| match allowed {
                    Some(allowed) => allowed.get(*at as usize).copied().unwrap_or_default(),
                    None => true,
                };
                let texts = entry.texts.clone().filter(is_allowed).take(most_of_one);
                hits.extend(texts.filter_map(|at| self.target(nth, at as usize)));
            }
        }
        Found {
            total: hits.len(),
            ..self.found(hits.into_iter().take(most), &filters.named(&self.mentions))
        }
    }

    /// Returns targets as results, with the names of countries and groupings highlighted.
    pub fn found(&self, targets: impl Iterator<Item = Target>, named: &[Named]) -> Found {
        let hits = targets.map(|target| Hit {
            target,
            score: 0.0,
            missing: Vec::new(),
        });
        let hits: Vec<_> = hits.collect();
        Found {
            total: hits.len(),
            hits,
            lit: Highlights::of_names(named, self.mentions.gazetteer()),
            ..Found::default()
        }
    }

    fn target(&self, segment: usize, at: usize) -> Option<Target> {
        match segment {
            0 => Some(Target::Paragraph(at)),
            _ => self.notes.ids.get(at).cloned().map(Target::Note),
        }
    }

    /// Returns whether some text contains all words of a query, none of them by a guess.
    fn holds(&self, query: &Query) -> bool {
        let (scored, ..) = self.score(query, &self.allowed(query, &self.resolve(query)), 1, false);
        scored.iter().any(|(_, score)| score.is_whole())
    }

    fn segments(&self) -> [&InvertedIndex; 2] {
        [&self.paper, &self.notes.segment]
    }

    fn score<'q>(
        &self,
        query: &'q Query,
        allowed: &[Option<Vec<bool>>; 2],
        most: usize,
        guesses: bool,
    ) -> (Vec<Candidate>, QueryPlan<'q>, usize) {
        let segments = self.segments();
        let plan = QueryPlan::new(query, self.mentions.gazetteer(), &segments, guesses);
        let (mut scored, mut certain) = (Vec::new(), 0);
        let all = segments.iter().zip(&plan.expansions).zip(allowed);
        for (nth, ((segment, expansions), allowed)) in all.enumerate() {
            // For example ten thousand notes when only the paper is searched.
            if allowed
                .as_ref()
                .is_some_and(|allowed| !allowed.contains(&true))
            {
                continue;
            }
            let ranked = rank(segment, &plan, (expansions, allowed.as_deref()), most);
            certain += ranked.certain;
            scored.extend(ranked.scores.into_iter().map(|score| (nth, score)));
        }
        (scored, plan, certain)
    }

    fn hit(&self, (segment, score): &Candidate, plan: &QueryPlan<'_>) -> Option<Hit> {
        let target = self.target(*segment, score.text as usize)?;
        let words = plan.words.iter().enumerate();
        let missing = words.filter(|(nth, _)| score.missing & (1 << nth) != 0);
        Some(Hit {
            target,
            score: score.score,
            missing: missing.map(|(_, word)| word.wanted.typed.clone()).collect(),
        })
    }
}

/// Returns the number of hits, and the best of them in order.
fn choose(
    mut scored: Vec<Candidate>,
    plan: &QueryPlan<'_>,
    most: usize,
) -> (usize, Vec<Candidate>) {
    let asked = plan.words.iter().filter(|word| word.is_asked()).count();
    scored.retain(|(_, score)| (score.missing.count_ones() as usize) < asked);
    scored.sort_by(better);
    let best = scored
        .first()
        .map_or(MatchTier::WordsMissing, |(_, score)| MatchTier::of(score));
    let as_good = scored.partition_point(|(_, score)| MatchTier::of(score) <= best);
    let filled = if asked >= SENTENCE { FILL_UP_TO } else { 0 };
    scored.truncate(as_good.max(filled));
    // Last, since excluding a word must not bring in hits of a worse group.
    scored.retain(|(_, score)| !score.excluded);
    let all = scored.len();
    scored.truncate(most);
    (all, scored)
}

/// The groups of hits, which are compared before the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum MatchTier {
    /// The text contains all words.
    AllWords,
    /// The text contains all words, some by a guess.
    WithGuesses,
    /// The text lacks words.
    WordsMissing,
}

impl MatchTier {
    const fn of(score: &TextScore) -> Self {
        match score.missing {
            0 if score.is_whole() => Self::AllWords,
            0 => Self::WithGuesses,
            _ => Self::WordsMissing,
        }
    }
}

/// Orders by group and score, then by place: the paper before the notes.
fn better((segment, one): &Candidate, (other_segment, other): &Candidate) -> Ordering {
    let tier = MatchTier::of(one).cmp(&MatchTier::of(other));
    tier.then(other.score.total_cmp(&one.score))
        .then((segment, one.text).cmp(&(other_segment, other.text)))
}

#[cfg(test)]
mod country_tests;
#[cfg(test)]
mod tests;
