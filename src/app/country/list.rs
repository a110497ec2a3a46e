//! The list of countries: those of the paper, or any that match the typed text.

use std::collections::BTreeSet;

use crate::gazetteer::spaced;
use crate::messages::{CountryHeading, CountryStanding, RoleLabel};
use crate::model::CountryCode;

use super::matching::{all_countries, listed, matching};
use crate::app::desk::Desk;
use crate::app::input::{Field, Typed};
use crate::app::layout::{Area, ListCursor, Viewport};
use crate::app::outcome::{Input, Outcome, Then};

/// A country in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its code.
    pub code: CountryCode,
    /// Its English name.
    pub name: &'static str,
    /// The other name, the grouping or the region that matched the typed text; otherwise empty.
    pub also: String,
    /// Its role in the session.
    pub role: Option<RoleLabel>,
    /// How often the paper names it.
    pub standing: CountryStanding,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountryLine {
    /// A region or partnership.
    Heading(CountryHeading),
    /// A country.
    Country(Listed),
}

/// The list, the typed text and the selection.
#[derive(Clone, Debug, Default)]
pub struct Countries {
    /// The typed text.
    pub field: Field,
    /// The lines.
    pub lines: Vec<CountryLine>,
    /// The selected line: a country, if there is one.
    pub cursor: ListCursor,
    /// The selection to restore after the paper has been read again.
    before: Option<CountryCode>,
}

impl Countries {
    /// Opens the list with a country selected.
    pub(in crate::app) fn new(select: Option<CountryCode>, desk: &Desk) -> Self {
        let mut list = Self::default();
        list.list(select, desk);
        list
    }

    /// Returns the area of the list and that of its lines.
    pub fn areas(viewport: Viewport) -> (Area, Area) {
        viewport.list()
    }

    /// Acts on a command.
    pub(in crate::app) fn on(&mut self, input: Input<'_>, desk: &mut Desk) -> Outcome {
        let (_, area) = Self::areas(desk.viewport);
        match input {
            Input::Scroll(scroll) => self.step(scroll.lines(area.height.into())),
            Input::Step(by) | Input::Wheel(by) => self.step(by),
            Input::Turn(by) => self.turn(by, desk),
            Input::Type(typed) => return self.type_in(typed, desk),
            Input::Accept => return self.accept(),
            Input::Click(column, row) if area.contains(column, row) => {
                return self.click(usize::from(row - area.y));
            }
            Input::Click(..) => (),
        }
        Outcome::none()
    }

    fn type_in(&mut self, typed: Typed<'_>, desk: &Desk) -> Outcome {
        if !self.field.take_line(typed) {
            return Outcome::close();
        }
        self.list(None, desk);
        Outcome::none()
    }

    /// Opens the dossier of the selected country.
    fn accept(&self) -> Outcome {
        let selected = self.selection();
        selected.map_or_else(Outcome::none, |listed| {
            Outcome::none().then(Then::Dossier(listed.code))
        })
    }

    /// Selects the clicked country, or opens its dossier if it was already selected.
    fn click(&mut self, line: usize) -> Outcome {
        let at = self.cursor.top + line;
        match self.lines.get(at) {
            Some(CountryLine::Country(_)) if self.cursor.selected == at => self.accept(),
            Some(CountryLine::Country(_)) => {
                self.cursor.selected = at;
                Outcome::none()
            }
            Some(CountryLine::Heading(_)) | None => Outcome::none(),
        }
    }

    /// Changes the sort order. Matches of typed text are always sorted by quality, so there the
    /// selection moves instead.
    fn turn(&mut self, by: isize, desk: &mut Desk) {
        if !self.field.text().trim().is_empty() {
            return self.step(by);
        }
        desk.country_order = if by > 0 {
            desk.country_order.next()
        } else {
            desk.country_order.previous()
        };
        self.list(None, desk);
    }

    /// Rebuilds the list from the new index, keeping the selection if it still exists.
    pub(in crate::app) fn renew(&mut self, desk: &Desk) {
        let selected = self.selection().map(|listed| listed.code);
        self.list(selected.or(self.before), desk);
    }

    /// Rebuilds the lines after typing or a change of order.
    fn list(&mut self, select: Option<CountryCode>, desk: &Desk) {
        let typed = self.field.text();
        self.lines = if spaced(typed).is_empty() {
            all_countries(desk)
        } else {
            let matching = matching(desk, typed).into_iter();
            let listed = matching.map(|(code, also)| listed(desk, code, also));
            listed.map(CountryLine::Country).collect()
        };
        self.before = select;
        if select.is_none() {
            self.cursor.top = 0;
        }
        self.select(select);
    }

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
        match self.lines.get(self.cursor.selected)? {
            CountryLine::Country(listed) => Some(listed),
            CountryLine::Heading(_) => None,
        }
    }

    /// Moves the selection by a number of countries, within the list.
    fn step(&mut self, by: isize) {
        let lines = self.lines.iter().enumerate();
        let places = lines.filter(|(_, line)| matches!(line, CountryLine::Country(_)));
        let places: Vec<usize> = places.map(|(at, _)| at).collect();
        let here = places.iter().position(|at| *at == self.cursor.selected);
        let mut among = ListCursor {
            selected: here.unwrap_or_default(),
            top: 0,
        };
        among.step(by, places.len());
        let next = places.get(among.selected).copied();
        self.cursor.selected = next.unwrap_or_default();
    }

    /// Selects a country, or the first if `code` is `None` or not in the list.
    fn select(&mut self, code: Option<CountryCode>) {
        let is_it = |line: &CountryLine| match line {
            CountryLine::Country(listed) => code.is_none_or(|code| listed.code == code),
            CountryLine::Heading(_) => false,
        };
        let at = self.lines.iter().position(is_it);
        self.cursor.selected = at.unwrap_or_default();
        if at.is_none() {
            self.step(0);
        }
    }

    /// Scrolls until the selected line, and a heading right above it, are shown.
    pub(in crate::app) fn settle(&mut self, desk: &Desk) {
        let height = usize::from(Self::areas(desk.viewport).1.height);
        let selected = self.cursor.selected;
        let above = selected.saturating_sub(1);
        let first = match self.lines.get(above) {
            Some(CountryLine::Heading(_)) if height > 1 => above,
            Some(CountryLine::Heading(_) | CountryLine::Country(_)) | None => selected,
        };
        self.cursor.reveal(first..selected + 1, height);
    }
}
