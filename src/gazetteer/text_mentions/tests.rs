//! What a careful reader sees in prose, rule by rule.

use proptest::prelude::*;

use super::*;

/// What a text names, in order; what it names perhaps with a question mark.
fn named(text: &str) -> String {
    let gazetteer = Gazetteer::default();
    let mentions = gazetteer.mentions(text).into_iter().map(|mention| {
        let name = match mention.named {
            Named::Country(code) => code.to_string(),
            Named::Grouping(id) => id.get().short.to_owned(),
        };
        name + if mention.is_certain { "" } else { "?" }
    });
    mentions.collect::<Vec<_>>().join(" ")
}

/// What a name means that stands alone.
fn identified(name: &str) -> String {
    let named = Gazetteer::default().identify(name).into_iter();
    let named = named.map(|named| match named {
        Named::Country(code) => code.to_string(),
        Named::Grouping(id) => id.get().short.to_owned(),
    });
    named.collect::<Vec<_>>().join(" ")
}

#[test]
fn names_are_read_in_four_languages_old_and_new() {
    assert_eq!(named("Cape Verde, Cabo Verde and Cap-Vert"), "CV CV CV");
    assert_eq!(named("Ivory Coast is Côte d’Ivoire"), "CI CI");
    assert_eq!(named("East Timor became Timor-Leste"), "TL TL");
    assert_eq!(
        named("Swaziland is Eswatini, Burma is Myanmar"),
        "SZ SZ MM MM"
    );
    assert_eq!(
        named("England, Scotland, Wales and Northern Ireland"),
        "GB GB GB GB"
    );
    assert_eq!(
        named("Alemania y Brasil; l'Algérie; a Nova Zelândia"),
        "DE BR DZ NZ"
    );
    assert_eq!(
        named("St. Lucia, Saint Lucia and Trinidad & Tobago"),
        "LC LC TT"
    );
}

#[test]
fn people_and_adjectives_name_their_country() {
    assert_eq!(
        named("Malians met Frenchmen; a Filipina and two Spaniards"),
        "ML FR PH ES"
    );
    assert_eq!(
        named("Brazilian law, Mali's consulate, Moroccan-born"),
        "BR ML MA"
    );
}

#[test]
fn names_within_longer_names_are_not_read() {
    assert_eq!(
        named("Malian, Malaysia, Somalia, a woman, Romania"),
        "ML MY SO RO"
    );
    assert_eq!(named("Niger, Nigeria, Nigerien, Nigerian"), "NE NG NE NG");
    assert_eq!(
        named("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea"),
        "GN GW GQ PG"
    );
    assert_eq!(named("Dominica and the Dominican Republic"), "DM DO");
    assert_eq!(
        named("Congo, the Republic of the Congo and the Democratic Republic of the Congo"),
        "CG CG CD"
    );
    assert_eq!(
        named("South Sudan, Sudan; North Korea; American Samoa"),
        "SS SD KP AS"
    );
}

#[test]
fn a_name_does_not_reach_over_the_end_of_a_sentence() {
    assert_eq!(named("It began in Guinea. Bissau came later."), "GN GW?");
    assert_eq!(named("Saint, Lucia and Cape; Verde"), "");
}

#[test]
fn america_is_wider_than_a_country() {
    assert_eq!(
        named("Latin American, South America, Central American migrants"),
        ""
    );
    assert_eq!(named("North American and Latin Americans"), "");
    assert_eq!(named("the Inter-American Development Bank"), "");
    assert_eq!(named("the Organization of American States"), "");
    assert_eq!(named("American employers, in America"), "US US?");
}

#[test]
fn us_is_a_country_money_and_a_word() {
    assert_eq!(named("the US, the U.S., the USA and US-led"), "US US US US");
    assert_eq!(named("US$ 5 million, USD 20, US dollars"), "");
    assert_eq!(named("Let us go. Us too."), "");
    assert_eq!(named("JOIN US TODAY, RETOUR AU PAYS"), "US? AU?");
    assert_eq!(named("CARICOM, AU, ECOWAS"), "CARICOM AU ECOWAS");
    assert_eq!(named("the UK, UAE and DRC; uk"), "GB AE CD");
}

#[test]
fn languages_are_no_countries() {
    assert_eq!(named("published in Spanish and Portuguese"), "");
    assert_eq!(named("available in English, French and Spanish."), "");
    assert_eq!(
        named("French-speaking countries and the French language"),
        ""
    );
    assert_eq!(named("They speak Portuguese at home; francophonie"), "");
    assert_eq!(
        named("in French law, in Spanish and French prisons"),
        "FR ES FR"
    );
    assert_eq!(named("Portuguese and Spanish authorities"), "PT ES");
    assert_eq!(named("made French and Dutch official languages"), "");
    assert_eq!(
        named("the French \"Organisation\", and French organisations"),
        "FR"
    );
}

