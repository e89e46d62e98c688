//! The frame as the file keeps it, so that opening a million records reads no documents.
//!
//! Chunks of columns lie beside the documents. An edit marks the chunk of its record stale in the same transaction;
//! a clean close writes the stale ones again. After a crash only their records are read from documents.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::frame::chunk::Chunk;
use crate::frame::{FrameBuilder, FrameError, RecordId, Snapshot, codec};
use crate::model::incident::Incident;
use crate::workspace::edit::{self, Step};
use crate::workspace::open::{hidden_ranges, is_within, values_of};
use crate::workspace::store::{self, Entity};

/// Marks the chunks of changed records stale.
pub(super) fn mark_stale(connection: &Connection, steps: &[Step]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT OR IGNORE INTO stale
         SELECT first FROM (SELECT coalesce(
             (SELECT max(first) FROM chunk WHERE first <= ?1), (SELECT min(first) FROM chunk)) AS first)
         WHERE first IS NOT NULL",
    )?;
    for step in steps.iter().filter(|step| step.entity == Entity::Record) {
        statement.execute([step.target])?;
    }
    Ok(())
}

/// Marks the chunks stale that hold both records of this entry's imports and others, before the imports are hidden.
pub(super) fn mark_partly_hidden(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    connection
        .execute(
            "INSERT OR IGNORE INTO stale
             SELECT c.first FROM chunk c, import i WHERE i.history = ?1 AND c.first <= i.last AND c.last >= i.first
             AND NOT (i.first <= c.first AND c.last <= i.last)",
            [entry],
        )
        .map(drop)
}

/// A frame that was read.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The frame.
    pub snapshot: Snapshot,
    /// Whether what is stored belongs to it. If not, it was built from documents alone, and what is stored must go:
    /// see [`forget`].
    pub stored: bool,
}

/// Reads the frame: chunks where they are good, documents where they are not.
pub(super) fn load(connection: &Connection) -> rusqlite::Result<Loaded> {
    // One view of the file, should another process be writing to it.
    let transaction = connection.unchecked_transaction()?;
    let hidden = hidden_ranges(&transaction)?;
    let loaded = match stored(&transaction, &hidden)? {
        Some(base) => {
            let gaps = gaps(&transaction)?;
            let snapshot = gaps.into_iter().try_fold(base, |base, gap| fill(&transaction, base, gap, &hidden))?;
            Loaded { snapshot, stored: true }
        }
        None => Loaded { snapshot: from_documents(&transaction, 0..=i64::MAX, &hidden)?, stored: false },
    };
    transaction.commit()?;
    Ok(loaded)
}

/// Deletes the stored frame; the next close writes it afresh.
pub(super) fn forget(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("DELETE FROM chunk; DELETE FROM stale; DELETE FROM word; DELETE FROM head;")
}

/// The good chunks with their words; `None` when there are none or they cannot be read.
fn stored(connection: &Connection, hidden: &[(i64, i64)]) -> rusqlite::Result<Option<Snapshot>> {
    let head: Option<Vec<u8>> = connection.query_row("SELECT bytes FROM head", [], |row| row.get(0)).optional()?;
    let Some(head) = head else { return Ok(None) };
    let mut statement = connection.prepare("SELECT bytes FROM word ORDER BY field, first")?;
    let words = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<Vec<u8>>>>()?;
    let mut statement = connection
        .prepare("SELECT first, last, bytes FROM chunk WHERE first NOT IN (SELECT first FROM stale) ORDER BY first")?;
    let mut rows = statement.query([])?;
    let mut failed = None;
    // One after the other, so that the bytes of all chunks never stand beside the columns made of them.
    let chunks = std::iter::from_fn(|| {
        loop {
            let row = match rows.next() {
                Ok(row) => row?,
                Err(error) => {
                    failed = Some(error);
                    return None;
                }
            };
            let read = || Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, Vec<u8>>(2)?));
            match read() {
                Ok((first, last, _)) if is_hidden_whole(hidden, first, last) => {}
                Ok((_, _, bytes)) => return Some(bytes),
                Err(error) => {
                    failed = Some(error);
                    return None;
                }
            }
        }
    });
    let snapshot = codec::decode(&head, &words, chunks).ok();
    match failed {
        Some(error) => Err(error),
        None => Ok(snapshot),
    }
}

fn is_hidden_whole(hidden: &[(i64, i64)], first: i64, last: i64) -> bool {
    hidden.iter().any(|(from, to)| from <= &first && &last <= to)
}

