//! Any bytes as a briefing.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtable_fuzz::run("briefing", bytes));
