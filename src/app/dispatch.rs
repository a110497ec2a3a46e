//! Dispatch of keys and the mouse to actions.

use super::cards::{ask, press_first, press_on_card};
use super::choosing::{accept_correction, choose};
use super::desk::Desk;
use super::enabled::enabled;
use super::event::{Effect, Moment, MouseDoes};
use super::find::Find;
use super::front::Front;
use super::input::{Action, Context, Given, Key, Meaning, Row, Typed};
use super::layout::Pane;
use super::leaving::loss;
use super::lists::{Purpose, commands, go_to, help, questions, speakers};
use super::notes::NotesOrder;
use super::noting::Capture;
use super::outcome::{Input, Outcome, Scroll};
use super::reporting::Preview;
use crate::messages::{CardMessage, KeyName, NoteMessage, SavingMessage, StatusMessage};

use super::{App, Bar, Leaving, Overlay, find, noting, panes, speaking};

impl App {
    /// Handles a key.
    pub(super) fn press(&mut self, moment: &Moment, key: Key) -> Vec<Effect> {
        let card = self.card.take();
        let quits = Meaning::Action(Action::Quit);
        if card.is_some() || self.keys.meaning(self.context(), &[key]) != quits {
            self.leaving = Leaving::No;
        }
        // It was about the key before.
        self.status
            .retain(|said| !matches!(said, StatusMessage::Card(_)));
        // What the key does is laid out for the screen without the card.
        self.give_room();
        match card {
            Some(card) => press_on_card(self, moment, card, key),
            None => press_first(self, moment, key),
        }
    }

    /// Types a character where text is typed; otherwise says that the key is not bound here.
    pub(super) fn type_or_refuse(&mut self, key: Key) -> Vec<Effect> {
        let takes_text = self.context().takes_text();
        if let Some(typed) = key.typed().filter(|_| takes_text) {
            return self.type_in(Typed::Character(typed));
        }
        self.say_unbound(key);
        Vec::new()
    }

    fn say_unbound(&mut self, key: Key) {
        let is_help = |row: &Row| row.action == Action::Help;
        let has_help = self.keys.rows_in(self.context()).any(is_help);
        let key = KeyName(key.to_string());
        self.say(CardMessage::Unbound { key, has_help });
    }

    /// Runs an action, or says why it cannot act now.
    pub(super) fn run(&mut self, moment: &Moment, action: Action, given: Given) -> Vec<Effect> {
        if let Err(why) = enabled(self, action) {
            self.say(why);
            return Vec::new();
        }
        self.perform(moment, action, given)
    }

