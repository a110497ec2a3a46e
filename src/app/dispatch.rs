//! Dispatch of keys to actions.

use super::{
    Action, App, Choice, Context, Effect, Given, Key, Leaving, Mode, Moment, Motion, Pane, Picker,
    Purpose, Row,
};

impl App {
    pub(super) fn press(&mut self, moment: &Moment, key: Key) -> Vec<Effect> {
        match self.card.take() {
            Some(card) => self.press_on_card(moment, card, key),
            None => self.press_first(moment, key),
        }
    }

    /// Types a character where text is typed; otherwise says that the key is not bound here.
    pub(super) fn type_or_refuse(&mut self, key: Key) {
        match key.typed() {
            Some(typed) if self.context().takes_text() => {
                self.type_text(|field| field.insert(typed));
            }
            _ => self.say_unbound(key),
        }
    }

    /// Performs an action, or says why it cannot act now.
    pub(super) fn run(&mut self, moment: &Moment, action: Action, given: Given) -> Vec<Effect> {
        if let Err(why) = self.enabled(action) {
            self.leaving = Leaving::No;
            self.status = why;
            return Vec::new();
        }
        self.perform(moment, action, given)
    }

    fn say_unbound(&mut self, key: Key) {
        let has_help = |row: &Row| row.action == Action::Help;
        self.status = if self.keys.rows_in(self.context()).any(has_help) {
            let help = self.key_for(Action::Help);
            format!("{key} does nothing here; {help} shows the keys")
        } else {
            format!("{key} does nothing here")
        };
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.card = None;
        let one_line = !matches!(self.mode, Mode::Capture(_));
        let text = if one_line {
            text.replace(['\r', '\n'], " ")
        } else {
            text.to_owned()
        };
        self.type_text(|field| field.paste(&text));
        Vec::new()
    }

    /// Changes the text field that receives the keys, if there is one.
    fn type_text(&mut self, change: impl FnOnce(&mut super::Field)) {
        match &mut self.mode {
            Mode::Panes | Mode::Dossier(_) | Mode::History(_) | Mode::Report(_) => (),
            Mode::Countries(list) => {
                change(&mut list.field);
                self.list_countries(None);
            }
            Mode::NotesFilter => {
                if let Some(filter) = &mut self.notes_filter {
                    change(&mut filter.field);
                    self.filter_notes();
                }
            }
            Mode::Find(find) => {
                let before = find.field.text().to_owned();
                change(&mut find.field);
                if find.field.text() != before {
                    self.search_typed();
                }
            }
            Mode::List(picker) => {
                change(&mut picker.field);
                picker.filter();
                self.offer_typed();
            }
            Mode::Capture(capture) => {
                change(&mut capture.field);
                self.read_capture();
            }
        }
    }

    fn edit(&mut self, motion: Motion) {
        let columns = self.capture_columns();
        let empty = match &self.mode {
            Mode::Find(find) => find.field.text().is_empty(),
            Mode::List(picker) => picker.field.text().is_empty(),
            Mode::Countries(list) => list.field.text().is_empty(),
            Mode::NotesFilter => {
                let filter = self.notes_filter.as_ref();
                filter.is_some_and(|filter| filter.field.text().is_empty())
            }
            _ => false,
        };
        if motion == Motion::Backspace && empty {
            drop(self.cancel());
        } else if motion != Motion::Up || !self.recall_draft() {
            self.type_text(|field| field.apply(motion, columns));
        }
    }

