//! Rules that decide whether a form names its country, as a careful reader would.
//!
//! Rules, in order: a form written like a word is a word; a form inside another name is part of
//! that name; a form used as a language is one; a form that may be either is offered as perhaps,
//! never as certain. `docs/COUNTRIES.md` gives the reason for each.

use super::country::Named;
use super::form::FormKind;
use super::languages::is_language;
use super::lexicon::FormMeaning;
use super::occurrence::Occurrence;
use crate::text::{Word, part};

/// The certainty of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// The form names the country or grouping.
    Certain,
    /// It may name it.
    Perhaps,
    /// It does not name it.
    No,
}

/// The names that mean something else in small letters, such as a word or a first name.
const WORDS: &[&str] = &[
    "chad", "china", "guinea", "japan", "jersey", "jordan", "panama", "reunion", "turkey",
];

/// The names in other languages that mean something else in English.
const ELSE_IN_ENGLISH: &[&str] = &[
    "catar",
    "chili",
    "dominique",
    "gana",
    "granada",
    "grenade",
    "guadalupe",
    "inde",
    "ira",
    "macedonia",
    "malte",
    "maurice",
    "mauricio",
    "oma",
    "salvador",
    "suede",
];

/// The names that are ordinary words if written without their accents.
const UNACCENTED: &[&str] = &["reunion"];

/// The abbreviations that may be words in a line of capitals: JOIN US, RETOUR AU PAYS.
const SHOUTED: &[&str] = &["au", "can", "us"];

/// The names that are also names of people when they stand beside another name or a title.
const FIRST_NAMES: &[&str] = &["chad", "georgia", "israel", "jordan"];

/// The words that can come before a country, capitalized, and are not part of a person's name.
const BEFORE_NAMES: &[&str] = &[
    "both", "central", "east", "eastern", "in", "north", "northern", "south", "southern", "the",
    "west", "western",
];

/// The words that turn the name of a town into the name of a paper or meeting.
const PAPERS: &[&str] = &[
    "accord",
    "statute",
    "accords",
    "action",
    "agenda",
    "agreement",
    "agreements",
    "charter",
    "club",
    "commitment",
    "communique",
    "compact",
    "conference",
    "consensus",
    "convention",
    "conventions",
    "declaration",
    "dialogue",
    "forum",
    "framework",
    "guidelines",
    "initiative",
    "meeting",
    "memorandum",
    "outcome",
    "pact",
    "plan",
    "platform",
    "principles",
    "process",
    "programme",
    "protocol",
    "protocols",
    "roadmap",
    "round",
    "rules",
    "statement",
    "strategy",
    "summit",
    "treaty",
    "treaties",
    "understanding",
    "workshop",
];

/// Decides how certain a form with a single meaning is.
pub(super) fn certainty_of(form: &Occurrence<'_>, meaning: FormMeaning) -> Certainty {
    if is_money(form) {
        return Certainty::No;
    }
    let certainty = match meaning.kind {
        FormKind::Name => certainty_of_name(form, meaning),
        FormKind::Demonym | FormKind::Adjective if form.is_capitalized() && !is_language(form) => {
            Certainty::Certain
        }
        FormKind::Abbreviation if shouts_short_word(form) => Certainty::Perhaps,
        FormKind::Abbreviation => Certainty::Certain,
        FormKind::Capital if form.is_capitalized() && !names_a_paper(form) => Certainty::Perhaps,
        FormKind::Prefix if begins_compound(form) => Certainty::Certain,
        FormKind::Perhaps if form.is_capitalized() => Certainty::Perhaps,
        _ => Certainty::No,
    };
    match (certainty, meaning.named) {
        (Certainty::Certain, Named::Country(_)) if is_a_person(form) => Certainty::Perhaps,
        (certainty, _) => certainty,
    }
}

