//! Records of JSON documents, one at a time: a document is never held as a whole, unless its records need each other.
//!
//! A record is an object; how it becomes a row is the business of [`flat`] or of a known source.

mod cut;
mod extended;
pub(in crate::import) mod flat;
pub(in crate::import) mod stix;
pub(in crate::import) mod veris;

use std::collections::HashMap;
use std::fmt;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::import::bytes::bounded::Left;
use crate::import::error::{ImportError, JsonFault};
use crate::import::progress::Progress;
use crate::import::recipe::Records;
use crate::import::rows::json::cut::{Cutter, Piece};
use crate::import::rows::json::flat::{Members, Record};
use crate::import::rows::{Cell, Cells, Row, Visited, headers};

/// The marker that a visitor wanted no more; never shown.
const ENOUGH: &str = "enough rows";
/// The marker that the cause of the error is in `Walk::failed`; never shown.
const STOPPED: &str = "stopped";
const BUFFER: usize = 64 * 1024;

type RowVisitor<'v> = &'v mut dyn FnMut(&[String], Row<'_>) -> Visited;

/// Visits the records at `path` (keys joined by `.`; "" is the document itself): the objects of an array, or one
/// object. Several documents may follow each other.
///
/// # Errors
/// When the JSON is broken, has no record there, or the visitor fails.
pub(super) fn visit_at(
    text: impl Read,
    path: &str,
    records: Records,
    progress: &Progress,
    visitor: RowVisitor<'_>,
) -> Result<(), ImportError> {
    let mut walk = Walk::new(records, progress, visitor);
    let keys: Vec<&str> = if path.is_empty() { Vec::new() } else { path.split('.').collect() };
    let mut json = serde_json::Deserializer::from_reader(walk.left.bound(text));
    let mut is_first = true;
    // Between two documents the end of the text is the end; within one it is a cut.
    while is_first || json.end().is_err() {
        if let Err(error) = (Descend { keys: &keys, walk: &mut walk }).deserialize(&mut json) {
            return walk.ended(Err(error));
        }
        is_first = false;
    }
    walk.ended(Ok(()))
}

/// Visits the objects of documents that follow each other, usually one a line. A broken one is a row that cannot be
/// read; the others are read.
///
/// # Errors
/// When the visitor fails, or nothing in it is JSON.
pub(super) fn visit_lines(
    text: impl Read,
    records: Records,
    progress: &Progress,
    visitor: RowVisitor<'_>,
) -> Result<(), ImportError> {
    let mut walk = Walk::new(records, progress, visitor);
    let mut cutter = Cutter::new(BufReader::with_capacity(BUFFER, text));
    while let Some(piece) = cutter.next()? {
        let done = match piece {
            Piece::Document => walk.take_document(cutter.piece()),
            Piece::Broken => walk.take_broken(&String::from_utf8_lossy(cutter.piece())),
        };
        if let Err(marker) = done {
            return walk.ended(Err(serde_json::Error::custom(marker)));
        }
    }
    walk.ended(Ok(()))
}

/// The state of a walk through a document's records.
struct Walk<'v> {
    left: Left,
    records: Records,
    headers: Vec<String>,
    places: HashMap<String, usize>,
    cells: Vec<Cell>,
    /// The row that last had a value in each column.
    filled: Vec<u64>,
    number: u64,
    /// Columns whose names were looked at.
    named: usize,
    found: bool,
    progress: &'v Progress,
    visitor: RowVisitor<'v>,
    failed: Option<ImportError>,
}

impl<'v> Walk<'v> {
    fn new(records: Records, progress: &'v Progress, visitor: RowVisitor<'v>) -> Self {
        Self {
            left: Left::for_a_record(),
            records,
            headers: Vec::new(),
            places: HashMap::new(),
            cells: Vec::new(),
            filled: Vec::new(),
            number: 0,
            named: 0,
            found: false,
            progress,
            visitor,
            failed: None,
        }
    }

