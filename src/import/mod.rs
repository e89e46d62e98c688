//! Bytes of any supported format and a recipe, turned into typed batches and located problems.
//!
//! Opens no file itself and never holds all records.

pub mod recipe;
