//! Delimited text in blocks of whole records, and its header.

use std::borrow::Cow;
use std::io::Read;

use crate::import::bytes::csv::{Line, Scanner, whole_records};
use crate::import::error::ImportError;
use crate::import::limits::{COLUMNS, FILE_BYTES, RECORD_BYTES};
use crate::import::progress::Progress;
use crate::import::rows::headers;

/// Bytes of a block: small enough to stay in a core's cache between reading and parsing.
const BLOCK_BYTES: usize = 512 * 1024;

/// Bytes of whole records, with their place in the file.
#[derive(Debug, Default)]
pub struct Block {
    /// Room; only `start..end` is filled.
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    /// Which block of the file it is, counted from 0.
    pub part: u64,
    /// Where it begins in the source.
    offset: u64,
    /// Whether the file ends with it.
    pub is_last: bool,
}

impl Block {
    fn filled(&self) -> &[u8] {
        self.bytes.get(self.start..self.end).unwrap_or_default()
    }

    /// Where its records begin in the source; `None` where what stands there had to be written anew.
    pub fn offset(&self) -> Option<u64> {
        (self.offset != u64::MAX).then(|| self.offset + self.start as u64)
    }

    /// The records as text; bytes that are not UTF-8 become U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        match std::str::from_utf8(self.filled()) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => String::from_utf8_lossy(self.filled()),
        }
    }

    /// Takes a byte-order mark, the first `skip` lines and the header off the front; gives the columns' names. Without
    /// a header the first record stays.
    ///
    /// # Errors
    /// When there is no record, it has more cells than [`COLUMNS`], or a name longer than a name.
    pub fn take_headers(&mut self, delimiter: u8, skip: u32, headerless: bool) -> Result<Vec<String>, ImportError> {
        if self.filled().starts_with("\u{feff}".as_bytes()) {
            self.start += 3;
        }
        for _ in 0..skip {
            self.start += memchr::memchr(b'\n', self.filled()).map_or(self.filled().len(), |end| end + 1);
        }
        while matches!(self.filled().first(), Some(b'\r' | b'\n')) {
            self.start += 1;
        }
        if !self.filled().is_empty() && std::str::from_utf8(self.filled()).is_err() {
            // Lengths must be those of the text from here on.
            self.bytes = self.text().into_owned().into_bytes();
            (self.start, self.end, self.offset) = (0, self.bytes.len(), u64::MAX);
        }
        let text = self.text();
        let mut scanner = Scanner::new(delimiter, (0..=COLUMNS).collect());
        let mut aside = String::new();
        let Some((Line::Record(cells), next)) = scanner.next(&text, 0, &mut aside) else {
            return Err(ImportError::Empty);
        };
        if cells > COLUMNS {
            return Err(ImportError::TooManyColumns);
        }
        let names = scanner.spans().iter().take(cells);
        if headerless {
            return Ok(headers::tidy(names.map(|_| "")));
        }
        let names: Vec<&str> = names.map(|span| span.of(&text, &aside)).collect();
        headers::check(&names, 0)?;
        let names = headers::tidy(names);
        self.start += next;
        Ok(names)
    }
}

/// Delimited text, read in blocks of whole records. Memory does not grow with the file.
#[derive(Debug)]
pub struct Blocks<'s, R: ?Sized> {
    source: &'s mut R,
    delimiter: u8,
    /// Bytes of a block.
    size: usize,
    /// The beginning of a record whose end was not read yet.
    carry: Vec<u8>,
    part: u64,
    bytes: u64,
    ended: bool,
    progress: &'s Progress,
}

impl<'s, R: Read + ?Sized> Blocks<'s, R> {
    /// The blocks of a source of UTF-8.
    pub fn new(source: &'s mut R, delimiter: u8, progress: &'s Progress) -> Self {
        Self { source, delimiter, size: BLOCK_BYTES, carry: Vec::new(), part: 0, bytes: 0, ended: false, progress }
    }

    /// The same in blocks of this many bytes.
    #[cfg(test)]
    #[must_use]
    pub fn of_size(self, size: usize) -> Self {
        Self { size, ..self }
    }

    /// Gives no more blocks.
    pub fn stop(&mut self) {
        self.ended = true;
        self.carry.clear();
    }

