//! A JSON object as flat columns: objects inside it by paths (`a.b`), arrays of plain values as lists, members of
//! objects in arrays as lists by place (`a[].b`), what is deeper than the limit as JSON text.

use std::collections::HashMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::import::limits::{DEPTH, LIST_OBJECTS};
use crate::import::rows::Cell;
use crate::import::rows::json::extended;

/// Cells of a record by column, in the order of its keys. A column may come twice.
pub(in crate::import) type Members = Vec<(String, Cell)>;

/// The members of a value that was parsed already; none when it is no object.
pub(in crate::import) fn members(value: &Value) -> Members {
    let mut cells = Vec::new();
    if value.is_object() {
        // A parsed value has nothing that a visitor refuses.
        value.deserialize_map(Record { prefix: "", depth: 0, cells: &mut cells }).ok();
    }
    cells
}

/// Takes the members of an object.
pub(super) struct Record<'a> {
    pub(super) prefix: &'a str,
    pub(super) depth: usize,
    pub(super) cells: &'a mut Members,
}

impl<'de> Visitor<'de> for Record<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let name = joined(self.prefix, &key);
            map.next_value_seed(Member { name, depth: self.depth, cells: self.cells })?;
        }
        Ok(())
    }
}

fn joined(prefix: &str, key: &str) -> String {
    if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") }
}

/// One value of a record: a cell, or an object that is flattened further.
struct Member<'a> {
    name: String,
    depth: usize,
    cells: &'a mut Members,
}

impl Member<'_> {
    fn put(self, text: String) {
        self.cells.push((self.name, Cell::Text(text)));
    }

    fn put_object(self, object: serde_json::Map<String, Value>) {
        self.put(Value::Object(object).to_string());
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
        self.put(number(value));
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
        if self.depth >= DEPTH {
            let mut object = serde_json::Map::new();
            while let Some((key, value)) = map.next_entry::<String, Value>()? {
                object.insert(key, value);
            }
            self.put_object(object);
            return Ok(());
        }
        let Some(first) = map.next_key::<String>()? else { return Ok(()) };
        if !extended::is_mark(&first) {
            let name = joined(&self.name, &first);
            map.next_value_seed(Member { name, depth: self.depth + 1, cells: &mut *self.cells })?;
            return Record { prefix: &self.name, depth: self.depth + 1, cells: self.cells }.visit_map(map);
        }
        let value: Value = map.next_value()?;
        let mut object = serde_json::Map::from_iter([(first, value)]);
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            object.insert(key, value);
        }
        if let Some(text) = extended::unwrapped(&object) {
            self.put(text);
            return Ok(());
        }
        for (key, value) in &object {
            let name = joined(&self.name, key);
            // As above: a parsed value has nothing that is refused.
            Member { name, depth: self.depth + 1, cells: &mut *self.cells }.deserialize(value).ok();
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element::<Value>()? {
            values.push(value);
        }
        // Each list that its objects make is as long as the array itself.
        let is_deep = self.depth >= DEPTH || values.len() > LIST_OBJECTS;
        if values.iter().any(Value::is_array) || is_deep && values.iter().any(Value::is_object) {
            self.put(Value::Array(values).to_string());
            return Ok(());
        }
        let mut plain = Vec::new();
        let mut inner: Members = Vec::new();
        let mut places = HashMap::new();
        let has_objects = values.iter().any(|value| value.is_object() && plain_text(value).is_none());
        for (place, value) in values.iter().enumerate() {
            match plain_text(value) {
                Some(text) => plain.push(text),
                None if value.is_object() => {
                    let mut cells = Vec::new();
                    let prefix = format!("{}[]", self.name);
                    value.deserialize_map(Record { prefix: &prefix, depth: self.depth + 1, cells: &mut cells }).ok();
                    for (name, cell) in cells {
                        add_at(&mut inner, &mut places, name, place, cell);
                    }
                }
                None => {}
            }
        }
        if !plain.is_empty() || !has_objects {
            self.cells.push((self.name, Cell::List(plain)));
        }
        self.cells.append(&mut inner);
        Ok(())
    }
}

/// A plain value of an array in words; `None` for null, objects and arrays.
fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Array(_) => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(value) => {
            let exact = value.as_u64().map(|value| value.to_string()).or_else(|| value.as_i64().map(|v| v.to_string()));
            exact.or_else(|| value.as_f64().map(number))
        }
        Value::Object(object) => extended::unwrapped(object),
    }
}

/// Adds the value of the object at `place` of an array. Objects before it that lack the key have an empty place, so
/// that the lists of one array go together.
fn add_at(cells: &mut Members, places: &mut HashMap<String, usize>, name: String, place: usize, cell: Cell) {
    let at = places.get(&name).copied().unwrap_or_else(|| {
        places.insert(name.clone(), cells.len());
        cells.push((name, Cell::List(Vec::new())));
        cells.len() - 1
    });
    if let Some((_, Cell::List(items))) = cells.get_mut(at) {
        while items.len() < place {
            items.push(String::new());
        }
        match cell {
            Cell::Text(text) => items.push(text),
            Cell::List(list) => items.extend(list),
        }
    }
}

/// A number that is no whole one of 64 bits. Digits that a float does not hold are not made up: `1e6` is 1000000, but
/// what is beyond 2⁵³ keeps its exponent.
fn number(value: f64) -> String {
    if value.abs() < 9_007_199_254_740_992.0 { value.to_string() } else { format!("{value:e}") }
}
