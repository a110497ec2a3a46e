//! The words of the lines that commands print.

use std::borrow::Cow;

use super::countries::standing;
use super::{counted, gaps, list, size};
use crate::messages::CommandMessage;

/// Returns the English text of a line.
#[expect(clippy::too_many_lines, reason = "an exhaustive table")]
pub(in crate::messages) fn message(message: &CommandMessage) -> Cow<'static, str> {
    match message {
        CommandMessage::NoStateFolder { why } => {
            format!("{why}; set HOME or XDG_STATE_HOME").into()
        }
        CommandMessage::SeveralMistakes { count, first } => {
            format!("{count} mistakes in the configuration: {first}").into()
        }
        CommandMessage::ChangedKeys => "changed".into(),
        CommandMessage::NotesBesideLink { file, moved } => format!(
            "{file} is not read: notes are beside the file that the link leads to; \
             move it to {moved}"
        )
        .into(),
        CommandMessage::Ready {
            briefing,
            entries,
            paragraphs,
        } => {
            let entries = counted(*entries, "entry", "entries");
            let paragraphs = counted(*paragraphs, "paragraph", "paragraphs");
            format!("{briefing}: {entries}, {paragraphs}, ready to open").into()
        }
        CommandMessage::NotInPaper {
            country,
            instead: None,
        } => format!("{}: not in this paper", country.name).into(),
        CommandMessage::NotInPaper {
            country,
            instead: Some(instead),
        } => {
            let instead = standing(instead);
            format!("{}: not in this paper, {instead}", country.name).into()
        }
        CommandMessage::NoCountries => "the paper names no country".into(),
        CommandMessage::WithoutWords { words } => format!("without: {}", words.join(", ")).into(),
        CommandMessage::SomeHits {
            shown,
            total,
            can_show_more: true,
        } => format!("{shown} of {total}; --limit shows more").into(),
        CommandMessage::SomeHits {
            shown,
            total,
            can_show_more: false,
        } => format!("{shown} of {total}; add words to find fewer").into(),
        CommandMessage::NoHits {
            words,
            did_you_mean: None,
        } => format!("nothing in the paper or the notes for \"{words}\"").into(),
        CommandMessage::NoHits {
            words,
            did_you_mean: Some(other),
        } => {
            format!("nothing in the paper or the notes for \"{words}\"; did you mean \"{other}\"?")
                .into()
        }
        CommandMessage::NothingHeld { briefing } => {
            format!("nothing of {briefing} is kept on this machine").into()
        }
        CommandMessage::Held { briefing, folder } => {
            format!("Kept of {briefing} on this machine, in {folder}:").into()
        }
        CommandMessage::Size { bytes } => size(*bytes).into(),
        CommandMessage::OnlyHere { records } => {
            format!("ONLY HERE: {records} that no notes file has").into()
        }
        CommandMessage::DraftsOnlyHere { count: 1 } => {
            "ONLY HERE: 1 draft that was not saved".into()
        }
        CommandMessage::DraftsOnlyHere { count } => {
            format!("ONLY HERE: {count} drafts that were not saved").into()
        }
        CommandMessage::PerhapsOnlyHere { file } => {
            format!("PERHAPS ONLY HERE: {file}, which cannot be read").into()
        }
        CommandMessage::NothingOnlyHere => {
            "Every note in it is also in a notes file, and there are no drafts.".into()
        }
        CommandMessage::NothingDeleted { has_unsaved: false } => {
            "Nothing was deleted; add --yes to delete it. The notes files beside the briefing stay."
                .into()
        }
        CommandMessage::NothingDeleted { has_unsaved: true } => {
            "Nothing was deleted; add --yes --unsaved-too to delete it. \
             The notes files beside the briefing stay."
                .into()
        }
        CommandMessage::Deleted { bytes } => format!(
            "Deleted {}. The notes files beside the briefing are unchanged; \
             your next note starts a new file.",
            size(*bytes)
        )
        .into(),
        CommandMessage::SavedOnly { how } => format!("saved {how}").into(),
        CommandMessage::Saved {
            number,
            at,
            unknown,
        } => {
            let at = at.strftime("%H:%M:%S");
            match unknown.as_slice() {
                [] => format!("saved #{number} {at}").into(),
                signs => format!(
                    "saved #{number} {at}; not understood, kept as text: {}",
                    signs.join(" ")
                )
                .into(),
            }
        }
        CommandMessage::NothingToSave => "nothing to save".into(),
        CommandMessage::NoNotes => "no notes yet".into(),
        CommandMessage::Origin { author, file: None } => author.clone().into(),
        CommandMessage::Origin {
            author,
            file: Some(file),
        } => format!("{author}, in {file}").into(),
        CommandMessage::Written { file } => format!("written: {file}").into(),
        CommandMessage::Missing { gap, notes, more } => {
            let gap = gaps::gap(gap);
            let mut notes: Vec<_> = notes.iter().map(|number| format!("#{number}")).collect();
            if notes.is_empty() {
                return gap;
            }
            if *more == 0 {
                return format!("{gap}: {}", notes.join(", ")).into();
            }
            notes.push(format!("{more} more"));
            format!("{gap}: {}", list(&notes, "and")).into()
        }
        CommandMessage::NotFinal => "do not send this report out yet: \
            some notes are damaged, or on this machine only, see above"
            .into(),
    }
}
