//! The labels of cards: their titles, hints, and what each row would do.

use super::samples::samples;
use super::{KeyName, Who};

/// A change that undo would make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoneChange {
    /// Deletes the note with this number.
    Delete(usize),
    /// Restores the note with this number.
    Restore(usize),
    /// Restores the earlier revision of the note with this number.
    ChangeBack(usize),
    /// Gives the floor to this speaker; `None` ends the turn.
    Holder(Option<Who>),
    /// Sets the limit of a turn in seconds; `None` for no limit.
    Limit(Option<u32>),
    /// Sets the queue.
    Queue(Vec<Who>),
}

/// The label of a row of a card: what it would do, and to which note, speaker or step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardLabel {
    /// Opens the deleted draft again.
    OpenDroppedDraft,
    /// Undoes a step.
    Undo {
        /// The changes to the floor and the notes.
        changes: Vec<UndoneChange>,
    },
    /// Skips a step that someone else has changed since.
    SkipChanged,
    /// Deletes a note.
    DeleteNote {
        /// Its number.
        number: usize,
        /// The beginning of its text.
        beginning: String,
    },
    /// Ends the turn of a speaker.
    EndTurn {
        /// The speaker.
        speaker: Who,
    },
    /// Gives the floor to the next in the queue.
    NextSpeaker {
        /// The speaker.
        speaker: Who,
    },
    /// Quits, with nothing to lose.
    Quit,
    /// Quits while a note is in no file.
    QuitNotSaved,
    /// Quits while a note is on this machine only.
    QuitOnThisMachine,
    /// Quits while the draft is in no file.
    QuitWithoutDraft,
    /// Quits during a turn.
    QuitDuringTurn {
        /// The speaker.
        speaker: Who,
    },
}

samples!(CardLabel: "a row of a card" {
    OpenDroppedDraft {},
    Undo { changes: Vec::new() }
        {
            changes: vec![
                UndoneChange::Delete(12),
                UndoneChange::Restore(3),
                UndoneChange::ChangeBack(4),
                UndoneChange::Holder(Some(Who::sample())),
                UndoneChange::Holder(None),
                UndoneChange::Limit(Some(150)),
                UndoneChange::Queue(vec![Who::sample()])
            ]
        },
    SkipChanged {},
    DeleteNote { number: 12, beginning: "wants pooled recruitment".to_owned() },
    EndTurn { speaker: Who::sample() },
    NextSpeaker { speaker: Who::sample() },
    Quit {},
    QuitNotSaved {},
    QuitOnThisMachine {},
    QuitWithoutDraft {},
    QuitDuringTurn { speaker: Who::sample() },
});

/// The title of a card with several rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardTitle {
    /// Marks the paragraph.
    MarkAs,
    /// Changes the turn.
    Turn,
    /// Goes to a part of the paper.
    GoTo,
}

samples!(CardTitle: "the title of a card" {
    MarkAs {},
    Turn {},
    GoTo {},
});

/// A hint about how to use a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardHint {
    /// It has one row, which acts on Enter.
    OtherKeyCloses,
    /// Letters select rows.
    LetterSelects {
        /// The key that acts.
        enter: KeyName,
    },
    /// Letters act, and numbers can be typed.
    LetterOrNumber {
        /// The key after a number.
        enter: KeyName,
    },
    /// A key closes it.
    Closes {
        /// The key.
        esc: KeyName,
    },
}

samples!(CardHint: "beside the title of a card" {
    OtherKeyCloses {},
    LetterSelects { enter: KeyName("Enter".to_owned()) },
    LetterOrNumber { enter: KeyName("Enter".to_owned()) },
    Closes { esc: KeyName("Esc".to_owned()) },
});
