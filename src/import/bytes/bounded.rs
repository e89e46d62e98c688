//! A reader that ends within a record that does not end, so that a parser never gathers more than it should.

use std::cell::Cell;
use std::io::{BufReader, Read};
use std::rc::Rc;

use crate::import::limits::JSON_RECORD_BYTES;

/// Bytes read ahead of what is parsed.
const AHEAD: usize = 64 * 1024;

/// What may still be read. Cheap to clone: all clones are one.
#[derive(Clone, Debug)]
pub(in crate::import) struct Left(Rc<Cell<u64>>);

/// Reads as long as something may be read.
pub(in crate::import) struct Bounded<R> {
    text: R,
    left: Left,
}

impl Left {
    /// Enough for a record.
    pub(in crate::import) fn for_a_record() -> Self {
        let left = Self(Rc::new(Cell::new(0)));
        left.within_record();
        left
    }

    /// What follows is a record.
    pub(in crate::import) fn within_record(&self) {
        self.0.set((JSON_RECORD_BYTES + AHEAD) as u64);
    }

    /// What follows is passed over and takes no memory, however long it is.
    pub(in crate::import) fn beside_records(&self) {
        self.0.set(u64::MAX);
    }

    /// Whether the reading ended because a record did not.
    pub(in crate::import) fn is_used_up(&self) -> bool {
        self.0.get() == 0
    }

    /// The text, buffered, as long as something is left.
    pub(in crate::import) fn bound<R: Read>(&self, text: R) -> BufReader<Bounded<R>> {
        BufReader::with_capacity(AHEAD, Bounded { text, left: self.clone() })
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        if self.left.is_used_up() {
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        let count = self.text.read(room)?;
        self.left.0.set(self.left.0.get().saturating_sub(count as u64));
        Ok(count)
    }
}
