//! Names of records and of versions of the frame.

use serde::{Deserialize, Serialize};

/// A record of the workspace: the row id of its document. Ids only grow and are never reused for another record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub u64);

/// Version of a snapshot. Two snapshots of one workspace with the same revision hold the same values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);
