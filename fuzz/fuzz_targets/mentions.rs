//! Any bytes as a text that may name countries.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtable_fuzz::run("mentions", bytes));
