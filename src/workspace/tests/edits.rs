use uuid::Uuid;

use super::{apply, incident, insert, place, titles};
use crate::frame::RecordId;
use crate::model::organisation::Organisation;
use crate::workspace::edit::{Change, EditBatch, Moment};
use crate::workspace::{Workspace, WorkspaceError};

#[test]
fn undo_and_redo_survive_a_restart() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    let first = insert(&mut workspace, 1, "One");
    insert(&mut workspace, 2, "Two");
    apply(&mut workspace, "Rename", vec![Change::ReplaceRecord(first, Box::new(incident(1, "Uno")))]);
    apply(&mut workspace, "Delete", vec![Change::DeleteRecord(first)]);
    assert_eq!(titles(&workspace), [(2, "Two".to_owned())]);
    workspace.close().expect("closed");

    let mut workspace = Workspace::open(&path).expect("opened");
    assert_eq!(workspace.undo_label(), Some("Delete"));
    assert_eq!(workspace.undo().expect("undone").map(|step| step.label).as_deref(), Some("Delete"));
    assert_eq!(titles(&workspace), [(1, "Uno".to_owned()), (2, "Two".to_owned())]);
    assert_eq!(workspace.snapshot().ids().collect::<Vec<_>>(), [RecordId(1), RecordId(2)]);
    workspace.undo().expect("undone");
    assert_eq!(titles(&workspace), [(1, "One".to_owned()), (2, "Two".to_owned())]);
    drop(workspace);

    let mut workspace = Workspace::open(&path).expect("opened");
    assert_eq!(workspace.redo_label(), Some("Rename"));
    workspace.redo().expect("redone");
    workspace.redo().expect("redone");
    assert_eq!(workspace.redo().expect("nothing left"), None);
    assert_eq!(titles(&workspace), [(2, "Two".to_owned())]);
    let history = workspace.history().expect("listed");
    assert_eq!(
        history.iter().map(|entry| entry.label.as_str()).collect::<Vec<_>>(),
        ["One", "Two", "Rename", "Delete"]
    );
    assert!(history.iter().all(|entry| entry.at == Moment(7) && !entry.undone && entry.changes == 1));
}

#[test]
fn a_new_edit_clears_redo_and_an_empty_one_does_not() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    let first = insert(&mut workspace, 1, "One");
    insert(&mut workspace, 2, "Two");
    workspace.undo().expect("undone");
    let revision = workspace.revision();
    let same = vec![Change::ReplaceRecord(first, Box::new(incident(1, "One")))];
    assert_eq!(apply(&mut workspace, "Nothing", same).revision, revision);
    assert_eq!(workspace.redo_label(), Some("Two"));
    let third = insert(&mut workspace, 3, "Three");
    assert_eq!(third, RecordId(3), "an id is never given twice");
    assert_eq!(workspace.redo_label(), None);
    assert_eq!(workspace.history().expect("listed").len(), 2);
}

#[test]
fn a_batch_is_made_as_a_whole_or_not_at_all() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    let batch = EditBatch {
        label: "Both".to_owned(),
        changes: vec![Change::InsertRecord(Box::new(incident(2, "Two"))), Change::DeleteRecord(RecordId(99))],
    };
    assert!(matches!(workspace.apply(&batch, Moment(0)), Err(WorkspaceError::Gone)));
    assert_eq!(titles(&workspace).len(), 1);
    assert_eq!(workspace.snapshot().len(), 1);
    for number in [0, 1] {
        let batch = EditBatch {
            label: String::new(),
            changes: vec![Change::InsertRecord(Box::new(incident(number, "Again")))],
        };
        assert!(matches!(workspace.apply(&batch, Moment(0)), Err(WorkspaceError::Identity)));
    }
}

#[test]
fn records_are_found_by_id_page_and_identity() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    let ids: Vec<RecordId> =
        (1..=5).map(|number| insert(&mut workspace, number, &format!("Record {number}"))).collect();
    let wanted = [ids[3], RecordId(77), ids[0], RecordId(u64::MAX)];
    let page = workspace.page(&wanted).expect("read");
    let found: Vec<&str> = page.iter().map(|(_, incident)| incident.title.as_str()).collect();
    assert_eq!(found, ["Record 4", "Record 1"]);
    assert_eq!(workspace.find(Uuid::from_u128(2)).expect("read"), Some(ids[1]));
    assert_eq!(workspace.find(Uuid::from_u128(9)).expect("read"), None);
    assert_eq!(workspace.incident(ids[4]).expect("read").title, "Record 5");
    assert!(matches!(workspace.incident(RecordId(6)), Err(WorkspaceError::Gone)));
}

#[test]
fn organisations_and_state_are_kept() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    let mut organisation = Organisation { id: Uuid::from_u128(4), name: "Ville".to_owned(), ..Organisation::default() };
    apply(&mut workspace, "Add", vec![Change::PutOrganisation(Box::new(organisation.clone()))]);
    organisation.name = "Ville de Lille".to_owned();
    apply(&mut workspace, "Rename", vec![Change::PutOrganisation(Box::new(organisation.clone()))]);
    workspace.set_state("page", &"records").expect("kept");
    workspace.undo().expect("undone");
    assert_eq!(workspace.organisations().expect("read")[0].name, "Ville");
    workspace.redo().expect("redone");
    apply(&mut workspace, "Delete", vec![Change::DeleteOrganisation(organisation.id)]);
    assert!(workspace.organisations().expect("read").is_empty());
    workspace.close().expect("closed");
    let mut workspace = Workspace::open(&path).expect("opened");
    workspace.undo().expect("undone");
    assert_eq!(workspace.organisations().expect("read"), [organisation]);
    assert_eq!(workspace.state::<String>("page").expect("read").as_deref(), Some("records"));
    assert_eq!(workspace.state::<u32>("page").expect("another shape is no answer"), None);
}
