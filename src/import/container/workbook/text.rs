//! A table of a sheet as delimited text, made as it is read.

use std::io::Read;
use std::sync::Arc;

use crate::import::container::workbook::grid::Grid;
use crate::import::container::workbook::reference::CellRange;

/// Bytes made at a time.
const BLOCK: usize = 64 * 1024;

/// Reads a table as comma-separated UTF-8: a record a row, a blank line for a blank row.
pub struct TableText {
    grid: Arc<Grid>,
    range: CellRange,
    /// Number of the row that comes next.
    next: u32,
    bottom: u32,
    room: Vec<u8>,
    given: usize,
}

impl TableText {
    /// The text of this part of a sheet.
    pub fn new(grid: Arc<Grid>, range: CellRange) -> Self {
        let last = grid.len().checked_sub(1).and_then(|last| grid.number(last)).unwrap_or_default();
        let bottom = range.bottom.unwrap_or(last).min(last);
        Self { grid, range, next: range.top, bottom, room: Vec::with_capacity(BLOCK * 2), given: 0 }
    }

    fn refill(&mut self) {
        self.room.clear();
        self.given = 0;
        while self.next <= self.bottom && self.room.len() < BLOCK {
            let place = self.grid.place_of(self.next);
            match self.grid.number(place) {
                Some(number) if number == self.next => {
                    let before = self.room.len();
                    let cells = self.grid.cells(place, self.range.left, self.range.right);
                    let mut column = self.range.left;
                    let mut is_blank = true;
                    for cell in cells {
                        while column < cell.column {
                            self.room.push(b',');
                            column += 1;
                        }
                        push_cell(cell.text, &mut self.room);
                        is_blank = false;
                    }
                    if is_blank {
                        self.room.truncate(before);
                    } else {
                        while column < self.range.right {
                            self.room.push(b',');
                            column += 1;
                        }
                    }
                    self.room.push(b'\n');
                    self.next += 1;
                }
                Some(number) => {
                    // Blank rows up to the next with anything in it.
                    let until = number.min(self.bottom + 1).min(self.next + BLOCK as u32);
                    self.room.extend((self.next..until).map(|_| b'\n'));
                    self.next = until;
                }
                None => self.next = self.bottom + 1,
            }
        }
    }
}

/// Writes one cell, in quotes where it must be.
pub fn push_cell(text: &str, room: &mut Vec<u8>) {
    if memchr::memchr3(b',', b'"', b'\n', text.as_bytes()).is_none() && !text.contains('\r') {
        return room.extend_from_slice(text.as_bytes());
    }
    room.push(b'"');
    for part in text.split_inclusive('"') {
        room.extend_from_slice(part.as_bytes());
        if part.ends_with('"') {
            room.push(b'"');
        }
    }
    room.push(b'"');
}

impl Read for TableText {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given == self.room.len() {
            self.refill();
        }
        let rest = self.room.get(self.given..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}
