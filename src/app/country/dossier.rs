//! The dossier of a country: an overlay that leads into the paper.

use std::ops::Range;

use crate::gazetteer::{Named, country, groupings};
use crate::messages::{DossierMessage, InterfaceLanguage, SectionTitle};
use crate::model::{Briefing, CountryCode, Notes};
use crate::search::{Found, Target};
use crate::text::lines as lines_of;

use super::matching::{role_of, walked_countries};
use super::sections::{DossierItem, Section, labels, sections};
use crate::app::desk::{Desk, Finding};
use crate::app::layout::{Area, ListCursor, Viewport};
use crate::app::notes::Subject;
use crate::app::outcome::{Input, Outcome, Scroll, Then};

/// The rows above the lines: the description of the country and the rule below it.
const HEAD: u16 = 3;
/// The cells before the text of an item.
pub const DOSSIER_INDENT: usize = 4;
/// The cells that the text of an item leaves free: its indentation and a margin.
const MARGINS: usize = DOSSIER_INDENT + 2;

/// An open dossier.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The country.
    pub code: CountryCode,
    /// Its sections; none is empty.
    pub sections: Vec<Section>,
    /// The selected item, counted through all sections, and the first line shown.
    pub cursor: ListCursor,
    /// The selection to restore after the paper has been read again.
    before: Option<Target>,
    /// The position of the country among those of the paper, from 1, and their number; position 0
    /// if it is not among them.
    pub place: (usize, usize),
}

