//! What can go wrong with a workspace, each in one sentence: what happened, what was kept, what to do.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::frame::RecordId;
use crate::text::{Lang, tr, tr_args};

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

    /// One sentence in this language: what happened, what was kept, what to do; the file last.
    pub fn sentence(&self, lang: Lang) -> String {
        let at = |key: &str, path: &Path| tr_args(lang, key, &[("path", path.display().to_string().into())]);
        match self {
            Self::NotFound(path) => at("workspace-not-found", path),
            Self::Exists(path) => at("workspace-exists", path),
            Self::NotVigie(path) => at("workspace-not-vigie", path),
            Self::Newer { path, found } => tr_args(
                lang,
                "workspace-newer",
                &[("path", path.display().to_string().into()), ("form", found.to_string().into())],
            ),
            Self::Damaged { path, detail } => tr_args(
                lang,
                "workspace-damaged",
                &[("path", path.display().to_string().into()), ("detail", detail.into())],
            ),
            Self::Locked(path) => at("workspace-locked", path),
            Self::ReadOnly(path) => at("workspace-read-only", path),
            Self::Unfinished(path) => at("workspace-unfinished", path),
            Self::Importing => tr(lang, "workspace-importing"),
            Self::DiskFull(path) => at("workspace-disk-full", path),
            Self::Io { path, detail } => {
                tr_args(lang, "workspace-io", &[("path", path.display().to_string().into()), ("detail", detail.into())])
            }
            Self::Document { record, detail } => tr_args(
                lang,
                "workspace-document",
                &[("record", record.0.to_string().into()), ("detail", detail.into())],
            ),
            Self::Identity => tr(lang, "workspace-identity"),
            Self::Gone => tr(lang, "workspace-gone"),
            Self::DatasetInUse { name } => tr_args(lang, "workspace-dataset-in-use", &[("name", name.into())]),
            Self::Cancelled => tr(lang, "workspace-cancelled"),
            Self::Store(detail) => tr_args(lang, "workspace-store", &[("detail", detail.into())]),
        }
    }
}

impl fmt::Display for WorkspaceError {
    /// The English sentence.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for WorkspaceError {}
