//! Dispatch of keys and the mouse to actions.

use super::desk::Desk;
use super::event::{Effect, Moment, MouseDoes};
use super::find::Find;
use super::front::Front;
use super::input::{Action, Key, Meaning, Typed, meaning};
use super::layout::Pane;
use super::lists::{Choice, Picker, Purpose, actions, go_to, questions, set_question, speakers};
use super::notes::NotesOrder;
use super::noting::Capture;
use super::outcome::{Input, Outcome, Scroll};
use super::reporting::Preview;
use super::speaking::{correct, give_floor_to, last_own_turn, toggle_queued};
use crate::messages::{FloorMessage, NoteMessage, PaperMessage, SavingMessage};
use crate::model::Speaker;

use super::{App, Bar, Leaving, Overlay, find, noting, panes, speaking};

impl App {
    /// Handles a key: it is typed, begins a binding, or runs an action.
    pub(super) fn press(&mut self, moment: &Moment, key: Key) -> Vec<Effect> {
        self.pressed.push(key);
        match meaning(self.context(), &self.pressed) {
            Meaning::Beginning => Vec::new(),
            Meaning::Action(action, letter) => {
                self.pressed.clear();
                // The status of the last save stays visible while the next note is typed.
                if !matches!(action, Action::NewNote | Action::NoteHere) {
                    self.status.clear();
                }
                self.perform(moment, action, letter)
            }
            Meaning::Nothing => {
                let is_first = self.pressed.len() == 1;
                self.pressed.clear();
                let takes_text = is_first && self.context().takes_text();
                match key.typed().filter(|_| takes_text) {
                    Some(typed) => self.type_in(Typed::Character(typed)),
                    None => Vec::new(),
                }
            }
        }
    }

