//! The calendar: days and intervals of days, as plain numbers.
//!
//! A day is what somebody wrote, never an instant: it is not shifted by a time zone. Only this module and
//! `date.rs` know the calendar library.

use serde::{Deserialize, Serialize};

/// A calendar day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

/// Days from `lo` to `hi`, both included. `None` is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayInterval {
    /// First possible day; `None` when nothing bounds it from below.
    pub lo: Option<Day>,
    /// Last possible day; `None` when nothing bounds it from above.
    pub hi: Option<Day>,
}
