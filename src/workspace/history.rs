//! What was done, in order: listed, undone and done again, without a cap and across restarts.

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use crate::frame::Revision;
use crate::workspace::edit::{Moment, Step};
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::frames;
use crate::workspace::open::Workspace;
use crate::workspace::store::{self, Entity, Layers};

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its number; grows.
    pub id: i64,
    /// When it was done.
    pub at: Moment,
    /// What it is called.
    pub label: String,
    /// Number of things that it changed one by one; an import counts its dataset here, not its records.
    pub changes: u64,
    /// Number of records that it imported.
    pub imported: u64,
    /// Whether it is undone at present.
    pub undone: bool,
}

/// What came of undoing or redoing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// What was undone or done again.
    pub label: String,
    /// Revision of the snapshot that shows it.
    pub revision: Revision,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl Workspace {
    /// Undoes the last thing done. `None` if there is nothing to undo.
    pub fn undo(&mut self) -> Result<Option<Stepped>> {
        self.step(Direction::Undo)
    }

    /// Does the last undone thing again. `None` if there is nothing to redo.
    pub fn redo(&mut self) -> Result<Option<Stepped>> {
        self.step(Direction::Redo)
    }

    /// What [`Self::undo`] would undo.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo_label.as_deref()
    }

    /// What [`Self::redo`] would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo_label.as_deref()
    }

    /// Reads both labels. They are kept in memory, because a window asks for them in every frame.
    pub(super) fn refresh_labels(&mut self) -> Result<()> {
        let label = |direction| {
            let entry = entry_for(&self.connection, direction).map_err(|error| self.sqlite(&error))?;
            Ok(entry.map(|(_, label)| label))
        };
        (self.undo_label, self.redo_label) = (label(Direction::Undo)?, label(Direction::Redo)?);
        Ok(())
    }

    /// The whole history, oldest first.
    pub fn history(&self) -> Result<Vec<HistoryEntry>> {
        let list = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT h.id, h.at, h.label, h.undone,
                        (SELECT count(*) FROM change c WHERE c.history = h.id),
                        (SELECT coalesce(sum(i.last - i.first + 1), 0) FROM import i WHERE i.history = h.id)
                 FROM history h ORDER BY h.id",
            )?;
            let rows = statement.query_map([], |row| {
                Ok(HistoryEntry {
                    id: row.get(0)?,
                    at: Moment(row.get(1)?),
                    label: row.get(2)?,
                    undone: row.get(3)?,
                    changes: row.get::<_, i64>(4)?.unsigned_abs(),
                    imported: row.get::<_, i64>(5)?.unsigned_abs(),
                })
            })?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        list().map_err(|error| self.sqlite(&error))
    }

    fn step(&mut self, direction: Direction) -> Result<Option<Stepped>> {
        self.settle()?;
        self.writable()?;
        let path = self.path().to_path_buf();
        let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, &path);
        let transaction = Transaction::new(&mut self.connection, TransactionBehavior::Immediate).map_err(sqlite)?;
        let Some((id, label)) = entry_for(&transaction, direction).map_err(sqlite)? else { return Ok(None) };
        let steps = steps_of(&transaction, id, direction).map_err(sqlite)?;
        for step in &steps {
            store::put(&transaction, step.entity, step.target, step.after.as_ref()).map_err(sqlite)?;
        }
        let undone = direction == Direction::Undo;
        transaction.execute("UPDATE history SET undone = ?2 WHERE id = ?1", params![id, undone]).map_err(sqlite)?;
        if undone {
            frames::mark_partly_hidden(&transaction, id).map_err(sqlite)?;
        }
        let imports = transaction
            .execute("UPDATE import SET hidden = ?2 WHERE history = ?1", params![id, undone])
            .map_err(sqlite)?;
        frames::mark_stale(&transaction, &steps).map_err(sqlite)?;
        transaction.commit().map_err(sqlite)?;
        if imports > 0 {
            self.reload()?;
        } else {
            self.show(&steps)?;
        }
        self.refresh_labels()?;
        Ok(Some(Stepped { label, revision: self.revision() }))
    }
}

