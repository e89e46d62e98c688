//! What an incident *is*: records, partial dates, counts, problems, validation.
//!
//! Knows nothing of files, windows or the present moment.

pub mod affected;
pub mod calendar;
pub mod count;
pub mod dataset;
pub mod date;
pub mod delay;
pub mod event;
pub mod evidence;
pub(crate) mod fold;
pub mod incident;
pub mod missing;
pub mod organisation;
pub mod period;
pub mod problem;
pub mod validate;
pub mod vocabulary;
