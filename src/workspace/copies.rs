//! Copies of a workspace: under another name, or without its history. Each appears as a whole or not at all.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use serde_json::{Map, Value};

use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::file::{self, Use};
use crate::workspace::frames;
use crate::workspace::lock::{self, Answer};
use crate::workspace::open::Workspace;

/// What a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyKind {
    /// Everything.
    Whole,
    /// The records as they are now. What was deleted, replaced or undone is not in it, nor what the window remembers
    /// (searches name people too); of corrected records it is known which fields were corrected, not what stood there.
    WithoutHistory,
}

/// A copy to be made; it has a connection of its own and may be sent to a thread.
#[derive(Clone, Debug)]
pub struct CopyJob {
    source: PathBuf,
    target: PathBuf,
    kind: CopyKind,
}

impl Workspace {
    /// Prepares a copy; [`CopyJob::run`] makes it, of the workspace as it is then.
    pub fn copy_job(&self, target: &Path, kind: CopyKind) -> Result<CopyJob> {
        if self.importing.load(std::sync::atomic::Ordering::Acquire) {
            return Err(WorkspaceError::Importing);
        }
        Ok(CopyJob { source: self.path.clone(), target: target.to_path_buf(), kind })
    }

    /// Saves the workspace under another name and goes on with that file. A file of this name is replaced.
    ///
    /// A workspace that had no name is moved: its old file is gone afterwards.
    pub fn save_as(&mut self, target: &Path) -> Result<()> {
        if is_same(&self.path, target) {
            return Ok(());
        }
        self.settle()?;
        if self.writable().is_ok() {
            self.tidy()?;
        }
        self.copy_job(target, CopyKind::Whole)?.run()?;
        self.go_on_with(target)
    }

    /// Goes on with a whole copy that a [`CopyJob`] made, as [`Self::save_as`] does. Nothing may have been changed
    /// since the copy was begun: the caller compares revisions.
    pub fn go_on_with(&mut self, copy: &Path) -> Result<()> {
        let mut moved = Self::open_showing(copy, self.snapshot.clone())?;
        std::mem::swap(self, &mut moved);
        if moved.is_unnamed() {
            moved.discard()?;
        }
        Ok(())
    }

    /// Saves a copy without history; the workspace goes on with its own file.
    pub fn copy_without_history(&self, target: &Path) -> Result<()> {
        self.copy_job(target, CopyKind::WithoutHistory)?.run()
    }
}

impl CopyJob {
    /// Makes the copy. A file of that name is replaced, unless it is the workspace itself or open somewhere.
    pub fn run(self) -> Result<()> {
        let Self { source, target, kind } = &self;
        if is_same(source, target) {
            return Err(WorkspaceError::Exists(target.clone()));
        }
        let _lock = match lock::take(target) {
            Answer::Held(lock) => lock,
            Answer::Taken => return Err(WorkspaceError::Locked(target.clone())),
            Answer::Refused(error) => return Err(WorkspaceError::from_io(&error, target)),
        };
        let unfinished = lock::beside(target, "-saving");
        remove(&unfinished);
        let made = match kind {
            CopyKind::Whole => whole(source, &unfinished),
            CopyKind::WithoutHistory => without_history(source, &unfinished),
        };
        let made = made.map_err(|error| WorkspaceError::from_sqlite(&error, target));
        made.and_then(|()| put_in_place(&unfinished, target)).inspect_err(|_| remove(&unfinished))
    }
}

/// Copies the living pages into a new file.
fn whole(source: &Path, target: &Path) -> rusqlite::Result<()> {
    let connection = file::connect(source, Use::Read, None)?;
    connection.execute("VACUUM INTO ?1", [target.to_string_lossy()]).map(drop)
}

