//! Any bytes as a notes file that a note is added to.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtable_fuzz::run("notes_added", bytes));
