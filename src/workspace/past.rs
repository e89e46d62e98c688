//! The imports of a workspace, as it keeps them: which file, read how, and what became of its rows.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::workspace::importer::ImportCounts;
use crate::workspace::store;

/// An import of the past, as the workspace keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastImport {
    /// The dataset; nil for records that brought their own origin.
    pub dataset: Uuid,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
    /// The recipe that it was read with; empty where none was noted.
    pub recipe: String,
    /// What was counted.
    pub counts: ImportCounts,
}

/// What is kept of an import beside its place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) recipe: String,
    #[serde(flatten)]
    pub(super) counts: ImportCounts,
}

/// The imports that are not undone.
pub(super) fn imports(connection: &Connection) -> rusqlite::Result<Vec<PastImport>> {
    let mut rows = connection.prepare(
        "SELECT dataset.uuid, import.source_hash, import.report FROM import
         LEFT JOIN dataset ON dataset.id = import.dataset WHERE import.hidden = 0 ORDER BY import.id",
    )?;
    let found = rows.query_map([], |row| {
        let uuid: Option<Vec<u8>> = row.get(0)?;
        let dataset = uuid.and_then(|bytes| Uuid::from_slice(&bytes).ok()).unwrap_or_default();
        Ok((dataset, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    })?;
    found
        .map(|row| {
            let (dataset, hash, report) = row?;
            let Kept { recipe, counts } = store::parse(&report)?;
            Ok(PastImport { dataset, hash, recipe, counts })
        })
        .collect()
}
