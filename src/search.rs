//! Finding: words in prose, and labels in lists.
//!
//! Rules, in order: what is said to be found is there, and what is there is found; the best comes
//! first; letters in order decide about short labels only, never about prose. This is the only
//! room that names the matcher crate. Absent as yet: an index that forgives typos and ranks by how
//! telling a word is; [`Index::find`] is the seam where it goes in.

mod found;
mod index;
mod labels;
mod query;

pub use found::{Found, Hit, Lit, Target};
pub use index::Index;
pub use labels::{LabelHit, rank_labels};
pub use query::{Query, Scope};
