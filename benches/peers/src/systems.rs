//! The systems that are measured.

mod fuzzy;
mod nucleo;
mod roundtable;
mod tantivy;

use crate::corpus::Corpus;

pub use tantivy::{Operator, Scoring, Setup, Tantivy, Widening};

/// A system that finds paragraphs.
pub trait System {
    /// Returns the name in the tables.
    fn name(&self) -> String;

    /// Finds the paragraphs for the text typed so far: the indexes of at most `most`, best first.
    fn find(&mut self, typed: &str, most: usize) -> Vec<usize>;
}

/// A family of systems that share an index.
pub struct Family {
    /// The name on the command line.
    pub name: &'static str,
    /// The function that builds the index and the systems on it.
    pub build: for<'a> fn(&'a Corpus) -> Vec<Box<dyn System + 'a>>,
}

/// The systems whose speed is compared.
pub const FAMILIES: [Family; 4] = [
    Family {
        name: "roundtable",
        build: |corpus| vec![Box::new(roundtable::Roundtable::new(corpus))],
    },
    Family {
        name: "fuzzy",
        build: |corpus| vec![Box::new(fuzzy::Fuzzy::new(corpus))],
    },
    Family {
        name: "nucleo",
        build: |corpus| vec![Box::new(nucleo::Nucleo::new(corpus))],
    },
    Family {
        name: "tantivy",
        build: |corpus| {
            let index = Tantivy::new(corpus);
            let setups = Setup::WHILE_TYPING.into_iter();
            let systems = setups.map(|setup| Box::new(index.with(setup)) as Box<dyn System>);
            systems.collect()
        },
    },
];

/// Makes the system of the program itself.
pub fn roundtable(corpus: &Corpus) -> impl System {
    roundtable::Roundtable::new(corpus)
}

/// Returns the indexes of the best scores, at most `most`, best first.
fn best<S: Ord + Copy>(mut scored: Vec<(S, usize)>, most: usize) -> Vec<usize> {
    let order = |a: &(S, usize), b: &(S, usize)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > most {
        scored.select_nth_unstable_by(most, order);
        scored.truncate(most);
    }
    scored.sort_unstable_by(order);
    scored.into_iter().map(|(_, index)| index).collect()
}
