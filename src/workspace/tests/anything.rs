//! Whatever is done, in whatever order: the frame equals the one rebuilt from the documents, also after reopening.

use proptest::prelude::*;

use super::imports::import;
use super::{incident, place};
use crate::frame::{RecordId, RowValues, Snapshot};
use crate::model::affected::{Affected, Amount, Effect, Unit};
use crate::model::count::Count;
use crate::model::date::PartialDate;
use crate::model::event::{Event, EventKind, When};
use crate::model::incident::Incident;
use crate::workspace::edit::{Change, EditBatch, Moment};
use crate::workspace::{Workspace, frames};

#[derive(Clone, Debug)]
enum Deed {
    Insert(u8),
    Replace(u8, u8),
    Delete(u8),
    Import(u8),
    Undo,
    Redo,
    Reopen,
    Crash,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => any::<u8>().prop_map(Deed::Insert),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(at, what)| Deed::Replace(at, what)),
        3 => any::<u8>().prop_map(Deed::Delete),
        1 => (0..40_u8).prop_map(Deed::Import),
        5 => Just(Deed::Undo),
        4 => Just(Deed::Redo),
        1 => Just(Deed::Reopen),
        1 => Just(Deed::Crash),
    ]
}

/// A record whose values vary with `what`.
fn varied(number: u128, what: u8) -> Incident {
    let mut incident = incident(number, ["", "Fuite", "Rançongiciel", "Intrusion"][usize::from(what % 4)]);
    incident.kinds = (0..what % 3).map(|kind| format!("kind {}", kind + what % 5)).collect();
    incident.place.country = ["", "France", "Belgique"][usize::from(what % 3)].to_owned();
    if what.is_multiple_of(2) {
        incident.events.push(Event {
            kind: EventKind::ALL[usize::from(what % 19)],
            when: When::Date(
                PartialDate::parse(["2024-03", "2022-09-05", "2021"][usize::from(what % 3)]).expect("a date"),
            ),
            who: String::new(),
            words: String::new(),
            note: String::new(),
            evidence: Vec::new(),
        });
    }
    if what.is_multiple_of(3) {
        incident.affected.push(Affected {
            amount: Amount::Count(Count::exact(u64::from(what) * 1_000)),
            unit: Unit::ALL[usize::from(what % 7)],
            effect: Effect::DataExposed,
            stated: None,
            note: String::new(),
            evidence: Vec::new(),
        });
    }
    incident
}

fn rows(snapshot: &Snapshot) -> Vec<(Option<RecordId>, Option<RowValues>)> {
    (0..snapshot.len()).map(|row| (snapshot.id_at(row), snapshot.values_at(row))).collect()
}

pub(super) fn assert_rebuilt(workspace: &Workspace) {
    let hidden = workspace.hidden_ranges().expect("read");
    let rebuilt = frames::from_documents(&workspace.connection, 0..=i64::MAX, &hidden).expect("rebuilt");
    assert_eq!(rows(&workspace.snapshot()), rows(&rebuilt));
}

fn pick(workspace: &Workspace, at: u8) -> Option<RecordId> {
    let snapshot = workspace.snapshot();
    (!snapshot.is_empty()).then(|| snapshot.id_at(usize::from(at) % snapshot.len())).flatten()
}

fn change(workspace: &Workspace, deed: &Deed, number: u128) -> Option<Change> {
    Some(match deed {
        Deed::Insert(what) => Change::InsertRecord(Box::new(varied(number, *what))),
        Deed::Replace(at, what) => Change::ReplaceRecord(pick(workspace, *at)?, Box::new(varied(number, *what))),
        Deed::Delete(at) => Change::DeleteRecord(pick(workspace, *at)?),
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_frame_is_what_the_documents_say(deeds in proptest::collection::vec(deed(), 1..60)) {
        let (folder, path) = place();
        let mut path = path;
        let mut workspace = Workspace::create(&path).expect("made");
        for (step, deed) in deeds.iter().enumerate() {
            match deed {
                Deed::Undo => drop(workspace.undo().expect("undone")),
                Deed::Redo => drop(workspace.redo().expect("redone")),
                Deed::Import(count) => drop(import(&mut workspace, 5, u64::from(*count))),
                Deed::Reopen => {
                    workspace.close().expect("closed");
                    workspace = Workspace::open(&path).expect("opened");
                }
                Deed::Crash => {
                    // The file and its log as they are, under another name.
                    let copy = folder.path().join(format!("{step}.vigie"));
                    std::fs::copy(&path, &copy).expect("copied");
                    let log = |path| crate::workspace::lock::beside(path, "-wal");
                    std::fs::copy(log(&path), log(&copy)).ok();
                    workspace = Workspace::open(&copy).expect("opened after a crash");
                    path = copy;
                }
                edit => {
                    if let Some(change) = change(&workspace, edit, step as u128 + 1) {
                        let batch = EditBatch { label: step.to_string(), changes: vec![change] };
                        workspace.apply(&batch, Moment(0)).expect("applied");
                    }
                }
            }
            assert_rebuilt(&workspace);
        }
        let shown = rows(&workspace.snapshot());
        workspace.close().expect("closed");
        let workspace = Workspace::open(&path).expect("opened");
        prop_assert_eq!(rows(&workspace.snapshot()), shown);
        prop_assert!(workspace.check().expect("checked").file.is_empty());
    }
}

#[test]
fn an_import_done_again_after_reopening_is_shown_though_a_later_one_is_still_undone() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    assert_eq!(import(&mut workspace, 5, 1).imported, 1);
    let insert = vec![Change::InsertRecord(Box::new(varied(1, 0)))];
    workspace.apply(&EditBatch { label: "a record".to_owned(), changes: insert }, Moment(0)).expect("applied");
    assert_eq!(import(&mut workspace, 5, 1).imported, 1);
    for _ in 0..3 {
        workspace.undo().expect("undone");
    }
    workspace.close().expect("closed");
    let mut workspace = Workspace::open(&path).expect("opened");
    workspace.redo().expect("redone");
    assert_eq!(workspace.snapshot().len(), 1);
    assert_rebuilt(&workspace);
}
