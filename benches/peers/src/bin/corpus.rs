//! Shows what the synthetic briefings look like: `cargo run --release --bin corpus -- 1000 100000`.

use std::collections::HashMap;
use std::io::{self, Write};

use anyhow::Result;
use peers::SEED;
use peers::corpus::Corpus;
use roundtable::text::words;

/// The default sizes, in paragraphs.
const SIZES: [usize; 3] = [1000, 10_000, 100_000];

fn main() -> Result<()> {
    let sizes: Result<Vec<usize>, _> = std::env::args().skip(1).map(|size| size.parse()).collect();
    let sizes = Some(sizes?).filter(|sizes| !sizes.is_empty());
    let mut out = io::stdout().lock();
    for size in sizes.unwrap_or_else(|| SIZES.to_vec()) {
        let corpus = Corpus::new(size, SEED)?;
        let mut counts: HashMap<String, usize> = HashMap::new();
        for text in corpus.texts() {
            for word in words(text) {
                *counts.entry(word.folded).or_default() += 1;
            }
        }
        let all: usize = counts.values().sum();
        let once = counts.values().filter(|count| **count == 1).count();
        let most = counts.values().max().copied().unwrap_or_default();
        writeln!(
            out,
            "{size} paragraphs, {}: {} bytes, {all} words, {} distinct, {once} of them once, \
             the most frequent {most} times",
            corpus.source,
            corpus.bytes(),
            counts.len(),
        )?;
        let middle = corpus.briefing.entries().get(size / 6);
        let heading = middle.map_or("", |entry| entry.heading());
        let paragraph = middle.map_or(0, |entry| entry.paragraphs().start);
        let text = corpus.texts().nth(paragraph).unwrap_or_default();
        writeln!(out, "  {heading}\n    {text}")?;
    }
    Ok(())
}
