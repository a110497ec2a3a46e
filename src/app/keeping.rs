//! Whether drafts are in a file, as confirmed by the disk.
//!
//! A draft is called kept only after the confirmation; until then the status says "keeping".

use super::{Action, App, Effect, Keeping};

/// The status until the disk answers.
const ASKED: &str = "keeping the draft…";
/// The start of the status if the draft is in no file.
const NOT_KEPT: &str = "draft NOT kept";

/// Whether drafts are kept, and how many answers are due.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptDrafts {
    keeping: Keeping,
    /// The number of drafts without an answer.
    unanswered: usize,
    /// The action that opens the last of them.
    opens: Option<Action>,
}

impl App {
    /// Records that a draft was closed, and returns the status; the action opens it again.
    pub(super) fn ask_whether_kept(&mut self, opens: Action) -> String {
        self.kept.opens = Some(opens);
        if self.kept.keeping == Keeping::Off {
            return self.whether_kept();
        }
        self.kept.unanswered += 1;
        ASKED.to_owned()
    }

    fn whether_kept(&self) -> String {
        let opens = self.kept.opens.unwrap_or(Action::NewNote);
        let (key, save) = (self.key_for(opens), self.key_for(Action::Save));
        match self.kept.keeping {
            Keeping::Works => format!("draft kept; press {key} to continue it"),
            Keeping::Fails(_) | Keeping::Off => {
                format!("{NOT_KEPT}; press {key}, then {save} to save it as a note")
            }
        }
    }

    /// Handles an answer of the disk.
    pub(super) fn take_keeping(&mut self, keeping: Keeping, answered: usize) -> Vec<Effect> {
        self.kept.keeping = keeping;
        self.kept.unanswered = self.kept.unanswered.saturating_sub(answered);
        // A lost draft matters more than whatever the status says by now.
        let is_said = self.status == ASKED || self.drafts_not_kept().is_some();
        if answered > 0 && self.kept.unanswered == 0 && is_said {
            self.status = self.whether_kept();
        }
        Vec::new()
    }

    /// Returns why drafts are not kept although they should be.
    pub const fn drafts_not_kept(&self) -> Option<&str> {
        match &self.kept.keeping {
            Keeping::Fails(reason) => Some(reason.as_str()),
            Keeping::Works | Keeping::Off => None,
        }
    }

    /// Returns whether an answer is due.
    pub const fn is_keeping(&self) -> bool {
        self.kept.unanswered > 0
    }

    /// Returns whether the status says that a draft is not kept.
    pub(super) fn is_draft_unkept(&self) -> bool {
        self.status.starts_with(NOT_KEPT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Session;

    fn app() -> App {
        App::new((80, 24), Session::default())
    }

    fn put_aside(app: &mut App) {
        app.status = app.ask_whether_kept(Action::NewNote);
    }

    #[test]
    fn a_draft_is_called_kept_after_the_last_answer() {
        let mut app = app();
        put_aside(&mut app);
        put_aside(&mut app);
        app.take_keeping(Keeping::Works, 0);
        app.take_keeping(Keeping::Works, 1);
        assert_eq!(app.status, ASKED);
        app.take_keeping(Keeping::Works, 1);
        assert_eq!(app.status, "draft kept; press i to continue it");
    }

    #[test]
    fn a_newer_message_is_replaced_only_by_bad_news() {
        let mut app = app();
        for (keeping, says) in [
            (Keeping::Works, "saved #1"),
            (
                Keeping::Fails("no space".to_owned()),
                "draft NOT kept; press i, then Enter to save it as a note",
            ),
        ] {
            put_aside(&mut app);
            "saved #1".clone_into(&mut app.status);
            app.take_keeping(keeping, 1);
            assert_eq!(app.status, says);
        }
    }

    #[test]
    fn the_reason_is_shown_until_drafts_are_kept_again() {
        let mut app = app();
        assert_eq!(app.drafts_not_kept(), None);
        app.take_keeping(Keeping::Fails("no space".to_owned()), 0);
        assert_eq!(app.drafts_not_kept(), Some("no space"));
        assert_eq!(app.status, "");
        app.take_keeping(Keeping::Works, 0);
        assert_eq!(app.drafts_not_kept(), None);
    }

    #[test]
    fn a_run_that_keeps_nothing_says_so_at_once_and_does_not_warn() {
        let mut app = app();
        app.take_keeping(Keeping::Off, 0);
        put_aside(&mut app);
        assert!(app.is_draft_unkept() && !app.is_keeping());
        assert_eq!(app.drafts_not_kept(), None);
    }
}
