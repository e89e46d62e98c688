//! Dates in digits, read from the bytes: `04/03/2024`, `4.3.24`, `2024/3/4`, `2024-12-5`, `20240305`, each with a time
//! of day or none. Files hold millions of these, so nothing is allocated.

use super::{Conventions, DateError, DateOrder, Form, edtf, everyday};

/// Years that eight digits in a row can begin with; others are numbers.
const COMPACT_YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Reads a text that begins with a date in digits; `None` where it does not, or where something else follows than a
/// time of day.
pub(super) fn read(text: &str, conventions: Conventions) -> Option<Result<Form, DateError>> {
    let text = text.trim();
    let (date, rest) = match triple(text) {
        Some((triple, rest)) => (form_of(&triple, conventions)?, rest),
        None => compact(text)?,
    };
    if rest.is_empty() {
        return Some(date);
    }
    let time = rest.trim_start_matches([',', ' ', '\u{a0}', '\u{202f}']);
    let time = time.strip_prefix(['T', 't']).unwrap_or(time);
    if time.len() == rest.len() || !time.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let form = match date {
        Ok(form) => form,
        Err(error) => return Some(Err(error)),
    };
    let spread = spread(time);
    let timed = match edtf::clock(spread.as_deref().unwrap_or(time)) {
        Err(DateError::NotADate) => {
            let folded = crate::model::fold::fold(time);
            everyday::split(&folded).and_then(|pieces| super::time::read(form, &pieces))
        }
        clock => clock.map(|clock| edtf::with_clock(form, clock)),
    };
    // What follows is no time: a longer text that may still be a range or a list.
    if timed == Err(DateError::NotADate) { None } else { Some(timed) }
}

/// `180000Z` as `18:00:00Z`; `None` where the time is not written without marks.
fn spread(time: &str) -> Option<String> {
    let digits = time.find(|c: char| !c.is_ascii_digit()).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(digits)?;
    let (hour, rest) = clock.split_at_checked(2)?;
    let (minute, second) = rest.split_at_checked(2)?;
    match second.len() {
        0 => Some(format!("{hour}:{minute}{zone}")),
        2 => Some(format!("{hour}:{minute}:{second}{zone}")),
        _ => None,
    }
}

/// Three numbers between two marks alike, the lengths of the first and the last.
struct Triple {
    numbers: [u32; 3],
    lengths: [usize; 3],
}

fn triple(text: &str) -> Option<(Triple, &str)> {
    let bytes = text.as_bytes();
    let (mut numbers, mut lengths, mut at) = ([0; 3], [0; 3], 0);
    let mut mark = None;
    for (place, (number, length)) in numbers.iter_mut().zip(&mut lengths).enumerate() {
        if place > 0 {
            let found = *bytes.get(at)?;
            if !matches!(found, b'/' | b'-' | b'.') || mark.is_some_and(|mark| mark != found) {
                return None;
            }
            mark = Some(found);
            at += 1;
        }
        while let Some(digit) = bytes.get(at).filter(|byte| byte.is_ascii_digit()) {
            if *length == 4 {
                return None;
            }
            *number = *number * 10 + u32::from(digit - b'0');
            *length += 1;
            at += 1;
        }
    }
    Some((Triple { numbers, lengths }, text.get(at..)?))
}

fn form_of(triple: &Triple, conventions: Conventions) -> Option<Result<Form, DateError>> {
    let [first, second, third] = triple.numbers;
    let (year, month, day) = match (triple.lengths, conventions.order) {
        ([4, 1 | 2, 1 | 2], _) => (first, second, third),
        ([1 | 2, 1 | 2, 2 | 4], DateOrder::YearMonthDay) => {
            // A year first in two digits is left to a person; what nobody can read is no question of the order.
            let possible = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
            let open = possible(first, second) || possible(second, first);
            return Some(Err(if open { DateError::OrderUnknown } else { DateError::Impossible }));
        }
        ([1 | 2, 1 | 2, length @ (2 | 4)], order) => {
            let year = if length == 4 { third } else { conventions.full_year(third) };
            match order {
                DateOrder::MonthDayYear => (year, first, second),
                _ => (year, second, first),
            }
        }
        _ => return None,
    };
    let form = i32::try_from(year).map_err(|_| DateError::NotADate);
    Some(form.and_then(|year| match edtf::day_form(year, month, day) {
        // 00/00/0000 and the like are written like dates and are none.
        Err(DateError::NotADate) => Err(DateError::Impossible),
        found => found,
    }))
}

/// `20240305`, alone or before a time of day (`20240305T180000Z`).
fn compact(text: &str) -> Option<(Result<Form, DateError>, &str)> {
    let (digits, rest) = text.split_at_checked(8)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = edtf::digits(digits)?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    if !COMPACT_YEARS.contains(&year) {
        return None;
    }
    let form = edtf::day_form(i32::try_from(year).ok()?, month, day);
    // Eight digits that are no date are a number.
    form.ok().map(|form| (Ok(form), rest))
}
