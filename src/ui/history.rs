//! The overlay with the revisions of a note.

use ratatui::buffer::Buffer;

use crate::app::{App, HISTORY_INDENT, History, NoteWords};
use crate::messages::{PaneMessage, PlaceMessage};
use crate::model::{Briefing, EntryId, Note};
use crate::text::part;

use super::language::language;
use super::paint::clear;
use super::{Theme, pane};

pub(super) fn draw(app: &App, history: &History, theme: &Theme, buffer: &mut Buffer) {
    let area = History::areas(app.desk().viewport());
    clear(buffer, area);
    let number = app.desk().notebook().notes().number(&history.id);
    let title = PaneMessage::Revisions {
        note: number.unwrap_or_default(),
    };
    let title = title.words(language());
    let mut painter = pane(buffer, theme, area, &title, true);
    let (columns, height) = painter.size();
    let Some(revisions) = &history.revisions else {
        let words = PaneMessage::RevisionsNotRead.words(language());
        painter.put(0, 0, &words, theme.faint);
        return;
    };
    let (top, skip) = history.top;
    // Counted from the first row of the first revision shown.
    let mut next = 0;
    for revision in revisions.iter().skip(top) {
        let shown = |row: usize| row.checked_sub(skip).filter(|row| *row < height);
        if next >= skip + height {
            break;
        }
        if let Some(row) = shown(next) {
            let file = app.desk().notebook().notes().file_of(revision);
            let head = head(revision, app.desk().briefing(), file);
            painter.put(0, row, &head, theme.strong);
        }
        for range in History::lines(revision, columns) {
            next += 1;
            if let Some(row) = shown(next) {
                let text = part(&revision.text, range);
                painter.put(HISTORY_INDENT, row, text, theme.text);
            }
        }
        next += 2;
    }
}

/// Returns the number, the author, the file if the revision is doubtful, the time, and "deleted".
/// Only the first revision has a time, that of the note: the files do not store when a note was
/// edited.
fn head(revision: &Note, briefing: Option<&Briefing>, file: Option<&str>) -> String {
    let said = |message: PaneMessage| message.words(language()).into_owned();
    let number = said(PaneMessage::Revision {
        number: revision.rev,
        author: revision.author.to_string(),
    });
    let file = file.map(str::to_owned);
    let file = file.map(|file| said(PaneMessage::InFile { file }));
    let deleted = revision.deleted.then(|| said(PaneMessage::Deleted));
    let is_first = revision.rev == 1;
    let time = is_first.then(|| revision.at.strftime("%Y-%m-%d %H:%M:%S").to_string());
    let words = NoteWords::of(revision, briefing);
    let kind = words.kind.map(str::to_owned);
    // The revision may name what the briefing no longer has.
    let question = revision.question.as_ref().map(EntryId::as_str);
    let question = question.map(str::to_owned);
    let anchor = revision.anchor.as_ref();
    let place = anchor.map(|anchor| match briefing {
        Some(briefing) => PlaceMessage::of(anchor, briefing)
            .words(language())
            .into_owned(),
        None => anchor.entry.to_string(),
    });
    let who = [Some(number), file, time, deleted];
    let what = [words.speaker, kind, question, place];
    let all = who.into_iter().chain(what);
    all.flatten().collect::<Vec<_>>().join(" · ")
}
