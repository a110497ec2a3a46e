//! What a start takes over from the last one.

use jiff::ZonedDateTime;

use super::{Anchor, EntryId, NoteId, Record, Speaker};

/// A place in a briefing, in words that survive another width and an edited file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The entry.
    pub entry: EntryId,
    /// Which paragraph of the entry, from 0; `None` is the heading.
    pub paragraph: Option<usize>,
    /// Which line below the paragraph, from 1: an open footnote, a way to an entry; 0 is itself.
    pub below: usize,
    /// How far into the text, in bytes.
    pub offset: usize,
}

/// What somebody sees: the place at the top, and the selected one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The first line on the screen.
    pub top: Place,
    /// The selected paragraph.
    pub selected: Place,
}

/// Text in the capture bar that is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The id that its note will have, so that a start after a kill knows whether it was saved;
    /// `None` where it edits a note.
    pub id: Option<NoteId>,
    /// The note that it edits; `None` for a new one.
    pub edits: Option<NoteId>,
    /// The revision of it that was opened; 0 for a new one.
    pub rev: u32,
    /// What it is about.
    pub anchor: Option<Anchor>,
    /// Who had the floor when it was begun.
    pub speaker: Option<Speaker>,
    /// The guiding question that was discussed then.
    pub question: Option<EntryId>,
    /// The text.
    pub text: String,
    /// Where the cursor is, in bytes of the text.
    pub cursor: usize,
}

/// Who has the floor, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaking {
    /// Who has it.
    pub speaker: Speaker,
    /// Since when.
    pub since: ZonedDateTime,
    /// From when on the clock counts: it may have been started anew.
    pub clock_from: ZonedDateTime,
}

/// The floor as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Who has it, if anybody.
    pub speaking: Option<Speaking>,
    /// Who has asked for it, first come first.
    pub queue: Vec<Speaker>,
    /// How long each may have it, in seconds; 0 is no limit.
    pub limit: u32,
}

impl Default for Floor {
    /// Three minutes each, as is usual in roundtables.
    fn default() -> Self {
        Self {
            speaking: None,
            queue: Vec::new(),
            limit: 180,
        }
    }
}

/// Everything that is taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// What was on the screen.
    pub view: Option<View>,
    /// The marks: a letter, and the view it names.
    pub marks: Vec<(char, View)>,
    /// The drafts; several of a new note where the disk refused to save some.
    pub drafts: Vec<Draft>,
    /// Revisions that could be saved nowhere else: the next start tries again.
    pub pending: Vec<Record>,
    /// Drafts thrown away, which undo brings back.
    pub dropped: Vec<Draft>,
    /// The searches that led somewhere, newest first.
    pub searches: Vec<String>,
    /// Who has the floor, and who waits for it.
    pub floor: Floor,
    /// The guiding question that is discussed.
    pub question: Option<EntryId>,
}

impl Session {
    /// What becomes of a session where another program may have kept `theirs` since we kept
    /// `before`: what has changed here is ours, all else is theirs.
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

/// Their list without what we took away, and with what we added: one by one, since two programs
/// have each a draft.
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
    fn of_a_list_each_program_adds_and_takes_away_its_own() {
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
    fn what_is_not_changed_is_as_another_program_has_kept_it() {
        assert_eq!(changed(1, &1, 2), 2);
        assert_eq!(changed(3, &1, 2), 3);
    }
}
