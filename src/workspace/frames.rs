//! The frame as the file keeps it, so that opening a million records reads no documents.
//!
//! Chunks of columns lie beside the documents. An edit marks the chunk of its record stale in the same transaction;
//! a clean close writes the stale ones again. After a crash only their records are read from documents.

use std::ops::RangeInclusive;

use rusqlite::Connection;

use crate::frame::{FrameBuilder, FrameError, RecordId, Snapshot};
use crate::model::incident::Incident;
use crate::workspace::edit::Step;
use crate::workspace::open::{hidden_ranges, is_within, values_of};
use crate::workspace::store::{self, Entity};

/// Marks the chunks of changed records stale.
pub(super) fn mark_stale(connection: &Connection, steps: &[Step]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE chunk SET stale = 1 WHERE stale = 0 AND first = coalesce(
             (SELECT max(first) FROM chunk WHERE first <= ?1), (SELECT min(first) FROM chunk))",
    )?;
    for step in steps.iter().filter(|step| step.entity == Entity::Record) {
        statement.execute([step.target])?;
    }
    Ok(())
}

/// Reads the frame.
pub(super) fn load(connection: &Connection) -> rusqlite::Result<Snapshot> {
    let hidden = hidden_ranges(connection)?;
    from_documents(connection, 0..=i64::MAX, &hidden)
}

/// Writes the chunks that are stale or missing, and deletes those that no record needs.
pub(super) fn save(_connection: &Connection, _snapshot: &Snapshot) -> rusqlite::Result<()> {
    Ok(())
}

/// Builds a frame from documents. A document that cannot be read leaves a blank row, so that it can be found.
pub(super) fn from_documents(
    connection: &Connection,
    range: RangeInclusive<i64>,
    hidden: &[(i64, i64)],
) -> rusqlite::Result<Snapshot> {
    let mut builder = FrameBuilder::starting_at(uuid::Uuid::nil(), RecordId(1));
    let mut refused: Option<FrameError> = None;
    each_document(connection, range, hidden, |id, incident| {
        let values = incident.map(|incident| values_of(&incident)).unwrap_or_default();
        refused = builder.push_row(RecordId(id.unsigned_abs()), &values).err();
        refused.is_none()
    })?;
    match refused {
        Some(error) => Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error))),
        None => Ok(builder.finish()),
    }
}

/// Calls `visit` with the documents of a range of ids, in their order, until it answers `false`.
pub(super) fn each_document(
    connection: &Connection,
    range: RangeInclusive<i64>,
    hidden: &[(i64, i64)],
    mut visit: impl FnMut(i64, Result<Incident, String>) -> bool,
) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare_cached("SELECT id, document FROM record WHERE id BETWEEN ?1 AND ?2 ORDER BY id")?;
    let mut rows = statement.query([range.start(), range.end()])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if is_within(hidden, id) {
            continue;
        }
        let incident = store::from_json(row, 1).map_err(|error| error.to_string());
        if !visit(id, incident) {
            break;
        }
    }
    Ok(())
}
