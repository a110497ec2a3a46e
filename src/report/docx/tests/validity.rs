//! Tests that a document is valid: escaping, parts, ids, tables.

use super::*;
use crate::report::docx::write;

const HOSTILE: [&str; 6] = [
    "</w:t></w:r></w:p><w:p><w:r><w:instrText>HYPERLINK \"http://example.org\"</w:instrText>",
    "{ HYPERLINK \"http://example.org\" } { DDEAUTO c:\\\\windows cmd.exe }",
    "=cmd|' /C calc'!A0 <script>alert(1)</script> &lt; &#x0; ]]> <!-- <?xml",
    "\u{0}\u{1}\u{b}\u{1b}[31m\u{202e}txt\u{2066}\u{feff}\u{fffe}\u{ffff}\u{85}next",
    "line\r\nline\u{2028}line\ttab",
    "\u{e0041}👨\u{200d}👩\u{200d}👧 می\u{200c}خواهم",
];

/// Returns a report with the text in every field that a note or a briefing can fill.
fn filled(text: &str) -> Report {
    let word = || text.to_owned();
    let mut report = session();
    let header = &mut report.header;
    for part in [
        &mut header.title,
        &mut header.session,
        &mut header.event,
        &mut header.day,
    ] {
        *part = word();
    }
    header.co_chairs = vec![word()];
    let cited = Some(cites(1, text, text));
    let new = PracticeRow {
        cites: cited.clone(),
        period: word(),
        countries: vec![word()],
        ..PracticeRow::default()
    };
    report.practices.push(new.clone());
    report.themes[0].question = word();
    report.themes[0].practices.push(new);
    report.key_messages.push(Point {
        cites: cited.clone(),
        ..point(1, text)
    });
    report.objectives.push(word());
    report.commitments.push(Commitment {
        who: word(),
        what: word(),
        by_when: word(),
        ..Commitment::default()
    });
    report.speakers[0].name = word();
    report.record.push(RecordRow {
        cites: cited,
        ..record_row(9, text, "quote", text)
    });
    report
}

fn annex(report: &Report) -> BTreeMap<String, String> {
    let options = Options {
        face: Face::Annex,
        is_working: true,
        ..Options::default()
    };
    parts(report, options)
}

/// Returns whether XML 1.0 permits a character.
fn is_permitted(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn hostile_text_adds_no_markup() {
    let huge = "x".repeat(10_000);
    for text in HOSTILE.into_iter().chain([huge.as_str()]) {
        let mut fields = 0;
        for (name, part) in annex(&filled(text)) {
            assert!(part.chars().all(is_permitted), "{name}: {text:?}");
            let unsafe_ones = "\u{202e}\u{2066}\u{feff}\u{1b}\u{e0041}";
            assert!(
                !part.contains(|c| unsafe_ones.contains(c)),
                "{name}: {text:?}"
            );
            let document = Document::parse(&part).unwrap_or_else(|e| panic!("{name}: {e}"));
            let active = [
                "instrText",
                "hyperlink",
                "fldChar",
                "object",
                "script",
                "altChunk",
            ];
            for tag in active {
                assert!(all(&document, tag).is_empty(), "{name}: {tag}");
            }
            fields += all(&document, "fldSimple").len();
        }
        assert_eq!(fields, 1, "the number of the page");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_back(text in any::<String>()) {
        let report = Report {
            objectives: vec![text.clone()],
            ..Report::default()
        };
        let parts = parts(&report, Options::default());
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let paragraphs = all(&document, "p");
        let read = paragraph(*paragraphs.last().unwrap());
        let meant = clean(&text).replace(['\u{fffe}', '\u{ffff}'], "");
        prop_assert_eq!(read, format!("[ListBullet] {}", meant.replace('\n', "|")));
    }
}

#[test]
fn every_part_that_another_names_exists() {
    let parts = annex(&session());
    let types = Document::parse(&parts["[Content_Types].xml"]).unwrap();
    let listed: BTreeSet<String> = all(&types, "Override")
        .into_iter()
        .map(|it| {
            value(it, "PartName")
                .unwrap()
                .trim_start_matches('/')
                .to_owned()
        })
        .collect();
    let mut targets = BTreeSet::new();
    for (rels, folder) in [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/"),
    ] {
        let document = Document::parse(&parts[rels]).unwrap();
        let relationships = all(&document, "Relationship");
        let target = |it| format!("{folder}{}", value(it, "Target").unwrap());
        targets.extend(relationships.into_iter().map(target));
    }
    let is_rels = |name: &&String| name.contains("_rels/") || name.starts_with('[');
    let written: BTreeSet<String> = parts.keys().filter(|it| !is_rels(it)).cloned().collect();
    assert_eq!(targets, written);
    assert_eq!(listed, written);
}

#[test]
fn every_id_that_is_used_is_defined() {
    let parts = annex(&session());
    let texts = |name: &str| Document::parse(&parts[name]).unwrap();
    let values = |document: &Document<'_>, tag: &str, attribute: &str| -> Vec<String> {
        let nodes = all(document, tag).into_iter();
        nodes
            .filter_map(|it| value(it, attribute))
            .map(str::to_owned)
            .collect()
    };
    let styles = texts("word/styles.xml");
    let defined = values(&styles, "style", "styleId");
    for name in parts
        .keys()
        .filter(|name| name.starts_with("word/") && !name.contains("_rels/"))
    {
        let document = texts(name);
        for tag in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
            for style in values(&document, tag, "val") {
                assert!(defined.contains(&style), "{name}: {tag} {style}");
            }
        }
    }
    let (document, footnotes) = (texts("word/document.xml"), texts("word/footnotes.xml"));
    let mut notes = values(&footnotes, "footnote", "id");
    let separators: Vec<String> = notes.drain(..2).collect();
    assert_eq!(notes, values(&document, "footnoteReference", "id"));
    assert_eq!(all(&footnotes, "footnoteRef").len(), notes.len());
    assert_eq!(
        separators,
        values(&texts("word/settings.xml"), "footnote", "id")
    );
    let rels = values(&texts("word/_rels/document.xml.rels"), "Relationship", "Id");
    for tag in ["headerReference", "footerReference"] {
        assert!(rels.contains(&values(&document, tag, "id")[0]), "{tag}");
    }
    let numbering = texts("word/numbering.xml");
    assert_eq!(
        values(&styles, "numId", "val"),
        values(&numbering, "num", "numId")
    );
}

#[test]
fn tables_repeat_their_header_row_on_each_page() {
    let parts = annex(&session());
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let tables = all(&document, "tbl");
    assert_eq!(tables.len(), 3);
    for table in tables {
        let rows = table.children().filter(|it| it.tag_name().name() == "tr");
        let heads = rows.map(|row| {
            row.descendants()
                .any(|it| it.tag_name().name() == "tblHeader")
        });
        let heads: Vec<bool> = heads.collect();
        assert_eq!(heads.iter().position(|it| *it), Some(0));
        assert_eq!(heads.iter().filter(|it| **it).count(), 1);
        let after = table.next_sibling().unwrap();
        assert_eq!(after.tag_name().name(), "p");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let written = || write(&session(), Options::default()).unwrap();
    assert_eq!(written(), written());
    let mut archive = ZipArchive::new(Cursor::new(written())).unwrap();
    for at in 0..archive.len() {
        let time = archive.by_index(at).unwrap().last_modified();
        assert_eq!(time, Some(zip::DateTime::default()));
    }
}
