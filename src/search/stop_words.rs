//! Stop words: articles, pronouns, prepositions, auxiliary verbs and question words of English, and
//! the commonest of French.

const STOP: &str = "
    a about all also an and any are as at be been being but by can could did do does for from
    had has have he her hers him himself his how i if in into is it its itself like many me more
    most much my myself no not of on only or our ours ourselves out paper please s say says she
    should show so some than that the their theirs them themselves then there these they this
    those through to up us was we were what whatever when where which whichever who whom whose why
    will with would you your yourself de la le les des du et un une en au aux par pour dans sur
";

/// Returns whether a folded word is a stop word, which a text may lack.
pub(super) fn is_stop(folded: &str) -> bool {
    STOP.split_whitespace().any(|word| word == folded)
}
