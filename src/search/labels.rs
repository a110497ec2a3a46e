//! Short labels by letters in order: the contents list, the palette.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::{fold, graphemes};

/// A label that answers a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelHit {
    /// Its index in the list.
    pub index: usize,
    /// The byte offsets of the graphemes that were matched, in order.
    pub lit: Vec<usize>,
}

/// The labels in which the letters of each word of `typed` stand in order, best first, alike in
/// the order of the list. With nothing typed: all of them.
pub fn rank_labels<'a>(typed: &str, labels: impl Iterator<Item = &'a str>) -> Vec<LabelHit> {
    let wanted: Vec<String> = typed.split_whitespace().map(fold).collect();
    let matcher = SkimMatcherV2::default().respect_case();
    let rated = labels.enumerate().filter_map(|(index, label)| {
        let (score, lit) = rate(&matcher, label, &wanted)?;
        let folded = fold(label);
        let whole = wanted.iter().all(|word| folded.contains(word.as_str()));
        Some((score, whole, LabelHit { index, lit }))
    });
    let mut rated: Vec<_> = rated.collect();
    // Where some labels hold the words as they are, letters scattered over others are noise.
    if rated.iter().any(|(_, whole, _)| *whole) {
        rated.retain(|(_, whole, _)| *whole);
    }
    rated.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    rated.into_iter().map(|(.., hit)| hit).collect()
}

/// Both sides are folded first: the crate folds ASCII only, and by a case rule of its own.
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
    fn letters_in_order_find_a_label() {
        assert_eq!(ranked("instcoh"), ["Institutional coherence"]);
        assert_eq!(ranked("SAO"), ["São Paulo pact"]);
        assert_eq!(
            ranked("2009 brazil"),
            ["Brazil: regularization programme of 2009"]
        );
        assert!(ranked("xyz").is_empty());
    }

    #[test]
    fn nothing_typed_keeps_the_list() {
        assert_eq!(ranked(""), LABELS);
    }

    #[test]
    fn lit_offsets_lie_on_the_letters() {
        let hits = rank_labels("sap", ["São Paulo"].into_iter());
        assert_eq!(hits[0].lit, [0, 1, 5]);
    }
}
