//! The workspace as the rest of the program sees it: opened, read, closed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::frame::{RecordId, Revision, RowChange, RowValues, Snapshot};
use crate::model::dataset::Dataset;
use crate::model::incident::Incident;
use crate::model::organisation::Organisation;
use crate::workspace::copies;
use crate::workspace::edit::{self, Step};
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::file::{self, Journal, Use};
use crate::workspace::frames;
use crate::workspace::history;
use crate::workspace::lock::{self, Answer, Lock};
use crate::workspace::past;
use crate::workspace::store::{self, Entity};

/// Whether a workspace can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and written; nobody else writes meanwhile.
    Write,
    /// Read only.
    Read,
}

/// What a file that is opened shows.
#[derive(Debug)]
pub(super) enum Show {
    /// Its frame, read from it.
    Load,
    /// A frame that is known to be its.
    This(Snapshot),
    /// Nothing.
    Nothing,
}

/// An open workspace file and the frame of its records.
///
/// It may be sent to another thread but is used by one at a time. Dropping it closes it like [`Workspace::close`],
/// without a word when that fails.
#[derive(Debug)]
pub struct Workspace {
    // The connection stands before the lock, so that it is closed first.
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) access: Access,
    pub(super) journal: Journal,
    pub(super) snapshot: Snapshot,
    pub(super) importing: Arc<AtomicBool>,
    pub(super) vfs: Option<String>,
    pub(super) undo_label: Option<String>,
    pub(super) redo_label: Option<String>,
    unnamed: bool,
    /// Opened without its frame: nothing of the frame is written on closing.
    bare: bool,
    pub(super) unsettled: bool,
    closed: bool,
    lock: Option<Lock>,
}

impl Workspace {
    /// Makes a new workspace file. Refused when there is a file already.
    pub fn create(path: &Path) -> Result<Self> {
        Self::create_in(path, None)
    }

    pub(super) fn create_in(path: &Path, vfs: Option<&str>) -> Result<Self> {
        if path.try_exists().map_err(|error| WorkspaceError::from_io(&error, path))? {
            return Err(WorkspaceError::Exists(path.to_path_buf()));
        }
        let lock = match lock::take(path) {
            Answer::Held(lock) => lock,
            Answer::Taken => return Err(WorkspaceError::Locked(path.to_path_buf())),
            Answer::Refused(error) => return Err(WorkspaceError::from_io(&error, path)),
        };
        file::remove_leftovers(path);
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
        let made = || {
            let connection = file::connect(path, Use::Create, vfs).map_err(sqlite)?;
            file::lay_out(&connection).map_err(sqlite)?;
            Ok(connection)
        };
        let connection = made().inspect_err(|_: &WorkspaceError| {
            std::fs::remove_file(path).ok();
            file::remove_leftovers(path);
        })?;
        Self::start(connection, path, vfs, Some(lock), Show::Load)
    }

