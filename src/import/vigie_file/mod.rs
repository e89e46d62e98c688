//! Vigie's own export read back: whole records with their evidence, not rows of a table.
//!
//! One document `{"vigie": 1, "datasets": […], "organisations": […], "incidents": […]}`, or a document a line.

pub mod export;

use std::fmt;
use std::io::Read;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::import::bytes::bounded::Left;
use crate::import::error::{ImportError, JsonFault};
use crate::import::limits::{FILE_BYTES, ORGANISATION_BYTES, shortened};
use crate::import::progress::Progress;
use crate::import::report::{ImportReport, Raw, RejectedRow};
use crate::model::dataset::Dataset;
use crate::model::incident::{DOCUMENT_VERSION, Incident};
use crate::model::organisation::Organisation;
use crate::model::problem::{Problem, ProblemKind};

/// One thing of an export, in the order of the file: datasets and organisations come before the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A dataset.
    Dataset(Box<Dataset>),
    /// An organisation.
    Organisation(Box<Organisation>),
    /// A record.
    Incident(Box<Incident>),
}

type Taker<'t> = &'t mut dyn FnMut(Item) -> Result<(), ImportError>;

/// Hands every dataset, organisation and record of an export to `take`. A record that does not have the expected
/// shape is set aside in the report.
///
/// # Errors
/// When the file is not such an export, was written by a newer version, `take` fails, or `progress` was cancelled.
pub fn read_vigie(source: &mut dyn Read, progress: &Progress, take: Taker<'_>) -> Result<ImportReport, ImportError> {
    let left = Left::for_a_record();
    let mut state = State { report: ImportReport::default(), left: left.clone(), progress, take, failed: None };
    let text = left.bound(Counted { source: source.take(FILE_BYTES), progress });
    let mut json = serde_json::Deserializer::from_reader(text);
    let mut documents = 0;
    // Between two documents the end of the file is the end of the export; within one it is a cut.
    while documents == 0 || json.end().is_err() {
        if let Err(error) = (Document { state: &mut state }).deserialize(&mut json) {
            let long = || left.is_used_up().then_some(ImportError::LongRecord(state.report.read + 1));
            let failed = state.failed.clone().or_else(long);
            return Err(failed.unwrap_or_else(|| ImportError::BadJson(JsonFault::of_export(&error))));
        }
        documents += 1;
    }
    debug_assert!(state.report.adds_up(), "a record is unaccounted for");
    Ok(state.report)
}

/// Counts bytes into the progress.
struct Counted<'p, R> {
    source: R,
    progress: &'p Progress,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.progress.add_bytes(read as u64);
        Ok(read)
    }
}

struct State<'t> {
    report: ImportReport,
    left: Left,
    progress: &'t Progress,
    take: Taker<'t>,
    failed: Option<ImportError>,
}

impl State<'_> {
    fn hand(&mut self, item: Item) -> Result<(), &'static str> {
        (self.take)(item).map_err(|error| {
            self.failed = Some(error);
            "stopped"
        })
    }

    fn check_version(&mut self, value: &Value) -> Result<(), &'static str> {
        match value.as_u64() {
            Some(version) if version > u64::from(DOCUMENT_VERSION) => {
                self.failed = Some(ImportError::Newer(u32::try_from(version).unwrap_or(u32::MAX)));
                Err("newer")
            }
            _ => Ok(()),
        }
    }

    fn incident(&mut self, value: &Value) -> Result<(), &'static str> {
        self.left.within_record();
        if self.progress.is_cancelled() {
            self.failed = Some(ImportError::Cancelled);
            return Err("cancelled");
        }
        if let Some(version) = value.get("vigie") {
            self.check_version(version)?;
        }
        self.report.read += 1;
        self.progress.add_rows(1);
        match Incident::deserialize_value(value) {
            Ok(incident) => {
                self.report.imported += 1;
                self.hand(Item::Incident(Box::new(incident)))
            }
            Err(error) => {
                let row = self.report.read;
                let found = shortened(&error.to_string());
                let problem =
                    Problem { row: Some(row), column: "incidents".to_owned(), found, kind: ProblemKind::BadShape };
                let raw = Raw::Document(value.to_string());
                self.report.reject(RejectedRow { row, raw, problems: vec![problem] }).map_err(|error| {
                    self.failed = Some(error);
                    "too many"
                })
            }
        }
    }
}

