//! Everything around a table: compressed files, archives, workbooks, several files at once. The rest of import sees
//! plain text.
//!
//! [`Contents::of`] looks into what it is given once and says what it [`Found`]: what was taken off, what was chosen
//! and what could be chosen instead. [`Contents::open`] then gives the plain bytes of the table from their beginning,
//! as often as they are wanted. Opens no file itself: an [`Origin`] does.

pub mod error;
mod digest;
pub mod found;
mod layers;
mod limited;
mod look;
pub mod workbook;
mod zip;

use std::borrow::Cow;
use std::fmt;
use std::io::{Read, Seek};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::import::bytes::encoding::{EncodingFound, EncodingReason};
use crate::import::bytes::sniff::{Extent, Sniff, sniff, sniff_as};
use crate::import::container::error::ContainerError;
use crate::import::container::found::Found;
use crate::import::container::layers::Piece;
use crate::import::container::workbook::Sheet;
use crate::import::container::workbook::reference::CellRange;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::recipe::Format;
use crate::import::rows::{csv_reader, headers};

/// Bytes that are read from any place.
pub trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

/// Something with bytes that can be opened again and again: a file, a sample, a pasted text.
pub trait Origin: fmt::Debug + Send + Sync {
    /// Its name without folders; for a file below a chosen folder, the path below it with `/`.
    fn name(&self) -> Cow<'_, str>;

    /// Its size in bytes, where it is known.
    fn size(&self) -> Option<u64>;

    /// Its bytes from their beginning.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open(&self) -> std::io::Result<Box<dyn ReadSeek>>;
}

/// An origin that several hold.
pub type SharedOrigin = Arc<dyn Origin>;

/// Bytes in memory as an origin: a sample, a pasted text, an archive inside an archive.
#[derive(Clone)]
pub struct InMemory {
    /// What it is called.
    pub name: String,
    /// The bytes.
    pub bytes: Arc<[u8]>,
}

impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InMemory({:?}, {} bytes)", self.name, self.bytes.len())
    }
}

impl Origin for InMemory {
    fn name(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.name)
    }

    fn size(&self) -> Option<u64> {
        Some(self.bytes.len() as u64)
    }

    fn open(&self) -> std::io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(std::io::Cursor::new(Arc::clone(&self.bytes))))
    }
}

/// What the analyst says of a container. What is `None` is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// The member of an archive, by its name in the archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The sheet of a workbook, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The range of the sheet, its header row first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<CellRange>,
}

/// The table that one or several origins hold, once everything around it is off. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Contents {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    origins: Vec<SharedOrigin>,
    body: Body,
    found: Found,
}

/// Where the plain bytes come from.
#[derive(Debug)]
enum Body {
    /// One piece, read in a stream.
    Piece(Piece),
    /// A table of a workbook, in memory.
    Sheet(Sheet),
}

#[cfg(test)]
pub(super) mod tests;

impl Contents {
    /// Looks into these origins and takes off what is around their table. Reads heads and directories, and a workbook
    /// whole; plain text is not read here.
    ///
    /// # Errors
    /// When there is no table in them, what was chosen is not there, a limit is passed, or `progress` was cancelled.
    pub fn of(origins: &[SharedOrigin], choice: &Choice, progress: &Progress) -> Result<Self, ImportError> {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let (body, found) = match origins {
            [] => return Err(ContainerError::NoDataFile { names: String::new() }.into()),
            [origin] => look::one(origin, choice)?,
            [_, second, ..] => {
                return Err(ContainerError::DoNotFit { what: second.name().into_owned() }.into());
            }
        };
        Ok(Self { inner: Arc::new(Inner { origins: origins.to_vec(), body, found }) })
    }

    /// The plain bytes of the table from their beginning. What goes wrong while they are read is an [`ImportError`]
    /// inside the error: turning that into an `ImportError` gives it back.
    ///
    /// # Errors
    /// When an origin cannot be opened.
    pub fn open(&self) -> std::io::Result<Box<dyn Read + Send>> {
        match &self.inner.body {
            Body::Piece(piece) => piece.open(),
            Body::Sheet(sheet) => Ok(sheet.open()),
        }
    }

    /// Names of the origins as they were given, joined by `; `: what a dataset says of its file.
    pub fn name(&self) -> String {
        let names: Vec<_> = self.inner.origins.iter().map(|origin| origin.name().into_owned()).collect();
        names.join("; ")
    }

    /// What the table itself is called, without endings: the stem of the file or member.
    pub fn title(&self) -> &str {
        &self.inner.found.title
    }

    /// Plain bytes in all, where that is known before they are read: for progress.
    pub fn size(&self) -> Option<u64> {
        match &self.inner.body {
            Body::Piece(piece) => piece.size(),
            Body::Sheet(_) => None,
        }
    }

    /// SHA-256 of each origin as it was given, in hexadecimal, joined by `; `. Reads them whole unless it was asked
    /// before.
    ///
    /// # Errors
    /// When an origin cannot be read, or `progress` was cancelled.
    pub fn hash(&self, progress: &Progress) -> Result<String, ImportError> {
        digest::of(&self.inner.origins, progress)
    }

    /// Whether there was nothing around the table: the plain bytes are those of the one origin, at the same places.
    pub fn is_plain(&self) -> bool {
        match &self.inner.body {
            Body::Piece(piece) => piece.is_plain(),
            Body::Sheet(_) => false,
        }
    }

    /// Tells what the table is, as [`sniff`](crate::import::bytes::sniff::sniff) does for a file. `head` is its
    /// beginning; the encoding may be known already.
    ///
    /// # Errors
    /// As `sniff`.
    pub fn sniff(&self, head: &[u8], extent: Extent, encoding: Option<EncodingFound>) -> Result<Sniff, ImportError> {
        if let Body::Sheet(sheet) = &self.inner.body {
            return written_here(head, sheet.format());
        }
        match encoding {
            Some(encoding) => sniff_as(head, extent, encoding),
            None => sniff(head, extent),
        }
    }

    /// What the source itself calls a row of the table, both counted from 1: the row of a sheet. `row` counts below
    /// the header.
    pub fn row_number(&self, row: u64) -> u64 {
        match &self.inner.body {
            Body::Piece(_) => row,
            Body::Sheet(sheet) => sheet.row_number(row),
        }
    }

    /// What was found around the table, what was chosen, and what could be.
    pub fn found(&self) -> &Found {
        &self.inner.found
    }
}

/// What a text is that was written here, and so needs no guess.
fn written_here(head: &[u8], format: Format) -> Result<Sniff, ImportError> {
    let Format::Csv { delimiter, headerless, .. } = format else { return Err(ImportError::NoTable) };
    let first = csv_reader(head, delimiter).into_records().next().and_then(Result::ok).ok_or(ImportError::Empty)?;
    let headers = headers::tidy(first.iter().map(|cell| if headerless { "" } else { cell }));
    let encoding = EncodingFound { label: "utf-8".to_owned(), reason: EncodingReason::Valid };
    Ok(Sniff { format, headers, encoding, places: Vec::new() })
}
