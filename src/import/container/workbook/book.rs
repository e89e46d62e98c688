//! A workbook of any kind: its sheets, and the cells of one.

use std::collections::HashMap;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Dimensions, Ods, OdsError, Range, Reader as _, SheetType, SheetVisible};
use calamine::{Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};

use crate::import::container::error::ContainerError;
use crate::import::container::workbook::grid::{Gathering, Grid};
use crate::import::container::workbook::old;
use crate::import::container::workbook::value::{self, Kind};
use crate::import::container::{ReadSeek, SharedOrigin};
use crate::import::error::ImportError;

type Source = BufReader<Box<dyn ReadSeek>>;

/// What a workbook is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookKind {
    /// `.xlsx`, `.xlsm`.
    Xlsx,
    /// `.xlsb`.
    Xlsb,
    /// `.xls`.
    Xls,
    /// `.ods`.
    Ods,
}

enum Inner {
    Xlsx(Box<Xlsx<Source>>),
    Xlsb(Box<Xlsb<Source>>),
    Xls(Box<Xls<Source>>),
    Ods(Box<Ods<Source>>),
}

/// An open workbook.
pub struct Book {
    inner: Inner,
    /// Names of its sheets in their order, and whether each is hidden.
    pub sheets: Vec<(String, bool)>,
}

/// How much of a sheet is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Much {
    /// About this many cells from its beginning.
    Head(usize),
    /// All of it.
    Whole,
}

impl Book {
    /// Opens a workbook whose size was checked.
    ///
    /// # Errors
    /// When it is damaged or protected.
    pub fn open(origin: &SharedOrigin, kind: BookKind) -> Result<Self, ImportError> {
        guarded(&origin.name(), || {
            let source = BufReader::with_capacity(64 * 1024, origin.open()?);
            let inner = match kind {
                BookKind::Xlsx => Inner::Xlsx(Box::new(Xlsx::new(source)?)),
                BookKind::Xlsb => Inner::Xlsb(Box::new(Xlsb::new(source)?)),
                BookKind::Xls => {
                    old::check(origin).map_err(BookError::Import)?;
                    Inner::Xls(Box::new(old_workbook(origin, source)?))
                }
                BookKind::Ods => Inner::Ods(Box::new(Ods::new(source)?)),
            };
            let metadata = match &inner {
                Inner::Xlsx(book) => book.sheets_metadata(),
                Inner::Xlsb(book) => book.sheets_metadata(),
                Inner::Xls(book) => book.sheets_metadata(),
                Inner::Ods(book) => book.sheets_metadata(),
            };
            let tables = metadata.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
            let sheets = tables.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect();
            Ok(Self { inner, sheets })
        })
    }

    /// Cells of a sheet. Cells merged downwards each have the text of the first.
    ///
    /// # Errors
    /// When the sheet is damaged or beyond the limits.
    pub fn cells(&mut self, file: &str, sheet: &str, much: Much) -> Result<Grid, ImportError> {
        guarded(file, || match &mut self.inner {
            Inner::Xlsx(book) => xlsx_cells(book, sheet, much),
            Inner::Xlsb(book) => xlsb_cells(book, sheet, much),
            Inner::Xls(book) => {
                let merged = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
                let range = book.worksheet_range(sheet)?;
                range_cells(&range, book.has_1904_epoch(), Some(&merged), much)
            }
            Inner::Ods(book) => range_cells(&book.worksheet_range(sheet)?, false, None, much),
        })
    }
}

/// Why a workbook could not be read.
enum BookError {
    Import(ImportError),
    Password,
    /// What the library says of it is for those who know its parts.
    Broken,
}

impl From<ContainerError> for BookError {
    fn from(error: ContainerError) -> Self {
        Self::Import(error.into())
    }
}

impl From<std::io::Error> for BookError {
    fn from(error: std::io::Error) -> Self {
        Self::Import(error.into())
    }
}

macro_rules! from_book_error {
    ($error:ident) => {
        impl From<$error> for BookError {
            fn from(error: $error) -> Self {
                match error {
                    $error::Io(error) => Self::Import(error.into()),
                    $error::Password => Self::Password,
                    _ => Self::Broken,
                }
            }
        }
    };
}
from_book_error!(XlsxError);
from_book_error!(XlsbError);
from_book_error!(XlsError);
from_book_error!(OdsError);

