//! The laws of merging: any order gives the same result, and no text is lost.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::model::{NoteKind, Speaker};

fn revision() -> impl Strategy<Value = Note> {
    let rev = prop_oneof![4 => 1..4_u32, 1 => Just(LAST - 1), 2 => Just(LAST)];
    let written = (0..3_usize, rev, 0..3_i64, 0..3_usize);
    (written, any::<[bool; 2]>(), 0..3_usize).prop_map(
        |((id, rev, second, text), [deleted, has_speaker], author)| Note {
            id: NoteId::new(["a", "b", "c"][id]).unwrap(),
            rev,
            at: jiff::Timestamp::from_second(second)
                .unwrap()
                .to_zoned_datetime(jiff::tz::TimeZone::UTC),
            kind: NoteKind::Note,
            speaker: has_speaker.then(|| Speaker("ML".to_owned())),
            question: None,
            anchor: None,
            text: ["one", "two", "three"][text].to_owned(),
            deleted,
            settles: Vec::new(),
            author: Author::from_folded(["ana", "bruno", ""][author]),
        },
    )
}

/// Returns the shown revision of a note and its other versions.
fn seen<'a>(notes: &'a Notes, id: &NoteId) -> Vec<&'a Note> {
    let shown = notes.get(id).filter(|note| !note.deleted);
    shown.into_iter().chain(notes.also(id)).collect()
}

/// Draws revisions as any file can hold them: some have the highest number, and some of these
/// settle others, even in circles.
fn revisions(most: usize) -> impl Strategy<Value = Vec<Record>> {
    let settles = vec((any::<Index>(), any::<Index>()), 0..6);
    (vec((revision(), any::<bool>()), 1..most), settles).prop_map(|(notes, settles)| {
        let mut all: Vec<_> = notes.into_iter().map(as_record).collect();
        for (settling, settled) in settles {
            let settled = all[settled.index(all.len())].digest();
            let at = settling.index(all.len());
            if all[at].rev() == LAST {
                let digests = [all[at].settles(), &[settled]].concat();
                all[at] = all[at].clone().settling(digests);
            }
        }
        all
    })
}

/// Makes a note, or a turn with equal fields.
fn as_record((note, is_note): (Note, bool)) -> Record {
    if is_note {
        return Record::Note(note);
    }
    Record::Turn(Turn {
        id: note.id,
        rev: note.rev,
        speaker: Speaker(note.text),
        from: note.at.clone(),
        to: note.at,
        deleted: note.deleted,
        settles: Vec::new(),
        author: note.author,
    })
}

/// Edits or deletes a record, as an author who knows all revisions does.
fn change(notes: &Notes, id: &NoteId, text: &str, deletes: bool) -> Option<Record> {
    let known = notes.record(id)?;
    let rev = known.rev().saturating_add(1);
    let mut record = known
        .revised(rev, deletes)
        .by(&Author::from_folded("owner"));
    match &mut record {
        Record::Note(note) => text.clone_into(&mut note.text),
        Record::Turn(turn) => turn.speaker = Speaker(text.to_owned()),
    }
    Some(notes.settled_by(record))
}

