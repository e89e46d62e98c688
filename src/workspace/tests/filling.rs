//! Files read into an import on several threads.

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::imports::plan;
use super::{insert, place};
use crate::frame::RecordId;
use crate::import::bytes::sniff::{Extent, sniff};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::propose::propose;
use crate::import::propose::survey::survey;
use crate::import::read::read;
use crate::import::recipe::Recipe;
use crate::model::calendar::Day;
use crate::workspace::Workspace;
use crate::workspace::filling::FillError;
use crate::workspace::importer::{ImportCounts, ImportPlan, Importer, OnDuplicate};

/// A table of several blocks, `note` characters wide.
fn table(rows: u32) -> String {
    let note = "word ".repeat(40);
    let mut text = String::from("id,organisation,aware,disclosed,people affected,severity,note\n");
    for row in 0..rows {
        let told = ["2024-03-05", "", "2024-05", "unknown"][row as usize % 4];
        let severity = if row > rows / 2 { "High" } else { "" };
        writeln!(text, "{},Ville {row},2024-01-02,{told},{},{severity},{note}", row % (rows - 100), row * 3).unwrap();
        if row % 50 == 3 {
            text.push_str(",,,,,,\nfew\n");
        }
    }
    text
}

fn recipe(text: &str) -> Recipe {
    let head = &text.as_bytes()[..text.len().min(20_000)];
    let found = sniff(head, Extent::Head).expect("a table");
    let seen = survey(&mut text.as_bytes(), &found.format, Day(20_000), &Progress::default()).expect("read");
    propose(&seen, &found.format, "table", &[]).recipe
}

/// Everything that stands in the file.
fn dump(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).expect("opened");
    let list = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).expect("prepared");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("asked");
        let mut found = Vec::new();
        while let Some(row) = rows.next().expect("read") {
            let values = (0..columns).map(|at| match row.get_ref(at).expect("there") {
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            });
            found.push(values.collect::<Vec<_>>().join("|"));
        }
        found
    };
    let tables = list("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    let mut all = list("SELECT type, name, sql FROM sqlite_schema ORDER BY name");
    for table in tables {
        all.extend(list(&format!("SELECT '{table}', * FROM \"{table}\" ORDER BY 2")));
    }
    all
}

fn fill(importer: &mut Importer, text: &str, recipe: &Recipe) {
    let report = importer.fill(&mut text.as_bytes(), recipe, &Progress::default()).expect("filled");
    assert!(report.adds_up());
}

#[test]
fn several_threads_store_what_one_stores() {
    let text = table(6_000);
    assert!(text.len() > 2 * 512 * 1024, "several blocks");
    let recipe = recipe(&text);
    let mut dumps = Vec::new();
    // An empty workspace and one with a record; rows kept and rows compared with what is there.
    for (with_record, on_duplicate) in
        [(false, OnDuplicate::Keep), (true, OnDuplicate::Keep), (false, OnDuplicate::Skip), (true, OnDuplicate::Merge)]
    {
        for together in [false, true] {
            let (_folder, path) = place();
            let mut workspace = Workspace::create(&path).expect("made");
            if with_record {
                insert(&mut workspace, 1, "By hand");
            }
            let mut importer = workspace.importer(ImportPlan { on_duplicate, ..plan(5) }).expect("begun");
            if together {
                fill(&mut importer, &text, &recipe);
            } else {
                read(&mut text.as_bytes(), &recipe, &mut importer, &Progress::default()).expect("read");
            }
            let imported = importer.finish(ImportCounts::default()).expect("finished");
            workspace.adopt(imported).expect("adopted");
            let shown = workspace.snapshot();
            let values: Vec<_> = (0..shown.len()).map(|row| (shown.id_at(row), shown.values_at(row))).collect();
            assert!(workspace.check().expect("checked").is_sound());
            workspace.close().expect("closed");
            let mut all = dump(&path);
            // Chunks end where batches do; what they show is compared as it is shown.
            all.retain(|line| !["chunk|", "word|", "head|"].iter().any(|table| line.starts_with(table)));
            dumps.push((all, values));
        }
        let (together, alone) = (dumps.pop().expect("two"), dumps.pop().expect("two"));
        assert!(together.0 == alone.0, "{on_duplicate:?}");
        assert!(together.1 == alone.1, "{on_duplicate:?}");
    }
}

/// Cancels when half of it was read.
struct Half<'a> {
    text: &'a [u8],
    left: usize,
    progress: Progress,
}

impl Read for Half<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            self.progress.cancel();
        }
        self.left = self.left.saturating_sub(1);
        self.text.read(room)
    }
}

#[test]
fn an_import_cancelled_in_the_middle_leaves_the_file_as_it_was() {
    let text = table(12_000);
    let recipe = recipe(&text);
    for records in 0..2 {
        let (_folder, path) = place();
        let mut workspace = Workspace::create(&path).expect("made");
        for number in 0..records {
            insert(&mut workspace, number + 1, "By hand");
        }
        workspace.close().expect("closed");
        let (before, bytes) = (dump(&path), std::fs::read(&path).expect("read"));
        let mut workspace = Workspace::open(&path).expect("opened");
        let mut importer = workspace.importer(plan(5)).expect("begun");
        let progress = Progress::default();
        let mut half = Half { text: text.as_bytes(), left: 3, progress: progress.clone() };
        let filled = importer.fill(&mut half, &recipe, &progress);
        assert!(matches!(filled, Err(FillError::Import(ImportError::Cancelled))), "{filled:?}");
        assert!(progress.rows() > 0 && progress.rows() < 12_000);
        importer.cancel();
        assert_eq!(workspace.snapshot().len() as u128, records);
        workspace.close().expect("closed");
        assert!(dump(&path) == before);
        // Nothing of it lies about in the file either.
        let after = std::fs::read(&path).expect("read");
        assert_eq!(after.len(), bytes.len());
        assert!(!after.windows(9).any(|part| part == b"Ville 100"));
    }
}

#[test]
fn a_workspace_that_is_full_says_so_and_is_as_it_was() {
    let text = table(12_000);
    let recipe = recipe(&text);
    let (_folder, path) = place();
    let mut workspace = Workspace::create(&path).expect("made");
    insert(&mut workspace, 1, "By hand");
    let mut importer = workspace.importer(plan(5)).expect("begun");
    importer.limit_pages(60);
    let filled = importer.fill(&mut text.as_bytes(), &recipe, &Progress::default());
    assert!(matches!(filled, Err(FillError::Workspace(_))), "{filled:?}");
    importer.cancel();
    assert_eq!(workspace.incident(RecordId(1)).expect("read").title, "By hand");
    workspace.close().expect("closed");
    assert_eq!(dump(&path).iter().filter(|line| line.starts_with("record|")).count(), 1);
}
