//! Measures keystrokes, building and memory of each system: `cargo run --release --bin speed --
//! [SIZE].. [SYSTEM]..`

use std::io::{self, Write};
use std::time::Duration;

use anyhow::Result;
use peak_alloc::PeakAlloc;
use peers::SEED;
use peers::clock::{percentile, timed};
use peers::corpus::Corpus;
use peers::query::typed;
use peers::systems::{FAMILIES, Family, System};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The default numbers of paragraphs; the first is about one paper.
const SIZES: [usize; 4] = [207, 1000, 10_000, 100_000];
/// The number of queries; each prefix of one is a keystroke.
const QUERIES: usize = 60;
/// The number of hits that the program's finder asks for.
const MOST: usize = 200;
/// The processor time after which a slow system gets no more keystrokes …
const PATIENCE: Duration = Duration::from_mins(1);
/// … if it had at least this many.
const FEWEST: usize = 12;

fn main() -> Result<()> {
    let (sizes, systems): (Vec<_>, Vec<_>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.parse::<usize>().is_ok());
    let sizes: Vec<usize> = sizes.iter().flat_map(|size| size.parse()).collect();
    let sizes = Some(sizes).filter(|sizes| !sizes.is_empty());
    let mut out = io::stdout().lock();
    for size in sizes.unwrap_or_else(|| SIZES.to_vec()) {
        let corpus = Corpus::new(size, SEED)?;
        let queries = typed(&corpus, QUERIES, SEED);
        writeln!(
            out,
            "\n{size} paragraphs, {} bytes, {}; processor time\n\n\
             | system | keystrokes | p50 ms | p99 ms | worst ms | build ms | memory / text |\n\
             |---|---|---|---|---|---|---|",
            corpus.bytes(),
            corpus.source,
        )?;
        let wanted = |family: &&Family| {
            systems.is_empty() || systems.iter().any(|system| system == family.name)
        };
        for family in FAMILIES.iter().filter(wanted) {
            measure(family, &corpus, &queries, &mut out)?;
        }
    }
    Ok(())
}

fn measure(
    family: &Family,
    corpus: &Corpus,
    queries: &[String],
    out: &mut impl Write,
) -> Result<()> {
    let before = MEMORY.current_usage();
    let (systems, build) = timed(|| (family.build)(corpus));
    let memory = MEMORY.current_usage().saturating_sub(before);
    for mut system in systems {
        let mut times = keystrokes(&mut *system, queries);
        times.sort_unstable();
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            system.name(),
            times.len(),
            milliseconds(percentile(&times, 50)),
            milliseconds(percentile(&times, 99)),
            milliseconds(percentile(&times, 100)),
            milliseconds(build),
            ratio(memory, corpus.bytes()),
        )?;
        out.flush()?;
    }
    Ok(())
}

/// Measures the keystrokes of queries that are typed letter by letter.
fn keystrokes(system: &mut dyn System, queries: &[String]) -> Vec<Duration> {
    system.find("warm", MOST);
    let mut times = Vec::new();
    let mut spent = Duration::ZERO;
    for query in queries {
        let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
        for prefix in ends.filter_map(|end| query.get(..end)) {
            if spent > PATIENCE && times.len() >= FEWEST {
                return times;
            }
            let (_, took) = timed(|| system.find(prefix, MOST));
            spent += took;
            times.push(took);
        }
    }
    times
}

fn milliseconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64() * 1000.0)
}

#[expect(clippy::cast_precision_loss, reason = "shown with two digits")]
fn ratio(memory: usize, text: usize) -> String {
    format!("{:.2}", memory as f64 / text as f64)
}
