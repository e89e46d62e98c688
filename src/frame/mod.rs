//! Chunked columns that every figure is computed from, filled in typed batches.

pub mod batch;
pub mod cell;

/// Identity of a record within its workspace or file: the row id it is stored under, never an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub u64);

/// Version number of a snapshot; grows with every change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);
