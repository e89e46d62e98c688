//! Records of a JSON document, one at a time: the document is never held as a whole.
//!
//! A record is an object. Objects inside it are flattened (`{"a": {"b": 1}}` is the column `a.b`), arrays of plain
//! values are lists, anything deeper is kept as JSON text.

use std::collections::HashMap;
use std::fmt;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::import::error::ImportError;
use crate::import::limits::{COLUMNS, DEPTH};
use crate::import::progress::Progress;
use crate::import::rows::{Cell, Cells, Row, Visited};

/// The marker that a visitor wanted no more; never shown.
const ENOUGH: &str = "enough rows";
/// The marker that the cause of the error is in `Walk::failed`; never shown.
const STOPPED: &str = "stopped";

type RowVisitor<'v> = &'v mut dyn FnMut(&[String], Row<'_>) -> Visited;

/// Visits the objects of the array at `path` (keys joined by `.`; "" is the document itself).
///
/// # Errors
/// When the JSON is broken, has no array there, or the visitor fails.
pub fn visit_array(
    text: impl Read,
    path: &str,
    progress: &Progress,
    visitor: RowVisitor<'_>,
) -> Result<(), ImportError> {
    let mut walk = Walk::new(progress, visitor);
    let keys: Vec<&str> = if path.is_empty() { Vec::new() } else { path.split('.').collect() };
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(64 * 1024, text));
    let done = Descend { keys: &keys, walk: &mut walk }.deserialize(&mut json).and_then(|()| json.end());
    walk.ended(done)
}

/// Visits the objects of a document with one object a line.
///
/// # Errors
/// When a line is broken JSON, or the visitor fails.
pub fn visit_lines(text: impl Read, progress: &Progress, visitor: RowVisitor<'_>) -> Result<(), ImportError> {
    let mut walk = Walk::new(progress, visitor);
    let reader = BufReader::with_capacity(64 * 1024, text);
    for value in serde_json::Deserializer::from_reader(reader).into_iter::<Flat>() {
        let done = value.and_then(|flat| walk.take(flat).map_err(serde_json::Error::custom));
        if done.is_err() {
            return walk.ended(done);
        }
    }
    walk.ended(Ok(()))
}

/// The state of a walk through a document's records.
struct Walk<'v> {
    headers: Vec<String>,
    places: HashMap<String, usize>,
    cells: Vec<Cell>,
    number: u64,
    found_array: bool,
    progress: &'v Progress,
    visitor: RowVisitor<'v>,
    failed: Option<ImportError>,
}

impl<'v> Walk<'v> {
    fn new(progress: &'v Progress, visitor: RowVisitor<'v>) -> Self {
        Self {
            headers: Vec::new(),
            places: HashMap::new(),
            cells: Vec::new(),
            number: 0,
            found_array: false,
            progress,
            visitor,
            failed: None,
        }
    }

    /// Hands one record to the visitor. The error is a marker that unwinds the parser.
    fn take(&mut self, flat: Flat) -> Result<(), &'static str> {
        self.cells.clear();
        for (name, cell) in flat.0 {
            let place = if let Some(place) = self.places.get(&name) {
                *place
            } else {
                let place = self.headers.len();
                self.headers.push(name.clone());
                self.places.insert(name, place);
                place
            };
            if self.cells.len() <= place {
                self.cells.resize(place + 1, Cell::Text(String::new()));
            }
            if let Some(slot) = self.cells.get_mut(place) {
                *slot = cell;
            }
        }
        self.number += 1;
        self.progress.add_rows(1);
        let row = Row { number: self.number, cells: Cells::Object(&self.cells) };
        let answer = if self.progress.is_cancelled() {
            Err(ImportError::Cancelled)
        } else if self.headers.len() > COLUMNS {
            Err(ImportError::TooManyColumns)
        } else {
            (self.visitor)(&self.headers, row)
        };
        match answer {
            Ok(ControlFlow::Continue(())) => Ok(()),
            Ok(ControlFlow::Break(())) => Err(ENOUGH),
            Err(error) => {
                self.failed = Some(error);
                Err(STOPPED)
            }
        }
    }

    fn ended(self, done: Result<(), serde_json::Error>) -> Result<(), ImportError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        match done {
            Ok(()) if !self.found_array && self.number == 0 => Err(ImportError::NoRecords),
            Ok(()) => Ok(()),
            Err(error) if error.to_string().starts_with(ENOUGH) => Ok(()),
            Err(error) if error.is_eof() && self.number == 0 => Err(ImportError::NoRecords),
            Err(error) if error.is_io() => Err(std::io::Error::from(error).into()),
            Err(error) => Err(ImportError::BadJson(error.to_string())),
        }
    }
}

