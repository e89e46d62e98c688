//! Edits: batches with a label, written in one transaction and on disk before they are confirmed.

use rusqlite::{Connection, TransactionBehavior, params};
use uuid::Uuid;

use crate::frame::{RecordId, Revision};
use crate::model::dataset::Dataset;
use crate::model::incident::Incident;
use crate::model::organisation::Organisation;
use crate::workspace::copies;
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::frames;
use crate::workspace::history;
use crate::workspace::open::Workspace;
use crate::workspace::store::{self, Entity, Layers};

/// A moment: seconds since 1970-01-01 00:00 UTC. The caller reads the clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// Changes that belong together: made, undone and listed as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditBatch {
    /// What the history and the undo button call it, in the analyst's language.
    pub label: String,
    /// The changes, in order. Changes that change nothing are dropped; a batch of nothing leaves no trace.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a record; it must have an identity of its own.
    InsertRecord(Box<Incident>),
    /// Replaces a record; its identity stays what it was.
    ReplaceRecord(RecordId, Box<Incident>),
    /// Deletes a record.
    DeleteRecord(RecordId),
    /// Adds an organisation, or replaces the one with its identity.
    PutOrganisation(Box<Organisation>),
    /// Deletes an organisation.
    DeleteOrganisation(Uuid),
    /// Adds a dataset, or replaces the one with its identity.
    PutDataset(Box<Dataset>),
    /// Deletes a dataset; refused while it has records.
    DeleteDataset(Uuid),
}

/// What came of an edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Revision of the snapshot that shows it.
    pub revision: Revision,
    /// Ids that new records were given, in the order of their changes.
    pub inserted: Vec<RecordId>,
}

/// One thing's state before and after, as the history keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub entity: Entity,
    pub target: i64,
    pub before: Option<Layers>,
    pub after: Option<Layers>,
}

impl Workspace {
    /// Makes an edit. When this returns, the edit is on disk; when it fails, nothing was changed.
    pub fn apply(&mut self, batch: &EditBatch, now: Moment) -> Result<Applied> {
        self.settle()?;
        self.writable()?;
        let revision = self.revision();
        let mut steps: Vec<Step> = Vec::new();
        let mut inserted = Vec::new();
        let path = self.path().to_path_buf();
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, &path);
        let hidden = self.hidden_ranges()?;
        let transaction =
            rusqlite::Transaction::new(&mut self.connection, TransactionBehavior::Immediate).map_err(sqlite)?;
        for change in &batch.changes {
            let Some(step) = plan(&transaction, &hidden, change, &path)? else { continue };
            store::put(&transaction, step.entity, step.target, step.after.as_ref()).map_err(sqlite)?;
            if matches!(change, Change::InsertRecord(_)) {
                inserted.push(RecordId(step.target.unsigned_abs()));
            }
            steps.push(step);
        }
        if steps.is_empty() {
            return Ok(Applied { revision, inserted });
        }
        history::clear_redo(&transaction).map_err(sqlite)?;
        history::record(&transaction, &batch.label, now, &steps).map_err(sqlite)?;
        frames::mark_stale(&transaction, &steps).map_err(sqlite)?;
        transaction.commit().map_err(sqlite)?;
        self.show(&steps)?;
        self.refresh_labels()?;
        Ok(Applied { revision: self.revision(), inserted })
    }
}

