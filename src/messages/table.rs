//! All messages as a table, for translators.

use super::{
    BarMessage, BindingMistake, CardHint, CardLabel, CardMessage, CardTitle, CommandError,
    CommandMessage, CountriesMessage, CountryHeading, CountryOrderLabel, CountryStanding,
    DossierMessage, DossierRemark, DraftMessage, EditorMessage, EmptyPane, ExampleWords,
    FinderExample, FinderMessage, FloorMessage, FormatLabel, GapMessage, HelpGroup, HelpLine,
    HitPlace, InterfaceLanguage, KeepingFault, KeyOf, KeyPlace, KindLabel, Label, Language,
    ListMessage, ListRemark, NoteLine, NoteMessage, NoteSign, NotesOrderLabel, PaneMessage,
    PaperMessage, PlaceMessage, QueryMistake, ReaderMessage, ReportLabel, ReportMessage,
    ReportPhrase, ReportTitle, RoleLabel, Samples, SavingMessage, SectionTitle, SignWords,
    StatusMessage, TitleMessage, UndoMessage, WriteError,
};

/// A message with sample arguments, in every language that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The enum and variant, such as `GapMessage::Drafts`; some variants have several rows, each
    /// with different arguments.
    pub id: String,
    /// The place where people read it.
    pub shown: &'static str,
    /// The words in the order of [`Language::ALL`]; `None` where a language has none yet.
    pub words: [Option<String>; 4],
}

/// Returns the table of all messages, which `examples/messages.rs` prints.
pub fn table() -> Vec<TableRow> {
    [
        report::<ReportLabel>(|it, language| it.words(language).into()),
        report::<ReportPhrase<'_>>(|it, language| it.words(language)),
        interface::<GapMessage>(|it, language| it.words(language).into()),
        labels::<FormatLabel>(|it, language| it.words(language)),
        interface::<KindLabel>(|it, language| it.words(language).into()),
        interface::<PlaceMessage>(|it, language| it.words(language).into()),
        interface::<HitPlace>(|it, language| it.words(language).into()),
        interface::<NoteLine>(|it, language| it.words(language).into()),
        interface::<CountryStanding>(|it, language| it.words(language).into()),
        interface::<RoleLabel>(|it, language| it.words(language).into()),
        interface::<CountryOrderLabel>(|it, language| it.words(language).into()),
        interface::<CountryHeading>(|it, language| it.words(language).into()),
        interface::<CountriesMessage>(|it, language| it.words(language, &KeyOf::sample).into()),
        interface::<SectionTitle>(|it, language| it.words(language).into()),
        interface::<DossierRemark>(|it, language| it.words(language).into()),
        interface::<DossierMessage>(|it, language| it.words(language).into()),
        interface::<FinderExample>(|it, language| {
            let ExampleWords { typed, finds } = it.words(language);
            format!("{typed}: {finds}")
        }),
        interface::<FinderMessage>(|it, language| it.words(language, &KeyOf::sample).into()),
        interface::<ListMessage>(|it, language| it.words(language, &KeyOf::sample).into()),
        interface::<ListRemark>(|it, language| it.words(language).into()),
        interface::<BarMessage>(|it, language| it.words(language, &KeyOf::sample).into()),
        interface::<ReaderMessage>(|it, language| it.words(language).into()),
        interface::<TitleMessage>(|it, language| it.words(language).into()),
        interface::<NotesOrderLabel>(|it, language| it.words(language).into()),
        interface::<PaneMessage>(|it, language| it.words(language).into()),
        interface::<EmptyPane>(|it, language| it.lines(language, &KeyOf::sample).join(" ")),
        interface::<ReportTitle>(|it, language| it.words(language, &KeyOf::sample).into()),
        interface::<WriteError>(|it, language| it.words(language).into()),
        interface::<CardHint>(|it, language| it.words(language).into()),
        interface::<CardTitle>(|it, language| it.words(language).into()),
        interface::<CardLabel>(|it, language| it.words(language).into()),
        interface::<CommandMessage>(|it, language| it.words(language).into()),
        interface::<QueryMistake>(|it, language| it.words(language).into()),
        interface::<CommandError>(|it, language| it.words(language).into()),
        labels::<HelpLine>(|it, language| it.words(language)),
        synonyms(),
        labels::<HelpGroup>(|it, language| it.words(language)),
        interface::<KeyPlace>(|it, language| it.words(language).into()),
        interface::<NoteSign>(|it, language| {
            let SignWords { typed, means, .. } = it.words(language);
            format!("{typed} {means}")
        }),
        interface::<BindingMistake>(|it, language| it.words(language).into()),
        interface::<KeepingFault>(|it, language| it.words(language).into()),
        status::<SavingMessage>(),
        status::<DraftMessage>(),
        status::<EditorMessage>(),
        status::<UndoMessage>(),
        status::<FloorMessage>(),
        status::<NoteMessage>(),
        status::<PaperMessage>(),
        status::<ReportMessage>(),
        status::<CardMessage>(),
    ]
    .concat()
}

