//! The words of the gaps of a report.

use std::borrow::Cow;

use super::quoted;
use crate::messages::GapMessage;

/// Returns the English text of a gap.
pub(in crate::messages) fn gap(gap: &GapMessage) -> Cow<'static, str> {
    match gap {
        GapMessage::QuestionWithoutNotes { question } => {
            format!("no notes on question {question}").into()
        }
        GapMessage::NoteWithoutQuestion => "no guiding question".into(),
        GapMessage::NoteWithoutSpeaker => "no speaker".into(),
        GapMessage::CommitmentWithoutSpeaker => "a commitment without a speaker".into(),
        GapMessage::CommitmentWithoutDeadline => "a commitment without a deadline".into(),
        GapMessage::PerhapsSign { sign } => format!("not a sign, kept as text: {sign}").into(),
        GapMessage::ParagraphNotFound { quote: None } => "paragraph not found".into(),
        GapMessage::ParagraphNotFound { quote: Some(quote) } => {
            format!("paragraph not found: {}", quoted(quote)).into()
        }
        GapMessage::WithoutText => "without text, so only in the record".into(),
        GapMessage::SeveralVersions => "has other versions, which the report leaves out".into(),
        GapMessage::Drafts { count: 1 } => "a draft is not saved".into(),
        GapMessage::Drafts { count } => format!("{count} drafts are not saved").into(),
        GapMessage::TurnOpen { speaker } => {
            format!("{} has the floor: not in the floor log yet", speaker.name).into()
        }
        GapMessage::NoKeyMessage => "no key message".into(),
        GapMessage::NamesSpeaker => "clean text names a country or speaker".into(),
        GapMessage::MayNameSpeaker => "clean text may name a country or speaker".into(),
        GapMessage::Names { who, form: None } => format!("clean text names {}", who.name).into(),
        GapMessage::Names {
            who,
            form: Some(form),
        } => format!("clean text names {} ({form})", who.name).into(),
        GapMessage::MayName { who, form: None } => {
            format!("clean text perhaps names {}", who.name).into()
        }
        GapMessage::MayName {
            who,
            form: Some(form),
        } => format!("clean text perhaps names {} ({form})", who.name).into(),
    }
}
