//! Other ways to write a word, and other words of its family: keys that are equal where words meet.
//!
//! Rules of English endings, never lists of words; a rule that goes wrong only makes two words meet
//! that need not, and what is written as it was typed still comes first.

use super::words::is_thousands;

/// Endings behind which British `our` is American `or`.
const AFTER_OUR: [&str; 12] = [
    "", "s", "ed", "ing", "er", "ers", "able", "al", "ful", "hood", "ite", "ites",
];
/// Endings that `is` and `iz` share.
const AFTER_IS: [&str; 9] = [
    "e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational",
];
/// Endings before which Britons double an `l`.
const AFTER_LL: [&str; 6] = ["ed", "ing", "er", "ers", "or", "ment"];

/// The word in one spelling: labour and labor, organise and organize, programme and program,
/// centre and center, travelled and traveled become one, and 11.961 is 11961. Expects a folded word.
pub(super) fn spelled(word: &str) -> String {
    let mut word = word.replace("programme", "program");
    if let Some((before, behind)) = word.split_once('.')
        && is_thousands(before, behind)
    {
        return format!("{before}{behind}");
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

/// Writes `to` for `from` where it stands after `before` letters or more and before an ending.
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

/// What plural, past and -ing of a word share. Expects a folded word.
pub(super) fn form(word: &str) -> String {
    form_of(spelled(word))
}

/// The same of a word in its one spelling.
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

/// Drops a silent e and the second of two like consonants, which come and go with endings.
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

/// Endings that make words out of words, and inhabitants out of countries; the longest first.
/// Those in -e come without it, as [`form`] leaves them; some are French.
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
/// A shorter root says nothing.
const SHORTEST_ROOT: usize = 4;

/// What the words of a family share: migration and migrant, identity and identification, Brazil and
/// Brazilian; `None` where too little is left. Expects a folded word.
pub(super) fn root(word: &str) -> Option<String> {
    root_of(form(word))
}

/// The same of what its forms share.
pub(super) fn root_of(mut root: String) -> Option<String> {
    // Regular-iz-ation, national-iz-ation.
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

    fn meet(key: impl Fn(&str) -> String, pairs: &[(&str, &str)]) {
        for (one, other) in pairs {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
    }

    #[test]
    fn spellings_meet() {
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
        meet(spelled, &pairs);
        for word in ["hour", "four", "tourism", "his", "this", "raise"] {
            assert_eq!(spelled(word), word);
        }
    }

    #[test]
    fn forms_meet() {
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
        meet(form, &pairs);
        assert_ne!(form("mauritius"), form("mauritiu"));
    }

    #[test]
    fn families_meet() {
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
        meet(root, &pairs);
        assert_ne!(root("mali"), root("somalia"));
        assert_eq!(super::root("oman").as_deref(), Some("oman"));
    }
}
