//! Tests reading of files that were changed since they were written.

use super::*;

const NAME: &str = "paper.notes.anna.toml";

/// Returns the id, revision and text of each note, and the line and reason of all damage.
fn given_up(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let file = parse(bytes, NAME);
    assert_eq!(file.author.as_str(), "anna");
    let notes = file.records.iter().filter_map(Record::note);
    let notes = notes.map(|note| format!("{} {} {}", note.id.as_str(), note.rev, note.text));
    let damage = file.damage.iter().map(|damage| {
        let line = damage.line.unwrap_or_default();
        format!("{line} {}", damage.reason)
    });
    (notes.collect(), damage.collect())
}

#[test]
fn reads_the_complete_blocks_of_a_torn_file() {
    let torn = include_bytes!("../../../../tests/fixtures/notes/torn.toml");
    let (notes, damage) = given_up(torn);
    let whole = [
        "A 1 the first, whole",
        "C 1 # its text would mend the second\nx = 1 #",
        "F 1 the sixth, whole",
    ];
    assert_eq!(notes, whole);
    let places = [
        "14 skipped a damaged or incomplete block: invalid multi-line basic string, expected `\"`",
        "31 skipped an incomplete note: its text may be cut",
        "38 skipped a damaged or incomplete block: invalid date, expected `-` (MM-DD)",
        "51 skipped a damaged or incomplete block: invalid basic string, expected `\"`",
    ];
    assert_eq!(damage, places);
}

#[test]
fn reads_all_sides_of_a_conflict() {
    let conflict = include_bytes!("../../../../tests/fixtures/notes/conflict.toml");
    let (notes, damage) = given_up(conflict);
    let both = [
        "A 1 Opening of the session",
        "D 1 asks for data",
        "B 1 wants pooled recruitment",
        "A 2 Opening of the session, late",
        "E 1 Coffee, at last",
        "E 1 Coffee, again",
        "E 1 Coffee",
    ];
    assert_eq!(notes, both);
    let places =
        [15, 46].map(|line| format!("{line} an unresolved merge conflict; all sides are read"));
    assert_eq!(damage, places);
}

#[test]
fn reads_the_complete_blocks_of_a_hostile_file() {
    let hostile = include_bytes!("../../../../tests/fixtures/notes/hostile.toml");
    let (notes, damage) = given_up(hostile);
    let whole = [
        "A 1 \u{1b}[2J\u{7} \u{202e}escaped\u{202c}, so that all is kept \0\r",
        "E 1 a kind of a later version",
        "G 1 bare bidi: \u{202e}reversed\u{2066} and \u{2028} a line separator",
        "J 1 a question that is no id",
        "M 1 the last, whole",
    ];
    assert_eq!(notes, whole);
    let places = [
        "14 skipped a damaged or incomplete block: invalid multi-line basic string, expected `\\`, characters",
        "22 skipped a damaged or incomplete block: not UTF-8",
        "30 skipped a damaged or incomplete note: not a valid id: \"../D\"",
        "38 unknown kind \"dream\", read as a note; known: note, position, proposal, practice, \
         commitment, agreement, disagreement, question, quote, action, message",
        "46 skipped a damaged or incomplete note: not a date and time with a UTC offset: 2010-11-09T10:06:00",
        "62 skipped a damaged or incomplete block: duplicate key",
        "70 the note is kept without \"two words\", which is not a valid id",
        "70 the note is kept without its quote, which has no entry",
        "80 skipped a damaged or incomplete note: invalid value: integer `-1`, expected u32",
        "86 skipped a damaged or incomplete turn: missing field `to`",
        "101 skipped from here: key with no value, expected `=`",
    ];
    assert_eq!(damage, places);
}

#[test]
fn reads_a_file_written_by_hand() {
    let file = r#"
note = [{ id = "A", at = 2010-11-09T10:02:13.5Z, text = "inline" }]
notes.author = "Anna"
[extra]
rows = [
[1, 2],
]
words = """
[Mali] and
[1] foot
"""
"#;
    let (notes, damage) = given_up(file.as_bytes());
    assert_eq!((notes, damage), (vec!["A 1 inline".to_owned()], vec![]));

    let file = r#"[note] # one slip, and keys in another order
text = """
[Mali] said
======= so"""
at = 2010-11-09 10:02:13+05:30
id = "A"
"#;
    let (notes, damage) = given_up(file.as_bytes());
    assert_eq!(notes, ["A 1 [Mali] said\n======= so"]);
    assert_eq!(
        damage,
        ["1 no [notes] table with an author; the author in the file's name is used"]
    );
}

#[test]
fn limits_the_list_of_damage() {
    let (notes, damage) = given_up("[\n".repeat(2000).as_bytes());
    assert_eq!((notes.len(), damage.len()), (0, MOST_DAMAGE + 1));
}

#[test]
fn a_turn_without_its_end_is_incomplete() {
    let turn = "[[floor]]\nid = 'T'\nspeaker = 'ML'\nfrom = 2010-11-09T10:01:40-06:00\n";
    let end = "to = 2010-11-09T10:04:55-06:00";
    let head = "[notes]\nauthor = 'anna'\n";
    for cut in 0..=end.len() {
        let file = format!("{head}{turn}{}", end.get(..cut).unwrap());
        let records = parse(file.as_bytes(), NAME).records;
        assert_eq!(records.len(), usize::from(cut == end.len()), "{file}");
    }
}

#[test]
fn an_empty_file_is_not_damaged() {
    assert_eq!(given_up(b""), (vec![], vec![]));
    assert_eq!(given_up(b"\xef\xbb\xbf\r\n"), (vec![], vec![]));
}

#[test]
fn the_first_of_two_headers_is_used() {
    let file = b"[notes]\nauthor = 'anna'\ndevice = '1'\n[notes]\nauthor = 'bob'\n";
    let (_, damage) = given_up(file);
    assert_eq!(
        damage,
        ["4 a second [notes] table differs; the first one is used"]
    );
    assert_eq!(parse(file, NAME).device.as_deref(), Some("1"));
}

/// Stray lines after a block, such as a line torn by a merge, may open a string that is never
/// closed. The block before them is still read, whatever is appended.
#[test]
fn a_text_without_an_end_hides_no_block_before_it() {
    let block = |id: &str| {
        format!(
            "[[note]]\nid = \"{id}\"\nat = 2010-11-09T10:05:13-06:00\ntext = \"\"\"\nwords of {id}\"\"\"\n"
        )
    };
    for opened in [
        "ext = \"\"\"\n",
        "ext = \"\"\"",
        "ext = '''\nmore\n",
        "ext = \"\n",
    ] {
        let file = format!("[notes]\nauthor = \"anna\"\n\n{}{opened}", block("A"));
        let (before, _) = given_up(file.as_bytes());
        assert_eq!(before, ["A 1 words of A"], "{opened:?}");
        let appended = format!("{file}\n\n{}", block("B"));
        let (after, damage) = given_up(appended.as_bytes());
        assert_eq!(after, ["A 1 words of A", "B 1 words of B"], "{opened:?}");
        assert_eq!(damage.len(), 1, "{damage:?}");
    }
}
