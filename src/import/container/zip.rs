//! The directory of an archive: what is in it, without unzipping anything.

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::import::container::error::{ContainerError, Damage};
use crate::import::container::layers::Place;
use crate::import::container::limited::is_beyond;
use crate::import::container::{ReadSeek, SharedOrigin};
use crate::import::error::ImportError;
use crate::import::limits::ARCHIVE_MEMBERS;

/// One file of an archive.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name, with `/` between folders. Never used as a path.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Why it cannot be unzipped, if it cannot.
    pub refused: Option<ContainerError>,
}

/// The files of an archive in the order of their names; folders are left out.
///
/// # Errors
/// When the archive is damaged or beyond the limits.
pub fn directory(origin: &SharedOrigin) -> Result<Vec<Entry>, ImportError> {
    let name = origin.name().into_owned();
    let failed = |error| zip_error(error, &name);
    let size = origin.size().unwrap_or(u64::MAX);
    let mut archive: ZipArchive<Box<dyn ReadSeek>> = ZipArchive::new(origin.open()?).map_err(failed)?;
    if archive.len() > ARCHIVE_MEMBERS {
        return Err(ContainerError::TooManyMembers { count: archive.len() as u64 }.into());
    }
    if archive.has_overlapping_files().map_err(failed)? {
        // Members that share their bytes make much out of little.
        return Err(ContainerError::Bomb { name }.into());
    }
    let mut entries = Vec::with_capacity(archive.len());
    let mut sum: u64 = 0;
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(failed)?;
        if !file.is_file() {
            continue;
        }
        sum = sum.saturating_add(file.size());
        let entry = file.name().map_err(failed)?.replace('\\', "/");
        let method = file.compression();
        let refused = if file.encrypted() {
            Some(ContainerError::Encrypted { name: entry.clone() })
        } else if method != CompressionMethod::Stored && method != CompressionMethod::Deflated {
            Some(ContainerError::OtherMethod { name: entry.clone() })
        } else {
            None
        };
        let Some(start) = file.data_start() else {
            return Err(ContainerError::Broken { name: entry, damage: Damage::NoDirectory }.into());
        };
        let place = Place {
            start,
            packed: file.compressed_size(),
            size: file.size(),
            crc32: file.crc32(),
            is_deflated: method == CompressionMethod::Deflated,
        };
        entries.push(Entry { name: entry, place, refused });
    }
    if is_beyond(sum, size) {
        return Err(ContainerError::Bomb { name }.into());
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

fn zip_error(error: ZipError, name: &str) -> ImportError {
    match error {
        ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => error.into(),
        ZipError::InvalidPassword => ContainerError::Encrypted { name: name.to_owned() }.into(),
        // What the library says is for those who know its parts.
        _ => ContainerError::Broken { name: name.to_owned(), damage: Damage::NoDirectory }.into(),
    }
}
