//! The kinds of entries, and the kinds of partnerships that examples belong to.

/// The kind of an entry, in the order in which a briefing is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What the session wants to reach.
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
    /// Every kind, in reading order.
    pub const ALL: [Self; 6] = [
        Self::Objective,
        Self::Concept,
        Self::Context,
        Self::Example,
        Self::Question,
        Self::Footnote,
    ];

    /// The lower-case word for one entry of this kind.
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

    /// The heading for all entries of this kind.
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

    /// Whether its entries have a term, heading or title of their own.
    pub const fn has_heading(self) -> bool {
        matches!(self, Self::Concept | Self::Context | Self::Example)
    }

    /// The name of the array of tables that holds them in a briefing file.
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

/// Who are partners in an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Partnership {
    /// Governments with employers, unions or civil society.
    MultiStakeholder,
    /// Cities or regions.
    SubNational,
    /// Within one country.
    National,
    /// Two countries.
    Bilateral,
    /// Countries of one region.
    Regional,
    /// Regions with one another, or the world.
    InterRegional,
}

impl Partnership {
    /// Every partnership, from the smallest circle to the widest.
    pub const ALL: [Self; 6] = [
        Self::MultiStakeholder,
        Self::SubNational,
        Self::National,
        Self::Bilateral,
        Self::Regional,
        Self::InterRegional,
    ];

    /// The word for it, in briefing files and on the screen.
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

    /// The partnership of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|partnership| partnership.name() == name)
    }
}
