use super::imports::{dataset, import};
use super::{apply, incident, insert, place, titles};
use crate::frame::RecordId;
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::workspace::edit::Change;
use crate::workspace::{Workspace, WorkspaceError};

fn holds(path: &std::path::Path, words: &str) -> bool {
    let bytes = std::fs::read(path).expect("read");
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_copy_without_history_holds_no_deleted_name() {
    let (folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "Kept");
    let gone = insert(&mut workspace, 2, "Deleted Name");
    apply(&mut workspace, "Delete Deleted Name", vec![Change::DeleteRecord(gone)]);
    import(&mut workspace, 5, 3);
    let mut corrected = workspace.incident(RecordId(4)).expect("read");
    corrected.summary = "Replaced Name".to_owned();
    apply(&mut workspace, "Edit", vec![Change::ReplaceRecord(RecordId(4), Box::new(corrected.clone()))]);
    corrected.summary = "Nobody".to_owned();
    corrected.title = "Renamed".to_owned();
    corrected.custom.clear();
    apply(&mut workspace, "Edit", vec![Change::ReplaceRecord(RecordId(4), Box::new(corrected.clone()))]);
    insert(&mut workspace, 3, "Undone Name");
    workspace.undo().expect("undone");
    workspace.set_state("search", &"Searched Name").expect("kept");
    workspace.tidy().expect("tidied");

    let copy = folder.path().join("copy.vigie");
    workspace.copy_without_history(&copy).expect("copied");
    let names = ["Deleted Name", "Replaced Name", "Undone Name", "Searched Name", "Imported 2", "imported 2"];
    for name in names {
        assert!(!holds(&copy, name), "{name}");
    }
    assert!(holds(&copy, "Imported 1"), "what stays is there, so the search can find");
    workspace.close().expect("closed");
    assert!(holds(&path, "Deleted Name"), "the workspace itself keeps its history");
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 2, "nothing else is left");

    let mut copy = Workspace::open(&copy).expect("opened");
    assert!(copy.history().expect("listed").is_empty());
    let kept: Vec<String> = titles(&copy).into_iter().map(|(_, title)| title).collect();
    assert_eq!(kept, ["Kept", "Imported 1", "Renamed", "Imported 3"]);
    assert_eq!(copy.snapshot().len(), 4);
    assert_eq!(copy.corrected_fields(RecordId(4)).expect("read"), ["custom", "summary", "title"]);
    assert_eq!(copy.imported(RecordId(4)).expect("read"), None);
    assert!(insert(&mut copy, 9, "New") > RecordId(6), "ids go on");
    // A further correction adds to the fields that were corrected.
    corrected.place.city = "Paris".to_owned();
    apply(&mut copy, "Edit", vec![Change::ReplaceRecord(RecordId(4), Box::new(corrected))]);
    assert_eq!(copy.corrected_fields(RecordId(4)).expect("read"), ["custom", "place", "summary", "title"]);
}

#[test]
fn saving_under_another_name_goes_on_there() {
    let (folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    let (revision, other) = (workspace.revision(), folder.path().join("other.vigie"));
    std::fs::write(&other, "an older file").expect("written");
    workspace.save_as(&other).expect("saved");
    assert_eq!(workspace.path(), other);
    assert_eq!(workspace.revision(), revision);
    insert(&mut workspace, 2, "Two");
    workspace.undo().expect("undone");
    assert_eq!(workspace.undo_label(), Some("One"), "the history came along");
    workspace.redo().expect("redone");
    // A file that is open somewhere is not replaced, and neither is this one by itself.
    let first = Workspace::open(&path).expect("the old one is free");
    assert!(matches!(workspace.save_as(&path), Err(WorkspaceError::Locked(_))));
    assert!(matches!(workspace.copy_without_history(&other), Err(WorkspaceError::Exists(_))));
    assert_eq!(titles(&first).len(), 1);
    drop((first, workspace));
    assert_eq!(titles(&Workspace::open(&other).expect("opened")).len(), 2);
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 2);
}

#[test]
fn a_copy_that_fails_leaves_the_old_file() {
    let (folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    let nowhere = folder.path().join("no such folder").join("copy.vigie");
    assert!(workspace.save_as(&nowhere).is_err());
    assert_eq!(workspace.path(), path);
    insert(&mut workspace, 2, "Two");
}

#[test]
fn unnamed_workspaces_are_offered_again_and_moved_by_saving() {
    let (folder, _) = place();
    let data = folder.path().join("data").join("vigie");
    assert!(Workspace::find_unnamed(&data).is_empty());
    let empty = Workspace::create_unnamed(&data).expect("made");
    let mut second = Workspace::create_unnamed(&data).expect("made beside the open one");
    assert!(empty.is_unnamed() && second.is_unnamed());
    insert(&mut second, 1, "One");
    assert!(Workspace::find_unnamed(&data).is_empty(), "both are open");
    drop((empty, second));
    let found = Workspace::find_unnamed(&data);
    assert_eq!((found.len(), found[0].records, found[0].last.as_deref()), (1, 1, Some("One")));
    assert_eq!(std::fs::read_dir(&data).expect("listed").count(), 1, "the empty one is gone");

    let mut workspace = Workspace::open_unnamed(&data).expect("opened again");
    assert_eq!(titles(&workspace), [(1, "One".to_owned())]);
    let named = folder.path().join("named.vigie");
    workspace.save_as(&named).expect("saved");
    assert!(!workspace.is_unnamed());
    assert!(Workspace::find_unnamed(&data).is_empty());
    drop(workspace);
    let workspace = Workspace::open_unnamed(&data).expect("a new one");
    assert!(titles(&workspace).is_empty());
    workspace.discard().expect("removed");
    assert_eq!(std::fs::read_dir(&data).expect("listed").count(), 0);
}

#[test]
fn a_check_finds_what_needs_a_look() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "No date");
    apply(&mut workspace, "Nameless", vec![Change::InsertRecord(Box::new(incident(2, "")))]);
    import(&mut workspace, 5, 2);
    import(&mut workspace, 5, 1);
    let late = Dataset { as_of: Day(19_783), ..dataset(5) };
    apply(&mut workspace, "As of", vec![Change::PutDataset(Box::new(late))]);
    workspace.connection.execute("UPDATE record SET document = '{' WHERE id = 2", []).expect("damaged");
    let report = workspace.check().expect("checked");
    let kinds: Vec<(u64, &str)> = report.problems.iter().map(|(id, problem)| (id.0, problem.kind.key())).collect();
    assert_eq!(
        kinds,
        [
            (1, "undated"),
            (2, "bad_shape"),
            (3, "after_as_of"),
            (3, "duplicate_key"),
            (4, "after_as_of"),
            (5, "after_as_of"),
            (5, "duplicate_key")
        ]
    );
    assert_eq!((report.records, report.is_sound(), report.file.len()), (5, false, 0));
    assert!(matches!(workspace.page(&[RecordId(2)]), Err(WorkspaceError::Document { record: RecordId(2), .. })));
    drop(workspace);
    let workspace = Workspace::open(&path).expect("one unreadable record does not keep the others away");
    assert_eq!(workspace.snapshot().len(), 5);
}
