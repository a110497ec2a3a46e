//! What keys and the mouse do in the panes: scrolling, jumps, bookmarks.

use crate::messages::{NoteMessage, PaperMessage};
use crate::model::{Entry, Kind, NoteId, Paragraph, Placed};

use super::desk::Desk;
use super::input::Given;
use super::layout::{Area, Pane};
use super::notes::note_rows;
use super::outcome::{Outcome, Scroll};
use super::paper::{Block, Branch};

/// The panes in the order of Tab.
const PANES: [Pane; 3] = [Pane::Contents, Pane::Reader, Pane::Notes];
/// The lines scrolled by a notch of the wheel, as in most terminals.
const NOTCH: isize = 3;

/// Scrolls the pane in focus, or the mistakes of a briefing that cannot be read.
pub(super) fn scroll(desk: &mut Desk, scroll: Scroll) {
    let screen = desk.screen();
    let area = match desk.focus {
        Pane::Contents => screen.contents,
        Pane::Reader => screen.reader,
        Pane::Notes => screen.notes,
    };
    let rows = area.map_or(screen.whole.height, |area| area.inner().height);
    let by = scroll.lines(rows.into());
    match (desk.focus, scroll) {
        _ if desk.briefing().is_none() => desk.paper.scroll_problems(by),
        (Pane::Reader, Scroll::Start | Scroll::End) => {
            desk.paper.remember();
            let first = scroll == Scroll::Start;
            desk.paper
                .with_reader(|reader, page| reader.go_to_end(page, first));
        }
        (pane, _) => scroll_pane(desk, pane, by),
    }
}

fn scroll_pane(desk: &mut Desk, pane: Pane, by: isize) {
    let paper = &mut desk.paper;
    match pane {
        Pane::Contents => {
            if let Some(briefing) = &paper.briefing {
                paper.contents.step(briefing, by);
            }
            paper.show_selected();
        }
        Pane::Reader => paper.with_reader(|reader, page| reader.scroll(page, by)),
        Pane::Notes => scroll_notes(desk, by),
    }
}

fn scroll_notes(desk: &mut Desk, by: isize) {
    let area = desk.screen().notes.map(Area::inner).unwrap_or_default();
    let (columns, rows) = (usize::from(area.width), usize::from(area.height));
    let selected = desk.notebook.selection().map(|(_, note)| note);
    let needed = selected.map_or(0, |note| {
        let notes = desk.notebook.notes();
        note_rows((note, notes), desk.briefing(), true, columns)
    });
    desk.notebook.scroll(by, needed.saturating_sub(rows));
}

/// Scrolls the pane at a cell by notches of the mouse wheel.
pub(super) fn wheel(desk: &mut Desk, by: isize, column: u16, row: u16) {
    let pane = desk.screen().pane_at(column, row).map(|(pane, _)| pane);
    match pane.filter(|_| desk.briefing().is_some()) {
        Some(Pane::Contents) => desk.paper.contents.scroll(by * NOTCH),
        Some(Pane::Reader) => scroll_pane(desk, Pane::Reader, by * NOTCH),
        Some(Pane::Notes) => scroll_pane(desk, Pane::Notes, by),
        None => (),
    }
}

/// Selects the next (1) or previous (−1) paragraph, or line of another pane.
pub(super) fn step_paragraph(desk: &mut Desk, by: isize) {
    match desk.focus {
        Pane::Reader => desk.paper.with_reader(|reader, page| reader.step(page, by)),
        pane => scroll_pane(desk, pane, by),
    }
}

/// Selects the next (1) or previous (−1) note.
pub(super) fn step_note(desk: &mut Desk, by: isize) {
    scroll_pane(desk, Pane::Notes, by);
}

/// Moves the focus to the next (1) or previous (−1) pane.
pub(super) fn next_pane(desk: &mut Desk, by: isize) {
    let at = PANES.iter().position(|pane| *pane == desk.focus);
    let count = PANES.len();
    let next = (at.unwrap_or_default() + count).saturating_add_signed(by) % count;
    if let Some(pane) = PANES.get(next) {
        desk.focus_on(*pane);
    }
}

/// Goes to the next (1) or previous (−1) entry.
pub(super) fn next_entry(desk: &mut Desk, by: isize) {
    let entry = desk.paper.next_entry(by);
    if entry.is_some() && desk.focus == Pane::Contents {
        desk.paper.follow();
    }
}

