//! The preview of the report.
//!
//! Rules, in order: the file has exactly the text shown; each new note updates the preview;
//! existing files are never overwritten.

use std::ops::Range;

use super::formats::file_name;
use super::gaps::{GapPlace, Missing, missing};
use crate::app::desk::{Desk, ReportPlace};
use crate::app::event::{DeskEffect, FileRequest, ReportFile};
use crate::app::input::OnPreview;
use crate::app::layout::{Area, Viewport};
use crate::app::outcome::{Input, Outcome, Scroll};
use crate::messages::ReportMessage;
use crate::model::Kind;
use crate::report::{Format, Language, Options, Report, Sources};
use crate::text::{WrappedLine, hanging_lines, part};

/// The preview of a report.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The version, and the place in it.
    pub place: ReportPlace,
    /// The gaps and leaks.
    pub missing: Vec<Missing>,
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

impl Preview {
    /// Opens the report where it was left; `None` without a briefing.
    pub(in crate::app) fn new(desk: &mut Desk) -> Option<Self> {
        let language = Language::from_tag(&desk.briefing()?.paper().language);
        let mut preview = Self {
            place: std::mem::take(&mut desk.left_report),
            ..Self::default()
        };
        preview.place.options.language = language.unwrap_or_default();
        preview.renew(desk);
        Some(preview)
    }

