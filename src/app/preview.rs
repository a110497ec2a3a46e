//! The preview of the report: its text, its gaps, and writing it to a file.
//!
//! Rules, in order: the file has exactly the text shown; each new note updates the preview;
//! existing files are never overwritten.

use std::ops::Range;

use crate::model::{Kind, NoteId, NoteKind, Notes};
use crate::report::{Face, Format, Gap, Language, Options, Report, Sources};
use crate::text::{part, wrap};

use super::{Action, App, Area, Choice, Effect, Item, Mode, Moment, Picker, Purpose, Stamp};

/// A gap or leak to settle before the report is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The description for the user.
    pub words: String,
    /// The number of the note, if it is about one.
    pub number: Option<usize>,
    /// The place where it can be settled, or advice.
    target: Option<Place>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Note(NoteId),
    Question(usize),
    /// Advice on what to do.
    Advice(String),
}

/// The preview of a report.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The options of the report.
    pub options: Options,
    /// The gaps and leaks.
    pub missing: Vec<Missing>,
    /// The index of the selected gap.
    pub selected: usize,
    /// The index of the first line shown.
    pub top: usize,
    text: String,
    lines: Vec<Shown>,
    /// The width in cells that the lines were wrapped at.
    columns: usize,
}

/// A line of the preview: a range of the text, its indentation in cells, and whether it is part of
/// a heading.
#[derive(Clone, Debug)]
struct Shown {
    range: Range<usize>,
    indent: usize,
    is_heading: bool,
}

/// A change to the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPreview {
    /// Shows the next version: clean, with annex, brief.
    NextFace,
    /// Shows the previous version.
    PreviousFace,
    /// Switches between draft and final.
    Draft,
    /// Switches note numbers and counts on or off.
    Working,
    /// Asks for the format of the file.
    Write,
}

impl Preview {
    /// Returns the lines from the first shown one on, each with its indentation in cells and
    /// whether it is part of a heading.
    pub fn from_top(&self) -> impl Iterator<Item = (&str, usize, bool)> {
        let lines = self.lines.iter().skip(self.top);
        lines.map(|line| {
            let text = part(&self.text, line.range.clone());
            (text, line.indent, line.is_heading)
        })
    }

    /// Returns the number of lines.
    pub const fn length(&self) -> usize {
        self.lines.len()
    }

    fn lay_out(&mut self, columns: usize) {
        let base = self.text.as_ptr() as usize;
        let lines = self.text.lines().flat_map(|line| {
            let start = line.as_ptr() as usize - base;
            let is_heading = ["# ", "## ", "### "].iter().any(|it| line.starts_with(it));
            // Aligned with the text after its bullet.
            let hang = if line.starts_with("- ") { 2 } else { 0 };
            let ranges = wrap(line, columns, hang).enumerate();
            ranges.map(move |(nth, range)| Shown {
                range: start + range.start..start + range.end,
                indent: if nth == 0 { 0 } else { hang },
                is_heading,
            })
        });
        self.lines = lines.collect();
        self.columns = columns;
    }
}

impl App {
    pub(super) fn on_preview(&mut self, what: OnPreview) {
        match what {
            OnPreview::NextFace => self.change_report(|it| it.face = it.face.next()),
            OnPreview::PreviousFace => self.change_report(|it| it.face = it.face.previous()),
            OnPreview::Draft => self.change_report(|it| it.is_final = !it.is_final),
            OnPreview::Working => self.change_report(|it| it.is_working = !it.is_working),
            OnPreview::Write => self.open_formats(),
        }
    }

    /// Opens the report where it was closed.
    pub(super) fn open_report(&mut self) {
        if self.briefing.is_none() {
            return;
        }
        let mut preview = self.left_preview.take().unwrap_or_default();
        let paper = self.briefing().map(|briefing| &briefing.paper().language);
        let language = paper.and_then(|tag| Language::from_tag(tag));
        preview.options.language = language.unwrap_or_default();
        self.mode = Mode::Report(preview);
        self.renew_report();
    }

    fn change_report(&mut self, change: impl Fn(&mut Options)) {
        if let Mode::Report(preview) = &mut self.mode {
            let face = preview.options.face;
            change(&mut preview.options);
            if preview.options.face != face {
                preview.top = 0;
            }
        }
        self.renew_report();
    }

