//! Partial dates: what a source really said about "when", kept as written.
//!
//! A date never means more than was written: `2024-02` is the interval from 1 to 29 February 2024, not the first
//! of the month. The canonical form is EDTF (ISO 8601-2) where EDTF has one. Nothing ever becomes another date:
//! what cannot be read, or does not exist, is refused.

pub mod iso;
pub mod relative;

mod edtf;
mod everyday;
mod instant;
mod machine;
mod names;
mod numeric;
mod parts;
mod phrases;
mod print;
#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
mod time;
mod words;

pub use machine::{Numbers, SECONDS, SERIALS};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::calendar::{Day, DayInterval};

/// A date, month, quarter, year, range or instant, as somebody wrote it.
///
/// `parse(s)?.as_written() == s` always. Two dates are equal when they were written alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialDate {
    written: String,
    form: Form,
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
    /// Hour, minute or second, or a range of them.
    Time,
    /// A day.
    Day,
    /// A part of a month or year, a range of days, or an open-ended range.
    Range,
    /// A month.
    Month,
    /// A quarter (`2022-Q3`).
    Quarter,
    /// A year.
    Year,
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Seconds from midnight of the first possible day to the first possible second.
    pub second_of_day: u32,
    /// How many seconds the statement spans: 3,600 for an hour, 60 for a minute, 1 for a second, any number for a
    /// range of times (which may end on a later day).
    pub span_seconds: u32,
    /// Offset from UTC in minutes; `None` when no zone was stated (then an instant is uncertain by 14 h either way).
    pub offset_minutes: Option<i16>,
}

/// The order of numeric dates, which only a whole column or its reader can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year first: `2024-03-04`, `2024/3/4`, `2021 Feb 04 12:00:00 AM`, ISO date-times; and every form that
    /// [`PartialDate::parse`] reads.
    #[default]
    YearMonthDay,
    /// Day first: `04/03/2024`.
    DayMonthYear,
    /// Month first: `03/04/2024`.
    MonthDayYear,
}

/// What a whole column or its reader tells of the dates in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Conventions {
    /// The order of numeric dates.
    pub order: DateOrder,
    /// Years of two digits below this (1 to 99) are of this century, 20xx; the others are 19xx.
    pub pivot: u8,
}

/// The usual [`Conventions::pivot`]: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999. No incident of a computer
/// is older.
pub const PIVOT: u8 = 70;

impl Default for Conventions {
    fn default() -> Self {
        Self { order: DateOrder::default(), pivot: PIVOT }
    }
}

impl From<DateOrder> for Conventions {
    fn from(order: DateOrder) -> Self {
        Self { order, ..Self::default() }
    }
}

impl Conventions {
    /// The year that two digits stand for.
    fn full_year(self, digits: u32) -> u32 {
        if digits < u32::from(self.pivot) { 2000 + digits } else { 1900 + digits }
    }
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
    /// It is a numeric date whose order is not known: `03/04/2024` is 3 April or 4 March.
    OrderUnknown,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotADate => "This is not a date that can be read; write it like 2024-03-08, March 2024 or 2024.",
            Self::Impossible => "There is no such day or time; check the numbers.",
            Self::Reversed => "The end is before the start; write the earlier date first.",
            Self::OrderUnknown => "It is not known whether day or month comes first; write it like 2024-03-08.",
        })
    }
}

impl std::error::Error for DateError {}