/// A line of a dossier.
#[derive(Clone, Debug, PartialEq)]
pub enum DossierLine<'a> {
    /// The title of a section, and the number of its items.
    Title(SectionTitle, usize),
    /// The place and heading of the item with this number.
    Head(usize, &'a DossierItem),
    /// One line of the text of an item that is not selected.
    Snippet(&'a DossierItem),
    /// A range of the text of the selected item, in bytes.
    Text(&'a DossierItem, Range<usize>),
    /// An empty line.
    Gap,
}

/// The lines of the selected item, the number of all lines, and the rows available.
struct Extent {
    item: Range<usize>,
    count: usize,
    height: usize,
}

impl Dossier {
    /// Opens the dossier of a country.
    pub(in crate::app) fn new(code: CountryCode, desk: &Desk) -> Self {
        let walk = walked_countries(desk);
        let place = walk.iter().position(|walked| *walked == code);
        let sections = desk
            .briefing()
            .map(|briefing| sections(code, desk.index(), briefing));
        Self {
            code,
            sections: sections.unwrap_or_default(),
            cursor: ListCursor::default(),
            before: None,
            place: (place.map_or(0, |at| at + 1), walk.len()),
        }
    }

    /// Returns the area of the dossier and that of its lines.
    pub fn areas(viewport: Viewport) -> (Area, Area) {
        let whole = viewport.overlay();
        (whole, whole.inner().below(HEAD))
    }

    /// Acts on a command.
    pub(in crate::app) fn on(&mut self, input: Input<'_>, desk: &mut Desk) -> Outcome {
        match input {
            // Each item has a head and a line.
            Input::Scroll(Scroll::Start) => self.select(0),
            Input::Scroll(Scroll::End) => self.select(usize::MAX),
            Input::Scroll(scroll) => {
                let (_, lines) = Self::areas(desk.viewport);
                self.step(scroll.lines(usize::from(lines.height / 2)), desk);
            }
            Input::Step(by) | Input::Wheel(by) => self.step(by, desk),
            Input::Turn(by) => return self.next_country(by, desk),
            Input::Accept => return self.accept(desk),
            Input::Click(column, row) => return self.click(column, row, desk),
            Input::Type(_) => (),
        }
        Outcome::none()
    }

    /// Opens the dossier of the next (1) or previous (−1) country, wrapping around.
    fn next_country(&self, by: isize, desk: &Desk) -> Outcome {
        let walk = walked_countries(desk);
        let here = walk.iter().position(|code| *code == self.code);
        let next = match here {
            Some(here) => (here + walk.len()).saturating_add_signed(by) % walk.len().max(1),
            None if by > 0 => 0,
            None => walk.len().saturating_sub(1),
        };
        let next = walk.get(next).copied();
        next.map_or_else(Outcome::none, |code| {
            Outcome::none().then(Then::Dossier(code))
        })
    }

    /// Moves the selection by a number of items; an item taller than the screen is scrolled through
    /// first.
    fn step(&mut self, by: isize, desk: &Desk) {
        let Some(Extent { item, height, .. }) = self.extent(desk) else {
            return;
        };
        let below = item.end.saturating_sub(self.cursor.top + height);
        let above = self.cursor.top.saturating_sub(item.start);
        if by > 0 && below > 0 {
            self.cursor.top += below.min(by.unsigned_abs());
        } else if by < 0 && above > 0 {
            self.cursor.top -= above.min(by.unsigned_abs());
        } else {
            self.cursor.step(by, self.items().count());
        }
    }

    /// Selects the item with this number, or the last if there are fewer.
    fn select(&mut self, item: usize) {
        self.cursor.selected = item;
        self.cursor.step(0, self.items().count());
    }

    /// Returns the extent of the selected item; `None` without a briefing.
    fn extent(&self, desk: &Desk) -> Option<Extent> {
        let (_, area) = Self::areas(desk.viewport);
        let notes = desk.notebook.notes();
        let lines = self.lines(desk.briefing()?, notes, usize::from(area.width));
        let is_head = |line: &DossierLine<'_>| match line {
            DossierLine::Head(nth, _) => *nth == self.cursor.selected,
            DossierLine::Title(..)
            | DossierLine::Snippet(_)
            | DossierLine::Text(..)
            | DossierLine::Gap => false,
        };
        let head = lines.iter().position(is_head).unwrap_or_default();
        let texts = lines.iter().skip(head + 1);
        let texts = texts.take_while(|line| matches!(line, DossierLine::Text(..)));
        Some(Extent {
            item: head..head + texts.count() + 1,
            count: lines.len(),
            height: usize::from(area.height).max(1),
        })
    }

    /// Goes to the selected paragraph or note. The names of the country stay highlighted, and the
    /// next and previous matches are the other items.
    fn accept(&self, desk: &mut Desk) -> Outcome {
        let Some(found) = self.selection() else {
            return Outcome::close();
        };
        desk.paper.remember();
        desk.finding = Some(Finding {
            found: found_on(self.code, desk),
            cursor: self.cursor,
            country: Some(self.code),
            ..Finding::default()
        });
        desk.show_target(&found.target);
        Outcome::close()
    }

    /// Rebuilds the dossier from the new index, keeping the selection if it still exists.
    pub(in crate::app) fn renew(&mut self, desk: &Desk) {
        let selected = self.selection().map(|found| found.target.clone());
        let selected = selected.or_else(|| self.before.clone());
        *self = Self::new(self.code, desk);
        let same = |item: &DossierItem| Some(&item.target) == selected.as_ref();
        let at = self.items().position(same);
        self.cursor.selected = at.unwrap_or_default();
        self.before = selected;
    }

    /// Selects the clicked item, or goes to it if it was already selected.
    fn click(&mut self, column: u16, row: u16, desk: &mut Desk) -> Outcome {
        let (_, area) = Self::areas(desk.viewport);
        if !area.contains(column, row) {
            return Outcome::none();
        }
        let line = self.cursor.top + usize::from(row.saturating_sub(area.y));
        let Some(item) = self.item_at(line, usize::from(area.width), desk) else {
            return Outcome::none();
        };
        if self.cursor.selected == item {
            return self.accept(desk);
        }
        self.cursor.selected = item;
        Outcome::none()
    }

    /// Returns the number of the item on a line.
    fn item_at(&self, line: usize, columns: usize, desk: &Desk) -> Option<usize> {
        let lines = self.lines(desk.briefing()?, desk.notebook.notes(), columns);
        let above = lines.get(..=line).unwrap_or_default().iter().rev();
        let is_item =
            |line: &&DossierLine<'_>| !matches!(line, DossierLine::Title(..) | DossierLine::Gap);
        above.take_while(is_item).find_map(|line| match line {
            DossierLine::Head(nth, _) => Some(*nth),
            DossierLine::Title(..)
            | DossierLine::Snippet(_)
            | DossierLine::Text(..)
            | DossierLine::Gap => None,
        })
    }

    /// Scrolls until as much of the selected item as possible is shown; the title of the first
    /// section is shown with its first item.
    pub(in crate::app) fn settle(&mut self, desk: &Desk) {
        let Some(Extent {
            item,
            count,
            height,
        }) = self.extent(desk)
        else {
            return;
        };
        let is_first = self.cursor.selected == 0 && item.end <= height;
        let start = if is_first { 0 } else { item.start };
        self.cursor.reveal(start..item.end, height);
        self.cursor.top = self.cursor.top.min(count.saturating_sub(1));
    }

    /// Returns the items of all sections.
    fn items(&self) -> impl Iterator<Item = &DossierItem> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// Returns the selected item.
    pub fn selection(&self) -> Option<&DossierItem> {
        self.items().nth(self.cursor.selected)
    }

    /// Returns the index of the selected paragraph; `None` for a note.
    pub(in crate::app) fn paragraph(&self) -> Option<usize> {
        match self.selection()?.target {
            Target::Paragraph(paragraph) => Some(paragraph),
            Target::Note(_) => None,
        }
    }

    /// Returns the lines for a width in columns: the whole text of the selected item, and one line
    /// of each other item.
    pub fn lines<'a>(
        &'a self,
        briefing: &'a Briefing,
        notes: &'a Notes,
        columns: usize,
    ) -> Vec<DossierLine<'a>> {
        let mut lines = Vec::new();
        let mut nth = 0;
        for section in &self.sections {
            if nth > 0 {
                lines.push(DossierLine::Gap);
            }
            lines.push(DossierLine::Title(section.title, section.items.len()));
            for item in &section.items {
                lines.push(DossierLine::Head(nth, item));
                if nth == self.cursor.selected {
                    let subject = Subject::of(&item.target, briefing, notes);
                    let room = columns.saturating_sub(MARGINS).max(1);
                    let ranges = lines_of(subject.map_or("", Subject::text), room);
                    lines.extend(ranges.map(|range| DossierLine::Text(item, range)));
                } else {
                    lines.push(DossierLine::Snippet(item));
                }
                nth += 1;
            }
        }
        lines
    }
}