/// Ranges of ids whose records are not in good chunks: those of stale chunks, and what lies before, between and after
/// the chunks. Between two of them a chunk is missing when all of its records were hidden while others were written.
fn gaps(connection: &Connection) -> rusqlite::Result<Vec<RangeInclusive<i64>>> {
    let mut gaps = Vec::new();
    let mut from = 0;
    for chunk in stored_chunks(connection)?.iter().filter(|chunk| !chunk.stale) {
        if from < chunk.first {
            gaps.push(from..=chunk.first - 1);
        }
        from = chunk.last + 1;
    }
    gaps.push(from..=i64::MAX);
    Ok(gaps)
}

/// The frame with the records of a range of ids, read from their documents.
fn fill(
    connection: &Connection,
    base: Snapshot,
    range: RangeInclusive<i64>,
    hidden: &[(i64, i64)],
) -> rusqlite::Result<Snapshot> {
    let part = from_documents(connection, range, hidden)?;
    if part.is_empty() { Ok(base) } else { base.append(&part).map_err(refused) }
}

#[derive(Clone, Copy, Debug)]
struct StoredChunk {
    first: i64,
    last: i64,
    stale: bool,
}

fn stored_chunks(connection: &Connection) -> rusqlite::Result<Vec<StoredChunk>> {
    let mut statement =
        connection.prepare("SELECT first, last, first IN (SELECT first FROM stale) FROM chunk ORDER BY first")?;
    let rows =
        statement.query_map([], |row| Ok(StoredChunk { first: row.get(0)?, last: row.get(1)?, stale: row.get(2)? }))?;
    rows.collect()
}

/// Writes the chunks that are stale or missing, with the words they need, and deletes those that no record needs.
/// Chunks of imports that are undone stay, so that doing them again is quick.
pub(super) fn save(connection: &Connection, snapshot: &Snapshot) -> rusqlite::Result<()> {
    let hidden = hidden_ranges(connection)?;
    let mut kept = BTreeSet::new();
    let mut deleted = Vec::new();
    let ends = |chunk: &Chunk| {
        let last = chunk.len().checked_sub(1).and_then(|at| chunk.id(at));
        Some((edit::row_id(chunk.id(0)?)?, edit::row_id(last?)?))
    };
    let wanted: BTreeSet<(i64, i64)> = snapshot.chunks().iter().filter_map(|chunk| ends(chunk)).collect();
    for chunk in stored_chunks(connection)? {
        let ends = (chunk.first, chunk.last);
        if !chunk.stale && wanted.contains(&ends) {
            kept.insert(ends);
        } else if chunk.stale || !is_hidden_whole(&hidden, chunk.first, chunk.last) {
            deleted.push(chunk.first);
        }
    }
    if deleted.is_empty() && kept.len() == wanted.len() {
        return Ok(());
    }
    for first in deleted {
        connection.prepare_cached("DELETE FROM chunk WHERE first = ?1")?.execute([first])?;
    }
    connection.execute("DELETE FROM stale", [])?;
    for chunk in snapshot.chunks() {
        let Some((first, last)) = ends(chunk).filter(|ends| !kept.contains(ends)) else { continue };
        connection.prepare_cached("INSERT OR REPLACE INTO chunk VALUES (?1, ?2, ?3)")?.execute(params![
            first,
            last,
            codec::encode_chunk(chunk)
        ])?;
    }
    save_words(connection, snapshot)?;
    connection.execute("INSERT OR REPLACE INTO head VALUES (1, ?1)", [codec::encode_head(snapshot)]).map(drop)
}

fn save_words(connection: &Connection, snapshot: &Snapshot) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT field, first, words FROM word")?;
    let known = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<BTreeSet<(u32, u32, u32)>>>()?;
    for run in codec::encode_words(snapshot, |field, first, words| known.contains(&(field, first, words))) {
        connection
            .prepare_cached("INSERT OR REPLACE INTO word VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![run.field, run.first, run.words, run.bytes])?;
    }
    Ok(())
}

/// Builds a frame from documents. A document that cannot be read leaves a blank row, so that it can be found.
pub(super) fn from_documents(
    connection: &Connection,
    range: RangeInclusive<i64>,
    hidden: &[(i64, i64)],
) -> rusqlite::Result<Snapshot> {
    let mut builder = FrameBuilder::starting_at(uuid::Uuid::nil(), RecordId(1));
    let mut error: Option<FrameError> = None;
    each_document(connection, range, hidden, |id, incident| {
        let values = incident.map(|incident| values_of(&incident)).unwrap_or_default();
        error = builder.push_row(RecordId(id.unsigned_abs()), &values).err();
        error.is_none()
    })?;
    error.map_or_else(|| Ok(builder.finish()), |error| Err(refused(error)))
}

fn refused(error: FrameError) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
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
