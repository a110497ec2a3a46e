//! The laws of reading and writing, tested with any Unicode text and any damage.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{block, header, parse};
use crate::model::{
    Anchor, Author, Digest, EntryId, Note, NoteId, NoteKind, Record, Speaker, Turn,
};
use crate::text::fold;

/// Pieces of texts that could break a file.
const PIECES: [&str; 28] = [
    "[[note]]",
    "[notes]",
    "[",
    "id = \"A\"",
    "text = ",
    "\"\"\"",
    "\"",
    "'''",
    "\\",
    "\\u",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "#",
    "# a",
    "x = 1",
    "<<<<<<< a",
    "=======",
    "||||||| b",
    ">>>>>>> c",
    "\u{202e}",
    "\u{2028}",
    "\0",
    "\t",
    " ",
    "é",
    "\u{1f1f2}\u{1f1f1}",
];

fn texts() -> impl Strategy<Value = String> {
    let hostile = vec(select(&PIECES[..]), 0..9).prop_map(|pieces| pieces.concat());
    prop_oneof![hostile, any::<String>()]
}

fn entries() -> impl Strategy<Value = EntryId> {
    texts().prop_filter_map("no id", |text| {
        EntryId::new(&text.replace(|c: char| c.is_whitespace() || c.is_control(), "-"))
    })
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    // The years 1 to 9998 of TOML, and offsets of up to 18 hours.
    let moment = (-62_135_000_000_i64..253_370_000_000, -1080..=1080);
    let head = (
        "[0-9A-Za-z-]{1,26}",
        prop_oneof![1_u32.., Just(u32::MAX)],
        moment,
        select(&NoteKind::ALL[..]),
    );
    let about = (
        prop::option::of((entries(), texts())),
        prop::option::of(entries()),
    );
    let note = (
        head,
        about,
        prop::option::of(texts()),
        texts(),
        (any::<bool>(), any::<bool>(), vec("[0-9a-f]{16}", 0..3)),
    );
    let record = note.prop_map(
        |(
            (id, rev, (second, minutes), kind),
            about,
            speaker,
            text,
            (deleted, is_turn, settles),
        )| {
            let settles = settles.iter().filter(|_| rev == u32::MAX);
            let settles = settles.map(|hex| Digest::from_hex(hex).unwrap()).collect();
            let offset = Offset::from_seconds(minutes * 60).unwrap();
            let at = Timestamp::from_second(second).unwrap();
            let at = at.to_zoned_datetime(TimeZone::fixed(offset));
            let id = NoteId::new(&id).unwrap();
            if is_turn {
                return Record::Turn(Turn {
                    id,
                    rev,
                    speaker: Speaker(text),
                    from: at.clone(),
                    to: at,
                    deleted,
                    settles,
                    author: Author::from_folded(""),
                });
            }
            Record::Note(Note {
                id,
                rev,
                at,
                kind,
                speaker: speaker.map(Speaker),
                question: about.1,
                anchor: about.0.map(|(entry, quote)| Anchor { entry, quote }),
                text,
                deleted,
                settles,
                author: Author::from_folded(""),
            })
        },
    );
    vec(record, 0..5)
}

/// A written file in pieces: the header, then one piece per block.
#[derive(Debug)]
struct WrittenFile {
    name: String,
    author: Author,
    records: Vec<Record>,
    pieces: Vec<String>,
}

impl WrittenFile {
    fn whole(&self) -> String {
        self.pieces.concat()
    }

    /// Returns the notes whose blocks end before a byte, not counting the line end.
    fn before(&self, cut: usize) -> Vec<Record> {
        let mut end = 0;
        let ends = self.pieces.iter().map(|piece| {
            end += piece.len();
            end - 1
        });
        let kept = ends.skip(1).filter(|end| *end <= cut).count();
        self.records.iter().take(kept).cloned().collect()
    }
}

fn files() -> impl Strategy<Value = WrittenFile> {
    (texts(), "[0-9a-f]{4}", records()).prop_map(|(author, device, records)| {
        let author = Author::from_folded(&fold(&author));
        let records: Vec<_> = records
            .into_iter()
            .map(|record| record.by(&author))
            .collect();
        let pieces = [header(&author, &device)].into_iter();
        WrittenFile {
            name: format!("paper.notes.{author}.toml"),
            pieces: pieces.chain(records.iter().map(block)).collect(),
            author,
            records,
        }
    })
}

