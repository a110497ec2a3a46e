//! The user's bindings: they replace the default keys of their actions.
//!
//! Rules, in order: a bad binding changes nothing and does not stop the good ones; all bad ones are
//! reported at once; no binding makes characters alone change the record, and none types a
//! character away where text is typed.

use std::collections::BTreeSet;

use super::super::action::Action;
use super::super::context::Context;
use super::super::key::{Code, ENTER, Key, Step, shown};
use super::{KeyMap, Row, agree};
use crate::messages::{BindingMistake, KeyName};

/// A binding as the configuration has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserBinding {
    /// The name of the action.
    pub action: String,
    /// The keys, in the notation of [`Step::sequence`].
    pub keys: Vec<String>,
}

/// A binding that can be used.
struct Readable {
    /// The index among the user's bindings.
    index: usize,
    action: Action,
    keys: Vec<Vec<Step>>,
}

impl KeyMap {
    /// Builds the key map from the default table and the user's bindings. Also returns why bindings
    /// are refused, each with its index.
    pub fn with(bindings: &[UserBinding]) -> (Self, Vec<(usize, BindingMistake)>) {
        let mut bad = Vec::new();
        let mut good: Vec<Readable> = Vec::new();
        for (index, binding) in bindings.iter().enumerate() {
            match read(index, binding) {
                Ok(readable) => good.push(readable),
                Err(why) => bad.extend(why.into_iter().map(|why| (index, why))),
            }
        }
        loop {
            let mut map = Self::default();
            for binding in &good {
                map.bind(binding);
            }
            let Some((at, why)) = map.clash(&good) else {
                bad.sort_by_key(|(index, _)| *index);
                return (map, bad);
            };
            // The map is built again without it: its default keys work again.
            let refused = good.remove(at);
            bad.push((refused.index, why));
        }
    }

    /// Replaces the keys of an action. Where text is typed, only keys that type nothing are used;
    /// without any, the default keys stay there.
    fn bind(&mut self, binding: &Readable) {
        let silent = binding.keys.iter().filter(|steps| types_nothing(steps));
        let silent: Vec<_> = silent.cloned().collect();
        let mut bound = BTreeSet::new();
        let before = std::mem::take(&mut self.rows);
        for row in before {
            if row.action != binding.action {
                self.rows.push(row);
                continue;
            }
            // Where text is typed, the default keys stay if all keys of the binding type.
            let contexts = row.contexts.iter().copied();
            let (kept, new): (Vec<_>, Vec<_>) =
                contexts.partition(|context| context.takes_text() && silent.is_empty());
            let new = new.into_iter().filter(|context| bound.insert(*context));
            let (fields, others): (Vec<_>, Vec<_>) = new.partition(|context| context.takes_text());
            let parts = [
                (others, binding.keys.clone(), true),
                (fields, silent.clone(), true),
                (kept, row.keys.clone(), false),
            ];
            let parts = parts
                .into_iter()
                .filter(|(contexts, ..)| !contexts.is_empty());
            self.rows
                .extend(parts.map(|(contexts, keys, is_changed)| Row {
                    contexts,
                    keys,
                    action: row.action,
                    in_footer: row.in_footer,
                    is_changed,
                }));
        }
    }

    /// Returns the last binding with a key that equals, begins or continues a key of another action
    /// in one context, and why it is refused.
    fn clash(&self, bindings: &[Readable]) -> Option<(usize, BindingMistake)> {
        for (at, binding) in bindings.iter().enumerate().rev() {
            for context in Context::ALL {
                let (own, others): (Vec<&Row>, Vec<&Row>) = self
                    .rows_in(context)
                    .partition(|row| row.action == binding.action);
                let own = own.into_iter().filter(|row| row.is_changed);
                for steps in own.flat_map(|row| &row.keys) {
                    let mut taken = others.iter().flat_map(|row| {
                        let keys = row.keys.iter();
                        keys.map(|steps| (steps, row.action))
                    });
                    if let Some((_, other)) = taken.find(|(other, _)| agree(steps, other)) {
                        let why = BindingMistake::Ambiguous {
                            key: KeyName(shown(steps)),
                            action: binding.action.name(),
                            other: other.name(),
                        };
                        return Some((at, why));
                    }
                }
            }
        }
        None
    }
}

/// Returns whether a binding can be used where text is typed.
fn types_nothing(steps: &[Step]) -> bool {
    matches!(steps, [Step::Key(key)] if key.typed().is_none())
}

