//! Workbooks: which sheet, which table of it, and its cells as plain text.
//!
//! What looks most like a table of records is proposed; every other sheet and table is offered.

pub mod book;
mod grid;
pub mod guard;
mod old;
mod ranges;
pub mod reference;
mod text;
mod value;

#[cfg(test)]
mod tests;

use std::io::Read;
use std::sync::Arc;

use crate::import::container::error::{ContainerError, some_names};
use crate::import::container::found::{SheetFound, TableFound, WorkbookFound};
use crate::import::container::workbook::book::{Book, BookKind, Much};
use crate::import::container::workbook::grid::Grid;
use crate::import::container::workbook::ranges::Table;
use crate::import::container::workbook::reference::{CellRange, ROWS};
use crate::import::container::workbook::text::TableText;
use crate::import::container::{Choice, SharedOrigin};
use crate::import::error::ImportError;
use crate::import::recipe::Format;

pub use text::push_cell;

/// Cells of a sheet that are looked at to choose between sheets.
const HEAD_CELLS: usize = 20_000;

/// A table of a workbook, its cells in memory.
#[derive(Clone, Debug)]
pub struct Sheet {
    grid: Arc<Grid>,
    range: CellRange,
    headerless: bool,
}

impl Sheet {
    /// Its text from the header on.
    pub fn open(&self) -> Box<dyn Read + Send> {
        Box::new(TableText::new(Arc::clone(&self.grid), self.range))
    }

    /// How the text is written.
    pub fn format(&self) -> Format {
        Format::Csv { delimiter: ',', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: self.headerless }
    }

    /// The sheet's own number of a row, both counted from 1; `row` counts below the header.
    pub fn row_number(&self, row: u64) -> u64 {
        u64::from(self.range.top) + row + u64::from(!self.headerless)
    }
}

/// Looks into a workbook whose parts were checked.
///
/// # Errors
/// When it is damaged, protected or beyond the limits, has no table, or not the sheet or range that was chosen.
pub fn look(origin: &SharedOrigin, kind: BookKind, choice: &Choice) -> Result<(Sheet, WorkbookFound), ImportError> {
    let file = origin.name().into_owned();
    let mut book = Book::open(origin, kind)?;
    let mut sheets = std::mem::take(&mut book.sheets);
    // Hidden ones are offered last.
    sheets.sort_by_key(|(_, is_hidden)| *is_hidden);
    let chosen = match &choice.sheet {
        Some(wanted) => named(&sheets, wanted)?,
        None => best_sheet(&mut book, &file, &sheets)?,
    };
    let grid = book.cells(&file, &chosen, Much::Whole)?;
    drop(book);
    let tables = ranges::tables(&grid);
    let table = match choice.range {
        Some(range) => ranges::exactly(&grid, range)
            .ok_or_else(|| ContainerError::EmptyRange { sheet: chosen.clone(), range: range.to_string() })?,
        None => best(&tables).or_else(|| all_of(&grid)).ok_or_else(|| no_table(&chosen, &grid, &sheets))?,
    };
    let headerless = table.headers.is_empty();
    let found = WorkbookFound {
        sheets: sheets
            .into_iter()
            .map(|(name, is_hidden)| SheetFound { is_chosen: name == chosen, name, is_hidden })
            .collect(),
        tables: tables.into_iter().map(offered).collect(),
        is_sheet_given: choice.sheet.is_some(),
        chosen: offered(table.clone()),
        is_range_given: choice.range.is_some(),
    };
    let sheet = Sheet { grid: Arc::new(grid), range: table.range, headerless };
    Ok((sheet, found))
}

fn offered(table: Table) -> TableFound {
    let Table { range, headers, rows, is_pivot, above, below } = table;
    TableFound { range, headers, rows, is_pivot, above, below }
}

fn named(sheets: &[(String, bool)], wanted: &str) -> Result<String, ContainerError> {
    let exactly = sheets.iter().find(|(name, _)| name == wanted);
    let folded = || sheets.iter().find(|(name, _)| name.trim().to_lowercase() == wanted.trim().to_lowercase());
    let there = || some_names(sheets.iter().map(|(name, _)| name.as_str()));
    exactly
        .or_else(folded)
        .map(|(name, _)| name.clone())
        .ok_or_else(|| ContainerError::NoSuchSheet { name: wanted.to_owned(), there: there() })
}

/// The sheet whose best table looks most like one of records; a hidden one only where no other has a table.
fn best_sheet(book: &mut Book, file: &str, sheets: &[(String, bool)]) -> Result<String, ImportError> {
    if let [(only, _)] = sheets {
        return Ok(only.clone());
    }
    let mut best: Option<(f64, &str)> = None;
    for (name, is_hidden) in sheets {
        let head = book.cells(file, name, Much::Head(HEAD_CELLS))?;
        let Some(table) = self::best(&ranges::tables(&head)) else { continue };
        let score = table.score() * if *is_hidden { 1e-3 } else { 1.0 };
        if best.is_none_or(|(before, _)| score > before) {
            best = Some((score, name));
        }
    }
    let first = || sheets.first().map(|(name, _)| name.as_str());
    best.map(|(_, name)| name).or_else(first).map(str::to_owned).ok_or_else(|| ContainerError::EmptyWorkbook.into())
}

fn best(tables: &[Table]) -> Option<Table> {
    let mut best: Option<&Table> = None;
    for table in tables {
        if best.is_none_or(|before| table.score() > before.score()) {
            best = Some(table);
        }
    }
    best.cloned()
}

/// Everything in a sheet, where nothing in it looks like a table of its own.
fn all_of(grid: &Grid) -> Option<Table> {
    let columns = grid.used_columns(0..grid.len());
    let (left, right) = (*columns.first()?, *columns.last()?);
    let range = CellRange { top: 0, left, bottom: Some(ROWS - 1), right };
    ranges::exactly(grid, range).filter(|table| table.rows > 0 && right > left)
}

fn no_table(sheet: &str, grid: &Grid, sheets: &[(String, bool)]) -> ImportError {
    if grid.len() == 0 && sheets.len() == 1 {
        return ImportError::Empty;
    }
    ContainerError::NoTableInSheet { name: sheet.to_owned() }.into()
}