    /// Updates the preview from the notes.
    pub(super) fn renew_report(&mut self) {
        let Mode::Report(preview) = &self.mode else {
            return;
        };
        let options = preview.options;
        let Some(report) = self.report(options) else {
            return;
        };
        let text = report.preview(options);
        let text = text.unwrap_or_else(|error| error.to_string());
        let notes = self.notebook.notes();
        let missing = missing(&report, notes, &|action| self.key_for(action));
        if let Mode::Report(preview) = &mut self.mode {
            preview.missing = missing;
            preview.text = text;
            preview.columns = 0;
        }
        self.keep_report_visible();
    }

    fn report(&self, options: Options) -> Option<Report> {
        Some(Report::new(Sources {
            briefing: self.briefing()?,
            notes: self.notebook.notes(),
            gazetteer: self.indexed.index.mentions().gazetteer(),
            drafts: self.drafts.len(),
            speaking: self.floor.speaking.as_ref().map(|it| &it.speaker),
            language: options.language,
        }))
    }

    /// Returns the areas of the text and of the gaps.
    pub fn report_areas(&self) -> (Area, Area) {
        /// The width in columns from which they are side by side.
        const WIDE: u16 = 100;
        /// The most rows of the gaps if they are below the text.
        const MOST: u16 = 8;
        let whole = self.overlay_area();
        let missing = match &self.mode {
            Mode::Report(preview) => preview.missing.len(),
            _ => 0,
        };
        let needed = u16::try_from(missing + 2).unwrap_or(MOST);
        if whole.width >= WIDE {
            let width = whole.width / 3;
            let text = Area {
                width: whole.width - width,
                ..whole
            };
            let missing = Area {
                x: whole.x + text.width,
                width,
                ..whole
            };
            return (text, missing);
        }
        let height = (whole.height / 3).min(MOST).min(needed);
        let text = Area {
            height: whole.height - height,
            ..whole
        };
        let missing = Area {
            y: whole.y + text.height,
            height,
            ..whole
        };
        (text, missing)
    }

    /// Wraps the text for its area, and keeps scroll and selection in range.
    pub(super) fn keep_report_visible(&mut self) {
        let (area, _) = self.report_areas();
        let Mode::Report(preview) = &mut self.mode else {
            return;
        };
        let inner = area.inner();
        let columns = usize::from(inner.width).saturating_sub(1).max(1);
        if preview.columns != columns {
            preview.lay_out(columns);
        }
        let last = preview.length().saturating_sub(usize::from(inner.height));
        preview.top = preview.top.min(last);
        let last = preview.missing.len().saturating_sub(1);
        preview.selected = preview.selected.min(last);
    }

    pub(super) fn scroll_report(&mut self, by: isize) {
        if let Mode::Report(preview) = &mut self.mode {
            preview.top = preview.top.saturating_add_signed(by);
        }
        self.keep_report_visible();
    }

    pub(super) fn step_missing(&mut self, by: isize) {
        if let Mode::Report(preview) = &mut self.mode {
            preview.selected = preview.selected.saturating_add_signed(by);
        }
        self.keep_report_visible();
    }

    /// Selects the gap at this cell.
    pub(super) fn click_missing(&mut self, column: u16, row: u16) {
        let area = self.report_areas().1.inner();
        if let Mode::Report(preview) = &mut self.mode
            && area.contains(column, row)
        {
            let top = (preview.selected + 1).saturating_sub(usize::from(area.height));
            preview.selected = top + usize::from(row - area.y);
        }
        self.keep_report_visible();
    }

    /// Goes to the place where the selected gap can be settled; R returns to the report.
    pub(super) fn go_to_gap(&mut self, preview: Box<Preview>) {
        let missing = preview.missing.get(preview.selected);
        match missing.and_then(|missing| missing.target.clone()) {
            Some(Place::Advice(advice)) => {
                advice.clone_into(&mut self.status);
                self.mode = Mode::Report(preview);
                return;
            }
            Some(Place::Note(id)) => self.show_note(id),
            Some(Place::Question(number)) => {
                let questions = self.briefing().map(|it| it.of_kind(Kind::Question));
                let first = questions.map_or(0, |questions| questions.start);
                self.jump_to_entry(first + number - 1);
            }
            None => {
                self.mode = Mode::Report(preview);
                return;
            }
        }
        let back = self.key_for(Action::Report);
        self.status = format!("press {back} to return to the report");
        self.left_preview = Some(preview);
    }

