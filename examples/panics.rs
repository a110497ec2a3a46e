//! Takes over the terminal and panics; a test checks that the terminal is restored.

use std::sync::mpsc::channel;

use roundtable::shell::{Gate, Terminal};

#[expect(clippy::panic, reason = "to panic is what it is for")]
fn main() -> std::io::Result<()> {
    let (events, _) = channel();
    let _terminal = Terminal::take(Gate::default(), events)?;
    panic!("on purpose");
}
