//! Chunked columns that every figure is computed from, filled in typed batches.

pub mod batch;
pub mod cell;
