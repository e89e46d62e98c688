use std::path::Path;

use rusqlite::Connection;

use super::{insert, place, titles};
use crate::workspace::edit::{Change, EditBatch, Moment};
use crate::workspace::file::Journal;
use crate::workspace::{Access, Workspace, WorkspaceError};

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("listed")
        .map(|entry| entry.expect("listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn pragma(workspace: &Workspace, name: &str) -> String {
    let value = workspace.connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
    match value.expect("asked") {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => format!("{other:?}"),
    }
}

#[test]
fn pragmas_while_open_and_one_file_after_a_clean_close() {
    let (folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    for _ in 0..2 {
        assert_eq!(pragma(&workspace, "journal_mode"), "wal");
        assert_eq!(pragma(&workspace, "synchronous"), "2", "2 is FULL");
        assert_eq!(pragma(&workspace, "application_id"), 0x5669_6769.to_string());
        assert_eq!(pragma(&workspace, "user_version"), "1");
        assert_eq!(workspace.journal(), Journal::WriteAhead);
        let number = workspace.snapshot().len() as u128 + 1;
        insert(&mut workspace, number, "One");
        assert!(files(folder.path()).contains(&"test.vigie-wal".to_owned()));
        workspace.close().expect("closed");
        assert_eq!(files(folder.path()), ["test.vigie"]);
        workspace = Workspace::open(&path).expect("opened");
    }
    assert_eq!(titles(&workspace).len(), 2);
}

#[cfg(unix)]
#[test]
fn a_plain_journal_where_the_log_cannot_work() {
    let (folder, path) = place();
    // This way of locking knows no shared memory, like many network shares.
    let mut workspace = Workspace::create_in(&path, Some("unix-dotfile")).expect("made");
    assert_eq!(workspace.journal(), Journal::Plain);
    assert_eq!(pragma(&workspace, "journal_mode"), "delete");
    assert_eq!(pragma(&workspace, "synchronous"), "2");
    insert(&mut workspace, 1, "One");
    workspace.close().expect("closed");
    assert_eq!(files(folder.path()), ["test.vigie"]);
    assert_eq!(titles(&Workspace::open(&path).expect("opened")).len(), 1);
}

#[test]
fn an_edit_is_in_the_file_before_it_is_confirmed() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    let reader = Workspace::open_read_only(&path).expect("opened beside");
    assert_eq!(titles(&reader).len(), 1);
    assert_eq!(reader.snapshot().len(), 1);
    // What a crash leaves: the file and its log as they are now, without a close.
    let (_other, copy) = place();
    std::fs::copy(&path, &copy).expect("copied");
    std::fs::copy(crate::workspace::lock::beside(&path, "-wal"), crate::workspace::lock::beside(&copy, "-wal"))
        .expect("copied");
    assert_eq!(titles(&Workspace::open(&copy).expect("opened after the crash")).len(), 1);
}

#[test]
fn a_reader_that_closes_last_leaves_one_file_too() {
    let (folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    let id = insert(&mut workspace, 1, "One");
    let reader = workspace.reader().expect("opened");
    assert_eq!(reader.page(&[id]).expect("read").len(), 1);
    workspace.close().expect("closed");
    assert_eq!(reader.page(&[id]).expect("still read").len(), 1);
    drop(reader);
    assert_eq!(files(folder.path()), ["test.vigie"]);
}

#[test]
fn a_second_vigie_is_told_and_may_read() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    assert!(matches!(Workspace::open(&path), Err(WorkspaceError::Locked(_))));
    insert(&mut workspace, 1, "One");
    let mut reader = Workspace::open_read_only(&path).expect("opened");
    assert_eq!(reader.access(), Access::Read);
    let batch = EditBatch { label: String::new(), changes: vec![Change::DeleteRecord(crate::frame::RecordId(1))] };
    assert!(matches!(reader.apply(&batch, Moment(0)), Err(WorkspaceError::ReadOnly(_))));
    assert!(matches!(reader.undo(), Err(WorkspaceError::ReadOnly(_))));
    drop(reader);
    workspace.close().expect("closed");
    Workspace::open(&path).expect("free again");
}

#[test]
fn a_file_locked_by_another_program_is_told() {
    let (_folder, path) = place();
    Workspace::create(&path).expect("made").close().expect("closed");
    let other = Connection::open(&path).expect("opened");
    other.execute_batch("BEGIN EXCLUSIVE").expect("locked");
    assert!(matches!(Workspace::open(&path), Err(WorkspaceError::Locked(_))));
    drop(other);
    Workspace::open(&path).expect("free again");
}

#[test]
fn what_is_not_a_workspace_is_refused_and_left_alone() {
    let (folder, path) = place();
    assert!(matches!(Workspace::open(&path), Err(WorkspaceError::NotFound(_))));
    assert!(matches!(Workspace::open(folder.path()), Err(WorkspaceError::NotVigie(_))));
    for content in ["", "id,title\n1,One\n", &"no database at all ".repeat(500)] {
        std::fs::write(&path, content).expect("written");
        assert!(matches!(Workspace::open(&path), Err(WorkspaceError::NotVigie(_))), "{content:.20}");
        assert!(matches!(Workspace::create(&path), Err(WorkspaceError::Exists(_))));
        assert_eq!(std::fs::read_to_string(&path).expect("read"), content);
    }
    std::fs::remove_file(&path).expect("removed");
    Connection::open(&path).expect("opened").execute_batch("CREATE TABLE other (a)").expect("made");
    assert!(matches!(Workspace::open(&path), Err(WorkspaceError::NotVigie(_))));
    assert_eq!(files(folder.path()), ["test.vigie"]);
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let (folder, path) = place();
    Workspace::create(&path).expect("made").close().expect("closed");
    Connection::open(&path).expect("opened").pragma_update(None, "user_version", 2).expect("set");
    let before = std::fs::read(&path).expect("read");
    let error = Workspace::open(&path).expect_err("newer");
    assert!(matches!(error, WorkspaceError::Newer { found: 2, .. }));
    assert!(error.to_string().contains("newer Vigie"), "{error}");
    assert_eq!(std::fs::read(&path).expect("read"), before);
    assert_eq!(files(folder.path()), ["test.vigie"]);
}

#[test]
fn a_damaged_file_is_told_apart() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    workspace.close().expect("closed");
    let whole = std::fs::read(&path).expect("read");
    // The schema's page is overwritten, the header is not.
    let mut damaged = whole.clone();
    damaged[100..4096].fill(0x5a);
    std::fs::write(&path, &damaged).expect("written");
    assert!(matches!(Workspace::open(&path), Err(WorkspaceError::Damaged { .. })));
    assert_eq!(std::fs::read(&path).expect("read"), damaged);
    // Every shorter file is an error or a workspace, never a crash.
    for length in (0..whole.len()).step_by(1777) {
        std::fs::write(&path, &whole[..length]).expect("written");
        if let Ok(workspace) = Workspace::open(&path) {
            drop(workspace);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_file_opens_for_reading() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    workspace.close().expect("closed");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).expect("set");
    if std::fs::OpenOptions::new().append(true).open(&path).is_ok() {
        println!("skipped: this user may write to any file");
        return;
    }
    let workspace = Workspace::open(&path).expect("opened");
    assert_eq!(workspace.access(), Access::Read);
    assert_eq!(titles(&workspace).len(), 1);
    drop(workspace);
    assert_eq!(files(folder.path()), ["test.vigie"]);
}

#[test]
fn a_full_disk_loses_nothing() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "One");
    let pages: i64 = workspace.connection.pragma_query_value(None, "page_count", |row| row.get(0)).expect("asked");
    workspace.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).expect("set");
    let mut long = super::incident(2, "Two");
    long.description = "words ".repeat(20_000);
    let batch = EditBatch { label: "Two".to_owned(), changes: vec![Change::InsertRecord(Box::new(long))] };
    let error = workspace.apply(&batch, Moment(0)).expect_err("full");
    assert!(matches!(error, WorkspaceError::DiskFull(_)), "{error}");
    assert_eq!(workspace.snapshot().len(), 1);
    assert_eq!(titles(&workspace).len(), 1);
    // With room again, the same edit goes through.
    workspace.connection.pragma_update_and_check(None, "max_page_count", 1 << 30, |_| Ok(())).expect("set");
    workspace.apply(&batch, Moment(0)).expect("applied");
    workspace.close().expect("closed");
    assert_eq!(titles(&Workspace::open(&path).expect("opened")).len(), 2);
}

