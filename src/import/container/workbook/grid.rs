//! The cells of a sheet as text, in little memory: only those with anything in them.

use crate::import::container::error::ContainerError;
use crate::import::container::workbook::reference::{COLUMNS, ROWS};
use crate::import::container::workbook::value::Kind;
use crate::import::limits::{SHEET_CELLS, SHEET_TEXT_BYTES};

/// Bits of a cell's mark that hold its column.
const COLUMN_BITS: u16 = 0x3fff;

/// Cells of a sheet, row by row from left to right.
#[derive(Debug, Default)]
pub struct Grid {
    /// All texts, one behind the other.
    text: String,
    /// Column and kind of each cell.
    marks: Vec<u16>,
    /// Where the text of each cell begins; it ends where the next begins.
    starts: Vec<u32>,
    /// Number of each row with anything in it, and its first cell.
    rows: Vec<(u32, u32)>,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridCell<'g> {
    /// Its column, counted from 0.
    pub column: u32,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its text.
    pub text: &'g str,
}

/// A cell before it has its place in a grid.
#[derive(Clone, Copy, Debug)]
struct Loose {
    row: u32,
    column: u16,
    kind: Kind,
    start: u32,
    end: u32,
}

/// Gathers cells in any order.
#[derive(Debug, Default)]
pub struct Gathering {
    text: String,
    cells: Vec<Loose>,
    is_unsorted: bool,
}

impl Gathering {
    /// Adds a cell whose text `write` appends; `None` from it is an empty cell.
    ///
    /// # Errors
    /// When the sheet is beyond the limits.
    pub fn add(
        &mut self,
        (row, column): (u32, u32),
        write: impl FnOnce(&mut String) -> Option<Kind>,
    ) -> Result<(), ContainerError> {
        if row >= ROWS || column >= COLUMNS {
            return Ok(());
        }
        let start = self.text.len() as u32;
        let Some(kind) = write(&mut self.text) else {
            self.text.truncate(start as usize);
            return Ok(());
        };
        if self.cells.len() >= SHEET_CELLS || self.text.len() > SHEET_TEXT_BYTES {
            return Err(ContainerError::SheetTooLarge);
        }
        let column = column as u16;
        self.is_unsorted |= self.cells.last().is_some_and(|last| (last.row, last.column) >= (row, column));
        self.cells.push(Loose { row, column, kind, start, end: self.text.len() as u32 });
        Ok(())
    }

    /// Cells so far.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The grid. Of several cells at one place the last stays.
    pub fn finish(mut self) -> Grid {
        if !self.is_unsorted {
            return self.laid_out(None);
        }
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // The sort keeps the order of equals, so the last of them is the one that was read last.
        let mut kept: Vec<Loose> = Vec::with_capacity(self.cells.len());
        for cell in std::mem::take(&mut self.cells) {
            match kept.last_mut() {
                Some(last) if (last.row, last.column) == (cell.row, cell.column) => *last = cell,
                _ => kept.push(cell),
            }
        }
        let mut text = String::with_capacity(self.text.len());
        for cell in &mut kept {
            let start = text.len() as u32;
            text.push_str(self.text.get(cell.start as usize..cell.end as usize).unwrap_or_default());
            (cell.start, cell.end) = (start, text.len() as u32);
        }
        self.cells = kept;
        self.laid_out(Some(text))
    }

    fn laid_out(self, text: Option<String>) -> Grid {
        let mut grid = Grid { text: text.unwrap_or(self.text), ..Grid::default() };
        grid.marks.reserve_exact(self.cells.len());
        grid.starts.reserve_exact(self.cells.len());
        for cell in self.cells {
            if grid.rows.last().is_none_or(|(row, _)| *row != cell.row) {
                grid.rows.push((cell.row, grid.marks.len() as u32));
            }
            grid.marks.push(cell.column | (cell.kind as u16) << 14);
            grid.starts.push(cell.start);
        }
        grid
    }
}

impl Grid {
    /// Number of rows with anything in them.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row's number in the sheet, counted from 0, by its place among the rows with anything in them.
    pub fn number(&self, place: usize) -> Option<u32> {
        self.rows.get(place).map(|(row, _)| *row)
    }

    /// The place of the first row with this number or a later one.
    pub fn place_of(&self, number: u32) -> usize {
        self.rows.partition_point(|(row, _)| *row < number)
    }

    /// The cells of a row by its place, between two columns.
    pub fn cells(&self, place: usize, left: u32, right: u32) -> impl Iterator<Item = GridCell<'_>> {
        let first = self.rows.get(place).map_or(0, |(_, first)| *first as usize);
        let last = self.rows.get(place + 1).map_or(self.marks.len(), |(_, next)| *next as usize);
        (if place < self.rows.len() { first..last } else { 0..0 })
            .filter_map(|index| self.cell(index))
            .skip_while(move |cell| cell.column < left)
            .take_while(move |cell| cell.column <= right)
    }

    fn cell(&self, index: usize) -> Option<GridCell<'_>> {
        let mark = *self.marks.get(index)?;
        let start = *self.starts.get(index)? as usize;
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        let kind = match mark >> 14 {
            0 => Kind::Text,
            1 => Kind::Number,
            2 => Kind::Date,
            _ => Kind::Error,
        };
        Some(GridCell { column: u32::from(mark & COLUMN_BITS), kind, text: self.text.get(start..end)? })
    }

    /// Columns with anything in them among these rows (by place).
    pub fn used_columns(&self, rows: std::ops::Range<usize>) -> Vec<u32> {
        let mut used = vec![false; COLUMNS as usize];
        for place in rows {
            for cell in self.cells(place, 0, COLUMNS) {
                if let Some(slot) = used.get_mut(cell.column as usize).filter(|_| !cell.text.trim().is_empty()) {
                    *slot = true;
                }
            }
        }
        used.iter().enumerate().filter(|(_, used)| **used).map(|(column, _)| column as u32).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_in_any_order_become_rows() {
        let mut gathering = Gathering::default();
        let put = |gathering: &mut Gathering, place, text: &str| {
            gathering
                .add(place, |room| {
                    room.push_str(text);
                    (!text.is_empty()).then_some(Kind::Text)
                })
                .unwrap();
        };
        for (place, text) in
            [((4, 2), "c"), ((1, 0), "a"), ((1, 3), ""), ((4, 0), "b"), ((4, 2), "d"), ((0, 16_384), "x")]
        {
            put(&mut gathering, place, text);
        }
        let grid = gathering.finish();
        let row = |place| grid.cells(place, 0, 9).map(|cell| (cell.column, cell.text.to_owned())).collect::<Vec<_>>();
        assert_eq!((grid.len(), grid.number(0), grid.number(1)), (2, Some(1), Some(4)));
        assert_eq!(row(0), [(0, "a".to_owned())]);
        assert_eq!(row(1), [(0, "b".to_owned()), (2, "d".to_owned())]);
        assert_eq!(row(2), []);
        assert_eq!((grid.place_of(2), grid.place_of(5)), (1, 2));
        assert_eq!(grid.used_columns(0..2), [0, 2]);
    }
}
