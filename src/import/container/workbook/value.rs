//! The text of a cell: dates by their calendar, numbers without artefacts.

use std::fmt::Write as _;

use calamine::{Data, DataRef, ExcelDateTime};

use crate::model::calendar::Day;

/// What kind of thing stands in a cell, for telling headers from data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text = 0,
    /// A number or a truth value.
    Number = 1,
    /// A date or a time.
    Date = 2,
    /// An error of a formula.
    Error = 3,
}

/// Days from 1899-12-30 to 1970-01-01.
const EPOCH: i64 = 25_569;
/// Days from 1899-12-30 to 1904-01-01.
const EPOCH_1904: i64 = 1_462;
/// The last day of a workbook: 9999-12-31.
const LAST_DAY: i64 = 2_958_465;

/// Writes what stands in a cell into `text`; `None` for an empty one.
pub fn write(value: &DataRef<'_>, is_1904: bool, text: &mut String) -> Option<Kind> {
    match value {
        DataRef::Int(number) => {
            text.push_str(&number.to_string());
            Some(Kind::Number)
        }
        DataRef::Float(number) => {
            push_number(*number, text);
            Some(Kind::Number)
        }
        DataRef::String(words) => push_words(words, text),
        DataRef::SharedString(words) => push_words(words, text),
        DataRef::Bool(truth) => {
            text.push_str(if *truth { "TRUE" } else { "FALSE" });
            Some(Kind::Number)
        }
        DataRef::DateTime(date) => {
            push_serial(*date, is_1904, text);
            Some(Kind::Date)
        }
        DataRef::DateTimeIso(iso) => {
            let day_only = ["T00:00:00", "T00:00:00.000", "T00:00:00Z"].iter().find_map(|end| iso.strip_suffix(end));
            text.push_str(day_only.unwrap_or(iso));
            Some(Kind::Date)
        }
        DataRef::DurationIso(iso) => {
            text.push_str(&duration(iso).unwrap_or_else(|| iso.clone()));
            Some(Kind::Date)
        }
        DataRef::Error(error) => {
            text.push_str(&error.to_string());
            Some(Kind::Error)
        }
        DataRef::Empty => None,
    }
}

/// As [`write`], for a cell that is owned.
pub fn write_owned(value: &Data, is_1904: bool, text: &mut String) -> Option<Kind> {
    match value {
        Data::String(words) => push_words(words, text),
        Data::Int(number) => write(&DataRef::Int(*number), is_1904, text),
        Data::Float(number) => write(&DataRef::Float(*number), is_1904, text),
        Data::Bool(truth) => write(&DataRef::Bool(*truth), is_1904, text),
        Data::DateTime(date) => write(&DataRef::DateTime(*date), is_1904, text),
        Data::DateTimeIso(iso) => write(&DataRef::DateTimeIso(iso.clone()), is_1904, text),
        Data::DurationIso(iso) => write(&DataRef::DurationIso(iso.clone()), is_1904, text),
        Data::Error(error) => write(&DataRef::Error(error.clone()), is_1904, text),
        Data::Empty => None,
    }
}

fn push_words(words: &str, text: &mut String) -> Option<Kind> {
    text.push_str(words);
    (!words.trim().is_empty()).then_some(Kind::Text)
}

/// Whole numbers in full; others to the 15 digits that a spreadsheet keeps, so that 0.1 + 0.2 is 0.3.
fn push_number(number: f64, text: &mut String) {
    let shown = if number.fract() == 0.0 || !number.is_finite() {
        number
    } else {
        format!("{number:.14e}").parse().unwrap_or(number)
    };
    // No sign before zero.
    text.push_str(&if shown == 0.0 { "0".to_owned() } else { shown.to_string() });
}