    /// Opens a workspace file. Where the file or its folder cannot be written to, it is opened for reading only:
    /// see [`Self::access`].
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_in(path, None, Show::Load)
    }

    /// Opens a file whose frame is known.
    pub(super) fn open_showing(path: &Path, snapshot: Snapshot) -> Result<Self> {
        Self::open_in(path, None, Show::This(snapshot))
    }

    /// Opens a file to ask what is in it, without its frame.
    pub(super) fn open_bare(path: &Path) -> Result<Self> {
        Self::open_in(path, None, Show::Nothing)
    }

    pub(super) fn open_in(path: &Path, vfs: Option<&str>, show: Show) -> Result<Self> {
        is_file(path)?;
        let lock = match lock::take(path) {
            Answer::Held(lock) => lock,
            Answer::Taken => return Err(WorkspaceError::Locked(path.to_path_buf())),
            Answer::Refused(_) => return Self::open_read_only(path),
        };
        let connection = match file::connect(path, Use::Write, vfs) {
            Ok(connection) if !connection.is_readonly("main").unwrap_or(false) => connection,
            _ => {
                drop(lock);
                return Self::open_read_only(path);
            }
        };
        file::recognise(&connection, path)?;
        Self::start(connection, path, vfs, Some(lock), show)
    }

    /// Opens a workspace file for reading, also while another Vigie has it open.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        is_file(path)?;
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
        let connection = file::connect(path, Use::Read, None).map_err(sqlite)?;
        match file::recognise(&connection, path) {
            Ok(()) => {}
            Err(WorkspaceError::Io { .. } | WorkspaceError::ReadOnly(_)) if lock::beside(path, "-wal").exists() => {
                return Err(WorkspaceError::Unfinished(path.to_path_buf()));
            }
            Err(error) => return Err(error),
        }
        Self::start(connection, path, None, None, Show::Load)
    }

    fn start(connection: Connection, path: &Path, vfs: Option<&str>, lock: Option<Lock>, show: Show) -> Result<Self> {
        let access = if lock.is_some() { Access::Write } else { Access::Read };
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
        let journal = match access {
            Access::Write => file::set_journal(&connection).map_err(sqlite)?,
            Access::Read => Journal::Plain,
        };
        let mut workspace = Self {
            connection,
            path: path.to_path_buf(),
            access,
            journal,
            snapshot: Snapshot::default(),
            importing: Arc::default(),
            vfs: vfs.map(str::to_owned),
            undo_label: None,
            redo_label: None,
            unnamed: false,
            bare: false,
            unsettled: false,
            closed: access == Access::Read,
            lock,
        };
        match show {
            Show::Load => workspace.reload()?,
            Show::This(snapshot) => workspace.snapshot = snapshot,
            Show::Nothing => workspace.bare = true,
        }
        workspace.refresh_labels()?;
        Ok(workspace)
    }

    /// Closes the workspace: what opens fast next time is brought up to date, and one file is left.
    ///
    /// Every edit is in the file already: an error here loses nothing.
    pub fn close(mut self) -> Result<()> {
        self.shut()
    }

    pub(super) fn shut(&mut self) -> Result<()> {
        if std::mem::replace(&mut self.closed, true) {
            return Ok(());
        }
        let tidied = if self.bare { Ok(()) } else { self.settle().and_then(|()| self.tidy()) };
        match file::fold(&self.connection).map_err(|error| self.sqlite(&error)) {
            // Somebody else is still reading; whoever closes last folds the log.
            Ok(()) | Err(WorkspaceError::Locked(_)) => tidied,
            Err(error) => tidied.and(Err(error)),
        }
    }

    /// Closes without bringing anything up to date, for a file that is about to go.
    pub(super) fn shut_without_tidying(&mut self) {
        if !std::mem::replace(&mut self.closed, true) {
            file::fold(&self.connection).ok();
        }
    }

    /// This workspace, marked as one without a name.
    pub(super) fn without_name(mut self) -> Self {
        self.unnamed = true;
        self
    }

    /// Whether it has no name yet: [`Self::save_as`] gives it one.
    pub const fn is_unnamed(&self) -> bool {
        self.unnamed
    }

    /// Number of records, asked of the file.
    pub(super) fn count_records(&self) -> Result<u64> {
        let hidden: i64 = self.hidden_ranges()?.iter().map(|(first, last)| last - first + 1).sum();
        let all: i64 = self
            .connection
            .query_row("SELECT count(*) FROM record", [], |row| row.get(0))
            .map_err(|error| self.sqlite(&error))?;
        Ok(u64::try_from(all - hidden).unwrap_or(0))
    }

    /// Brings the stored frame up to date and deletes what can no longer be brought back.
    pub(super) fn tidy(&mut self) -> Result<()> {
        let path = self.path.clone();
        let tidy = |connection: &mut Connection, snapshot: &Snapshot| {
            let transaction = connection.transaction()?;
            history::delete_dead_imports(&transaction)?;
            frames::save(&transaction, snapshot)?;
            transaction.commit()
        };
        tidy(&mut self.connection, &self.snapshot).map_err(|error| WorkspaceError::from_sqlite(&error, &path))
    }

    /// Uses a plain journal for the length of an import.
    pub(super) fn use_plain_journal(&mut self) -> Result<()> {
        if file::fold(&self.connection).is_err() {
            // Somebody else is reading: the log stays.
            return Ok(());
        }
        // Questions to a locked file are answered at once rather than late.
        self.connection.busy_timeout(std::time::Duration::ZERO).map_err(|error| self.sqlite(&error))?;
        self.journal = Journal::Plain;
        self.unsettled = true;
        Ok(())
    }

    /// Goes back to the usual journal once an import is done or given up.
    pub(super) fn settle(&mut self) -> Result<()> {
        if self.unsettled && !self.importing.load(Ordering::Acquire) {
            file::be_patient(&self.connection).map_err(|error| self.sqlite(&error))?;
            self.journal = file::set_journal(&self.connection).map_err(|error| self.sqlite(&error))?;
            self.unsettled = false;
        }
        Ok(())
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it can be changed.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// How changes are kept safe until they are in the file.
    pub const fn journal(&self) -> Journal {
        self.journal
    }

    /// The frame of all records, as of the last edit.
    pub fn snapshot(&self) -> Snapshot {
        self.snapshot.clone()
    }

    /// The version of the data that [`Self::snapshot`] shows.
    pub fn revision(&self) -> Revision {
        self.snapshot.revision()
    }

    /// A record's current document.
    pub fn incident(&self, id: RecordId) -> Result<Incident> {
        let mut found = self.page(&[id])?;
        found.pop().map(|(_, incident)| incident).ok_or(WorkspaceError::Gone)
    }

    /// A record as it was imported, where it was corrected since and the original is kept.
    pub fn imported(&self, id: RecordId) -> Result<Option<Incident>> {
        let row = edit::row_id(id).ok_or(WorkspaceError::Gone)?;
        let layers = store::layers(&self.connection, Entity::Record, row).map_err(|error| self.sqlite(&error))?;
        let layers = layers.ok_or(WorkspaceError::Gone)?;
        Ok(layers.imported.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// Names of the fields in which a record differs from what was imported; none for records made by hand.
    pub fn corrected_fields(&self, id: RecordId) -> Result<Vec<String>> {
        let row = edit::row_id(id).ok_or(WorkspaceError::Gone)?;
        let layers = store::layers(&self.connection, Entity::Record, row).map_err(|error| self.sqlite(&error))?;
        let layers = layers.ok_or(WorkspaceError::Gone)?;
        Ok(layers.imported.map_or_else(Vec::new, |imported| copies::corrected_fields(&layers.document, &imported)))
    }

    /// The documents of these records, in this order; those that are gone are left out. For what is on screen.
    pub fn page(&self, ids: &[RecordId]) -> Result<Vec<(RecordId, Incident)>> {
        page_of(&self.connection, &self.path, ids)
    }

    /// The record with this identity.
    pub fn find(&self, uuid: Uuid) -> Result<Option<RecordId>> {
        let id = store::id_of(&self.connection, Entity::Record, uuid).map_err(|error| self.sqlite(&error))?;
        let hidden = self.hidden_ranges()?;
        Ok(id.filter(|&id| !is_within(&hidden, id)).map(|id| RecordId(id.unsigned_abs())))
    }

    /// The records that a dataset's source gave this key.
    pub fn find_by_key(&self, dataset: Uuid, key: &str) -> Result<Vec<RecordId>> {
        let hidden = self.hidden_ranges()?;
        let find = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT id FROM record
                 WHERE dataset = (SELECT id FROM dataset WHERE uuid = ?1) AND source_key = ?2 ORDER BY id",
            )?;
            let rows = statement.query_map((dataset.as_bytes(), key), |row| row.get::<_, i64>(0))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let found = find().map_err(|error| self.sqlite(&error))?;
        Ok(found.into_iter().filter(|&id| !is_within(&hidden, id)).map(|id| RecordId(id.unsigned_abs())).collect())
    }

    /// Calls `visit` with every record in the order of ids, one at a time: for export. It ends early on `false`.
    pub fn each(&self, mut visit: impl FnMut(RecordId, Result<Incident>) -> bool) -> Result<()> {
        let hidden = self.hidden_ranges()?;
        frames::each_document(&self.connection, 0..=i64::MAX, &hidden, |id, incident| {
            let record = RecordId(id.unsigned_abs());
            visit(record, incident.map_err(|detail| WorkspaceError::Document { record, detail }))
        })
        .map_err(|error| self.sqlite(&error))
    }

    /// All datasets, in the order in which they came.
    pub fn datasets(&self) -> Result<Vec<Dataset>> {
        let all = store::all(&self.connection, Entity::Dataset).map_err(|error| self.sqlite(&error))?;
        Ok(all.into_iter().map(|(_, dataset)| dataset).collect())
    }

    /// The imports that the records came in by and that are not undone, in the order in which they came.
    pub fn imports(&self) -> Result<Vec<past::PastImport>> {
        past::imports(&self.connection).map_err(|error| self.sqlite(&error))
    }

    /// All organisations that have a page of their own.
    pub fn organisations(&self) -> Result<Vec<Organisation>> {
        let all = store::all(&self.connection, Entity::Organisation).map_err(|error| self.sqlite(&error))?;
        Ok(all.into_iter().map(|(_, organisation)| organisation).collect())
    }

    /// Something the window remembers, by name; `None` when it is not there or no longer has that shape.
    pub fn state<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        self.named("SELECT document FROM state WHERE name = ?1", name)
    }

    /// Whether something is kept under this name, readable or not.
    pub fn has_state(&self, name: &str) -> Result<bool> {
        let has = || {
            let mut statement = self.connection.prepare_cached("SELECT 1 FROM state WHERE name = ?1")?;
            statement.exists([name])
        };
        has().map_err(|error| self.sqlite(&error))
    }

    /// Remembers something for the window. Not part of undo.
    pub fn set_state<T: Serialize>(&mut self, name: &str, value: &T) -> Result<()> {
        self.set_named(
            "INSERT INTO state VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document = excluded.document",
            name,
            value,
        )
    }

    /// Keeps a document of the recipes under its name.
    pub fn set_recipe<T: Serialize>(&mut self, name: &str, recipe: &T) -> Result<()> {
        self.set_named(
            "INSERT INTO recipe VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document = excluded.document",
            name,
            recipe,
        )
    }

    /// All kept recipes that have the shape of `T`, by name.
    pub fn recipes<T: DeserializeOwned>(&self) -> Result<Vec<T>> {
        let read = || {
            let mut statement = self.connection.prepare_cached("SELECT document FROM recipe ORDER BY name")?;
            let rows = statement.query_map([], |row| Ok(store::from_json(row, 0).ok()))?;
            rows.filter_map(rusqlite::Result::transpose).collect::<rusqlite::Result<Vec<T>>>()
        };
        read().map_err(|error| self.sqlite(&error))
    }

    /// Forgets a recipe.
    pub fn remove_recipe(&mut self, name: &str) -> Result<()> {
        self.writable()?;
        self.connection
            .execute("DELETE FROM recipe WHERE name = ?1", [name])
            .map(drop)
            .map_err(|error| self.sqlite(&error))
    }

    fn named<T: DeserializeOwned>(&self, sql: &str, name: &str) -> Result<Option<T>> {
        let read = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([name])?;
            Ok(rows.next()?.and_then(|row| store::from_json(row, 0).ok()))
        };
        read().map_err(|error: rusqlite::Error| self.sqlite(&error))
    }

    fn set_named<T: Serialize>(&mut self, sql: &str, name: &str, value: &T) -> Result<()> {
        self.writable()?;
        let write = || {
            let json = store::to_json(value)?;
            self.connection.prepare_cached(sql)?.execute((name, json)).map(drop)
        };
        write().map_err(|error| self.sqlite(&error))
    }

    /// Refuses while nothing can be written.
    pub(super) fn writable(&self) -> Result<()> {
        match self.access {
            Access::Read => Err(WorkspaceError::ReadOnly(self.path.clone())),
            Access::Write if self.importing.load(Ordering::Acquire) => Err(WorkspaceError::Importing),
            Access::Write => Ok(()),
        }
    }

    /// Names what SQLite reported.
    pub(super) fn sqlite(&self, error: &rusqlite::Error) -> WorkspaceError {
        WorkspaceError::from_sqlite(error, &self.path)
    }

    /// Ranges of ids of imports that are undone.
    pub(super) fn hidden_ranges(&self) -> Result<Vec<(i64, i64)>> {
        hidden_ranges(&self.connection).map_err(|error| self.sqlite(&error))
    }

    /// Reads the frame from the file.
    pub(super) fn reload(&mut self) -> Result<()> {
        let revision = Revision(self.snapshot.revision().0 + 1);
        let loaded = frames::load(&self.connection).map_err(|error| self.sqlite(&error))?;
        if !loaded.stored && self.access == Access::Write {
            frames::forget(&self.connection).map_err(|error| self.sqlite(&error))?;
        }
        self.snapshot = loaded.snapshot.with_revision(revision);
        Ok(())
    }

    /// Shows in the frame what an edit changed.
    pub(super) fn show(&mut self, steps: &[Step]) -> Result<()> {
        let mut changes = Vec::new();
        for step in steps.iter().filter(|step| step.entity == Entity::Record) {
            let values = match &step.after {
                None => None,
                Some(layers) => {
                    let incident = store::parse(&layers.document).map_err(|error| self.sqlite(&error))?;
                    Some(values_of(&incident))
                }
            };
            changes.push(RowChange { id: RecordId(step.target.unsigned_abs()), values });
        }
        let revision = Revision(self.snapshot.revision().0 + 1);
        self.snapshot = self.snapshot.apply(&changes).with_revision(revision);
        Ok(())
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        self.shut().ok();
        self.lock.take();
    }
}

