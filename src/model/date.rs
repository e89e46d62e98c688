//! Partial dates: what a source really said about "when", kept as written.
//!
//! A date never means more than was written: `2024-02` is the interval from 1 to 29 February 2024, not the first
//! of the month. The canonical form is EDTF (ISO 8601-2) where EDTF has one.

use crate::model::calendar::DayInterval;

/// A date, month, quarter, year, range or instant, as somebody wrote it.
///
/// `parse(s)?.as_written() == s` always. Two dates are equal when they were written alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialDate {
    pub(super) written: String,
    pub(super) form: Form,
}

/// What was understood of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The days it may mean, both ends included. An hour-precise date is the day as written, never shifted to UTC.
    pub days: DayInterval,
    /// The finest part that was stated.
    pub precision: Precision,
    /// Time of day and zone, for hour-precise dates.
    pub clock: Option<Clock>,
    /// `~`: said to be approximate. Never widens the interval; is counted.
    pub approximate: bool,
    /// `?`: said to be doubtful. Never widens the interval; is counted.
    pub doubtful: bool,
}

/// The finest part of a date that was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Hour, minute or second.
    Time,
    /// A day.
    Day,
    /// A part of a month, a range of days, or an open-ended range.
    Range,
    /// A month.
    Month,
    /// A quarter (`2022-Q3`).
    Quarter,
    /// A year or a part of one.
    Year,
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Seconds since midnight of the first possible second.
    pub second_of_day: u32,
    /// How many seconds the statement spans: 3,600 for an hour, 60 for a minute, 1 for a second.
    pub span_seconds: u32,
    /// Offset from UTC in minutes; `None` when no zone was stated (then an instant is uncertain by 14 h either way).
    pub offset_minutes: Option<i16>,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing in it looks like a date.
    NotADate,
    /// It looks like a date that does not exist (31 February).
    Impossible,
    /// Its end is before its start.
    Reversed,
}

impl PartialDate {
    /// Reads a date in canonical or everyday form, English or French. Numeric day/month dates are refused here,
    /// because their order can only be told from a whole column: see `import`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let _ = text;
        Err(DateError::NotADate)
    }

    /// The text as it was written.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// What was understood.
    pub const fn form(&self) -> &Form {
        &self.form
    }

    /// The days it may mean.
    pub const fn days(&self) -> DayInterval {
        self.form.days
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|_| serde::de::Error::custom("not a date"))
    }
}
