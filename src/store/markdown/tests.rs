use proptest::prelude::*;

use super::*;
use crate::text::part;

/// Returns the text of each paragraph.
fn texts(markdown: &str) -> Vec<String> {
    let prose = paragraphs(markdown).into_iter();
    prose.map(|prose| prose.text).collect()
}

/// Returns the first paragraph, with the text of each of its marks.
fn one(markdown: &str) -> (String, Vec<(String, Mark)>) {
    let prose = paragraphs(markdown).remove(0);
    let marked = |span: Span| (part(&prose.text, span.range).to_owned(), span.mark);
    let spans = prose.spans.into_iter().map(marked).collect();
    (prose.text, spans)
}

fn anchor(id: &str) -> (String, Mark) {
    let id = EntryId::new(id).unwrap();
    (format!("[{id}]"), Mark::Footnote(id))
}

fn marked(text: &str, mark: Mark) -> (String, Mark) {
    (text.to_owned(), mark)
}

#[test]
fn only_blank_lines_separate_paragraphs() {
    assert_eq!(
        texts("one\ntwo\n\n \nthree  \nfour\r\n\r\nfive"),
        ["one two", "three\nfour", "five"]
    );
}

#[test]
fn emphasis_and_links_become_ranges() {
    let (text, spans) = one("An *old* **very *old* one**, see [*the* book](https://example.org).");
    assert_eq!(text, "An old very old one, see the book.");
    let expected = [
        marked("old", Mark::Emphasis),
        marked("very old one", Mark::Strong),
        marked("old", Mark::Emphasis),
        marked("the book", Mark::Link("https://example.org".to_owned())),
        marked("the", Mark::Emphasis),
    ];
    assert_eq!(spans, expected);
}

#[test]
fn marks_only_links_that_may_be_opened() {
    let address = |markdown: &str| match one(markdown).1.pop() {
        Some((_, Mark::Link(address))) => Some(address),
        _ => None,
    };
    assert_eq!(address("<https://a.org>").unwrap(), "https://a.org");
    assert_eq!(address("<me@a.org>").unwrap(), "mailto:me@a.org");
    assert_eq!(address("[a](MAILTO:me@a.org)").unwrap(), "MAILTO:me@a.org");
    assert_eq!(address("[a](javascript:alert)"), None);
    assert_eq!(address("[a](file:///etc/passwd)"), None);
    assert_eq!(address("[a](page.html)"), None);
    assert_eq!(address("[a](<https://a.org/ b>)"), None);
    assert_eq!(one("[a](javascript:alert)").0, "a");
}

#[test]
fn anchors_need_no_definition() {
    let (text, spans) = one("It holds.[^1] More![^note-2], *all of it[^3]*.");
    assert_eq!(text, "It holds.[1] More![note-2], all of it[3].");
    let expected = [
        anchor("1"),
        anchor("note-2"),
        marked("all of it[3]", Mark::Emphasis),
        anchor("3"),
    ];
    assert_eq!(spans, expected);
}

#[test]
fn anchors_in_code_or_escaped_are_text() {
    let (text, spans) = one(r"`[^1]` and \[^2] and [^3\] and [^not one] and [^]");
    assert_eq!(text, "[^1] and [^2] and [^3] and [^not one] and [^]");
    assert_eq!(spans, []);
}

#[test]
fn lists_keep_lines_numbers_and_nesting() {
    let (text, spans) = one("Three:\n- one\n  goes on\n- two\n  1. deep\n\n");
    assert_eq!(text, "Three:\n• one goes on\n• two\n  1. deep");
    let bullets = ["• ", "• ", "  1. "].map(|bullet| marked(bullet, Mark::Bullet));
    assert_eq!(spans, bullets);
    assert_eq!(texts("3. a\n4. b\n\n5. c"), ["3. a\n4. b", "5. c"]);
    assert_eq!(texts("-\n- a\n-"), ["• a"]);
    assert_eq!(texts("- a\n\t- b"), ["• a\n  • b"]);
    assert_eq!(one("- *a*").1.pop(), Some(marked("a", Mark::Emphasis)));
}