impl PartialDate {
    /// Reads a date in canonical or everyday form, in English, French, German, Spanish or Italian. Numeric day/month
    /// dates are refused here, because their order can only be told from a whole column: see
    /// [`PartialDate::parse_with`].
    ///
    /// # Errors
    /// Says why the text is not a date; nothing is guessed.
    ///
    /// ```
    /// use vigie::model::date::PartialDate;
    /// let date = PartialDate::parse("2024-02").unwrap();
    /// assert_eq!(date.days().hi, PartialDate::parse("2024-02-29").unwrap().days().hi);
    /// assert!(PartialDate::parse("2023-02-29").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::parse_with(text, DateOrder::YearMonthDay)
    }

    /// Reads a date as [`PartialDate::parse`] does, and numeric dates in this order, or by these conventions.
    ///
    /// # Errors
    /// Says why the text is not a date.
    pub fn parse_with(text: &str, conventions: impl Into<Conventions>) -> Result<Self, DateError> {
        Ok(Self { form: Form::read(text, conventions)?, written: text.to_owned() })
    }

    /// The first and the last date of a text that says from when to when ("du 3 au 5 mai 2024", "2024-05/2024-07"),
    /// for those who take it as the extent of something. `None` where it is one date, or a time between two.
    ///
    /// ```
    /// use vigie::model::date::{DateOrder, PartialDate};
    /// let (first, last) = PartialDate::ends("03/09/2013-03/11/2013", DateOrder::DayMonthYear).unwrap();
    /// assert_eq!((first.as_written(), last.as_written()), ("2013-09-03", "2013-11-03"));
    /// assert_eq!(PartialDate::ends("between 3 and 5 May 2024", DateOrder::DayMonthYear), None);
    /// ```
    pub fn ends(text: &str, conventions: impl Into<Conventions>) -> Option<(Self, Self)> {
        let canonical = |form: Form| Self { written: print::canonical(&form), form };
        words::ends(text, conventions.into()).map(|(first, last)| (canonical(first), canonical(last)))
    }

    /// The same date said less finely: the month or the year of its day, in canonical form. Anything else than one day
    /// stays as it is.
    #[must_use]
    pub fn coarser(self, precision: Precision) -> Self {
        let Some(day) = self.form.days.exact().filter(|_| self.form.precision == Precision::Day) else { return self };
        let (year, month, _) = iso::civil_of(day);
        let form = match precision {
            Precision::Month => edtf::month_form(year, month),
            Precision::Year => edtf::year_form(year),
            _ => return self,
        };
        let Ok(form) = form else { return self };
        let form = Form { approximate: self.form.approximate, doubtful: self.form.doubtful, ..form };
        Self { written: print::canonical(&form), form }
    }

    /// One day, in canonical form.
    pub fn from_day(day: Day) -> Self {
        let form = Form::day(day);
        Self { written: print::canonical(&form), form }
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

    /// Whether it is one day and written as `2024-03-08`.
    fn is_plain_day(&self) -> bool {
        let Form { days, precision, clock, approximate, doubtful } = self.form;
        precision == Precision::Day
            && clock.is_none()
            && !approximate
            && !doubtful
            && days.lo == days.hi
            && iso::parse_iso_day(self.written.as_bytes()) == days.lo
    }

    /// The canonical form: one text for one meaning, stable across versions.
    pub fn canonical(&self) -> String {
        print::canonical(&self.form)
    }
}

impl Form {
    /// Reads what a date means, without keeping its text. ISO days cost no allocation.
    ///
    /// # Errors
    /// Says why the text is not a date.
    pub fn read(text: &str, conventions: impl Into<Conventions>) -> Result<Self, DateError> {
        if let Some(day) = iso::parse_iso_day(text.as_bytes()) {
            return Ok(Self::day(day));
        }
        let conventions = conventions.into();
        if let Some(found) = numeric::read(text, conventions).or_else(|| machine::slashed(text)) {
            return found.map(edtf::without_exported_midnight);
        }
        match edtf::read(text) {
            Err(DateError::NotADate) => words::read(text, conventions).map(edtf::without_exported_midnight),
            found => found,
        }
    }

    /// One day.
    const fn day(day: Day) -> Self {
        let days = DayInterval { lo: Some(day), hi: Some(day) };
        Self { days, precision: Precision::Day, clock: None, approximate: false, doubtful: false }
    }
}

impl fmt::Display for PartialDate {
    /// As written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// A date in a document: a plain string when it was written in canonical form, else both.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Plain(String),
    Both(Both),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    text: String,
    edtf: String,
}

impl Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Most dates are ISO days; they are known to be canonical without being printed.
        if self.is_plain_day() {
            return serializer.serialize_str(&self.written);
        }
        let canonical = self.canonical();
        if canonical == self.written {
            serializer.serialize_str(&canonical)
        } else {
            Both { text: self.written.clone(), edtf: canonical }.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let refused =
            |text: &str, error: DateError| serde::de::Error::custom(format!("“{text}” is not a date. {error}"));
        match Stored::deserialize(deserializer)? {
            // The canonical reading goes first, so that a later change of words cannot change what is stored.
            Stored::Plain(text) => match edtf::read(&text) {
                Ok(form) => Ok(Self { written: text, form }),
                Err(_) => Self::parse(&text).map_err(|error| refused(&text, error)),
            },
            Stored::Both(Both { text, edtf }) => {
                let form = edtf::read(&edtf).map_err(|error| refused(&edtf, error))?;
                Ok(Self { written: text, form })
            }
        }
    }
}