fn push_serial(date: ExcelDateTime, is_1904: bool, text: &mut String) {
    let serial = date.as_f64();
    let milliseconds = (serial * 86_400_000.0).round();
    if !milliseconds.is_finite() || milliseconds < 0.0 || serial > LAST_DAY as f64 + 1.0 {
        return push_number(serial, text);
    }
    let seconds = (milliseconds / 1_000.0).round() as i64;
    if date.is_duration() {
        return push_clock(seconds / 3_600, seconds, true, text);
    }
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    if days == 0 && !is_1904 {
        // A time of day without a day.
        return push_clock(rest / 3_600, rest, rest % 60 != 0, text);
    }
    if days == 60 && !is_1904 {
        // The day that spreadsheets have and the calendar does not.
        text.push_str("1900-02-29");
    } else {
        let before_it = i64::from(!is_1904 && days < 60);
        let day = if is_1904 { days + EPOCH_1904 } else { days + before_it } - EPOCH;
        text.push_str(&Day(i32::try_from(day).unwrap_or(i32::MAX)).to_string());
    }
    if rest != 0 {
        text.push('T');
        push_clock(rest / 3_600, rest, rest % 60 != 0, text);
    }
}

fn push_clock(hours: i64, seconds: i64, with_seconds: bool, text: &mut String) {
    // Writing to a text does not fail.
    write!(text, "{hours:02}:{:02}", seconds / 60 % 60).ok();
    if with_seconds {
        write!(text, ":{:02}", seconds % 60).ok();
    }
}

/// `PT26H30M00S` as `26:30:00`.
fn duration(iso: &str) -> Option<String> {
    let (hours, rest) = iso.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    let number = |part: &str| part.parse::<i64>().ok();
    Some(format!("{:02}:{:02}:{:02}", number(hours)?, number(minutes)?, number(seconds)?))
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn shown(value: &DataRef<'_>, is_1904: bool) -> String {
        let mut text = String::new();
        write(value, is_1904, &mut text);
        text
    }

    #[test]
    fn numbers_have_no_artefacts() {
        let table = [
            (12.0, "12"),
            (0.1, "0.1"),
            (0.1 + 0.2, "0.3"),
            (1e15, "1000000000000000"),
            (9_007_199_254_740_993.0, "9007199254740992"),
            (-0.0, "0"),
            (-1.5, "-1.5"),
            (1e21, "1000000000000000000000"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.5e-7, "0.00000025"),
        ];
        for (number, text) in table {
            assert_eq!(shown(&DataRef::Float(number), false), text);
        }
        assert_eq!(shown(&DataRef::Bool(true), false), "TRUE");
        assert_eq!(shown(&DataRef::Error(calamine::CellErrorType::NA), false), "#N/A");
    }

    #[test]
    fn serials_are_days_of_the_calendar() {
        let at = |serial: f64, is_1904: bool| {
            shown(&DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904)), is_1904)
        };
        let table = [
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (60.0, false, "1900-02-29"),
            (61.0, false, "1900-03-01"),
            (45_352.0, false, "2024-03-01"),
            (45_352.604_166_666_66, false, "2024-03-01T14:30"),
            (45_352.604_178_240_74, false, "2024-03-01T14:30:01"),
            (45_351.999_999_999, false, "2024-03-01"),
            (0.25, false, "06:00"),
            (0.0, true, "1904-01-01"),
            (43_890.0, true, "2024-03-01"),
            (2_958_465.0, false, "9999-12-31"),
            (2_958_467.0, false, "2958467"),
            (-3.0, false, "-3"),
        ];
        for (serial, is_1904, text) in table {
            assert_eq!(at(serial, is_1904), text, "{serial}");
        }
        let time = ExcelDateTime::new(1.104_166_666_666_7, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(shown(&DataRef::DateTime(time), false), "26:30:00");
        assert_eq!(shown(&DataRef::DateTimeIso("2024-03-01T00:00:00".into()), false), "2024-03-01");
        assert_eq!(shown(&DataRef::DurationIso("PT14H30M00S".into()), false), "14:30:00");
    }
}