/// Writes the records of now into a new file that has never held anything else.
fn without_history(source: &Path, target: &Path) -> rusqlite::Result<()> {
    let connection = file::connect(target, Use::Create, None)?;
    file::lay_out(&connection)?;
    connection.execute("ATTACH ?1 AS source", [source.to_string_lossy()])?;
    connection.execute_batch(
        "BEGIN;
         INSERT INTO main.counter SELECT * FROM source.counter;
         INSERT INTO main.dataset SELECT * FROM source.dataset;
         INSERT INTO main.organisation SELECT * FROM source.organisation;
         INSERT INTO main.recipe SELECT * FROM source.recipe;
         INSERT INTO main.import
             SELECT id, NULL, dataset, first, last, source_hash, report, 0 FROM source.import WHERE hidden = 0;
         INSERT INTO main.record
             SELECT id, uuid, dataset, source_key, document, NULL FROM source.record r
             WHERE NOT EXISTS (SELECT 1 FROM source.import i WHERE i.hidden = 1 AND r.id BETWEEN i.first AND i.last)
             ORDER BY id;",
    )?;
    name_corrections(&connection)?;
    let snapshot = frames::from_documents(&connection, 0..=i64::MAX, &[])?;
    frames::save(&connection, &snapshot)?;
    connection.execute_batch("COMMIT; DETACH source;")
}

/// Notes of every corrected record which fields were corrected, so that a newer edition of its dataset leaves them
/// alone, without the words that stood there.
fn name_corrections(connection: &Connection) -> rusqlite::Result<()> {
    let mut corrected = connection.prepare(
        "SELECT m.id, m.document, s.imported FROM source.record s JOIN main.record m ON m.id = s.id
         WHERE s.imported IS NOT NULL",
    )?;
    let mut rows = corrected.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let fields = corrected_fields(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?);
        let note = serde_json::json!({ "corrected": fields }).to_string();
        connection.prepare_cached("UPDATE main.record SET imported = ?2 WHERE id = ?1")?.execute(params![id, note])?;
    }
    Ok(())
}

/// The imported layer after an edit: a document stays as it is; a list of corrected fields gains those that the edit
/// changed.
pub(super) fn with_corrections(imported: &str, before: &str, after: &str) -> String {
    let Some(Value::Array(named)) = fields_of(imported).remove("corrected") else { return imported.to_owned() };
    let mut names: Vec<String> = named.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    names.extend(differing(&fields_of(before), &fields_of(after)));
    names.sort();
    names.dedup();
    serde_json::json!({ "corrected": names }).to_string()
}

/// Names of the fields in which a document differs from what was imported.
pub(super) fn corrected_fields(document: &str, imported: &str) -> Vec<String> {
    let imported = fields_of(imported);
    if let Some(Value::Array(named)) = imported.get("corrected") {
        return named.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    }
    differing(&fields_of(document), &imported)
}

fn fields_of(json: &str) -> Map<String, Value> {
    serde_json::from_str(json).unwrap_or_default()
}

fn differing(one: &Map<String, Value>, other: &Map<String, Value>) -> Vec<String> {
    let names = one.keys().chain(other.keys()).filter(|name| one.get(*name) != other.get(*name));
    let mut names: Vec<String> = names.cloned().collect();
    names.sort();
    names.dedup();
    names
}

/// Gives a finished file its name, replacing what stood there in one step.
fn put_in_place(unfinished: &Path, target: &Path) -> Result<()> {
    let io = |error: std::io::Error| WorkspaceError::from_io(&error, target);
    File::options().write(true).open(unfinished).and_then(|file| file.sync_all()).map_err(io)?;
    // What the replaced file left after a crash must not be taken for a part of the new one.
    fold_old(target);
    file::remove_leftovers(target);
    std::fs::rename(unfinished, target).map_err(io)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder).and_then(|folder| folder.sync_all()).ok();
    }
    Ok(())
}

/// Brings a file that is about to be replaced, and was not closed properly, back to one file: until the new one has
/// its name, the old one stays whole.
fn fold_old(target: &Path) {
    let left = ["-wal", "-journal"].iter().any(|suffix| lock::beside(target, suffix).exists());
    if left
        && target.exists()
        && let Ok(connection) = file::connect(target, Use::Write, None)
    {
        file::fold(&connection).ok();
    }
}

fn remove(unfinished: &Path) {
    std::fs::remove_file(unfinished).ok();
    file::remove_leftovers(unfinished);
}

/// Whether two paths name one file.
fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