fn read(index: usize, binding: &UserBinding) -> Result<Readable, Vec<BindingMistake>> {
    let name = &binding.action;
    let Some(action) = Action::from_name(name) else {
        return Err(vec![BindingMistake::NoAction {
            name: name.clone(),
            nearest: None,
        }]);
    };
    let mut keys = Vec::new();
    let mut bad = Vec::new();
    for notation in &binding.keys {
        match steps_of(notation) {
            Ok(steps) => keys.push(completed(steps, action)),
            Err(why) => bad.push(why),
        }
    }
    if bad.is_empty() {
        bad.extend(unusable(action, &keys));
    }
    if bad.is_empty() {
        Ok(Readable {
            index,
            action,
            keys,
        })
    } else {
        Err(bad)
    }
}

fn steps_of(notation: &str) -> Result<Vec<Step>, BindingMistake> {
    /// The keys that terminals cannot tell apart from others.
    const SENT_AS: [(char, &str); 3] = [('i', "Tab"), ('m', "Enter"), ('[', "Esc")];
    let no_key = || BindingMistake::NoKey {
        key: notation.to_owned(),
    };
    let mut steps = Vec::new();
    for word in notation.split(' ') {
        let mut key = Key::parse(word).ok_or_else(no_key)?;
        if let (Code::Char(c), true) = (key.code, key.ctrl) {
            let lower = c.to_ascii_lowercase();
            key.code = Code::Char(lower);
            let other = SENT_AS.iter().find(|(sent, _)| *sent == lower);
            if let Some((_, other)) = other.filter(|_| !key.alt) {
                return Err(BindingMistake::SentAs {
                    key: KeyName(key.to_string()),
                    other: KeyName((*other).to_owned()),
                });
            }
        }
        steps.push(Step::Key(key));
    }
    Ok(steps)
}

/// Adds what an action asks for after its keys: a letter, a number, or Enter where characters alone
/// would change the record.
fn completed(mut steps: Vec<Step>, action: Action) -> Vec<Step> {
    let types = |step: &Step| matches!(step, Step::Key(key) if key.typed().is_some());
    if matches!(action, Action::SetMark | Action::GoMark) {
        steps.push(Step::Letter);
    } else if action == Action::GoParagraph {
        steps.extend([Step::Number, Step::Key(ENTER)]);
    } else if action.changes_the_record() && steps.iter().all(types) {
        steps.push(Step::Key(ENTER));
    }
    steps
}

/// Returns why the keys cannot be the keys of an action.
fn unusable(action: Action, keys: &[Vec<Step>]) -> Option<BindingMistake> {
    let Some(first) = keys.first() else {
        return Some(BindingMistake::NoKeys {
            action: action.name(),
        });
    };
    let is_rare = |step: &Step| match step {
        Step::Key(key) => key.typed().is_some_and(|typed| RARE.contains(typed)),
        Step::Letter | Step::Number => false,
    };
    if keys.iter().all(|steps| steps.iter().any(is_rare)) {
        return Some(BindingMistake::Rare {
            key: KeyName(shown(first)),
            action: action.name(),
            instead: KeyName(ON_ALL_KEYBOARDS.to_owned()),
        });
    }
    let rows = super::ROWS.iter().filter(|row| row.action == action);
    let mut contexts = rows.flat_map(|row| row.contexts);
    let only_in_fields = contexts.all(|context| context.takes_text());
    let typing = keys.iter().find(|steps| !types_nothing(steps));
    typing
        .filter(|_| only_in_fields)
        .map(|steps| BindingMistake::Types {
            key: KeyName(shown(steps)),
        })
}

/// The characters that need `AltGr` on French, German or Brazilian keyboards, and the digits, which
/// need Shift on French ones.
const RARE: &str = "[]{}\\|~@#`0123456789";

