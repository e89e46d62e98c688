//! Bytes of any supported format and a recipe, turned into typed batches and located problems.
//!
//! Opens no file itself and never holds all records. Data passes through the folders in this order: [`container`]
//! (archives, workbooks and several files, so that what follows sees plain text), [`bytes`] (what a file is, its
//! encoding, its records), [`rows`] (cells of text, whatever the format), [`cells`] (a date or a count), [`profiles`]
//! (sources that are known) or [`propose`] (what a recipe would be and why), [`read`] (rows through a recipe into a
//! sink).

pub mod bytes;
pub mod cells;
pub mod container;
pub mod date_rules;
pub mod error;
pub mod limits;
pub mod profiles;
pub mod progress;
pub mod propose;
pub mod read;
pub mod recipe;
pub mod recipe_file;
pub mod report;
pub mod row_rules;
pub mod rows;
pub mod vigie_file;
