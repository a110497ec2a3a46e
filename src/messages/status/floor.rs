//! Messages about the floor and the guiding question.

use crate::messages::Who;
use crate::messages::samples::samples;

/// A message about the floor and the guiding question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FloorMessage {
    /// The action needs a speaker.
    NoSpeaker,
    /// The floor log is empty.
    NoTurns,
    /// The chosen speaker has the floor already.
    HasItAlready {
        /// The speaker.
        speaker: Who,
    },
    /// A speaker has the floor now.
    HasIt {
        /// The speaker.
        speaker: Who,
    },
    /// The turn has ended.
    TurnEnded,
    /// The queue has changed.
    Queue {
        /// The speakers in it.
        speakers: Vec<Who>,
    },
    /// There is no next speaker.
    NoNext,
    /// No one has the floor, so a choice can hold only from now on.
    OnlyFromNow,
    /// The clock of the turn was restarted.
    ClockRestarted,
    /// The limit of a turn has changed.
    Limit {
        /// The limit in seconds; `None` for no limit.
        seconds: Option<u32>,
    },
    /// The speaker of a turn and of its notes was corrected.
    Corrected {
        /// The correct speaker.
        right: Who,
        /// The speaker before the correction.
        wrong: Who,
        /// The number of notes that were updated.
        notes: usize,
    },
    /// A guiding question is under discussion now.
    Question {
        /// Its number, from 1.
        number: usize,
    },
    /// No guiding question is under discussion.
    NoQuestion,
    /// A guiding question has been under discussion since the turn began, and the notes of the
    /// turn were updated.
    QuestionSince {
        /// Its number, from 1; `None` for no question.
        number: Option<usize>,
        /// The number of notes that were updated.
        notes: usize,
    },
}

samples!(FloorMessage: "the status line, about the floor" {
    NoSpeaker {},
    NoTurns {},
    HasItAlready { speaker: Who::sample() },
    HasIt { speaker: Who::sample() },
    TurnEnded {},
    Queue { speakers: Vec::new() } { speakers: vec![Who::sample(), Who::sample()] },
    NoNext {},
    OnlyFromNow {},
    ClockRestarted {},
    Limit { seconds: None } { seconds: Some(180) },
    Corrected { right: Who::sample(), wrong: Who::sample(), notes: 1 }
        { right: Who::sample(), wrong: Who::sample(), notes: 2 },
    Question { number: 2 },
    NoQuestion {},
    QuestionSince { number: Some(2), notes: 1 } { number: None, notes: 3 },
});
