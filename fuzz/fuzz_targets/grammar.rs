//! Any bytes, read as what somebody types into the capture bar.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roundtable_fuzz::run("grammar", bytes));
