use uuid::Uuid;

use super::{apply, insert, place, titles};
use crate::frame::RecordId;
use crate::frame::batch::{Batch, Column, Field, RowSink as _, Values};
use crate::frame::cell::{CountCell, DateCell};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::event::EventKind;
use crate::model::incident::{Origin, Severity};
use crate::model::organisation::Role;
use crate::workspace::edit::{Change, EditBatch, Moment};
use crate::workspace::importer::{ImportCounts, ImportPlan, Importer, OnDuplicate};
use crate::workspace::{Workspace, WorkspaceError};

pub(super) fn dataset(number: u128) -> Dataset {
    let empty = String::new;
    Dataset {
        id: Uuid::from_u128(number),
        name: format!("Register {number}"),
        publisher: empty(),
        address: empty(),
        file_name: "register.csv".to_owned(),
        file_hash: "00ff".to_owned(),
        read_on: Some(Day(20_000)),
        licence: empty(),
        mechanism: Mechanism::Register,
        coverage_start: None,
        as_of: Day(20_000),
        as_of_unknown: false,
        offset_minutes: None,
        fiscal_start: None,
        listing_event: None,
        floor: None,
        annotations: Vec::new(),
        denominator: None,
        words: crate::model::count::Conventions::default(),
        note: empty(),
    }
}

pub(super) fn plan(number: u128) -> ImportPlan {
    ImportPlan {
        label: format!("Import register {number}"),
        dataset: Some(dataset(number)),
        also: Vec::new(),
        identity: Uuid::from_u128(number << 64 | 0xabcd << 96),
        on_duplicate: OnDuplicate::Keep,
        recipe: String::new(),
        now: Moment(9),
    }
}

/// Pushes `count` rows whose keys begin at `first`.
pub(super) fn push(importer: &mut Importer, first: u64, count: u64) {
    let rows: Vec<u64> = (first..first + count).collect();
    let keys: Vec<String> = rows.iter().map(|row| format!("K-{row}")).collect();
    let titles: Vec<String> = rows.iter().map(|row| format!("Imported {row}")).collect();
    let days: Vec<String> = rows.iter().map(|row| format!("2024-03-{:02}", row % 28 + 1)).collect();
    let cells = rows.iter().map(|row| DateCell::day(19_783 + (row % 28) as i32)).collect();
    let people: Vec<String> = rows.iter().map(|row| (row * 10).to_string()).collect();
    let counts = rows.iter().map(|row| CountCell::exact(row * 10)).collect();
    let event = Field::Event(EventKind::Aware);
    let affected = Field::Affected(Unit::People, Effect::DataExposed);
    let classes: Vec<&str> =
        rows.iter().flat_map(|row| ["Noms", "IBAN"].into_iter().take((row % 3) as usize)).collect();
    let starts = std::iter::once(0).chain(rows.iter().scan(0, |end, row| {
        *end += (row % 3) as u32;
        Some(*end)
    }));
    let starts: Vec<u32> = starts.collect();
    let note = Field::Custom("Note".to_owned());
    let (key, title, city, organisation) = (Field::Key, Field::Title, Field::City, Field::Organisation(Role::Victim));
    let batch = Batch {
        rows: &rows,
        columns: vec![
            Column { field: &key, values: Values::Texts(refs(&keys)) },
            Column { field: &title, values: Values::Texts(refs(&titles)) },
            Column { field: &Field::Sector, values: Values::Texts(vec!["Santé"; rows.len()]) },
            Column { field: &Field::DataClass, values: Values::Lists { items: classes, starts } },
            Column { field: &Field::Technique, values: Values::Texts(vec!["T1566.001"; rows.len()]) },
            Column { field: &Field::SourceName, values: Values::Texts(vec!["CNIL"; rows.len()]) },
            Column { field: &Field::SourceAddress, values: Values::Texts(vec!["https://cnil.example"; rows.len()]) },
            Column { field: &Field::Summary, values: Values::Texts(refs(&titles)) },
            Column { field: &note, values: Values::Texts(refs(&titles)) },
            Column { field: &city, values: Values::Texts(vec!["Lille"; rows.len()]) },
            Column { field: &organisation, values: Values::Texts(vec!["Ville\nde Lille"; rows.len()]) },
            Column { field: &event, values: Values::Dates { cells, texts: refs(&days) } },
            Column { field: &affected, values: Values::Counts { cells: counts, texts: refs(&people) } },
        ],
        problems: Vec::new(),
    };
    importer.push(&batch).expect("pushed");
}

