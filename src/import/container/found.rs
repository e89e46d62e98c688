//! What was found around a table: for the window, which offers the choices, and for the assumptions that are printed.

use crate::import::container::workbook::reference::CellRange;
use crate::import::error::ImportError;

/// What was found around a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What the table itself is called, without endings.
    pub title: String,
    /// Wrappers that were taken off, outermost first.
    pub wrappers: Vec<Wrapper>,
    /// Data files of an archive, in the order of their names; empty where there is no archive.
    pub members: Vec<Member>,
    /// Files that are one table together, in the order of their rows; empty where there is one.
    pub files: Vec<String>,
    /// What was found in a workbook; `None` where there is none.
    pub workbook: Option<WorkbookFound>,
    /// Files of a folder or archive that are not part of the table, and why.
    pub passed_over: Vec<PassedOver>,
}

impl Found {
    /// Takes over what was found in the only table below.
    pub(super) fn adopt(&mut self, inner: Self) {
        self.title = inner.title;
        self.wrappers.extend(inner.wrappers);
        self.workbook = inner.workbook;
        self.passed_over.extend(inner.passed_over);
        if self.members.is_empty() {
            self.members = inner.members;
        }
        if !inner.files.is_empty() {
            self.files = inner.files;
        }
    }
}

/// What may be around a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// Compressed (`.gz`).
    Gzip,
    /// An archive (`.zip`).
    Zip,
}

/// A data file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name in the archive, with `/` between folders.
    pub name: String,
    /// Its size once unzipped.
    pub size: u64,
    /// Whether it is (part of) the table.
    pub is_chosen: bool,
}

/// What was found in a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookFound {
    /// Its sheets in their order, hidden ones last.
    pub sheets: Vec<SheetFound>,
    /// Whether the sheet was chosen by the analyst; else it is the one that looks most like a table of records.
    pub is_sheet_given: bool,
    /// Tables of the chosen sheet, from the upper left: parts between blank columns and rows.
    pub tables: Vec<TableFound>,
    /// The table that is read.
    pub chosen: TableFound,
    /// Whether its range was chosen by the analyst.
    pub is_range_given: bool,
}

impl WorkbookFound {
    /// Name of the chosen sheet.
    pub fn sheet(&self) -> &str {
        self.sheets.iter().find(|sheet| sheet.is_chosen).map(|sheet| sheet.name.as_str()).unwrap_or_default()
    }
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFound {
    /// Its name.
    pub name: String,
    /// Whether its author hid it.
    pub is_hidden: bool,
    /// Whether it is read.
    pub is_chosen: bool,
}

/// A table of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFound {
    /// Where it is, its header row first.
    pub range: CellRange,
    /// Its headers; empty where its first row is data.
    pub headers: Vec<String>,
    /// Rows below the header, blank ones within them too.
    pub rows: u32,
    /// Whether it looks like the output of a pivot table.
    pub is_pivot: bool,
    /// Lines above it that are not part of it (titles, notes), at most twelve.
    pub above: Vec<String>,
    /// Lines below it that are not part of it (totals, notes), at most twelve.
    pub below: Vec<String>,
}

/// A file that is not part of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: WhyPassedOver,
}

/// Why a file is not part of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyPassedOver {
    /// Neither a file nor a folder, or a link that leads nowhere.
    NoFile,
    /// In a folder below the one that was named, and not JSON.
    Deeper,
    /// Its name has an ending that data files do not have.
    ForeignName,
    /// A table that is not of the shape of the others.
    OtherShape,
    /// A file that a system keeps for itself (`.DS_Store`, `__MACOSX/`).
    OfTheSystem,
    /// It cannot be read as data.
    NoData(ImportError),
}