/// Goes down the keys to the array and visits its objects; everything beside the path is passed over.
struct Descend<'k, 'w, 'v> {
    keys: &'k [&'k str],
    walk: &'w mut Walk<'v>,
}

impl<'de> DeserializeSeed<'de> for Descend<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Descend<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.keys.split_first() else {
            return Err(A::Error::custom("there is an object where the array of records should be"));
        };
        while let Some(key) = map.next_key::<String>()? {
            if key == *first {
                map.next_value_seed(Descend { keys: rest, walk: self.walk })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if !self.keys.is_empty() {
            return Err(A::Error::custom("there is an array above the records"));
        }
        self.walk.found_array = true;
        while let Some(flat) = seq.next_element::<Flat>()? {
            self.walk.take(flat).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}

/// A record as flat columns, in the order of its keys.
struct Flat(Vec<(String, Cell)>);

impl<'de> serde::Deserialize<'de> for Flat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut cells = Vec::new();
        deserializer.deserialize_map(Record { prefix: "", depth: 0, cells: &mut cells })?;
        Ok(Self(cells))
    }
}

struct Record<'a> {
    prefix: &'a str,
    depth: usize,
    cells: &'a mut Vec<(String, Cell)>,
}

impl<'de> Visitor<'de> for Record<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let name = if self.prefix.is_empty() { key } else { format!("{}.{key}", self.prefix) };
            map.next_value_seed(Member { name, depth: self.depth, cells: self.cells })?;
        }
        Ok(())
    }
}

/// One value of a record: a cell, or an object that is flattened further.
struct Member<'a> {
    name: String,
    depth: usize,
    cells: &'a mut Vec<(String, Cell)>,
}

impl Member<'_> {
    fn put(self, text: String) {
        self.cells.push((self.name, Cell::Text(text)));
    }
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.put(String::new());
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.put(value.to_string());
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.put(value.to_string());
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.put(value.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.put(value.to_string());
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.put(value.to_owned());
        Ok(())
    }

    fn visit_string<E>(self, value: String) -> Result<(), E> {
        self.put(value);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if self.depth < DEPTH {
            return Record { prefix: &self.name, depth: self.depth + 1, cells: self.cells }.visit_map(map);
        }
        let mut object = serde_json::Map::new();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            object.insert(key, value);
        }
        self.put(Value::Object(object).to_string());
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element::<Value>()? {
            values.push(value);
        }
        if values.iter().any(|value| value.is_object() || value.is_array()) {
            self.put(Value::Array(values).to_string());
            return Ok(());
        }
        let items = values.into_iter().filter_map(|value| match value {
            Value::Null => None,
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        });
        let items = items.collect();
        self.cells.push((self.name, Cell::List(items)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str, path: &str) -> Result<(Vec<String>, Vec<Vec<String>>), ImportError> {
        let mut rows = Vec::new();
        let mut names = Vec::new();
        visit_array(json.as_bytes(), path, &Progress::default(), &mut |headers, row| {
            names = headers.to_vec();
            rows.push((0..row.len()).map(|index| row.text(index).into_owned()).collect());
            Ok(ControlFlow::Continue(()))
        })?;
        Ok((names, rows))
    }

    #[test]
    fn objects_with_different_keys_and_nesting_are_one_table() {
        let json =
            r#"{"n": [1], "data": [{"b": "x", "a": 5000000000}, {"c": {"d": null, "e": true}, "f": ["p", "q"]}]}"#;
        let (names, rows) = read(json, "data").expect("two records");
        assert_eq!(names, ["b", "a", "c.d", "c.e", "f"]);
        assert_eq!(rows, [vec!["x", "5000000000"], vec!["", "", "", "true", "p; q"]]);
    }

    #[test]
    fn broken_and_wrong_documents_are_refused() {
        assert!(matches!(read("[{\"a\": 1}, {\"a\": ", ""), Err(ImportError::BadJson(_))));
        assert!(matches!(read("{\"a\": 1}", "data"), Err(ImportError::NoRecords)));
        assert!(matches!(read("[1, 2]", ""), Err(ImportError::BadJson(_))));
        let deep = format!("[{{\"a\": {}1{}}}]", "[".repeat(500), "]".repeat(500));
        assert!(matches!(read(&deep, ""), Err(ImportError::BadJson(_))), "deeper than any record");
        let nested = format!("[{}1{}]", "{\"a\":".repeat(40), "}".repeat(40));
        let (names, rows) = read(&nested, "").expect("kept as text below the limit");
        assert_eq!((names.len(), rows.len()), (1, 1));
    }
}
