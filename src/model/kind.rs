//! The kinds of entries, and the kinds of partnerships that examples belong to.

/// The kind of an entry, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An aim of the session.
    Objective,
    /// A term and its definition.
    Concept,
    /// A section of the paper's argument.
    Context,
    /// A practice that the paper cites.
    Example,
    /// A guiding question of the discussion.
    Question,
    /// A footnote, anchored in another entry.
    Footnote,
}

impl Kind {
    /// All kinds, in reading order.
    pub const ALL: [Self; 6] = [
        Self::Objective,
        Self::Concept,
        Self::Context,
        Self::Example,
        Self::Question,
        Self::Footnote,
    ];

    /// Returns the lower-case singular.
    pub const fn singular(self) -> &'static str {
        match self {
            Self::Objective => "objective",
            Self::Concept => "concept",
            Self::Context => "context",
            Self::Example => "example",
            Self::Question => "question",
            Self::Footnote => "footnote",
        }
    }

    /// Returns the heading for all entries of this kind.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Objective => "Objectives",
            Self::Concept => "Concepts",
            Self::Context => "Context",
            Self::Example => "Examples",
            Self::Question => "Questions",
            Self::Footnote => "Footnotes",
        }
    }

    /// Returns whether entries of this kind have a term, heading or title of their own.
    pub const fn has_heading(self) -> bool {
        matches!(self, Self::Concept | Self::Context | Self::Example)
    }

    /// Returns the name of the array of tables for this kind in a briefing file.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Objective => "objectives",
            Self::Concept => "concepts",
            Self::Context => "context",
            Self::Example => "examples",
            Self::Question => "questions",
            Self::Footnote => "footnotes",
        }
    }
}

/// The kind of partners in an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Partnership {
    /// Governments with employers, unions or civil society.
    MultiStakeholder,
    /// Cities or regions.
    SubNational,
    /// Partners within one country.
    National,
    /// Two countries.
    Bilateral,
    /// Countries of one region.
    Regional,
    /// Partners from several regions, or from the whole world.
    InterRegional,
}

impl Partnership {
    /// All partnerships, from the narrowest to the widest.
    pub const ALL: [Self; 6] = [
        Self::MultiStakeholder,
        Self::SubNational,
        Self::National,
        Self::Bilateral,
        Self::Regional,
        Self::InterRegional,
    ];

    /// Returns the word for the partnership in briefing files and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MultiStakeholder => "multi-stakeholder",
            Self::SubNational => "sub-national",
            Self::National => "national",
            Self::Bilateral => "bilateral",
            Self::Regional => "regional",
            Self::InterRegional => "inter-regional",
        }
    }

    /// Returns the partnership with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|partnership| partnership.name() == name)
    }
}