    /// Hands one record to the visitor. The error is a marker that unwinds the parser.
    fn take(&mut self, members: Members) -> Result<(), &'static str> {
        self.cells.clear();
        self.number += 1;
        for (name, cell) in members {
            let place = if let Some(place) = self.places.get(&name) {
                *place
            } else {
                let place = self.headers.len();
                self.headers.push(name.clone());
                self.places.insert(name, place);
                self.filled.push(0);
                place
            };
            if self.cells.len() <= place {
                self.cells.resize(place + 1, Cell::Text(String::new()));
            }
            if let (Some(slot), Some(filled)) = (self.cells.get_mut(place), self.filled.get_mut(place)) {
                // A key that stands twice in an object has both its values.
                *slot = if *filled == self.number {
                    both(std::mem::replace(slot, Cell::List(Vec::new())), cell)
                } else {
                    cell
                };
                *filled = self.number;
            }
        }
        let cells = std::mem::take(&mut self.cells);
        let done = self.visit(Cells::Object(&cells));
        self.cells = cells;
        done
    }

    /// Hands a text that is no record to the visitor.
    fn take_broken(&mut self, text: &str) -> Result<(), &'static str> {
        self.number += 1;
        self.visit(Cells::Broken(text))
    }

    /// Takes a whole document: a record, or an array of them.
    fn take_document(&mut self, json: &[u8]) -> Result<(), &'static str> {
        let element = Elements(self.records).deserialize(&mut serde_json::Deserializer::from_slice(json));
        match element {
            Ok(elements) => elements.into_iter().try_for_each(|element| self.take_element(element)),
            Err(_) => self.take_broken(&String::from_utf8_lossy(json)),
        }
    }

    fn take_element(&mut self, element: Element) -> Result<(), &'static str> {
        match element {
            Element::Object(members) => self.take(members),
            Element::Many(all) => all.into_iter().try_for_each(|members| self.take(members)),
            Element::Other(text) => self.take_broken(&text),
        }
    }

    fn visit(&mut self, cells: Cells<'_>) -> Result<(), &'static str> {
        self.progress.add_rows(1);
        self.left.within_record();
        let answer = if self.progress.is_cancelled() {
            Err(ImportError::Cancelled)
        } else {
            // Only names that were not known before are looked at.
            let named = headers::check(&self.headers, self.named);
            self.named = self.headers.len();
            named.and_then(|()| (self.visitor)(&self.headers, Row { number: self.number, cells }))
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
        if self.left.is_used_up() && done.is_err() {
            return Err(ImportError::LongRecord(self.number + 1));
        }
        match done {
            Ok(()) if !self.found && self.number == 0 => Err(ImportError::NoRecords),
            Ok(()) => Ok(()),
            Err(error) if error.to_string().starts_with(ENOUGH) => Ok(()),
            Err(error) if error.is_eof() && self.number == 0 => Err(ImportError::NoRecords),
            Err(error) if error.is_io() => Err(std::io::Error::from(error).into()),
            Err(error) => Err(ImportError::BadJson(JsonFault::of(&error))),
        }
    }
}

/// Both values of a key that stands twice.
fn both(first: Cell, second: Cell) -> Cell {
    let items = |cell: Cell| match cell {
        Cell::Text(text) if text.is_empty() => Vec::new(),
        Cell::Text(text) => vec![text],
        Cell::List(items) => items,
    };
    let mut all = items(first);
    all.extend(items(second));
    Cell::List(all)
}

/// Goes down the keys to the records; everything beside the path is passed over.
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
            self.walk.found = true;
            let element = if self.walk.records == Records::Stix {
                let walk = &*self.walk;
                Element::Many(stix::rows_of(map, &|| walk.left.within_record())?)
            } else {
                ElementOf(self.walk.records).visit_map(map)?
            };
            return self.walk.take_element(element).map_err(A::Error::custom);
        };
        while let Some(key) = map.next_key::<String>()? {
            if key == *first {
                map.next_value_seed(Descend { keys: rest, walk: self.walk })?;
            } else {
                self.walk.left.beside_records();
                map.next_value::<IgnoredAny>()?;
                self.walk.left.within_record();
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if !self.keys.is_empty() {
            return Err(A::Error::custom("there is an array above the records"));
        }
        self.walk.found = true;
        while let Some(element) = seq.next_element_seed(ElementOf(self.walk.records))? {
            self.walk.take_element(element).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}

/// What stands where a record should be.
enum Element {
    Object(Members),
    /// Several records of one object.
    Many(Vec<Members>),
    /// No object; as JSON.
    Other(String),
}

impl Element {
    /// An object that was parsed already.
    fn of(object: serde_json::Map<String, Value>, records: Records) -> Self {
        let value = Value::Object(object);
        Self::Object(match records {
            Records::Flat | Records::Stix => flat::members(&value),
            Records::Veris => veris::row(value),
        })
    }
}

/// Reads one record of this kind.
struct ElementOf(Records);

impl<'de> DeserializeSeed<'de> for ElementOf {
    type Value = Element;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Element, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ElementOf {
    type Value = Element;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Element, A::Error> {
        if self.0 == Records::Flat {
            let mut members = Vec::new();
            Record { prefix: "", depth: 0, cells: &mut members }.visit_map(map)?;
            return Ok(Element::Object(members));
        }
        if self.0 == Records::Stix {
            // The whole bundle was held to the limit of one record already.
            return Ok(Element::Many(stix::rows_of(map, &|| ())?));
        }
        let mut object = serde_json::Map::new();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            object.insert(key, value);
        }
        Ok(Element::of(object, self.0))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Element, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element::<Value>()? {
            values.push(value);
        }
        Ok(Element::Other(Value::Array(values).to_string()))
    }

    fn visit_unit<E>(self) -> Result<Element, E> {
        Ok(Element::Other("null".to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Element, E> {
        Ok(Element::Other(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Element, E> {
        Ok(Element::Other(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Element, E> {
        Ok(Element::Other(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Element, E> {
        Ok(Element::Other(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Element, E> {
        Ok(Element::Other(Value::from(value).to_string()))
    }
}

/// Reads a document that is one record, or an array of them.
struct Elements(Records);

impl<'de> DeserializeSeed<'de> for Elements {
    type Value = Vec<Element>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Element>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Elements {
    type Value = Vec<Element>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record or an array of records")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<Element>, A::Error> {
        Ok(vec![ElementOf(self.0).visit_map(map)?])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Element>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = seq.next_element_seed(ElementOf(self.0))? {
            elements.push(element);
        }
        Ok(elements)
    }
}

#[cfg(test)]
mod tests;
