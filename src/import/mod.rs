//! Bytes of any supported format and a recipe, turned into typed batches and located problems.
//!
//! Opens no file itself and never holds all records.

pub mod error;
pub mod limits;
pub mod progress;
pub mod decode;
pub mod headers;
pub mod rows;
mod rows_json;
pub mod missing_words;
pub mod cells;
pub mod recipe;
pub mod assemble;
