//! Postings: the texts that contain a word, and the word's impact in each.

use super::words::DERIVED;

/// A text or heading that contains a word, and the word's impact there.
///
/// The upper 4 bits hold the impact, the lower 28 bits the number: at most 268 million texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting(u32);

const IMPACT_BITS: u32 = 28;
const IMPACTS: u32 = 16;

impl Posting {
    /// Returns the number of the text or heading.
    pub(super) const fn holder(self) -> u32 {
        self.0 & ((1 << IMPACT_BITS) - 1)
    }

    /// Returns the impact of the word in the text: [`repeated`], rounded to sixteen steps.
    pub(super) fn impact(self) -> f32 {
        let step = ratio((self.0 >> IMPACT_BITS) as usize) + 0.5;
        step * (K1 + 1.0) / ratio(IMPACTS as usize)
    }

    /// Replaces the count of repetitions in the upper bits by the impact.
    pub(super) fn weigh(&mut self, damping: f32) {
        let times = ratio((self.0 >> IMPACT_BITS) as usize) + 1.0;
        let share = repeated(times, damping) / (K1 + 1.0);
        let step =
            (1..IMPACTS).filter(|step| share * ratio(IMPACTS as usize) >= ratio(*step as usize));
        let step = u32::try_from(step.count()).unwrap_or_default();
        self.0 = self.holder() | (step << IMPACT_BITS);
    }
}

/// The saturation of repeated words: BM25's k₁, with its usual value.
pub(super) const K1: f32 = 1.2;
/// The influence of a text's length: BM25's b, with its usual value.
pub(super) const B: f32 = 0.75;

/// Returns the weight of a word that occurs this many times, as in BM25; less than K1 + 1.
pub(super) fn repeated(times: f32, damping: f32) -> f32 {
    times * (K1 + 1.0) / (times + damping)
}

/// The postings of each word of a vocabulary, sorted by the number of the text or heading.
#[derive(Default)]
pub(super) struct Postings {
    ends: Vec<u32>,
    /// The postings of all words, grouped by word.
    pub all: Vec<Posting>,
}

impl Postings {
    /// Builds the postings from the tokens of all texts or headings, in the order of their numbers.
    /// The upper bits hold the number of repetitions until [`Posting::weigh`] replaces it.
    pub(super) fn new<'a>(
        words: usize,
        holders: impl Iterator<Item = (u32, &'a [u32])> + Clone,
    ) -> Self {
        let mut seen_in = vec![u32::MAX; words];
        let mut counts = vec![0u32; words];
        each(&mut seen_in, holders.clone(), |word, _, is_first| {
            if let Some(count) = counts.get_mut(word).filter(|_| is_first) {
                *count += 1;
            }
        });
        let mut end = 0;
        let ends: Vec<u32> = counts
            .iter()
            .map(|count| {
                end += count;
                end
            })
            .collect();
        let mut next: Vec<u32> = ends.iter().zip(&counts).map(|(end, n)| end - n).collect();
        let mut all = vec![Posting(0); end as usize];
        seen_in.fill(u32::MAX);
        each(&mut seen_in, holders, |word, holder, is_first| {
            let Some(next) = next.get_mut(word) else {
                return;
            };
            if is_first {
                if let Some(posting) = all.get_mut(*next as usize) {
                    *posting = Posting(holder);
                }
                *next += 1;
            } else if let Some(posting) = all.get_mut((*next - 1) as usize)
                && posting.0 >> IMPACT_BITS < IMPACTS - 1
            {
                posting.0 += 1 << IMPACT_BITS;
            }
        });
        Self { ends, all }
    }

    pub(super) fn of(&self, word: u32) -> &[Posting] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = word as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.all.get(start..end(at)).unwrap_or_default()
    }
}

/// Calls `call` for each token with its word, its holder, and whether this is the word's first
/// occurrence in the holder.
fn each<'a>(
    seen_in: &mut [u32],
    holders: impl Iterator<Item = (u32, &'a [u32])>,
    mut call: impl FnMut(usize, u32, bool),
) {
    for (holder, tokens) in holders {
        for token in tokens {
            let word = (token & !DERIVED) as usize;
            if let Some(seen) = seen_in.get_mut(word) {
                call(word, holder, *seen != holder);
                *seen = holder;
            }
        }
    }
}

/// Converts a count to a float, which is rounded above sixteen million.
#[expect(clippy::cast_precision_loss, reason = "weights need no more digits")]
pub(super) const fn ratio(count: usize) -> f32 {
    count as f32
}
