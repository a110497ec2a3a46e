//! Any bytes as the text of the capture bar.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtable_fuzz::run("grammar", bytes));
