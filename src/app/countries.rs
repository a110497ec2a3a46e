//! The list of countries: those of the paper, or any that match the typed text.

use std::collections::BTreeSet;

use crate::gazetteer::spaced;
use crate::model::CountryCode;

use super::{App, Field, Mode};

/// A sort order of the countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// By number of paragraphs, most first.
    Count,
    /// By region of the world.
    Region,
    /// By the partnerships of their examples.
    Partnership,
}

impl Order {
    /// Returns its name in the title of the list.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "by name",
            Self::Count => "by number of paragraphs",
            Self::Region => "by region",
            Self::Partnership => "by partnership",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Name => Self::Count,
            Self::Count => Self::Region,
            Self::Region => Self::Partnership,
            Self::Partnership => Self::Name,
        }
    }

    const fn previous(self) -> Self {
        match self {
            Self::Name => Self::Partnership,
            Self::Count => Self::Name,
            Self::Region => Self::Count,
            Self::Partnership => Self::Region,
        }
    }
}

/// A country in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its code.
    pub code: CountryCode,
    /// Its English name.
    pub name: &'static str,
    /// The typed name if it is a different one, or the grouping or region that matched.
    pub also: String,
    /// Its role in the session, such as co-chair; may be empty.
    pub role: &'static str,
    /// The counts of its examples and paragraphs.
    pub says: String,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountryLine {
    /// A region or partnership.
    Heading(&'static str),
    /// A country.
    Country(Listed),
}

/// The list, the typed text and the selection.
#[derive(Clone, Debug)]
pub struct Countries {
    /// The typed text.
    pub field: Field,
    /// The lines.
    pub lines: Vec<CountryLine>,
    /// The index of the selected line: a country, if there is one.
    pub selected: usize,
    /// The index of the first line shown.
    pub top: usize,
    /// The selection to restore after the paper was read again.
    pub(super) before: Option<CountryCode>,
}

impl Countries {
    /// Returns the number of countries, each counted once.
    pub fn count(&self) -> usize {
        let codes = self.lines.iter().filter_map(|line| match line {
            CountryLine::Country(listed) => Some(listed.code),
            CountryLine::Heading(_) => None,
        });
        codes.collect::<BTreeSet<_>>().len()
    }

    /// Returns the selected country.
    pub fn selection(&self) -> Option<&Listed> {
        match self.lines.get(self.selected)? {
            CountryLine::Country(listed) => Some(listed),
            CountryLine::Heading(_) => None,
        }
    }

    /// Moves the selection by a number of countries, within the list.
    fn step(&mut self, by: isize) {
        let lines = self.lines.iter().enumerate();
        let places = lines.filter(|(_, line)| matches!(line, CountryLine::Country(_)));
        let places: Vec<usize> = places.map(|(at, _)| at).collect();
        let here = places
            .iter()
            .position(|at| *at == self.selected)
            .unwrap_or_default();
        let last = places.len().saturating_sub(1);
        let next = here.saturating_add_signed(by).min(last);
        self.selected = places.get(next).copied().unwrap_or_default();
    }

    /// Selects a country, or the first.
    fn select(&mut self, code: Option<CountryCode>) {
        let is_it = |line: &CountryLine| match line {
            CountryLine::Country(listed) => code.is_none_or(|code| listed.code == code),
            CountryLine::Heading(_) => false,
        };
        let at = self.lines.iter().position(is_it);
        self.selected = at.unwrap_or_default();
        if at.is_none() {
            self.step(0);
        }
    }

    /// Scrolls until the selected line, and a heading right above it, are shown.
    pub(super) fn keep_visible(&mut self, height: usize) {
        let above = self.selected.saturating_sub(1);
        let first = match self.lines.get(above) {
            Some(CountryLine::Heading(_)) if height > 1 => above,
            _ => self.selected,
        };
        let lowest = (self.selected + 1).saturating_sub(height.max(1));
        self.top = self.top.clamp(lowest.min(first), first);
    }
}

impl App {
    /// Opens the list with the country of the selected paragraph selected.
    pub(super) fn open_countries(&mut self) {
        if self.desk.paper.briefing.is_none() {
            return;
        }
        let here = match &self.mode {
            Mode::Dossier(dossier) => Some(dossier.code),
            _ => self.country_here(),
        };
        self.mode = Mode::Countries(Box::new(Countries {
            field: Field::default(),
            lines: Vec::new(),
            selected: 0,
            top: 0,
            before: None,
        }));
        self.list_countries(here);
    }

    /// Rebuilds the lines after typing or a change of order.
    pub(super) fn list_countries(&mut self, select: Option<CountryCode>) {
        let Mode::Countries(list) = &self.mode else {
            return;
        };
        let typed = list.field.text();
        let lines = if spaced(typed).is_empty() {
            self.all_countries()
        } else {
            let matching = self.matching(typed).into_iter();
            let listed = matching.map(|(code, also)| self.listed(code, also));
            listed.map(CountryLine::Country).collect()
        };
        if let Mode::Countries(list) = &mut self.mode {
            list.lines = lines;
            list.before = select;
            if select.is_none() {
                list.top = 0;
            }
            list.select(select);
        }
    }

    pub(super) fn step_countries(&mut self, by: isize) {
        if let Mode::Countries(list) = &mut self.mode {
            list.step(by);
        }
    }

    /// Selects the clicked country, or opens its dossier if it was selected.
    pub(super) fn click_country(&mut self, line: usize) {
        let Mode::Countries(list) = &mut self.mode else {
            return;
        };
        let at = list.top + line;
        let Some(CountryLine::Country(listed)) = list.lines.get(at) else {
            return;
        };
        if list.selected == at {
            let code = listed.code;
            self.open_dossier(code);
        } else {
            list.selected = at;
        }
    }

    /// Changes the sort order. Typed text has an order of its own: there the selection moves
    /// instead.
    pub(super) fn turn_order(&mut self, forward: bool) {
        if let Mode::Countries(list) = &mut self.mode
            && !list.field.text().trim().is_empty()
        {
            return list.step(if forward { 1 } else { -1 });
        }
        self.desk.country_order = if forward {
            self.desk.country_order.next()
        } else {
            self.desk.country_order.previous()
        };
        self.list_countries(None);
    }

    /// Returns the sort order.
    pub const fn order(&self) -> Order {
        self.desk.country_order
    }
}