/// Runs a reader of workbooks behind a wall: should it stumble over a damaged file, that is the file's damage.
fn guarded<T>(file: &str, work: impl FnOnce() -> Result<T, BookError>) -> Result<T, ImportError> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(BookError::Import(error))) => Err(error),
        Ok(Err(BookError::Password)) => Err(ContainerError::Encrypted { name: file.to_owned() }.into()),
        Ok(Err(BookError::Broken)) | Err(_) => Err(ContainerError::BrokenWorkbook { name: file.to_owned() }.into()),
    }
}

/// A workbook of the old kind; a protected one of the new kind and old text documents look like it from outside.
fn old_workbook(origin: &SharedOrigin, source: Source) -> Result<Xls<Source>, BookError> {
    match Xls::new(source) {
        Err(XlsError::Cfb(error)) => {
            let again = BufReader::with_capacity(64 * 1024, origin.open()?);
            match Xlsx::new(again) {
                Err(XlsxError::Password) => Err(BookError::Password),
                _ if error.to_string().contains("Workbook") => Err(ContainerError::OtherDocument.into()),
                _ => Err(BookError::Broken),
            }
        }
        other => Ok(other?),
    }
}

fn xlsx_cells(book: &mut Xlsx<Source>, sheet: &str, much: Much) -> Result<Grid, BookError> {
    let is_1904 = book.has_1904_epoch();
    let merged = match much {
        Much::Whole => downwards(&book.merge_cells_by_sheet_name(sheet)?),
        Much::Head(_) => HashMap::new(),
    };
    let mut gathering = Gathering::default();
    let mut unknown = Vec::new();
    let mut ordinal: usize = 0;
    let mut reader = book.worksheet_cells_reader(sheet)?;
    loop {
        match reader.next_cell() {
            Ok(None) => break,
            Ok(Some(cell)) => {
                let (place, value) = (cell.get_position(), cell.get_value());
                gathering.add(place, |text| value::write(value, is_1904, text))?;
                for row in merged.get(&place).into_iter().flat_map(|last| place.0 + 1..=*last) {
                    gathering.add((row, place.1), |text| value::write(value, is_1904, text))?;
                }
            }
            // An error of a formula that the reader does not know (`#SPILL!`): its text stays.
            Err(XlsxError::CellError(text)) => unknown.push((ordinal, text)),
            Err(error) => return Err(error.into()),
        }
        ordinal += 1;
        if matches!(much, Much::Head(cells) if gathering.len() > cells) {
            break;
        }
    }
    drop(reader);
    if !unknown.is_empty() {
        let mut places = book.worksheet_cells_reader(sheet)?;
        let mut unknown = unknown.into_iter().peekable();
        let mut passed: usize = 0;
        while let (Some((wanted, error)), Some(cell)) = (unknown.peek(), places.next_formula()?) {
            if *wanted == passed {
                gathering.add(cell.get_position(), |text| {
                    text.push_str(error);
                    Some(Kind::Error)
                })?;
                unknown.next();
            }
            passed += 1;
        }
    }
    Ok(gathering.finish())
}

fn xlsb_cells(book: &mut Xlsb<Source>, sheet: &str, much: Much) -> Result<Grid, BookError> {
    let is_1904 = book.has_1904_epoch();
    let mut gathering = Gathering::default();
    // Cell by cell: as a range, one far away would make room for all before it.
    let mut reader = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = reader.next_cell()? {
        gathering.add(cell.get_position(), |text| value::write(cell.get_value(), is_1904, text))?;
        if matches!(much, Much::Head(cells) if gathering.len() > cells) {
            break;
        }
    }
    Ok(gathering.finish())
}

/// First cell of each merged area of several rows, and its last row.
fn downwards(merged: &[Dimensions]) -> HashMap<(u32, u32), u32> {
    merged.iter().filter(|area| area.end.0 > area.start.0).map(|area| (area.start, area.end.0)).collect()
}

fn range_cells(
    range: &Range<Data>,
    is_1904: bool,
    merged: Option<&[Dimensions]>,
    much: Much,
) -> Result<Grid, BookError> {
    let merged = downwards(merged.unwrap_or_default());
    let (top, left) = range.start().unwrap_or_default();
    let mut gathering = Gathering::default();
    for (row, column, value) in range.used_cells() {
        let place = (top + row as u32, left + column as u32);
        gathering.add(place, |text| value::write_owned(value, is_1904, text))?;
        for row in merged.get(&place).into_iter().flat_map(|last| place.0 + 1..=*last) {
            gathering.add((row, place.1), |text| value::write_owned(value, is_1904, text))?;
        }
        if matches!(much, Much::Head(cells) if gathering.len() > cells) {
            break;
        }
    }
    Ok(gathering.finish())
}
