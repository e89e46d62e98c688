//! Numbers and texts to and from little-endian bytes, with a mark before and a checksum behind.

use crate::frame::codec::CodecError;
use crate::frame::codes::Codes;
use crate::frame::texts::Texts;

/// What every part begins with.
const MARK: &[u8; 4] = b"VGF\n";

/// A part: mark, kind, version, what `write` writes, checksum.
pub(super) fn sealed(kind: u8, version: u8, write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut out = Writer { out: MARK.to_vec() };
    out.byte(kind);
    out.byte(version);
    write(&mut out);
    let checksum = crc32fast::hash(&out.out);
    out.number(checksum);
    out.out
}

/// What stands between mark and checksum, if both are right.
pub(super) fn unsealed(kind: u8, version: u8, bytes: &[u8]) -> Result<&[u8], CodecError> {
    let (held, checksum) = bytes.split_last_chunk::<4>().ok_or(CodecError::Damaged)?;
    let rest = held.strip_prefix(MARK).ok_or(CodecError::Damaged)?;
    if crc32fast::hash(held) != u32::from_le_bytes(*checksum) {
        return Err(CodecError::Damaged);
    }
    match rest {
        [held_kind, held_version, inside @ ..] if *held_kind == kind => {
            if *held_version == version {
                Ok(inside)
            } else {
                Err(CodecError::OtherVersion)
            }
        }
        _ => Err(CodecError::Damaged),
    }
}

/// Gathers the bytes of a part.
pub(super) struct Writer {
    out: Vec<u8>,
}

impl Writer {
    pub(super) fn byte(&mut self, byte: u8) {
        self.out.push(byte);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    pub(super) fn number(&mut self, number: u32) {
        self.out.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn long(&mut self, number: u64) {
        self.out.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn longs(&mut self, numbers: &[u64]) {
        self.out.reserve(numbers.len() * 8);
        for number in numbers {
            self.long(*number);
        }
    }

    /// Their number, then the numbers.
    pub(super) fn numbers(&mut self, numbers: &[u32]) {
        self.number(numbers.len() as u32);
        self.out.reserve(numbers.len() * 4);
        for number in numbers {
            self.number(*number);
        }
    }

    pub(super) fn days(&mut self, days: &[i32]) {
        self.out.reserve(days.len() * 4);
        for day in days {
            self.out.extend_from_slice(&day.to_le_bytes());
        }
    }

    pub(super) fn states(&mut self, states: impl Iterator<Item = u8>) {
        self.out.extend(states);
    }

    /// Their number and width, then the codes.
    pub(super) fn codes(&mut self, codes: &Codes) {
        self.number(codes.len() as u32);
        match codes {
            Codes::Narrow(codes) => {
                self.byte(1);
                self.bytes(codes);
            }
            Codes::Middle(codes) => {
                self.byte(2);
                for code in codes {
                    self.out.extend_from_slice(&code.to_le_bytes());
                }
            }
            Codes::Wide(codes) => {
                self.byte(4);
                for code in codes {
                    self.number(*code);
                }
            }
        }
    }

    /// The length of the buffer, then the buffer; where texts end is told by its line feeds.
    pub(super) fn texts(&mut self, texts: &Texts) {
        self.number(texts.buffer().len() as u32);
        self.bytes(texts.buffer().as_bytes());
    }

    pub(super) fn optional<C>(&mut self, column: Option<&C>, write: impl FnOnce(&mut Self, &C)) {
        self.byte(u8::from(column.is_some()));
        if let Some(column) = column {
            write(self, column);
        }
    }
}

/// Takes a part to pieces. Never reads beyond its end, never reserves more than the part can hold.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8], CodecError> {
        let (taken, rest) = self.rest.split_at_checked(len).ok_or(CodecError::Inconsistent)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(CodecError::Inconsistent)?;
        self.rest = rest;
        Ok(*taken)
    }

    fn many<const N: usize, T>(&mut self, len: usize, from: impl Fn([u8; N]) -> T) -> Result<Vec<T>, CodecError> {
        let bytes = self.take(len.checked_mul(N).ok_or(CodecError::Inconsistent)?)?;
        let (items, _) = bytes.as_chunks::<N>();
        Ok(items.iter().map(|item| from(*item)).collect())
    }

    pub(super) fn byte(&mut self) -> Result<u8, CodecError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(super) fn number(&mut self) -> Result<u32, CodecError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(super) fn long(&mut self) -> Result<u64, CodecError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A number that is at most `most`.
    pub(super) fn count(&mut self, most: usize) -> Result<usize, CodecError> {
        let count = self.number()? as usize;
        if count <= most { Ok(count) } else { Err(CodecError::Inconsistent) }
    }

    pub(super) fn longs(&mut self, len: usize) -> Result<Vec<u64>, CodecError> {
        self.many(len, u64::from_le_bytes)
    }

    pub(super) fn numbers(&mut self, len: usize) -> Result<Vec<u32>, CodecError> {
        self.many(len, u32::from_le_bytes)
    }

    pub(super) fn numbers_counted(&mut self) -> Result<Vec<u32>, CodecError> {
        let len = self.number()? as usize;
        self.numbers(len)
    }

    pub(super) fn days(&mut self, len: usize) -> Result<Vec<i32>, CodecError> {
        self.many(len, i32::from_le_bytes)
    }

    pub(super) fn states(&mut self, len: usize) -> Result<&'a [u8], CodecError> {
        self.take(len)
    }

    pub(super) fn codes(&mut self) -> Result<Codes, CodecError> {
        let len = self.number()? as usize;
        match self.byte()? {
            1 => Ok(Codes::Narrow(self.take(len)?.to_vec())),
            2 => Ok(Codes::Middle(self.many(len, u16::from_le_bytes)?)),
            4 => Ok(Codes::Wide(self.numbers(len)?)),
            _ => Err(CodecError::Inconsistent),
        }
    }

    pub(super) fn texts(&mut self) -> Result<Texts, CodecError> {
        let len = self.number()? as usize;
        let bytes = self.take(len)?;
        if bytes.last().is_some_and(|last| *last != b'\n') {
            return Err(CodecError::Inconsistent);
        }
        let ends = memchr::memchr_iter(b'\n', bytes).map(|at| at as u32 + 1).collect();
        let buffer = String::from_utf8(bytes.to_vec()).map_err(|_| CodecError::Inconsistent)?;
        Ok(Texts { buffer, ends })
    }

    pub(super) fn optional<C>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<C, CodecError>,
    ) -> Result<Option<std::sync::Arc<C>>, CodecError> {
        match self.byte()? {
            0 => Ok(None),
            1 => Ok(Some(std::sync::Arc::new(read(self)?))),
            _ => Err(CodecError::Inconsistent),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(&self) -> Result<(), CodecError> {
        if self.rest.is_empty() { Ok(()) } else { Err(CodecError::Inconsistent) }
    }
}
