//! The finder over the panes, and walking through what was found.
//!
//! Rules, in order: nothing moves behind the finder, so that leaving it changes nothing; what is
//! typed is looked for at each key; a hit never hides what it lacks.

use crate::model::CountryCode;
use crate::search::{Found, Hit, Query, Scope, Target};

use super::{App, Area, Field, Mode, Pane};

/// Nobody steps through more.
const MOST_HITS: usize = 200;
/// So many searches are remembered.
const MOST_SEARCHES: usize = 50;
/// From this width on the selected hit is shown beside the list.
const WITH_PREVIEW: u16 = 100;
/// What is typed, and the rule below it.
const HEAD: u16 = 2;
/// Lower lists show one row a hit.
const LOW: u16 = 8;

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    /// The words.
    pub query: Query,
    /// What was found, best first.
    pub found: Found,
    /// Which of the hits is selected.
    pub at: usize,
    /// The country whose dossier they come from, if it was not words that found them.
    pub(super) country: Option<CountryCode>,
}

impl Finding {
    /// The selected hit.
    pub fn hit(&self) -> Option<&Hit> {
        self.found.hits.get(self.at)
    }

    /// Moves the selection by so many hits; it stays in the list.
    fn step(&mut self, by: isize) {
        let last = self.found.hits.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

/// The finder.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What was typed.
    pub field: Field,
    /// What that found.
    pub finding: Finding,
    /// Where it is looked for.
    pub scope: Scope,
    /// The first hit shown.
    pub top: usize,
    /// Which earlier search was brought back, and what was typed before.
    recalled: Option<(usize, String)>,
}

/// Where the finder and its parts stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindAreas {
    /// All of it, with its border.
    pub whole: Area,
    /// The hits.
    pub hits: Area,
    /// Rows that a hit takes.
    pub rows: u16,
    /// The selected paragraph, where there is room for it.
    pub preview: Option<Area>,
}

impl App {
    /// Opens the finder with something typed.
    pub(super) fn open_find(&mut self, typed: &str) {
        let find = Find {
            field: Field::new(typed),
            ..Find::default()
        };
        self.mode = Mode::Find(Box::new(find));
        self.look();
    }

    /// Looks for what is typed now.
    pub(super) fn look(&mut self) {
        if let Mode::Find(find) = &mut self.mode {
            let query = Query::new(find.field.text()).within(find.scope);
            let found = self.indexed.index.find(&query, MOST_HITS);
            find.finding = Finding {
                query,
                found,
                ..Finding::default()
            };
            find.top = 0;
        }
    }

    /// Looks again in another index; what was selected stays so if it is still found.
    pub(super) fn look_again(&mut self) {
        let country = self.finding.as_ref().and_then(|finding| finding.country);
        let on_country = country.map(|code| self.found_on(code));
        let in_finder = match &mut self.mode {
            Mode::Find(find) => Some(&mut find.finding),
            _ => None,
        };
        for finding in [in_finder, self.finding.as_mut()].into_iter().flatten() {
            let selected = finding.hit().map(|hit| hit.target.clone());
            finding.found = match &on_country {
                Some(found) if finding.country.is_some() => found.clone(),
                _ => self.indexed.index.find(&finding.query, MOST_HITS),
            };
            let mut hits = finding.found.hits.iter();
            let at = hits.position(|hit| Some(&hit.target) == selected.as_ref());
            let last = finding.found.hits.len().saturating_sub(1);
            finding.at = at.unwrap_or_else(|| finding.at.min(last));
        }
    }

    /// Moves the selection; before the first hit are the earlier searches.
    pub(super) fn step_hits(&mut self, by: isize) {
        let Mode::Find(find) = &mut self.mode else {
            return;
        };
        if by == -1 && find.finding.at == 0 {
            self.recall();
        } else {
            find.finding.step(by);
        }
    }

    /// Moves the selection by the wheel, which brings no search back.
    pub(super) fn wheel_hits(&mut self, by: isize) {
        if let Mode::Find(find) = &mut self.mode {
            find.finding.step(by);
        }
    }

    /// Brings back an older search, and behind the oldest what was typed.
    fn recall(&mut self) {
        let Mode::Find(find) = &mut self.mode else {
            return;
        };
        let (at, typed) = match find.recalled.take() {
            Some((at, typed)) => (at + 1, typed),
            None => (0, find.field.text().to_owned()),
        };
        if let Some(search) = self.searches.get(at) {
            find.field = Field::new(search);
            find.recalled = Some((at, typed));
        } else {
            find.field = Field::new(&typed);
        }
        self.look();
    }

    /// Something else was typed: it is no earlier search any more.
    pub(super) fn look_anew(&mut self) {
        if let Mode::Find(find) = &mut self.mode {
            find.recalled = None;
        }
        self.look();
    }

    /// Looks in the paper, the notes or both.
    pub(super) fn turn_scope(&mut self, forward: bool) {
        let Mode::Find(find) = &mut self.mode else {
            return;
        };
        find.scope = match (find.scope, forward) {
            (Scope::All, true) | (Scope::Notes, false) => Scope::Paper,
            (Scope::Paper, true) | (Scope::All, false) => Scope::Notes,
            (Scope::Notes, true) | (Scope::Paper, false) => Scope::All,
        };
        self.look();
    }

