//! Readers that watch what comes out of compressed bytes.

use std::io::{Error, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::import::container::error::{ContainerError, Damage};
use crate::import::error::ImportError;
use crate::import::limits::{FILE_BYTES, RATIO_FREE_BYTES, UNZIPPED_RATIO};

/// An error of import inside an error of reading; [`ImportError::from`] takes it out again.
pub fn wrapped(error: impl Into<ImportError>) -> Error {
    Error::other(error.into())
}

/// Counts bytes as they are read.
pub struct Counting<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R> Counting<R> {
    /// Counts into `count`.
    pub fn new(inner: R, count: Arc<AtomicU64>) -> Self {
        Self { inner, count }
    }
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(room)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Unzipped bytes, within the limits of size and ratio; damage becomes an error of import.
pub struct Unzipped<R> {
    inner: R,
    name: String,
    /// Zipped bytes read so far, or in all.
    packed: Arc<AtomicU64>,
    given: u64,
}

impl<R> Unzipped<R> {
    /// What `inner` unzips from `packed` bytes.
    pub fn new(inner: R, name: &str, packed: Arc<AtomicU64>) -> Self {
        Self { inner, name: name.to_owned(), packed, given: 0 }
    }
}

impl<R: Read> Read for Unzipped<R> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(room).map_err(|error| damage(error, &self.name))?;
        self.given += read as u64;
        let packed = self.packed.load(Ordering::Relaxed);
        if is_beyond(self.given, packed) {
            return Err(wrapped(ContainerError::Bomb { name: self.name.clone() }));
        }
        if self.given > FILE_BYTES {
            return Err(wrapped(ImportError::TooLarge));
        }
        Ok(read)
    }
}

/// Whether this many bytes are too many for what they were unzipped from.
pub fn is_beyond(unzipped: u64, packed: u64) -> bool {
    unzipped > RATIO_FREE_BYTES && unzipped / UNZIPPED_RATIO > packed
}

fn is_ours(error: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    error.is::<ImportError>()
}

/// An error of import stays what it is, one of the medium too; what the unpacker says is damage.
fn damage(error: Error, name: &str) -> Error {
    use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    let broken = |damage| wrapped(ContainerError::Broken { name: name.to_owned(), damage });
    match error.kind() {
        _ if error.get_ref().is_some_and(is_ours) => error,
        UnexpectedEof => broken(Damage::CutOff),
        InvalidData | InvalidInput => broken(Damage::DoesNotUnpack),
        _ => error,
    }
}

/// Bytes whose sum is checked at their end.
pub struct Checked<R> {
    inner: R,
    hasher: Option<crc32fast::Hasher>,
    expected: u32,
    left: u64,
}

impl<R> Checked<R> {
    /// `size` bytes with this CRC-32.
    pub fn new(inner: R, size: u64, expected: u32) -> Self {
        Self { inner, hasher: Some(crc32fast::Hasher::new()), expected, left: size }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(room)?;
        // What is wrong is for those who look into the program; readers are told that it does not unpack.
        let bad = |what: &'static str| Error::new(std::io::ErrorKind::InvalidData, what);
        if read as u64 > self.left {
            return Err(bad("longer than its directory says"));
        }
        self.left -= read as u64;
        if let Some(hasher) = &mut self.hasher {
            hasher.update(room.get(..read).unwrap_or_default());
        }
        if read == 0 && !room.is_empty() {
            if self.left > 0 {
                return Err(bad("shorter than its directory says"));
            }
            if self.hasher.take().is_some_and(|hasher| hasher.finalize() != self.expected) {
                return Err(bad("its checksum is wrong"));
            }
        }
        Ok(read)
    }
}
