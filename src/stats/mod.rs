//! Numbers with meaning: plain numbers in, figures with interval, n, and what was left out.
//!
//! Knows nothing of records, files, words or the calendar. Answers are equal to the last digit on
//! every system: logarithms and exponentials come from `libm`, sums of people are whole numbers, and
//! nothing depends on threads. Every method agrees with its vectors in `tests/oracles/`.

pub mod estimate;
pub mod normal;
pub mod special;
pub mod student;
pub mod quantile;
pub mod share;
pub mod deadline;
pub mod rates;
pub mod periods;
pub mod rolling;
pub mod trend;
pub mod trend_adjusted;
pub mod growth;
pub mod change_point;
pub mod season;
pub mod nowcast;
pub mod power_law;
pub mod affected;
pub mod ecdf;
pub mod survival;
pub mod fixed_window;
pub mod right_truncation;
pub mod turnbull;
mod turnbull_solve;
pub mod logrank;
pub mod random;
pub mod bootstrap;
pub mod two_groups;
pub mod multiple;
pub mod concentration;
pub mod lognormal;