fn refs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// As [`push`], with columns that the frame must read from the records.
fn push_severities(importer: &mut Importer, count: u64) {
    let rows: Vec<u64> = (1..=count).collect();
    let words = ["Élevée", "critical", "P1", ""];
    let texts = || rows.iter().map(|row| words[*row as usize % 4]).collect::<Vec<_>>();
    let batch = Batch {
        rows: &rows,
        columns: vec![
            Column { field: &Field::Severity, values: Values::Texts(texts()) },
            Column { field: &Field::Title, values: Values::Texts(texts()) },
            Column { field: &Field::Title, values: Values::Texts(vec!["Second"; rows.len()]) },
        ],
        problems: Vec::new(),
    };
    importer.push(&batch).expect("pushed");
}

#[test]
fn the_frame_of_an_import_is_what_its_documents_say() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    import(&mut workspace, 5, 9_000);
    super::anything::assert_rebuilt(&workspace);
    let mut importer = workspace.importer(plan(6)).expect("begun");
    push_severities(&mut importer, 20);
    let imported = importer.finish(ImportCounts::default()).expect("finished");
    workspace.adopt(imported).expect("adopted");
    super::anything::assert_rebuilt(&workspace);
    let record = workspace.incident(RecordId(9_001)).expect("read");
    assert_eq!((record.severity, record.title.as_str()), (Some(Severity::Critical), "critical"));
    let record = workspace.incident(RecordId(9_002)).expect("read");
    assert_eq!((record.severity, record.custom.get("severity").map(String::as_str)), (None, Some("P1")));
}

/// Imports `count` rows and shows them.
pub(super) fn import(workspace: &mut Workspace, number: u128, count: u64) -> ImportCounts {
    let mut importer = workspace.importer(plan(number)).expect("begun");
    push(&mut importer, 1, count);
    let imported = importer.finish(ImportCounts { read: count, ..ImportCounts::default() }).expect("finished");
    workspace.adopt(imported).expect("adopted")
}

#[test]
fn an_import_is_shown_kept_undone_and_done_again() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "By hand");
    let counts = import(&mut workspace, 5, 20);
    assert_eq!((counts.read, counts.imported, counts.skipped), (20, 20, 0));
    assert_eq!(workspace.snapshot().len(), 21);
    let record = workspace.incident(RecordId(3)).expect("read");
    assert_eq!((record.title.as_str(), record.place.city.as_str()), ("Imported 2", "Lille"));
    assert_eq!(record.events[0].kind, EventKind::Aware);
    assert_eq!(record.origin.as_ref().map(|origin| origin.row), Some(Some(2)));
    assert_eq!(workspace.find_by_key(Uuid::from_u128(5), "K-2").expect("read"), [RecordId(3)]);
    let history = workspace.history().expect("listed");
    assert_eq!((history[1].imported, history[1].label.as_str()), (20, "Import register 5"));

    for _ in 0..2 {
        workspace.undo().expect("undone");
        assert_eq!(titles(&workspace).len(), 1);
        assert_eq!(workspace.snapshot().len(), 1);
        assert!(workspace.datasets().expect("read").is_empty());
        assert_eq!(workspace.find(record.id).expect("read"), None);
        assert!(matches!(workspace.incident(RecordId(3)), Err(WorkspaceError::Gone)));
        workspace.close().expect("closed");
        workspace = Workspace::open(&path).expect("opened");
        assert_eq!(workspace.snapshot().len(), 1);
        workspace.redo().expect("redone");
        assert_eq!(workspace.snapshot().len(), 21);
        assert_eq!(workspace.datasets().expect("read"), [dataset(5)]);
        assert_eq!(workspace.incident(RecordId(3)).expect("read"), record);
    }

    // A new edit after the undo makes the return impossible, and the rows go.
    workspace.undo().expect("undone");
    let id = insert(&mut workspace, 2, "Another");
    assert!(id > RecordId(21));
    workspace.close().expect("closed");
    let workspace = Workspace::open(&path).expect("opened");
    assert_eq!(titles(&workspace).len(), 2);
    let rows: i64 = workspace.connection.query_row("SELECT count(*) FROM record", [], |row| row.get(0)).expect("asked");
    assert_eq!(rows, 2);
}