/// Makes a record to append after a torn end, with a text that could complete the torn one.
fn appended(author: &Author) -> Record {
    let file = "[[note]]\nid = \"LAST\"\nat = 2010-11-09T10:02:13Z\ntext = '''# ok\nx = '''\n";
    let record = parse(file.as_bytes(), "").records.pop().unwrap();
    record.by(author)
}

/// Returns the UTC offset of a record.
fn offset(record: &Record) -> Offset {
    match record {
        Record::Note(note) => note.at.offset(),
        Record::Turn(turn) => turn.from.offset(),
    }
}

proptest! {
    #[test]
    fn reads_back_all_that_was_written(file in files()) {
        let text = file.whole();
        prop_assert!(toml::from_str::<toml::Table>(&text).is_ok(), "{text}");
        let read = parse(text.as_bytes(), "");
        prop_assert_eq!(&read.damage, &[]);
        prop_assert_eq!(&read.author, &file.author);
        prop_assert_eq!(&read.records, &file.records);
        for (read, written) in read.records.iter().zip(&file.records) {
            prop_assert_eq!(offset(read), offset(written));
        }
    }

    #[test]
    fn crlf_line_ends_change_nothing(file in files()) {
        let text = format!("\u{feff}{}", file.whole().replace('\n', "\r\n"));
        let read = parse(text.as_bytes(), "");
        prop_assert_eq!((&read.records, &read.damage), (&file.records, &vec![]));
    }

    #[test]
    fn a_cut_keeps_every_block_before_it(file in files(), at in any::<Index>()) {
        let text = file.whole();
        let cut = at.index(text.len() + 1);
        let read = parse(&text.as_bytes()[..cut], &file.name);
        prop_assert_eq!(read.records, file.before(cut));
    }

    #[test]
    fn a_block_after_a_torn_end_is_kept(file in files(), at in any::<Index>()) {
        let text = file.whole();
        let cut = at.index(text.len() + 1);
        let mut bytes = text.as_bytes()[..cut].to_vec();
        if bytes.last().is_some_and(|last| *last != b'\n') {
            bytes.push(b'\n');
        }
        let last = appended(&file.author);
        bytes.extend(block(&last).bytes());
        let mut expected = file.before(cut);
        expected.push(last);
        prop_assert_eq!(parse(&bytes, &file.name).records, expected);
    }

    #[test]
    fn markers_between_blocks_lose_no_block(file in files(), places in vec((0..6_usize, 0..4_usize), 0..6)) {
        let mut pieces = file.pieces.clone();
        for (place, marker) in places {
            let marker = ["<<<<<<< HEAD\n", "||||||| 1a2b\n", "=======\n", ">>>>>>> b\n"][marker];
            pieces.insert(place.min(pieces.len()), marker.to_owned());
        }
        let read = parse(pieces.concat().as_bytes(), &file.name);
        for note in &file.records {
            prop_assert!(read.records.contains(note), "{}", pieces.concat());
        }
        prop_assert_eq!(read.records.len(), file.records.len());
    }

    #[test]
    fn damage_inside_a_block_costs_no_other_block(
        file in files(), at in any::<Index>(), junk in vec(any::<u8>(), 0..9), gap in 0..40_usize,
    ) {
        let mut bytes = file.whole().into_bytes();
        let (mut end, start) = (0, at.index(bytes.len()));
        let stop = bytes.len().min(start + gap);
        let untouched = file.pieces.iter().skip(1).zip(&file.records);
        let mut kept = Vec::new();
        end += file.pieces[0].len();
        for (piece, note) in untouched {
            // The byte before a block is the line end that starts it.
            if stop < end || end + piece.len() <= start {
                kept.push(note.clone());
            }
            end += piece.len();
        }
        bytes.splice(start..stop, junk.into_iter().filter(|byte| *byte != b'['));
        let read = parse(&bytes, &file.name);
        for note in kept {
            let mut read = read.records.iter().map(|one| one.clone().by(&file.author));
            prop_assert!(read.any(|one| one == note));
        }
    }

    #[test]
    fn reads_any_bytes(bytes in vec(any::<u8>(), 0..200), text in texts()) {
        parse(&bytes, &text);
        parse(text.as_bytes(), &text);
    }
}

#[test]
fn a_text_cut_to_two_quotation_marks_is_incomplete() {
    let author = Author::from_folded("a");
    let file = header(&author, "7f3a") + &block(&appended(&author));
    for cut in 0..file.len() - 1 {
        let read = parse(&file.as_bytes()[..cut], "paper.notes.a.toml");
        assert_eq!(read.records, [], "cut at {cut}");
    }
}
