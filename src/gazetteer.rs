//! Countries of the world: their names, the groupings they belong to and when, and where a text
//! names them.
//!
//! Rules, in order: an ambiguous name is offered as perhaps, never as certain; a membership holds
//! from one day to another; a text is read once, from left to right. The tables are compiled in; no
//! IO. Deliberately absent: towns other than capitals, since their names are as often words or the
//! names of other towns. `docs/COUNTRIES.md` gives the rules of reading and their figures.

mod briefing_mentions;
mod country;
mod form;
mod grouping;
mod languages;
mod lexicon;
mod lookalikes;
mod lookup;
mod occurrence;
mod rules;
mod spelling;
mod tables;
mod text_mentions;

pub use briefing_mentions::{CountryMentions, Mentions, MentionsByPlace, Naming};
pub use country::{Country, Named};
pub use form::{Form, FormKind};
pub use grouping::{Grouping, GroupingId, Membership};
pub use lookup::{countries, country, name, name_in, region};
pub use spelling::{Spelled, nearest, spaced, spelled};
pub use tables::groupings;
pub use text_mentions::{Gazetteer, Mention};
