//! Cuts a stream of JSON documents into documents, and finds its feet again behind a broken one.
//!
//! Brackets and strings are followed; nothing is parsed. A document that is not closed where the next one begins on a
//! line of its own, or whose string runs over the end of a line (which JSON does not allow), is given out as broken.

use std::io::{BufRead, Read};

use crate::import::error::ImportError;
use crate::import::limits::JSON_RECORD_BYTES;

/// What was cut; its bytes are in [`Cutter::piece`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A document whose brackets close.
    Document,
    /// Something else, as far as it goes.
    Broken,
}

/// A reader of documents one after the other.
pub(super) struct Cutter<R> {
    reader: R,
    line: Vec<u8>,
    /// How much of `line` was used.
    used: usize,
    piece: Vec<u8>,
    /// Open brackets.
    open: Vec<u8>,
    in_string: bool,
    escaped: bool,
    /// The last byte outside strings that is no space.
    last: u8,
    /// Pieces given out so far.
    given: u64,
}

impl<R: BufRead> Cutter<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self {
            reader,
            line: Vec::new(),
            used: 0,
            piece: Vec::new(),
            open: Vec::new(),
            in_string: false,
            escaped: false,
            last: 0,
            given: 0,
        }
    }

    /// The bytes of the last piece.
    pub(super) fn piece(&self) -> &[u8] {
        self.piece.trim_ascii()
    }

    /// The next piece; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, ImportError> {
        let piece = self.cut();
        self.given += 1;
        piece
    }

    fn cut(&mut self) -> Result<Option<Piece>, ImportError> {
        self.piece.clear();
        self.forget();
        loop {
            if self.used == self.line.len() && !self.read_line()? {
                return Ok((!self.piece.trim_ascii().is_empty()).then_some(Piece::Broken));
            }
            let starts_line = self.used == 0;
            if starts_line && !self.piece.is_empty() && self.begins_anew() {
                return Ok(Some(Piece::Broken));
            }
            if let Some(piece) = self.take_line() {
                return Ok(Some(piece));
            }
            if self.piece.len() > JSON_RECORD_BYTES {
                return Err(ImportError::LongRecord(self.given + 1));
            }
        }
    }

    fn forget(&mut self) {
        self.open.clear();
        (self.in_string, self.escaped, self.last) = (false, false, 0);
    }

    fn read_line(&mut self) -> Result<bool, ImportError> {
        self.line.clear();
        self.used = 0;
        let limit = JSON_RECORD_BYTES as u64 + 1;
        Ok((&mut self.reader).take(limit).read_until(b'\n', &mut self.line)? > 0)
    }

    /// Whether the line that comes cannot belong to the document that is open.
    fn begins_anew(&self) -> bool {
        if self.in_string {
            return true;
        }
        let first = self.line.trim_ascii_start().first();
        let may_open = match self.open.last() {
            Some(b'[') => matches!(self.last, b'[' | b','),
            Some(_) => self.last == b':',
            None => true,
        };
        first == Some(&b'{') && !may_open
    }

    /// Takes what is left of the line, up to the end of a document.
    fn take_line(&mut self) -> Option<Piece> {
        let rest = self.line.get(self.used..).unwrap_or_default();
        let between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | 0x1e);
        let skipped = if self.piece.is_empty() { rest.iter().take_while(|byte| between(byte)).count() } else { 0 };
        let rest = rest.get(skipped..).unwrap_or_default();
        let Some(first) = rest.first() else {
            self.used = self.line.len();
            return None;
        };
        let is_document = !self.open.is_empty() || matches!(first, b'{' | b'[');
        let mut end = if is_document { None } else { Some((rest.len(), Piece::Broken)) };
        for (at, &byte) in rest.iter().enumerate() {
            if end.is_some() {
                break;
            }
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.open.push(byte),
                b'}' | b']' => {
                    let opened = if byte == b'}' { b'{' } else { b'[' };
                    if self.open.pop() != Some(opened) {
                        end = Some((rest.len(), Piece::Broken));
                    } else if self.open.is_empty() {
                        end = Some((at + 1, Piece::Document));
                    }
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                self.last = byte;
            }
        }
        let taken = end.map_or(rest.len(), |(at, _)| at);
        self.piece.extend_from_slice(rest.get(..taken).unwrap_or_default());
        self.used += skipped + taken;
        end.map(|(_, piece)| piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(bool, String)> {
        let mut cutter = Cutter::new(text.as_bytes());
        let mut pieces = Vec::new();
        while let Some(piece) = cutter.next().expect("no limit is met") {
            let text = String::from_utf8_lossy(cutter.piece()).into_owned();
            pieces.push((piece == Piece::Document, text));
        }
        pieces
    }

    #[test]
    fn documents_end_where_their_brackets_close() {
        let table: &[(&str, &[(bool, &str)])] = &[
            ("", &[]),
            (" \n\n", &[]),
            ("{\"a\": 1}\n{\"a\": 2}\n", &[(true, "{\"a\": 1}"), (true, "{\"a\": 2}")]),
            ("{\"a\":\n {\"b\": \"}\\\"\"}\n}{}", &[(true, "{\"a\":\n {\"b\": \"}\\\"\"}\n}"), (true, "{}")]),
            ("{\"a\": 1},\n{\"a\": 2},\n", &[(true, "{\"a\": 1}"), (true, "{\"a\": 2}")]),
            ("[\n{\"a\": 1},\n{\"a\": 2}\n]", &[(true, "[\n{\"a\": 1},\n{\"a\": 2}\n]")]),
            ("{\"a\": [\n{}\n,\n{}]}\n{}", &[(true, "{\"a\": [\n{}\n,\n{}]}"), (true, "{}")]),
        ];
        for (text, pieces) in table {
            let wanted: Vec<(bool, String)> = pieces.iter().map(|(whole, text)| (*whole, (*text).to_owned())).collect();
            assert_eq!(cut(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn behind_a_broken_line_the_next_is_whole() {
        let good = (true, "{\"a\": 2}".to_owned());
        for broken in [
            "{\"a\": 1",
            "{\"a\": 1,",
            "{\"a\": [1, 2",
            "{\"a\": \"x",
            "{\"a\": 1]",
            "not JSON",
            "{\"a\": {\"b\": 1}",
            "17",
        ] {
            let pieces = cut(&format!("{broken}\n{{\"a\": 2}}\n"));
            assert_eq!(pieces, [(false, broken.to_owned()), good.clone()], "{broken}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_what_separates_documents_is_lost(text in "[\\[\\]{}\":,a\\\\ \n]{0,60}") {
            let bare = |text: &str| text.chars().filter(|c| !c.is_ascii_whitespace() && *c != ',').collect::<String>();
            let pieces: String = cut(&text).into_iter().map(|(_, text)| text).collect();
            proptest::prop_assert_eq!(bare(&pieces), bare(&text));
        }
    }
}
