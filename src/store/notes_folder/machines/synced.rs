//! Tests two machines that share an author and a device id, with a synchronizer between them.
//!
//! The law: every acknowledged note ends up in both folders, and the number of files stays small.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A program that copies files between two folders. If both versions of a file have changed since
/// the last time, one replaces the other.
struct Synchronizer {
    met: BTreeMap<String, String>,
    /// Whether the replaced version is kept as a conflict copy.
    keeps_copies: bool,
    copies: usize,
}

impl Synchronizer {
    fn new(keeps_copies: bool) -> Self {
        Self {
            met: BTreeMap::new(),
            keeps_copies,
            copies: 0,
        }
    }

    fn run(&mut self, machines: &[Machine; 2], first_wins: bool) {
        let [one, other] = machines;
        let [ours, theirs] = [one.files(), other.files()];
        let names: BTreeSet<_> = ours.keys().chain(theirs.keys()).cloned().collect();
        for name in names {
            let met = self.met.get(&name);
            let (here, there) = (ours.get(&name), theirs.get(&name));
            let winner = match (here, there) {
                _ if here == there => here,
                (Some(_), _) if there == met => here,
                (_, Some(_)) if here == met => there,
                _ if first_wins => here,
                _ => there,
            };
            let winner = winner.unwrap().clone();
            for (machine, text) in [(one, here), (other, there)] {
                if text == Some(&winner) {
                    continue;
                }
                if let Some(text) = text.filter(|text| met != Some(text) && self.keeps_copies) {
                    self.copies += 1;
                    let stem = name.strip_suffix(".toml").unwrap();
                    let copy = format!("{stem}.sync-conflict-{}.toml", self.copies);
                    machine.put(&copy, text);
                }
                machine.put(&name, &winner);
            }
            self.met.insert(name, winner);
        }
    }

    /// Runs until nothing changes any more, with both programs reconciling.
    fn settle(&mut self, machines: &[Machine; 2]) {
        for round in 0..20 {
            let before = machines.each_ref().map(Machine::files);
            machines.iter().for_each(Machine::look);
            self.run(machines, round % 2 == 0);
            if machines.each_ref().map(Machine::files) == before {
                return;
            }
        }
        panic!("two machines fight: {:?}", machines[0].files().keys());
    }
}

#[test]
fn a_clone_uses_a_file_of_its_own() {
    let one = Machine::new();
    one.note("A");
    let machines = [one.cloned(), one];
    let mut synchronizer = Synchronizer::new(false);
    machines[0].note("B");
    machines[1].note("C");
    synchronizer.run(&machines, true);
    for (machine, id) in machines.iter().zip(["D", "E"]) {
        machine.note(id);
    }
    synchronizer.settle(&machines);
    let expected: BTreeSet<_> = ["A", "B", "C", "D", "E"]
        .map(|id| (id.to_owned(), 1))
        .into();
    assert_eq!(
        machines.each_ref().map(Machine::records),
        [expected.clone(), expected]
    );
    let files = machines[0].files();
    assert_eq!(files.len(), 2, "{:?}", files.keys());
    assert!(!files[FILE].contains("id = \"E\""));
}

/// An event on one of two machines.
#[derive(Clone, Debug)]
enum SyncStep {
    /// A new note, on the second machine if true.
    Note(bool),
    /// Another revision of a note that is in the folder.
    Edit(bool, prop::sample::Index),
    /// The program reads the folder, as it does every second.
    Look(bool),
    Restart(bool),
    /// The folders are synchronized; the version of the first machine wins if true.
    Meet(bool),
}

fn steps() -> impl Strategy<Value = Vec<SyncStep>> {
    let step = prop_oneof![
        4 => any::<bool>().prop_map(SyncStep::Note),
        1 => (any::<bool>(), any::<prop::sample::Index>()).prop_map(|(on, at)| SyncStep::Edit(on, at)),
        1 => any::<bool>().prop_map(SyncStep::Look),
        1 => any::<bool>().prop_map(SyncStep::Restart),
        2 => any::<bool>().prop_map(SyncStep::Meet),
    ];
    vec(step, 1..30)
}

/// Makes another revision with a text of its own.
fn worded(id: &str, rev: u32, number: usize) -> Record {
    let mut record = note(id, rev);
    if let Record::Note(note) = &mut record {
        note.text = format!("words {number}");
    }
    record
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn two_machines_with_one_id_lose_nothing(
        before in 0..3_usize,
        steps in steps(),
        keeps_copies in any::<bool>(),
    ) {
        let one = Machine::new();
        let mut acknowledged = BTreeSet::new();
        let mut save = |machine: &Machine, record: &Record| {
            machine.save(record);
            acknowledged.insert(block(record));
        };
        (0..before).for_each(|number| save(&one, &note(&format!("before-{number}"), 1)));
        let mut machines = [one.cloned(), one];
        let mut synchronizer = Synchronizer::new(keeps_copies);
        synchronizer.run(&machines, true);
        for (number, step) in steps.into_iter().enumerate() {
            let of = |is_second: bool| usize::from(is_second);
            match step {
                SyncStep::Note(on) => save(&machines[of(on)], &note(&format!("n{number}"), 1)),
                SyncStep::Edit(on, at) => {
                    let machine = &machines[of(on)];
                    let there: Vec<_> = machine.records().into_iter().collect();
                    if !there.is_empty() {
                        let (id, _) = at.get(&there);
                        let rev = there.iter().filter(|(other, _)| other == id);
                        let rev = rev.map(|(_, rev)| *rev).max().unwrap();
                        save(machine, &worded(id, rev + 1, number));
                    }
                }
                SyncStep::Look(on) => machines[of(on)].look(),
                SyncStep::Restart(on) => machines[of(on)].restart(),
                SyncStep::Meet(first_wins) => synchronizer.run(&machines, first_wins),
            }
        }
        synchronizer.settle(&machines);
        for machine in &machines {
            let (there, _) = read_records(&machine.folder.path().join("paper.toml"));
            let there: BTreeSet<_> = there.iter().map(block).collect();
            prop_assert_eq!(&there, &acknowledged);
        }
        let files = machines[0].files();
        let is_copy = |name: &&String| name.contains("sync-conflict");
        let (copies, own): (Vec<_>, Vec<_>) = files.keys().partition(is_copy);
        prop_assert!(own.len() <= 3, "{own:?}");
        prop_assert!(copies.len() <= 2, "{copies:?}");
    }
}
