//! The finder over the panes, and stepping through its matches.
//!
//! Rules, in order: nothing below the finder moves, so that closing it changes nothing; each key
//! searches; a hit always shows its missing words.

use crate::model::CountryCode;
use crate::search::{Found, Hit, Query, Scope, Target};

use super::{App, Area, Field, Mode, Pane};

/// More hits than anyone steps through.
const MOST_HITS: usize = 200;
/// The number of searches remembered.
const MOST_SEARCHES: usize = 50;
/// The width in columns from which the selected hit is shown beside the list.
const WITH_PREVIEW: u16 = 100;
/// The rows of the search field and the rule below it.
const HEAD: u16 = 2;
/// Lists with fewer rows show one row per hit.
const LOW: u16 = 8;

/// A search and its results.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    /// The search as typed.
    pub query: Query,
    /// The results, best first.
    pub found: Found,
    /// The index of the selected hit.
    pub at: usize,
    /// The country whose dossier the hits come from; `None` for a search by words.
    pub(super) country: Option<CountryCode>,
}

impl Finding {
    /// Returns the selected hit.
    pub fn hit(&self) -> Option<&Hit> {
        self.found.hits.get(self.at)
    }

    /// Moves the selection by a number of hits, within the list.
    fn step(&mut self, by: isize) {
        let last = self.found.hits.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

/// The finder.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// The search field.
    pub field: Field,
    /// Its results.
    pub finding: Finding,
    /// The scope: both, paper, notes.
    pub scope: Scope,
    /// The index of the first hit shown.
    pub top: usize,
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

impl App {
    /// Opens the finder with this text.
    pub(super) fn open_find(&mut self, typed: &str) {
        let find = Find {
            field: Field::new(typed),
            ..Find::default()
        };
        self.mode = Mode::Find(Box::new(find));
        self.look();
    }

    /// Searches for the typed text.
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

    /// Searches again in a new index, keeping the selection if it is still found.
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

    /// Moves the selection; above the first hit are the earlier searches.
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

    /// Moves the selection by the mouse wheel, without recalling searches.
    pub(super) fn wheel_hits(&mut self, by: isize) {
        if let Mode::Find(find) = &mut self.mode {
            find.finding.step(by);
        }
    }

    /// Recalls the next older search, and after the oldest the typed text.
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

    /// Forgets which earlier search was shown, since the text has changed.
    pub(super) fn search_typed(&mut self) {
        if let Mode::Find(find) = &mut self.mode {
            find.recalled = None;
        }
        self.look();
    }

    /// Changes the scope: both, paper, notes.
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

    /// Goes to the selected hit; without hits, applies the suggestion.
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

    /// Goes to a paragraph or a note.
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

    /// Goes to the next (1) or previous (−1) hit, wrapping around.
    pub(super) fn next_match(&mut self, by: isize) {
        let finding = self.finding.as_mut();
        let Some(finding) = finding.filter(|finding| !finding.found.hits.is_empty()) else {
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

    /// Returns the areas of the finder.
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

    /// Scrolls until the selected hit is shown.
    pub(super) fn keep_hit_visible(&mut self) {
        let areas = self.find_areas();
        let shown = usize::from(areas.hits.height / areas.rows.max(1)).max(1);
        if let Mode::Find(find) = &mut self.mode {
            let at = find.finding.at;
            find.top = find.top.clamp((at + 1).saturating_sub(shown), at);
        }
    }

    /// Selects the clicked hit, or goes there if it was selected.
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

    /// Returns the searches that led to a jump, newest first.
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

    /// Old hits would point at paragraphs of the old paper.
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