/// Returns the rows of messages that exist in every language.
fn report<M: Samples>(words: impl Fn(&M, Language) -> String) -> Vec<TableRow> {
    let samples = M::samples().into_iter();
    let row = |message: M| TableRow {
        id: format!("{}::{}", M::NAME, message.id()),
        shown: M::SHOWN,
        words: Language::ALL.map(|language| Some(words(&message, language))),
    };
    samples.map(row).collect()
}

/// Returns the rows of messages that exist in the languages of the interface.
fn interface<M: Samples>(words: impl Fn(&M, InterfaceLanguage) -> String) -> Vec<TableRow> {
    let samples = M::samples().into_iter();
    let row = |message: M| TableRow {
        id: format!("{}::{}", M::NAME, message.id()),
        shown: M::SHOWN,
        words: Language::ALL.map(|language| {
            let mut all = InterfaceLanguage::ALL.into_iter();
            let language = all.find(|it| it.of_reports() == language)?;
            Some(words(&message, language))
        }),
    };
    samples.map(row).collect()
}

/// Returns the rows of one enum of status line messages.
fn status<M: Samples + Clone + Into<StatusMessage>>() -> Vec<TableRow> {
    interface::<M>(|it, language| {
        let message: StatusMessage = it.clone().into();
        message.words(language, &KeyOf::sample).into()
    })
}

/// Returns the rows of the synonyms by which people find a line of the help.
fn synonyms() -> Vec<TableRow> {
    let rows = interface::<HelpLine>(|it, language| it.synonyms(language).to_owned());
    let rows = rows.into_iter().map(|row| TableRow {
        id: format!("{} (also found by)", row.id),
        ..row
    });
    let has_words = |row: &TableRow| row.words.iter().flatten().any(|words| !words.is_empty());
    rows.filter(has_words).collect()
}

/// Returns the rows of labels: the full form of each, then the short form where it differs.
fn labels<M: Samples>(label: impl Fn(&M, InterfaceLanguage) -> Label) -> Vec<TableRow> {
    let full = interface::<M>(|it, language| label(it, language).full.to_owned());
    let short = interface::<M>(|it, language| label(it, language).short.to_owned());
    let both = full.into_iter().zip(short);
    let rows = both.flat_map(|(full, short)| {
        let differs = short.words != full.words;
        let short = differs.then(|| TableRow {
            id: format!("{} (short)", short.id),
            ..short
        });
        [Some(full), short].into_iter().flatten()
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean_line;

    #[test]
    fn every_message_has_words_on_one_line_in_its_languages() {
        for TableRow { id, words, .. } in table() {
            assert!(words[0].is_some(), "{id}");
            for words in words.into_iter().flatten() {
                assert!(!words.trim().is_empty(), "{id}");
                assert_eq!(clean_line(&words), words, "{id}");
            }
        }
    }

    #[test]
    fn a_label_has_its_short_form_where_it_differs() {
        let table = table();
        let words = |id: &str| {
            let row = table.iter().find(|row| row.id == id);
            row.and_then(|row| row.words[0].as_deref())
        };
        assert_eq!(words("FormatLabel::Docx (short)"), Some("DOCX"));
        assert_eq!(words("FormatLabel::Markdown (short)"), None);
    }
}
