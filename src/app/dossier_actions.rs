//! Dossiers: opening, moving and jumping into the paper.

use crate::gazetteer::{Named, country, groupings};
use crate::model::CountryCode;
use crate::search::Found;

use super::dossier::labels;
use super::{App, Area, Dossier, DossierItem, DossierLine, Finding, Mode, sections};

/// The rows above the lines: the description of the country and the rule below it.
const HEAD: u16 = 3;

/// The lines of the selected item, the number of all lines, and the rows available.
struct Extent {
    head: usize,
    last: usize,
    count: usize,
    height: usize,
}

impl App {
    /// Opens the dossier of a country.
    pub(super) fn open_dossier(&mut self, code: CountryCode) {
        let Some(briefing) = self.briefing.as_deref() else {
            return;
        };
        let walk = self.walked_countries();
        let place = walk.iter().position(|walked| *walked == code);
        self.mode = Mode::Dossier(Box::new(Dossier {
            code,
            sections: sections(code, &self.indexed.index, briefing),
            selected: 0,
            top: 0,
            before: None,
            place: (place.map_or(0, |at| at + 1), walk.len()),
        }));
    }

    /// Opens the dossier of the country named at the selected paragraph, or nearest to it.
    pub(super) fn open_dossier_here(&mut self) {
        if let Some(code) = self.country_here() {
            self.open_dossier(code);
        }
    }

    /// Opens the dossier of the next (1) or previous (−1) country, wrapping around.
    pub(super) fn next_country(&mut self, by: isize) {
        let Mode::Dossier(dossier) = &self.mode else {
            return;
        };
        let walk = self.walked_countries();
        let here = walk.iter().position(|code| *code == dossier.code);
        let next = match here {
            Some(here) => (here + walk.len()).saturating_add_signed(by) % walk.len().max(1),
            None if by > 0 => 0,
            None => walk.len().saturating_sub(1),
        };
        if let Some(code) = walk.get(next) {
            self.open_dossier(*code);
        }
    }

    /// Moves the selection by a number of items; an item taller than the screen is scrolled through
    /// first.
    pub(super) fn step_dossier(&mut self, by: isize) {
        let Some(Extent {
            head, last, height, ..
        }) = self.dossier_extent()
        else {
            return;
        };
        let Mode::Dossier(dossier) = &mut self.mode else {
            return;
        };
        let below = (last + 1).saturating_sub(dossier.top + height);
        let above = dossier.top.saturating_sub(head);
        if by > 0 && below > 0 {
            dossier.top += below.min(by.unsigned_abs());
        } else if by < 0 && above > 0 {
            dossier.top -= above.min(by.unsigned_abs());
        } else {
            dossier.step(by);
        }
    }

    /// Selects the first or the last item.
    pub(super) fn go_to_end_of_dossier(&mut self, first: bool) {
        /// More items than any dossier has.
        const FAR: isize = isize::MAX / 2;
        if let Mode::Dossier(dossier) = &mut self.mode {
            dossier.step(if first { -FAR } else { FAR });
        }
    }

