//! The finder over the panes.
//!
//! Rules, in order: nothing below the finder moves, so that closing it changes nothing; each change
//! of the text searches at once; a hit always shows its missing words.

use crate::search::{Query, Scope};

use super::matches::position;
use crate::app::desk::{Desk, Finding};
use crate::app::input::{Field, Typed};
use crate::app::layout::{Area, Viewport};
use crate::app::outcome::{Input, Outcome};

/// The maximum number of hits of a search: more than anyone steps through.
pub(super) const MOST_HITS: usize = 200;
/// The number of searches remembered.
const MOST_SEARCHES: usize = 50;
/// The width in columns from which the selected hit is shown beside the list.
const WITH_PREVIEW: u16 = 100;
/// The rows of the search field and the rule below it.
const HEAD: u16 = 2;
/// The height below which a list shows one row per hit instead of two.
const LOW: u16 = 8;

/// The finder.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// The search field.
    pub field: Field,
    /// Its results.
    pub finding: Finding,
    /// The scope: both, paper, notes.
    pub scope: Scope,
    /// The earlier search shown, and the text typed before it.
    recalled: Option<(usize, String)>,
}

/// The areas of the finder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindAreas {
    /// The whole finder with its border.
    pub whole: Area,
    /// The list of hits.
    pub hits: Area,
    /// The rows of a hit.
    pub rows: u16,
    /// The selected paragraph, if there is room for it.
    pub preview: Option<Area>,
}

impl FindAreas {
    /// Returns the number of hits that fit.
    fn count(self) -> usize {
        usize::from(self.hits.height / self.rows.max(1))
    }
}

impl Find {
    /// Opens the finder.
    pub(in crate::app) fn new(desk: &Desk) -> Self {
        let mut find = Self::default();
        find.search(desk);
        find
    }

    /// Returns the areas of the finder.
    pub fn areas(viewport: Viewport) -> FindAreas {
        let whole = viewport.overlay();
        let hits = whole.inner().below(HEAD);
        let beside = (whole.width >= WITH_PREVIEW).then_some(hits.width / 2);
        let width = beside.map_or(hits.width, |width| hits.width - width - 1);
        FindAreas {
            whole,
            hits: Area { width, ..hits },
            rows: if hits.height < LOW { 1 } else { 2 },
            preview: beside.map(|beside| Area {
                x: hits.x + width + 1,
                width: beside,
                ..hits
            }),
        }
    }

    /// Acts on a command.
    pub(in crate::app) fn on(&mut self, input: Input<'_>, desk: &mut Desk) -> Outcome {
        match input {
            Input::Scroll(scroll) => {
                let rows = Self::areas(desk.viewport).count();
                self.step(scroll.lines(rows), desk);
            }
            Input::Step(by) => self.step(by, desk),
            Input::Wheel(by) => self.finding.cursor.step(by, self.finding.found.hits.len()),
            Input::Turn(by) => self.turn_scope(by > 0, desk),
            Input::Type(typed) => return self.type_in(typed, desk),
            Input::Accept => return self.accept(desk),
            Input::Click(column, row) => return self.click(column, row, desk),
        }
        Outcome::none()
    }

    fn type_in(&mut self, typed: Typed<'_>, desk: &Desk) -> Outcome {
        let before = self.field.text().to_owned();
        if !self.field.take_line(typed) {
            return Outcome::close();
        }
        if self.field.text() != before {
            self.recalled = None;
            self.search(desk);
        }
        Outcome::none()
    }

    /// Searches for the typed text.
    fn search(&mut self, desk: &Desk) {
        let query = Query::new(self.field.text()).within(self.scope);
        let found = desk.index().find(&query, MOST_HITS);
        self.finding = Finding {
            query,
            found,
            ..Finding::default()
        };
    }

    /// Searches again in a new index, keeping the selection if it is still found.
    pub(in crate::app) fn renew(&mut self, desk: &Desk) {
        let found = desk.index().find(&self.finding.query, MOST_HITS);
        self.finding.renew(found);
    }

    /// Moves the selection; a step up from the first hit recalls an earlier search.
    fn step(&mut self, by: isize, desk: &Desk) {
        if by == -1 && self.finding.cursor.selected == 0 {
            self.recall(desk);
        } else {
            self.finding.cursor.step(by, self.finding.found.hits.len());
        }
    }

    /// Recalls the next older search, and after the oldest the typed text.
    fn recall(&mut self, desk: &Desk) {
        let (at, typed) = match self.recalled.take() {
            Some((at, typed)) => (at + 1, typed),
            None => (0, self.field.text().to_owned()),
        };
        if let Some(search) = desk.searches.get(at) {
            self.field = Field::new(search);
            self.recalled = Some((at, typed));
        } else {
            self.field = Field::new(&typed);
        }
        self.search(desk);
    }

    /// Changes the scope: both, paper, notes.
    fn turn_scope(&mut self, forward: bool, desk: &Desk) {
        self.scope = match (self.scope, forward) {
            (Scope::All, true) | (Scope::Notes, false) => Scope::Paper,
            (Scope::Paper, true) | (Scope::All, false) => Scope::Notes,
            (Scope::Notes, true) | (Scope::Paper, false) => Scope::All,
        };
        self.search(desk);
    }

    /// Goes to the selected hit; without hits, applies the suggestion.
    fn accept(&mut self, desk: &mut Desk) -> Outcome {
        let Some(hit) = self.finding.hit().cloned() else {
            if let Some(meant) = self.finding.found.did_you_mean.first() {
                self.field = Field::new(meant);
            }
            self.search(desk);
            return Outcome::none();
        };
        let text = self.field.text().trim().to_owned();
        desk.searches.retain(|search| *search != text);
        desk.searches.insert(0, text);
        desk.searches.truncate(MOST_SEARCHES);
        desk.paper.remember();
        let said = position(&self.finding);
        desk.finding = Some(std::mem::take(&mut self.finding));
        desk.show_target(&hit.target);
        Outcome::close().saying(said)
    }

    /// Selects the clicked hit, or goes to it if it was already selected.
    fn click(&mut self, column: u16, row: u16, desk: &mut Desk) -> Outcome {
        let areas = Self::areas(desk.viewport);
        let line = usize::from(row.saturating_sub(areas.hits.y) / areas.rows.max(1));
        let cursor = &mut self.finding.cursor;
        let at = cursor.top + line;
        if !areas.hits.contains(column, row) || at >= self.finding.found.hits.len() {
            return Outcome::none();
        }
        if cursor.selected == at {
            return self.accept(desk);
        }
        cursor.selected = at;
        Outcome::none()
    }

    /// Scrolls until the selected hit is shown.
    pub(in crate::app) fn settle(&mut self, desk: &Desk) {
        let shown = Self::areas(desk.viewport).count();
        self.finding.cursor.keep_visible(shown);
    }
}