fn certainty_of_name(form: &Occurrence<'_>, meaning: FormMeaning) -> Certainty {
    /// The fewest words that a grouping's name in small letters may have; shorter ones are ordinary
    /// words, such as commonwealth or la francophonie.
    const LONG: usize = 3;
    let folded = form.folded();
    let is_word = match meaning.named {
        Named::Country(_) => !meaning.is_english || WORDS.contains(&folded.as_str()),
        Named::Grouping(_) => form.length < LONG && !form.has_capital(),
    };
    if is_word && !form.is_capitalized() {
        return Certainty::No;
    }
    if UNACCENTED.contains(&folded.as_str()) && form.written().is_ascii() {
        return Certainty::Perhaps;
    }
    if !meaning.is_english && ELSE_IN_ENGLISH.contains(&folded.as_str()) {
        return Certainty::Perhaps;
    }
    Certainty::Certain
}

/// Returns whether the form begins a compound: Franco-Malian, but not General Franco.
fn begins_compound(form: &Occurrence<'_>) -> bool {
    let after = form
        .near(1)
        .is_some_and(|word| form.starts_with_capital(word));
    after && form.is_capitalized() && matches!(form.gap_after(), "-" | "\u{2010}" | "–")
}

/// Returns whether the form is part of an amount: US$.
fn is_money(form: &Occurrence<'_>) -> bool {
    form.gap_after().starts_with(['$', '€', '£'])
}

/// Returns whether a short abbreviation stands beside a word in capitals, and so may be a word
/// itself: JOIN US.
fn shouts_short_word(form: &Occurrence<'_>) -> bool {
    let in_capitals = |by, gap: &str| {
        let near = form
            .near(by)
            .map(|word| part(form.text, word.range.clone()));
        gap == " "
            && near.is_some_and(|word| {
                word.chars().count() > 3 && word.chars().all(char::is_uppercase)
            })
    };
    let short = SHOUTED.contains(&form.folded().as_str());
    short
        && !form.near_is(-1, &["the"])
        && (in_capitals(-1, form.gap_before()) || in_capitals(1, form.gap_after()))
}

/// Returns whether a town is part of the name of a paper or meeting, perhaps with a year or number:
/// Paris Agreement, Istanbul 2011 Programme, Declaration of Lima.
fn names_a_paper(form: &Occurrence<'_>) -> bool {
    let is_number = |word: &Word| word.folded.bytes().all(|b| b.is_ascii_digit());
    let after = if form.near(1).is_some_and(is_number) {
        2
    } else {
        1
    };
    let of = form.near_is(-1, &["of", "de"]) && form.near_is(-2, PAPERS);
    of || (after..after + 2).any(|by| form.near_is(by, PAPERS))
}

/// Returns whether the form is part of a person's name: Michael Jordan, Jordan Smith. A capitalized
/// word follows it, or comes before it and does not begin a sentence.
fn is_a_person(form: &Occurrence<'_>) -> bool {
    if form.length > 1 || !FIRST_NAMES.contains(&form.folded().as_str()) {
        return false;
    }
    let is_name = |word: &Word| {
        let is_word = BEFORE_NAMES.contains(&word.folded.as_str());
        form.starts_with_capital(word) && !is_word
    };
    let after = form.gap_after() == " " && form.near(1).is_some_and(is_name);
    let before = matches!(form.gap_before(), " " | ". ") && form.near(-1).is_some_and(is_name);
    after || before && !word_before_begins_sentence(form)
}

/// Returns whether the word before the form begins a sentence.
fn word_before_begins_sentence(form: &Occurrence<'_>) -> bool {
    const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "president", "professor"];
    let Some(before) = form.near(-1) else {
        return true;
    };
    let end = form.near(-2).map_or(0, |word| word.range.end);
    let gap = part(form.text, end..before.range.start);
    let begins = form.at < 2 || gap.contains(['.', '!', '?', ':', '\n']);
    // A word with a full stop is a title, or the end of a sentence.
    let is_title = TITLES.contains(&before.folded.as_str());
    (begins || form.gap_before() == ". ") && !is_title
}