#[test]
fn a_cancelled_import_leaves_no_trace() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    for _ in 0..2 {
        let revision = workspace.revision();
        let before = titles(&workspace);
        let mut importer = workspace.importer(plan(5)).expect("begun");
        push(&mut importer, 1, 50);
        assert_eq!(importer.written(), 50);
        // Meanwhile edits are refused with a sentence; a second import too.
        let batch = EditBatch { label: String::new(), changes: vec![Change::DeleteRecord(RecordId(1))] };
        assert!(matches!(workspace.apply(&batch, Moment(0)), Err(WorkspaceError::Importing)));
        assert!(matches!(workspace.importer(plan(6)), Err(WorkspaceError::Importing)));
        importer.cancel();
        assert_eq!(workspace.revision(), revision);
        assert_eq!(titles(&workspace), before);
        assert!(workspace.datasets().expect("read").is_empty());
        // The second time round there is a record, so that the log stays on.
        insert(&mut workspace, before.len() as u128 + 1, "By hand");
    }
    assert_eq!(workspace.history().expect("listed").len(), 2);
    assert_eq!(workspace.journal(), crate::workspace::file::Journal::WriteAhead);
}

#[test]
fn reading_goes_on_while_an_import_is_written() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    let id = insert(&mut workspace, 1, "By hand");
    let mut importer = workspace.importer(plan(5)).expect("begun");
    push(&mut importer, 1, 5_000);
    assert_eq!(workspace.incident(id).expect("read").title, "By hand");
    assert_eq!(titles(&workspace).len(), 1);
    let imported = importer.finish(ImportCounts::default()).expect("finished");
    assert_eq!(workspace.snapshot().len(), 1, "shown only once adopted");
    workspace.adopt(imported).expect("adopted");
    assert_eq!(workspace.snapshot().len(), 5_001);
}

#[test]
fn known_keys_are_skipped_when_asked() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    import(&mut workspace, 5, 10);
    let mut importer = workspace.importer(ImportPlan { on_duplicate: OnDuplicate::Skip, ..plan(5) }).expect("begun");
    push(&mut importer, 8, 5);
    let imported = importer.finish(ImportCounts::default()).expect("finished");
    let counts = workspace.adopt(imported).expect("adopted");
    assert_eq!((counts.imported, counts.skipped), (2, 3));
    assert_eq!(titles(&workspace).len(), 12);
    assert!(workspace.check().expect("checked").problems.is_empty());
}

#[test]
fn what_was_imported_stays_beside_a_correction() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    import(&mut workspace, 5, 3);
    let original = workspace.incident(RecordId(2)).expect("read");
    assert_eq!(workspace.imported(RecordId(2)).expect("read"), None);
    let mut corrected = original.clone();
    for title in ["First correction", "Second correction"] {
        corrected.title = title.to_owned();
        let change = vec![Change::ReplaceRecord(RecordId(2), Box::new(corrected.clone()))];
        apply(&mut workspace, title, change);
        assert_eq!(workspace.imported(RecordId(2)).expect("read").as_ref(), Some(&original));
    }
    apply(&mut workspace, "Delete", vec![Change::DeleteRecord(RecordId(2))]);
    workspace.undo().expect("undone");
    assert_eq!(workspace.imported(RecordId(2)).expect("read").as_ref(), Some(&original));
    let back = vec![Change::ReplaceRecord(RecordId(2), Box::new(original.clone()))];
    apply(&mut workspace, "Back", back);
    assert_eq!(workspace.imported(RecordId(2)).expect("read"), None, "the two no longer differ");
}

