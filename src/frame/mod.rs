//! Chunked columns that every figure is computed from, filled in typed batches.
//!
//! A [`Snapshot`] is immutable and shared; an edit makes a new one that copies only the columns it changes. Long
//! texts are not here: they stay with the records.

pub mod batch;
pub mod builder;
mod bytes;
pub mod cell;
pub mod chunk;
pub mod codec;
pub mod codes;
pub mod columns;
pub mod dictionary;
mod edit;
pub mod fold;
pub mod id;
pub mod row;
pub mod snapshot;
pub mod texts;

pub use builder::{FrameBuilder, FrameError};
pub use id::{RecordId, Revision};
pub use row::{RowChange, RowValues};
pub use snapshot::Snapshot;
