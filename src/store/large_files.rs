//! Reads a large notes file in pieces, so that memory use does not grow with its size.

use super::notes_file::{Damage, NotesFile, parse};

/// The size of a piece, in bytes. A smaller file is read as a whole.
const PIECE: usize = 16 << 20;

/// The most damage listed for a file.
const MOST_DAMAGE: usize = 1000;

/// Reads the intact records of a notes file of any size, as [`parse`] does.
pub(super) fn parse_any(bytes: &[u8], name: &str) -> NotesFile {
    in_pieces(bytes, name, PIECE)
}

fn in_pieces(bytes: &[u8], name: &str, size: usize) -> NotesFile {
    let (first, mut rest) = bytes.split_at(end_of_piece(bytes, size));
    let mut found = parse(first, name);
    let mut lines = count_lines(first);
    // Every piece but the first gets the author in a header of its own.
    let header = format!("notes = {{ author = \"{}\" }}\n", found.author);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(end_of_piece(rest, size));
        let read = parse(&[header.as_bytes(), piece].concat(), name);
        found.records.extend(read.records);
        let room = MOST_DAMAGE.saturating_sub(found.damage.len());
        let damage = read.damage.into_iter().take(room);
        found.damage.extend(damage.map(|damage| Damage {
            line: damage.line.map(|line| line + lines - 1),
            ..damage
        }));
        lines += count_lines(piece);
        rest = after;
    }
    found
}

/// Returns the end of a piece: before a block, or else after a line, or else anywhere.
fn end_of_piece(bytes: &[u8], size: usize) -> usize {
    let most = size.saturating_mul(2);
    if bytes.len() <= most {
        return bytes.len();
    }
    let (_, tail) = bytes.split_at(size);
    let tail = tail.get(..size).unwrap_or(tail);
    // No line inside a text begins with these.
    let heads: [&[u8]; 2] = [b"\n[[note]]", b"\n[[floor]]"];
    let is_head = |at: &usize| {
        let rest = tail.get(*at..).unwrap_or_default();
        heads.iter().any(|head| rest.starts_with(head))
    };
    let ends = || (0..tail.len()).filter(|at| tail.get(*at) == Some(&b'\n'));
    let end = ends().find(is_head).or_else(|| ends().next_back());
    end.map_or(most, |end| size + end + 1)
}

fn count_lines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

#[cfg(test)]
mod tests {
    use super::super::notes_file::{block, header};
    use super::*;
    use crate::model::{Author, Record};

    const NAME: &str = "paper.notes.ana.toml";

    fn records(count: usize) -> Vec<Record> {
        let blocks = (0..count).map(|number| {
            format!(
                "[[note]]\nid = 'n{number}'\nat = 2010-11-09T10:02:13Z\ntext = '''\n[a]\n{number}'''\n"
            )
        });
        let text = format!("notes.author = 'Bo'\n{}", blocks.collect::<String>());
        parse(text.as_bytes(), NAME).records
    }

    fn file(count: usize) -> String {
        let blocks: String = records(count).iter().map(block).collect();
        header(&Author::from_folded("bo"), "7f3a") + &blocks
    }

    #[test]
    fn a_file_reads_the_same_in_pieces_of_any_size() {
        let text = file(40);
        let whole = parse(text.as_bytes(), NAME);
        assert_eq!(whole.records.len(), 40);
        for size in [200, 300, 1000, 1 << 20] {
            assert_eq!(in_pieces(text.as_bytes(), NAME, size), whole, "{size}");
        }
    }

    #[test]
    fn damage_in_a_later_piece_has_its_line_number() {
        let text = file(40).replacen("id = \"n30\"", "id = \"?\"", 1);
        let whole = parse(text.as_bytes(), NAME);
        assert_eq!((whole.records.len(), whole.damage.len()), (39, 1));
        assert_eq!(in_pieces(text.as_bytes(), NAME, 300), whole);
    }

    #[test]
    fn splits_bytes_without_a_block() {
        assert_eq!(end_of_piece(&[b'x'; 100], 10), 20);
        assert_eq!(end_of_piece(b"xxxxxxxxxx\nxxxxx\nxxxxxxxxxxxxxx", 10), 17);
        let damage = in_pieces(&[b'\n', b'['].repeat(4000), NAME, 100).damage;
        assert_eq!(damage.len(), MOST_DAMAGE);
    }
}