/// Jumps to the first entry of a kind.
pub(super) fn go_kind(desk: &mut Desk, kind: Kind) -> Outcome {
    let entries = desk.briefing().map(|briefing| briefing.of_kind(kind));
    match entries.filter(|entries| !entries.is_empty()) {
        Some(entries) => {
            desk.jump_to_entry(entries.start);
            Outcome::none()
        }
        None => Outcome::say(PaperMessage::NoEntries { kind }),
    }
}

/// Jumps to the paragraph with a given number.
pub(super) fn go_paragraph(desk: &mut Desk, given: Given) -> Outcome {
    let (Given::Number(number), Some(briefing)) = (given, desk.briefing()) else {
        return Outcome::none();
    };
    let mut numbers = briefing.paragraphs().iter().map(Paragraph::number);
    let Some(paragraph) = numbers.position(|one| one == number) else {
        let last = briefing.paragraphs().last().map_or(0, Paragraph::number);
        return Outcome::say(PaperMessage::NoSuchParagraph { number, last });
    };
    desk.jump_to_paragraph(paragraph);
    Outcome::none()
}

/// Opens the selected kind of the tree; moves to the next pane where there is nothing to open.
pub(super) fn unfold(desk: &mut Desk) {
    let contents = &mut desk.paper.contents;
    match contents.selected {
        Branch::Kind(kind) if desk.focus == Pane::Contents && !contents.is_open(kind) => {
            contents.toggle(kind);
        }
        Branch::Kind(_) | Branch::Entry(_) => next_pane(desk, 1),
    }
}

/// Closes the selected kind of the tree, or that of the selected entry; moves to the previous pane
/// where there is nothing to close.
pub(super) fn fold(desk: &mut Desk) {
    let kind = kind_selected(desk);
    let contents = &mut desk.paper.contents;
    match kind.filter(|kind| contents.is_open(*kind)) {
        Some(kind) if desk.focus == Pane::Contents => {
            contents.toggle(kind);
            contents.selected = Branch::Kind(kind);
        }
        Some(_) | None => next_pane(desk, -1),
    }
}

fn kind_selected(desk: &Desk) -> Option<Kind> {
    match desk.paper.contents.selected {
        Branch::Kind(kind) => Some(kind),
        Branch::Entry(entry) => {
            let entry = desk.briefing()?.entries().get(entry);
            entry.map(Entry::kind)
        }
    }
}

/// Jumps back, or forward again.
pub(super) fn travel(desk: &mut Desk, back: bool) -> Outcome {
    let here = desk.paper.view();
    let paper = &mut desk.paper;
    let (from, to) = if back {
        (&mut paper.back, &mut paper.forward)
    } else {
        (&mut paper.forward, &mut paper.back)
    };
    let mut target = from.pop();
    // A jump to a note does not move the reader: skip a view equal to the current one.
    if target == here && desk.focus == Pane::Reader {
        target = from.pop();
    }
    let Some(view) = target else {
        return Outcome::say(if back {
            PaperMessage::NothingBack
        } else {
            PaperMessage::NothingForward
        });
    };
    to.extend(here);
    desk.focus_on(Pane::Reader);
    desk.paper
        .with_reader(|reader, page| reader.restore(page, &view));
    Outcome::none()
}

/// Sets the bookmark of a letter.
pub(super) fn set_mark(desk: &mut Desk, given: Given) -> Outcome {
    let (Given::Letter(letter), Some(view)) = (given, desk.paper.view()) else {
        return Outcome::none();
    };
    desk.paper.marks.insert(letter, view);
    Outcome::say(PaperMessage::BookmarkSet { letter })
}

/// Jumps to the bookmark of a letter.
pub(super) fn go_mark(desk: &mut Desk, given: Given) -> Outcome {
    let Given::Letter(letter) = given else {
        return Outcome::none();
    };
    let Some(view) = desk.paper.marks.get(&letter).cloned() else {
        return Outcome::say(PaperMessage::NoBookmark { letter });
    };
    desk.paper.remember();
    desk.focus_on(Pane::Reader);
    desk.paper
        .with_reader(|reader, page| reader.restore(page, &view));
    Outcome::none()
}

/// Opens the selection: a kind or entry, the footnotes and links of a paragraph, the paragraph of a
/// note.
pub(super) fn open(desk: &mut Desk) -> Outcome {
    match (desk.focus, desk.paper.contents.selected) {
        (Pane::Contents, Branch::Kind(kind)) => desk.paper.contents.toggle(kind),
        (Pane::Contents, Branch::Entry(entry)) => desk.jump_to_entry(entry),
        (Pane::Reader, _) => return open_block(desk),
        (Pane::Notes, _) => return open_note(desk),
    }
    Outcome::none()
}

