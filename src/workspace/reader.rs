//! A second way to read documents, for a thread of its own: without the frame, and without a way to write.

use std::path::PathBuf;

use rusqlite::Connection;

use crate::frame::RecordId;
use crate::model::incident::Incident;
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::file::{self, Use};
use crate::workspace::open::{self, Workspace};

/// Reads documents beside the open workspace. May be sent to a thread.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    path: PathBuf,
}

impl Workspace {
    /// A reader of this workspace. It sees what was committed when it reads.
    pub fn reader(&self) -> Result<Reader> {
        let connection = file::connect(&self.path, Use::Read, None)
            .map_err(|error| WorkspaceError::from_sqlite(&error, &self.path))?;
        Ok(Reader { connection, path: self.path.clone() })
    }
}

impl Reader {
    /// The documents of these records, in this order; those that are gone are left out.
    pub fn page(&self, ids: &[RecordId]) -> Result<Vec<(RecordId, Incident)>> {
        open::page_of(&self.connection, &self.path, ids)
    }
}
