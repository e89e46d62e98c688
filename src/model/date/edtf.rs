//! The canonical forms: EDTF (ISO 8601-2) where it has one, and our `2022-Q3`.
//!
//! What [`print`](super::print) writes, this reads back to the same meaning.

use super::iso::{civil_of, day_of, days_in};
use super::{Clock, DateError, Form, Precision};
use crate::model::calendar::{Day, DayInterval};

/// Offsets from UTC that clocks on Earth show, in minutes.
pub(super) const OFFSETS: std::ops::RangeInclusive<i16> = -12 * 60..=14 * 60;

/// Reads a canonical form, or one of its close relatives (`a/b` for `[a..b]`, a space for the `T`).
pub(super) fn read(text: &str) -> Result<Form, DateError> {
    let text = text.trim();
    let (text, outer) = split_qualifier(text);
    let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let mut form = if let Some(inside) = inside {
        let (first, last) = inside.split_once("..").ok_or(DateError::NotADate)?;
        range(end(first)?, end(last)?)?
    } else if let Some((first, last)) = text.split_once('/') {
        let open = |part: &str| if part.trim() == ".." { Ok(None) } else { single(part).map(Some) };
        range(open(first)?, open(last)?)?
    } else {
        single(text)?
    };
    form.approximate |= outer.0;
    form.doubtful |= outer.1;
    Ok(without_exported_midnight(form))
}

/// Midnight without a zone is how programs write a date that has no time at all; it is read as the day, so that no
/// hour is invented.
pub(super) fn without_exported_midnight(form: Form) -> Form {
    match form.clock {
        Some(Clock { second_of_day: 0, span_seconds: 1 | 60, offset_minutes: None }) => {
            let precision = if form.days.lo == form.days.hi { Precision::Day } else { Precision::Range };
            Form { precision, clock: None, ..form }
        }
        _ => form,
    }
}

/// One end of `[a..b]`; nothing is an open end.
fn end(part: &str) -> Result<Option<Form>, DateError> {
    if part.trim().is_empty() { Ok(None) } else { single(part).map(Some) }
}

/// Takes the marks `~` (approximate), `?` (doubtful) and `%` (both) off the end.
pub(super) fn split_qualifier(text: &str) -> (&str, (bool, bool)) {
    let mut rest = text.trim_end();
    let mut flags = (false, false);
    loop {
        let Some((head, mark)) = rest.char_indices().next_back().map(|(at, mark)| (rest.get(..at).unwrap_or(""), mark))
        else {
            return (rest, flags);
        };
        match mark {
            '~' => flags.0 = true,
            '?' => flags.1 = true,
            '%' => flags = (true, true),
            _ => return (rest, flags),
        }
        rest = head.trim_end();
    }
}

/// One date: year, month, quarter, ISO week, day, or day and time.
fn single(text: &str) -> Result<Form, DateError> {
    let (text, (approximate, doubtful)) = split_qualifier(text.trim());
    let mut form = bare(text)?;
    form.approximate |= approximate;
    form.doubtful |= doubtful;
    Ok(form)
}

fn bare(text: &str) -> Result<Form, DateError> {
    let year_text = text.get(..4).ok_or(DateError::NotADate)?;
    let year = i32::try_from(digits(year_text).ok_or(DateError::NotADate)?).map_err(|_| DateError::NotADate)?;
    let rest = text.get(4..).unwrap_or("");
    if rest.is_empty() {
        return year_form(year);
    }
    let rest = rest.strip_prefix('-').ok_or(DateError::NotADate)?;
    if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
        return match digits(quarter) {
            Some(number) if quarter.len() == 1 => quarter_form(year, number),
            _ => Err(DateError::NotADate),
        };
    }
    if let Some(week) = rest.strip_prefix(['W', 'w']) {
        return match digits(week) {
            Some(number) if week.len() == 2 => week_form(year, number),
            _ => Err(DateError::NotADate),
        };
    }
    let month = rest.get(..2).and_then(digits).ok_or(DateError::NotADate)?;
    let rest = rest.get(2..).unwrap_or("");
    if rest.is_empty() {
        return month_form(year, month);
    }
    let rest = rest.strip_prefix('-').ok_or(DateError::NotADate)?;
    let day = rest.get(..2).and_then(digits).ok_or(DateError::NotADate)?;
    let rest = rest.get(2..).unwrap_or("");
    let time = match rest.strip_prefix(['T', 't', ' ']) {
        Some(time) => Some(time),
        None if rest.is_empty() => None,
        None => return Err(DateError::NotADate),
    };
    let form = day_form(year, month, day)?;
    match time {
        None => Ok(form),
        Some(time) => Ok(with_clock(form, clock(time.trim())?)),
    }
}

/// All of `text` as a number, if it is one to nine ASCII digits.
pub(super) fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn form(lo: Day, hi: Day, precision: Precision) -> Form {
    Form {
        days: DayInterval { lo: Some(lo), hi: Some(hi) },
        precision,
        clock: None,
        approximate: false,
        doubtful: false,
    }
}

