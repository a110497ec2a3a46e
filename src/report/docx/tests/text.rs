//! Tests the text of a document: clean, annex, brief, working copy.

use super::*;

#[test]
fn clean_names_speakers_only_in_practices_commitments_and_their_list() {
    insta::assert_snapshot!(outline(&session(), Options::default()), @r##"
    [Title] Partnerships & migration
    [Subtitle] Report of the session · RT 1.1
    Global Forum
    DRAFT
    [Details] Date	9 November 2010
    [Details] Co-chairs	Brazil, France
    [Details] Rapporteur	rapporteur
    [Details] Paper	www.example.org
    [Heading1] Key messages
    [ListBullet] Rights travel with people.
    [Heading1] Objectives of the session
    [ListBullet] To learn from what works.
    [Heading1] Question 1
    [Quote] How can partners share data?
    [Heading2] Discussion
    [ListBullet] Free movement is law, not yet life.|Borders stay slow.[^1]
    [ListBullet] “We count people, not files.”
    [Heading2] Practices cited
    [ListBullet] Mali – a help desk at the border
    [Heading2] Proposals
    [ListBullet] one register for the region
    [Heading1] Question 2
    [Quote] Who pays?
    Nothing was noted.
    [Heading1] Other matters
    [Heading2] Points of agreement
    [ListBullet] to meet again
    [Heading1] Good practices
    Country ¦ Practice ¦ In the paper
    Brazil ¦ Regularization programme (2008–2009) ¦ §4 c
    Mali ¦ a help desk at the border ¦ from the room
    [Heading1] Recommendations and voluntary commitments
    Who ¦ What ¦ By when
    Mali ¦ opens a second desk by 2012 ¦ by 2012
    [Heading1] Next steps
    [ListBullet] the chairs send a paper round
    [Heading1] Gaps and open questions
    [ListBullet] what of returns?
    [Heading1] Speakers
    Mali, Ghana
    [^1] [FootnoteText]  §3.3, Border and regional migration
    "##);
}

#[test]
fn the_annex_is_the_clean_report_and_the_record() {
    let clean = outline(&session(), Options::default());
    let options = Options {
        face: Face::Annex,
        language: Language::French,
        ..Options::default()
    };
    let annex = outline(&session(), options);
    let (before, record) = annex.split_once("[Heading1] <page> ").unwrap();
    let bodies = clean.lines().filter(|line| !line.starts_with("[^"));
    assert_eq!(before.lines().count(), bodies.count());
    insta::assert_snapshot!(record, @r##"
    Annexe : compte rendu des débats
    [RecordEntry] 10:01 · Mali · Question 1 · position
    wants open borders
    [RecordEntry] 10:05 · Ghana · Question 1 · citation
    [Quote] « We count people, not files. »
    [RecordEntry] 10:07 · note[^2]
    [Heading2] Intervenants
    Intervenant ¦ Interventions ¦ Minutes
    Mali ¦ 2 ¦ 3:05
    Ghana ¦ 1 ¦ 1:00

    [^1] [FootnoteText]  §3.3, Border and regional migration
    [^2] [FootnoteText]  ¶12
    "##);
}

#[test]
fn the_brief_has_messages_commitments_and_next_steps() {
    let options = Options {
        face: Face::Brief,
        is_final: true,
        ..Options::default()
    };
    insta::assert_snapshot!(outline(&session(), options), @r##"
    [Title] Partnerships & migration
    [Subtitle] Oral report to the plenary · RT 1.1
    Global Forum
    [Details] Date	9 November 2010
    [Details] Co-chairs	Brazil, France
    [Details] Rapporteur	rapporteur
    [Heading1] Key messages
    [ListBullet] Rights travel with people.
    [Heading1] Recommendations and voluntary commitments
    Who ¦ What ¦ By when
    Mali ¦ opens a second desk by 2012 ¦ by 2012
    [Heading1] Next steps
    [ListBullet] the chairs send a paper round
    "##);
}

#[test]
fn only_the_working_copy_has_counts_and_numbers() {
    let options = Options {
        is_working: true,
        ..Options::default()
    };
    let working = outline(&session(), options);
    for sign in ["(2 delegations)", "(1 delegation)", "#4)", "Working copy"] {
        assert!(working.contains(sign), "{sign}: {working}");
    }
    for face in [Face::Clean, Face::Annex, Face::Brief] {
        let options = Options {
            face,
            ..Options::default()
        };
        let other = outline(&session(), options);
        assert!(
            !other.contains("delegation") && !other.contains('#'),
            "{other}"
        );
    }
}

#[test]
fn each_page_of_a_draft_is_marked_until_it_is_final() {
    let running = |is_final| {
        let options = Options {
            is_final,
            ..Options::default()
        };
        let header = parts(&session(), options)
            .remove("word/header.xml")
            .unwrap();
        let header = Document::parse(&header).unwrap();
        paragraph(header.root())
    };
    assert_eq!(running(false), "[Header] RT 1.1 · DRAFT");
    assert_eq!(running(true), "[Header] RT 1.1");
}

#[test]
fn document_properties_have_title_and_language() {
    for (language, tag) in [
        (Language::English, "en-GB"),
        (Language::Portuguese, "pt-BR"),
    ] {
        let options = Options {
            language,
            ..Options::default()
        };
        let parts = parts(&session(), options);
        let core = Document::parse(&parts["docProps/core.xml"]).unwrap();
        assert_eq!(
            all(&core, "title")[0].text(),
            Some("Partnerships & migration")
        );
        assert_eq!(all(&core, "language")[0].text(), Some(tag));
        let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
        assert_eq!(value(all(&styles, "lang")[0], "val"), Some(tag));
    }
}

#[test]
fn an_empty_session_gives_a_document() {
    insta::assert_snapshot!(outline(&Report::default(), Options::default()), @r##"
    [Title]
    [Subtitle] Report of the session
    DRAFT
    [Heading1] Key messages
    Nothing was noted.
    "##);
}