    /// Opens the list of formats.
    fn open_formats(&mut self) {
        let Mode::Report(preview) = &self.mode else {
            return;
        };
        let options = preview.options;
        let draft = if options.is_final { "final" } else { "DRAFT" };
        let items = Format::ALL.map(|format| Item {
            lead: format.name().to_owned(),
            label: format.words().to_owned(),
            also: "",
            tail: format!("{} · {draft}", file_name(options, format)),
            choice: Choice::Format(format),
        });
        let under = Box::new(std::mem::take(&mut self.mode));
        self.mode = Mode::List(Picker {
            under: Some(under),
            ..Picker::new(Purpose::Format, items.to_vec())
        });
    }

    /// Writes the report below the list of formats.
    pub(super) fn write_report(&mut self, format: Format, under: Option<Box<Mode>>) -> Vec<Effect> {
        self.mode = under.map_or_else(Mode::default, |under| *under);
        let Mode::Report(preview) = &self.mode else {
            return Vec::new();
        };
        let options = preview.options;
        let written = self.report(options).map(|it| it.written(options, format));
        match written {
            Some(Ok(bytes)) => {
                "writing…".clone_into(&mut self.status);
                vec![Effect::Write(file_name(options, format), bytes)]
            }
            Some(Err(error)) => {
                self.status = error.to_string();
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Copies the selected note as a key message.
    pub(super) fn make_key_message(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some((number, note)) = self.notebook.selection() else {
            return Vec::new();
        };
        let stamp = Stamp {
            speaker: None,
            kind: NoteKind::Message,
            ..Stamp::of(note)
        };
        let message = stamp.note(moment, note.text.clone(), self.notebook.author.clone());
        let effects = self.write(message);
        let edit = self.key_for(Action::EditNote);
        self.announce(format!(
            "key message made from #{number}; press {edit} to edit it"
        ));
        effects
    }
}

/// Returns the end of the file name, after the name of the briefing.
fn file_name(options: Options, format: Format) -> String {
    let face = match options.face {
        // Tables have all columns, whatever the version.
        _ if matches!(format, Format::Csv | Format::FloorCsv) => "",
        Face::Clean => "",
        Face::Annex => "-annex",
        Face::Brief => "-brief",
    };
    let floor = if format == Format::FloorCsv {
        "-floor"
    } else {
        ""
    };
    format!("report{face}{floor}.{}", format.ending())
}

/// Returns the gaps of a report, then its leaks, each with the text of the note.
fn missing(report: &Report, notes: &Notes, key: &dyn Fn(Action) -> String) -> Vec<Missing> {
    let about = |id: Option<&NoteId>| {
        let note = id.and_then(|id| notes.get(id));
        let text = note.map(|note| &note.text).filter(|text| !text.is_empty());
        text.map_or_else(String::new, |text| format!(": {}", App::gist(text)))
    };
    let gaps = report.gaps.iter().map(|gap| Missing {
        words: gap.words_in_full() + &about(gap.note().as_ref()),
        number: gap.number(),
        target: Some(match (gap.note(), gap) {
            (Some(id), _) => Place::Note(id),
            (None, Gap::QuestionWithoutNotes { question }) => Place::Question(*question),
            (None, Gap::NoKeyMessage) => {
                let make = key(Action::KeyMessage);
                Place::Advice(format!("press {make} on a note to make one from it"))
            }
            (None, _) => {
                let (new, edit) = (key(Action::NewNote), key(Action::EditNote));
                Place::Advice(format!(
                    "press {new} to continue a new note, {edit} to continue an edit"
                ))
            }
        }),
    });
    let leaks = report.leaks.iter().map(|leak| {
        let id = NoteId::new(&leak.id);
        let perhaps = if leak.is_certain { "" } else { "perhaps " };
        let form = match &leak.form {
            form if *form == leak.name => String::new(),
            form => format!(" ({form})"),
        };
        Missing {
            words: format!("clean text {perhaps}names {}{form}", leak.name) + &about(id.as_ref()),
            number: Some(leak.note),
            target: id.map(Place::Note),
        }
    });
    gaps.chain(leaks).collect()
}