/// A year. One before [`super::iso::FIRST_YEAR`] is not a date.
pub(super) fn year_form(year: i32) -> Result<Form, DateError> {
    let lo = day_of(year, 1, 1).ok_or(DateError::NotADate)?;
    let hi = day_of(year, 12, 31).ok_or(DateError::NotADate)?;
    Ok(form(lo, hi, Precision::Year))
}

/// A quarter (1–4).
pub(super) fn quarter_form(year: i32, quarter: u32) -> Result<Form, DateError> {
    year_form(year)?;
    if !(1..=4).contains(&quarter) {
        return Err(DateError::Impossible);
    }
    let last = quarter * 3;
    Ok(form(first_of(year, last - 2)?, last_of(year, last)?, Precision::Quarter))
}

/// A month (1–12).
pub(super) fn month_form(year: i32, month: u32) -> Result<Form, DateError> {
    year_form(year)?;
    Ok(form(first_of(year, month)?, last_of(year, month)?, Precision::Month))
}

/// A day.
pub(super) fn day_form(year: i32, month: u32, day: u32) -> Result<Form, DateError> {
    year_form(year)?;
    let day = day_of(year, month, day).ok_or(DateError::Impossible)?;
    Ok(form(day, day, Precision::Day))
}

/// From one day to another, both included.
pub(super) fn span_form(lo: Day, hi: Day) -> Result<Form, DateError> {
    if !super::iso::is_writable(lo) || !super::iso::is_writable(hi) {
        return Err(DateError::Impossible);
    }
    match lo.cmp(&hi) {
        std::cmp::Ordering::Greater => Err(DateError::Reversed),
        std::cmp::Ordering::Equal => Ok(form(lo, hi, Precision::Day)),
        std::cmp::Ordering::Less => Ok(form(lo, hi, Precision::Range)),
    }
}

/// An ISO week, Monday to Sunday.
pub(super) fn week_form(year: i32, week: u32) -> Result<Form, DateError> {
    // 4 January is always in week 1.
    let fourth = day_of(year, 1, 4).ok_or(DateError::NotADate)?;
    let monday = fourth.0 - (fourth.0 + 3).rem_euclid(7);
    let weeks = i32::try_from(week).map_err(|_| DateError::Impossible)?;
    let first = Day(monday + (weeks - 1) * 7);
    let thursday = civil_of(Day(first.0 + 3));
    if week == 0 || thursday.0 != year {
        return Err(DateError::Impossible);
    }
    span_form(first, Day(first.0 + 6))
}

fn first_of(year: i32, month: u32) -> Result<Day, DateError> {
    day_of(year, month, 1).ok_or(DateError::Impossible)
}

fn last_of(year: i32, month: u32) -> Result<Day, DateError> {
    day_of(year, month, days_in(year, month)).ok_or(DateError::Impossible)
}

/// Adds a time of day to a day.
pub(super) fn with_clock(day: Form, clock: Clock) -> Form {
    Form { precision: Precision::Time, clock: Some(clock), ..day }
}

/// `18`, `18:00`, `18:00:05`, `18:00:05.25`, each with `Z`, `+02:00`, `+0200`, `+02` or nothing.
pub(super) fn clock(text: &str) -> Result<Clock, DateError> {
    let zone_at = text.find(['Z', 'z', '+', '-', '\u{2212}']);
    let (time, zone) = text.split_at_checked(zone_at.unwrap_or(text.len())).ok_or(DateError::NotADate)?;
    let offset_minutes = if zone.is_empty() { None } else { Some(offset(zone)?) };
    let mut parts = time.trim_end().split(':');
    let mut next = || match parts.next() {
        None => Ok(None),
        Some(part) => Ok(Some(part)),
    };
    let two = |part: &str| digits(part).filter(|_| part.len() == 2).ok_or(DateError::NotADate);
    let hour = two(next()?.unwrap_or(""))?;
    let minute = next()?.map(two).transpose()?;
    let second = next()?
        .map(|part| two(part.split_once(['.', ',']).filter(|(_, f)| digits(f).is_some()).map_or(part, |(s, _)| s)));
    let second = second.transpose()?;
    if next()?.is_some() {
        return Err(DateError::NotADate);
    }
    clock_of(hour, minute, second, offset_minutes)
}

/// A time of day from its parts; `Impossible` when there is no such time.
pub(super) fn clock_of(
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    offset_minutes: Option<i16>,
) -> Result<Clock, DateError> {
    if hour > 23 || minute.is_some_and(|m| m > 59) || second.is_some_and(|s| s > 59) {
        return Err(DateError::Impossible);
    }
    Ok(Clock {
        second_of_day: hour * 3600 + minute.unwrap_or(0) * 60 + second.unwrap_or(0),
        span_seconds: match (minute, second) {
            (None, _) => 3600,
            (Some(_), None) => 60,
            (Some(_), Some(_)) => 1,
        },
        offset_minutes,
    })
}

