//! Ranks short labels, such as those of the contents list and the palette, by letters in order.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::{fold, graphemes};

/// A label that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelHit {
    /// The index of the label in the list.
    pub index: usize,
    /// The byte offsets of the graphemes that match, in order.
    pub lit: Vec<usize>,
}

/// The most labels that are rated, since rating costs far more than the first check. Nobody scrolls
/// further.
const MOST_RATED: usize = 500;

/// Ranks the labels that contain the letters of each typed word in order, best first; equally good
/// labels stay in the order of the list. Returns all of them if nothing was typed, else at most
/// 500.
pub fn rank_labels<'a>(typed: &str, labels: impl Iterator<Item = &'a str>) -> Vec<LabelHit> {
    let wanted: Vec<String> = typed.split_whitespace().map(fold).collect();
    let labels: Vec<&str> = labels.collect();
    if wanted.is_empty() {
        let all = 0..labels.len();
        return all
            .map(|index| LabelHit {
                index,
                lit: Vec::new(),
            })
            .collect();
    }
    let matcher = SkimMatcherV2::default().respect_case();
    let rated = worth_rating(&labels, &wanted)
        .into_iter()
        .filter_map(|index| {
            let (score, lit) = rate(&matcher, labels.get(index)?, &wanted)?;
            Some((score, LabelHit { index, lit }))
        });
    let mut rated: Vec<_> = rated.collect();
    rated.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    rated.into_iter().map(|(_, hit)| hit).collect()
}

/// Returns the indexes of the labels that contain all words, preferring those where a word comes
/// early. If there are none, returns the labels that contain the letters in order, which would be
/// noise beside whole words.
fn worth_rating(labels: &[&str], wanted: &[String]) -> Vec<usize> {
    let (mut whole, mut scattered) = (Vec::new(), Vec::new());
    for (index, label) in labels.iter().enumerate() {
        let folded = fold(label);
        let places = wanted.iter().map(|word| folded.find(word.as_str()));
        match places.collect::<Option<Vec<usize>>>() {
            Some(places) => whole.push((places.into_iter().min(), index)),
            None if whole.is_empty() && wanted.iter().all(|word| in_order(word, &folded)) => {
                scattered.push(index);
            }
            None => (),
        }
    }
    whole.sort_unstable();
    let mut best: Vec<usize> = whole.into_iter().map(|(_, index)| index).collect();
    if best.is_empty() {
        best = scattered;
    }
    best.truncate(MOST_RATED);
    best.sort_unstable();
    best
}

fn in_order(letters: &str, label: &str) -> bool {
    let mut rest = label.chars();
    letters
        .chars()
        .all(|letter| rest.any(|other| other == letter))
}

/// Rates a label with `fuzzy-matcher`. Label and words are folded first: the crate folds only
/// ASCII, and treats upper case in its own way.
fn rate(matcher: &SkimMatcherV2, label: &str, wanted: &[String]) -> Option<(i64, Vec<usize>)> {
    let mut folded = String::new();
    let mut origin = Vec::new();
    for (at, grapheme, _) in graphemes(label) {
        let letters = fold(grapheme);
        origin.extend(std::iter::repeat_n(at, letters.chars().count()));
        folded.push_str(&letters);
    }
    let mut total = 0;
    let mut lit = Vec::new();
    for word in wanted {
        let (score, positions) = matcher.fuzzy_indices(&folded, word)?;
        total += score;
        lit.extend(
            positions
                .into_iter()
                .filter_map(|position| origin.get(position).copied()),
        );
    }
    lit.sort_unstable();
    lit.dedup();
    Some((total, lit))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 4] = [
        "Policy coherence",
        "Brazil: regularization programme of 2009",
        "São Paulo pact",
        "Institutional coherence",
    ];

    fn ranked(typed: &str) -> Vec<&'static str> {
        let hits = rank_labels(typed, LABELS.into_iter()).into_iter();
        hits.map(|hit| LABELS[hit.index]).collect()
    }

    #[test]
    fn finds_a_label_by_letters_in_order() {
        assert_eq!(ranked("instcoh"), ["Institutional coherence"]);
        assert_eq!(ranked("SAO"), ["São Paulo pact"]);
        assert_eq!(
            ranked("2009 brazil"),
            ["Brazil: regularization programme of 2009"]
        );
        assert!(ranked("xyz").is_empty());
    }

    #[test]
    fn returns_the_whole_list_for_no_words() {
        assert_eq!(ranked(""), LABELS);
    }

    #[test]
    fn returns_the_offsets_of_the_letters() {
        let hits = rank_labels("sap", ["São Paulo"].into_iter());
        assert_eq!(hits[0].lit, [0, 1, 5]);
    }
}
