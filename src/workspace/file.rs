//! The SQLite file itself: how it is made, recognised, opened and closed.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::lock;

/// Marks a file as Vigie's: "Vigi" in ASCII.
pub const APPLICATION_ID: i64 = 0x5669_6769;
/// Version of the form that this program writes.
pub const USER_VERSION: i64 = 1;

const TABLES: [&str; 13] = [
    "counter",
    "record",
    "dataset",
    "organisation",
    "recipe",
    "state",
    "history",
    "change",
    "import",
    "chunk",
    "stale",
    "word",
    "head",
];
const SCHEMA: &str = include_str!("schema.sql");
/// Milliseconds to wait for somebody else's short lock.
const BUSY_MILLISECONDS: u64 = 1_000;
/// Negative: KiB. The cache of pages; enough that an index of a million identities stays in it while importing.
const CACHE_KIB: i64 = -65_536;

/// How changes are kept safe until they are in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journal {
    /// A log beside the file: readers go on while something is written.
    WriteAhead,
    /// A plain journal, where the first cannot work (network shares).
    Plain,
}

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Reading and writing a file that is there.
    Write,
    /// Reading.
    Read,
    /// Making a file.
    Create,
}

/// Opens a connection, whatever the file may be; [`recognise`] comes next.
pub fn connect(path: &Path, what_for: Use, vfs: Option<&str>) -> rusqlite::Result<Connection> {
    let flags = match what_for {
        Use::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Use::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Use::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs)?,
        None => Connection::open_with_flags(path, flags)?,
    };
    be_patient(&connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    // A file from a stranger may hold anything: it must not run code of its own.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    Ok(connection)
}

/// Waits for somebody else's short lock before giving up.
pub fn be_patient(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_millis(BUSY_MILLISECONDS))
}

/// Refuses what is not a workspace of a form this program knows, before anything is written.
pub fn recognise(connection: &Connection, path: &Path) -> Result<()> {
    let sqlite = |error: rusqlite::Error| WorkspaceError::from_sqlite(&error, path);
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(sqlite);
    if number("application_id")? != APPLICATION_ID {
        return Err(WorkspaceError::NotVigie(path.to_path_buf()));
    }
    let found = number("user_version")?;
    if found > USER_VERSION {
        return Err(WorkspaceError::Newer { path: path.to_path_buf(), found });
    }
    let damaged = |detail: &str| WorkspaceError::Damaged { path: path.to_path_buf(), detail: detail.to_owned() };
    if found < 1 {
        return Err(damaged("it has no version"));
    }
    for table in TABLES {
        if !connection.table_exists(None, table).map_err(sqlite)? {
            return Err(damaged(&format!("the table {table} is missing")));
        }
    }
    connection.execute_batch("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;").map_err(sqlite)?;
    connection.pragma_update(None, "cache_size", CACHE_KIB).map_err(sqlite)
}

/// Writes the empty form into a new file.
pub fn lay_out(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "page_size", 8_192)?;
    connection.execute_batch("BEGIN IMMEDIATE;")?;
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", USER_VERSION)?;
    connection.execute_batch("COMMIT;")
}

/// Turns on the write-ahead log, or the plain journal where the log cannot work; either way every commit reaches the
/// disk before it is confirmed.
pub fn set_journal(connection: &Connection) -> rusqlite::Result<Journal> {
    let ask =
        |mode: &str| connection.pragma_update_and_check(None, "journal_mode", mode, |row| row.get::<_, String>(0));
    let probe = || connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    let journal = match ask("wal") {
        Ok(mode) if mode == "wal" && probe().is_ok() => Journal::WriteAhead,
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => return Err(error),
        _ => {
            ask("delete")?;
            Journal::Plain
        }
    };
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(journal)
}

/// Folds the log back, so that one file is left.
pub fn fold(connection: &Connection) -> rusqlite::Result<()> {
    connection.flush_prepared_statement_cache();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get::<_, String>(0)).map(drop)
}

/// Deletes what a file of this name may have left beside it. Only for a file that is closed, or is being replaced.
pub fn remove_leftovers(path: &Path) {
    for suffix in ["-wal", "-shm", "-journal"] {
        std::fs::remove_file(lock::beside(path, suffix)).ok();
    }
}
