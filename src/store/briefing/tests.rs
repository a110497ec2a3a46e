use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::model::{Entry, EntryId, Mark, Partnership};

const SMALL: &str = include_str!("../../../tests/fixtures/small.toml");

/// The smallest valid briefing.
const LEAST: &str = "schema = 1\n[paper]\ntitle = \"A\"\n[[context]]\nid = \"c\"\ntext = \"B\"\n";

fn decoded(text: &str) -> Briefing {
    let (briefing, mistakes) = decode_briefing(text);
    assert_eq!(mistakes, []);
    briefing.unwrap()
}

/// Returns each mistake of a text, with the part of the text that it is about.
fn placed_messages(text: &str) -> Vec<(String, String)> {
    let (_, mistakes) = decode_briefing(text);
    let one = |one: Diagnostic| {
        let place = one.place.and_then(|place| text.get(place));
        (place.unwrap_or_default().to_owned(), one.message)
    };
    mistakes.into_iter().map(one).collect()
}

fn codes(codes: &[CountryCode]) -> Vec<&str> {
    codes.iter().map(CountryCode::as_str).collect()
}

#[test]
fn reads_paper_and_aliases() {
    let briefing = decoded(SMALL);
    let paper = briefing.paper();
    assert_eq!(paper.title, "Bridges between harbours");
    assert_eq!(paper.session, "RT 9.9");
    assert_eq!(paper.date.unwrap().to_string(), "2011-03-02");
    assert_eq!(codes(&paper.co_chairs), ["BR", "FR"]);
    assert_eq!(codes(&paper.team), ["ML", "PT", "CI"]);
    let forms: Vec<_> = briefing.aliases().iter().map(|(form, _)| form).collect();
    assert_eq!(forms, ["Saint Thomas and Prince", "Timor"]);
}

#[test]
fn reads_the_fields_of_each_kind_of_entry() {
    let briefing = decoded(SMALL);
    let entry = |id| {
        let index = briefing.index_of(&EntryId::new(id).unwrap()).unwrap();
        &briefing.entries()[index]
    };
    let headings: Vec<_> = briefing.entries().iter().map(Entry::heading).collect();
    let expected = [
        "Objective 1",
        "Objective 2",
        "Bridge",
        "Shores and tides",
        "Brazil: a ferry that became a bridge",
        "A rope across the bay",
        "Question 1",
        "Footnote 1",
        "Footnote note-2",
    ];
    assert_eq!(headings, expected);

    let practice = entry("ferry-2004").practice();
    assert_eq!(practice.partnership, Some(Partnership::Bilateral));
    assert_eq!(codes(&practice.countries), ["BR", "CI"]);
    assert_eq!(practice.period, "2004–2006");
    let see = entry("q1")
        .see()
        .iter()
        .map(|index| briefing.entries()[*index].id().as_str());
    assert_eq!(see.collect::<Vec<_>>(), ["ferry-2004", "bridge"]);

    let paragraphs = &briefing.paragraphs()[entry("shores").paragraphs()];
    let [tides, needs, list] = paragraphs else {
        panic!("{paragraphs:?}")
    };
    let ids: Vec<_> = tides.footnotes().map(EntryId::as_str).collect();
    assert_eq!((ids, needs.number()), (vec!["1", "note-2"], 6));
    assert_eq!(
        list.text(),
        "• stone from Mali\n• timber:\n  1. oak\n  2. pine\n• patience"
    );
    assert_eq!(list.spans()[0].mark, Mark::Bullet);
}

#[test]
fn a_file_with_warnings_only_gives_a_briefing() {
    let (briefing, mistakes) = decode_briefing(&format!("speed = 3\n{LEAST}colour = \"red\"\n"));
    assert!(briefing.is_some());
    assert!(mistakes.iter().all(|one| one.severity == Severity::Warning));
    assert_eq!(mistakes.len(), 2);
}

