//! The rows of one file of delimited text, written anew for a table of several files.

use std::convert::Infallible;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::import::bytes::csv::{Scanner, whole_records};
use crate::import::container::limited::wrapped;
use crate::import::container::utf8::Utf8;
use crate::import::container::workbook::push_cell;
use crate::import::error::ImportError;
use crate::import::recipe::Format;

/// Bytes read at a time.
const BLOCK: usize = 128 * 1024;

/// A record longer than this is no record.
const RECORD_BYTES: usize = 64 << 20;

/// Comma-separated rows in the order of other headers, each with the name of its file at the end.
pub struct CsvRows<R> {
    source: Utf8<R>,
    delimiter: u8,
    /// Lines before the header.
    skip: u32,
    /// Whether the header is still to come and not wanted.
    drop_header: bool,
    /// For each wanted header, where its cell stands in a row of this file.
    places: Vec<usize>,
    name: String,
    held: Vec<u8>,
    is_over: bool,
    room: Vec<u8>,
    given: usize,
    counted: Arc<AtomicU64>,
}

impl<R: Read> CsvRows<R> {
    /// The rows of `source`, whose columns are `own`, in the order of `wanted`, whose last is the file's name.
    pub fn new(
        source: R,
        format: &Format,
        own: &[String],
        wanted: &[String],
        name: &str,
        with_header: bool,
        counted: Arc<AtomicU64>,
    ) -> Self {
        let (delimiter, encoding, skip, headerless) = match format {
            Format::Csv { delimiter, encoding, skip_lines, headerless } => {
                (u8::try_from(*delimiter).unwrap_or(b','), encoding.as_str(), *skip_lines, *headerless)
            }
            _ => (b',', "utf-8", 0, false),
        };
        let columns = wanted.iter().take(wanted.len().saturating_sub(1));
        let places = columns.filter_map(|header| own.iter().position(|own| own == header)).collect();
        let mut room = Vec::new();
        if with_header {
            push_row(wanted.iter().map(String::as_str), &mut room);
        }
        Self {
            source: Utf8::new(source, encoding),
            delimiter,
            skip,
            drop_header: !headerless,
            places,
            name: name.to_owned(),
            held: Vec::new(),
            is_over: false,
            room,
            given: 0,
            counted,
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.room.clear();
        self.given = 0;
        while self.room.is_empty() && !(self.is_over && self.held.is_empty()) {
            let whole = self.read_records()?;
            let rest = self.held.split_off(whole);
            let block = std::mem::replace(&mut self.held, rest);
            // What the decoder gave is UTF-8.
            let text = String::from_utf8_lossy(&block);
            self.write_rows(&text);
        }
        Ok(())
    }

    /// Reads until at least one whole record is held; gives the length of those that are.
    fn read_records(&mut self) -> std::io::Result<usize> {
        loop {
            let before = self.held.len();
            if !self.is_over {
                self.held.resize(before + BLOCK, 0);
                let read = self.source.read(self.held.get_mut(before..).unwrap_or_default())?;
                self.held.truncate(before + read);
                self.is_over = read == 0;
            }
            if self.is_over {
                return Ok(self.held.len());
            }
            let whole = whole_records(&self.held, self.delimiter);
            if whole > 0 {
                return Ok(whole);
            }
            if self.held.len() > RECORD_BYTES {
                return Err(wrapped(ImportError::NoTable));
            }
        }
    }

    fn write_rows(&mut self, text: &str) {
        let mut text = text;
        while self.skip > 0 && !text.is_empty() {
            text = text.split_once('\n').map_or("", |(_, rest)| rest);
            self.skip -= 1;
        }
        if self.drop_header {
            text = text.trim_start_matches(['\r', '\n']);
        }
        let Self { places, name, room, counted, drop_header, .. } = self;
        let mut scanner = Scanner::new(self.delimiter, (0..places.len()).collect());
        let visited = scanner.each(text, |cut| {
            if std::mem::take(drop_header) {
                return Ok::<_, Infallible>(ControlFlow::Continue(()));
            }
            counted.fetch_add(1, Ordering::Relaxed);
            if cut.is_blank() {
                room.push(b'\n');
                return Ok(ControlFlow::Continue(()));
            }
            let mut cells = cut.all();
            while cells.len() > places.len() && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
                cells.pop();
            }
            if cells.len() == places.len() {
                let ordered = places.iter().map(|place| cells.get(*place).map_or("", String::as_str));
                push_row(ordered.chain([name.as_str()]), room);
            } else {
                // As many cells too few or too many as in the file, so that it is set aside like there.
                push_row(cells.iter().map(String::as_str).chain([name.as_str()]), room);
            }
            Ok(ControlFlow::Continue(()))
        });
        match visited {
            Ok(_) => {}
            Err(never) => match never {},
        }
    }
}

fn push_row<'c>(cells: impl Iterator<Item = &'c str>, room: &mut Vec<u8>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            room.push(b',');
        }
        push_cell(cell, room);
    }
    room.push(b'\n');
}

impl<R: Read> Read for CsvRows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given == self.room.len() {
            self.refill()?;
        }
        // A slice is a reader of itself.
        let count = self.room.get(self.given..).unwrap_or_default().read(buffer)?;
        self.given += count;
        Ok(count)
    }
}
