//! The state restored from the last session.

use jiff::ZonedDateTime;

use super::{Anchor, EntryId, NoteId, Record, Speaker};

/// A place in a briefing that stays valid when the width or the briefing file changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewPlace {
    /// The entry.
    pub entry: EntryId,
    /// The paragraph of the entry, from 0; `None` is the heading.
    pub paragraph: Option<usize>,
    /// The line below the paragraph, from 1: an open footnote, a link to an entry; 0 is the
    /// paragraph.
    pub below: usize,
    /// The offset in the text, in bytes.
    pub offset: usize,
}

/// The view of a briefing: the place at the top, and the selected one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The first line on the screen.
    pub top: ViewPlace,
    /// The selected paragraph.
    pub selected: ViewPlace,
}

/// A text in the capture bar that is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The id that the note will have: if the program is killed, the next start can tell whether
    /// the note was saved. `None` for an edit.
    pub id: Option<NoteId>,
    /// The note being edited; `None` for a new one.
    pub edits: Option<NoteId>,
    /// The revision being edited; 0 for a new note.
    pub rev: u32,
    /// The paragraph or entry that the note is about.
    pub anchor: Option<Anchor>,
    /// The speaker who had the floor when the draft was begun.
    pub speaker: Option<Speaker>,
    /// The id of the guiding question under discussion when the draft was begun.
    pub question: Option<EntryId>,
    /// The text.
    pub text: String,
    /// The cursor, in bytes of the text.
    pub cursor: usize,
}

/// The open turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaking {
    /// The speaker.
    pub speaker: Speaker,
    /// When the turn began.
    pub since: ZonedDateTime,
    /// When the clock was last restarted.
    pub clock_from: ZonedDateTime,
}

/// The current state of the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// The open turn, if any.
    pub speaking: Option<Speaking>,
    /// The queue of speakers, the next one first.
    pub queue: Vec<Speaker>,
    /// The speaking limit in seconds that the user chose, 0 for none; `None` for the usual one.
    pub limit: Option<u32>,
}

impl Default for Floor {
    /// Returns an empty floor with the usual speaking limit.
    fn default() -> Self {
        Self {
            speaking: None,
            queue: Vec::new(),
            limit: None,
        }
    }
}

/// All state that is restored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The view on the screen.
    pub view: Option<View>,
    /// The marks: a letter, and the view that it names.
    pub marks: Vec<(char, View)>,
    /// The drafts; several for new notes if some could not be saved.
    pub drafts: Vec<Draft>,
    /// Revisions that could not be saved anywhere: the next start tries again.
    pub pending: Vec<Record>,
    /// Discarded drafts, which undo restores.
    pub dropped: Vec<Draft>,
    /// The searches with a result, newest first.
    pub searches: Vec<String>,
    /// The speaker and the queue.
    pub floor: Floor,
    /// The id of the guiding question under discussion.
    pub question: Option<EntryId>,
}

impl Session {
    /// Merges a session that another program may have saved as `theirs` since we saved `before`:
    /// our changes are kept, everything else is theirs.
    #[must_use]
    pub fn merged(self, before: &Self, theirs: Self) -> Self {
        let Floor {
            speaking,
            queue,
            limit,
        } = theirs.floor;
        let was = &before.floor;
        let floor = Floor {
            speaking: changed(self.floor.speaking, &was.speaking, speaking),
            queue: both(self.floor.queue, &was.queue, queue),
            limit: changed(self.floor.limit, &was.limit, limit),
        };
        Self {
            view: changed(self.view, &before.view, theirs.view),
            marks: both(self.marks, &before.marks, theirs.marks),
            drafts: both(self.drafts, &before.drafts, theirs.drafts),
            pending: both(self.pending, &before.pending, theirs.pending),
            dropped: both(self.dropped, &before.dropped, theirs.dropped),
            searches: both(self.searches, &before.searches, theirs.searches),
            floor,
            question: changed(self.question, &before.question, theirs.question),
        }
    }
}

fn changed<T: PartialEq>(now: T, before: &T, theirs: T) -> T {
    if now == *before { theirs } else { now }
}

/// Returns their list without the items that we removed and with those that we added, since each of
/// two programs can have a draft.
fn both<T: PartialEq>(now: Vec<T>, before: &[T], mut theirs: Vec<T>) -> Vec<T> {
    if theirs == before {
        return now;
    }
    theirs.retain(|item| now.contains(item) || !before.contains(item));
    let ours: Vec<_> = now
        .into_iter()
        .filter(|item| !before.contains(item) && !theirs.contains(item))
        .collect();
    theirs.extend(ours);
    theirs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_adds_to_and_removes_from_a_list() {
        let before = ["a", "b", "c"];
        assert_eq!(both(vec!["c", "a"], &before, before.to_vec()), ["c", "a"]);
        assert_eq!(both(before.to_vec(), &before, vec!["c"]), ["c"]);
        assert_eq!(
            both(vec!["b", "c", "d"], &before, vec!["e", "a", "b"]),
            ["e", "b", "d"]
        );
        assert_eq!(both(vec!["a", "d"], &["a"], vec!["d"]), ["d"]);
    }

    #[test]
    fn unchanged_parts_are_as_the_other_program_saved_them() {
        assert_eq!(changed(1, &1, 2), 2);
        assert_eq!(changed(3, &1, 2), 3);
    }
}
