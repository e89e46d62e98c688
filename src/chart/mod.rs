//! Charts as plain data: what stands where and what it says. The window and the exports draw the same model.

pub mod model;
pub mod records;
pub mod figures;
pub mod words;
pub mod describe;
pub mod ticks;
pub mod findings;
pub mod kinds;
pub mod gallery;
pub mod honesty;