/// Returns the items of a country's dossier as search results.
pub(in crate::app) fn found_on(code: CountryCode, desk: &Desk) -> Found {
    let index = desk.index();
    let sections = desk
        .briefing()
        .map(|briefing| sections(code, index, briefing));
    let sections = sections.into_iter().flatten();
    let items = sections.flat_map(|section| section.items);
    index.found(items.map(|item| item.target), &[Named::Country(code)])
}

/// Returns the code of a country, with its region and its role in the session if it has them.
pub fn portrait(code: CountryCode, desk: &Desk, language: InterfaceLanguage) -> String {
    let region = country(code).map_or("", |country| country.region);
    let role = role_of(desk, code).map_or("", |role| role.words(language));
    let all = [code.as_str(), region, role].into_iter();
    let all: Vec<_> = all.filter(|said| !said.is_empty()).collect();
    all.join(" · ")
}

/// Returns the groupings that a country belongs to; `None` if there are none.
pub fn memberships(code: CountryCode, desk: &Desk) -> Option<DossierMessage> {
    let on = desk.index().mentions().day();
    let member = groupings().filter(|(_, grouping)| grouping.has(code, on));
    let member: Vec<_> = member.map(|(id, _)| id).collect();
    (!member.is_empty()).then(|| DossierMessage::Member {
        groupings: labels(&member),
        on,
    })
}
