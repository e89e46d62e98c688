//! Reading a date cell.

use std::borrow::Cow;

use crate::frame::cell::{DateCell, DateState};
use crate::import::cells::count::plain_integer;
use crate::import::cells::missing_words::{Absent, absent};
use crate::import::recipe::{Blank, DateOrder};
use crate::model::calendar::Day;
use crate::model::date::{DateError, PartialDate};
use crate::model::missing::Missing;

/// Reads a date cell. Blank cells and words for "missing" are states, not errors.
///
/// # Errors
/// When the text is neither a date nor a word for a missing one; nothing is guessed.
pub fn read_date(text: &str, order: DateOrder) -> Result<DateCell, DateError> {
    if let Some(day) = iso_day(text.as_bytes()) {
        return Ok(one_day(day));
    }
    read_date_text(text, order).map(|(cell, _)| cell)
}

/// Reads a date cell together with the text that the record keeps: as written where `PartialDate::parse` reads it
/// alike, in canonical form where the recipe was needed (`03/04/2024` read day first becomes `2024-04-03`, a day
/// exported as midnight becomes that day).
///
/// # Errors
/// As [`read_date`].
pub fn read_date_text(text: &str, order: DateOrder) -> Result<(DateCell, Cow<'_, str>), DateError> {
    if let (10, Some(day)) = (text.len(), iso_day(text.as_bytes())) {
        return Ok((one_day(day), Cow::Borrowed(text)));
    }
    let text = text.trim();
    if let Some(day) = iso_day(text.as_bytes()) {
        let kept = if text.len() == 10 { Cow::Borrowed(text) } else { Cow::Owned(ymd_text(day)) };
        return Ok((one_day(day), kept));
    }
    if let Some(missing) = absent(text) {
        return Ok((missing_date(missing), Cow::Borrowed(text)));
    }
    if let Some(found) = stamped(text, order)? {
        return Ok(found);
    }
    if let Ok(date) = PartialDate::parse(text) {
        return Ok((date_cell(&date), Cow::Borrowed(text)));
    }
    // "Between 14/02/2023 and 21/02/2023": words around numeric dates.
    let date = PartialDate::parse_with(text, order)?;
    Ok((date_cell(&date), Cow::Owned(date.canonical())))
}

/// What a blank date cell means by the recipe; other cells stay as they are.
pub fn with_blank(cell: DateCell, blank: Blank) -> DateCell {
    if cell.state != DateState::Blank {
        return cell;
    }
    let state = match blank {
        Blank::NothingSaid => DateState::Blank,
        Blank::NotYet => DateState::NotYet,
        Blank::Missing(reason) => missing_date_state(reason),
    };
    DateCell { state, ..cell }
}

/// The cell of a date.
pub fn date_cell(date: &PartialDate) -> DateCell {
    let days = date.days();
    DateCell {
        lo: days.lo.map_or(i32::MIN, |day| day.0),
        hi: days.hi.map_or(i32::MAX, |day| day.0),
        state: DateState::Date,
    }
}

fn one_day(day: Day) -> DateCell {
    DateCell { lo: day.0, hi: day.0, state: DateState::Date }
}

fn missing_date(absent: Absent) -> DateCell {
    let state = match absent {
        Absent::Blank => DateState::Blank,
        Absent::NotYet => DateState::NotYet,
        Absent::Because(reason) => missing_date_state(reason),
    };
    DateCell { lo: 0, hi: 0, state }
}

fn missing_date_state(reason: Missing) -> DateState {
    match reason {
        Missing::Unknown => DateState::Unknown,
        Missing::NotStated => DateState::NotStated,
        Missing::Withheld => DateState::Withheld,
        Missing::NoneIdentified => DateState::NoneIdentified,
        Missing::NotApplicable => DateState::NotApplicable,
    }
}

/// `2024-03-04`, alone or with a midnight behind it (`T00:00:00.000Z`, ` 00:00:00`), which exports write for a day.
fn iso_day(bytes: &[u8]) -> Option<Day> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, ref rest @ ..] = bytes else { return None };
    if !rest.is_empty() && !is_midnight(rest) {
        return None;
    }
    let year = two(y1, y2)? * 100 + two(y3, y4)?;
    day_number(year, two(m1, m2)?, two(d1, d2)?)
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// `T00:00`, ` 00:00:00`, `T00:00:00.000`, with or without `Z` or `+00:00`.
fn is_midnight(rest: &[u8]) -> bool {
    let [b'T' | b' ', rest @ ..] = rest else { return false };
    let Some(rest) = rest.strip_prefix(b"00:00") else { return false };
    let rest = rest.strip_prefix(b":00").unwrap_or(rest);
    let rest = match rest {
        [b'.', fraction @ ..] => {
            let zeros = fraction.iter().take_while(|&&byte| byte == b'0').count();
            fraction.get(zeros..).unwrap_or_default()
        }
        other => other,
    };
    matches!(rest, b"" | b"Z" | b"+00:00")
}

