//! What is looked at before a workbook is given to its reader, which holds parts of it whole.

use std::io::Read as _;

use crate::import::container::SharedOrigin;
use crate::import::container::error::ContainerError;
use crate::import::container::layers::{Layer, Piece};
use crate::import::container::workbook::book::BookKind;
use crate::import::container::zip::Entry;
use crate::import::error::ImportError;
use crate::import::limits::{UNFOLDED_CELLS, WORKBOOK_BYTES, WORKBOOK_PART_BYTES};

/// Longest text between two tags.
const TEXT_RUN: usize = 8 << 20;

/// Which kind of workbook an archive is; `None` when it is none, an error when it is another office document.
///
/// # Errors
/// When it is a text document or a presentation.
pub fn kind_of(entries: &[Entry]) -> Result<Option<BookKind>, ImportError> {
    let has = |name: &str| entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
    let below = |folder: &str| entries.iter().any(|entry| entry.name.starts_with(folder));
    if has("xl/workbook.bin") {
        return Ok(Some(BookKind::Xlsb));
    }
    if has("xl/workbook.xml") || has("[Content_Types].xml") && below("xl/") {
        return Ok(Some(BookKind::Xlsx));
    }
    if has("mimetype") && has("content.xml") {
        return Ok(Some(BookKind::Ods));
    }
    if has("[Content_Types].xml") && (below("word/") || below("ppt/")) {
        return Err(ContainerError::OtherDocument.into());
    }
    Ok(None)
}

/// Checks that a workbook's parts are as large as its directory says, and within the limits.
///
/// # Errors
/// When they are not, or a part is damaged.
pub fn check_parts(origin: &SharedOrigin, entries: &[Entry], kind: BookKind) -> Result<(), ImportError> {
    let name = origin.name().into_owned();
    let parts = entries.iter().filter(|entry| {
        let ending = entry.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        matches!(ending.as_str(), "xml" | "rels" | "bin" | "mimetype")
    });
    let mut sum: u64 = 0;
    for entry in parts {
        if let Some(error) = &entry.refused {
            return Err(match error {
                ContainerError::Encrypted { .. } => ContainerError::Encrypted { name }.into(),
                other => other.clone().into(),
            });
        }
        let is_sheet = kind == BookKind::Xlsx && entry.name.contains("worksheets/");
        sum = sum.saturating_add(entry.place.size);
        if sum > WORKBOOK_BYTES || (!is_sheet && entry.place.size > WORKBOOK_PART_BYTES) {
            return Err(ContainerError::WorkbookTooLarge.into());
        }
        let mut watch = Watch { unfolds: kind == BookKind::Ods && entry.name == "content.xml", ..Watch::default() };
        read_part(origin, entry, &mut watch)?;
    }
    Ok(())
}

fn read_part(origin: &SharedOrigin, entry: &Entry, watch: &mut Watch) -> Result<(), ImportError> {
    let layers = vec![Layer::Member(entry.place)];
    let mut source = Piece { name: entry.name.clone(), origin: SharedOrigin::clone(origin), layers }.open()?;
    let mut block = vec![0; 256 * 1024];
    let is_xml = entry.name.ends_with("xml");
    loop {
        let read = source.read(&mut block)?;
        if read == 0 {
            return Ok(());
        }
        if is_xml {
            watch.feed(block.get(..read).unwrap_or_default())?;
        }
    }
}

/// Looks at the tags of a part as they go by.
#[derive(Debug, Default)]
struct Watch {
    /// Bytes since the last `<`.
    run: usize,
    /// Whether cells are counted as they unfold.
    unfolds: bool,
    /// The tag that is not closed yet.
    tag: Vec<u8>,
    in_tag: bool,
    /// Cells of the row so far, and how often it stands.
    row: (u64, u64, bool),
    widest: u64,
    rows: u64,
    empty_rows: u64,
}

impl Watch {
    fn feed(&mut self, block: &[u8]) -> Result<(), ImportError> {
        let mut last = 0;
        for at in memchr::memchr_iter(b'<', block) {
            self.run += at - last;
            self.check()?;
            (self.run, last) = (0, at);
        }
        self.run += block.len() - last;
        self.check()?;
        if self.unfolds { self.unfold(block) } else { Ok(()) }
    }

    fn check(&self) -> Result<(), ImportError> {
        if self.run > TEXT_RUN { Err(ContainerError::SheetTooLarge.into()) } else { Ok(()) }
    }

    /// Counts the cells that repeated rows and columns of an ODS become.
    fn unfold(&mut self, block: &[u8]) -> Result<(), ImportError> {
        for &byte in block {
            match byte {
                b'<' => {
                    self.tag.clear();
                    self.in_tag = true;
                }
                b'>' if self.in_tag => {
                    self.in_tag = false;
                    let tag = std::mem::take(&mut self.tag);
                    self.take_tag(&tag);
                    self.tag = tag;
                    if self.rows.saturating_mul(self.widest) > UNFOLDED_CELLS {
                        return Err(ContainerError::SheetTooLarge.into());
                    }
                }
                _ if self.in_tag && self.tag.len() < 4_096 => self.tag.push(byte),
                _ => {}
            }
        }
        Ok(())
    }

    fn take_tag(&mut self, tag: &[u8]) {
        let repeated = |name: &[u8]| -> u64 {
            let Some(at) = memchr::memmem::find(tag, name) else { return 1 };
            let digits = tag.iter().skip(at + name.len() + 2).take_while(|byte| byte.is_ascii_digit());
            digits.take(12).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'))
        };
        if tag.starts_with(b"table:table-row") && !tag.ends_with(b"/") {
            self.row = (0, repeated(b"number-rows-repeated"), false);
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let columns = repeated(b"number-columns-repeated").min(16_384);
            let filled = memchr::memmem::find(tag, b"value").is_some() || !tag.ends_with(b"/");
            if filled {
                self.row.2 = true;
            }
            // Blank cells at the end of a row are not unfolded.
            if filled || self.row.0 + columns < 1_024 {
                self.row.0 += columns;
            }
        } else if tag.starts_with(b"/table:table-row") {
            if self.row.2 {
                self.rows = self.rows.saturating_add(self.row.1).saturating_add(std::mem::take(&mut self.empty_rows));
                self.widest = self.widest.max(self.row.0);
            } else {
                self.empty_rows = self.empty_rows.saturating_add(self.row.1);
            }
        } else if tag.starts_with(b"/table:table") && !tag.starts_with(b"/table:table-") {
            self.empty_rows = 0;
        }
    }
}