    /// Goes to the selected hit; where nothing was found, takes what may have been meant.
    pub(super) fn accept_find(&mut self, mut find: Box<Find>) {
        let Some(hit) = find.finding.hit().cloned() else {
            let meant = find.finding.found.did_you_mean.first();
            if let Some(meant) = meant {
                find.field = Field::new(meant);
            }
            self.mode = Mode::Find(find);
            return self.look();
        };
        let text = find.field.text().trim().to_owned();
        self.searches.retain(|search| *search != text);
        self.searches.insert(0, text);
        self.searches.truncate(MOST_SEARCHES);
        self.remember();
        self.finding = Some(find.finding);
        self.tell_position();
        self.show_target(&hit.target);
    }

    /// Shows a paragraph or a note.
    pub(super) fn show_target(&mut self, target: &Target) {
        match target {
            Target::Note(id) => self.show_note(id.clone()),
            Target::Paragraph(paragraph) => {
                self.set_focus(Pane::Reader);
                let block = self.document.paragraph(*paragraph);
                self.with_reader(|reader, page| reader.show(page, block));
            }
        }
    }

    /// Shows the next (1) or previous (−1) hit, and after the last one the first.
    pub(super) fn next_match(&mut self, by: isize) {
        let finding = self.finding.as_mut();
        let Some(finding) = finding.filter(|finding| !finding.found.hits.is_empty()) else {
            "no matches; press / to search".clone_into(&mut self.status);
            return;
        };
        let count = finding.found.hits.len();
        finding.at = (finding.at + count).saturating_add_signed(by) % count;
        let hit = finding.hit().cloned();
        self.tell_position();
        if let Some(hit) = hit {
            self.show_target(&hit.target);
        }
    }

    fn tell_position(&mut self) {
        if let Some(finding) = &self.finding {
            let missing = finding.hit().map(|hit| hit.missing.join(", "));
            let missing = missing.filter(|missing| !missing.is_empty());
            let without = missing.map_or_else(String::new, |words| format!(", without {words}"));
            let count = finding.found.hits.len();
            self.status = format!("{} of {count}{without}", finding.at + 1);
        }
    }

    /// Where the finder stands.
    pub fn find_areas(&self) -> FindAreas {
        let whole = self.overlay_area();
        let columns = whole.width;
        let inner = whole.inner();
        let hits = Area {
            y: inner.y.saturating_add(HEAD),
            height: inner.height.saturating_sub(HEAD),
            ..inner
        };
        let beside = (columns >= WITH_PREVIEW).then_some(hits.width / 2);
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

    /// Scrolls so that the selected hit is on the screen.
    pub(super) fn keep_hit_visible(&mut self) {
        let areas = self.find_areas();
        let shown = usize::from(areas.hits.height / areas.rows.max(1)).max(1);
        if let Mode::Find(find) = &mut self.mode {
            let at = find.finding.at;
            find.top = find.top.clamp((at + 1).saturating_sub(shown), at);
        }
    }

    /// A click on a hit selects it, and on the selected one goes there.
    pub(super) fn click_hit(&mut self, column: u16, row: u16) {
        let areas = self.find_areas();
        let Mode::Find(find) = &mut self.mode else {
            return;
        };
        let line = usize::from(row.saturating_sub(areas.hits.y) / areas.rows.max(1));
        let at = find.top + line;
        if !areas.hits.contains(column, row) || at >= find.finding.found.hits.len() {
            return;
        }
        if find.finding.at != at {
            find.finding.at = at;
        } else if let Mode::Find(find) = std::mem::take(&mut self.mode) {
            self.accept_find(find);
        }
    }

    /// The searches that led somewhere, newest first.
    pub fn searches(&self) -> &[String] {
        &self.searches
    }
}

#[cfg(test)]
mod tests {
    use jiff::ZonedDateTime;

    use super::super::{Effect, Event, Key, Moment, Reading};
    use super::*;
    use crate::model::{
        Briefing, EntryId, Kind, NewEntry, NoteId, Paper, Practice, Prose, Session,
    };
    use crate::search::Index;

    fn briefing(text: &str) -> Event {
        let entry = NewEntry {
            id: EntryId::new("e").unwrap(),
            kind: Kind::Context,
            heading: String::new(),
            at: String::new(),
            practice: Practice::default(),
            see: Vec::new(),
            prose: vec![Prose {
                text: text.to_owned(),
                spans: Vec::new(),
            }],
        };
        let briefing = Briefing::new(Paper::default(), Vec::new(), vec![entry]).unwrap();
        Event::Briefing(Box::new(Reading {
            briefing: Some(briefing),
            problems: String::new(),
        }))
    }

    fn hits(app: &App) -> usize {
        match &app.mode {
            Mode::Find(find) => find.finding.found.hits.len(),
            _ => panic!("the finder is not open"),
        }
    }

    /// What it showed would be paragraphs of the paper before.
    #[test]
    fn an_open_finder_forgets_what_it_found_in_another_paper() {
        let moment = Moment {
            now: ZonedDateTime::now(),
            since_boot: std::time::Duration::ZERO,
            fresh_id: NoteId::new("n").unwrap(),
        };
        let mut app = App::new((80, 24), Session::default());
        let index = |app: &mut App, effects: Vec<Effect>| {
            for effect in effects {
                if let Effect::Index(texts) = effect {
                    let index = Index::new(&texts.briefing);
                    app.update(&moment, Event::Indexed(index, texts.number));
                }
            }
        };
        let effects = app.update(&moment, briefing("to Mali"));
        index(&mut app, effects);
        for key in Key::sequence("/mali").unwrap() {
            app.update(&moment, Event::Key(key));
        }
        assert_eq!(hits(&app), 1);
        let effects = app.update(&moment, briefing("Mali no more, and Mali again"));
        assert_eq!(hits(&app), 0);
        index(&mut app, effects);
        assert_eq!(hits(&app), 1);
    }
}
