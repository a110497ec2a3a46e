//! Countries: the list of them, and the dossier of each.

use jiff::civil::{Date, date};

use super::Who;
use super::samples::samples;
use crate::model::{Kind, Partnership};

/// How often the paper names a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountryStanding {
    /// It has examples, or paragraphs name it.
    InPaper {
        /// The number of its examples.
        examples: usize,
        /// The number of paragraphs that name it.
        paragraphs: usize,
    },
    /// It has examples of a partnership.
    Examples {
        /// The number of these examples.
        count: usize,
    },
    /// Paragraphs have words that may name it.
    Perhaps {
        /// The number of these paragraphs.
        paragraphs: usize,
    },
    /// The paper names only groupings that it belongs to.
    OnlyMember {
        /// The names of the groupings.
        groupings: Vec<String>,
    },
    /// The paper does not name it.
    NotInPaper,
}

samples!(CountryStanding: "how often the paper names a country" {
    InPaper { examples: 0, paragraphs: 7 } { examples: 1, paragraphs: 7 }
        { examples: 2, paragraphs: 7 },
    Examples { count: 1 } { count: 2 },
    Perhaps { paragraphs: 2 },
    OnlyMember { groupings: vec!["ECOWAS".to_owned(), "AU".to_owned()] },
    NotInPaper {},
});

/// The role of a country in the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleLabel {
    /// It is one of the chairs.
    CoChair,
    /// It belongs to the team that prepared the paper.
    Team,
}

samples!(RoleLabel: "the role of a country in the session" {
    CoChair {},
    Team {},
});

/// The sort order of the list of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryOrderLabel {
    /// By name.
    Name,
    /// By number of paragraphs.
    Count,
    /// By region of the world.
    Region,
    /// By the partnership of their examples.
    Partnership,
}

samples!(CountryOrderLabel: "the sort order of the countries" {
    Name {},
    Count {},
    Region {},
    Partnership {},
});

/// A heading in the list of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryHeading {
    /// A region of the world.
    Region {
        /// Its name.
        name: &'static str,
    },
    /// Countries with examples of a partnership.
    Partnership(Partnership),
    /// Countries with examples that give no partnership.
    NoPartnership,
    /// Countries without examples.
    NoExamples,
}

samples!(CountryHeading: "a heading in the list of countries" {
    Region { name: "Western Africa" },
    Partnership { 0: Partnership::Bilateral },
    NoPartnership {},
    NoExamples {},
});

/// The title, hints and empty states of the list of countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountriesMessage {
    /// The title when the search field has text.
    OfTheWorld,
    /// The title when the search field is empty.
    OfThePaper {
        /// The sort order.
        order: CountryOrderLabel,
    },
    /// The names that can be typed.
    Hint,
    /// There is no index yet.
    NotRead,
    /// No country has the typed name.
    NoSuchName,
    /// The paper names no country.
    NoneNamed,
}

samples!(CountriesMessage: "the list of countries" {
    OfTheWorld {},
    OfThePaper { order: CountryOrderLabel::Region },
    Hint {},
    NotRead {},
    NoSuchName {},
    NoneNamed {},
});

/// The title of a section of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionTitle {
    /// The examples of the country.
    Examples,
    /// Paragraphs that name it.
    NamedIn {
        /// The kind of their entries.
        kind: Kind,
    },
    /// Paragraphs that name a grouping.
    ThroughGroupings,
    /// Paragraphs that may name it.
    Perhaps,
    /// Notes on it.
    Notes,
}

samples!(SectionTitle: "the title of a section of a dossier" {
    Examples {},
    NamedIn { kind: Kind::Objective } { kind: Kind::Concept } { kind: Kind::Context }
        { kind: Kind::Example } { kind: Kind::Question } { kind: Kind::Footnote },
    ThroughGroupings {},
    Perhaps {},
    Notes {},
});

/// The reason why a dossier has a paragraph, and the facts of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DossierRemark {
    /// It is an example of the country.
    Example {
        /// Its partnership, if given.
        partnership: Option<Partnership>,
        /// The other countries.
        with: Vec<Who>,
        /// Its period; may be empty.
        period: String,
    },
    /// The text names the groupings.
    Through {
        /// The names of the groupings.
        groupings: Vec<String>,
    },
    /// The heading names the country, or the groupings if there are some.
    InHeading {
        /// The names of the groupings.
        groupings: Vec<String>,
    },
    /// Footnotes name the country, or the groupings if there are some.
    InFootnotes {
        /// The names of the groupings.
        groupings: Vec<String>,
        /// The ids of the footnotes.
        footnotes: Vec<String>,
    },
}

samples!(DossierRemark: "the remark on a paragraph of a dossier" {
    Example {
        partnership: Some(Partnership::Bilateral),
        with: vec![Who::sample()],
        period: "2008–2009".to_owned(),
    } {
        partnership: Some(Partnership::National),
        with: Vec::new(),
        period: String::new(),
    },
    Through { groupings: vec!["ECOWAS".to_owned(), "AU".to_owned()] },
    InHeading { groupings: Vec::new() } { groupings: vec!["ECOWAS".to_owned()] },
    InFootnotes { groupings: Vec::new(), footnotes: vec!["3".to_owned()] }
        { groupings: vec!["ECOWAS".to_owned()], footnotes: vec!["3".to_owned(), "4".to_owned()] },
});

/// The place of a country among those of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceInList {
    /// Its position, from 1.
    pub position: usize,
    /// The number of countries.
    pub count: usize,
    /// The sort order.
    pub order: CountryOrderLabel,
}

/// The title, head and empty states of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DossierMessage {
    /// The title.
    Title {
        /// The country.
        country: Who,
        /// Its place among the countries of the paper, if it is one of them.
        place: Option<PlaceInList>,
    },
    /// The groupings that it belongs to.
    Member {
        /// The groupings.
        groupings: Vec<String>,
        /// The day of the memberships, if the paper has one.
        on: Option<Date>,
    },
    /// There is no index yet.
    NotRead,
    /// The paper does not name it.
    Nothing {
        /// The country.
        country: Who,
        /// The mentions that the paper has.
        standing: CountryStanding,
    },
}

samples!(DossierMessage: "the dossier of a country" {
    Title { country: Who::sample(), place: None } {
        country: Who::sample(),
        place: Some(PlaceInList { position: 3, count: 41, order: CountryOrderLabel::Name }),
    },
    Member { groupings: vec!["ECOWAS".to_owned(), "AU".to_owned()], on: None }
        { groupings: vec!["ECOWAS".to_owned()], on: Some(date(2010, 11, 8)) },
    NotRead {},
    Nothing { country: Who::sample(), standing: CountryStanding::NotInPaper },
});