/// A key that exists on all keyboards and is bound to nothing.
const ON_ALL_KEYBOARDS: &str = "F5";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::InterfaceLanguage;

    fn with(bindings: &[(&str, &[&str])]) -> (KeyMap, Vec<String>) {
        let bindings = bindings.iter().map(|(action, keys)| UserBinding {
            action: (*action).to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        });
        let (map, bad) = KeyMap::with(&bindings.collect::<Vec<_>>());
        let bad = bad.into_iter();
        (
            map,
            bad.map(|(at, why)| format!("{at}: {}", why.words(InterfaceLanguage::English)))
                .collect(),
        )
    }

    /// In a text field, `+` is typed, so both default keys stay there.
    #[test]
    fn keys_of_text_fields_stay_where_the_new_key_types() {
        let (map, bad) = with(&[("next-line", &["+"])]);
        assert!(bad.is_empty(), "{bad:?}");
        for key in [Key::plain(Code::Down), Key::plain(Code::Tab)] {
            let meaning = map.meaning(Context::List, &[key]);
            assert_eq!(meaning, super::super::Meaning::Action(Action::NextLine));
        }
    }

    #[test]
    fn a_binding_replaces_the_default_keys() {
        let (map, bad) = with(&[("save-note", &["Ctrl-S", "F2"]), ("find", &["F3"])]);
        assert!(bad.is_empty(), "{bad:?}");
        assert_eq!(map.key_for(&[Context::Capture], Action::Save), "Ctrl-s");
        let enter = super::super::Meaning::Nothing;
        assert_eq!(map.meaning(Context::Capture, &[ENTER]), enter);
        assert_eq!(map.key_for(&[Context::Reader], Action::Find), "F3");
        let changed = map.rows().iter().filter(|row| row.is_changed);
        let changed: BTreeSet<_> = changed.map(|row| row.action.name()).collect();
        assert_eq!(changed, BTreeSet::from(["find", "save-note"]));
    }

    #[test]
    fn characters_for_what_changes_the_record_wait_for_enter() {
        let (map, bad) = with(&[("end-turn", &["S"]), ("set-bookmark", &["M"])]);
        assert!(bad.is_empty(), "{bad:?}");
        assert_eq!(map.key_for(&[Context::Reader], Action::EndTurn), "S Enter");
        assert_eq!(map.key_for(&[Context::Reader], Action::SetMark), "Mx");
        let (map, _) = with(&[("end-turn", &["Ctrl-e"])]);
        assert_eq!(map.key_for(&[Context::Reader], Action::EndTurn), "Ctrl-e");
    }

    #[test]
    fn where_text_is_typed_characters_stay_text() {
        let (map, bad) = with(&[("close", &["X", "F4"]), ("next-line", &["+"])]);
        assert!(bad.is_empty(), "{bad:?}");
        assert_eq!(map.key_for(&[Context::Capture], Action::Cancel), "F4");
        assert_eq!(map.key_for(&[Context::Dossier], Action::Cancel), "X");
        assert_eq!(map.key_for(&[Context::Find], Action::NextLine), "Down");
    }

    #[test]
    fn all_bad_bindings_are_reported_at_once_and_change_nothing() {
        let (map, bad) = with(&[
            ("save-nte", &["Ctrl-s"]),
            ("find", &["Hyper-x"]),
            ("help", &["["]),
            ("save-note", &["s"]),
            ("new-note", &["Ctrl-m"]),
            ("report", &["Q"]),
            ("countries", &["g"]),
            ("zoom", &[]),
            ("one-pane", &[]),
            ("go-to", &["F9"]),
            ("note-on-paragraph", &["F9"]),
        ]);
        let words = bad.join("\n");
        for (at, part) in [
            (0, "no action is called \"save-nte\""),
            (1, "\"Hyper-x\" is not a key"),
            (2, "[ needs AltGr"),
            (3, "types a character there"),
            (4, "terminals send Ctrl-m as Enter"),
            (
                5,
                "Q would be the key of \"report\" and \"choose-question\"",
            ),
            (6, "g would be the key of \"countries\" and \"go-start\""),
            (7, "no action is called \"zoom\""),
            (8, "\"one-pane\" has no key"),
            (
                10,
                "F9 would be the key of \"note-on-paragraph\" and \"go-to\"",
            ),
        ] {
            let start = format!("{at}: ");
            let has = |line: &str| line.starts_with(&start) && line.contains(part);
            assert!(words.lines().any(has), "{at} {part} in\n{words}");
        }
        assert_eq!(bad.len(), 10, "{words}");
        assert_eq!(map.key_for(&[Context::Reader], Action::Report), "R");
        assert_eq!(map.key_for(&[Context::Reader], Action::GoTo), "F9");
    }

    #[test]
    fn two_actions_can_swap_their_keys() {
        let (map, bad) = with(&[("find", &["c"]), ("countries", &["/"])]);
        assert!(bad.is_empty(), "{bad:?}");
        assert_eq!(map.key_for(&[Context::Reader], Action::Find), "c");
    }
}
