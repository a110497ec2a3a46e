//! Collects the mistakes of a file.
//!
//! Rules, in order: every mistake is listed, except those that only follow from another; the search
//! for cures takes bounded time, however many mistakes there are.

use std::ops::Range;

use super::super::problems::MOST_SHOWN;
use super::quoting::LineCounter;
use super::syntax::{SyntaxErrors, next_header};
use crate::model::{Diagnostic, Kind, Severity};
use crate::text::part;

/// The mistakes found so far.
pub(super) struct Findings<'s> {
    source: &'s str,
    syntax: SyntaxErrors,
    list: Vec<Diagnostic>,
    /// The number of errors in the list; the rest are warnings.
    errors: usize,
}

impl<'s> Findings<'s> {
    /// Starts a list with the errors of syntax.
    pub(super) const fn new(source: &'s str, syntax: SyntaxErrors) -> Self {
        Self {
            source,
            syntax,
            list: Vec::new(),
            errors: 0,
        }
    }

    /// Adds a mistake.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.severity == Severity::Error);
        self.list.push(diagnostic);
    }

    /// Adds a mistake about something missing in the file, unless broken syntax may be hiding it.
    pub(super) fn push_absence(&mut self, diagnostic: Diagnostic) {
        if self.syntax.errors.is_empty() {
            self.push(diagnostic);
        }
    }

    /// Adds a mistake about something missing in the table with this header, unless broken syntax
    /// in the table may hide it.
    pub(super) fn push_lack(&mut self, header: &Range<usize>, diagnostic: Diagnostic) {
        let errors = &self.syntax.errors;
        let start = |one: &Diagnostic| one.place.as_ref().map_or(0, |place| place.start);
        let next = errors.partition_point(|one| start(one) < header.start);
        let hidden = errors.get(next).map(start);
        if hidden.is_none_or(|at| at > next_header(self.source, header.end)) {
            self.push(diagnostic);
        }
    }

    /// Adds a mistake if the text at this place runs on into the next entry because its closing
    /// quotes are missing: the parser reports that only where the next text begins, far away.
    pub(super) fn check_end(&mut self, place: Range<usize>) {
        if self.syntax.errors.is_empty() || self.syntax.runaway.is_some() {
            return;
        }
        let is_header = |line: &&str| {
            let name = line
                .trim()
                .strip_prefix("[[")
                .and_then(|name| name.strip_suffix("]]"));
            name.is_some_and(|name| Kind::ALL.iter().any(|kind| kind.table() == name))
        };
        let text = self.written(place.clone());
        let quotes = ["\"\"\"", "'''"]
            .into_iter()
            .find(|quotes| text.starts_with(quotes));
        if let Some(quotes) = quotes
            && let Some(header) = text.lines().find(is_header)
        {
            let message = format!("this text has no end before the next {}", header.trim());
            let opening = place.start..place.start + quotes.len();
            let cure = format!("end it with {quotes}");
            self.push(Diagnostic::error(opening, message).with_cure(cure));
            self.syntax.runaway = Some(place.start);
        }
    }

    /// Calls `find` for a cure only while mistakes of this severity are still shown. Comparing each
    /// of a million mistakes with every name of the file would never end.
    pub(super) fn if_shown<T>(
        &self,
        severity: Severity,
        find: impl FnOnce() -> Option<T>,
    ) -> Option<T> {
        let listed = match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.list.len() - self.errors,
        };
        (listed < MOST_SHOWN).then(find).flatten()
    }

    /// Returns the text of the file at a place.
    pub(super) fn written(&self, place: Range<usize>) -> &'s str {
        part(self.source, place)
    }

    /// Returns the number of the line at a byte offset, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        LineCounter::new(self.source).number(at)
    }

    /// Returns all mistakes in the order of the file; those without a place come first.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let start = |one: &Diagnostic| one.place.as_ref().map(|place| (place.start, place.end));
        self.list.sort_by_key(start);
        let mut lines = LineCounter::new(self.source);
        let SyntaxErrors {
            lines: broken,
            runaway,
            ..
        } = &self.syntax;
        let is_of_its_own = |one: &Diagnostic| match &one.place {
            Some(place) if *runaway == Some(place.start) => true,
            Some(place) => broken.binary_search(&lines.number(place.start)).is_err(),
            None => true,
        };
        self.list.retain(is_of_its_own);
        self.list.append(&mut self.syntax.errors);
        self.list.sort_by_key(start);
        if let Some(runaway) = self.syntax.runaway {
            self.list
                .retain(|one| start(one) <= Some((runaway, usize::MAX)));
        }
        self.list
    }
}
