//! Bytes of a known encoding as UTF-8, by a reader that owns its source.

use std::io::Read;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};

const BLOCK: usize = 64 * 1024;

/// Reads a source in an encoding, without its byte-order mark; bytes that are no text in it become U+FFFD.
pub struct Utf8<R> {
    source: R,
    decoder: Decoder,
    input: Vec<u8>,
    pending: std::ops::Range<usize>,
    output: String,
    given: usize,
    is_over: bool,
    is_finished: bool,
}

impl<R: Read> Utf8<R> {
    /// A reader of the encoding with this WHATWG label; an unknown label reads as UTF-8.
    pub fn new(source: R, label: &str) -> Self {
        Self {
            source,
            decoder: Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8).new_decoder_with_bom_removal(),
            input: vec![0; BLOCK],
            pending: 0..0,
            output: String::with_capacity(BLOCK * 3),
            given: 0,
            is_over: false,
            is_finished: false,
        }
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.given == self.output.len() {
            if self.is_finished {
                return Ok(0);
            }
            self.output.clear();
            self.given = 0;
            if self.pending.is_empty() && !self.is_over {
                let read = self.source.read(&mut self.input)?;
                self.pending = 0..read;
                self.is_over = read == 0;
            }
            let input = self.input.get(self.pending.clone()).unwrap_or_default();
            let (result, read, _) = self.decoder.decode_to_string(input, &mut self.output, self.is_over);
            self.pending.start += read;
            self.is_finished = self.is_over && result == CoderResult::InputEmpty;
        }
        let rest = self.output.as_bytes().get(self.given..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}