    /// Handles pasted text.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.pressed.clear();
        self.type_in(Typed::Paste(text))
    }

    /// Handles the mouse: the wheel scrolls what is below it, a click selects.
    pub(super) fn mouse(&mut self, does: MouseDoes, column: u16, row: u16) -> Vec<Effect> {
        self.pressed.clear();
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
        self.apply(outcome)
    }

    /// Runs an operation on the desk.
    fn run(&mut self, operation: impl FnOnce(&mut Desk) -> Outcome) -> Vec<Effect> {
        let outcome = operation(&mut self.desk);
        self.apply(outcome)
    }

    /// Runs an operation on what is in front.
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
        self.apply(outcome)
    }

    /// Sends a command to the overlay in front.
    fn on(&mut self, input: Input<'_>) -> Vec<Effect> {
        let Some(overlay) = self.front.overlays.last_mut() else {
            return Vec::new();
        };
        let outcome = overlay.on(input, &mut self.desk);
        self.apply(outcome)
    }

    /// Types into the bar, otherwise into the overlay in front.
    fn type_in(&mut self, typed: Typed<'_>) -> Vec<Effect> {
        let Some(bar) = &mut self.front.bar else {
            return self.on(Input::Type(typed));
        };
        let outcome = bar.type_in(typed, &mut self.desk);
        self.apply(outcome)
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

    /// Runs an action; `letter` is the one that a key such as `m` asked for.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub(super) fn perform(
        &mut self,
        moment: &Moment,
        action: Action,
        letter: Option<char>,
    ) -> Vec<Effect> {
        if !matches!(action, Action::Quit) {
            self.leaving = Leaving::No;
        }
        match action {
            Action::NewNote => return self.in_front(|it, desk| it.open_capture(None, desk)),
            Action::NoteHere => {
                let anchor = self.front.anchor_here(&self.desk);
                return self.in_front(|it, desk| it.open_capture(anchor, desk));
            }
            Action::EditNote => self.front.edit_note(&mut self.desk),
            Action::EditOutside => return self.in_front(Front::open_editor),
            Action::History => return self.in_front(|it, desk| it.open_history(desk)),
            Action::DeleteNote => return self.run(noting::delete_note),
            Action::Undo => return self.in_front(Front::undo),
            Action::Redo => return self.run(noting::redo),
            Action::Save => return self.in_bar(|it, desk| it.save(desk, moment)),
            Action::NewLine => return self.type_in(Typed::Paste("\n")),
            Action::DropDraft => return self.in_bar(|it, desk| noting::drop_draft(it, desk)),
            Action::CopyParagraph => return self.run(|desk| noting::copy_paragraph(desk)),
            Action::CopyNote => return self.run(|desk| noting::copy_note(desk)),
            Action::Find => self
                .front
                .open(Overlay::Find(Box::new(Find::new(&self.desk)))),
            Action::NextScope | Action::NextOrder | Action::NextCountry => {
                return self.on(Input::Turn(1));
            }
            Action::PreviousScope | Action::PreviousOrder | Action::PreviousCountry => {
                return self.on(Input::Turn(-1));
            }
            Action::NextMatch => return self.run(|desk| find::next_match(desk, 1)),
            Action::PreviousMatch => return self.run(|desk| find::next_match(desk, -1)),
            Action::ClearMatches => self.clear_matches(),
            Action::FilterNotes => self.front.open_notes_filter(&mut self.desk),
            Action::GiveFloor => self.front.open_list(speakers(&self.desk, Purpose::Floor)),
            Action::QueueSpeaker => self.front.open_list(speakers(&self.desk, Purpose::Queue)),
            Action::EndTurn => return self.run(|desk| speaking::end_turn(desk, moment)),
            Action::NextSpeaker => return self.run(|desk| speaking::next_speaker(desk, moment)),
            Action::CorrectSpeaker => return self.accept_correction(moment),
            Action::FloorLog => return self.in_front(|it, desk| it.open_floor_log(desk)),
            Action::RestartClock => return self.run(|desk| speaking::restart_clock(desk, moment)),
            Action::NextLimit => return self.run(speaking::next_limit),
            Action::ChooseQuestion => {
                if let Some(list) = questions(&self.desk) {
                    self.front.open_list(list);
                }
            }
            Action::NextNotesOrder => self.next_notes_order(),
            Action::LinkParagraph => {
                return self.in_bar(|it, desk| it.complete_or_link(desk));
            }
            Action::Mark(kind) => {
                let anchor = self.front.anchor_here(&self.desk);
                return self.run(|desk| noting::mark(desk, moment, kind, anchor));
            }
            Action::KeyMessage => return self.run(|desk| noting::key_message(desk, moment)),
            Action::Report => {
                if let Some(preview) = Preview::new(&mut self.desk) {
                    self.front.open(Overlay::Report(Box::new(preview)));
                }
            }
            Action::Preview(change) => self.front.change_report(change, &self.desk),
            Action::GoTo => {
                if let Some(list) = go_to(&self.desk, self.context()) {
                    self.front.open_list(list);
                }
            }
            Action::Countries => self.front.open_countries(&self.desk),
            Action::DossierHere => return self.in_front(|it, desk| it.open_dossier_here(desk)),
            Action::Help => self.front.push_list(actions(self.context(), Purpose::Help)),
            Action::Palette => self
                .front
                .push_list(actions(self.context(), Purpose::Palette)),
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
            Action::NextLine => return self.on(Input::Step(1)),
            Action::PreviousLine => return self.on(Input::Step(-1)),
            Action::First => return self.scroll(Scroll::Start),
            Action::Last => return self.scroll(Scroll::End),
            Action::NextEntry => panes::next_entry(&mut self.desk, 1),
            Action::PreviousEntry => panes::next_entry(&mut self.desk, -1),
            Action::NextParagraph => panes::step_paragraph(&mut self.desk, 1),
            Action::PreviousParagraph => panes::step_paragraph(&mut self.desk, -1),
            Action::NextPane => panes::next_pane(&mut self.desk, 1),
            Action::PreviousPane => panes::next_pane(&mut self.desk, -1),
            Action::GoKind(kind) => return self.run(|desk| panes::go_kind(desk, kind)),
            Action::GoNotes => self.desk.focus_on(Pane::Notes),
            Action::Open => return self.run(panes::open),
            Action::Back => return self.run(|desk| panes::travel(desk, true)),
            Action::Forward => return self.run(|desk| panes::travel(desk, false)),
            Action::SetMark => return self.run(|desk| panes::set_mark(desk, letter)),
            Action::GoMark => return self.run(|desk| panes::go_mark(desk, letter)),
        }
        Vec::new()
    }

    /// Quits, unless something is not saved: then it says so first.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.desk.notebook.is_saving() && self.leaving != Leaving::WhenSaved {
            self.leaving = Leaving::WhenSaved;
            self.say(SavingMessage::SavingToQuit);
            return Vec::new();
        }
        if self.leaving == Leaving::No && !self.desk.notebook.pending().is_empty() {
            self.leaving = Leaving::Warned;
            return Vec::new();
        }
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
                Some(choice) => self.choose(moment, choice),
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
                self.front.close();
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

    /// Runs the choice of the list in front.
    fn choose(&mut self, moment: &Moment, choice: Choice) -> Vec<Effect> {
        let Some(Overlay::List(picker)) = self.front.overlays.pop() else {
            return Vec::new();
        };
        match choice {
            Choice::Run(Action::SetMark | Action::GoMark) => {
                self.say(PaperMessage::BookmarkNeedsLetter);
                self.front.overlays.clear();
                Vec::new()
            }
            Choice::Run(action) => self.perform(moment, action, None),
            Choice::Format(format) => match self.front.overlays.last() {
                Some(Overlay::Report(preview)) => {
                    let outcome = preview.write(format, &self.desk);
                    self.apply(outcome)
                }
                _ => Vec::new(),
            },
            Choice::Entry(entry) => {
                self.front.overlays.clear();
                self.desk.jump_to_entry(entry);
                Vec::new()
            }
            Choice::Country(code) => {
                self.front.open_dossier(code, &self.desk);
                Vec::new()
            }
            Choice::Question(nth) => {
                self.front.overlays.clear();
                let outcome = set_question(&mut self.desk, nth);
                self.apply(outcome)
            }
            Choice::Turn(turn) => {
                self.front.open_correction(turn, &self.desk);
                Vec::new()
            }
            Choice::Speaker(speaker) => {
                self.front.overlays.clear();
                self.speaker_chosen(moment, &picker, speaker)
            }
        }
    }

    /// Runs the purpose of a list of speakers for the chosen one.
    fn speaker_chosen(
        &mut self,
        moment: &Moment,
        picker: &Picker,
        speaker: Speaker,
    ) -> Vec<Effect> {
        let desk = &mut self.desk;
        let outcome = match picker.purpose {
            Purpose::Queue => toggle_queued(desk, speaker),
            Purpose::Correction => correct(desk, moment, picker.turn.as_ref(), &speaker),
            _ => give_floor_to(desk, moment, speaker),
        };
        self.apply(outcome)
    }

    /// Makes the selected speaker the one of the current or last turn.
    fn accept_correction(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some(Overlay::List(picker)) = self.front.overlays.last() else {
            return Vec::new();
        };
        let corrects = matches!(picker.purpose, Purpose::Floor | Purpose::Correction);
        let Some(Choice::Speaker(speaker)) = picker.choice().filter(|_| corrects) else {
            return Vec::new();
        };
        let is_on = self.desk.proceedings.holder().is_some();
        let last = last_own_turn(&self.desk).filter(|_| !is_on);
        let turn = picker.turn.clone().or(last);
        self.front.overlays.clear();
        if turn.is_none() && !is_on {
            self.say(FloorMessage::NoTurnToCorrect);
            return Vec::new();
        }
        let outcome = correct(&mut self.desk, moment, turn.as_ref(), &speaker);
        self.apply(outcome)
    }

    /// Sets the next sort order of the notes.
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