/// Days from 1970-01-01, for years 1 to 9999; `None` when there is no such day.
fn day_number(year: u32, month: u32, day: u32) -> Option<Day> {
    const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    const LENGTH: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let index = usize::try_from(month.checked_sub(1)?).ok()?;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let length = LENGTH.get(index)? + u32::from(leap && month == 2);
    if day == 0 || day > length || !(1..=9999).contains(&year) {
        return None;
    }
    let past = year - 1;
    let of_year = BEFORE.get(index)? + day - 1 + u32::from(leap && month > 2);
    let number = past * 365 + past / 4 - past / 100 + past / 400 + of_year;
    Some(Day(i32::try_from(number).ok()? - 719_162))
}

fn ymd_text(day: Day) -> String {
    let (year, month, of_month) = civil(day);
    format!("{year:04}-{month:02}-{of_month:02}")
}

/// Year, month and day of the month of a day in the years 1 to 9999.
fn civil(day: Day) -> (i64, i64, i64) {
    // Counted in eras of 400 years from 1 March of year 0, so that leap days come last.
    let shifted = i64::from(day.0) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, of_month)
}

/// A date in digits (in the recipe's order) or `2021 Feb 04`, alone or with a time of day. `None` leaves it to the
/// model's parser.
fn stamped(text: &str, order: DateOrder) -> Result<Option<(DateCell, Cow<'static, str>)>, DateError> {
    let (date, time) = split_time(text);
    let Some((year, month, day)) = digits_date(date, order).or_else(|| year_first_words(date)) else {
        return Ok(None);
    };
    let time = match time {
        "" => None,
        written => match Time::parse(written) {
            Some(time) => Some(time),
            None => return Ok(None),
        },
    };
    let Some(day) = day_number(year, month, day) else { return Err(DateError::Impossible) };
    let mut kept = ymd_text(day);
    if let Some(time) = time.filter(|time| !time.is_midnight()) {
        kept.push_str(&time.canonical());
    }
    Ok(Some((one_day(day), Cow::Owned(kept))))
}

/// The date part, and the time of day behind it ("" when there is none).
fn split_time(text: &str) -> (&str, &str) {
    let Some(colon) = text.find(':') else { return (text, "") };
    let hour = text.get(..colon).unwrap_or_default();
    let start = hour.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let date = text.get(..start).unwrap_or_default();
    (date.trim_end_matches(['T', ' ', ',']), text.get(start..).unwrap_or_default())
}

fn digits_date(text: &str, order: DateOrder) -> Option<(u32, u32, u32)> {
    let mark = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.' | ' '))?;
    let mut parts = text.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || second.len() > 2 {
        return None;
    }
    let number = |part: &str| plain_integer(part.as_bytes()).and_then(|number| u32::try_from(number).ok());
    let (one, two, three) = (number(first)?, number(second)?, number(third)?);
    if first.len() == 4 && third.len() <= 2 {
        return Some((one, two, three));
    }
    let year = match third.len() {
        4 => three,
        // Two digits of the year, split where POSIX splits them: 69 is 1969, 68 is 2068.
        2 => three + if three < 69 { 2000 } else { 1900 },
        _ => return None,
    };
    match order {
        _ if first.len() > 2 => None,
        DateOrder::DayMonthYear => Some((year, two, one)),
        DateOrder::MonthDayYear => Some((year, one, two)),
        DateOrder::YearMonthDay => None,
    }
}

/// `2021 Feb 04`.
fn year_first_words(text: &str) -> Option<(u32, u32, u32)> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut parts = text.split_ascii_whitespace();
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 {
        return None;
    }
    let word = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == word)? + 1;
    Some((year.parse().ok()?, u32::try_from(month).ok()?, day.parse().ok()?))
}

/// A time of day with the zone as written.
struct Time<'a> {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    zone: &'a str,
}

impl<'a> Time<'a> {
    /// `18:00`, `6:05:09 PM`, `23:35:45.120Z`, `18:00+02:00`.
    fn parse(text: &'a str) -> Option<Self> {
        let (hour, rest) = text.split_once(':')?;
        let (minute, rest) = (rest.get(..2)?, rest.get(2..)?);
        let (second, rest) = match rest.strip_prefix(':') {
            Some(rest) => (Some(rest.get(..2)?.parse().ok()?), rest.get(2..)?),
            None => (None, rest),
        };
        let rest =
            rest.strip_prefix(['.', ',']).map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        let rest = rest.trim();
        let half = rest.get(..2).map(str::to_ascii_lowercase);
        let mut hour = plain_integer(hour.as_bytes()).and_then(|hour| u32::try_from(hour).ok())?;
        let zone = match half.as_deref() {
            Some("am" | "pm") if !(1..=12).contains(&hour) => return None,
            Some("am") => {
                hour %= 12;
                rest.get(2..)?.trim()
            }
            Some("pm") => {
                hour = hour % 12 + 12;
                rest.get(2..)?.trim()
            }
            _ => rest,
        };
        let minute = minute.parse().ok()?;
        let real = hour < 24 && minute < 60 && second.is_none_or(|second| second < 60);
        (real && is_zone(zone)).then_some(Self { hour, minute, second, zone })
    }

