//! The words about the floor and the guiding question.

use std::borrow::Cow;

use super::{counted, limit, names};
use crate::messages::{FloorMessage, KeyOf, Keys};

/// Returns the English text of a message.
pub(super) fn message(message: &FloorMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        FloorMessage::NoSpeaker => {
            let give = keys(KeyOf::GiveFloor);
            format!("no one has the floor; press {give} to give it").into()
        }
        FloorMessage::NoTurns => {
            let give = keys(KeyOf::GiveFloor);
            format!("no turns yet; press {give} to give the floor").into()
        }
        FloorMessage::HasItAlready { speaker } => {
            let (name, restart) = (&speaker.name, keys(KeyOf::RestartClock));
            format!("{name} already has the floor; press {restart} to restart the clock").into()
        }
        FloorMessage::HasIt { speaker } => format!("{} has the floor", speaker.name).into(),
        FloorMessage::TurnEnded => "turn ended".into(),
        FloorMessage::Queue { speakers } if speakers.is_empty() => "the queue is empty".into(),
        FloorMessage::Queue { speakers } => format!("queue: {}", names(speakers)).into(),
        FloorMessage::NoNext => {
            let queue = keys(KeyOf::QueueSpeaker);
            format!("the queue is empty; press {queue} to add a speaker").into()
        }
        FloorMessage::OnlyFromNow => {
            "no one has the floor, so your choice applies from now on".into()
        }
        FloorMessage::ClockRestarted => "clock restarted".into(),
        FloorMessage::Limit { seconds } => limit(*seconds),
        FloorMessage::Corrected {
            right,
            wrong,
            notes,
        } => {
            let (right, wrong) = (&right.name, &wrong.name);
            let notes = counted(*notes, "note", "notes");
            format!("corrected: {right}, not {wrong}; {notes} updated").into()
        }
        FloorMessage::Question { number } => {
            format!("current question: Q{number}; new notes belong to it").into()
        }
        FloorMessage::NoQuestion => "no current question".into(),
        FloorMessage::QuestionSince { number, notes } => {
            let question = match number {
                Some(number) => format!("current question: Q{number}; new notes belong to it"),
                None => "no current question".to_owned(),
            };
            let notes = counted(*notes, "note", "notes");
            format!("{question}; {notes} updated").into()
        }
    }
}
