//! The gazetteer: finds mentions of countries and groupings in a text, and reads single names.

use std::ops::Range;

use super::country::{Country, Named};
use super::form::FormKind;
use super::lexicon::{FormMeaning, Lexicon};
use super::lookup::countries;
use super::occurrence::Occurrence;
use super::rules::{Certainty, certainty_of};
use crate::model::CountryCode;
use crate::text::{Word, fold, part, words};

/// A range of a text that names a country or grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The range in bytes, on character boundaries.
    pub range: Range<usize>,
    /// The country or grouping.
    pub named: Named,
    /// Whether a careful reader would be sure; if not, it is offered as perhaps.
    pub is_certain: bool,
}

/// The names of countries and groupings: those of the tables, and the aliases of a briefing.
#[derive(Debug)]
pub struct Gazetteer {
    compiled_in: &'static Lexicon,
    aliases: Lexicon,
    written: Vec<(String, CountryCode)>,
}

impl Default for Gazetteer {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Gazetteer {
    /// Creates a gazetteer that also knows the aliases of a briefing.
    pub fn new(aliases: &[(String, CountryCode)]) -> Self {
        Self {
            compiled_in: Lexicon::compiled_in(),
            aliases: Lexicon::of_aliases(aliases),
            written: aliases.to_vec(),
        }
    }

    /// Returns the briefing's aliases as written.
    pub fn aliases(&self) -> &[(String, CountryCode)] {
        &self.written
    }

    /// Finds the mentions in a text, ordered by their start, then by what they name.
    ///
    /// Of overlapping forms the longest counts. Web and mail addresses have no mentions.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let words = words(text);
        let addresses = addresses(text);
        let mut mentions = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let Some((meanings, length)) = self.longest(text, rest) else {
                at += 1;
                continue;
            };
            let occurrence = Occurrence {
                text,
                words: &words,
                at,
                length,
            };
            let range = range_of(rest, length);
            // Sorted and apart: the first one that ends after the name is the only candidate.
            let next = addresses.partition_point(|address| address.end <= range.start);
            let address = addresses.get(next);
            if !address.is_some_and(|address| address.contains(&range.start)) {
                mentions.extend(read(&occurrence, &range, meanings));
            }
            at += length;
        }
        mentions
    }

    fn longest(&self, text: &str, words: &[Word]) -> Option<(&[FormMeaning], usize)> {
        let alias = self.aliases.longest(text, words);
        let known = self.compiled_in.longest(text, words);
        let length = |found: &Option<(_, usize)>| found.map_or(0, |(_, length)| length);
        let longest = if length(&alias) >= length(&known) {
            alias
        } else {
            known
        };
        longest.map(|(entry, length)| (entry.meanings.as_slice(), length))
    }

    /// Returns what a single name means, in any language and case: a name, a people, a capital or a
    /// grouping. Empty for the name of something else (Latin America), `None` for an unknown name.
    /// With `grows`, the last word may be unfinished.
    pub fn named(&self, name: &str, grows: bool) -> Option<Vec<Named>> {
        self.meant(name, grows, |_| true)
    }

    /// Returns what [`Self::named`] does, except that a capital does not stand for its country.
    pub fn named_by_itself(&self, name: &str, grows: bool) -> Option<Vec<Named>> {
        self.meant(name, grows, |kind| kind != FormKind::Capital)
    }

    /// Returns what a name or abbreviation means, without peoples, capitals and languages.
    pub fn called(&self, name: &str) -> Vec<Named> {
        let is_name = |kind| matches!(kind, FormKind::Name | FormKind::Abbreviation);
        self.meant(name, false, is_name).unwrap_or_default()
    }

    fn meant(
        &self,
        name: &str,
        grows: bool,
        counts: impl Fn(FormKind) -> bool,
    ) -> Option<Vec<Named>> {
        let found = words(name);
        let folded: Vec<&str> = found.iter().map(|word| word.folded.as_str()).collect();
        let lexicons = [&self.aliases, self.compiled_in].into_iter();
        let phrases = lexicons.filter_map(|lexicon| lexicon.whole(&folded, grows));
        let phrases: Vec<_> = phrases.collect();
        let meanings = phrases.iter().flat_map(|phrase| &phrase.meanings);
        let meanings = meanings.filter(|one| one.kind != FormKind::Language && counts(one.kind));
        let mut named: Vec<_> = meanings.map(|one| one.named).collect();
        named.sort_unstable();
        named.dedup();
        (!phrases.is_empty()).then_some(named)
    }

    /// Returns the countries that a name or code may mean.
    pub fn countries(&self, name: &str) -> Vec<CountryCode> {
        let named = self.identify(name).into_iter();
        let codes = named.filter_map(|named| match named {
            Named::Country(code) => Some(code),
            Named::Grouping(_) => None,
        });
        codes.collect()
    }

    /// Returns what a text may mean as a name, or as a country code of two or three letters in any
    /// case.
    pub fn identify(&self, name: &str) -> Vec<Named> {
        let mut named = self.named(name, false).unwrap_or_default();
        let code = name.trim().to_uppercase();
        let is_it = |country: &&Country| country.code.as_str() == code || country.alpha3 == code;
        let country = countries().iter().find(is_it);
        named.extend(country.map(|country| Named::Country(country.code)));
        named.sort_unstable();
        named.dedup();
        named
    }
}

/// Returns the mentions in an occurrence of a form; a form with several meanings is never certain.
fn read(
    occurrence: &Occurrence<'_>,
    range: &Range<usize>,
    meanings: &[FormMeaning],
) -> impl Iterator<Item = Mention> {
    let sure = meanings.len() == 1;
    meanings.iter().filter_map(move |meaning| {
        let certainty = certainty_of(occurrence, *meaning);
        (certainty != Certainty::No).then(|| Mention {
            range: range.clone(),
            named: meaning.named,
            is_certain: sure && certainty == Certainty::Certain,
        })
    })
}

fn range_of(words: &[Word], length: usize) -> Range<usize> {
    let start = words.first().map_or(0, |word| word.range.start);
    let end = words.get(length - 1).map_or(start, |word| word.range.end);
    start..end
}

/// Returns the ranges of web and mail addresses.
fn addresses(text: &str) -> Vec<Range<usize>> {
    // Most texts have none, so one quick pass comes first.
    let pairs = text.as_bytes().windows(2);
    let mut signs = pairs.filter(|pair| match pair {
        [b'@', _] | [b'/', b'/'] => true,
        [b'.', after] => after.is_ascii_alphabetic(),
        _ => false,
    });
    if signs.next().is_none() {
        return Vec::new();
    }
    let chunks = text.split_whitespace().map(|chunk| {
        let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
        (chunk, start..start + chunk.len())
    });
    chunks
        .filter(|(chunk, _)| is_address(chunk))
        .map(|(_, range)| range)
        .collect()
}

/// Returns whether a text without spaces is an address: `https://…`, `www.…`, `someone@somewhere`,
/// `iom.int/mali`, `mali.gov.example`.
fn is_address(chunk: &str) -> bool {
    if !chunk.contains(['@', '.']) {
        return chunk.contains("://");
    }
    let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    if chunk.contains("://") || fold(part(chunk, 0..4)) == "www." || chunk.contains('@') {
        return true;
    }
    let host = chunk.split_once('/').map_or(chunk, |(host, _)| host);
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    let in_host = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
    let is_top = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_lowercase());
    is_top && host.chars().all(in_host)
}

#[cfg(test)]
mod tests;