/// Reading from a value, apart from the trait so that the error is serde_json's.
trait FromValue: Sized {
    fn deserialize_value(value: &Value) -> Result<Self, serde_json::Error>;
}

impl<T: serde::de::DeserializeOwned> FromValue for T {
    fn deserialize_value(value: &Value) -> Result<Self, serde_json::Error> {
        T::deserialize(value)
    }
}

/// One document of the file.
struct Document<'s, 't> {
    state: &'s mut State<'t>,
}

impl<'de> DeserializeSeed<'de> for Document<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of Vigie")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut other = Map::new();
        let mut organisations = None;
        let mut is_list = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "datasets" => {
                    is_list = true;
                    for dataset in map.next_value::<Vec<Dataset>>()? {
                        self.state.hand(Item::Dataset(Box::new(dataset))).map_err(A::Error::custom)?;
                    }
                }
                "incidents" => {
                    is_list = true;
                    // Organisations come before the records in what Vigie writes.
                    hand_organisations(self.state, organisations.take()).map_err(A::Error::custom)?;
                    map.next_value_seed(Incidents { state: self.state })?;
                }
                "vigie" => {
                    let value = map.next_value::<Value>()?;
                    self.state.check_version(&value).map_err(A::Error::custom)?;
                    other.insert(key, value);
                }
                // A record has organisations too, in another shape: told apart at the end.
                "organisations" => organisations = Some(map.next_value_seed(Texts { left: &self.state.left })?),
                _ => {
                    let value = map.next_value::<Value>()?;
                    other.insert(key, value);
                }
            }
        }
        let state = self.state;
        if is_list {
            return hand_organisations(state, organisations).map_err(A::Error::custom);
        }
        if let Some(texts) = organisations {
            let values = texts.iter().map(|text| serde_json::from_str(text)).collect::<Result<Vec<Value>, _>>();
            other.insert("organisations".to_owned(), Value::Array(values.map_err(A::Error::custom)?));
        }
        if let Some(dataset) = other.get("dataset") {
            let dataset = Dataset::deserialize_value(dataset).map_err(A::Error::custom)?;
            return state.hand(Item::Dataset(Box::new(dataset))).map_err(A::Error::custom);
        }
        if let Some(organisation) = other.get("organisation") {
            let organisation = Organisation::deserialize_value(organisation).map_err(A::Error::custom)?;
            return state.hand(Item::Organisation(Box::new(organisation))).map_err(A::Error::custom);
        }
        state.incident(&Value::Object(other)).map_err(A::Error::custom)
    }
}

fn hand_organisations(state: &mut State<'_>, texts: Option<Vec<String>>) -> Result<(), String> {
    for text in texts.into_iter().flatten() {
        let organisation: Organisation = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        state.hand(Item::Organisation(Box::new(organisation))).map_err(str::to_owned)?;
    }
    Ok(())
}

/// The elements of an array as JSON texts, which take no more memory than the file has bytes. Each may be as long as a
/// record.
struct Texts<'l> {
    left: &'l Left,
}

impl<'de> DeserializeSeed<'de> for Texts<'_> {
    type Value = Vec<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<String>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Texts<'_> {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<String>, A::Error> {
        let (mut texts, mut bytes) = (Vec::new(), 0);
        while let Some(value) = seq.next_element::<Value>()? {
            self.left.within_record();
            let text = value.to_string();
            bytes += size_of::<String>() + text.len();
            if bytes > ORGANISATION_BYTES {
                return Err(A::Error::custom("more organisations than can be held"));
            }
            texts.push(text);
        }
        Ok(texts)
    }
}

/// The array of records, one at a time.
struct Incidents<'s, 't> {
    state: &'s mut State<'t>,
}

impl<'de> DeserializeSeed<'de> for Incidents<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Incidents<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element::<Value>()? {
            self.state.incident(&value).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}