/// The documents of these records, in this order; those that are gone are left out.
pub(super) fn page_of(connection: &Connection, path: &Path, ids: &[RecordId]) -> Result<Vec<(RecordId, Incident)>> {
    let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
    let wanted = store::to_json(&ids).map_err(sqlite)?;
    let mut statement = connection
        .prepare_cached(
            "SELECT r.id, r.document FROM json_each(?1) wanted CROSS JOIN record r ON r.id = wanted.value
             ORDER BY wanted.key",
        )
        .map_err(sqlite)?;
    let mut rows = statement.query([wanted]).map_err(sqlite)?;
    let mut page = Vec::with_capacity(ids.len());
    while let Some(row) = rows.next().map_err(sqlite)? {
        let id = RecordId(row.get::<_, i64>(0).map_err(sqlite)?.unsigned_abs());
        let incident = store::from_json(row, 1)
            .map_err(|error| WorkspaceError::Document { record: id, detail: error.to_string() })?;
        page.push((id, incident));
    }
    let hidden = hidden_ranges(connection).map_err(sqlite)?;
    page.retain(|(id, _)| !edit::row_id(*id).is_some_and(|id| is_within(&hidden, id)));
    Ok(page)
}

/// What the frame keeps of a record.
pub(super) fn values_of(incident: &Incident) -> RowValues {
    let dataset = incident.origin.as_ref().map_or(Uuid::nil(), |origin| origin.dataset);
    RowValues::from_incident(incident, dataset)
}

/// Ranges of ids of imports that are undone.
pub(super) fn hidden_ranges(connection: &Connection) -> rusqlite::Result<Vec<(i64, i64)>> {
    let mut statement = connection.prepare_cached("SELECT first, last FROM import WHERE hidden = 1 ORDER BY first")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// Whether an id lies in one of these ranges.
pub(super) fn is_within(ranges: &[(i64, i64)], id: i64) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&id))
}

fn is_file(path: &Path) -> Result<()> {
    match std::fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(_) => Err(WorkspaceError::NotVigie(path.to_path_buf())),
        Err(error) => Err(WorkspaceError::from_io(&error, path)),
    }
}
