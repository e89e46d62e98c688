//! Bytes of any supported format and a recipe, turned into typed batches and located problems.
//!
//! Opens no file itself and never holds all records.

pub mod ahead;
pub mod assemble;
pub mod blocks;
pub mod cells;
mod columns;
pub mod csv;
pub mod decode;
pub mod described;
pub mod encoding;
pub mod error;
pub mod export;
pub mod fit;
pub mod headers;
mod html;
pub mod items;
pub mod limits;
pub mod missing_words;
pub mod parallel;
pub mod progress;
pub mod proposal;
pub mod propose;
pub mod quick;
pub mod read;
pub mod recipe;
pub mod report;
pub mod rows;
mod rows_json;
pub mod say;
pub mod shipped;
pub mod sniff;
pub mod survey;
mod texts;
pub mod vigie_file;
mod vocabulary;
