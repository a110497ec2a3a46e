//! Invariants of the key table.

use std::collections::BTreeMap;

use super::*;
use crate::messages::InterfaceLanguage;
use crate::model::Kind;

#[test]
fn every_key_can_be_parsed() {
    let keys = ROWS.iter().flat_map(|row| row.keys);
    let wrong: Vec<_> = keys.filter(|keys| Step::sequence(keys).is_none()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn nothing_is_bound_twice_in_a_context_and_no_binding_hides_another() {
    for context in Context::ALL {
        let mut bound = BTreeMap::new();
        for row in ROWS.iter().filter(|row| row.contexts.contains(&context)) {
            for keys in row.keys {
                let before = bound.insert(*keys, row.action);
                assert!(before.is_none(), "{keys} in {context:?}");
            }
        }
        let longer = bound.keys().filter_map(|keys| keys.split_once(' '));
        for (first, _) in longer {
            assert!(
                !bound.contains_key(first),
                "{first} hides a longer one in {context:?}"
            );
        }
    }
}

#[test]
fn text_fields_bind_nothing_that_types() {
    for row in ROWS
        .iter()
        .filter(|row| row.contexts.iter().any(|c| c.takes_text()))
    {
        for keys in row.keys {
            assert_eq!(Key::parse(keys).unwrap().typed(), None, "{keys}");
        }
    }
}

#[test]
fn every_key_exists_on_azerty_qwertz_and_abnt2() {
    let rare = "[]{}\\|~@#`0123456789";
    for keys in ROWS.iter().flat_map(|row| row.keys) {
        let chars = keys.split(' ').filter(|word| word.chars().count() == 1);
        assert!(!chars.clone().any(|word| rare.contains(word)), "{keys}");
    }
}

#[test]
fn every_row_has_a_label_and_a_help_line() {
    for row in ROWS {
        for context in row.contexts {
            let words = row.action.help(*context).words(InterfaceLanguage::English);
            assert!(!words.full.is_empty() && !words.short.is_empty(), "{row:?}");
        }
    }
}

/// A card acts on Enter: characters alone never change the record.
#[test]
fn what_changes_the_record_needs_more_than_characters() {
    let types = |step: &Step| match step {
        Step::Key(key) => key.typed().is_some(),
        Step::Letter | Step::Number => true,
    };
    for row in KeyMap::default().rows() {
        if row.action.changes_the_record() {
            for steps in &row.keys {
                assert!(!steps.iter().all(types), "{row:?}");
            }
        }
    }
}

#[test]
fn a_sequence_is_read_key_by_key() {
    let keys = KeyMap::default();
    let g = Key::parse("g").unwrap();
    let e = Key::parse("e").unwrap();
    assert_eq!(keys.meaning(Context::Reader, &[g]), Meaning::Beginning);
    let examples = Meaning::Action(Action::GoKind(Kind::Example));
    assert_eq!(keys.meaning(Context::Reader, &[g, e]), examples);
    assert_eq!(keys.meaning(Context::Reader, &[e]), Meaning::Nothing);
    let m = Key::parse("m").unwrap();
    assert_eq!(
        keys.meaning(Context::Reader, &[m, e]),
        Meaning::Action(Action::SetMark)
    );
}