#[test]
fn a_newer_edition_never_overwrites_a_correction() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    import(&mut workspace, 5, 4);
    let mut corrected = workspace.incident(RecordId(2)).expect("read");
    corrected.title = "Corrected".to_owned();
    apply(&mut workspace, "Correct", vec![Change::ReplaceRecord(RecordId(2), Box::new(corrected.clone()))]);
    // The newer edition: keys 2 to 5, one column in two changed.
    let edition = |workspace: &mut Workspace, city: &str| {
        let mut importer =
            workspace.importer(ImportPlan { on_duplicate: OnDuplicate::Merge, ..plan(5) }).expect("begun");
        for row in 2..=5_u64 {
            let mut incident = super::incident(0, &format!("Title of {city}"));
            incident.place.city = city.to_owned();
            incident.origin =
                Some(Origin { dataset: Uuid::from_u128(5), key: Some(format!("K-{row}")), row: Some(row) });
            importer.push_incident(&incident).expect("pushed");
        }
        let imported = importer.finish(ImportCounts::default()).expect("finished");
        workspace.adopt(imported).expect("adopted")
    };
    let counts = edition(&mut workspace, "Paris");
    assert_eq!((counts.imported, counts.merged, counts.skipped), (1, 3, 0));
    super::anything::assert_rebuilt(&workspace);
    let merged = workspace.incident(RecordId(2)).expect("read");
    assert_eq!((merged.title.as_str(), merged.place.city.as_str()), ("Corrected", "Paris"));
    assert_eq!(merged.id, corrected.id);
    let layer = workspace.imported(RecordId(2)).expect("read").expect("the newer edition is beside it");
    assert_eq!((layer.title.as_str(), layer.place.city.as_str()), ("Title of Paris", "Paris"));
    assert_eq!(workspace.corrected_fields(RecordId(2)).expect("read"), ["title"]);
    assert_eq!(workspace.imported(RecordId(3)).expect("read"), None);
    assert_eq!(workspace.incident(RecordId(3)).expect("read").title, "Title of Paris");
    // The same edition again changes nothing.
    let counts = edition(&mut workspace, "Paris");
    assert_eq!((counts.imported, counts.merged, counts.skipped), (0, 0, 4));
    workspace.undo().expect("undone");
    // Undone as one, also after a restart.
    workspace.close().expect("closed");
    let mut workspace = Workspace::open(&path).expect("opened");
    workspace.undo().expect("undone");
    super::anything::assert_rebuilt(&workspace);
    assert_eq!(workspace.snapshot().len(), 4);
    assert_eq!(workspace.incident(RecordId(2)).expect("read"), corrected);
    workspace.redo().expect("redone");
    super::anything::assert_rebuilt(&workspace);
    assert_eq!(workspace.incident(RecordId(2)).expect("read"), merged);
    // Nor after the words that stood there are gone.
    let copy = path.with_extension("copy");
    workspace.copy_without_history(&copy).expect("copied");
    let mut copy = Workspace::open(&copy).expect("opened");
    edition(&mut copy, "Lyon");
    let merged = copy.incident(RecordId(2)).expect("read");
    assert_eq!((merged.title.as_str(), merged.place.city.as_str()), ("Corrected", "Lyon"));
}

#[test]
fn a_dataset_with_records_is_kept() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    import(&mut workspace, 5, 1);
    let batch = EditBatch { label: "Delete".to_owned(), changes: vec![Change::DeleteDataset(Uuid::from_u128(5))] };
    let error = workspace.apply(&batch, Moment(0)).expect_err("in use");
    assert!(error.to_string().contains("Register 5"), "{error}");
    apply(&mut workspace, "Delete record", vec![Change::DeleteRecord(RecordId(1))]);
    workspace.apply(&batch, Moment(0)).expect("no longer in use");
    assert!(workspace.datasets().expect("read").is_empty());
}

#[test]
fn a_full_disk_ends_an_import_and_loses_nothing() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "By hand");
    let mut importer = workspace.importer(plan(5)).expect("begun");
    importer.limit_pages(60);
    let mut result = Ok(());
    for _ in 0..5_000 {
        let incident = super::incident(0, &"long title ".repeat(50));
        result = importer.push_incident(&incident);
        if result.is_err() {
            break;
        }
    }
    assert!(matches!(result, Err(WorkspaceError::DiskFull(_))), "{result:?}");
    drop(importer);
    assert_eq!(titles(&workspace).len(), 1);
    insert(&mut workspace, 2, "Afterwards");
}