    /// Returns the areas of the text and of the gaps.
    pub fn areas(&self, viewport: Viewport) -> (Area, Area) {
        /// The width in columns from which the text and the gaps are side by side.
        const WIDE: u16 = 100;
        /// The most rows of the gaps if they are below the text.
        const MOST: u16 = 8;
        let whole = viewport.overlay();
        let needed = u16::try_from(self.missing.len() + 2).unwrap_or(MOST);
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

    /// Acts on a command.
    pub(in crate::app) fn on(&mut self, input: Input<'_>, desk: &mut Desk) -> Outcome {
        /// The lines scrolled by a notch of the wheel, as in most terminals.
        const NOTCH: isize = 3;
        match input {
            Input::Scroll(Scroll::Start) => self.place.top = 0,
            Input::Scroll(Scroll::End) => self.place.top = usize::MAX,
            Input::Scroll(scroll) => {
                let rows = self.areas(desk.viewport).0.inner().height;
                self.scroll(scroll.lines(rows.into()));
            }
            Input::Wheel(by) => self.scroll(by * NOTCH),
            Input::Step(by) => self.place.gap.step(by, self.missing.len()),
            Input::Turn(by) if by > 0 => self.change(OnPreview::NextFace, desk),
            Input::Turn(_) => self.change(OnPreview::PreviousFace, desk),
            Input::Accept => return self.go_to_gap(desk),
            Input::Click(column, row) => self.click(column, row, desk.viewport),
            Input::Type(_) => (),
        }
        self.settle(desk);
        Outcome::none()
    }

    /// Changes the options. Writing changes nothing here: the program asks for the format.
    pub(in crate::app) fn change(&mut self, change: OnPreview, desk: &Desk) {
        let options = &mut self.place.options;
        match change {
            OnPreview::NextFace => options.face = options.face.next(),
            OnPreview::PreviousFace => options.face = options.face.previous(),
            OnPreview::Draft => options.is_final = !options.is_final,
            OnPreview::Working => options.is_working = !options.is_working,
            OnPreview::Write => return,
        }
        if matches!(change, OnPreview::NextFace | OnPreview::PreviousFace) {
            self.place.top = 0;
        }
        self.renew(desk);
    }

    /// Updates the text and the gaps from the notes.
    pub(in crate::app) fn renew(&mut self, desk: &Desk) {
        let Some(report) = report(desk, self.place.options) else {
            return;
        };
        let text = report.preview(self.place.options);
        self.missing = missing(&report, desk.notebook.notes());
        self.text = text.unwrap_or_else(|error| error.to_string());
        self.columns = 0;
        self.settle(desk);
    }

    fn scroll(&mut self, by: isize) {
        self.place.top = self.place.top.saturating_add_signed(by);
    }

    /// Selects the gap at this cell.
    fn click(&mut self, column: u16, row: u16, viewport: Viewport) {
        let area = self.areas(viewport).1.inner();
        if area.contains(column, row) {
            self.place.gap.selected = self.place.gap.top + usize::from(row - area.y);
        }
    }

    /// Wraps the text for its area, and keeps scroll and selection in range.
    pub(in crate::app) fn settle(&mut self, desk: &Desk) {
        let (text, missing) = self.areas(desk.viewport);
        let inner = text.inner();
        let columns = usize::from(inner.width).saturating_sub(1).max(1);
        if self.columns != columns {
            self.lay_out(columns);
        }
        let last = self.length().saturating_sub(usize::from(inner.height));
        self.place.top = self.place.top.min(last);
        self.place.gap.step(0, self.missing.len());
        self.place.gap.keep_visible(missing.inner().height.into());
    }

    fn lay_out(&mut self, columns: usize) {
        let text = self.text.strip_suffix('\n').unwrap_or(&self.text);
        let begins = |of: Range<usize>, signs: &[&str]| {
            let line = part(text, of);
            signs.iter().any(|sign| line.starts_with(sign))
        };
        // Aligned with the text after its bullet.
        let hang = |of| if begins(of, &["- "]) { 2 } else { 0 };
        let lines = hanging_lines(text, columns, hang);
        let lines = lines.map(|WrappedLine { range, indent, of }| Shown {
            range,
            indent,
            is_heading: begins(of, &["# ", "## ", "### "]),
        });
        self.lines = lines.collect();
        self.columns = columns;
    }

    /// Goes to the place where the selected gap can be settled.
    fn go_to_gap(&self, desk: &mut Desk) -> Outcome {
        let missing = self.missing.get(self.place.gap.selected);
        match missing.and_then(|missing| missing.target.clone()) {
            Some(GapPlace::Advice(advice)) => return Outcome::say(advice),
            Some(GapPlace::Note(id)) => desk.show_note(id),
            Some(GapPlace::Question(number)) => {
                let questions = desk.briefing().map(|it| it.of_kind(Kind::Question));
                let first = questions.map_or(0, |questions| questions.start);
                desk.jump_to_entry(first + number - 1);
            }
            None => return Outcome::none(),
        }
        desk.left_report = self.place;
        Outcome::close().saying(ReportMessage::ReturnToIt)
    }

    /// Requests that the report be written in a format.
    pub(in crate::app) fn write(&self, format: Format, desk: &Desk) -> Outcome {
        let options = self.place.options;
        let Some(report) = report(desk, options) else {
            return Outcome::none();
        };
        let file = ReportFile {
            suffix: file_name(options, format),
            report,
            options,
            format,
        };
        let request = FileRequest::Write(Box::new(file));
        Outcome::effect(desk.effect(DeskEffect::Files(request))).saying(ReportMessage::Writing)
    }

    /// Returns the lines from the first shown one on, each with its indentation in cells and
    /// whether it is part of a heading.
    pub fn from_top(&self) -> impl Iterator<Item = (&str, usize, bool)> {
        let lines = self.lines.iter().skip(self.place.top);
        lines.map(|line| {
            let text = part(&self.text, line.range.clone());
            (text, line.indent, line.is_heading)
        })
    }

    /// Returns the number of lines.
    pub const fn length(&self) -> usize {
        self.lines.len()
    }
}

fn report(desk: &Desk, options: Options) -> Option<Report> {
    Some(Report::new(Sources {
        briefing: desk.briefing()?,
        notes: desk.notebook.notes(),
        gazetteer: desk.index().mentions().gazetteer(),
        drafts: desk.drafts.waiting.len(),
        speaking: desk.proceedings.holder(),
        language: options.language,
    }))
}
