//! Typing errors: the edit distance between words, and a cheaper filter.

/// The length in letters of the longest word that is compared.
const LONGEST: usize = 30;

/// The number of edits between a typed word and a word of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edits {
    /// The edits to the whole word.
    pub whole: usize,
    /// The edits to the nearest beginning of the word.
    pub beginning: usize,
}

/// Counts the edits from `typed` to `word`: one letter too many, missing or wrong, or two letters
/// exchanged (optimal string alignment). Returns `None` for words that are too long, and if both
/// distances are more than `most`.
///
/// Libraries give the distance to the whole word only, which does not help with an unfinished word.
pub(super) fn edits(typed: &[char], word: &str, most: usize) -> Option<Edits> {
    let columns = typed.len();
    if columns > LONGEST {
        return None;
    }
    let mut rows: [[u8; LONGEST + 1]; 3] = [[0; LONGEST + 1]; 3];
    for (nth, cell) in (0..).zip(rows[1].iter_mut().take(columns + 1)) {
        *cell = nth;
    }
    let (mut previous, mut least_above) = (None, 0);
    let mut beginning = u8::try_from(columns).ok()?;
    let limit = u8::try_from(most).unwrap_or(u8::MAX);
    for (row, letter) in (1u8..).zip(word.chars()) {
        let [before, above, here] = &mut rows;
        here[0] = row;
        let mut least = row;
        for (column, wanted) in typed.iter().enumerate() {
            let cost = u8::from(*wanted != letter);
            let mut best = (above[column] + cost)
                .min(above[column + 1] + 1)
                .min(here[column] + 1);
            if let Some(past) = column.checked_sub(1)
                && typed.get(past) == Some(&letter)
                && previous == Some(*wanted)
            {
                best = best.min(before[past] + 1);
            }
            here[column + 1] = best;
            least = least.min(best);
        }
        rows.rotate_left(1);
        previous = Some(letter);
        beginning = beginning.min(rows[1][columns]);
        // An exchange looks back two rows.
        if least.min(least_above).min(beginning) > limit {
            return None;
        }
        least_above = least;
        if usize::from(row) >= LONGEST {
            return None;
        }
    }
    let whole = usize::from(rows[1][columns]);
    Some(Edits {
        whole,
        beginning: usize::from(beginning),
    })
}

/// Returns how many edits away a word of this many letters may be. In a short word, any edit makes
/// a different word.
pub(super) const fn tolerated(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Returns a bit mask of the letters that occur: words that are a few edits apart share nearly all.
pub(super) fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(typed: &str, word: &str) -> usize {
        let typed: Vec<_> = typed.chars().collect();
        edits(&typed, word, 99).unwrap().whole
    }

    #[test]
    fn counts_edits() {
        assert_eq!(whole("mali", "mali"), 0);
        assert_eq!(whole("parntership", "partnership"), 1);
        assert_eq!(whole("brasil", "brazil"), 1);
        assert_eq!(whole("moroco", "morocco"), 1);
        let typed: Vec<_> = "parntersh".chars().collect();
        assert_eq!(edits(&typed, "partnership", 9).unwrap().beginning, 1);
    }

    proptest! {
        #[test]
        fn agrees_with_strsim(one in "[a-d]{0,9}", other in "[a-d]{0,9}") {
            prop_assert_eq!(whole(&one, &other), strsim::osa_distance(&one, &other));
        }

        /// Each edit changes at most two bits, so the filter loses no word.
        #[test]
        fn bounds_differing_letters_by_edits(one in "[a-h]{0,9}", other in "[a-h]{0,9}") {
            let differing = (letters_of(&one) ^ letters_of(&other)).count_ones() as usize;
            prop_assert!(differing <= 2 * whole(&one, &other));
        }
    }
}