#[test]
fn shows_unsupported_markup_as_text() {
    assert_eq!(texts("a <b>bold</b> move<br>"), ["a <b>bold</b> move<br>"]);
    assert_eq!(
        texts("<div>\nin it\n</div>\n<!-- why -->"),
        ["<div>\nin it\n</div>\n<!-- why -->"]
    );
    assert_eq!(texts("# Head\n> quoted\n> twice"), ["Head\nquoted twice"]);
    assert_eq!(texts("![a map](map.png)"), ["a map"]);
    assert_eq!(texts("|a|b|\n|-|-|\n|c|d|"), ["a | b\nc | d"]);
    assert_eq!(texts("```\nx\n  y\n```\nz"), ["x\n  y\nz"]);
}

#[test]
fn shows_definitions_of_links_and_footnotes() {
    assert_eq!(texts("[sic]: yes"), ["[sic]: yes"]);
    assert_eq!(texts("> [a]: b\n> [c]: d"), ["[a]: b [c]: d"]);
    let (text, spans) = one("[^1]: see *there*\n[^2]:");
    assert_eq!(text, "[1]: see there\n[2]:");
    let expected = [anchor("1"), marked("there", Mark::Emphasis), anchor("2")];
    assert_eq!(spans, expected);
}

#[test]
fn leaves_out_paragraphs_that_show_nothing() {
    assert_eq!(
        texts("a\n\n***\n\n![](x.png)\n\n\u{200b}\n\n&nbsp;\n\nb"),
        ["a", "b"]
    );
    assert_eq!(texts("***"), [""; 0]);
    assert_eq!(texts(""), [""; 0]);
}

#[test]
fn common_indentation_is_not_code() {
    assert_eq!(
        texts("    an *old* one\n      goes on\n"),
        ["an old one goes on"]
    );
    assert_eq!(texts("\tone\n\n\ttwo\n"), ["one", "two"]);
}

#[test]
fn entities_cannot_add_control_characters() {
    assert_eq!(texts("a&#27;[31m&#x202e;b&rlm;\u{1b}c&lt;"), ["a[31mbc<"]);
    assert_eq!(one("[a](https://a.org/&#x202e;x)").1, []);
}

#[test]
fn deep_nesting_is_cheap() {
    for pattern in [
        "> ",
        "1. ",
        "- a\n  ",
        "[",
        "[^a",
        "*a_",
        "<",
        "`",
        "[a](",
        "[^a]: b\n",
    ] {
        let prose = paragraphs(&format!("{}end", pattern.repeat(50_000)));
        assert!(
            prose.iter().all(|prose| prose.text.len() < 2_000_000),
            "{pattern}"
        );
    }
}

fn check(markdown: &str) -> Result<(), TestCaseError> {
    for prose in paragraphs(markdown) {
        prop_assert!(!prose.text.trim().is_empty());
        prop_assert_eq!(clean(&prose.text), prose.text.as_str());
        prop_assert!(prose.spans.is_sorted_by_key(|span| span.range.start));
        for Span { range, mark } in prose.spans {
            let shown = prose.text.get(range);
            prop_assert!(shown.is_some_and(|shown| !shown.is_empty()), "{mark:?}");
            if let Mark::Footnote(id) = mark {
                let anchor = format!("[{id}]");
                prop_assert_eq!(shown, Some(anchor.as_str()));
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn ranges_fit_any_text(markdown in any::<String>()) {
        check(&markdown)?;
    }

    #[test]
    fn ranges_fit_anything_like_markdown(
        markdown in r"([*_\[\]^()<>|`!:# \n\t\\é&;~.-]|a|1|\[\^1\]|- |1\. |\n\n|https://a|日){0,40}",
    ) {
        check(&markdown)?;
    }

    #[test]
    fn no_letter_is_lost(
        words in proptest::collection::vec(
            (r"[a-z]{1,5}", r"[ \n]|\n\n|\n- |\n> |\n\[|\]: |\[\^|\* ?|\||`|  \n"), 1..20,
        ),
    ) {
        let markdown: String = words.iter().flat_map(|(word, between)| [word.as_str(), between]).collect();
        let shown: String = texts(&markdown).concat();
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
        prop_assert_eq!(letters(&shown), letters(&markdown));
    }
}
