//! Measures how often a few words of a paragraph find it: `cargo run --release --bin known_item --
//! [PARAGRAPHS] [QUERIES] [SYSTEM]..`
//!
//! The systems are `roundtable` and `tantivy`; both by default. Systems that match letters in order
//! are absent: scanning this many paragraphs takes them too long.

use std::io::{self, Write};

use anyhow::Result;
use peers::SEED;
use peers::corpus::Corpus;
use peers::query::{KnownItem, known};
use peers::systems::{Operator, Scoring, Setup, System, Tantivy, Widening, roundtable};

/// The default number of paragraphs.
const PARAGRAPHS: usize = 100_000;
/// The default number of queries.
const QUERIES: usize = 400;
/// The number of hits that are looked at.
const MOST: usize = 10;

/// The name of a kind of query, the query of that kind, and how to widen it if the kind is known.
type Mode = (&'static str, fn(&KnownItem) -> &str, Widening);

const MODES: [Mode; 3] = [
    ("whole words", |known| &known.clean, Widening::Whole),
    ("last word cut", |known| &known.cut, Widening::Cut),
    ("one slip", |known| &known.slip, Widening::Slip),
];

fn main() -> Result<()> {
    let (numbers, systems): (Vec<_>, Vec<_>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.parse::<usize>().is_ok());
    let numbers: Vec<usize> = numbers.iter().flat_map(|size| size.parse()).collect();
    let wanted = |name: &str| systems.is_empty() || systems.iter().any(|system| system == name);
    let size = numbers.first().copied().unwrap_or(PARAGRAPHS);
    let count = numbers.get(1).copied().unwrap_or(QUERIES);
    let corpus = Corpus::new(size, SEED)?;
    let queries = known(&corpus, count, SEED);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{size} paragraphs, {count} queries, {}\n\n\
         | queries | system | success@1 | success@3 | MRR@10 |\n|---|---|---|---|---|",
        corpus.source
    )?;
    let tantivy = wanted("tantivy").then(|| Tantivy::new(&corpus));
    let mut product = wanted("roundtable").then(|| roundtable(&corpus));
    for (mode, query, widening) in MODES {
        let mut row = |name: &str, system: &mut dyn System| {
            let [first, third, mrr] = judge(system, &queries, query);
            writeln!(
                out,
                "| {mode} | {name} | {first:.3} | {third:.3} | {mrr:.3} |"
            )?;
            out.flush()
        };
        if let Some(product) = &mut product {
            row(&product.name(), product)?;
        }
        let Some(tantivy) = &tantivy else { continue };
        let told = [
            Setup::new(Operator::And, widening, Scoring::Constant),
            Setup::new(Operator::And, widening, Scoring::Bm25),
        ];
        for setup in told
            .into_iter()
            .take(if widening == Widening::Whole { 1 } else { 2 })
        {
            let mut system = tantivy.with(setup);
            row(&format!("{} (told)", system.name()), &mut system)?;
        }
        for setup in Setup::WHILE_TYPING {
            let mut system = tantivy.with(setup);
            row(&system.name(), &mut system)?;
        }
    }
    Ok(())
}

/// Returns the share of queries with the right paragraph first, the share with it among the first
/// three, and the mean reciprocal rank.
#[expect(clippy::cast_precision_loss, reason = "a few hundred queries")]
fn judge(
    system: &mut dyn System,
    queries: &[KnownItem],
    query: fn(&KnownItem) -> &str,
) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for known in queries {
        let found = system.find(query(known), MOST);
        let place = found.iter().position(|index| *index == known.paragraph);
        let Some(place) = place else { continue };
        sums[0] += f64::from(u8::from(place < 1));
        sums[1] += f64::from(u8::from(place < 3));
        sums[2] += ((place + 1) as f64).recip();
    }
    sums.map(|sum| sum / queries.len() as f64)
}