#[test]
fn words_that_look_like_names_stay_words() {
    assert_eq!(named("turkey and china on the table, a guinea pig"), "");
    assert_eq!(named("mali and france, typed in haste"), "ML FR");
    assert_eq!(named("the polish of a german shepherd"), "");
    assert_eq!(named("Maurice and Dominique spoke"), "MU? DM?");
    assert_eq!(
        named("as Michael Jordan said; in Jordan and Lebanon"),
        "JO? JO LB"
    );
    assert_eq!(named("by Jordan Smith and Professor Chad Brown"), "JO? TD?");
    assert_eq!(
        named("Refugees in Eastern Chad. Jordan hosts them."),
        "TD JO"
    );
    assert_eq!(named("Germán Pérez speaks German to Germans"), "DE");
    assert_eq!(named("Family Reunion Policies in Réunion"), "RE? RE");
}

#[test]
fn seas_states_and_things_elsewhere_are_no_countries() {
    assert_eq!(
        named("Lake Chad, the Gulf of Guinea, New Mexico, the Indian Ocean"),
        ""
    );
    assert_eq!(named("the Niger Delta and the South China Sea"), "");
    assert_eq!(named("New Jersey, Benin City, British Columbia"), "");
    assert_eq!(named("the Commonwealth of Virginia"), "");
    assert_eq!(
        named("Chad, Mexico, Indian workers and China"),
        "TD MX IN CN"
    );
}

#[test]
fn a_capital_is_perhaps_its_country_and_never_in_the_name_of_a_paper() {
    assert_eq!(named("talks in Bamako"), "ML?");
    assert_eq!(
        named("the Paris Agreement, the Lima Declaration, the Rabat Process"),
        ""
    );
    assert_eq!(
        named("the Declaration of Quito, the Istanbul 2011 Programme"),
        ""
    );
}

#[test]
fn capitals_hyphens_and_dashes_do_not_hide_a_name() {
    assert_eq!(named("COUNTRIES SUCH AS MALI AND CÔTE D'IVOIRE"), "ML CI");
    assert_eq!(named("France–Mauritius and Africa-EU"), "FR MU EU");
    assert_eq!(named("MALI’S PLAN"), "ML");
    assert_eq!(named("a Franco-Malian agreement; General Franco"), "FR ML");
}

#[test]
fn addresses_never_count() {
    assert_eq!(
        named("see https://iom.int/mali/France and www.brazil.example"),
        ""
    );
    assert_eq!(named("write to Peru@example.org or iom.int/Chile-2009"), "");
    assert_eq!(named("see mali.gov.ml and (www.france.fr)."), "");
    assert_eq!(
        named("Mali/France and/or Peru, e.g. Mali.France"),
        "ML FR PE ML FR"
    );
    assert_eq!(named("Bosnia/Herzegovina and Guinea/Bissau"), "BA GN GW?");
}

#[test]
fn groupings_are_read_and_the_continent_is_none() {
    assert_eq!(
        named("ECOWAS, the European Union and Mercosur"),
        "ECOWAS EU MERCOSUR"
    );
    assert_eq!(
        named("European partners in Europe; au, eu, growth and commonwealth"),
        ""
    );
    assert_eq!(named("the least developed countries"), "LDC");
    assert_eq!(named("the Persian Gulf, the Gulf of Aden"), "");
    assert_eq!(
        named("African, Caribbean and Pacific Group of States"),
        "ACP"
    );
}

#[test]
fn a_name_alone_is_identified_in_any_language_and_case() {
    assert_eq!(identified("cabo verde"), "CV");
    assert_eq!(identified("MAURICE"), "MU");
    assert_eq!(identified("bolivians"), "BO");
    assert_eq!(identified("us"), "US");
    assert_eq!(identified("ml"), "ML");
    assert_eq!(identified("cedeao"), "ECOWAS");
    assert_eq!(identified("Bamako"), "ML");
    assert_eq!(identified("english"), "");
    assert_eq!(identified("atlantis"), "");
    assert_eq!(identified("latin america"), "");
}

#[test]
fn each_code_is_that_of_its_country() {
    let gazetteer = Gazetteer::default();
    for country in crate::gazetteer::countries() {
        let found = gazetteer.countries(country.code.as_str());
        assert!(found.contains(&country.code), "{}: {found:?}", country.code);
    }
    assert_eq!(gazetteer.countries("AU").len(), 1);
}

#[test]
fn an_alias_of_the_briefing_is_known_and_beats_the_tables() {
    let st = CountryCode::new("ST").unwrap();
    let aliases = [("Saint Thomas and Prince".to_owned(), st)];
    let gazetteer = Gazetteer::new(&aliases);
    let found = gazetteer.mentions("in Saint Thomas and Prince");
    assert_eq!(found.first().map(|one| one.named), Some(Named::Country(st)));
    assert_eq!(
        gazetteer.identify("saint thomas and prince"),
        [Named::Country(st)]
    );
}

/// Each word of it is a language in a list of all the others.
#[test]
fn a_list_without_end_has_an_end() {
    let text = "Spanish, a@b Mali ".repeat(20_000);
    assert_eq!(Gazetteer::default().mentions(&text).len(), 40_000);
}

proptest! {
    #[test]
    fn mentions_stand_in_order_on_character_boundaries(text in any::<String>(), name in "[A-Z]") {
        let text = format!("{text} {name} Côte d’Ivoire, US$ {text}");
        let mentions = Gazetteer::default().mentions(&text);
        prop_assert!(mentions.iter().all(|one| text.get(one.range.clone()).is_some()));
        prop_assert!(mentions.is_sorted_by_key(|one| one.range.start));
    }
}
