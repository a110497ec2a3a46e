//! Finding: words in prose, and labels in lists.
//!
//! Rules, in order: what is said to be found is there, and what is there is found; the best comes
//! first; a keystroke costs with the vocabulary and the answer, never with the text. What is typed
//! is compared with the distinct words of all texts, and only then do texts come in: letters in
//! order decide about words and short labels, never about prose. This is the only room that names
//! the matcher crate. `docs/SEARCH.md` gives the reasons for each weight.

mod country_tokens;
mod expand;
mod filter;
mod guess;
mod highlight;
mod index;
mod inverted_index;
mod labels;
mod note_facts;
mod plan;
mod postings;
mod query;
mod rank;
mod results;
mod score;
mod stemming;
mod stop_words;
mod suggest;
mod tokens;
mod typo;
mod vocabulary;
mod words;

pub use filter::Scope;
pub use highlight::Highlights;
pub use index::Index;
pub use labels::{LabelHit, rank_labels};
pub use query::Query;
pub use results::{Found, Hit, Target};
