//! Keys that are equal for the spellings of a word, for its forms, or for words of one family.
//!
//! The keys are rules of English endings, never lists of words. A rule that goes wrong only matches
//! two words that are not related; the word as typed still comes first.

use super::words::is_thousands;

/// The endings before which British `our` is American `or`.
const AFTER_OUR: [&str; 12] = [
    "", "s", "ed", "ing", "er", "ers", "able", "al", "ful", "hood", "ite", "ites",
];
/// The endings that follow both `is` and `iz`.
const AFTER_IS: [&str; 9] = [
    "e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational",
];
/// The endings before which British English doubles an `l`.
const AFTER_LL: [&str; 6] = ["ed", "ing", "er", "ers", "or", "ment"];

/// Returns the common spelling of a folded word: labour as labor, organise as organize, programme
/// as program, centre as center, travelled as traveled, 11.961 as 11961.
pub(super) fn spelled(word: &str) -> String {
    let mut word = word.replace("programme", "program");
    if let Some((before, after)) = word.split_once('.')
        && is_thousands(before, after)
    {
        return format!("{before}{after}");
    }
    rewrite(&mut word, "our", "or", 3, &AFTER_OUR);
    rewrite(&mut word, "is", "iz", 3, &AFTER_IS);
    rewrite(&mut word, "ys", "yz", 3, &AFTER_IS);
    rewrite(&mut word, "ll", "l", 3, &AFTER_LL);
    rewrite(&mut word, "tre", "ter", 2, &["", "s"]);
    rewrite(&mut word, "ogue", "og", 3, &["", "s"]);
    rewrite(&mut word, "fence", "fense", 2, &["", "s"]);
    rewrite(&mut word, "icence", "icense", 1, &["", "s"]);
    rewrite(&mut word, "dgement", "dgment", 1, &["", "s"]);
    word
}

/// Replaces `from` by `to` if at least `before` letters precede it and an ending follows.
fn rewrite(word: &mut String, from: &str, to: &str, before: usize, endings: &[&str]) {
    if !word.contains(from) {
        return;
    }
    let found = endings.iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?.strip_suffix(from)?;
        (stem.chars().count() >= before).then(|| format!("{stem}{to}{ending}"))
    });
    if let Some(rewritten) = found {
        *word = rewritten;
    }
}

/// Returns the key that the plural, past and -ing forms of a folded word share.
pub(super) fn form(word: &str) -> String {
    form_of(spelled(word))
}

/// Returns the key of [`form`] for a word that [`spelled`] has returned.
pub(super) fn form_of(word: String) -> String {
    if word.chars().count() < 4 || word.contains(|c: char| c.is_numeric()) {
        return word;
    }
    let singular = singular(&word);
    let base = [("ied", "y"), ("ing", ""), ("ed", "")]
        .iter()
        .find_map(|(ending, instead)| {
            let stem = singular.strip_suffix(ending)?;
            let long = stem.chars().count() >= 3 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
            long.then(|| format!("{stem}{instead}"))
        });
    without_tail(base.unwrap_or(singular))
}

