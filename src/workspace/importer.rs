//! Imports: batches written as records in one transaction, all or nothing.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::frame::{FrameBuilder, FrameError, RecordId, RowChange, Snapshot};
use crate::import::report::ImportReport;
use crate::model::dataset::Dataset;
use crate::model::incident::Incident;
use crate::workspace::edit::{self, Change, Moment, Step};
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::file::{self, Use};
use crate::workspace::open::{Workspace, values_of};
use crate::workspace::past::Kept;
use crate::workspace::store::{self, Entity};
use crate::workspace::{frames, history, merge};

/// Changed records that gather before the frame takes them, so that their values never stand in memory all at once.
const CHANGES: usize = 4_096;
pub(super) const INSERT: &str = "INSERT INTO record VALUES (?1, ?2, ?3, ?4, ?5, NULL)";

/// What is to be imported, and how.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// What the history calls it, in the analyst's language.
    pub label: String,
    /// The dataset that the rows belong to; added, or replaced when it is there. `None` for records that bring their
    /// own origin.
    pub dataset: Option<Dataset>,
    /// What else comes with it: organisations, further datasets.
    pub also: Vec<Change>,
    /// A fresh random identity, from which the records' identities are made.
    pub identity: Uuid,
    /// What becomes of a row whose source key the dataset has already.
    pub on_duplicate: OnDuplicate,
    /// The name of the recipe that the rows are read with; empty for records that bring their own form.
    pub recipe: String,
    /// The moment of the import.
    pub now: Moment,
}

/// What becomes of a row whose source key the dataset has already. Rows without a key are always kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDuplicate {
    /// It becomes a record of its own.
    #[default]
    Keep,
    /// It is passed over.
    Skip,
    /// It is a newer edition of that record: fields that the analyst left alone take its values, corrected ones stay.
    Merge,
}

/// What an import's reader found, kept with the import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportCounts {
    /// Rows read.
    pub read: u64,
    /// Rows set aside because something in them cannot be read.
    pub rejected: u64,
    /// Blank rows.
    pub blank: u64,
    /// Rows that a rule of the recipe leaves out.
    pub left_out: u64,
    /// Rows that are part of the record of an earlier row of the file.
    pub joined: u64,
    /// Rows that became records.
    pub imported: u64,
    /// Rows passed over because the dataset has their key, or nothing in them is new.
    pub skipped: u64,
    /// Rows that changed a record which was there.
    pub merged: u64,
    /// Records of the dataset that a newer edition has no row for any more. They are kept: a source that withdraws a
    /// record is to be noticed, not followed in silence.
    pub absent: u64,
}

impl ImportCounts {
    /// What the reader of a file counted.
    pub fn of(report: &ImportReport) -> Self {
        Self {
            read: report.read,
            rejected: report.rejected.len() as u64,
            blank: report.blank,
            left_out: report.left_out_rows(),
            joined: report.joined,
            imported: report.imported,
            ..Self::default()
        }
    }
}

/// An import that is on disk and can be shown: see [`Workspace::adopt`].
#[derive(Debug)]
pub struct Imported {
    /// What was counted.
    pub counts: ImportCounts,
    /// Ids of the first and last record; `None` when there is no record.
    pub range: Option<(RecordId, RecordId)>,
    snapshot: Snapshot,
}

/// Writes an import. It has a connection of its own and may be sent to a thread; edits wait meanwhile, reading does
/// not. Dropping it, or [`Importer::cancel`], leaves the workspace as it was.
#[derive(Debug)]
pub struct Importer {
    pub(super) connection: Connection,
    path: PathBuf,
    busy: Busy,
    base: Snapshot,
    pub(super) builder: FrameBuilder,
    pub(super) plan: ImportPlan,
    entry: i64,
    pub(super) dataset: Option<i64>,
    first: i64,
    pub(super) next: i64,
    /// Number in the identity of the record that is made next; those passed over count too.
    pub(super) made: u64,
    /// Whether the indexes of records are to be made again before the end.
    pub(super) unindexed: bool,
    skipped: u64,
    merged: u64,
    /// Records of before that a newer edition has a row for.
    met: rustc_hash::FxHashSet<i64>,
    /// Steps of the history entry so far.
    steps: usize,
    /// Changed records that the frame does not show yet.
    changes: Vec<RowChange>,
}

/// Says that an import is being written for as long as it lives.
#[derive(Debug)]
struct Busy(Arc<AtomicBool>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

impl Workspace {
    /// Begins an import. Nothing is in the file before [`Importer::finish`].
    pub fn importer(&mut self, plan: ImportPlan) -> Result<Importer> {
        self.settle()?;
        self.writable()?;
        let busy = Busy(Arc::clone(&self.importing));
        // An empty workspace has nothing to read meanwhile, and a plain journal writes new pages once, not twice.
        if self.snapshot.is_empty() {
            self.use_plain_journal()?;
        }
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, &self.path);
        let connection = file::connect(&self.path, Use::Write, self.vfs.as_deref()).map_err(sqlite)?;
        file::recognise(&connection, &self.path)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(sqlite)?;
        connection.execute_batch("BEGIN IMMEDIATE").map_err(sqlite)?;
        let importer = Importer::begin(connection, self, plan, busy)?;
        self.importing.store(true, Ordering::Release);
        Ok(importer)
    }

    /// Shows an import that was finished.
    pub fn adopt(&mut self, imported: Imported) -> Result<ImportCounts> {
        self.snapshot = imported.snapshot;
        self.settle()?;
        self.refresh_labels()?;
        Ok(imported.counts)
    }
}

