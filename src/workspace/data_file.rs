//! Opening a file of data for reading, whoever named it.

use std::fs::File;
use std::io::{Error, ErrorKind};
use std::path::Path;

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

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_before_it_is_opened() {
        let device = Path::new("/dev/zero");
        if device.exists() {
            assert_eq!(open(device).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
    }
}
