//! Rows of a source as cells of text, one at a time: what the survey, the preview and the general reader share.
//!
//! CSV and JSON look alike from here: a list of headers (which JSON may still extend) and cells by header index.

pub mod headers;
pub(crate) mod html;
pub mod items;
pub(in crate::import) mod json;
pub(crate) mod texts;

use std::borrow::Cow;
use std::io::Read;
use std::ops::ControlFlow;

use crate::import::bytes::blocks::{Block, Blocks};
use crate::import::bytes::csv::{Cut, Scanner};
use crate::import::bytes::decode::Decoding;
use crate::import::error::ImportError;
use crate::import::limits::{CELL_BYTES, shortened};
use crate::import::progress::Progress;
use crate::import::recipe::Format;
use crate::model::problem::{Problem, ProblemKind};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text; a JSON number or truth value as JSON writes it, null as empty text.
    Text(String),
    /// A JSON array of such.
    List(Vec<String>),
}

/// Where a row's cells are.
#[derive(Clone, Copy, Debug)]
pub enum Cells<'a> {
    /// A record of delimited text.
    Record(Cut<'a>),
    /// Cells of a JSON object by header index.
    Object(&'a [Cell]),
    /// What stands where a record should be and is none, as text.
    Broken(&'a str),
}

/// One row of a source.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its number, counted from 1 without the header.
    pub number: u64,
    /// Its cells.
    pub cells: Cells<'a>,
}

impl<'a> Row<'a> {
    /// The text of the cell under this header index; an absent cell is empty, a list is joined by `; `.
    pub fn text(&self, index: usize) -> Cow<'a, str> {
        match self.cells {
            Cells::Record(record) => Cow::Borrowed(record.text(index)),
            Cells::Object(cells) => match cells.get(index) {
                Some(Cell::Text(text)) => Cow::Borrowed(text),
                Some(Cell::List(items)) => Cow::Owned(items.join("; ")),
                None => Cow::Borrowed(""),
            },
            Cells::Broken(_) => Cow::Borrowed(""),
        }
    }

    /// The items of a cell that is a list by itself; `None` for a text.
    pub fn items(&self, index: usize) -> Option<&'a [String]> {
        match self.cells {
            Cells::Record(_) | Cells::Broken(_) => None,
            Cells::Object(cells) => match cells.get(index) {
                Some(Cell::List(items)) => Some(items),
                _ => None,
            },
        }
    }

    /// Bytes of its text.
    pub fn bytes(&self) -> usize {
        match self.cells {
            Cells::Record(record) => record.record.len(),
            Cells::Broken(text) => text.len(),
            Cells::Object(cells) => cells
                .iter()
                .map(|cell| match cell {
                    Cell::Text(text) => text.len(),
                    Cell::List(items) => items.iter().map(String::len).sum(),
                })
                .sum(),
        }
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        match self.cells {
            Cells::Record(record) => record.len(),
            Cells::Object(cells) => cells.len(),
            Cells::Broken(_) => 0,
        }
    }

    /// The first cell beyond the limit, in a record of delimited text.
    pub fn too_long(&self, headers: &[String]) -> Option<Problem> {
        let Cells::Record(record) = self.cells else { return None };
        if record.record.len() <= CELL_BYTES {
            return None;
        }
        let cells = record.all();
        let place = cells.iter().position(|cell| cell.len() > CELL_BYTES)?;
        let column = headers.get(place).cloned().unwrap_or_default();
        let found = shortened(cells.get(place)?.trim());
        Some(Problem { row: Some(self.number), column, found, kind: ProblemKind::TooLong })
    }

    /// Whether a quote in it is never closed, so that the rest of the file is in its last cell.
    pub fn is_open(&self) -> bool {
        matches!(self.cells, Cells::Record(record) if record.is_open())
    }

    /// Whether no cell has anything but space in it.
    pub fn is_empty(&self) -> bool {
        match self.cells {
            Cells::Record(record) => record.is_blank(),
            Cells::Object(cells) => cells.iter().all(|cell| match cell {
                Cell::Text(text) => text.trim().is_empty(),
                Cell::List(items) => items.is_empty(),
            }),
            Cells::Broken(_) => false,
        }
    }

    /// Whether the row has as many cells as there are headers; empty ones beyond them do not count, and JSON objects
    /// may lack keys. What is no record fits nothing.
    pub fn fits(&self, headers: usize) -> bool {
        match self.cells {
            Cells::Record(record) => {
                record.len() == headers
                    || (record.len() > headers && record.all().iter().skip(headers).all(|cell| cell.trim().is_empty()))
            }
            Cells::Object(_) => true,
            Cells::Broken(_) => false,
        }
    }
}

/// What a visitor of rows answers: go on, or enough.
pub type Visited = Result<ControlFlow<()>, ImportError>;

/// Visits every row of `source`, read in this format, with the headers known so far.
///
/// # Errors
/// When the source cannot be read as this format, the visitor fails, or `progress` was cancelled.
pub fn visit(
    source: &mut dyn Read,
    format: &Format,
    progress: &Progress,
    visitor: &mut dyn FnMut(&[String], Row<'_>) -> Visited,
) -> Result<(), ImportError> {
    match format {
        Format::Csv { delimiter, encoding, skip_lines, headerless } => {
            let text = Decoding::new(source, encoding, progress);
            visit_csv(text, *delimiter, (*skip_lines, *headerless), progress, visitor)
        }
        Format::Json { path, encoding, records } => {
            json::visit_at(Decoding::new(source, encoding, progress), path, *records, progress, visitor)
        }
        Format::JsonLines { encoding, records } => {
            json::visit_lines(Decoding::new(source, encoding, progress), *records, progress, visitor)
        }
        Format::Vigie => Err(ImportError::NoTable),
    }
}

/// A CSV reader as every part of import sets it up.
pub fn csv_reader<R: Read>(text: R, delimiter: char) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(256 * 1024)
        .from_reader(text)
}

fn visit_csv<R: Read>(
    mut text: R,
    delimiter: char,
    (skip_lines, headerless): (u32, bool),
    progress: &Progress,
    visitor: &mut dyn FnMut(&[String], Row<'_>) -> Visited,
) -> Result<(), ImportError> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut blocks = Blocks::new(&mut text, delimiter, progress);
    let mut block = Block::default();
    if !blocks.next(&mut block)? {
        return Err(ImportError::Empty);
    }
    let names = block.take_headers(delimiter, skip_lines, headerless)?;
    let mut scanner = Scanner::new(delimiter, (0..names.len()).collect());
    let mut number = 0;
    loop {
        let whole = scanner.each(&block.text(), |cut| {
            number += 1;
            progress.add_rows(1);
            visitor(&names, Row { number, cells: Cells::Record(cut) })
        })?;
        if !whole || !blocks.next(&mut block)? {
            return Ok(());
        }
    }
}
