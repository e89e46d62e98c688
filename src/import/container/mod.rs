//! Everything around a table: compressed files, archives, workbooks, several files at once. The rest of import sees
//! plain text.
//!
//! [`Contents::of`] looks into what it is given once and says what it [`Found`]: what was taken off, what was chosen
//! and what could be chosen instead. [`Contents::open`] then gives the plain bytes of the table from their beginning,
//! as often as they are wanted. Opens no file itself: an [`Origin`] does.

pub mod error;
mod digest;
pub mod found;
mod join_csv;
mod join_json;
mod layers;
mod limited;
mod look;
pub mod say;
pub mod together;
mod utf8;
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
use crate::import::container::found::{Found, PassedOver};
use crate::import::container::layers::Piece;
use crate::import::container::together::Together;
use crate::import::container::workbook::Sheet;
use crate::import::container::workbook::reference::CellRange;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::recipe::{Format, SheetRule};
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

/// Origins that are named one by one.
pub const NAMED: usize = 3;

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
    /// The only table of a folder or archive.
    Alone(Contents),
    /// Several files.
    Together(Together),
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
            several => look::several(several, choice, progress)?,
        };
        Ok(Self { inner: Arc::new(Inner { origins: origins.to_vec(), body, found }) })
    }

    /// As [`Contents::of`], for the files of a folder: what is no data is passed over and named beside what the
    /// caller passed over already.
    ///
    /// # Errors
    /// When no file is data, files do not fit together, a limit is passed, or `progress` was cancelled.
    pub fn of_folder(
        origins: &[SharedOrigin],
        passed_over: Vec<PassedOver>,
        choice: &Choice,
        progress: &Progress,
    ) -> Result<Self, ImportError> {
        let mut found = Found { passed_over, ..Found::default() };
        let mut files = Vec::with_capacity(origins.len());
        for origin in origins {
            if progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
            files.push((origin.name().into_owned(), Self::of(std::slice::from_ref(origin), choice, progress)));
        }
        let body = together::of_many(files, &mut found)?;
        if let Body::Alone(contents) = &body {
            found.adopt(contents.found().clone());
        } else {
            found.title = found.files.first().map(|name| look::stem(name)).unwrap_or_default();
        }
        let used = |origin: &&SharedOrigin| found.files.iter().any(|name| *name == origin.name());
        let origins = origins.iter().filter(used).cloned().collect();
        Ok(Self { inner: Arc::new(Inner { origins, body, found }) })
    }

    /// What a part of an archive holds.
    fn of_part(origin: &SharedOrigin, body: Body, found: Found) -> Self {
        Self { inner: Arc::new(Inner { origins: vec![Arc::clone(origin)], body, found }) }
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
            Body::Alone(contents) => contents.open(),
            Body::Together(together) => Ok(together.open()),
        }
    }

    /// Names of the origins as they were given, joined by `; `: what a dataset says of its file. Of more than
    /// [`NAMED`], the first ones and how many more there are.
    pub fn name(&self) -> String {
        let mut names: Vec<_> =
            self.inner.origins.iter().take(NAMED).map(|origin| origin.name().into_owned()).collect();
        let more = self.inner.origins.len().saturating_sub(NAMED);
        if more > 0 {
            names.push(format!("+ {more}"));
        }
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
            Body::Sheet(_) | Body::Together(_) => None,
            Body::Alone(contents) => contents.size(),
        }
    }

    /// SHA-256 of each origin as it was given, in hexadecimal, joined by `; `; of more than [`NAMED`], that of their
    /// hashes in order. Reads them whole.
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
            Body::Sheet(_) | Body::Alone(_) | Body::Together(_) => false,
        }
    }

    /// Tells what the table is, as [`sniff`] does for a file. `head` is its
    /// beginning; the encoding may be known already.
    ///
    /// # Errors
    /// As `sniff`.
    pub fn sniff(&self, head: &[u8], extent: Extent, encoding: Option<EncodingFound>) -> Result<Sniff, ImportError> {
        let known = match &self.inner.body {
            Body::Sheet(sheet) => Some(sheet.format()),
            Body::Together(together) => together.format(),
            Body::Alone(contents) => return contents.sniff(head, extent, encoding),
            Body::Piece(_) => None,
        };
        if let Some(format) = known {
            return written_here(head, format);
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
            Body::Piece(_) | Body::Together(_) => row,
            Body::Sheet(sheet) => sheet.row_number(row),
            Body::Alone(contents) => contents.row_number(row),
        }
    }

    /// The sheet and range for a recipe: the range only where the analyst chose it, because the next edition of the
    /// file has more rows. `None` where there is no workbook.
    pub fn sheet_rule(&self) -> Option<SheetRule> {
        let book = self.inner.found.workbook.as_ref()?;
        let range = book.is_range_given.then_some(book.chosen.range);
        Some(SheetRule { name: book.sheet().to_owned(), range })
    }

    /// Rows of each file, where there are several and all were read to their end once.
    pub fn rows_by_file(&self) -> Option<Vec<(String, u64)>> {
        match &self.inner.body {
            Body::Together(together) => together.rows(),
            Body::Alone(contents) => contents.rows_by_file(),
            Body::Piece(_) | Body::Sheet(_) => None,
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