proptest! {
    /// Whatever numbers others claim, an edit or deletion by an author who knows all revisions is
    /// the one shown, in any order of arrival and any number of times.
    #[test]
    fn the_last_informed_edit_wins_whatever_the_others_claim(
        (there, shuffled) in revisions(12)
            .prop_flat_map(|there| (Just(there.clone()), Just(there).prop_shuffle())),
        changes in vec(any::<bool>(), 1..5),
        places in vec(any::<Index>(), 5),
    ) {
        let id = there[0].id().clone();
        let mut notes = Notes::default();
        notes.extend(there);
        let mut files = shuffled;
        for (nth, deletes) in changes.into_iter().enumerate() {
            // Texts from earlier revisions too.
            let text = ["one", "new", "two"][nth % 3];
            let record = change(&notes, &id, text, deletes).unwrap();
            prop_assert_eq!(&notes.settled_by(record.clone()), &record);
            notes.extend([record.clone()]);
            files.insert(places[nth].index(files.len() + 1), record.clone());
            let mut others = Notes::default();
            others.extend(files.clone());
            prop_assert_eq!(&notes, &others);
            for notes in [&notes, &others] {
                prop_assert_eq!(notes.record(&id), Some(record.clone()));
                prop_assert!(notes.also(&id).is_empty());
                prop_assert!(notes.has(&record));
                prop_assert_eq!(notes.len(), notes.iter().count());
            }
        }
    }

    #[test]
    fn any_claims_merge_the_same_in_any_order(
        (there, shuffled) in revisions(12)
            .prop_flat_map(|there| (Just(there.clone()), Just(there).prop_shuffle())),
        cut in 0..12_usize,
    ) {
        let mut notes = Notes::default();
        notes.extend(there.clone());
        let mut others = Notes::default();
        let (first, second) = shuffled.split_at(cut.min(shuffled.len()));
        others.extend(first.iter().cloned());
        for record in second {
            others.extend([record.clone()]);
        }
        others.extend(there.clone());
        prop_assert_eq!(&notes, &others);
        prop_assert_eq!(notes.len(), notes.iter().count());
        for record in &there {
            let known = match record {
                Record::Note(note) => notes.get(&note.id).map(|note| note.rev),
                Record::Turn(turn) => notes.turns.get(&turn.id).map(|turn| turn.rev),
            };
            let is_at_once = known == Some(record.rev());
            prop_assert!(notes.has(record) || is_at_once);
        }
        for (_, note) in notes.iter() {
            prop_assert!(notes.has(&Record::Note(note.clone())));
        }
        // All are kept, settled or not.
        for record in there.iter().filter(|record| record.rev() == LAST) {
            prop_assert!(notes.has(record));
        }
    }

    #[test]
    fn any_order_of_arrival_merges_the_same_and_loses_no_text(
        (there, shuffled) in vec(revision(), 0..12)
            .prop_flat_map(|there| (Just(there.clone()), Just(there).prop_shuffle())),
        cut in 0..12_usize,
    ) {
        let mut notes = Notes::default();
        notes.extend(there.clone());
        let mut others = Notes::default();
        let (first, second) = shuffled.split_at(cut.min(shuffled.len()));
        others.extend(first.iter().cloned());
        for revision in second {
            others.extend([revision.clone()]);
        }
        others.extend(there.clone());
        prop_assert_eq!(&notes, &others);
        prop_assert_eq!(notes.len(), notes.iter().count());
        prop_assert_eq!(notes.is_empty(), notes.iter().next().is_none());
        for note in &there {
            let seen = seen(&notes, &note.id);
            let newest = there.iter().filter(|one| one.id == note.id);
            let newest = newest.map(|one| one.rev).max();
            let is_newest = Some(note.rev) == newest;
            let is_seen = seen.iter().any(|one| one.says_the_same(note));
            prop_assert!(is_seen || !is_newest || note.deleted, "lost: {:?}", note);
            prop_assert!(seen.iter().all(|one| Some(one.rev) == newest && !one.deleted));
        }
        for (_, note) in notes.iter() {
            let number = notes.number(&note.id).unwrap();
            prop_assert!(notes.iter().any(|(nth, one)| nth == number && one == note));
        }
    }
}

#[test]
fn the_next_revision_settles_other_versions() {
    let mut first = revision_of("one", "bruno");
    let other = revision_of("two", "ana");
    let mut notes = Notes::default();
    notes.extend([first.clone(), other.clone()]);
    assert_eq!(seen(&notes, &first.id), [&other, &first]);
    // The same text by another author is no other version, and no file is shown.
    notes.extend([revision_of("one", "")]);
    assert_eq!(seen(&notes, &first.id), [&other, &first]);
    first.rev = 2;
    notes.extend([first.clone()]);
    assert_eq!(seen(&notes, &first.id), [&first]);
}

fn revision_of(text: &str, author: &str) -> Note {
    Note {
        id: NoteId::new("a").unwrap(),
        rev: 1,
        at: jiff::Timestamp::UNIX_EPOCH.to_zoned_datetime(jiff::tz::TimeZone::UTC),
        kind: NoteKind::Note,
        speaker: None,
        question: None,
        anchor: None,
        text: text.to_owned(),
        deleted: false,
        settles: Vec::new(),
        author: Author::from_folded(author),
    }
}

/// A file can hold a hundred thousand versions of one note: a limited number is kept, the same in
/// any order.
#[test]
fn keeps_the_greatest_of_very_many_versions() {
    for rev in [2, LAST] {
        let versions: Vec<_> = (0..MOST_VERSIONS * 20)
            .map(|nth| Note {
                rev,
                ..revision_of(&format!("{nth:05}"), "bruno")
            })
            .collect();
        let mut notes = Notes::default();
        notes.extend(versions.clone());
        let mut others = Notes::default();
        others.extend(versions.iter().rev().cloned());
        assert_eq!(notes, others);
        let seen = seen(&notes, &versions[0].id);
        let greatest = versions.iter().rev().take(MOST_VERSIONS + 1);
        assert_eq!(seen, greatest.collect::<Vec<_>>());
        // One edit settles the hidden ones too.
        let settled = change(&notes, &versions[0].id, "one", false).unwrap();
        notes.extend([settled]);
        assert!(notes.also(&versions[0].id).is_empty());
    }
}
