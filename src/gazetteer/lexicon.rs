//! The lexicon: holds all forms by their first word, and finds the longest one at a place in a
//! text.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::country::Named;
use super::form::{Form, FormKind};
use super::lookalikes::LOOKALIKES;
use super::tables::{groupings, tables};
use crate::model::CountryCode;
use crate::text::{Word, part, words};

/// A sequence of words and its meanings.
#[derive(Debug)]
pub(super) struct Phrase {
    /// The words after the first, folded.
    rest: Vec<String>,
    /// The meanings, one for each country or grouping; empty if it names something else.
    pub meanings: Vec<FormMeaning>,
    /// The characters that may come between the words, besides spaces and hyphens.
    signs: String,
    /// The only spellings that count, so that "us" is not the US. If empty, any spelling counts.
    exactly: Vec<String>,
}

/// A meaning of a form.
#[derive(Clone, Copy, Debug)]
pub(super) struct FormMeaning {
    /// The country or grouping.
    pub named: Named,
    /// The kind of form.
    pub kind: FormKind,
    /// Whether the form is English, or the same in all languages.
    pub is_english: bool,
}

impl FormMeaning {
    /// Returns the meaning of a briefing's alias.
    const fn alias(code: CountryCode) -> Self {
        Self {
            named: Named::Country(code),
            kind: FormKind::Name,
            is_english: true,
        }
    }
}

/// The forms by their first word, longest first.
#[derive(Default, Debug)]
pub(super) struct Lexicon {
    by_first: HashMap<String, Vec<Phrase>>,
}

/// The characters that may come between the words of a form that contains them.
const SIGNS: &str = ",()&./";
/// The length up to which a name in capitals counts only as written; a longer one, such as
/// Mercosur, counts in any case.
const LONGEST_EXACT: usize = 4;

static COMPILED_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for country in &tables().countries {
        for form in &country.forms {
            lexicon.add_form(form, Named::Country(country.code));
        }
    }
    for (id, grouping) in groupings() {
        for form in &grouping.forms {
            lexicon.add_form(form, Named::Grouping(id));
        }
    }
    for phrase in LOOKALIKES {
        lexicon.add(phrase, None, None);
    }
    lexicon
});

impl Lexicon {
    /// Returns the forms of the tables.
    pub(super) fn compiled_in() -> &'static Self {
        &COMPILED_IN
    }

    /// Creates a lexicon of a briefing's aliases.
    pub(super) fn of_aliases(aliases: &[(String, CountryCode)]) -> Self {
        let mut lexicon = Self::default();
        for (written, code) in aliases {
            lexicon.add(written, Some(FormMeaning::alias(*code)), None);
        }
        lexicon
    }

    fn add_form(&mut self, form: &Form, named: Named) {
        let meaning = FormMeaning {
            named,
            kind: form.kind,
            is_english: form.is_english(),
        };
        let has_small = form.written.chars().any(char::is_lowercase);
        let is_short = form.written.chars().count() <= LONGEST_EXACT;
        let exactly = if has_small {
            form.kind == FormKind::Abbreviation
        } else {
            is_short || form.written.contains('.')
        };
        self.add(form.written, Some(meaning), exactly.then_some(form.written));
        for (other, sign) in [
            (" and ", " & "),
            (" and ", "/"),
            ("Saint ", "St. "),
            ("Sainte ", "Ste. "),
        ] {
            if form.written.contains(other) {
                let written = form.written.replacen(other, sign, 1);
                self.add(&written, Some(meaning), None);
            }
        }
    }

    fn add(&mut self, written: &str, meaning: Option<FormMeaning>, exactly: Option<&str>) {
        let mut folded = words(written).into_iter().map(|word| word.folded);
        let Some(first) = folded.next() else { return };
        let rest: Vec<String> = folded.collect();
        let new = Phrase {
            rest,
            meanings: meaning.into_iter().collect(),
            signs: written.chars().filter(|c| SIGNS.contains(*c)).collect(),
            exactly: exactly
                .map(|written| written.trim_end_matches('.').to_owned())
                .into_iter()
                .collect(),
        };
        let phrases = self.by_first.entry(first).or_default();
        if let Some(known) = phrases.iter_mut().find(|phrase| phrase.rest == new.rest) {
            known.merge(new);
        } else {
            let at = phrases.partition_point(|phrase| phrase.rest.len() > new.rest.len());
            phrases.insert(at, new);
        }
    }

    /// Returns the longest form that begins with the first word, and its number of words.
    pub(super) fn longest<'l>(&'l self, text: &str, words: &[Word]) -> Option<(&'l Phrase, usize)> {
        let first = words.first()?;
        let phrases = self.by_first.get(&first.folded)?.iter();
        let mut standing = phrases.filter(|phrase| phrase.stands(text, words));
        standing
            .next()
            .map(|phrase| (phrase, phrase.rest.len() + 1))
    }

    /// Returns the form that consists of exactly these words, in any case. With `grows`, the last
    /// of the words may be unfinished.
    pub(super) fn whole(&self, words: &[&str], grows: bool) -> Option<&Phrase> {
        let (first, rest) = words.split_first()?;
        let last = rest.len().saturating_sub(1);
        let is_it = |phrase: &&Phrase| {
            let both = phrase.rest.iter().zip(rest).enumerate();
            let mut both = both.map(|(nth, (one, other))| {
                one == other || grows && nth == last && one.starts_with(other)
            });
            phrase.rest.len() == rest.len() && both.all(|same| same)
        };
        self.by_first.get(*first)?.iter().find(is_it)
    }
}

impl Phrase {
    /// Merges in another form of the same words. A form without meanings removes all meanings.
    fn merge(&mut self, other: Self) {
        if other.meanings.is_empty() {
            *self = other;
            return;
        }
        for meaning in other.meanings {
            if self.meanings.iter().all(|one| one.named != meaning.named) {
                self.meanings.push(meaning);
            }
        }
        self.signs.push_str(&other.signs);
        if self.exactly.is_empty() || other.exactly.is_empty() {
            self.exactly.clear();
        } else {
            self.exactly.extend(other.exactly);
        }
    }

    /// Returns whether the form is written at the beginning of the words.
    fn stands(&self, text: &str, words: &[Word]) -> bool {
        let Some(inside) = words.get(..=self.rest.len()) else {
            return false;
        };
        let after = inside.iter().skip(1).map(|word| &word.folded);
        if !after.eq(&self.rest) {
            return false;
        }
        let gaps = inside.iter().zip(inside.iter().skip(1));
        let mut gaps = gaps.map(|(one, other)| part(text, one.range.end..other.range.start));
        if !gaps.all(|gap| gap.chars().all(|c| self.may_stand_between(c))) {
            return false;
        }
        let written = inside
            .first()
            .zip(inside.last())
            .map(|(first, last)| part(text, first.range.start..last.range.end));
        let mut exactly = self.exactly.iter().map(String::as_str);
        self.exactly.is_empty() || exactly.any(|spelling| Some(spelling) == written)
    }

    fn may_stand_between(&self, c: char) -> bool {
        c.is_whitespace() || "-\u{2010}\u{2011}–'’‘".contains(c) || self.signs.contains(c)
    }
}
