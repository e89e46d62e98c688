//! A second way to read documents, for a thread of its own: without the frame, and without a way to write.

use std::path::PathBuf;

use rusqlite::Connection;
use uuid::Uuid;

use crate::frame::RecordId;
use crate::model::incident::Incident;
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::file::{self, Use};
use crate::workspace::open::{self, Access, Workspace};
use crate::workspace::past;
use crate::workspace::store::{self, Entity};

/// Reads documents beside the open workspace. May be sent to a thread.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    path: PathBuf,
}

impl Workspace {
    /// A reader of this workspace. It sees what was committed when it reads.
    pub fn reader(&self) -> Result<Reader> {
        // A connection that may write folds the log when it is the last to close; one that may only read leaves it.
        let open = || match self.access {
            Access::Write => {
                let connection = file::connect(&self.path, Use::Write, self.vfs.as_deref())?;
                connection.pragma_update(None, "query_only", true)?;
                Ok(connection)
            }
            Access::Read => file::connect(&self.path, Use::Read, None),
        };
        let connection = open().map_err(|error| self.sqlite(&error))?;
        Ok(Reader { connection, path: self.path.clone() })
    }
}

impl Reader {
    /// The documents of these records, in this order; those that are gone are left out.
    pub fn page(&self, ids: &[RecordId]) -> Result<Vec<(RecordId, Incident)>> {
        open::page_of(&self.connection, &self.path, ids)
    }

    /// The imports that the records came in by and that are not undone, in the order in which they came.
    pub fn imports(&self) -> Result<Vec<past::PastImport>> {
        past::imports(&self.connection).map_err(|error| WorkspaceError::from_sqlite(&error, &self.path))
    }

    /// The record with this identity.
    pub fn find(&self, id: Uuid) -> Result<Option<RecordId>> {
        let found = || -> rusqlite::Result<Option<i64>> {
            let row = store::id_of(&self.connection, Entity::Record, id)?;
            let hidden = open::hidden_ranges(&self.connection)?;
            Ok(row.filter(|row| !open::is_within(&hidden, *row)))
        };
        let row = found().map_err(|error| WorkspaceError::from_sqlite(&error, &self.path))?;
        Ok(row.map(|row| RecordId(row.unsigned_abs())))
    }

    /// Whether there is a record of this identity.
    pub fn has_incident(&self, id: Uuid) -> Result<bool> {
        self.has(Entity::Record, id)
    }

    /// Whether there is a dataset of this identity.
    pub fn has_dataset(&self, id: Uuid) -> Result<bool> {
        self.has(Entity::Dataset, id)
    }

    /// Whether there is an organisation of this identity.
    pub fn has_organisation(&self, id: Uuid) -> Result<bool> {
        self.has(Entity::Organisation, id)
    }

    fn has(&self, entity: Entity, id: Uuid) -> Result<bool> {
        let found = store::id_of(&self.connection, entity, id);
        found.map(|id| id.is_some()).map_err(|error| WorkspaceError::from_sqlite(&error, &self.path))
    }
}
