//! Dates as programs count them: serial days of spreadsheets, seconds since 1970, `/Date(…)/`.
//!
//! A bare number is never taken for a date by itself: a recipe must say what it counts.

use serde::{Deserialize, Serialize};

use super::{Clock, DateError, Form, PartialDate, edtf, print};
use crate::model::calendar::Day;

/// What the bare numbers of a column of dates count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// Nothing: four digits are a year, eight may be `20240305`, anything else is no date.
    #[default]
    AsWritten,
    /// Days of a spreadsheet whose day 1 is 1 January 1900, and whose day 60 is 29 February 1900, which never was.
    Excel1900,
    /// Days of a spreadsheet whose day 0 is 1 January 1904.
    Excel1904,
    /// Seconds since 1970-01-01T00:00:00Z.
    EpochSeconds,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    EpochMilliseconds,
}

/// Serial days that are looked at: from 1954 to 2064 (1958 to 2068 where days begin in 1904). Outside them stand years
/// and counts.
pub const SERIALS: std::ops::RangeInclusive<u64> = 20_000..=60_000;

/// Seconds that are looked at: from March 1973 to 2100.
pub const SECONDS: std::ops::RangeInclusive<u64> = 100_000_000..=4_102_444_799;

impl Numbers {
    /// Every meaning.
    pub const ALL: [Self; 5] =
        [Self::AsWritten, Self::Excel1900, Self::Excel1904, Self::EpochSeconds, Self::EpochMilliseconds];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AsWritten => "as_written",
            Self::Excel1900 => "excel_1900",
            Self::Excel1904 => "excel_1904",
            Self::EpochSeconds => "epoch_seconds",
            Self::EpochMilliseconds => "epoch_milliseconds",
        }
    }

    /// The date that a number stands for; `None` where the text is no number of this sort, and stays what it is.
    ///
    /// Serial days keep their fraction as a time of day without a zone, rounded to the second; instants are times in
    /// UTC. A midnight is the day.
    ///
    /// ```
    /// use vigie::model::date::Numbers;
    /// let read = |numbers: Numbers, text: &str| numbers.read(text).map(|date| date.canonical());
    /// assert_eq!(read(Numbers::Excel1900, "45356").as_deref(), Some("2024-03-05"));
    /// assert_eq!(read(Numbers::Excel1904, "45356").as_deref(), Some("2028-03-06"));
    /// assert_eq!(read(Numbers::EpochSeconds, "1709593200").as_deref(), Some("2024-03-04T23:00:00Z"));
    /// assert_eq!(read(Numbers::Excel1900, "2021"), None);
    /// ```
    pub fn read(self, text: &str) -> Option<PartialDate> {
        let (whole, fraction) = decimal(text.trim())?;
        let form = match self {
            Self::AsWritten => return None,
            Self::Excel1900 => serial(whole, fraction, -25_569),
            Self::Excel1904 => serial(whole, fraction, -24_107),
            Self::EpochSeconds => SECONDS.contains(&whole).then(|| instant(whole, 0)).flatten(),
            Self::EpochMilliseconds => {
                let seconds = whole / 1000;
                SECONDS.contains(&seconds).then(|| instant(seconds, 0)).flatten()
            }
        }?;
        Some(PartialDate { written: print::canonical(&form), form })
    }
}

/// A number in plain digits with its decimals as a share of one.
fn decimal(text: &str) -> Option<(u64, f64)> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let plain = |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    Some((whole.parse().ok()?, format!("0.{fraction}").parse().ok()?))
}

/// A serial day whose day 0 would be `zero` days from 1970-01-01. Days up to the false 29 February 1900 lie outside
/// [`SERIALS`], so the gap behind it needs no care.
fn serial(whole: u64, fraction: f64, zero: i32) -> Option<Form> {
    if !SERIALS.contains(&whole) {
        return None;
    }
    let seconds = (fraction * 86_400.0).round() as u32;
    let day = Day(i32::try_from(whole).ok()? + zero + i32::from(seconds == 86_400));
    let day = edtf::span_form(day, day).ok()?;
    match seconds % 86_400 {
        0 => Some(day),
        second => Some(edtf::with_clock(day, Clock { second_of_day: second, span_seconds: 1, offset_minutes: None })),
    }
}

/// A second since 1970, as the clock with this offset shows it.
fn instant(seconds: u64, offset_minutes: i16) -> Option<Form> {
    let local = i64::try_from(seconds).ok()? + i64::from(offset_minutes) * 60;
    let day = Day(i32::try_from(local.div_euclid(86_400)).ok()?);
    let second_of_day = u32::try_from(local.rem_euclid(86_400)).ok()?;
    let day = edtf::span_form(day, day).ok()?;
    if second_of_day == 0 {
        return Some(day);
    }
    Some(edtf::with_clock(day, Clock { second_of_day, span_seconds: 1, offset_minutes: Some(offset_minutes) }))
}

/// `/Date(1419288900000)/`, `/Date(1419288900000+0200)/`: milliseconds since 1970, shown by the clock of the offset.
pub(super) fn slashed(text: &str) -> Option<Result<Form, DateError>> {
    let inside = text.trim().strip_prefix("/Date(")?.strip_suffix(")/")?;
    let at = inside.find(['+', '-']).unwrap_or(inside.len());
    let (number, zone) = inside.split_at_checked(at)?;
    let offset = if zone.is_empty() { Ok(0) } else { edtf::offset(zone) };
    let milliseconds: u64 = number.parse().ok()?;
    Some(offset.and_then(|offset| instant(milliseconds / 1000, offset).ok_or(DateError::Impossible)))
}
