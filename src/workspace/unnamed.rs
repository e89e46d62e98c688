//! Workspaces that have no name yet. They live in a folder that the caller names (the user's data folder) and are
//! offered again at the next start.

use std::path::{Path, PathBuf};

use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::open::Workspace;

/// The most unnamed workspaces that are looked for.
const MOST: u32 = 1_000;

/// A workspace without a name that holds something and that nobody has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnamed {
    /// Where it is.
    pub path: PathBuf,
    /// Number of its records.
    pub records: u64,
    /// What was done last in it.
    pub last: Option<String>,
}

impl Workspace {
    /// Makes a new unnamed workspace in this folder, which is made too if need be.
    pub fn create_unnamed(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|error| WorkspaceError::from_io(&error, folder))?;
        for number in 1..=MOST {
            match Self::create(&path_of(folder, number)) {
                Err(WorkspaceError::Exists(_) | WorkspaceError::Locked(_)) => {}
                made => return made.map(Self::without_name),
            }
        }
        Err(WorkspaceError::Exists(folder.to_path_buf()))
    }

    /// Opens the first unnamed workspace of this folder that nobody has open, or makes one.
    pub fn open_unnamed(folder: &Path) -> Result<Self> {
        for path in unnamed_paths(folder) {
            // One that does not open is kept as it is, and does not stand in the way of a new one.
            if let Ok(workspace) = Self::open(&path) {
                return Ok(workspace.without_name());
            }
        }
        Self::create_unnamed(folder)
    }

    /// Opens an unnamed workspace that [`Self::find_unnamed`] found.
    pub fn open_found(path: &Path) -> Result<Self> {
        Self::open(path).map(Self::without_name)
    }

    /// The unnamed workspaces of this folder that hold something and that nobody has open. Those that hold nothing
    /// are removed.
    pub fn find_unnamed(folder: &Path) -> Vec<Unnamed> {
        let mut found = Vec::new();
        for path in unnamed_paths(folder) {
            let Ok(workspace) = Self::open_bare(&path) else { continue };
            let workspace = workspace.without_name();
            let records = workspace.count_records().unwrap_or(1);
            let history = workspace.history().unwrap_or_default();
            if records == 0 && history.is_empty() {
                workspace.discard().ok();
                continue;
            }
            let last = history.iter().rfind(|entry| !entry.undone).map(|entry| entry.label.clone());
            found.push(Unnamed { path, records, last });
        }
        found
    }

    /// Closes the workspace and deletes its file.
    pub fn discard(mut self) -> Result<()> {
        self.shut_without_tidying();
        let path = self.path.clone();
        drop(self);
        std::fs::remove_file(&path).map_err(|error| WorkspaceError::from_io(&error, &path))
    }
}

/// Existing files of unnamed workspaces, in the order of their numbers.
fn unnamed_paths(folder: &Path) -> Vec<PathBuf> {
    (1..=MOST).map(|number| path_of(folder, number)).filter(|path| path.is_file()).collect()
}

fn path_of(folder: &Path, number: u32) -> PathBuf {
    match number {
        1 => folder.join("unnamed.vigie"),
        _ => folder.join(format!("unnamed-{number}.vigie")),
    }
}