#[test]
fn accepts_a_byte_order_mark() {
    decoded(&format!("\u{feff}{LEAST}"));
}

#[test]
fn accepts_inline_tables() {
    let text = "schema = 1\npaper = { title = \"A\" }\ncontext = [{ id = \"c\", text = \"B\" }]\n";
    assert_eq!(decoded(text).entries().len(), 1);
}

#[test]
fn lists_what_an_empty_file_lacks() {
    let messages: Vec<_> = placed_messages("")
        .into_iter()
        .map(|(_, message)| message)
        .collect();
    let expected = [
        "the file does not say its schema, which is taken to be 1",
        "the file has no [paper]",
        "the file has no entries: there is nothing to read",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn the_place_of_an_anchor_is_exact_even_after_escapes() {
    let text = LEAST.replace("\"B\"", r#""\u00e9 B[^1] and [^1]""#);
    let expected = ("[^1]".to_owned(), "no footnote has the id \"1\"".to_owned());
    assert_eq!(placed_messages(&text), [expected]);
    let text = LEAST.replace("\"B\"", r#""B[\u005e1]""#);
    assert_eq!(placed_messages(&text)[0].0, r#""B[\u005e1]""#);
}

#[test]
fn lists_each_wrong_type_once() {
    let wrong = [
        ("title = \"A\"", "title = 1"),
        ("title = \"A\"", "title = \"A\"\nteam = [\"BR\", 2]"),
        ("title = \"A\"", "title = \"A\"\nsession = true"),
        ("title = \"A\"", "title = \"A\"\ndate = 10:00:00"),
        ("text = \"B\"", "text = [\"B\"]"),
        ("id = \"c\"", "id = 2010-11-08"),
        ("[[context]]", "[[examples]]\ncountries = {}"),
        ("[[context]]", "objectives = \"B\"\n[[context]]"),
        ("schema = 1", "schema = 1.0"),
        ("schema = 1", "schema = 0x1"),
        ("schema = 1", "schema = 1\naliases = [{ Mali = \"ML\" }]"),
        ("schema = 1", "schema = 1\nquestions = [7]"),
    ];
    for (right, wrong) in wrong {
        let messages = placed_messages(&LEAST.replace(right, wrong));
        let is_about_it = |message: &str| {
            let starts = ["expected", "unknown schema", "unknown key \"objectives\""];
            starts.iter().any(|start| message.starts_with(start))
        };
        assert_eq!(messages.len(), 1, "{wrong}: {messages:?}");
        assert!(is_about_it(&messages[0].1), "{wrong}: {messages:?}");
    }
}

#[test]
fn broken_syntax_neither_hides_nor_adds_mistakes() {
    let text = format!(
        "{}[[questions]]\nid: \"q\"\ntext = \"C\"\n[[questions]]\nid = \"r\"\n",
        LEAST.replace("title = \"A\"", "title = \"A\nteam = [\"Frnace\"]")
    );
    let messages: Vec<_> = placed_messages(&text)
        .into_iter()
        .map(|(_, message)| message)
        .collect();
    let expected = [
        "this text has no closing quote",
        "unknown country code \"Frnace\"",
        "expected = after the key",
        "\"r\" has no text",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn a_text_without_end_is_an_error_even_with_other_mistakes_on_its_line() {
    let text = LEAST.replace("\"B\"", "'''B\n[[examples]]\n''' \"x\"");
    assert_eq!(
        placed_messages(&text)[0].1,
        "this text has no end before the next [[examples]]"
    );
    let text = LEAST.replace("\"B\"", "\"\"\"\\q\n[[examples]]\n\"\"\"");
    assert_eq!(
        placed_messages(&text)[0].1,
        "this text has no end before the next [[examples]]"
    );
}

#[test]
fn mistakes_come_in_the_order_of_the_file() {
    let (briefing, mistakes) = decode_briefing(include_str!("../../../tests/fixtures/many.toml"));
    assert_eq!(briefing, None);
    assert!(mistakes.len() > 20);
    assert!(mistakes.is_sorted_by_key(|one| one.place.as_ref().map(|place| place.start)));
    assert!(mistakes.iter().all(|one| one.cure.is_some()));
}

#[test]
fn endless_nesting_is_one_error() {
    let (depth, open) = (100_000, "[[context]]\n");
    let nested = [
        format!("a = {}", "[".repeat(depth)),
        format!("a = {}{}", "[".repeat(depth), "]".repeat(depth)),
        format!("a = {}", "{a=".repeat(depth)),
        format!("{}a = 1", "a.".repeat(depth)),
        format!("[{}a]", "a.".repeat(depth)),
        format!("[[{}a]]", "a.".repeat(depth)),
        format!("{open}text = {{ {} = 1 }}", vec!["a"; depth].join(".")),
    ];
    for text in nested {
        let messages = placed_messages(&text)
            .into_iter()
            .map(|(_, message)| message);
        let messages: Vec<_> = messages.collect();
        assert_eq!(messages, ["tables or lists are nested too deeply"]);
    }
    // The deepest nesting that the parser accepts: dropping it must not overflow the stack.
    let inner = format!("{{{}a=", "b.".repeat(78));
    let deep = format!("a = {}1{}", inner.repeat(79), "}".repeat(79));
    assert!(decode_briefing(&deep).0.is_none());
}

#[test]
fn hostile_texts_are_read_quickly() {
    let texts = [
        "[".repeat(1_000_000),
        "[\n".repeat(50_000),
        "a\n".repeat(50_000),
        "\"\"\"\n".repeat(50_000),
        format!("a = [{}", "1 ".repeat(50_000)),
        format!("{LEAST}team = [{}]", "\"Frnace\", ".repeat(50_000)),
        format!("{LEAST}text = 3\n{}", "text = 3\n".repeat(50_000)),
        format!("{LEAST}[{}]\n", "x".repeat(1_000_000)),
        LEAST.replace("\"B\"", &format!("\"{}\"", "[^1] ".repeat(100_000))),
        LEAST.replace("\"c\"", &format!("\"{}\"", "c".repeat(1_000_000))),
    ];
    for text in texts {
        check(&text).unwrap();
    }
    let mut large = LEAST.to_owned();
    for number in 0..20_000 {
        let _ = write!(
            large,
            "[[questions]]\nid = \"q{number}\"\ntext = \"C[^{number}]\"\nsee = [\"x{number}\"]\n"
        );
    }
    assert_eq!(decode_briefing(&large).1.len(), 40_000);
}

/// Checks what holds for any text.
fn check(text: &str) -> Result<(), TestCaseError> {
    let (briefing, mistakes) = decode_briefing(text);
    let has_errors = mistakes.iter().any(|one| one.severity == Severity::Error);
    prop_assert_eq!(briefing.is_none(), has_errors);
    for place in mistakes.iter().filter_map(|one| one.place.clone()) {
        prop_assert!(text.get(place.clone()).is_some(), "{place:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn reads_any_text(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn reads_anything_like_toml(
        text in r#"(\[|\]|=|"|"""|'|\.|,|\n|\{|\}|#| |\\|é|[a-z1]|id|text|title = "A"\n|\[paper\]\n|\[\[context\]\]\n|see = |date = |2010-11-08){0,60}"#,
    ) {
        check(&text)?;
    }

    #[test]
    fn reads_a_damaged_file(
        damages in proptest::collection::vec((0..SMALL.len(), 0usize..40, any::<[u8; 2]>()), 1..6),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, length, new) in damages {
            let at = at.min(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, new);
        }
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn reads_a_truncated_file(end in 0..SMALL.len()) {
        let bytes = SMALL.as_bytes().get(..end).unwrap_or_default();
        check(&String::from_utf8_lossy(bytes))?;
    }
}
