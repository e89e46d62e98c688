//! The records of one JSON file, one behind the other, each with the name of its file.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;

use crate::import::container::limited::wrapped;
use crate::import::container::utf8::Utf8;
use crate::import::error::{ImportError, JsonFault, JsonFaultKind};

/// Bytes read at a time.
const BLOCK: usize = 64 * 1024;

/// Keys of an object that has an array of objects, from which on it is a record all the same.
const KEYS_OF_A_RECORD: usize = 5;

/// The top keys of a file that is one JSON record; `None` when it is anything else: an array, several documents, an
/// object around a list of records.
pub fn top_keys(bytes: &[u8]) -> Option<BTreeSet<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace())?;
    if *first != b'{' {
        return None;
    }
    let Value::Object(object) = serde_json::from_slice::<Value>(bytes).ok()? else { return None };
    let is_list = |value: &Value| value.as_array().is_some_and(|items| items.first().is_some_and(Value::is_object));
    let lists = object.values().filter(|value| is_list(value)).count();
    let is_export = object.contains_key("vigie");
    let is_record = !is_export && object.len() > 1 && (lists == 0 || object.len() - lists >= KEYS_OF_A_RECORD);
    is_record.then(|| object.keys().cloned().collect())
}

/// Where a walk through a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Above the records, looking for them.
    Outside,
    /// Among them.
    Among,
    /// Behind them.
    Behind,
}

/// Reads the objects of a document as documents of their own, a line each.
pub struct JsonRows<R> {
    source: Utf8<R>,
    /// Keys to the array of records; `None` where each document is a record.
    keys: Option<Vec<String>>,
    /// Keys of it that were found so far.
    matched: usize,
    at: At,
    /// Containers that are open, and how many are above the records.
    depth: usize,
    base: usize,
    in_string: bool,
    escaped: bool,
    /// The string that is being read above the records, then the last key.
    word: Vec<u8>,
    is_wanted_value: bool,
    /// Whether the object that is open has no member yet.
    is_empty: bool,
    /// `"Source file":"a.json"`.
    addition: Vec<u8>,
    block: Vec<u8>,
    room: Vec<u8>,
    given: usize,
    is_over: bool,
    counted: Arc<AtomicU64>,
    /// Line, counted from 1, and byte in it.
    place: (usize, usize),
}

impl<R: Read> JsonRows<R> {
    /// The records of `source`: those of the array at `path` ("" is the document itself), or its documents. Each gets
    /// this key and value.
    pub fn new(
        source: R,
        encoding: &str,
        path: Option<&str>,
        (key, name): (&str, &str),
        counted: Arc<AtomicU64>,
    ) -> Self {
        let keys: Option<Vec<String>> =
            path.map(|path| if path.is_empty() { Vec::new() } else { path.split('.').map(str::to_owned).collect() });
        let addition = format!("{}:{}", Value::from(key), Value::from(name)).into_bytes();
        let at = if keys.is_some() { At::Outside } else { At::Among };
        Self {
            source: Utf8::new(source, encoding),
            keys,
            matched: 0,
            at,
            depth: 0,
            base: 0,
            in_string: false,
            escaped: false,
            word: Vec::new(),
            is_wanted_value: false,
            is_empty: true,
            addition,
            block: vec![0; BLOCK],
            room: Vec::new(),
            given: 0,
            is_over: false,
            counted,
            place: (1, 0),
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.room.clear();
        self.given = 0;
        while self.room.is_empty() && !self.is_over {
            let mut block = std::mem::take(&mut self.block);
            let read = self.source.read(&mut block)?;
            self.is_over = read == 0;
            for &byte in block.get(..read).unwrap_or_default() {
                self.place = if byte == b'\n' { (self.place.0 + 1, 0) } else { (self.place.0, self.place.1 + 1) };
                self.take(byte);
            }
            self.block = block;
            if self.is_over && (self.at == At::Outside || self.depth > 0 || self.in_string) {
                let (line, column) = self.place;
                return Err(wrapped(ImportError::BadJson(JsonFault { kind: JsonFaultKind::Cut, line, column })));
            }
        }
        Ok(())
    }

    fn take(&mut self, byte: u8) {
        match self.at {
            At::Outside => self.take_outside(byte),
            At::Among => self.take_among(byte),
            At::Behind => self.take_depth(byte),
        }
    }

    /// Follows strings; whether the byte belongs to one.
    fn take_string(&mut self, byte: u8) -> bool {
        if !self.in_string {
            self.in_string = byte == b'"';
            return self.in_string;
        }
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
        }
        true
    }

