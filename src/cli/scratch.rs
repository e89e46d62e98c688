//! A folder for what a command needs only while it runs.
//!
//! It stands in the system's folder for temporary files and goes when the command ends. A command that is killed cannot
//! remove it: the next one does. A file beside the folder, locked for as long as its command runs, tells the one from
//! the other; the operating system lets go of the lock however the command ends.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

/// What the names of all these folders begin with.
const NAME: &str = "vigie-scratch-";
/// How the names of their locks end.
const LOCK: &str = ".lock";

/// A folder that is removed when this is dropped.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
    lock: PathBuf,
    /// Holds the lock.
    held: Option<File>,
}

impl Scratch {
    /// A new folder in the system's folder for temporary files, or in `otherwise` where that cannot be written to. What
    /// commands left behind that run no more is removed first.
    ///
    /// # Errors
    /// When neither can be written to.
    #[allow(clippy::disallowed_methods, reason = "the command line is the caller that says where files go")]
    pub fn new(otherwise: &Path) -> io::Result<Self> {
        let usual = std::env::temp_dir();
        sweep(&usual);
        Self::within(&usual).or_else(|_| {
            sweep(otherwise);
            Self::within(otherwise)
        })
    }

    fn within(parent: &Path) -> io::Result<Self> {
        let name = format!("{NAME}{}", Uuid::new_v4());
        let (folder, lock) = (parent.join(&name), parent.join(format!("{name}{LOCK}")));
        let held = OpenOptions::new().write(true).create_new(true).open(&lock)?;
        // Where the file system knows no locks, a folder that is left behind stays: better than one removed in use.
        held.try_lock().ok();
        let made = Self { folder, lock, held: Some(held) };
        own_folder(&made.folder)?;
        Ok(made)
    }

    /// A file in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Whether or not there is something to remove, the run is over.
        std::fs::remove_dir_all(&self.folder).ok();
        self.held = None;
        std::fs::remove_file(&self.lock).ok();
    }
}

/// A folder that nobody else can look into.
fn own_folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Removes folders whose commands run no more. What cannot be removed stays.
fn sweep(parent: &Path) {
    let Ok(entries) = std::fs::read_dir(parent) else { return };
    for lock in entries.flatten().map(|entry| entry.path()) {
        let name = lock.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(identity) = name.strip_prefix(NAME).and_then(|rest| rest.strip_suffix(LOCK)) else { continue };
        if Uuid::parse_str(identity).is_err() {
            continue;
        }
        let Ok(file) = OpenOptions::new().write(true).open(&lock) else { continue };
        let folder = parent.join(format!("{NAME}{identity}"));
        let is_folder = std::fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir());
        // Without a folder it may be one that is just being made.
        if is_folder && file.try_lock().is_ok() && std::fs::remove_dir_all(&folder).is_ok() {
            drop(file);
            std::fs::remove_file(&lock).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_no_more_is_removed_and_nothing_else() {
        let parent = tempfile::tempdir().expect("a folder");
        let at = |name: &str| parent.path().join(name);
        let leave = |name: &str| {
            std::fs::create_dir(at(name)).expect("a folder");
            std::fs::write(at(name).join("table.vigie"), "rows").expect("a file");
            std::fs::write(at(&format!("{name}{LOCK}")), "").expect("a lock");
        };
        let identity = Uuid::from_u128(7);
        let left = format!("{NAME}{identity}");
        for name in [left.as_str(), "vigie-scratch-notes", "other"] {
            leave(name);
        }
        let running = Scratch::within(parent.path()).expect("a folder");
        std::fs::write(running.file("table.vigie"), "rows").expect("a file");
        sweep(parent.path());
        assert!(!at(&left).exists() && !at(&format!("{left}{LOCK}")).exists());
        assert!(at("vigie-scratch-notes").exists() && at("other").exists() && running.file("table.vigie").exists());
        let (folder, lock) = (running.folder.clone(), running.lock.clone());
        drop(running);
        assert!(!folder.exists() && !lock.exists());
    }
}