fn entry_for(connection: &Connection, direction: Direction) -> rusqlite::Result<Option<(i64, String)>> {
    let sql = match direction {
        Direction::Undo => "SELECT id, label FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1",
        Direction::Redo => "SELECT id, label FROM history WHERE undone = 1 ORDER BY id LIMIT 1",
    };
    connection.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

/// The steps of an entry as they are to be made: `after` is the state to reach.
fn steps_of(connection: &Connection, entry: i64, direction: Direction) -> rusqlite::Result<Vec<Step>> {
    let mut statement = connection.prepare_cached(
        "SELECT entity, target, before, before_imported, after, after_imported FROM change WHERE history = ?1 ORDER BY seq",
    )?;
    let rows = statement.query_map([entry], |row| {
        let layers = |at: usize| -> rusqlite::Result<Option<Layers>> {
            let document: Option<String> = row.get(at)?;
            let imported = row.get(at + 1)?;
            Ok(document.map(|document| Layers { document, imported }))
        };
        let number: i64 = row.get(0)?;
        let entity = Entity::from_number(number).ok_or(rusqlite::Error::IntegralValueOutOfRange(0, number))?;
        Ok(Step { entity, target: row.get(1)?, before: layers(2)?, after: layers(4)? })
    })?;
    let mut steps = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    if direction == Direction::Undo {
        steps.reverse();
        for step in &mut steps {
            std::mem::swap(&mut step.before, &mut step.after);
        }
    }
    Ok(steps)
}

/// Forgets what was undone; its imports can no longer be done again and are deleted later.
pub(super) fn clear_redo(connection: &Connection) -> rusqlite::Result<()> {
    let undone: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM history WHERE undone = 1)")?
        .query_row([], |row| row.get(0))?;
    if undone {
        connection.execute_batch(
            "UPDATE import SET history = NULL WHERE hidden = 1;
             DELETE FROM change WHERE history IN (SELECT id FROM history WHERE undone = 1);
             DELETE FROM history WHERE undone = 1;",
        )?;
    }
    Ok(())
}

/// Adds an entry; returns its number.
pub(super) fn record(connection: &Connection, label: &str, now: Moment, steps: &[Step]) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("INSERT INTO history (at, label, undone) VALUES (?1, ?2, 0)")?
        .execute(params![now.0, label])?;
    let entry = connection.last_insert_rowid();
    add_steps(connection, entry, 0, steps)?;
    Ok(entry)
}

/// Adds steps to an entry, numbered from `first`.
pub(super) fn add_steps(connection: &Connection, entry: i64, first: usize, steps: &[Step]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("INSERT INTO change VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
    for (seq, step) in (first..).zip(steps) {
        let layers = |layers: &Option<Layers>| match layers {
            Some(layers) => (Some(layers.document.clone()), layers.imported.clone()),
            None => (None, None),
        };
        let (before, before_imported) = layers(&step.before);
        let (after, after_imported) = layers(&step.after);
        let seq = i64::try_from(seq).unwrap_or(i64::MAX);
        statement.execute(params![
            entry,
            seq,
            step.entity as i64,
            step.target,
            before,
            before_imported,
            after,
            after_imported
        ])?;
    }
    Ok(())
}

/// Deletes the records of imports that were undone and can no longer be done again.
pub(super) fn delete_dead_imports(connection: &Connection) -> rusqlite::Result<()> {
    let mut statement =
        connection.prepare("SELECT id, first, last FROM import WHERE hidden = 1 AND history IS NULL")?;
    let dead = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(i64, i64, i64)>>>()?;
    for (id, first, last) in dead {
        connection.execute("DELETE FROM record WHERE id BETWEEN ?1 AND ?2", [first, last])?;
        connection.execute("DELETE FROM import WHERE id = ?1", [id])?;
    }
    Ok(())
}