pub(super) fn offset(zone: &str) -> Result<i16, DateError> {
    if zone.eq_ignore_ascii_case("z") {
        return Ok(0);
    }
    let (negative, rest) = match zone.strip_prefix('+') {
        Some(rest) => (false, rest),
        None => (true, zone.strip_prefix(['-', '\u{2212}']).ok_or(DateError::NotADate)?),
    };
    let (hours, minutes) = match rest.len() {
        2 => (rest, "00"),
        4 => rest.split_at_checked(2).ok_or(DateError::NotADate)?,
        _ => rest.split_once(':').ok_or(DateError::NotADate)?,
    };
    if hours.len() != 2 || minutes.len() != 2 {
        return Err(DateError::NotADate);
    }
    let hours = digits(hours).ok_or(DateError::NotADate)?;
    let minutes = digits(minutes).ok_or(DateError::NotADate)?;
    let total = i16::try_from(hours * 60 + minutes).map_err(|_| DateError::Impossible)?;
    let total = if negative { -total } else { total };
    if minutes > 59 || !OFFSETS.contains(&total) {
        return Err(DateError::Impossible);
    }
    Ok(total)
}

/// From one date to another, either of which may be open. The bounded end of an open range keeps its time of day.
pub(super) fn range(first: Option<Form>, last: Option<Form>) -> Result<Form, DateError> {
    let (approximate, doubtful) =
        [first, last].iter().flatten().fold((false, false), |f, form| (f.0 | form.approximate, f.1 | form.doubtful));
    let (lo, hi) = (first.and_then(|form| form.days.lo), last.and_then(|form| form.days.hi));
    let mut form = match (lo, hi) {
        (None, None) => return Err(DateError::NotADate),
        (Some(lo), Some(hi)) => span_form(lo, hi)?,
        (Some(_), None) => open_after(first.ok_or(DateError::NotADate)?),
        (None, Some(_)) => open_before(last.ok_or(DateError::NotADate)?),
    };
    form.approximate = approximate;
    form.doubtful = doubtful;
    if let (Some(first), Some(last), Some(lo), Some(hi)) = (first, last, lo, hi)
        && (first.clock.is_some() || last.clock.is_some())
    {
        // A time of day counts from the first day of its date.
        let last_day = if last.clock.is_some() { last.days.lo.unwrap_or(hi) } else { hi };
        form.clock = Some(clock_span(first.clock, last.clock, i64::from(last_day.0) - i64::from(lo.0))?);
        form.precision = Precision::Time;
    }
    Ok(form)
}

/// The date or any later one: from its first day and second on.
pub(super) fn open_after(form: Form) -> Form {
    let days = DayInterval { lo: form.days.lo, hi: None };
    let clock = form.clock.map(|clock| single_clock(clock, clock.second_of_day));
    open(Form { days, clock, ..form })
}

/// The date or any earlier one: up to its last day and second.
pub(super) fn open_before(form: Form) -> Form {
    let Some(clock) = form.clock else {
        return open(Form { days: DayInterval { lo: None, hi: form.days.hi }, ..form });
    };
    // A span of times may end on a later day than it begins.
    let end = u64::from(clock.second_of_day) + u64::from(clock.span_seconds.max(1)) - 1;
    let first = form.days.lo.or(form.days.hi);
    let hi = first.map(|day| Day(day.0.saturating_add(i32::try_from(end / 86_400).unwrap_or(i32::MAX))));
    let second = u32::try_from(end % 86_400).unwrap_or(0);
    open(Form { days: DayInterval { lo: None, hi }, clock: Some(single_clock(clock, second)), ..form })
}

fn open(form: Form) -> Form {
    Form { precision: if form.clock.is_some() { Precision::Time } else { Precision::Range }, ..form }
}

/// The hour, minute or second that holds this second of the day; a whole hour only where one was said.
fn single_clock(clock: Clock, second: u32) -> Clock {
    let span = match clock.span_seconds {
        3600 if clock.second_of_day.is_multiple_of(3600) => 3600,
        1 => 1,
        60 if clock.second_of_day.is_multiple_of(60) => 60,
        _ if second.is_multiple_of(60) || second % 60 == 59 => 60,
        _ => 1,
    };
    Clock { second_of_day: second / span * span, span_seconds: span, ..clock }
}

/// One clock over `days_apart` days, from the first second of `first` to the last of `last`.
fn clock_span(first: Option<Clock>, last: Option<Clock>, days_apart: i64) -> Result<Clock, DateError> {
    let zones = (first.and_then(|c| c.offset_minutes), last.and_then(|c| c.offset_minutes));
    let offset_minutes = match zones {
        (Some(a), Some(b)) if a != b => return Err(DateError::NotADate),
        (a, b) => a.or(b),
    };
    let start = first.map_or(0, |clock| clock.second_of_day);
    let end = last.map_or(86_400, |clock| i64::from(clock.second_of_day) + i64::from(clock.span_seconds));
    let span = days_apart * 86_400 + end - i64::from(start);
    if span <= 0 {
        return Err(DateError::Reversed);
    }
    let span_seconds = u32::try_from(span).map_err(|_| DateError::NotADate)?;
    Ok(Clock { second_of_day: start, span_seconds, offset_minutes })
}