fn open_block(desk: &mut Desk) -> Outcome {
    let paper = &mut desk.paper;
    let opened = match paper.document.block(paper.reader.selected) {
        Some(Block::See { entry, .. }) => {
            desk.jump_to_entry(entry);
            return Outcome::none();
        }
        Some(Block::Footnote { anchor, .. } | Block::Address { anchor, .. }) => {
            paper.toggle_details(anchor)
        }
        Some(Block::Paragraph(paragraph)) => match paper.anchor_of_footnote(paragraph) {
            Some(anchor) => {
                desk.jump_to_paragraph(anchor);
                return Outcome::none();
            }
            None if paper.leads_on() => {
                step_paragraph(desk, 1);
                return Outcome::say(PaperMessage::OpenLink);
            }
            None => paper.toggle_details(paragraph),
        },
        Some(Block::Heading(_)) | None => true,
    };
    if opened {
        Outcome::none()
    } else {
        Outcome::say(PaperMessage::NoLinks)
    }
}

fn open_note(desk: &mut Desk) -> Outcome {
    let Some((number, note)) = desk.notebook.selection() else {
        return Outcome::none();
    };
    let Some(anchor) = &note.anchor else {
        return Outcome::say(NoteMessage::NoParagraph { number });
    };
    let Some(briefing) = desk.briefing() else {
        return Outcome::none();
    };
    match briefing.placed(anchor) {
        Placed::Paragraph(paragraph) => desk.jump_to_paragraph(paragraph),
        Placed::Entry(entry) => desk.jump_to_entry(entry),
        Placed::NotFound => {
            let quote = anchor.sought();
            return Outcome::say(NoteMessage::ParagraphGone { number, quote });
        }
    }
    Outcome::none()
}

/// Selects what is at a cell, and focuses its pane unless a bar is open.
pub(super) fn click(desk: &mut Desk, column: u16, row: u16, takes_focus: bool) {
    let Some((pane, area)) = desk.screen().pane_at(column, row) else {
        return;
    };
    let inner = area.inner();
    let line = usize::from(row.saturating_sub(inner.y));
    if takes_focus {
        desk.focus_on(pane);
    }
    match pane {
        _ if !inner.contains(column, row) => (),
        Pane::Contents => click_branch(desk, line),
        Pane::Reader => click_block(desk, line),
        Pane::Notes => {
            if let Some(id) = note_at(desk, line, usize::from(inner.width)) {
                desk.show_note(id);
            }
        }
    }
}

fn click_branch(desk: &mut Desk, line: usize) {
    let paper = &mut desk.paper;
    let Some(briefing) = &paper.briefing else {
        return;
    };
    let at = paper.contents.top + line;
    let Some(branch) = paper.contents.branches(briefing, at).next() else {
        return;
    };
    paper.contents.selected = branch;
    match branch {
        Branch::Kind(kind) => paper.contents.toggle(kind),
        Branch::Entry(_) => {
            paper.remember();
            paper.show_selected();
        }
    }
}

fn click_block(desk: &mut Desk, line: usize) {
    let Some(page) = desk.paper.page() else {
        return;
    };
    let mut left = line;
    let mut shown = desk.paper.reader.visible(&page).into_iter();
    let hit = shown.find(|(_, _, lines)| {
        let here = left < *lines;
        left = left.saturating_sub(*lines);
        here
    });
    let block = hit.map(|(index, ..)| index);
    let selectable = |index: &usize| {
        let block = desk.paper.document.block(*index);
        !matches!(block, Some(Block::Heading(_)) | None)
    };
    if let Some(block) = block.filter(selectable) {
        desk.paper
            .with_reader(|reader, page| reader.select(page, block));
    }
}

/// Returns the note on a line of the pane.
fn note_at(desk: &Desk, line: usize, columns: usize) -> Option<NoteId> {
    let selected = desk.notebook.selected.as_ref();
    let mut left = line;
    let mut shown = desk.notebook.from_top();
    let hit = shown.find(|note| {
        let is_selected = selected == Some(&note.id);
        let note = (*note, &**desk.notebook.notes());
        let rows = note_rows(note, desk.briefing(), is_selected, columns);
        let here = left < rows;
        left = left.saturating_sub(rows);
        here
    });
    hit.map(|note| note.id.clone())
}