    /// Runs an action, with the letter or number that its keys asked for.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub(super) fn perform(&mut self, moment: &Moment, action: Action, given: Given) -> Vec<Effect> {
        if !matches!(action, Action::Quit) {
            self.leaving = Leaving::No;
        }
        match action {
            Action::NewNote => self.open_capture(None),
            Action::NoteHere => self.open_capture(self.anchor_here()),
            Action::EditNote => self.edit_note(),
            Action::EditOutside => return self.open_editor(),
            Action::History => return self.open_history(),
            Action::DeleteNote => return self.delete_note(),
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            Action::Save => return self.save(moment),
            Action::NewLine => self.type_text(|field| field.paste("\n")),
            Action::DropDraft => self.drop_draft(),
            Action::CopyParagraph => return self.copy_paragraph(),
            Action::CopyNote => return self.copy_note(),
            Action::Find => self.open_find(""),
            Action::NextScope => self.turn_scope(true),
            Action::PreviousScope => self.turn_scope(false),
            Action::NextMatch => self.next_match(1),
            Action::PreviousMatch => self.next_match(-1),
            Action::ClearMatches => self.clear_matches(),
            Action::FilterNotes => self.open_notes_filter(),
            Action::GiveFloor => self.open_speakers(Purpose::Floor),
            Action::QueueSpeaker => self.open_speakers(Purpose::Queue),
            Action::EndTurn => return self.end_turn(moment),
            Action::NextSpeaker => return self.next_speaker(moment),
            Action::CorrectSpeaker => self.open_correction_now(),
            Action::AcceptCorrection => return self.accept_correction(moment),
            Action::SinceTurnBegan => self.switch_since(),
            Action::FloorLog => self.open_floor_log(),
            Action::RestartClock => return self.restart_clock(moment),
            Action::NextLimit => return self.turn_limit(),
            Action::ChooseQuestion => self.open_questions(),
            Action::NextNotesOrder => self.turn_notes(),
            Action::LinkParagraph => self.complete_or_link(),
            Action::Mark(kind) => return self.mark_here(moment, kind),
            Action::KeyMessage => return self.make_key_message(moment),
            Action::Report => self.open_report(),
            Action::Preview(change) => self.on_preview(change),
            Action::GoTo => self.open_go_to(),
            Action::Countries => self.open_countries(),
            Action::DossierHere => self.open_dossier_here(),
            Action::NextCountry => self.next_country(1),
            Action::PreviousCountry => self.next_country(-1),
            Action::NextOrder => self.turn_order(true),
            Action::PreviousOrder => self.turn_order(false),
            Action::Help => self.open_actions(Purpose::Help),
            Action::Palette => self.open_actions(Purpose::Palette),
            Action::Accept => return self.accept(moment),
            Action::Cancel => return self.cancel(),
            Action::Edit(motion) => self.edit(motion),
            Action::Redraw => return vec![Effect::Redraw],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.quit(),
            Action::Zoom => self.zoom = !self.zoom,
            Action::LineDown => self.scroll(1),
            Action::LineUp => self.scroll(-1),
            Action::HalfDown => self.scroll(self.half_page()),
            Action::HalfUp => self.scroll(-self.half_page()),
            Action::PageDown => self.scroll(self.whole_page()),
            Action::PageUp => self.scroll(-self.whole_page()),
            Action::NextLine => self.select_line(1),
            Action::PreviousLine => self.select_line(-1),
            Action::First => self.go_to_end(true),
            Action::Last => self.go_to_end(false),
            Action::NextEntry => self.next_entry(1),
            Action::PreviousEntry => self.next_entry(-1),
            Action::NextParagraph => self.step_paragraph(1),
            Action::PreviousParagraph => self.step_paragraph(-1),
            Action::NextPane => self.next_pane(1),
            Action::PreviousPane => self.next_pane(-1),
            Action::GoKind(kind) => self.go_kind(kind),
            Action::GoNotes => self.set_focus(Pane::Notes),
            Action::GoParagraph => self.go_paragraph(given),
            Action::Fold => self.fold(),
            Action::Unfold => self.unfold(),
            Action::Open => self.open(),
            Action::Back => self.travel(true),
            Action::Forward => self.travel(false),
            Action::SetMark => self.set_mark(given),
            Action::GoMark => self.go_mark(given),
        }
        Vec::new()
    }

    fn accept(&mut self, moment: &Moment) -> Vec<Effect> {
        match std::mem::take(&mut self.mode) {
            Mode::Find(find) => self.accept_find(find),
            Mode::List(picker) => match picker.choice() {
                Some(Choice::Entry(entry)) => self.jump_to_entry(entry),
                Some(Choice::Run(
                    action @ (Action::SetMark | Action::GoMark | Action::GoParagraph),
                )) => {
                    let keys = self.keys.key_for(&[self.pane_below()], action);
                    self.status = format!("press {keys}");
                }
                Some(Choice::Format(format)) => return self.write_report(format, picker.under),
                Some(Choice::Country(code)) => self.open_dossier(code),
                Some(Choice::Question(nth)) => {
                    self.mode = picker.under.map_or_else(Mode::default, |under| *under);
                    return self.set_question(nth, picker.since_turn_began);
                }
                Some(Choice::Speaker(speaker)) => {
                    return self.speaker_chosen(moment, &picker, speaker);
                }
                Some(Choice::Turn(turn)) => self.open_correction(turn),
                Some(Choice::Run(action)) => {
                    self.mode = picker.under.map_or_else(Mode::default, |under| *under);
                    return self.run(moment, action, Given::Nothing);
                }
                Some(Choice::Nothing) | None => self.mode = Mode::List(picker),
            },
            Mode::Countries(list) => match list.selection() {
                Some(listed) => self.open_dossier(listed.code),
                None => self.mode = Mode::Countries(list),
            },
            Mode::Dossier(dossier) => self.accept_dossier(&dossier),
            Mode::Report(preview) => self.go_to_gap(preview),
            Mode::NotesFilter => self.accept_notes_filter(),
            mode => self.mode = mode,
        }
        Vec::new()
    }

    fn cancel(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.mode) {
            Mode::Capture(mut capture) => {
                self.close_bar(&mut capture);
                self.keep_draft(&capture)
            }
            Mode::List(Picker {
                under: Some(under), ..
            }) => {
                self.mode = *under;
                Vec::new()
            }
            Mode::NotesFilter => {
                self.clear_notes_filter();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Clears the notes filter in the notes pane, otherwise the highlighted matches.
    fn clear_matches(&mut self) {
        if self.focus != Pane::Notes || !self.clear_notes_filter() {
            self.finding = None;
        }
    }

    pub(super) fn set_focus(&mut self, pane: Pane) {
        self.focus = pane;
        self.relayout();
    }

    /// Returns whether the list of mistakes receives the keys.
    pub(super) fn is_broken(&self) -> bool {
        self.context() == Context::Broken
    }
}