    /// Bytes read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Fills a block with the next records; `false` when there are none left.
    ///
    /// # Errors
    /// When the source fails or is too large, a record does not end, or the reading was cancelled.
    pub fn next(&mut self, block: &mut Block) -> Result<bool, ImportError> {
        let filled = self.fill_block(block);
        if filled.is_err() {
            self.stop();
        }
        filled
    }

    fn fill_block(&mut self, block: &mut Block) -> Result<bool, ImportError> {
        if self.progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let mut used = self.carry.len();
        if block.bytes.is_empty() {
            block.bytes = vec![0; used + self.size];
        } else if block.bytes.len() < used + self.size {
            block.bytes.resize(used + self.size, 0);
        }
        if let Some(front) = block.bytes.get_mut(..used) {
            front.copy_from_slice(&self.carry);
        }
        self.carry.clear();
        (block.start, block.part, block.offset) = (0, self.part, self.bytes - used as u64);
        self.part += 1;
        loop {
            used = self.fill(&mut block.bytes, used)?;
            let held = block.bytes.get(..used).unwrap_or_default();
            block.is_last = self.ended;
            let whole = if self.ended { used } else { whole_records(held, self.delimiter) };
            if whole > 0 || self.ended {
                self.carry.extend_from_slice(held.get(whole..).unwrap_or_default());
                block.end = whole;
                return Ok(whole > 0);
            }
            if used > RECORD_BYTES {
                return Err(ImportError::Unended(block.offset));
            }
            block.bytes.resize(used * 2, 0);
        }
    }

    /// Reads until the room is full or the source ends; gives the bytes in use.
    fn fill(&mut self, room: &mut [u8], mut used: usize) -> Result<usize, ImportError> {
        while let Some(free) = room.get_mut(used..).filter(|free| !free.is_empty() && !self.ended) {
            match self.source.read(free) {
                Ok(0) => self.ended = true,
                Ok(read) => {
                    used += read;
                    self.bytes += read as u64;
                    if self.bytes > FILE_BYTES {
                        return Err(ImportError::TooLarge);
                    }
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(used)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    struct Dripping<'a>(&'a [u8]);

    impl Read for Dripping<'_> {
        fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
            let count = room.len().min(self.0.len()).min(7);
            let (taken, rest) = self.0.split_at(count);
            room[..count].copy_from_slice(taken);
            self.0 = rest;
            Ok(count)
        }
    }

    #[test]
    fn blocks_end_between_records_even_within_long_quotes() {
        let long = "x\n".repeat(BLOCK_BYTES);
        let text = format!("a,b\n1,\"{long}\"\n2,y\r\n");
        let progress = Progress::default();
        let mut source = Dripping(text.as_bytes());
        let mut blocks = Blocks::new(&mut source, b',', &progress);
        let (mut block, mut together, mut parts) = (Block::default(), String::new(), 0);
        while blocks.next(&mut block).unwrap() {
            assert_eq!(block.part, parts);
            assert!(block.text().ends_with('\n'));
            together.push_str(&block.text());
            parts += 1;
        }
        assert_eq!(together, text);
        assert!(parts > 1);
    }

    #[test]
    fn the_header_is_found_behind_marks_and_lines() {
        for (text, skip, wanted, rest) in [
            ("\u{feff}a;\"b;c\"\n1;2\n", 0, vec!["a", "b;c"], "1;2\n"),
            ("Report of today\n\na;b\n1;2", 1, vec!["a", "b"], "1;2"),
            ("a;;a\n", 0, vec!["a", "Column 2", "a (2)"], ""),
        ] {
            let progress = Progress::default();
            let mut source = text.as_bytes();
            let mut block = Block::default();
            assert!(Blocks::new(&mut source, b';', &progress).next(&mut block).unwrap());
            assert_eq!(block.take_headers(b';', skip, false).unwrap(), wanted);
            assert_eq!(block.text(), rest);
        }
        assert_eq!(Block::default().take_headers(b',', 0, false), Err(ImportError::Empty));
    }

    #[test]
    fn a_header_that_is_not_utf_8_does_not_shift_what_follows() {
        let progress = Progress::default();
        let mut source: &[u8] = b"pr\xe9nom,b\n\xe9,2\n";
        let mut block = Block::default();
        assert!(Blocks::new(&mut source, b',', &progress).next(&mut block).unwrap());
        assert_eq!(block.take_headers(b',', 0, false).unwrap(), ["pr\u{fffd}nom", "b"]);
        assert_eq!(block.text(), "\u{fffd},2\n");
    }
}
