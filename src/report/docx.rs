//! Writes a Word document (ECMA-376). The XML is written by hand because the crates for it support
//! no document title, no language, no table header that repeats on each page, and no reference mark
//! inside a footnote.
//!
//! `body` writes paragraphs and tables, `package` zips the parts into one file, and this file
//! decides their order.

mod body;
mod package;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use body::{Body, Run, Style, plain, strong};
use package::Package;

use super::data::{
    Citation, Commitment, Point, Points, PracticeRow, QuestionSection, RecordRow, Report,
};
use super::options::{Face, Options};
use crate::messages::{ReportLabel, ReportPhrase, WriteError};
use crate::model::NoteKind;

pub(super) fn write(report: &Report, options: Options) -> Result<Vec<u8>, WriteError> {
    let mut document = DocxWriter {
        report,
        options,
        body: Body::default(),
    };
    document.head();
    match options.face {
        Face::Clean => document.clean(),
        Face::Annex => {
            document.clean();
            document.record();
        }
        Face::Brief => document.brief(),
    }
    let package = Package {
        title: &report.header.title,
        running: document.running(),
        language: options.language,
        body: document.body,
    };
    package.write()
}

struct DocxWriter<'a> {
    report: &'a Report,
    options: Options,
    body: Body,
}

impl<'a> DocxWriter<'a> {
    const fn label(&self, label: ReportLabel) -> &'static str {
        label.words(self.options.language)
    }

    fn labels(&self, labels: [ReportLabel; 3]) -> [&'static str; 3] {
        labels.map(|label| self.label(label))
    }

    fn phrase(&self, phrase: ReportPhrase<'_>) -> String {
        phrase.words(self.options.language)
    }

    fn head(&mut self) {
        let header = &self.report.header;
        let name = match self.options.face {
            Face::Brief => self.label(ReportLabel::Brief),
            Face::Clean | Face::Annex => self.label(ReportLabel::Report),
        };
        self.body.paragraph(Style::Title, &[plain(&header.title)]);
        let subtitle = joined(&[name, &header.session]);
        self.body.paragraph(Style::Subtitle, &[plain(subtitle)]);
        let warnings = joined(&self.warnings());
        // The page for the oral report leaves out what the plenary knows, to save space.
        let is_brief = self.options.face == Face::Brief;
        let known = |text: &'a String| if is_brief { "" } else { text.as_str() };
        for line in [header.event.as_str(), known(&header.roundtable)] {
            if !line.is_empty() {
                self.body.paragraph(Style::Normal, &[plain(line)]);
            }
        }
        if !warnings.is_empty() {
            self.body.paragraph(Style::Normal, &[strong(warnings)]);
        }
        for (name, value) in [
            (ReportLabel::Date, header.day.clone()),
            (ReportLabel::Place, header.place.clone()),
            (ReportLabel::CoChairs, header.co_chairs.join(", ")),
            (ReportLabel::Rapporteurs, header.rapporteurs.join(", ")),
            (ReportLabel::Paper, known(&header.paper).to_owned()),
        ] {
            if !value.is_empty() {
                let runs = [strong(self.label(name)), Run::Tab, plain(value)];
                self.body.paragraph(Style::Details, &runs);
            }
        }
    }

    /// Returns the warnings for readers: draft, working copy.
    fn warnings(&self) -> Vec<&'static str> {
        let draft = (!self.options.is_final).then_some(ReportLabel::Draft);
        let working = self.options.is_working.then_some(ReportLabel::Working);
        let warnings = draft.into_iter().chain(working);
        warnings.map(|label| self.label(label)).collect()
    }

    /// Returns the header of each page: session and warnings.
    fn running(&self) -> String {
        let mut parts = vec![self.report.header.session.as_str()];
        parts.extend(self.warnings());
        joined(&parts)
    }

    fn clean(&mut self) {
        let report = self.report;
        self.key_messages();
        if !report.objectives.is_empty() {
            self.heading1(ReportLabel::Objectives);
        }
        for objective in &report.objectives {
            self.body.paragraph(Style::Bullet, &[plain(objective)]);
        }
        for theme in &report.themes {
            self.question_section(theme);
        }
        self.practices();
        self.commitments();
        self.points(ReportLabel::NextSteps, &report.next_steps);
        self.points(ReportLabel::OpenQuestions, &report.open_questions);
        if !report.speakers.is_empty() {
            let names: Vec<&str> = report.speakers.iter().map(|it| it.name.as_str()).collect();
            self.heading1(ReportLabel::Speakers);
            self.body
                .paragraph(Style::Normal, &[plain(names.join(", "))]);
        }
    }

    fn brief(&mut self) {
        self.key_messages();
        self.commitments();
        self.points(ReportLabel::NextSteps, &self.report.next_steps);
    }

    fn key_messages(&mut self) {
        self.heading1(ReportLabel::KeyMessages);
        self.bullets(&self.report.key_messages);
        if self.report.key_messages.is_empty() {
            let nothing = [plain(self.label(ReportLabel::Nothing))];
            self.body.paragraph(Style::Normal, &nothing);
        }
    }

    fn heading1(&mut self, label: ReportLabel) {
        let text = self.label(label);
        self.body.paragraph(Style::Heading1, &[plain(text)]);
    }

    fn points(&mut self, heading: ReportLabel, points: &'a [Point]) {
        if points.is_empty() {
            return;
        }
        self.heading1(heading);
        self.bullets(points);
    }

    fn bullets(&mut self, points: &'a [Point]) {
        for point in points {
            let text = self.quoted(&point.text, point.is_quote);
            let runs = self.note_runs(text, point.note, point.cites.as_ref());
            self.body.paragraph(Style::Bullet, &runs);
        }
    }

    fn question_section(&mut self, theme: &'a QuestionSection) {
        let heading = match theme.number {
            0 => self.label(ReportLabel::Other).to_owned(),
            number => self.phrase(ReportPhrase::Question(number)),
        };
        let heading = self.counted(&heading, theme.delegations);
        self.body.paragraph(Style::Heading1, &[plain(heading)]);
        if !theme.question.is_empty() {
            self.body.paragraph(Style::Quote, &[plain(&theme.question)]);
        }
        let start = self.body.main.len();
        self.kind(ReportLabel::Discussion, &theme.discussion);
        self.kind(ReportLabel::Agreement, &theme.agreement);
        self.kind(ReportLabel::Disagreement, &theme.disagreement);
        if !theme.practices.is_empty() {
            let heading = [plain(self.label(ReportLabel::PracticesCited))];
            self.body.paragraph(Style::Heading2, &heading);
        }
        for practice in &theme.practices {
            let mut runs = Vec::new();
            if !practice.countries.is_empty() {
                runs.push(strong(practice.countries.join(", ")));
                runs.push(plain(" – "));
            }
            runs.extend(self.note_runs(
                practice.text.trim(),
                practice.note,
                practice.cites.as_ref(),
            ));
            self.body.paragraph(Style::Bullet, &runs);
        }
        self.kind(ReportLabel::Proposals, &theme.proposals);
        if self.body.main.len() == start {
            let nothing = [plain(self.label(ReportLabel::Nothing))];
            self.body.paragraph(Style::Normal, &nothing);
        }
    }

    fn kind(&mut self, heading: ReportLabel, points: &'a Points) {
        if points.points.is_empty() {
            return;
        }
        let heading = self.counted(self.label(heading), points.delegations);
        self.body.paragraph(Style::Heading2, &[plain(heading)]);
        self.bullets(&points.points);
    }

    fn practices(&mut self) {
        let report = self.report;
        if report.practices.is_empty() {
            return;
        }
        self.heading1(ReportLabel::Practices);
        let rows: Vec<_> = report
            .practices
            .iter()
            .map(|it| self.practice(it))
            .collect();
        let head = self.labels([
            ReportLabel::Country,
            ReportLabel::Practice,
            ReportLabel::InPaper,
        ]);
        self.body.table([2000, 4872, 2200], head, rows.into_iter());
    }

    fn practice(&self, practice: &'a PracticeRow) -> [Vec<Run<'a>>; 3] {
        let mut words = practice.text.trim().to_owned();
        if !practice.period.is_empty() {
            words = format!("{words} ({})", practice.period);
        }
        let mut what = vec![plain(words)];
        what.extend(self.number(practice.note));
        let mut at = Vec::new();
        if practice.is_new {
            at.push(plain(self.label(ReportLabel::NewPractice)));
            at.extend(self.footnote(practice.cites.as_ref(), false));
        } else {
            let place = |it: &Citation| it.place(self.options.is_working, self.options.language);
            at.extend(practice.cites.as_ref().map(|it| plain(place(it))));
        }
        [vec![plain(practice.countries.join(", "))], what, at]
    }

    fn commitments(&mut self) {
        let report = self.report;
        if report.commitments.is_empty() {
            return;
        }
        self.heading1(ReportLabel::Commitments);
        let row = |commitment: &'a Commitment| {
            let Commitment {
                who,
                what,
                by_when,
                note,
                cites,
            } = commitment;
            let what = self.note_runs(what.trim(), *note, cites.as_ref());
            [vec![plain(who)], what, vec![plain(by_when)]]
        };
        let rows: Vec<_> = report.commitments.iter().map(row).collect();
        let head = self.labels([ReportLabel::Who, ReportLabel::What, ReportLabel::ByWhen]);
        self.body.table([2000, 4872, 2200], head, rows.into_iter());
    }

    fn record(&mut self) {
        let report = self.report;
        if report.record.is_empty() {
            return;
        }
        let heading = [plain(self.label(ReportLabel::Record))];
        self.body.paragraph(Style::Heading1OnNewPage, &heading);
        // Key messages are written by the rapporteur: no speaker said them.
        let message = NoteKind::Message.name();
        for said in report.record.iter().filter(|it| it.kind != message) {
            self.record_entry(said);
        }
        let spoken = report.speakers.iter().filter(|it| it.turns > 0);
        if spoken.clone().next().is_none() {
            return;
        }
        self.body
            .paragraph(Style::Heading2, &[plain(self.label(ReportLabel::Speakers))]);
        let rows = spoken.map(|it| {
            let minutes = format!("{}:{:02}", it.seconds / 60, it.seconds % 60);
            [
                vec![plain(&it.name)],
                vec![plain(it.turns.to_string())],
                vec![plain(minutes)],
            ]
        });
        let head = self.labels([
            ReportLabel::Speaker,
            ReportLabel::Turns,
            ReportLabel::Minutes,
        ]);
        self.body.table([5072, 2000, 2000], head, rows);
    }

    fn record_entry(&mut self, said: &'a RecordRow) {
        let is_quote = said.kind == NoteKind::Quote.name();
        let mut kinds = NoteKind::ALL.into_iter();
        let kind = kinds.find(|kind| kind.name() == said.kind);
        let kind = kind.map(|kind| self.phrase(ReportPhrase::Kind(kind)));
        let kind = kind.unwrap_or_else(|| said.kind.to_owned());
        let question = match said.question {
            0 => String::new(),
            number => self.phrase(ReportPhrase::Question(number)),
        };
        let who = joined(&[&said.time, &said.speaker]);
        let how = joined(&[&question, &kind]);
        let mut runs = vec![strong(who), plain(format!(" · {how}"))];
        runs.extend(self.footnote(said.cites.as_ref(), true));
        runs.extend(self.number(said.note));
        self.body.paragraph(Style::RecordEntry, &runs);
        let text = self.quoted(&said.text, is_quote);
        if !text.is_empty() {
            let style = if is_quote {
                Style::Quote
            } else {
                Style::Normal
            };
            self.body.paragraph(style, &[plain(text)]);
        }
    }

    /// Returns the text of a note, with quotation marks if it is a quotation.
    fn quoted(&self, text: &'a str, is_quote: bool) -> Cow<'a, str> {
        let text = text.trim();
        if is_quote && !text.is_empty() {
            Cow::Owned(self.phrase(ReportPhrase::Quoted(text)))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Returns the text of a note, a footnote with the place in the paper, and the note's number.
    fn note_runs(
        &self,
        text: impl Into<Cow<'a, str>>,
        note: usize,
        cites: Option<&'a Citation>,
    ) -> Vec<Run<'a>> {
        let mut runs = vec![plain(text)];
        runs.extend(self.footnote(cites, false));
        runs.extend(self.number(note));
        runs
    }

    /// Returns a footnote with the place and the heading in the paper; the record and the working
    /// copy add the number of the paragraph.
    fn footnote(&self, cites: Option<&Citation>, is_record: bool) -> Option<Run<'a>> {
        let cites = cites?;
        let place = cites.place(is_record || self.options.is_working, self.options.language);
        let parts = [place.as_str(), &cites.heading].into_iter();
        let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| Run::Footnote(parts.join(", ")))
    }

    /// Returns the number of a note; only the working copy prints it.
    fn number(&self, note: usize) -> Option<Run<'a>> {
        (self.options.is_working && note > 0).then(|| plain(format!(" (#{note})")))
    }

    /// Returns a heading; the working copy adds the number of delegations.
    fn counted(&self, heading: &str, delegations: usize) -> String {
        if delegations == 0 || !self.options.is_working {
            return heading.to_owned();
        }
        let delegations = self.phrase(ReportPhrase::Delegations(delegations));
        format!("{heading} ({delegations})")
    }
}

/// Joins the texts that are not empty.
fn joined(words: &[&str]) -> String {
    let words = words.iter().filter(|word| !word.is_empty()).copied();
    words.collect::<Vec<_>>().join(" · ")
}
