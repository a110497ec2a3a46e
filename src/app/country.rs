//! Countries: the list of them, and the dossier of each.

mod dossier;
mod list;
mod matching;
mod sections;

pub(super) use dossier::found_on;
pub use dossier::{DOSSIER_INDENT, Dossier, DossierLine, memberships, portrait};
pub use list::{Countries, CountryLine, Listed};
pub(super) use matching::country_here;
pub use matching::standing_of;
pub use sections::{DossierItem, Section, role, sections, standing};
