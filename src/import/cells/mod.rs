//! Reading one cell: a date or a count, from its text to plain numbers.
//!
//! The everyday forms (an ISO day, a plain integer) are read without allocation; everything else goes through the
//! parsers of the model. The order of day and month is never guessed here: it comes with the recipe, which decided
//! it on the whole column. A missing value stays missing, with its reason.

pub mod count;
pub mod date;
pub mod missing_words;
