//! Which texts hold a word, and how much each makes of it.

use super::words::DERIVED;

/// A text or heading that holds a word, and how much it makes of it.
///
/// The upper four bits are the impact, the others the number: two hundred million texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting(u32);

const IMPACT_BITS: u32 = 28;
const IMPACTS: u32 = 16;

impl Posting {
    /// The number of the text or heading.
    pub(super) const fn holder(self) -> u32 {
        self.0 & ((1 << IMPACT_BITS) - 1)
    }

    /// How much the text makes of the word: [`repeated`], in sixteen steps.
    pub(super) fn impact(self) -> f32 {
        let step = ratio((self.0 >> IMPACT_BITS) as usize) + 0.5;
        step * (K1 + 1.0) / ratio(IMPACTS as usize)
    }

    /// Takes the number of times a word is repeated, kept in the upper bits, for its impact.
    pub(super) fn weigh(&mut self, damping: f32) {
        let times = ratio((self.0 >> IMPACT_BITS) as usize) + 1.0;
        let share = repeated(times, damping) / (K1 + 1.0);
        let step =
            (1..IMPACTS).filter(|step| share * ratio(IMPACTS as usize) >= ratio(*step as usize));
        let step = u32::try_from(step.count()).unwrap_or_default();
        self.0 = self.holder() | (step << IMPACT_BITS);
    }
}

/// Saturation of a word that is repeated, as in BM25.
pub(super) const K1: f32 = 1.2;
/// How much a long text has to repeat a word, as in BM25.
pub(super) const B: f32 = 0.75;

/// What a word that stands there so many times is worth, as in BM25; below K1 + 1.
pub(super) fn repeated(times: f32, damping: f32) -> f32 {
    times * (K1 + 1.0) / (times + damping)
}

/// For each word of a vocabulary what holds it, in order.
#[derive(Default)]
pub(super) struct Postings {
    ends: Vec<u32>,
    /// All of them, by word.
    pub all: Vec<Posting>,
}

impl Postings {
    /// From the tokens of all holders, in order of their numbers; the impact of each posting is how
    /// often the word is repeated.
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

/// Calls for each token with its word, its holder, and whether the holder has the word there for
/// the first time.
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

/// A count as a number that can be divided; beyond sixteen million it is rounded.
#[expect(clippy::cast_precision_loss, reason = "weights need no more digits")]
pub(super) const fn ratio(count: usize) -> f32 {
    count as f32
}
