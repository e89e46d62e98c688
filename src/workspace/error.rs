//! What can go wrong with a workspace, each in one sentence: what happened, what was kept, what to do.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::frame::RecordId;

/// A failure of the workspace. Whatever it is, the file holds every edit that was confirmed before.
#[derive(Debug)]
pub enum WorkspaceError {
    /// There is no file at this path.
    NotFound(PathBuf),
    /// There is a file at this path already.
    Exists(PathBuf),
    /// The file is something else.
    NotVigie(PathBuf),
    /// The file was written by a newer Vigie.
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its form.
        found: i64,
    },
    /// The file is damaged.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// Another Vigie has the file open.
    Locked(PathBuf),
    /// The file, or its folder, cannot be written to.
    ReadOnly(PathBuf),
    /// A file that was not closed properly lies in a folder that cannot be written to.
    Unfinished(PathBuf),
    /// An import is being written; edits wait until it is done or cancelled.
    Importing,
    /// The disk is full.
    DiskFull(PathBuf),
    /// The system refused to read or write.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// A record's document cannot be read.
    Document {
        /// The record.
        record: RecordId,
        /// What is the matter with it.
        detail: String,
    },
    /// A new record, organisation or dataset has no identity, or that of another.
    Identity,
    /// There is no such record, organisation or dataset (any more).
    Gone,
    /// A dataset still has records.
    DatasetInUse {
        /// Its name.
        name: String,
    },
    /// An import was cancelled.
    Cancelled,
    /// SQLite refused, for a reason that is none of the above.
    Store(String),
}

/// What the functions of this module return.
pub type Result<T> = std::result::Result<T, WorkspaceError>;

impl WorkspaceError {
    /// Names what SQLite reported about the file at `path`.
    pub fn from_sqlite(error: &rusqlite::Error, path: &Path) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_path_buf();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::NotADatabase) => Self::NotVigie(path),
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(Code::DatabaseBusy | Code::DatabaseLocked | Code::FileLockingProtocolFailed) => Self::Locked(path),
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly(path),
            Some(Code::DiskFull) => Self::DiskFull(path),
            Some(Code::SystemIoFailure | Code::CannotOpen) => Self::Io { path, detail },
            Some(Code::OperationInterrupted) => Self::Cancelled,
            _ => Self::Store(detail),
        }
    }

    /// Names what the system reported about the file at `path`.
    pub fn from_io(error: &std::io::Error, path: &Path) -> Self {
        use std::io::ErrorKind as Kind;
        let path = path.to_path_buf();
        match error.kind() {
            Kind::NotFound => Self::NotFound(path),
            Kind::AlreadyExists => Self::Exists(path),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::ReadOnly(path),
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull(path),
            _ => Self::Io { path, detail: error.to_string() },
        }
    }
}

impl fmt::Display for WorkspaceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(path) => write!(out, "There is no file here; check the name: {}", path.display()),
            Self::Exists(path) => {
                write!(out, "There is a file of this name already and it was left as it is; choose another: {}", path.display())
            }
            Self::NotVigie(path) => write!(
                out,
                "This is not a Vigie workspace and was left as it is; a dataset is brought in with Import: {}",
                path.display()
            ),
            Self::Newer { path, found } => write!(
                out,
                "This workspace was written by a newer Vigie (form {found}) and was left as it is; update Vigie to open it: {}",
                path.display()
            ),
            Self::Damaged { path, detail } => write!(
                out,
                "This workspace is damaged ({detail}) and was left as it is; keep it, and go back to a copy or to the datasets: {}",
                path.display()
            ),
            Self::Locked(path) => write!(
                out,
                "Another Vigie has this workspace open, nothing was changed; close it there, or open it here for reading only: {}",
                path.display()
            ),
            Self::ReadOnly(path) => write!(
                out,
                "This workspace cannot be written to and was left as it is; save it under another name to go on: {}",
                path.display()
            ),
            Self::Unfinished(path) => write!(
                out,
                "This workspace was not closed properly and lies where nothing can be written; copy it with the files of the same name beside it to a folder of your own and open it there: {}",
                path.display()
            ),
            Self::Importing => {
                write!(out, "An import is being written, so this edit was not made; wait for it or cancel it, then try again")
            }
            Self::DiskFull(path) => write!(
                out,
                "The disk is full, so this change was not made and everything before it is kept; free some space and try again: {}",
                path.display()
            ),
            Self::Io { path, detail } => write!(
                out,
                "The system could not read or write ({detail}), so this was not done and everything before it is kept; check the disk or the network: {}",
                path.display()
            ),
            Self::Document { record, detail } => write!(
                out,
                "Record {} cannot be read ({detail}) and was left as it is; run the check of this workspace",
                record.0
            ),
            Self::Identity => write!(
                out,
                "This has no identity of its own, so it was not added and nothing was changed; add it as a new record"
            ),
            Self::Gone => write!(out, "What was to be changed is not there any more, so nothing was changed; look again"),
            Self::DatasetInUse { name } => {
                write!(out, "The dataset {name} still has records, so it was kept; delete or undo the import of its records first")
            }
            Self::Cancelled => write!(out, "The import was cancelled and the workspace is as it was before"),
            Self::Store(detail) => write!(
                out,
                "The workspace could not do this ({detail}); everything confirmed before is kept, close and open it again"
            ),
        }
    }
}

impl std::error::Error for WorkspaceError {}
