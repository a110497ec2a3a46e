//! Any bytes as a notes file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtable_fuzz::run("notes_file", bytes));
