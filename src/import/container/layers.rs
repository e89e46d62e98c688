//! A table's bytes below the wrappers around it.

use std::io::{Read, Seek as _, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use flate2::read::{DeflateDecoder, MultiGzDecoder};

use crate::import::container::SharedOrigin;
use crate::import::container::limited::{Checked, Counting, Unzipped};

/// One origin, or what is left of it below some wrappers.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What it is called: the name of the innermost.
    pub name: String,
    /// Where its bytes come from.
    pub origin: SharedOrigin,
    /// Wrappers to be taken off, outermost first.
    pub layers: Vec<Layer>,
}

/// One wrapper.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The member of an archive; only ever the outermost.
    Member(Place),
    /// A compressed file.
    Gzip,
}

/// Where a member of an archive stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its first byte.
    pub start: u64,
    /// Bytes as they stand.
    pub packed: u64,
    /// Bytes once unzipped.
    pub size: u64,
    /// Checksum of the unzipped bytes.
    pub crc32: u32,
    /// Whether they are compressed.
    pub is_deflated: bool,
}

impl Piece {
    /// An origin as it is.
    pub fn of(origin: &SharedOrigin) -> Self {
        Self { name: origin.name().into_owned(), origin: Arc::clone(origin), layers: Vec::new() }
    }

    /// Whether nothing is around it.
    pub fn is_plain(&self) -> bool {
        self.layers.is_empty()
    }

    /// Its size once unzipped, where that is known.
    pub fn size(&self) -> Option<u64> {
        match self.layers.last() {
            None => self.origin.size(),
            Some(Layer::Member(place)) => Some(place.size),
            Some(Layer::Gzip) => None,
        }
    }

    /// Its bytes, unzipped.
    ///
    /// # Errors
    /// When the origin cannot be opened.
    pub fn open(&self) -> std::io::Result<Box<dyn Read + Send>> {
        let mut origin = self.origin.open()?;
        let Some(first) = self.layers.first() else { return Ok(Box::new(origin)) };
        let mut reader: Box<dyn Read + Send> = match first {
            Layer::Member(place) => {
                origin.seek(SeekFrom::Start(place.start))?;
                self.member(*place, origin.take(place.packed))
            }
            Layer::Gzip => self.gunzip(origin),
        };
        for layer in self.layers.iter().skip(1) {
            if let Layer::Gzip = layer {
                reader = self.gunzip(reader);
            }
        }
        Ok(reader)
    }

    fn member(&self, place: Place, packed: impl Read + Send + 'static) -> Box<dyn Read + Send> {
        let count = Arc::new(AtomicU64::new(place.packed));
        if place.is_deflated {
            let checked = Checked::new(DeflateDecoder::new(packed), place.size, place.crc32);
            Box::new(Unzipped::new(checked, &self.name, count))
        } else {
            Box::new(Unzipped::new(Checked::new(packed, place.size, place.crc32), &self.name, count))
        }
    }

    fn gunzip(&self, packed: impl Read + Send + 'static) -> Box<dyn Read + Send> {
        let count = Arc::new(AtomicU64::new(0));
        let counting = Counting::new(packed, Arc::clone(&count));
        Box::new(Unzipped::new(MultiGzDecoder::new(counting), &self.name, count))
    }
}
