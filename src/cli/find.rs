//! `roundtable find`: searches the paper and the notes.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::output::{self, LANGUAGE, print_json};
use super::{Outside, Status, Workspace, read};
use crate::app::Subject;
use crate::messages::{CommandError, CommandMessage};
use crate::model::Briefing;
use crate::search::{Found, Hit, Index, Query};
use crate::text::clean_line;

/// The largest `--limit`. To print the whole paper, run `roundtable` without a terminal.
const MOST: u64 = 1000;

/// The help on two kinds of search that are easy to mistype in a shell.
const SIGNS: &str = "\
Quote a phrase twice, for the shell and for the search:
  roundtable find '\"two banks\"'
Put words to exclude last, after `--`:
  roundtable find --limit 5 ferry -- -toll";

/// The arguments of `find`.
#[derive(Debug, Args)]
#[command(after_help = SIGNS)]
pub(super) struct FindArguments {
    /// The words to look for; the last one may be incomplete
    #[arg(required = true)]
    words: Vec<String>,
    /// The briefing to search
    #[arg(short, long, default_value = "briefing.toml", value_name = "FILE")]
    pub(super) briefing: PathBuf,
    /// Print the hits as one JSON object
    #[arg(long)]
    json: bool,
    /// How many hits to show, at most 1000
    #[arg(
        long,
        default_value_t = 20,
        value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=MOST)
    )]
    limit: u64,
}

pub(super) fn run(
    arguments: &FindArguments,
    workspace: &Workspace,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let words = arguments.words.join(" ");
    let query = Query::new(&words);
    if query.is_empty() {
        return Err(CommandError::NothingToFind.into());
    }
    let Some(briefing) = read::briefing(&workspace.named, outside)? else {
        return Ok(Status::Failed);
    };
    let notes = read::notes(workspace, outside)?.notes;
    let index = Index::new(&briefing).with_notes(&notes, &briefing);
    let found = index.find(&query, usize::try_from(arguments.limit)?);
    let hits = found.hits.iter();
    let hits = hits.filter_map(|hit| Some((hit, Subject::of(&hit.target, &briefing, &notes)?)));
    let hits: Vec<_> = hits.collect();
    if arguments.json {
        let hits: Vec<_> = hits
            .iter()
            .map(|(hit, subject)| value(hit, *subject, &found, &briefing))
            .collect();
        let answer = json!({ "query": words, "total": found.total, "hits": hits });
        print_json(&answer, outside)?;
    } else {
        for (hit, subject) in &hits {
            list(hit, *subject, outside)?;
        }
        say_rest(hits.len(), found.total, outside)?;
    }
    if hits.is_empty() {
        say_nothing(&words, &found, outside)?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

fn list(hit: &Hit, subject: Subject<'_>, outside: &mut Outside<'_>) -> anyhow::Result<()> {
    let head = format!(
        "{} {}",
        subject.place().words(LANGUAGE),
        subject.title(LANGUAGE)
    );
    writeln!(outside.out, "{}", clean_line(head.trim_end()))?;
    writeln!(outside.out, "    {}", clean_line(subject.text()))?;
    if !hit.missing.is_empty() {
        let words = hit.missing.iter().map(ToString::to_string).collect();
        let without = output::words(&CommandMessage::WithoutWords { words });
        writeln!(outside.out, "    {without}")?;
    }
    Ok(())
}

/// Prints how many of the hits are shown, and how to see more or fewer.
fn say_rest(shown: usize, total: usize, outside: &mut Outside<'_>) -> anyhow::Result<()> {
    if shown == 0 || shown >= total {
        return Ok(());
    }
    outside.print(&CommandMessage::SomeHits {
        shown,
        total,
        can_show_more: (shown as u64) < MOST,
    })?;
    Ok(())
}

fn say_nothing(words: &str, found: &Found, outside: &mut Outside<'_>) -> anyhow::Result<()> {
    if !found.mistakes.is_empty() {
        for mistake in &found.mistakes {
            outside.tell_mistake(mistake)?;
        }
        return Ok(());
    }
    outside.tell(&CommandMessage::NoHits {
        words: words.to_owned(),
        did_you_mean: found.did_you_mean.first().cloned(),
    })?;
    Ok(())
}

fn value(hit: &Hit, subject: Subject<'_>, found: &Found, briefing: &Briefing) -> Value {
    let text = subject.text();
    let matches = found.lit.ranges(text).into_iter();
    let matches: Vec<_> = matches.map(|range| [range.start, range.end]).collect();
    let score = rounded(hit.score);
    match subject {
        Subject::Paragraph(entry, paragraph) => json!({
            "source": "paper",
            "id": entry.id().as_str(),
            "paragraph": paragraph.number(),
            "kind": entry.kind().singular(),
            "at": entry.at(),
            "heading": entry.heading(),
            "text": text,
            "matches": matches,
            "score": score,
        }),
        Subject::Note(_, note, _) => json!({
            "source": "notes",
            "id": note.id.as_str(),
            "paragraph": read::paragraph_number(briefing, note),
            "paragraph_not_found": read::is_not_found(briefing, note),
            "kind": note.kind.name(),
            "at": "",
            "heading": "",
            "text": text,
            "matches": matches,
            "score": score,
        }),
    }
}

/// Rounds a score to three decimals; 0 where it is not finite, since JSON has no NaN.
fn rounded(score: f32) -> f64 {
    let thousandths = (f64::from(score) * 1000.0).round();
    if thousandths.is_finite() {
        thousandths / 1000.0
    } else {
        0.0
    }
}
