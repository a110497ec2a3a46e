//! The vocabulary: the distinct words of all texts, sorted, with keys for spelling, form and
//! family.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::stemming::{form, form_of, root, root_of, spelled};
use super::typo::letters_of;
use super::words::is_derived;

/// The words, sorted. A word is referred to by its index.
#[derive(Default)]
pub(super) struct Vocabulary {
    letters: String,
    ends: Vec<u32>,
    /// A bit mask of letters for each word, to skip most words cheaply.
    masks: Vec<u32>,
    spelled: HashedKeys,
    forms: HashedKeys,
    roots: HashedKeys,
}

/// Pairs of a key's hash and the index of a word, sorted.
#[derive(Default)]
struct HashedKeys(Vec<(u32, u32)>);

impl HashedKeys {
    fn new(mut keys: Vec<(u32, u32)>) -> Self {
        keys.sort_unstable();
        keys.shrink_to_fit();
        Self(keys)
    }

    fn with(&self, key: &str) -> impl Iterator<Item = u32> {
        let wanted = hash(key);
        let start = self.0.partition_point(|(hash, _)| *hash < wanted);
        let rest = self.0.get(start..).unwrap_or_default().iter();
        rest.take_while(move |(hash, _)| *hash == wanted)
            .map(|(_, word)| *word)
    }
}

/// Returns the upper half of a hash; equal hashes of different keys are told apart by the keys.
fn hash(key: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

impl Vocabulary {
    /// Builds a vocabulary from words that are sorted and distinct.
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.letters.push_str(word);
            vocabulary.ends.push(number(vocabulary.letters.len()));
            vocabulary.masks.push(letters_of(word));
        }
        let all = (0..number(vocabulary.ends.len())).map(|word| (word, vocabulary.word(word)));
        let plain = all.filter(|(_, word)| !is_derived(word));
        let (mut spellings, mut forms, mut roots) = (Vec::new(), Vec::new(), Vec::new());
        for (at, word) in plain {
            let spelled = spelled(word);
            spellings.push((hash(&spelled), at));
            let form = form_of(spelled);
            forms.push((hash(&form), at));
            roots.extend(root_of(form).map(|root| (hash(&root), at)));
        }
        vocabulary.letters.shrink_to_fit();
        vocabulary.ends.shrink_to_fit();
        vocabulary.masks.shrink_to_fit();
        Self {
            spelled: HashedKeys::new(spellings),
            forms: HashedKeys::new(forms),
            roots: HashedKeys::new(roots),
            ..vocabulary
        }
    }

    /// Returns the number of words.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the word with this index; empty if there is none.
    pub(super) fn word(&self, at: u32) -> &str {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = at as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.letters.get(start..end(at)).unwrap_or_default()
    }

    /// Returns the bit masks of all words: see [`letters_of`].
    pub(super) fn masks(&self) -> &[u32] {
        &self.masks
    }

    /// Finds the word itself.
    pub(super) fn exact(&self, word: &str) -> Option<u32> {
        let at = self.first_from(word);
        (self.word(at) == word && (at as usize) < self.len()).then_some(at)
    }

    /// Finds all words that begin with these letters.
    pub(super) fn beginning_with(&self, letters: &str) -> Range<u32> {
        let start = self.first_from(letters);
        let (mut low, mut high) = (start, number(self.len()));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.word(middle).starts_with(letters) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        start..low
    }

    /// Returns the index of the first word that is not less than `word`.
    fn first_from(&self, word: &str) -> u32 {
        let (mut low, mut high) = (0, number(self.len()));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Finds the same word in other spellings.
    pub(super) fn spelled(&self, word: &str) -> Vec<u32> {
        self.meeting(&self.spelled, &spelled(word), spelled)
    }

    /// Finds other forms of the same word.
    pub(super) fn forms(&self, word: &str) -> Vec<u32> {
        self.meeting(&self.forms, &form(word), form)
    }

    /// Finds words of the same family.
    pub(super) fn family(&self, word: &str) -> Vec<u32> {
        let key = root(word);
        let meeting =
            |key: &String| self.meeting(&self.roots, key, |word| root(word).unwrap_or_default());
        key.as_ref().map(meeting).unwrap_or_default()
    }

    fn meeting(&self, keys: &HashedKeys, key: &str, key_of: impl Fn(&str) -> String) -> Vec<u32> {
        let same = keys.with(key);
        same.filter(|at| key_of(self.word(*at)) == key).collect()
    }
}

/// Converts a count to 32 bits. Counts above [`u32::MAX`] are capped; no real text reaches them.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut words = vec!["labor", "labour", "labourer", "mali", "malian", "migration"];
        words.push("\u{1}un");
        words.sort_unstable();
        Vocabulary::new(words.into_iter())
    }

    fn words(vocabulary: &Vocabulary, found: impl IntoIterator<Item = u32>) -> Vec<&str> {
        let found = found.into_iter();
        found.map(|at| vocabulary.word(at)).collect()
    }

    #[test]
    fn finds_words_by_prefix_spelling_form_and_family() {
        let all = vocabulary();
        assert_eq!(words(&all, all.exact("mali")), ["mali"]);
        assert_eq!(all.exact("mal"), None);
        assert_eq!(all.exact("zebra"), None);
        assert_eq!(words(&all, all.beginning_with("mal")), ["mali", "malian"]);
        assert_eq!(words(&all, all.beginning_with("zz")), [""; 0]);
        assert_eq!(words(&all, all.spelled("labour")), ["labor", "labour"]);
        assert_eq!(words(&all, all.forms("labours")), ["labor", "labour"]);
        assert_eq!(words(&all, all.family("migrants")), ["migration"]);
    }
}
