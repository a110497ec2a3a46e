use jiff::civil::date;

use super::*;

#[test]
fn writes_a_date_in_each_language() {
    let written = Language::ALL.map(|it| ReportPhrase::Day(date(2010, 3, 1)).words(it));
    assert_eq!(
        written,
        [
            "1 March 2010",
            "1er mars 2010",
            "1 de marzo de 2010",
            "1 de março de 2010"
        ]
    );
}

#[test]
fn french_counts_zero_as_one() {
    let zero = |language| ReportPhrase::Delegations(0).words(language);
    assert_eq!(zero(Language::French), "0 délégation");
    assert_eq!(zero(Language::English), "0 delegations");
}
