//! Where the records of a JSON file are, from its beginning.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::import::bytes::sniff::Extent;
use crate::import::error::{ImportError, JsonFault};
use crate::import::progress::Progress;
use crate::import::recipe::{Format, Records};
use crate::import::rows;
use crate::import::rows::json::{stix, veris};

/// Records looked at for their keys.
const TRIAL_RECORDS: usize = 200;
/// Levels of objects that are looked into for arrays.
const LEVELS: usize = 4;
/// Places offered at most.
const PLACES: usize = 12;

/// A place where records may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Keys from the top, joined by `.`; "" is the document itself.
    pub path: String,
    /// Objects seen there, as far as the file was looked at.
    pub objects: usize,
}

/// The format, the keys of the first records and all places of records.
pub(super) fn look(
    text: &str,
    extent: Extent,
    encoding: &str,
) -> Result<(Format, Vec<String>, Vec<Place>), ImportError> {
    let found = scan(text, extent)?;
    if found.is_vigie() {
        return Ok((Format::Vigie, Vec::new(), Vec::new()));
    }
    let is_bundle = stix::is_told_by(&found.keys);
    let places = if is_bundle { Vec::new() } else { found.places() };
    let of = |records, encoding: &str| {
        let encoding = encoding.to_owned();
        if found.documents > 1 && !found.top_arrays {
            return Some(Format::JsonLines { encoding, records });
        }
        let path = if is_bundle { String::new() } else { places.first()?.path.clone() };
        Some(Format::Json { path, encoding, records })
    };
    if is_bundle {
        // Incidents may stand behind what was looked at.
        let headers = stix::HEADERS.map(str::to_owned).to_vec();
        return Ok((of(Records::Stix, encoding).ok_or(ImportError::NoRecords)?, headers, places));
    }
    // The text is decoded already.
    let mut headers = headers(text, &of(Records::Flat, "utf-8").ok_or(ImportError::NoRecords)?)?;
    let mut records = Records::Flat;
    if veris::is_told_by(&headers) {
        records = Records::Veris;
        headers = self::headers(text, &of(records, "utf-8").ok_or(ImportError::NoRecords)?)?;
    }
    let format = of(records, encoding).ok_or(ImportError::NoRecords)?;
    Ok((format, headers, places))
}

fn scan(text: &str, extent: Extent) -> Result<Found, ImportError> {
    let mut found = Found::default();
    let mut json = serde_json::Deserializer::from_str(text);
    loop {
        let goes_on = found.documents > 0 && json.end().is_err();
        match (Scan { path: String::new(), depth: 0, found: &mut found }).deserialize(&mut json) {
            Ok(()) => found.documents += 1,
            // Behind a whole document stands one that is cut or broken: reading them one by one will tell it.
            Err(_) if found.documents > 0 && goes_on => {
                found.documents = 2;
                break;
            }
            Err(error) if error.is_eof() && (found.documents > 0 || extent == Extent::Head || found.has_objects()) => {
                break;
            }
            Err(error) => {
                if lines_are_documents(text) {
                    return Ok(Found { documents: 2, ..Found::default() });
                }
                return Err(ImportError::BadJson(JsonFault::of(&error)));
            }
        }
        if found.documents == 2 {
            break;
        }
    }
    Ok(found)
}

/// Whether most of the first lines are documents by themselves, though the first is broken.
fn lines_are_documents(text: &str) -> bool {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(TRIAL_RECORDS);
    let (mut whole, mut all) = (0, 0);
    for line in lines {
        all += 1;
        whole += usize::from(line.starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok());
    }
    whole > 1 && whole * 2 > all
}

/// The keys of the first records.
fn headers(text: &str, format: &Format) -> Result<Vec<String>, ImportError> {
    let mut names = Vec::new();
    let mut seen = 0;
    let mut source = text.as_bytes();
    let read = rows::visit(&mut source, format, &Progress::default(), &mut |headers, _| {
        if names.len() < headers.len() {
            names = headers.to_vec();
        }
        seen += 1;
        Ok(if seen < TRIAL_RECORDS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    });
    // The head of a long file ends within a record: what came before it is enough.
    match read {
        Err(error) if seen == 0 => Err(error),
        _ => Ok(names),
    }
}

/// What stands in a JSON document, as far as it was seen.
#[derive(Default)]
struct Found {
    /// Whole documents seen, at most two.
    documents: usize,
    /// Whether a document is an array.
    top_arrays: bool,
    /// Path of each array of objects, with the number of objects.
    arrays: BTreeMap<String, usize>,
    /// Keys of the document itself.
    keys: Vec<String>,
    /// Values beside the arrays.
    others: usize,
}

impl Found {
    fn is_vigie(&self) -> bool {
        let has = |name: &str| self.keys.iter().any(|key| key == name);
        has("vigie") && (has("incidents") || has("id") || has("dataset") || has("organisation"))
    }

    fn has_objects(&self) -> bool {
        !self.arrays.is_empty()
    }

    /// Places of records, the likeliest first: the array with most objects, or the document itself where it says more
    /// than its arrays do.
    fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> =
            self.arrays.iter().map(|(path, objects)| Place { path: path.clone(), objects: *objects }).collect();
        places.sort_by_key(|place| std::cmp::Reverse(place.objects));
        places.truncate(PLACES);
        let is_list = self.top_arrays || self.documents > 1;
        if !is_list && !self.keys.is_empty() {
            let most = places.first().map_or(0, |place| place.objects);
            let at = if most == 0 || most * 4 < self.others { 0 } else { places.len() };
            places.insert(at, Place { path: String::new(), objects: 1 });
        }
        places
    }
}