    /// Handles pasted text.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.card = None;
        self.leaving = Leaving::No;
        self.type_in(Typed::Paste(text))
    }

    /// Handles the mouse: the wheel scrolls what is under the pointer, a click selects.
    pub(super) fn mouse(&mut self, does: MouseDoes, column: u16, row: u16) -> Vec<Effect> {
        self.card = None;
        self.leaving = Leaving::No;
        let notch = match does {
            MouseDoes::WheelUp => -1,
            MouseDoes::WheelDown => 1,
            MouseDoes::Click => 0,
        };
        let Some(overlay) = self.front.overlays.last_mut() else {
            match does {
                MouseDoes::Click => {
                    panes::click(&mut self.desk, column, row, self.front.bar.is_none());
                }
                MouseDoes::WheelUp | MouseDoes::WheelDown => {
                    panes::wheel(&mut self.desk, notch, column, row);
                }
            }
            return Vec::new();
        };
        let input = match does {
            MouseDoes::Click => Input::Click(column, row),
            MouseDoes::WheelUp | MouseDoes::WheelDown => Input::Wheel(notch),
        };
        let outcome = overlay.on(input, &mut self.desk);
        self.apply_overlay(outcome)
    }

    /// Runs an operation on the desk.
    fn on_desk(&mut self, operation: impl FnOnce(&mut Desk) -> Outcome) -> Vec<Effect> {
        let outcome = operation(&mut self.desk);
        self.apply(outcome)
    }

    /// Runs an operation on the [`Front`] and the desk, and applies its outcome.
    fn in_front(
        &mut self,
        operation: impl FnOnce(&mut Front, &mut Desk) -> Outcome,
    ) -> Vec<Effect> {
        let outcome = operation(&mut self.front, &mut self.desk);
        self.apply(outcome)
    }

    /// Runs an operation on the capture bar, if it is open.
    fn in_bar(
        &mut self,
        operation: impl FnOnce(&mut Capture, &mut Desk) -> Outcome,
    ) -> Vec<Effect> {
        let Some(Bar::Capture(capture)) = &mut self.front.bar else {
            return Vec::new();
        };
        let outcome = operation(capture, &mut self.desk);
        self.apply_bar(outcome)
    }

    /// Sends a command to the overlay in front.
    fn on(&mut self, input: Input<'_>) -> Vec<Effect> {
        let Some(overlay) = self.front.overlays.last_mut() else {
            return Vec::new();
        };
        let outcome = overlay.on(input, &mut self.desk);
        self.apply_overlay(outcome)
    }

    /// Types into the bar, otherwise into the overlay in front.
    fn type_in(&mut self, typed: Typed<'_>) -> Vec<Effect> {
        let Some(bar) = &mut self.front.bar else {
            return self.on(Input::Type(typed));
        };
        let outcome = bar.type_in(typed, &mut self.desk);
        self.apply_bar(outcome)
    }

    /// Scrolls the overlay in front, otherwise the pane in focus.
    fn scroll(&mut self, scroll: Scroll) -> Vec<Effect> {
        if self.front.overlays.is_empty() {
            panes::scroll(&mut self.desk, scroll);
            Vec::new()
        } else {
            self.on(Input::Scroll(scroll))
        }
    }

    /// Selects the next (1) or previous (−1) line of the overlay in front, otherwise (in the notes
    /// filter) the next or previous note.
    fn step(&mut self, by: isize) -> Vec<Effect> {
        if self.front.overlays.is_empty() {
            panes::step_note(&mut self.desk, by);
            return Vec::new();
        }
        self.on(Input::Step(by))
    }

    /// Runs an action, with the letter or number that its keys asked for.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub(super) fn perform(&mut self, moment: &Moment, action: Action, given: Given) -> Vec<Effect> {
        match action {
            Action::NewNote => return self.in_front(|it, desk| it.open_capture(None, desk)),
            Action::NoteHere => {
                let anchor = self.front.anchor_here(&self.desk);
                return self.in_front(|it, desk| it.open_capture(anchor, desk));
            }
            Action::EditNote => self.front.edit_note(&mut self.desk),
            Action::EditOutside => return self.in_front(Front::open_editor),
            Action::History => return self.in_front(|it, desk| it.open_history(desk)),
            Action::DeleteNote => return self.on_desk(noting::delete_note),
            Action::Undo => return self.in_front(Front::undo),
            Action::Redo => return self.on_desk(noting::redo),
            Action::Save => return self.in_bar(|it, desk| it.save(desk, moment)),
            Action::NewLine => return self.type_in(Typed::Paste("\n")),
            Action::DropDraft => return self.in_bar(|it, desk| noting::drop_draft(it, desk)),
            Action::CopyParagraph => return self.on_desk(|desk| noting::copy_paragraph(desk)),
            Action::CopyNote => return self.on_desk(|desk| noting::copy_note(desk)),
            Action::Find => self
                .front
                .open(Overlay::Find(Box::new(Find::new(&self.desk)))),
            Action::NextScope | Action::NextOrder | Action::NextCountry => {
                return self.on(Input::Turn(1));
            }
            Action::PreviousScope | Action::PreviousOrder | Action::PreviousCountry => {
                return self.on(Input::Turn(-1));
            }
            Action::NextMatch => return self.on_desk(|desk| find::next_match(desk, 1)),
            Action::PreviousMatch => return self.on_desk(|desk| find::next_match(desk, -1)),
            Action::ClearMatches => self.clear_matches(),
            Action::FilterNotes => self.front.open_notes_filter(&mut self.desk),
            Action::GiveFloor => self.front.open_over(speakers(&self.desk, Purpose::Floor)),
            Action::QueueSpeaker => self.front.open_over(speakers(&self.desk, Purpose::Queue)),
            Action::EndTurn => return self.on_desk(|desk| speaking::end_turn(desk, moment)),
            Action::NextSpeaker => {
                return self.on_desk(|desk| speaking::next_speaker(desk, moment));
            }
            Action::CorrectSpeaker => self.front.open_correction_now(&self.desk),
            Action::AcceptCorrection => return accept_correction(self, moment),
            Action::SinceTurnBegan => self.front.switch_since(),
            Action::FloorLog => return self.in_front(|it, desk| it.open_floor_log(desk)),
            Action::RestartClock => {
                return self.on_desk(|desk| speaking::restart_clock(desk, moment));
            }
            Action::NextLimit => return self.on_desk(speaking::next_limit),
            Action::ChooseQuestion => {
                if let Some(list) = questions(&self.desk) {
                    self.front.push_list(list);
                }
            }
            Action::NextNotesOrder => self.next_notes_order(),
            Action::LinkParagraph => {
                return self.in_bar(|it, desk| it.complete_or_link(desk));
            }
            Action::Mark(kind) => {
                let anchor = self.front.anchor_here(&self.desk);
                return self.on_desk(|desk| noting::mark(desk, moment, kind, anchor));
            }
            Action::KeyMessage => return self.on_desk(|desk| noting::key_message(desk, moment)),
            Action::Report => {
                if let Some(preview) = Preview::new(&mut self.desk) {
                    self.front.open(Overlay::Report(Box::new(preview)));
                }
            }
            Action::Preview(change) => self.front.change_report(change, &self.desk),
            Action::GoTo => {
                let list = go_to(&self.desk, self.able_rows(), self.context());
                if let Some(list) = list {
                    self.front.open_list(list);
                }
            }
            Action::Countries => self.front.open_countries(&self.desk),
            Action::DossierHere => return self.in_front(|it, desk| it.open_dossier_here(desk)),
            Action::Help => self.open_help(),
            Action::Palette => {
                let list = commands(self.able_rows(), self.context());
                self.front.push_list(list);
            }
            Action::Accept => return self.accept(moment),
            Action::Cancel => return self.cancel(),
            Action::Edit(motion) => return self.type_in(Typed::Motion(motion)),
            Action::Redraw => return vec![Effect::Redraw],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.quit(),
            Action::Zoom => self.desk.zoom = !self.desk.zoom,
            Action::LineDown => return self.scroll(Scroll::Lines(1)),
            Action::LineUp => return self.scroll(Scroll::Lines(-1)),
            Action::HalfDown => return self.scroll(Scroll::HalfPage(1)),
            Action::HalfUp => return self.scroll(Scroll::HalfPage(-1)),
            Action::PageDown => return self.scroll(Scroll::Page(1)),
            Action::PageUp => return self.scroll(Scroll::Page(-1)),
            Action::NextLine => return self.step(1),
            Action::PreviousLine => return self.step(-1),
            Action::First => return self.scroll(Scroll::Start),
            Action::Last => return self.scroll(Scroll::End),
            Action::NextEntry => panes::next_entry(&mut self.desk, 1),
            Action::PreviousEntry => panes::next_entry(&mut self.desk, -1),
            Action::NextParagraph => panes::step_paragraph(&mut self.desk, 1),
            Action::PreviousParagraph => panes::step_paragraph(&mut self.desk, -1),
            Action::NextPane => panes::next_pane(&mut self.desk, 1),
            Action::PreviousPane => panes::next_pane(&mut self.desk, -1),
            Action::GoKind(kind) => return self.on_desk(|desk| panes::go_kind(desk, kind)),
            Action::GoParagraph => {
                return self.on_desk(|desk| panes::go_paragraph(desk, given));
            }
            Action::Fold => panes::fold(&mut self.desk),
            Action::Unfold => panes::unfold(&mut self.desk),
            Action::GoNotes => self.desk.focus_on(Pane::Notes),
            Action::Open => return self.on_desk(panes::open),
            Action::Back => return self.on_desk(|desk| panes::travel(desk, true)),
            Action::Forward => return self.on_desk(|desk| panes::travel(desk, false)),
            Action::SetMark => return self.on_desk(|desk| panes::set_mark(desk, given)),
            Action::GoMark => return self.on_desk(|desk| panes::go_mark(desk, given)),
        }
        Vec::new()
    }

    /// Opens the help.
    fn open_help(&mut self) {
        let list = help(self.able_rows(), self.able_elsewhere(), self.context());
        self.front.push_list(list);
    }

    /// Returns the rows of actions that could act now, but only in another pane.
    fn able_elsewhere(&self) -> impl Iterator<Item = (&Row, Context, Pane)> {
        const PANES: [(Context, Pane); 3] = [
            (Context::Contents, Pane::Contents),
            (Context::Reader, Pane::Reader),
            (Context::Notes, Pane::Notes),
        ];
        let here = self.context();
        let is_pane = PANES.iter().any(|(context, _)| *context == here);
        let others = PANES.into_iter().filter(move |_| is_pane);
        let rows = others.flat_map(move |(context, pane)| {
            let rows = self.keys.rows_in(context);
            rows.map(move |row| (row, context, pane))
        });
        rows.filter(move |(row, ..)| {
            let mut bound = self.keys.rows_in(here);
            let is_bound = bound.any(|known| known.action == row.action);
            !is_bound && enabled(self, row.action).is_ok()
        })
    }

    /// Quits, but first waits for notes on their way to the disk, and asks if there is something to
    /// lose. Enter on that card always quits, even while the disk does not answer.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.desk.notebook.is_saving() && self.leaving != Leaving::WhenSaved {
            self.leaving = Leaving::WhenSaved;
            self.say(SavingMessage::SavingToQuit);
            return Vec::new();
        }
        if loss(&self.desk).is_some() {
            ask(self, Action::Quit);
            return Vec::new();
        }
        self.leave()
    }

    /// Quits without a question.
    pub(super) fn leave(&self) -> Vec<Effect> {
        vec![self.keep_session(), Effect::Quit]
    }

    /// Acts on the selection of what is in front.
    fn accept(&mut self, moment: &Moment) -> Vec<Effect> {
        match (&self.front.bar, self.front.overlays.last()) {
            (Some(Bar::NotesFilter), _) => {
                self.front.bar = None;
                self.desk.notes_pane.drop_if_empty();
                Vec::new()
            }
            (Some(Bar::Capture(_)), _) => Vec::new(),
            (None, Some(Overlay::List(picker))) => match picker.choice() {
                Some(choice) => choose(self, moment, choice),
                None => Vec::new(),
            },
            (None, _) => self.on(Input::Accept),
        }
    }

    /// Closes what is in front.
    fn cancel(&mut self) -> Vec<Effect> {
        match &self.front.bar {
            Some(Bar::Capture(_)) => self.in_bar(|it, desk| noting::keep_draft(it, desk)),
            Some(Bar::NotesFilter) => {
                self.front.bar = None;
                self.desk.clear_notes_filter();
                Vec::new()
            }
            None => {
                drop(self.front.overlays.pop());
                Vec::new()
            }
        }
    }

    /// Clears the notes filter in the notes pane, otherwise the highlighted matches.
    fn clear_matches(&mut self) {
        if self.desk.focus != Pane::Notes || !self.desk.clear_notes_filter() {
            self.desk.finding = None;
        }
    }

    /// Switches to the next sort order of the notes.
    fn next_notes_order(&mut self) {
        self.desk.notes_pane.next_order();
        self.desk.filter_notes();
        self.say(match self.desk.notes_pane.order {
            NotesOrder::Time => NoteMessage::SortedByTime,
            NotesOrder::Question => NoteMessage::SortedByQuestion,
            NotesOrder::Speaker => NoteMessage::SortedBySpeaker,
            NotesOrder::Paragraph => NoteMessage::SortedByParagraph,
        });
    }
}
