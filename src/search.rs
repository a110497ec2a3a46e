//! Search: words in prose, and labels in lists.
//!
//! Rules, in order: every hit really matches, and nothing that matches is missed; the best hit
//! comes first; the cost of a keystroke grows with the vocabulary, the number of texts and the
//! answer, not with the length of the texts. The query is compared with the distinct words of all
//! texts; only the best texts are then read. Matching by letters in order is for words and short
//! labels, never for prose. This is the only room that names the matcher crate. `docs/SEARCH.md`
//! gives the reason for each weight.

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