fn singular(word: &str) -> String {
    for (ending, instead) in [
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
    ] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) {
            return format!("{stem}{instead}");
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Drops a silent e, or one of two equal consonants, which endings add and remove.
fn without_tail(mut word: String) -> String {
    if word.ends_with('e') && word.chars().count() > 4 {
        word.pop();
    }
    let mut back = word.chars().rev();
    if let (Some(last), Some(other)) = (back.next(), back.next())
        && last == other
        && last.is_ascii_alphabetic()
        && !"aeiou".contains(last)
        && word.len() > 3
    {
        word.pop();
    }
    word
}

/// The endings of derived words and of names of peoples, longest first; some are French. A final -e
/// is dropped, as in [`form`].
const ENDINGS: [&str; 61] = [
    "ification",
    "ization",
    "ability",
    "ibility",
    "ational",
    "ation",
    "ition",
    "ional",
    "ality",
    "ivity",
    "ical",
    "ment",
    "ness",
    "ship",
    "less",
    "ance",
    "ence",
    "ator",
    "ify",
    "ion",
    "ity",
    "ant",
    "ent",
    "anc",
    "enc",
    "abl",
    "ibl",
    "ial",
    "ian",
    "ish",
    "ist",
    "ism",
    "ous",
    "ful",
    "ius",
    "ium",
    "iqu",
    "oir",
    "air",
    "eur",
    "ien",
    "ais",
    "ois",
    "iv",
    "iz",
    "at",
    "al",
    "an",
    "ar",
    "er",
    "or",
    "es",
    "ic",
    "ly",
    "ia",
    "ur",
    "if",
    "it",
    "a",
    "o",
    "y",
];
/// The fewest letters of a root: shorter ones match unrelated words.
const SHORTEST_ROOT: usize = 4;

/// Returns the key that the words of a family share: migration and migrant, identity and
/// identification, Brazil and Brazilian. `None` if too little is left. Expects a folded word.
pub(super) fn root(word: &str) -> Option<String> {
    root_of(form(word))
}

/// Returns the key of [`root`] for a key that [`form`] has returned.
pub(super) fn root_of(mut root: String) -> Option<String> {
    // Up to three endings in a row: regular-iz-ation, nation-al-iz-ation.
    for _ in 0..3 {
        let stem = ENDINGS.iter().find_map(|ending| {
            let stem = root.strip_suffix(ending)?;
            (stem.chars().count() >= SHORTEST_ROOT).then(|| without_tail(stem.to_owned()))
        });
        match stem {
            Some(stem) => root = stem,
            None => break,
        }
    }
    (root.chars().count() >= SHORTEST_ROOT && !root.contains(|c: char| c.is_numeric()))
        .then_some(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_equal_keys(key: impl Fn(&str) -> String, pairs: &[(&str, &str)]) {
        for (one, other) in pairs {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
    }

    #[test]
    fn maps_spellings_to_one_key() {
        let pairs = [
            ("labour", "labor"),
            ("labourers", "laborers"),
            ("neighbouring", "neighboring"),
            ("organisation", "organization"),
            ("regularised", "regularized"),
            ("programmes", "programs"),
            ("centre", "center"),
            ("travelled", "traveled"),
            ("enrollment", "enrolment"),
            ("defence", "defense"),
            ("licence", "license"),
            ("dialogue", "dialog"),
        ];
        assert_equal_keys(spelled, &pairs);
        for word in ["hour", "four", "tourism", "his", "this", "raise"] {
            assert_eq!(spelled(word), word);
        }
    }

    #[test]
    fn maps_forms_to_one_key() {
        let pairs = [
            ("country", "countries"),
            ("arrive", "arriving"),
            ("plan", "planned"),
            ("call", "calling"),
            ("partnerships", "partnership"),
            ("studied", "study"),
            ("cost", "costs"),
            ("process", "processes"),
        ];
        assert_equal_keys(form, &pairs);
        assert_ne!(form("mauritius"), form("mauritiu"));
    }

    #[test]
    fn maps_families_to_one_key() {
        let root = |word: &str| root(word).unwrap();
        let pairs = [
            ("migration", "migrants"),
            ("identity", "identification"),
            ("regularize", "regularisation"),
            ("brazil", "brazilians"),
            ("mali", "malian"),
            ("ghana", "ghanaian"),
            ("mexico", "mexican"),
            ("mauritius", "mauritian"),
            ("senegal", "senegalese"),
            ("italy", "italian"),
            ("chile", "chilean"),
            ("belgium", "belgian"),
            ("argentina", "argentine"),
            ("recruit", "recruitment"),
        ];
        assert_equal_keys(root, &pairs);
        assert_ne!(root("mali"), root("somalia"));
        assert_eq!(super::root("oman").as_deref(), Some("oman"));
    }
}