/// What a change does to the file as it stands; `None` if it changes nothing.
pub(super) fn plan(
    connection: &Connection,
    hidden: &[(i64, i64)],
    change: &Change,
    path: &std::path::Path,
) -> Result<Option<Step>> {
    let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
    let is_hidden = |id: i64| hidden.iter().any(|&(first, last)| (first..=last).contains(&id));
    let step = match change {
        Change::InsertRecord(incident) => {
            let document = store::to_json(incident).map_err(sqlite)?;
            let taken = store::id_of(connection, Entity::Record, incident.id).map_err(sqlite)?;
            match taken {
                Some(id) if is_hidden(id) => history::delete_dead_imports(connection).map_err(sqlite)?,
                None if !incident.id.is_nil() => {}
                _ => return Err(WorkspaceError::Identity),
            }
            let target = new_id(connection, Entity::Record).map_err(sqlite)?;
            Step { entity: Entity::Record, target, before: None, after: Some(Layers { document, imported: None }) }
        }
        Change::ReplaceRecord(id, incident) => {
            let target = row_id(*id).filter(|&id| !is_hidden(id)).ok_or(WorkspaceError::Gone)?;
            let before =
                store::layers(connection, Entity::Record, target).map_err(sqlite)?.ok_or(WorkspaceError::Gone)?;
            let after = edited(connection, target, &before, incident).map_err(sqlite)?;
            Step { entity: Entity::Record, target, before: Some(before), after: Some(after) }
        }
        Change::DeleteRecord(id) => {
            let target = row_id(*id).filter(|&id| !is_hidden(id)).ok_or(WorkspaceError::Gone)?;
            let before =
                store::layers(connection, Entity::Record, target).map_err(sqlite)?.ok_or(WorkspaceError::Gone)?;
            Step { entity: Entity::Record, target, before: Some(before), after: None }
        }
        Change::PutOrganisation(organisation) => {
            let document = store::to_json(organisation).map_err(sqlite)?;
            return put(connection, Entity::Organisation, organisation.id, document, path);
        }
        Change::DeleteOrganisation(uuid) => return delete(connection, Entity::Organisation, *uuid, path),
        Change::PutDataset(dataset) => {
            let document = store::to_json(dataset).map_err(sqlite)?;
            return put(connection, Entity::Dataset, dataset.id, document, path);
        }
        Change::DeleteDataset(uuid) => {
            if let Some(name) = used_dataset(connection, hidden, *uuid).map_err(sqlite)? {
                return Err(WorkspaceError::DatasetInUse { name });
            }
            return delete(connection, Entity::Dataset, *uuid, path);
        }
    };
    Ok((step.before != step.after).then_some(step))
}

/// The layers of a record after an edit: what was imported stays beside the new document while the two differ.
fn edited(connection: &Connection, id: i64, before: &Layers, incident: &Incident) -> rusqlite::Result<Layers> {
    let old: Incident = store::parse(&before.document)?;
    let mut incident = incident.clone();
    incident.id = old.id;
    let document = store::to_json(&incident)?;
    let base = match &before.imported {
        Some(imported) => Some(copies::with_corrections(imported, &before.document, &document)),
        None if was_imported(connection, id)? => Some(before.document.clone()),
        None => None,
    };
    Ok(Layers { imported: base.filter(|base| *base != document), document })
}

/// Whether a record came in by an import: its id lies in the range of one.
pub(super) fn was_imported(connection: &Connection, id: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM import WHERE ?1 BETWEEN first AND last)")?
        .query_row([id], |row| row.get(0))
}

fn put(
    connection: &Connection,
    entity: Entity,
    uuid: Uuid,
    document: String,
    path: &std::path::Path,
) -> Result<Option<Step>> {
    let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
    if uuid.is_nil() {
        return Err(WorkspaceError::Identity);
    }
    let after = Some(Layers { document, imported: None });
    let (target, before) = match store::id_of(connection, entity, uuid).map_err(sqlite)? {
        Some(id) => (id, store::layers(connection, entity, id).map_err(sqlite)?),
        None => (new_id(connection, entity).map_err(sqlite)?, None),
    };
    Ok((before != after).then_some(Step { entity, target, before, after }))
}

fn delete(connection: &Connection, entity: Entity, uuid: Uuid, path: &std::path::Path) -> Result<Option<Step>> {
    let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
    let target = store::id_of(connection, entity, uuid).map_err(sqlite)?.ok_or(WorkspaceError::Gone)?;
    let before = store::layers(connection, entity, target).map_err(sqlite)?;
    Ok(Some(Step { entity, target, before, after: None }))
}

fn new_id(connection: &Connection, entity: Entity) -> rusqlite::Result<i64> {
    let id = store::next_id(connection, entity)?;
    store::set_next_id(connection, entity, id + 1)?;
    Ok(id)
}

/// The name of a dataset that still has records.
fn used_dataset(connection: &Connection, hidden: &[(i64, i64)], uuid: Uuid) -> rusqlite::Result<Option<String>> {
    let Some(id) = store::id_of(connection, Entity::Dataset, uuid)? else { return Ok(None) };
    let mut statement = connection.prepare("SELECT id FROM record WHERE dataset = ?1")?;
    let mut rows = statement.query(params![id])?;
    while let Some(row) = rows.next()? {
        let record: i64 = row.get(0)?;
        if !hidden.iter().any(|&(first, last)| (first..=last).contains(&record)) {
            let dataset: Option<Layers> = store::layers(connection, Entity::Dataset, id)?;
            let dataset: Option<Dataset> = dataset.map(|layers| store::parse(&layers.document)).transpose()?;
            return Ok(dataset.map(|dataset| dataset.name));
        }
    }
    Ok(None)
}

/// A record's row id in the file; `None` for numbers that no row can have.
pub(super) fn row_id(id: RecordId) -> Option<i64> {
    i64::try_from(id.0).ok()
}
