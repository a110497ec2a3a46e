//! Prints all messages as a table for translators, with tabs between the columns:
//! `cargo run --example messages > messages.tsv`.

use std::io::{self, Write as _, stdout};

use roundtable::messages::{Language, TableRow, table};

fn main() -> io::Result<()> {
    let mut out = stdout().lock();
    let languages = Language::ALL.map(Language::code).join("\t");
    writeln!(out, "id\tshown\t{languages}")?;
    for TableRow { id, shown, words } in table() {
        let words = words.map(Option::unwrap_or_default).join("\t");
        writeln!(out, "{id}\t{shown}\t{words}")?;
    }
    Ok(())
}