    fn is_midnight(&self) -> bool {
        self.hour == 0 && self.minute == 0 && self.second.unwrap_or(0) == 0 && matches!(self.zone, "" | "Z" | "+00:00")
    }

    fn canonical(&self) -> String {
        let second = self.second.map(|second| format!(":{second:02}")).unwrap_or_default();
        format!("T{:02}:{:02}{second}{}", self.hour, self.minute, self.zone)
    }
}

fn is_zone(zone: &str) -> bool {
    let bytes = zone.as_bytes();
    match bytes {
        [] | [b'Z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => [h1, h2, m1, m2].iter().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str, order: DateOrder) -> String {
        match read_date_text(text, order) {
            Ok((cell, kept)) if cell.state == DateState::Date => {
                assert_eq!(read_date(text, order), Ok(cell), "{text}: both readers agree");
                format!("{} {kept}", cell.lo)
            }
            Ok((cell, _)) => format!("{:?}", cell.state),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn dates_of_real_files() {
        use DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
        let table = [
            ("1970-01-01", Ymd, "0 1970-01-01"),
            ("2024-02-29", Mdy, "19782 2024-02-29"),
            ("2021 Feb 04 12:00:00 AM", Ymd, "18662 2021-02-04"),
            ("2021-02-04T00:00:00.000Z", Ymd, "18662 2021-02-04"),
            ("2021-02-04 00:00:00", Ymd, "18662 2021-02-04"),
            ("2021-02-04T23:35:45.120Z", Ymd, "18662 2021-02-04T23:35:45Z"),
            ("2021-2-4", Ymd, "18662 2021-02-04"),
            ("2021/02/04", Dmy, "18662 2021-02-04"),
            ("04/02/2021", Dmy, "18662 2021-02-04"),
            ("04.02.2021", Dmy, "18662 2021-02-04"),
            ("02/04/2021", Mdy, "18662 2021-02-04"),
            ("02/04/21", Mdy, "18662 2021-02-04"),
            ("02/04/2021 1:05 PM", Mdy, "18662 2021-02-04T13:05"),
            ("02/04/2021 12:00:00 AM", Mdy, "18662 2021-02-04"),
            ("31/02/2021", Dmy, "Impossible"),
            ("12/25/2021", Dmy, "Impossible"),
            ("", Ymd, "Blank"),
            ("-", Ymd, "Blank"),
            ("not applicable", Ymd, "NotApplicable"),
            ("pas encore", Ymd, "NotYet"),
        ];
        for (text, order, expected) in table {
            assert_eq!(date(text, order), expected, "{text} as {order:?}");
        }
        assert!(read_date("04/02/2021", Ymd).is_err(), "the order is never guessed");
    }

    #[test]
    fn words_around_numeric_dates_take_the_order_of_the_recipe() {
        let text = "Between 14/02/2023 and 21/02/2023";
        let (cell, kept) = read_date_text(text, DateOrder::DayMonthYear).expect("a range");
        assert_eq!((cell.hi - cell.lo, kept.as_ref()), (7, "[2023-02-14..2023-02-21]"));
        assert_eq!(read_date_text(text, DateOrder::YearMonthDay), Err(DateError::OrderUnknown));
        let (_, kept) = read_date_text("Early May 2023", DateOrder::DayMonthYear).expect("a part of a month");
        assert_eq!(kept, "Early May 2023");
    }

    #[test]
    fn a_blank_date_means_what_the_recipe_says() {
        let blank = DateCell::default();
        assert_eq!(with_blank(blank, Blank::NotYet).state, DateState::NotYet);
        assert_eq!(with_blank(blank, Blank::Missing(Missing::Unknown)).state, DateState::Unknown);
        assert_eq!(with_blank(one_day(Day(3)), Blank::NotYet), one_day(Day(3)));
    }

    proptest::proptest! {
        #[test]
        fn days_go_there_and_back(number in -700_000_i32..2_900_000) {
            let text = ymd_text(Day(number));
            proptest::prop_assert_eq!(read_date(&text, DateOrder::YearMonthDay), Ok(one_day(Day(number))));
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,24}") {
            for order in [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
                let _ = read_date_text(&text, order);
            }
        }
    }
}
