//! Lists that are filtered by typing: entries, keys, commands, speakers, questions, formats.

use super::samples::samples;

/// The title of a list, or what it says about its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMessage {
    /// The title of the list of entries, countries and commands.
    GoTo,
    /// The title of the help.
    KeysHere,
    /// The title of the list of commands.
    Commands,
    /// The title of the list of speakers for the floor.
    WhoHasFloor {
        /// Whether the choice holds from the start of the turn, not just from now on.
        is_since: bool,
    },
    /// The title of the floor log.
    FloorLog,
    /// The title of the list of speakers for a turn of the floor log.
    WhoSpoke,
    /// The title of the list of speakers for the queue.
    WhoWaits,
    /// The title of the list of formats.
    WriteReportAs,
    /// The title of the list of guiding questions.
    WhichQuestion {
        /// Whether the choice holds from the start of the turn, not just from now on.
        is_since: bool,
    },
    /// How many of the lines match.
    Count {
        /// The number of lines that match.
        shown: usize,
        /// The total number of lines.
        all: usize,
    },
    /// No line matches.
    NothingFound,
}

samples!(ListMessage: "a list filtered by typing" {
    GoTo {},
    KeysHere {},
    Commands {},
    WhoHasFloor { is_since: false } { is_since: true },
    FloorLog {},
    WhoSpoke {},
    WhoWaits {},
    WriteReportAs {},
    WhichQuestion { is_since: false } { is_since: true },
    Count { shown: 3, all: 96 },
    NothingFound {},
});

/// A remark on a line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListRemark {
    /// The line is a command.
    Command,
    /// The line is a country.
    Country,
    /// The line is a paragraph.
    Paragraph,
    /// A speaker has spoken.
    Spoken {
        /// The number of turns.
        turns: usize,
        /// The total time of the turns, such as `2:13`.
        time: String,
    },
    /// A delegation has not spoken yet.
    Silent,
    /// A new speaker, with the name that was typed.
    AsTyped,
    /// A speaker has the floor.
    HasFloor,
    /// The line that chooses no guiding question.
    NoQuestion,
    /// The notes on a guiding question, at least one.
    OnQuestion {
        /// The number of notes.
        notes: usize,
        /// The number of delegations in the notes; may be 0.
        delegations: usize,
        /// The number of practices among the notes; may be 0.
        practices: usize,
    },
    /// The file that a draft of the report is written to.
    DraftReport {
        /// The end of the file name, after the name of the briefing.
        file: String,
    },
    /// The file that the final report is written to.
    FinalReport {
        /// The end of the file name, after the name of the briefing.
        file: String,
    },
}

samples!(ListRemark: "a remark on a line of a list" {
    Command {},
    Country {},
    Paragraph {},
    Spoken { turns: 1, time: "2:13".to_owned() } { turns: 2, time: "4:20".to_owned() },
    Silent {},
    AsTyped {},
    HasFloor {},
    NoQuestion {},
    OnQuestion { notes: 1, delegations: 0, practices: 0 }
        { notes: 12, delegations: 1, practices: 2 },
    DraftReport { file: "report.docx".to_owned() },
    FinalReport { file: "report.docx".to_owned() },
});
