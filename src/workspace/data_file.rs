//! Opening a file of data for reading, whoever named it.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::import::container::found::{PassedOver, WhyPassedOver};
use crate::import::container::{Origin, ReadSeek, SharedOrigin};
use crate::import::limits::ARCHIVE_MEMBERS;

/// Folders within each other that are gone into for JSON files.
const FOLDER_DEPTH: usize = 8;

/// Writes a file: to a new one beside it first, then over it, so that a full disk never leaves half a file.
///
/// # Errors
/// What the system says; an older file of this name is untouched then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // Whether or not there is something to remove, the failure above is what is told.
        std::fs::remove_file(&part).ok();
    }
    written
}

/// Opens a regular file for reading. Its kind is looked at before it is opened, because opening a pipe waits for
/// whoever writes into it, and a device may never end.
///
/// # Errors
/// When there is no such file, it may not be read, or it is a folder, a pipe or a device.
pub fn open(path: &Path) -> std::io::Result<File> {
    let data = path.metadata()?;
    if data.is_dir() {
        return Err(Error::new(ErrorKind::IsADirectory, "this is a folder, not a file"));
    }
    if !data.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "this is a pipe or a device, not a file"));
    }
    File::open(path)
}

/// A file that import opens as often as it needs.
#[derive(Clone, Debug)]
pub struct FileOrigin {
    path: PathBuf,
    name: String,
}

impl FileOrigin {
    /// The file at this path, called by its last part.
    pub fn new(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { path: path.to_owned(), name }
    }

    /// The file at this path as one that several hold.
    pub fn shared(path: &Path) -> SharedOrigin {
        Arc::new(Self::new(path))
    }
}

impl Origin for FileOrigin {
    fn name(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.name)
    }

    fn size(&self) -> Option<u64> {
        self.path.metadata().ok().map(|data| data.len())
    }

    fn open(&self) -> std::io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(open(&self.path)?))
    }
}

/// The files of a folder.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Files that may be data, in the order of their names.
    pub files: Vec<SharedOrigin>,
    /// What else lies there.
    pub passed_over: Vec<PassedOver>,
}

/// Lists a folder: its own files, and of folders below it only JSON files, because collections with one record a file
/// are kept in folders by year or letter. Links to folders are not followed.
///
/// # Errors
/// When the folder cannot be listed, or has more than [`ARCHIVE_MEMBERS`] files.
pub fn folder(path: &Path) -> std::io::Result<Folder> {
    let mut found = Folder::default();
    let mut named = Vec::new();
    list(path, "", 0, &mut named, &mut found)?;
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    found.files = named.into_iter().map(|(name, path)| Arc::new(FileOrigin { path, name }) as SharedOrigin).collect();
    found.passed_over.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

fn list(
    path: &Path,
    prefix: &str,
    depth: usize,
    named: &mut Vec<(String, PathBuf)>,
    found: &mut Folder,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let name = if prefix.is_empty() { own.clone() } else { format!("{prefix}/{own}") };
        let pass = |why| PassedOver { name: name.clone(), why };
        if own.starts_with('.') || own.eq_ignore_ascii_case("thumbs.db") || own.eq_ignore_ascii_case("desktop.ini") {
            found.passed_over.push(pass(WhyPassedOver::OfTheSystem));
        } else if entry.file_type()?.is_dir() {
            if depth < FOLDER_DEPTH {
                list(&entry.path(), &name, depth + 1, named, found)?;
            }
        } else if !entry.path().is_file() {
            found.passed_over.push(pass(WhyPassedOver::NoFile));
        } else if depth > 0 && !own.to_ascii_lowercase().ends_with(".json") {
            found.passed_over.push(pass(WhyPassedOver::Deeper));
        } else {
            named.push((name, entry.path()));
        }
        if named.len() + found.passed_over.len() > ARCHIVE_MEMBERS {
            return Err(Error::other("it has more than 50,000 files"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_refused_and_files_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(open(folder.path()).unwrap_err().kind(), ErrorKind::IsADirectory);
        let file = folder.path().join("a.csv");
        assert_eq!(open(&file).unwrap_err().kind(), ErrorKind::NotFound);
        std::fs::write(&file, "a,b\n").unwrap();
        assert!(open(&file).is_ok());
    }

    #[test]
    fn a_folder_is_its_files_and_the_json_files_below() {
        let folder_of = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a.csv", ".hidden", "2024/x.json", "2024/deep/y.JSON", "2024/z.csv"] {
            let path = folder_of.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "{}").unwrap();
        }
        let found = folder(folder_of.path()).unwrap();
        let names: Vec<_> = found.files.iter().map(|file| file.name().into_owned()).collect();
        assert_eq!(names, ["2024/deep/y.JSON", "2024/x.json", "a.csv", "b.csv"]);
        let passed: Vec<_> = found.passed_over.iter().map(|passed| passed.name.as_str()).collect();
        assert_eq!(passed, [".hidden", "2024/z.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_before_it_is_opened() {
        let device = Path::new("/dev/zero");
        if device.exists() {
            assert_eq!(open(device).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
    }

    #[test]
    fn a_file_is_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.svg");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert!(write_whole(&folder.path().join("absent/chart.svg"), b"three").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }
}