    fn take_depth(&mut self, byte: u8) {
        if self.take_string(byte) {
            return;
        }
        match byte {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn take_outside(&mut self, byte: u8) {
        let was_in = self.in_string;
        if self.take_string(byte) {
            match (was_in, self.in_string) {
                (false, true) => self.word.clear(),
                (true, true) if self.word.len() < 4_096 => self.word.push(byte),
                _ => {}
            }
            return;
        }
        let wanted = self.keys.as_ref().map_or(0, Vec::len);
        match byte {
            b':' if self.depth == self.matched + 1 => {
                let key = self.keys.as_ref().and_then(|keys| keys.get(self.matched));
                self.is_wanted_value = key.is_some_and(|key| key.as_bytes() == self.word);
            }
            b'[' if self.matched == wanted && self.depth == wanted
                || self.is_wanted_value && self.matched + 1 == wanted =>
            {
                self.depth += 1;
                self.base = self.depth;
                self.at = At::Among;
            }
            b'{' => {
                self.depth += 1;
                if std::mem::take(&mut self.is_wanted_value) {
                    self.matched += 1;
                }
            }
            b'[' => {
                self.depth += 1;
                self.is_wanted_value = false;
            }
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            b',' => self.is_wanted_value = false,
            _ => {}
        }
    }

    fn take_among(&mut self, byte: u8) {
        let level = self.depth - self.base.min(self.depth);
        if self.take_string(byte) {
            self.is_empty = false;
            return self.room.push(byte);
        }
        match byte {
            b'{' | b'[' => {
                self.depth += 1;
                self.is_empty = level == 0;
                self.room.push(byte);
            }
            b']' if level == 0 && self.base > 0 => {
                self.depth -= 1;
                self.at = At::Behind;
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                if level == 1 {
                    if byte == b'}' {
                        if !self.is_empty {
                            self.room.push(b',');
                        }
                        self.room.extend_from_slice(&self.addition);
                    }
                    self.counted.fetch_add(1, Ordering::Relaxed);
                    self.room.push(byte);
                    self.room.push(b'\n');
                } else {
                    self.is_empty = false;
                    self.room.push(byte);
                }
            }
            b',' if level == 0 => self.room.push(b'\n'),
            b'\n' | b'\r' => self.room.push(b' '),
            _ => self.room.push(byte),
        }
    }
}

impl<R: Read> Read for JsonRows<R> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(json: &str, path: Option<&str>) -> (String, u64) {
        let counted = Arc::new(AtomicU64::new(0));
        let mut rows = String::new();
        let mut reader = JsonRows::new(json.as_bytes(), "utf-8", path, ("f", "a\"b"), Arc::clone(&counted));
        reader.read_to_string(&mut rows).unwrap();
        (rows.split_whitespace().collect::<Vec<_>>().join(" "), counted.load(Ordering::Relaxed))
    }

    #[test]
    fn records_are_found_wherever_they_stand() {
        let table = [
            (r#"[{"a": 1}, {}]"#, Some(""), r#"{"a": 1,"f":"a\"b"} {"f":"a\"b"}"#, 2),
            (
                r#"{"n": [1, {"data": [9]}], "data": [{"a": [{"b": "]}"}]}]}"#,
                Some("data"),
                r#"{"a": [{"b": "]}"}],"f":"a\"b"}"#,
                1,
            ),
            (
                r#"{"r": {"docs": [{"a": {}}], "x": 2}, "docs": [{"z": 1}]}"#,
                Some("r.docs"),
                r#"{"a": {},"f":"a\"b"}"#,
                1,
            ),
            ("{\"a\": 1}\n{\"a\": \"\\\"}\"}\n", None, r#"{"a": 1,"f":"a\"b"} {"a": "\"}","f":"a\"b"}"#, 2),
        ];
        for (json, path, expected, count) in table {
            assert_eq!(rows(json, path), (expected.to_owned(), count), "{json}");
        }
        let mut cut = JsonRows::new(br#"[{"a": 1}, {"a""#.as_slice(), "utf-8", Some(""), ("f", "x"), Arc::default());
        assert!(cut.read_to_end(&mut Vec::new()).is_err());
    }

    #[test]
    fn one_record_is_told_from_a_list_in_an_object() {
        assert!(top_keys(br#"{"id": 1, "victim": {"a": 2}}"#).is_some());
        assert!(top_keys(br#"{"count": 1, "results": [{"a": 2}]}"#).is_none());
        assert!(top_keys(b"{\"a\": 1, \"b\": 2}\n{\"a\": 3}").is_none());
        assert!(top_keys(br#"[{"a": 1}]"#).is_none());
        assert!(top_keys(br#"{"vigie": 1, "id": 2}"#).is_none());
    }
}