    /// Returns the lines of the selected item.
    fn dossier_extent(&self) -> Option<Extent> {
        let (Mode::Dossier(dossier), Some(briefing)) = (&self.mode, self.briefing()) else {
            return None;
        };
        let (_, area) = self.dossier_areas();
        let notes = self.notebook.notes();
        let lines = dossier.lines(briefing, notes, usize::from(area.width));
        let is_head = |line: &DossierLine<'_>| match line {
            DossierLine::Head(nth, _) => *nth == dossier.selected,
            _ => false,
        };
        let head = lines.iter().position(is_head).unwrap_or_default();
        let texts = lines.iter().skip(head + 1);
        let texts = texts.take_while(|line| matches!(line, DossierLine::Text(..)));
        Some(Extent {
            head,
            last: head + texts.count(),
            count: lines.len(),
            height: usize::from(area.height).max(1),
        })
    }

    /// Goes to the selected paragraph or note. The names of the country stay highlighted, and n and
    /// N step through them.
    pub(super) fn accept_dossier(&mut self, dossier: &Dossier) {
        let Some(found) = dossier.selection() else {
            return;
        };
        self.remember();
        self.finding = Some(Finding {
            found: self.found_on(dossier.code),
            at: dossier.selected,
            country: Some(dossier.code),
            ..Finding::default()
        });
        self.show_target(&found.target);
    }

    /// Returns the items of a country's dossier as search results.
    pub(super) fn found_on(&self, code: CountryCode) -> Found {
        let index = &self.indexed.index;
        let sections = self
            .briefing()
            .map(|briefing| sections(code, index, briefing));
        let items = sections
            .into_iter()
            .flatten()
            .flat_map(|section| section.items);
        index.found(items.map(|item| item.target), &[Named::Country(code)])
    }

    /// Rebuilds an open list or dossier from the new index, keeping the selection if it still
    /// exists.
    pub(super) fn renew_countries(&mut self) {
        if let Mode::Countries(list) = &self.mode {
            let selected = list.selection().map(|listed| listed.code);
            self.list_countries(selected.or(list.before));
        }
        let Mode::Dossier(dossier) = &self.mode else {
            return;
        };
        let selected = dossier.selection().map(|found| found.target.clone());
        let (code, selected) = (dossier.code, selected.or_else(|| dossier.before.clone()));
        self.open_dossier(code);
        if let Mode::Dossier(dossier) = &mut self.mode {
            let same = |item: &DossierItem| Some(&item.target) == selected.as_ref();
            let at = dossier.items().position(same);
            dossier.selected = at.unwrap_or_default();
            dossier.before = selected;
        }
    }

    /// Selects the clicked item, or goes there if it was selected.
    pub(super) fn click_dossier(&mut self, column: u16, row: u16) {
        let (_, area) = self.dossier_areas();
        let (Mode::Dossier(dossier), Some(briefing)) = (&self.mode, self.briefing()) else {
            return;
        };
        let notes = self.notebook.notes();
        let lines = dossier.lines(briefing, notes, usize::from(area.width));
        let line = dossier.top + usize::from(row.saturating_sub(area.y));
        let above = lines.get(..=line).unwrap_or_default().iter().rev();
        let is_item =
            |line: &&DossierLine<'_>| !matches!(line, DossierLine::Title(..) | DossierLine::Gap);
        let head = above.take_while(is_item);
        let item = head.into_iter().find_map(|line| match line {
            DossierLine::Head(nth, _) => Some(*nth),
            _ => None,
        });
        let Some(item) = item.filter(|_| area.contains(column, row)) else {
            return;
        };
        if let Mode::Dossier(dossier) = &mut self.mode {
            if dossier.selected != item {
                dossier.selected = item;
            } else if let Mode::Dossier(dossier) = std::mem::take(&mut self.mode) {
                self.accept_dossier(&dossier);
            }
        }
    }

    /// Returns the area of the dossier and that of its lines.
    pub fn dossier_areas(&self) -> (Area, Area) {
        let whole = self.overlay_area();
        let inner = whole.inner();
        let lines = Area {
            y: inner.y.saturating_add(HEAD),
            height: inner.height.saturating_sub(HEAD),
            ..inner
        };
        (whole, lines)
    }

    /// Scrolls until as much of the selected item as possible is shown.
    pub(super) fn keep_dossier_visible(&mut self) {
        let Some(Extent {
            head,
            last,
            count,
            height,
        }) = self.dossier_extent()
        else {
            return;
        };
        let Mode::Dossier(dossier) = &mut self.mode else {
            return;
        };
        let bottom = (last + 1).saturating_sub(height);
        // The title of the first section is shown with its first item.
        let first = if dossier.selected == 0 && last < height {
            0
        } else {
            head
        };
        let top = dossier.top.clamp(bottom.min(first), bottom.max(first));
        dossier.top = top.min(count.saturating_sub(1));
    }

    /// Returns one or two lines on a country: code, region, role in the session, memberships.
    pub fn portrait(&self, code: CountryCode) -> [String; 2] {
        let region = country(code).map_or("", |country| country.region);
        let day = self.indexed.index.mentions().day();
        let role = self.role(code);
        let first = [code.as_str(), region, role].into_iter();
        let first: Vec<_> = first.filter(|said| !said.is_empty()).collect();
        let member = groupings().filter(|(_, grouping)| grouping.has(code, day));
        let member: Vec<_> = member.map(|(id, _)| id).collect();
        let on = day.map_or_else(String::new, |day| format!(" on {day}"));
        let second = if member.is_empty() {
            String::new()
        } else {
            format!("member{on} of {}", labels(&member))
        };
        [first.join(" · "), second]
    }
}