/// The chunks of a file: (first, last, stale).
fn chunks(path: &Path) -> Vec<(i64, i64, bool)> {
    let connection = Connection::open(path).expect("opened");
    let sql = "SELECT first, last, first IN (SELECT first FROM stale) FROM chunk ORDER BY first";
    let mut statement = connection.prepare(sql).expect("prepared");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("asked");
    rows.collect::<Result<_, _>>().expect("read")
}

#[test]
fn opening_reads_chunks_and_documents_only_of_stale_ones() {
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    super::imports::import(&mut workspace, 5, 20_000);
    workspace.close().expect("closed");
    assert_eq!(chunks(&path), [(1, 8192, false), (8193, 16384, false), (16385, 20000, false)]);
    // Documents that no chunk needs are not looked at: these could not be read.
    let break_documents = |range: &str| {
        let sql = format!("UPDATE record SET document = 'unreadable' WHERE id BETWEEN {range}");
        Connection::open(&path).expect("opened").execute_batch(&sql).expect("broken");
    };
    break_documents("1 AND 8192");
    let mut workspace = Workspace::open(&path).expect("opened");
    assert_eq!(workspace.snapshot().values_at(4).map(|values| values.title).as_deref(), Some("imported 5"));
    // An edit makes one chunk stale, on disk, at once.
    let id = crate::frame::RecordId(10_000);
    let mut incident = workspace.incident(id).expect("read");
    incident.title = "Edited".to_owned();
    let batch =
        EditBatch { label: String::new(), changes: vec![Change::ReplaceRecord(id, Box::new(incident.clone()))] };
    workspace.apply(&batch, Moment(0)).expect("applied");
    assert_eq!(chunks(&path), [(1, 8192, false), (8193, 16384, true), (16385, 20000, false)]);
    let reader = Workspace::open_read_only(&path).expect("opened beside");
    assert_eq!(reader.snapshot().values_at(9_999).map(|values| values.title).as_deref(), Some("edited"));
    assert_eq!(reader.snapshot().values_at(4).map(|values| values.title).as_deref(), Some("imported 5"));
    drop(reader);
    workspace.close().expect("closed");
    assert_eq!(chunks(&path), [(1, 8192, false), (8193, 16384, false), (16385, 20000, false)]);
    let workspace = Workspace::open(&path).expect("opened");
    assert_eq!(workspace.snapshot().values_at(9_999).map(|values| values.title).as_deref(), Some("edited"));
    assert_eq!(workspace.snapshot().len(), 20_000);
}

#[test]
fn a_damaged_frame_is_built_again_from_the_documents() {
    let (_folder, path) = place();
    for damage in [
        "UPDATE chunk SET bytes = substr(bytes, 1, 40)",
        "UPDATE word SET bytes = zeroblob(9)",
        "UPDATE head SET bytes = x'00'",
        "DELETE FROM head",
    ] {
        std::fs::remove_file(&path).ok();
        let mut workspace = Workspace::create(&path).expect("made");
        super::imports::import(&mut workspace, 5, 100);
        workspace.close().expect("closed");
        Connection::open(&path).expect("opened").execute_batch(damage).expect("damaged");
        let reader = Workspace::open_read_only(&path).expect("opened");
        assert_eq!(reader.snapshot().values_at(41).map(|values| values.title).as_deref(), Some("imported 42"));
        drop(reader);
        let mut workspace = Workspace::open(&path).expect("opened");
        assert_eq!(workspace.snapshot().len(), 100);
        insert(&mut workspace, 1, "One more");
        workspace.close().expect("closed");
        assert_eq!(chunks(&path), [(1, 101, false)], "{damage}");
        assert_eq!(Workspace::open(&path).expect("opened").snapshot().len(), 101);
    }
}
