//! Bytes of a known encoding as UTF-8, in a stream. Bytes that are not text in it become U+FFFD, where the row
//! reader finds them again.

use std::io::Read;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};

use crate::import::limits::FILE_BYTES;
use crate::import::progress::Progress;

const BLOCK: usize = 64 * 1024;

/// Reads `source` in an encoding, skips its byte-order mark, counts bytes into `progress`.
pub struct Decoding<'a, R: ?Sized> {
    source: &'a mut R,
    decoder: Decoder,
    progress: &'a Progress,
    input: Vec<u8>,
    /// The part of `input` that is not decoded yet.
    pending: std::ops::Range<usize>,
    output: String,
    given: usize,
    at_end: bool,
    bytes: u64,
}

impl<'a, R: Read + ?Sized> Decoding<'a, R> {
    /// A reader of text from bytes in the encoding with this WHATWG label; an unknown label reads as UTF-8.
    pub fn new(source: &'a mut R, label: &str, progress: &'a Progress) -> Self {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8);
        Self {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            progress,
            input: vec![0; BLOCK],
            pending: 0..0,
            output: String::with_capacity(BLOCK * 3),
            given: 0,
            at_end: false,
            bytes: 0,
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.output.clear();
        self.given = 0;
        while self.output.is_empty() {
            if self.pending.is_empty() && !self.at_end {
                let read = self.source.read(&mut self.input)?;
                self.bytes += read as u64;
                if self.bytes > FILE_BYTES {
                    return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "larger than 16 GiB"));
                }
                self.progress.add_bytes(read as u64);
                self.pending = 0..read;
                self.at_end = read == 0;
            }
            let input = self.input.get(self.pending.clone()).unwrap_or_default();
            let (result, read, _) = self.decoder.decode_to_string(input, &mut self.output, self.at_end);
            self.pending.start += read;
            if self.at_end && result == CoderResult::InputEmpty {
                return Ok(());
            }
        }
        Ok(())
    }
}

impl<R: Read + ?Sized> Read for Decoding<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given == self.output.len() {
            if self.at_end && self.pending.is_empty() {
                return Ok(0);
            }
            self.refill()?;
        }
        // A slice is a reader of itself.
        let count = self.output.as_bytes().get(self.given..).unwrap_or_default().read(buffer)?;
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8], label: &str) -> String {
        let progress = Progress::default();
        let mut source = bytes;
        let mut text = String::new();
        Decoding::new(&mut source, label, &progress).read_to_string(&mut text).expect("text");
        assert_eq!(progress.bytes(), bytes.len() as u64);
        text
    }

    #[test]
    fn encodings_of_real_files() {
        assert_eq!(decode(b"\xef\xbb\xbfa;b", "utf-8"), "a;b");
        assert_eq!(decode(b"priv\xe9e", "windows-1252"), "privée");
        assert_eq!(decode(b"\xff\xfea\x00\xe9\x00", "utf-16le"), "aé");
        assert_eq!(decode(b"bad \xe9 middle", "utf-8"), "bad \u{fffd} middle");
        assert_eq!(decode(b"", "utf-8"), "");
    }

    #[test]
    fn a_character_cut_by_a_block_is_whole() {
        let text = format!("{}é{}", "x".repeat(BLOCK - 1), "y".repeat(BLOCK));
        assert_eq!(decode(text.as_bytes(), "utf-8"), text);
    }
}
