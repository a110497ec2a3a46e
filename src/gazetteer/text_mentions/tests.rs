//! Tests of the rules of reading, one by one.

use proptest::prelude::*;

use super::*;

/// Returns what a text names, in order, with a question mark for perhaps.
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

/// Returns what a single name means.
fn identified(name: &str) -> String {
    let named = Gazetteer::default().identify(name).into_iter();
    let named = named.map(|named| match named {
        Named::Country(code) => code.to_string(),
        Named::Grouping(id) => id.get().short.to_owned(),
    });
    named.collect::<Vec<_>>().join(" ")
}

#[test]
fn finds_old_and_new_names_in_four_languages() {
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
fn finds_peoples_and_adjectives() {
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
fn ignores_names_inside_longer_names() {
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
fn ends_a_name_with_its_sentence() {
    assert_eq!(named("It began in Guinea. Bissau came later."), "GN GW?");
    assert_eq!(named("Saint, Lucia and Cape; Verde"), "");
}

#[test]
fn reads_america_as_perhaps_the_country() {
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
fn tells_us_the_country_from_money_and_the_word() {
    assert_eq!(named("the US, the U.S., the USA and US-led"), "US US US US");
    assert_eq!(named("US$ 5 million, USD 20, US dollars"), "");
    assert_eq!(named("Let us go. Us too."), "");
    assert_eq!(named("JOIN US TODAY, RETOUR AU PAYS"), "US? AU?");
    assert_eq!(named("CARICOM, AU, ECOWAS"), "CARICOM AU ECOWAS");
    assert_eq!(named("the UK, UAE and DRC; uk"), "GB AE CD");
}

#[test]
fn ignores_languages() {
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
fn ignores_words_that_look_like_names() {
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
fn ignores_seas_states_and_things_elsewhere() {
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
fn reads_a_capital_as_perhaps_but_not_in_the_name_of_a_paper() {
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
fn finds_names_in_capitals_with_hyphens_and_dashes() {
    assert_eq!(named("COUNTRIES SUCH AS MALI AND CÔTE D'IVOIRE"), "ML CI");
    assert_eq!(named("France–Mauritius and Africa-EU"), "FR MU EU");
    assert_eq!(named("MALI’S PLAN"), "ML");
    assert_eq!(named("a Franco-Malian agreement; General Franco"), "FR ML");
}

#[test]
fn ignores_addresses() {
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
fn finds_groupings_but_not_continents() {
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
fn identifies_a_single_name_in_any_language_and_case() {
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
fn finds_each_country_by_its_code() {
    let gazetteer = Gazetteer::default();
    for country in crate::gazetteer::countries() {
        let found = gazetteer.countries(country.code.as_str());
        assert!(found.contains(&country.code), "{}: {found:?}", country.code);
    }
    assert_eq!(gazetteer.countries("AU").len(), 1);
}

#[test]
fn prefers_an_alias_of_the_briefing() {
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

/// Reads a long text that repeats a language, an address and a country.
#[test]
fn reads_a_very_long_list_of_languages() {
    let text = "Spanish, a@b Mali ".repeat(20_000);
    assert_eq!(Gazetteer::default().mentions(&text).len(), 40_000);
}

proptest! {
    #[test]
    fn returns_mentions_in_order_on_character_boundaries(text in any::<String>(), name in "[A-Z]") {
        let text = format!("{text} {name} Côte d’Ivoire, US$ {text}");
        let mentions = Gazetteer::default().mentions(&text);
        prop_assert!(mentions.iter().all(|one| text.get(one.range.clone()).is_some()));
        prop_assert!(mentions.is_sorted_by_key(|one| one.range.start));
    }
}