/// Walks a document some levels deep and counts objects in arrays.
struct Scan<'f> {
    path: String,
    depth: usize,
    found: &'f mut Found,
}

impl<'de> DeserializeSeed<'de> for Scan<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Scan<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if self.depth == 0 {
                self.found.keys.push(key.clone());
            }
            let path = if self.path.is_empty() { key } else { format!("{}.{key}", self.path) };
            if self.depth < LEVELS && !path.split('.').any(str::is_empty) {
                map.next_value_seed(Scan { path, depth: self.depth + 1, found: self.found })?;
            } else {
                self.found.others += 1;
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.found.top_arrays |= self.depth == 0;
        while let Some(Element { is_object }) = seq.next_element()? {
            if is_object {
                *self.found.arrays.entry(self.path.clone()).or_default() += 1;
            } else {
                self.found.others += 1;
            }
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.found.others += 1;
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        self.found.others += 1;
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.found.others += 1;
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.found.others += 1;
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.found.others += 1;
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        self.found.others += 1;
        Ok(())
    }
}

/// Whether an element of an array is an object.
struct Element {
    is_object: bool,
}

impl<'de> serde::Deserialize<'de> for Element {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Kind;
        impl<'de> Visitor<'de> for Kind {
            type Value = bool;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(true)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(false)
            }
            fn visit_unit<E>(self) -> Result<bool, E> {
                Ok(false)
            }
            fn visit_bool<E>(self, _: bool) -> Result<bool, E> {
                Ok(false)
            }
            fn visit_i64<E>(self, _: i64) -> Result<bool, E> {
                Ok(false)
            }
            fn visit_u64<E>(self, _: u64) -> Result<bool, E> {
                Ok(false)
            }
            fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
                Ok(false)
            }
            fn visit_str<E>(self, _: &str) -> Result<bool, E> {
                Ok(false)
            }
        }
        Ok(Self { is_object: deserializer.deserialize_any(Kind)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_at(text: &str) -> Result<(String, Vec<String>), ImportError> {
        let (format, _, places) = look(text, Extent::Whole, "utf-8")?;
        let place = match format {
            Format::Json { path, .. } => format!("array {path}"),
            Format::JsonLines { .. } => "lines".to_owned(),
            _ => "vigie".to_owned(),
        };
        Ok((place, places.into_iter().map(|place| format!("{}:{}", place.path, place.objects)).collect()))
    }

    #[test]
    fn places_of_records_the_likeliest_first() {
        let long = format!(
            "{{{}, \"parts\": [{{\"b\": 1}}]}}",
            (0..20).map(|n| format!("\"k{n}\": {n}")).collect::<Vec<_>>().join(", ")
        );
        let table: &[(&str, &str, &[&str])] = &[
            (r#"[{"a": 1}, {"a": 2}]"#, "array ", &[":2"]),
            (r#"{"n": 2, "breaches": [{"a": 1}, {"a": 2}]}"#, "array breaches", &["breaches:2", ":1"]),
            (r#"{"a": [{"x": 1}], "b": [{"y": 1}, {"y": 2}]}"#, "array b", &["b:2", "a:1", ":1"]),
            (r#"{"r": {"s": {"docs": [{"a": 1}, {"a": 2}]}}}"#, "array r.s.docs", &["r.s.docs:2", ":1"]),
            (r#"{"a": 1, "b": {"c": 2}}"#, "array ", &[":1"]),
            (&long, "array ", &[":1", "parts:1"]),
            ("{\"a\": 1}\n{\"a\": 2}\n", "lines", &[]),
            ("{\"a\": 1}\n{\"a\" 2}\n", "lines", &[]),
            ("{\"a\": [{\"b\": 1}, {\"b\": 2}]}\n{\"a\": []}\n", "lines", &["a:2"]),
            ("{\"a\" 1}\n{\"a\": 2}\n{\"a\": 3}\n", "lines", &[]),
            ("{\n\"a\": 1\n}\n{\n\"a\": 2}\n", "lines", &[]),
            ("[{\"a\": 1}]\n[{\"a\": 2}]\n", "array ", &[":2"]),
            (r#"{"vigie": 1, "incidents": []}"#, "vigie", &[]),
        ];
        for (text, place, places) in table {
            let found = look_at(text).expect(text);
            assert_eq!(
                (found.0.as_str(), found.1.iter().map(String::as_str).collect::<Vec<_>>()),
                (*place, places.to_vec()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_has_no_records_is_refused() {
        for text in ["{}", "[]", "[1, 2]"] {
            assert_eq!(look_at(text), Err(ImportError::NoRecords), "{text}");
        }
        assert!(matches!(look_at("{\"a\" 1}"), Err(ImportError::BadJson(_))));
    }
}