impl Importer {
    fn begin(connection: Connection, workspace: &Workspace, plan: ImportPlan, busy: Busy) -> Result<Self> {
        let path = workspace.path.clone();
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, &path);
        // What was undone cannot be done again after this, and its records would stand in the way of their return.
        history::clear_redo(&connection).map_err(sqlite)?;
        history::delete_dead_imports(&connection).map_err(sqlite)?;
        let mut steps = Vec::new();
        let dataset = plan.dataset.clone().map(|dataset| Change::PutDataset(Box::new(dataset)));
        for change in dataset.iter().chain(&plan.also) {
            if let Some(step) = edit::plan(&connection, &[], change, &path)? {
                store::put(&connection, step.entity, step.target, step.after.as_ref()).map_err(sqlite)?;
                steps.push(step);
            }
        }
        frames::mark_stale(&connection, &steps).map_err(sqlite)?;
        let entry = history::record(&connection, &plan.label, plan.now, &steps).map_err(sqlite)?;
        let dataset = match &plan.dataset {
            Some(dataset) => store::id_of(&connection, Entity::Dataset, dataset.id).map_err(sqlite)?,
            None => None,
        };
        let first = store::next_id(&connection, Entity::Record).map_err(sqlite)?;
        let uuid = plan.dataset.as_ref().map_or(Uuid::nil(), |dataset| dataset.id);
        Ok(Self {
            builder: FrameBuilder::starting_at(uuid, RecordId(first.unsigned_abs())),
            base: workspace.snapshot(),
            connection,
            path,
            busy,
            plan,
            entry,
            dataset,
            first,
            next: first,
            made: first.unsigned_abs(),
            unindexed: false,
            skipped: 0,
            merged: 0,
            met: rustc_hash::FxHashSet::default(),
            steps: steps.len(),
            changes: Vec::new(),
        })
    }

    /// Writes one record. Its identity is kept unless another record has it; its origin is kept as it is.
    pub fn push_incident(&mut self, incident: &Incident) -> Result<()> {
        self.index()?;
        let taken = incident.id.is_nil()
            || store::id_of(&self.connection, Entity::Record, incident.id)
                .map_err(|error| self.sqlite(&error))?
                .is_some();
        let dataset = match &incident.origin {
            Some(origin) => {
                store::id_of(&self.connection, Entity::Dataset, origin.dataset).map_err(|error| self.sqlite(&error))?
            }
            None => None,
        };
        let renamed = taken.then(|| Incident { id: identity(self.plan.identity, self.made), ..incident.clone() });
        self.made += 1;
        self.write(renamed.as_ref().unwrap_or(incident), dataset)
    }

    /// Writes one record, unless the workspace has one of its identity: that one stays as it is, and this is passed
    /// over.
    pub fn push_new_incident(&mut self, incident: &Incident) -> Result<()> {
        self.index()?;
        let there = store::id_of(&self.connection, Entity::Record, incident.id).map_err(|error| self.sqlite(&error))?;
        if there.is_some() && !incident.id.is_nil() {
            self.skipped += 1;
            return Ok(());
        }
        self.push_incident(incident)
    }

    /// Writes one record, as new or into the one that has its key.
    pub(super) fn write(&mut self, incident: &Incident, dataset: Option<i64>) -> Result<()> {
        let key = incident.origin.as_ref().and_then(|origin| origin.key.as_deref());
        let known = match (self.plan.on_duplicate, key, dataset) {
            (OnDuplicate::Skip | OnDuplicate::Merge, Some(key), Some(dataset)) => self.known(dataset, key),
            _ => Ok(None),
        };
        match known.map_err(|error| self.sqlite(&error))? {
            Some(id) if self.plan.on_duplicate == OnDuplicate::Merge => return self.merge(id, incident),
            Some(_) => {
                self.skipped += 1;
                return Ok(());
            }
            None => {}
        }
        let insert = || -> rusqlite::Result<usize> {
            let json = store::to_json(incident)?;
            let mut insert = self.connection.prepare_cached(INSERT)?;
            insert.execute(params![self.next, incident.id.as_bytes(), dataset, key, json])
        };
        insert().map_err(|error| self.sqlite(&error))?;
        let id = RecordId(self.next.unsigned_abs());
        self.next += 1;
        self.builder.push_row(id, &values_of(incident)).map_err(|error| refused(&error))
    }

    /// The record that has this key.
    fn known(&self, dataset: i64, key: &str) -> rusqlite::Result<Option<i64>> {
        self.connection
            .prepare_cached("SELECT id FROM record WHERE dataset = ?1 AND source_key = ?2 ORDER BY id LIMIT 1")?
            .query_row(params![dataset, key], |row| row.get(0))
            .optional()
    }

    /// Brings a newer edition into the record that is there.
    fn merge(&mut self, id: i64, incident: &Incident) -> Result<()> {
        if id >= self.first {
            // The file itself has the key twice: the first row stands.
            self.skipped += 1;
            return Ok(());
        }
        self.met.insert(id);
        let merge = || -> rusqlite::Result<Option<Incident>> {
            let Some(before) = store::layers(&self.connection, Entity::Record, id)? else { return Ok(None) };
            let after = merge::merged(&before, edit::was_imported(&self.connection, id)?, incident)?;
            if before == after {
                return Ok(None);
            }
            store::put(&self.connection, Entity::Record, id, Some(&after))?;
            let values = store::parse(&after.document)?;
            let step = [Step { entity: Entity::Record, target: id, before: Some(before), after: Some(after) }];
            frames::mark_stale(&self.connection, &step)?;
            history::add_steps(&self.connection, self.entry, self.steps, &step)?;
            Ok(Some(values))
        };
        match merge().map_err(|error| self.sqlite(&error))? {
            None => self.skipped += 1,
            Some(values) => {
                self.steps += 1;
                self.merged += 1;
                let values = Some(values_of(&values));
                self.changes.push(RowChange { id: RecordId(id.unsigned_abs()), values });
                if self.changes.len() >= CHANGES {
                    self.base = self.base.apply(&std::mem::take(&mut self.changes));
                }
            }
        }
        Ok(())
    }

    /// Records of the dataset that this newer edition has no row for.
    fn absent(&self) -> rusqlite::Result<u64> {
        let (OnDuplicate::Merge, Some(dataset)) = (self.plan.on_duplicate, self.dataset) else { return Ok(0) };
        let before: i64 = self.connection.query_row(
            "SELECT COUNT(*) FROM record WHERE dataset = ?1 AND id < ?2 AND source_key IS NOT NULL",
            params![dataset, self.first],
            |row| row.get(0),
        )?;
        Ok(before.unsigned_abs().saturating_sub(self.met.len() as u64))
    }

    /// Rows so far that changed a record which was there.
    pub const fn merged(&self) -> u64 {
        self.merged
    }

    /// Commits the import. When this returns, it is on disk; [`Workspace::adopt`] then shows it.
    pub fn finish(mut self, counts: ImportCounts) -> Result<Imported> {
        self.index()?;
        let absent = self.absent().map_err(|error| self.sqlite(&error))?;
        let (imported, skipped, merged) = (self.written(), self.skipped, self.merged);
        let counts = ImportCounts { imported, skipped, merged, absent, ..counts };
        let Self { connection, path, busy, base, changes, builder, plan, entry, dataset, first, next, .. } = self;
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, &path);
        let base = if changes.is_empty() { base } else { base.apply(&changes) };
        let snapshot = base.append(&builder.finish()).map_err(|error| refused(&error))?;
        let write = || {
            store::set_next_id(&connection, Entity::Record, next)?;
            let hash = plan.dataset.as_ref().map_or("", |dataset| dataset.file_hash.as_str());
            connection.execute(
                "INSERT INTO import (history, dataset, first, last, source_hash, report, hidden)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
                params![
                    entry,
                    dataset,
                    first,
                    next - 1,
                    hash,
                    store::to_json(&Kept { recipe: plan.recipe.clone(), counts })?
                ],
            )?;
            frames::save(&connection, &snapshot)?;
            connection.execute_batch("COMMIT")?;
            // The log, if there is one, holds the whole import: it goes back into the file here rather than in the
            // window's next edit. Should that fail, the next checkpoint does it.
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).ok();
            Ok(())
        };
        write().map_err(sqlite)?;
        drop(connection);
        drop(busy);
        let range = (next > first).then(|| (RecordId(first.unsigned_abs()), RecordId((next - 1).unsigned_abs())));
        Ok(Imported { counts, range, snapshot })
    }

    /// Gives the import up; the workspace is as it was.
    pub fn cancel(self) {
        drop(self);
    }

    /// Number of records written so far.
    pub fn written(&self) -> u64 {
        u64::try_from(self.next - self.first).unwrap_or(0)
    }

    pub(super) fn sqlite(&self, error: &rusqlite::Error) -> WorkspaceError {
        WorkspaceError::from_sqlite(error, &self.path)
    }

    /// Makes the file full at this many pages.
    #[cfg(test)]
    pub(super) fn limit_pages(&self, pages: i64) {
        self.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).expect("set");
    }
}

/// An identity made of the import's, with a number in its last six bytes.
pub(super) fn identity(base: Uuid, number: u64) -> Uuid {
    let mut bytes = *base.as_bytes();
    for (byte, digit) in bytes.iter_mut().skip(10).zip(number.to_be_bytes().iter().skip(2)) {
        *byte = *digit;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

fn refused(error: &FrameError) -> WorkspaceError {
    WorkspaceError::Store(error.to_string())
}
