//! Writes the canonical form. Equal meanings have one canonical form, and [`edtf`](super::edtf) reads it back.

use super::iso::civil_of;
use super::{Clock, Form, Precision};
use crate::model::calendar::Day;

/// The canonical text of a meaning.
pub(super) fn canonical(form: &Form) -> String {
    let mark = match (form.approximate, form.doubtful) {
        (false, false) => "",
        (true, false) => "~",
        (false, true) => "?",
        (true, true) => "%",
    };
    let (Some(lo), Some(hi)) = (form.days.lo, form.days.hi) else {
        let end = |day: Option<Day>| match (day, form.clock) {
            (None, _) => String::new(),
            (Some(day), None) => format!("{}{mark}", iso(day)),
            (Some(day), Some(clock)) => timed(day, clock, mark),
        };
        return format!("[{}..{}]", end(form.days.lo), end(form.days.hi));
    };
    let (year, month, _) = civil_of(lo);
    match (form.precision, form.clock) {
        (Precision::Time, Some(clock)) => timed(lo, clock, mark),
        (Precision::Day, _) => format!("{}{mark}", iso(lo)),
        (Precision::Month, _) => format!("{year:04}-{month:02}{mark}"),
        (Precision::Quarter, _) => format!("{year:04}-Q{}{mark}", month.div_ceil(3)),
        (Precision::Year, _) => format!("{year:04}{mark}"),
        (Precision::Range | Precision::Time, _) => format!("[{}{mark}..{}{mark}]", iso(lo), iso(hi)),
    }
}

/// `2022-09-04`.
pub(super) fn iso(day: Day) -> String {
    let (year, month, day) = civil_of(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A time with its zone, or a range of two times.
fn timed(day: Day, clock: Clock, mark: &str) -> String {
    let zone = zone(clock.offset_minutes);
    let second = clock.second_of_day;
    let (hour, minute) = (second / 3600, second / 60 % 60);
    match clock.span_seconds {
        3600 if second.is_multiple_of(3600) => format!("{}T{hour:02}{zone}{mark}", iso(day)),
        60 if second.is_multiple_of(60) => format!("{}T{hour:02}:{minute:02}{zone}{mark}", iso(day)),
        1 => format!("{}T{hour:02}:{minute:02}:{:02}{zone}{mark}", iso(day), second % 60),
        span => {
            let end = u64::from(second) + u64::from(span) - 1;
            let end_day = Day(day.0.saturating_add(i32::try_from(end / 86_400).unwrap_or(i32::MAX)));
            let end_second = u32::try_from(end % 86_400).unwrap_or(0);
            let from = moment(second, second.is_multiple_of(60));
            let to = moment(end_second, end_second % 60 == 59);
            format!("[{}T{from}{zone}{mark}..{}T{to}{zone}{mark}]", iso(day), iso(end_day))
        }
    }
}

/// `18:00` where whole minutes say it all, else `18:00:05`.
fn moment(second: u32, whole_minutes: bool) -> String {
    let (hour, minute) = (second / 3600, second / 60 % 60);
    if whole_minutes { format!("{hour:02}:{minute:02}") } else { format!("{hour:02}:{minute:02}:{:02}", second % 60) }
}

fn zone(offset_minutes: Option<i16>) -> String {
    match offset_minutes {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(offset) => {
            let sign = if offset < 0 { '-' } else { '+' };
            let minutes = offset.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }
}
