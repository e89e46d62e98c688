//! A look through the records of an `.xls` before its reader sees them. That reader makes room for every cell between
//! the first and the last of a sheet, and for as many as the sheet says it has, whether they are there or not.

use std::io::{BufReader, ErrorKind, Read};

use cfb::CompoundFile as Compound;

use crate::import::container::SharedOrigin;
use crate::import::container::error::ContainerError;
use crate::import::error::ImportError;
use crate::import::limits::UNFOLDED_CELLS;

/// Names under which a workbook lies in its container.
const STREAMS: [&str; 2] = ["Workbook", "Book"];

/// The record that begins a sheet.
const BEGINNING: u16 = 0x0809;
/// The record that says how far a sheet goes.
const DIMENSIONS: u16 = 0x0200;
/// Records of cells; each begins with a row and a column of two bytes.
const CELLS: [u16; 10] = [0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e];

/// Checks that no sheet stretches over more than [`UNFOLDED_CELLS`] cells.
///
/// # Errors
/// When one does, or the container is damaged.
pub fn check(origin: &SharedOrigin) -> Result<(), ImportError> {
    let source = BufReader::with_capacity(64 * 1024, origin.open()?);
    let damaged = |_| damage(&origin.name());
    let mut file = Compound::open(source).map_err(damaged)?;
    // Whichever of several of that name the reader takes.
    let books: Vec<_> = file
        .walk()
        .filter(|entry| entry.is_stream() && STREAMS.contains(&entry.name()))
        .map(|entry| entry.path().to_path_buf())
        .collect();
    for path in books {
        let stream = file.open_stream(path).map_err(damaged)?;
        check_records(&mut BufReader::with_capacity(64 * 1024, stream)).map_err(|error| match error {
            Fault::TooLarge => ContainerError::SheetTooLarge.into(),
            Fault::Damaged => damage(&origin.name()),
        })?;
    }
    Ok(())
}

/// What the library says of it is for those who know its parts.
fn damage(name: &str) -> ImportError {
    ContainerError::BrokenWorkbook { name: name.to_owned() }.into()
}

#[derive(Debug)]
enum Fault {
    TooLarge,
    Damaged,
}

/// Rows and columns that the cells of a sheet span.
#[derive(Debug, Default)]
struct Span {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Span {
    fn add(&mut self, row: u16, column: u16) {
        let wider = |span: Option<(u16, u16)>, at: u16| {
            span.map_or(Some((at, at)), |(first, last)| Some((first.min(at), last.max(at))))
        };
        self.rows = wider(self.rows, row);
        self.columns = wider(self.columns, column);
    }

    fn cells(&self) -> u64 {
        let length = |span: Option<(u16, u16)>| span.map_or(0, |(first, last)| u64::from(last - first) + 1);
        length(self.rows) * length(self.columns)
    }
}

fn check_records(stream: &mut dyn Read) -> Result<(), Fault> {
    let mut span = Span::default();
    let mut data = Vec::new();
    while let Some(id) = next_record(stream, &mut data).map_err(|_| Fault::Damaged)? {
        let two = |at: usize| data.get(at..at + 2).map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
        match id {
            BEGINNING => span = Span::default(),
            DIMENSIONS => {
                let four = |at: usize| u64::from(two(at)) | u64::from(two(at + 2)) << 16;
                let (first, last, columns) = match data.len() {
                    10 => (u64::from(two(0)), u64::from(two(2)), u64::from(two(6))),
                    _ => (four(0), four(4), u64::from(two(10))),
                };
                // A first row behind the last would be taken for four thousand million rows.
                let rows = if first > last { u64::MAX } else { last - first };
                if last > 0 && rows.saturating_mul(columns) > UNFOLDED_CELLS {
                    return Err(Fault::TooLarge);
                }
            }
            id if CELLS.contains(&id) => {
                span.add(two(0), two(2));
                if span.cells() > UNFOLDED_CELLS {
                    return Err(Fault::TooLarge);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads the next record into `data`; its kind, or `None` at the end. A record that is cut off is the reader's matter.
fn next_record(stream: &mut dyn Read, data: &mut Vec<u8>) -> std::io::Result<Option<u16>> {
    let mut head = [0; 4];
    match stream.read_exact(&mut head) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let [id, id_high, length, length_high] = head;
    data.clear();
    stream.take(u16::from_le_bytes([length, length_high]).into()).read_to_end(data)?;
    Ok(Some(u16::from_le_bytes([id, id_high])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: u16, data: &[u8]) -> Vec<u8> {
        [&id.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    }

    fn dimensions(first: u32, last: u32, columns: u16) -> Vec<u8> {
        let (from, to) = (first.to_le_bytes(), last.to_le_bytes());
        record(DIMENSIONS, &[&from[..], &to, &[0, 0], &columns.to_le_bytes(), &[0, 0]].concat())
    }

    fn fits(records: &[Vec<u8>]) -> bool {
        match check_records(&mut records.concat().as_slice()) {
            Ok(()) => true,
            Err(Fault::TooLarge) => false,
            Err(Fault::Damaged) => panic!("reading from memory does not fail"),
        }
    }

    #[test]
    fn sheets_that_stretch_too_far_are_told() {
        let sheet = record(BEGINNING, &[0; 16]);
        assert!(fits(&[sheet.clone(), dimensions(0, 2_000, 15), number(0, 0), number(1_999, 14)]));
        assert!(fits(&[sheet.clone(), dimensions(0, 0, 0)]), "an empty sheet");
        assert!(!fits(&[sheet.clone(), dimensions(0, u32::MAX, 256)]));
        assert!(!fits(&[sheet.clone(), dimensions(9, 3, 256)]));
        assert!(!fits(&[sheet.clone(), number(0, 0), number(u16::MAX, u16::MAX)]));
        // The next sheet begins anew.
        assert!(fits(&[sheet.clone(), number(0, 0), sheet, number(u16::MAX, u16::MAX)]));
    }

    #[test]
    fn what_is_cut_off_does_not_end_in_a_panic() {
        let whole = [dimensions(0, 9, 9), number(1, 1)].concat();
        for end in 0..whole.len() {
            assert!(fits(&[whole[..end].to_vec()]), "{end}");
        }
    }
}
