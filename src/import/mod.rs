//! Bytes of any supported format and a recipe, turned into typed batches and located problems.
//!
//! Opens no file itself and never holds all records.

pub mod assemble;
pub mod cells;
pub mod csv;
pub mod missing_words;
pub mod recipe;
pub mod shipped;
