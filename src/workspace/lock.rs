//! The lock that keeps a second Vigie from writing to a file that one has open.
//!
//! A small file beside the workspace (`name.vigie-lock`), locked by the operating system and removed on a clean
//! close. After a crash the file may stay, but the lock does not: the next Vigie takes it over. SQLite's own locks
//! stay in force beside it; this one only answers before anything is read.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A held lock; let go when dropped.
#[derive(Debug)]
pub struct Lock {
    /// `None` where the file system knows no locks: SQLite's locks have to do.
    file: Option<File>,
    path: PathBuf,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Answer {
    /// It is ours.
    Held(Lock),
    /// Another process, or another window of this one, has it.
    Taken,
    /// Nothing can be written beside the workspace.
    Refused(io::Error),
}

/// Asks for the lock of a workspace file.
pub fn take(workspace: &Path) -> Answer {
    let path = beside(workspace, "-lock");
    // A second attempt is for the moment in which the former holder removes its file.
    for _ in 0..3 {
        let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
            Ok(file) => file,
            Err(error) => return Answer::Refused(error),
        };
        match file.try_lock() {
            Ok(()) if is_still_there(&file, &path) => return Answer::Held(Lock { file: Some(file), path }),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Answer::Taken,
            Err(TryLockError::Error(_)) => return Answer::Held(Lock { file: None, path }),
        }
    }
    Answer::Taken
}

/// The path of a file that belongs to a workspace: its own name with something appended.
pub fn beside(workspace: &Path, suffix: &str) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(found)) => held.ino() == found.ino() && held.dev() == found.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(_file: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody can take the lock of a file about to vanish; where an open
        // file cannot be removed, it is afterwards.
        let removed = std::fs::remove_file(&self.path).is_ok();
        drop(self.file.take());
        if !removed {
            std::fs::remove_file(&self.path).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_nothing_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.vigie");
        let Answer::Held(first) = take(&path) else { panic!("free") };
        assert!(matches!(take(&path), Answer::Taken));
        drop(first);
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 0);
        assert!(matches!(take(&path), Answer::Held(_)));
    }

    #[test]
    fn a_file_left_by_a_crash_is_taken_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.vigie");
        std::fs::write(beside(&path, "-lock"), b"").expect("written");
        assert!(matches!(take(&path), Answer::Held(_)));
    }
}
