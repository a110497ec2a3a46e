//! The quality of search: judged queries on the paper that ships with the program.
//!
//! The queries in `tune.toml` were looked at while the weights were chosen; those in `held.toml`
//! were not. `cargo test quality -- --nocapture` prints the tables.

#![expect(clippy::print_stdout, reason = "the tables are for people to read")]

use std::collections::BTreeMap;
use std::path::Path;

use roundtable::model::Briefing;
use roundtable::search::{Index, Query, Target};
use roundtable::store::load_briefing;
use serde::Deserialize;

#[derive(Deserialize)]
struct Judged {
    query: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    class: String,
    text: String,
    /// The right entries, of which any paragraph counts; `entry:2` is the second paragraph only.
    right: Vec<String>,
}

/// Sums over queries; divided by their number they give the measures.
#[derive(Clone, Copy, Default)]
struct Score {
    queries: f64,
    first: f64,
    among_three: f64,
    reciprocal: f64,
    keystrokes: f64,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.queries += other.queries;
        self.first += other.first;
        self.among_three += other.among_three;
        self.reciprocal += other.reciprocal;
        self.keystrokes += other.keystrokes;
    }

    fn row(&self, name: &str) -> String {
        let share = |sum: f64| sum / self.queries;
        format!(
            "{name:<18}{:>5}{:>8.3}{:>8.3}{:>8.3}{:>8.3}",
            self.queries,
            share(self.first),
            share(self.among_three),
            share(self.reciprocal),
            share(self.keystrokes)
        )
    }
}

struct Bench {
    briefing: Briefing,
    index: Index,
}

impl Bench {
    fn new() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefing.toml");
        let briefing = load_briefing(&path).briefing.unwrap();
        let index = Index::new(&briefing);
        Self { briefing, index }
    }

    /// Returns the rank, from 1, of the first right paragraph among the best ten.
    fn rank(&self, typed: &str, right: &[String]) -> Option<usize> {
        let found = self.index.find(&Query::new(typed), 10);
        let is_right = |target: &Target| {
            let Target::Paragraph(at) = target else {
                return false;
            };
            let entry = self.briefing.entry_of(*at).unwrap();
            let nth = at - entry.paragraphs().start + 1;
            let place = format!("{}:{nth}", entry.id());
            right
                .iter()
                .any(|r| r == entry.id().as_str() || *r == place)
        };
        let at = found.hits.iter().position(|hit| is_right(&hit.target));
        at.map(|at| at + 1)
    }

    fn score(&self, case: &Case) -> Score {
        let rank = self.rank(&case.text, &case.right);
        let within = |rank: Option<usize>, most| f64::from(rank.is_some_and(|rank| rank <= most));
        let ends = case.text.char_indices().map(|(at, c)| at + c.len_utf8());
        let typing: Vec<f64> = ends
            .map(|end| within(self.rank(case.text.get(..end).unwrap(), &case.right), 3))
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let mean = typing.iter().sum::<f64>() / typing.len() as f64;
        Score {
            queries: 1.0,
            first: within(rank, 1),
            among_three: within(rank, 3),
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            reciprocal: rank.map_or(0.0, |rank| 1.0 / rank as f64),
            keystrokes: mean,
        }
    }

    /// Scores all queries of a file, in total and by class, and prints the tables.
    fn judge(&self, file: &str) -> (Score, BTreeMap<String, Score>) {
        let text = match file {
            "tune" => include_str!("../fixtures/judged/tune.toml"),
            _ => include_str!("../fixtures/judged/held.toml"),
        };
        let judged: Judged = toml::from_str(text).unwrap();
        let (mut all, mut classes) = (Score::default(), BTreeMap::<String, Score>::new());
        for case in &judged.query {
            let score = self.score(case);
            if score.first < 1.0 && file == "tune" {
                println!("not first: {} {:?} {:?}", case.class, case.text, case.right);
            }
            all.add(score);
            classes.entry(case.class.clone()).or_default().add(score);
        }
        println!(
            "{file:<18}{:>5}{:>8}{:>8}{:>8}{:>8}",
            "n", "s@1", "s@3", "MRR@10", "typing"
        );
        for (class, score) in &classes {
            println!("{}", score.row(class));
        }
        println!("{}", all.row("all"));
        (all, classes)
    }
}

#[test]
fn ranks_well_on_the_queries_used_for_tuning() {
    let (all, classes) = Bench::new().judge("tune");
    assert_quality(&all, &classes);
}

#[test]
fn ranks_well_on_queries_not_used_for_tuning() {
    let (all, classes) = Bench::new().judge("held");
    assert_quality(&all, &classes);
}

fn assert_quality(all: &Score, classes: &BTreeMap<String, Score>) {
    assert!(all.first >= 0.95 * all.queries, "{}", all.row("all"));
    assert!(all.reciprocal >= 0.97 * all.queries, "{}", all.row("all"));
    for (class, score) in classes {
        assert!(score.first >= 0.85 * score.queries, "{}", score.row(class));
    }
}
