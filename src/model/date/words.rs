//! Dates in everyday words: ranges, lists, open ends and marks of doubt. Single dates are in `everyday.rs`, the words
//! of five languages in `phrases.rs`.
//!
//! House conventions, chosen so that an interval is rather too wide than wrong:
//! - "since March 2022" is some time in March 2022; "since **at least** March 2022" began then or earlier;
//! - "as early as", "from", "no earlier than" and "after" leave the end open; "by", "until", "before" the start;
//! - several dates in one cell ("30/10/2025 and 18/11/2025") are one event on some day from the first to the last:
//!   two events would count one incident twice;
//! - early, mid and late are thirds of a month or year (`methods`: days 1–10, 11–20, 21–end; January–April …).

use super::everyday;
use super::iso::{civil_of, is_writable, parse_iso_day};
use super::phrases::{BOUNDS, Bound, IDLE, LISTS, MARKS, PAIRS};
use super::{Conventions, DateError, Form, Precision, edtf, numeric};
use crate::model::calendar::{Day, DayInterval};
use crate::model::fold::fold;

/// Longest text that is looked at for words, in bytes. No date is longer.
const LONGEST: usize = 400;

/// Longest list of dates, in bytes.
const LONGEST_LIST: usize = 8_192;

/// How many words may stand before a date.
const DEEPEST: u32 = 6;

/// Where a date stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the whole text, so it may be a range or have an open end.
    Whole,
    /// It is one end of a range.
    End,
}

/// Reads a text that is not in canonical form.
pub(super) fn read(text: &str, conventions: Conventions) -> Result<Form, DateError> {
    let squeezed = squeezed(text).ok_or(DateError::NotADate)?;
    if squeezed.len() > LONGEST {
        let short = squeezed.split(';').all(|item| item.len() < 64);
        return short.then(|| list(&squeezed, conventions)).flatten().unwrap_or(Err(DateError::NotADate));
    }
    phrase(bare(&squeezed), conventions, Place::Whole, DEEPEST)
}

/// The two dates of a text that says from when to when, for those who take it as the extent of something; `None` where
/// it is one date, or says "between", which is some time in.
pub(super) fn ends(text: &str, conventions: Conventions) -> Option<(Form, Form)> {
    let squeezed = squeezed(text).filter(|text| text.len() <= LONGEST)?;
    let text = bare(&squeezed);
    if !text.contains('/') && one(text, conventions).is_ok() {
        return None;
    }
    if let Some((first, last)) = text.split_once('/')
        && let (Ok(first), Ok(last)) = (edtf::read(first), edtf::read(last))
    {
        return edtf::range(Some(first), Some(last)).is_ok().then_some((first, last));
    }
    let (between, first, last) = split_pair(text, conventions)?.ok()?;
    (!between && edtf::range(Some(first), Some(last)).is_ok()).then_some((first, last))
}

/// Folded, with one blank between words; `None` where it cannot be a date: every date has two digits at least.
fn squeezed(text: &str) -> Option<String> {
    let digits = text.bytes().filter(u8::is_ascii_digit).take(2).count();
    if text.len() > LONGEST && !(text.len() <= LONGEST_LIST && text.contains(';')) || digits < 2 {
        return None;
    }
    Some(fold(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Without quotes around it and marks behind it.
fn bare(text: &str) -> &str {
    text.trim_matches(['\'', '"', '“', '”', '«', '»', '`', ' ']).trim_end_matches(['.', ',', ';'])
}

fn phrase(text: &str, conventions: Conventions, place: Place, depth: u32) -> Result<Form, DateError> {
    if depth == 0 || text.is_empty() {
        return Err(DateError::NotADate);
    }
    let (bare, (approximate, doubtful)) = edtf::split_qualifier(text.trim());
    if approximate || doubtful {
        return phrase(bare, conventions, place, depth - 1).map(|form| marked(form, approximate, doubtful));
    }
    let first_error = match one(text, conventions) {
        Err(DateError::NotADate) => DateError::NotADate,
        Err(DateError::OrderUnknown) => DateError::OrderUnknown,
        found => return found,
    };
    if let Some((rest, is_approximate)) = longest(text, MARKS) {
        return phrase(rest, conventions, place, depth - 1).map(|form| marked(form, is_approximate, !is_approximate));
    }
    if place == Place::Whole {
        if let Some(found) = split_pair(text, conventions) {
            return found.and_then(|(_, first, last)| edtf::range(Some(first), Some(last)));
        }
        if let Some(found) = list(text, conventions) {
            return found;
        }
        if let Some((rest, bound)) = longest(text, BOUNDS) {
            return bounded(phrase(rest, conventions, Place::End, depth - 1)?, bound);
        }
    }
    match IDLE.iter().find_map(|word| text.strip_prefix(word)) {
        Some(rest) => phrase(rest, conventions, place, depth - 1),
        None => Err(first_error),
    }
}

/// One date, canonical or everyday.
fn one(text: &str, conventions: Conventions) -> Result<Form, DateError> {
    if let Some(day) = parse_iso_day(text.as_bytes()) {
        return edtf::span_form(day, day);
    }
    if let Some(found) = numeric::read(text, conventions) {
        return found;
    }
    match edtf::read(text) {
        Err(DateError::NotADate) => everyday::read(text, conventions),
        found => found,
    }
}

/// The longest entry of a table that begins the text, with what follows it.
fn longest<'a, T: Copy>(text: &'a str, table: &[(&str, T)]) -> Option<(&'a str, T)> {
    table
        .iter()
        .filter_map(|(word, meaning)| Some((word.len(), text.strip_prefix(word)?, *meaning)))
        .max_by_key(|(length, ..)| *length)
        .map(|(_, rest, meaning)| (rest, meaning))
}

const fn marked(mut form: Form, approximate: bool, doubtful: bool) -> Form {
    form.approximate |= approximate;
    form.doubtful |= doubtful;
    form
}

/// One side of a date left open. A date with a time of day is bounded by it, itself included.
fn bounded(form: Form, bound: Bound) -> Result<Form, DateError> {
    let strictly = i32::from(form.clock.is_none());
    let moved = |day: Option<Day>, by: i32| day.map(|day| Day(day.0.saturating_add(by)));
    let days = |lo, hi| Form { days: DayInterval { lo, hi }, precision: Precision::Range, ..form };
    let form = match bound {
        Bound::UpTo => edtf::open_before(form),
        Bound::Before if form.clock.is_some() => edtf::open_before(form),
        Bound::Before => days(None, moved(form.days.lo, -strictly)),
        Bound::From => edtf::open_after(form),
        Bound::After if form.clock.is_some() => edtf::open_after(form),
        Bound::After => days(moved(form.days.hi, strictly), None),
    };
    if form.days.is_unknown() {
        return Err(DateError::NotADate);
    }
    if [form.days.lo, form.days.hi].into_iter().flatten().any(|day| !is_writable(day)) {
        return Err(DateError::Impossible);
    }
    Ok(form)
}

/// The two ends of a range and whether its words say "between"; an error where both are dates that cannot be read.
type Ends = Result<(bool, Form, Form), DateError>;

/// Splits a text at the words of ranges.
fn split_pair(text: &str, conventions: Conventions) -> Option<Ends> {
    PAIRS.iter().find_map(|kind| {
        let inside = text.strip_prefix(kind.opening)?;
        let found = kind.joints.iter().find_map(|joint| pair(inside, joint, conventions))?;
        Some(found.map(|(first, last)| (kind.between, first, last)))
    })
}

/// Splits at each place of `joint` until both sides are dates. A side may lend the other its month and year.
fn pair(text: &str, joint: &str, conventions: Conventions) -> Option<Result<(Form, Form), DateError>> {
    let end = |text: &str| phrase(text, conventions, Place::End, DEEPEST);
    text.match_indices(joint).find_map(|(at, _)| {
        let (first, last) = (text.get(..at)?.trim(), text.get(at + joint.len()..)?.trim());
        if first.is_empty() || !last.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (first_form, last_form) = (end(first), end(last));
        let stopped = stopped(&[first_form, last_form]);
        // "September 5-8, 2022": the month stands before both days.
        let shared_month = || end(&format!("{} {last}", everyday::leading_month(first)?)).ok();
        let last_form = last_form.ok().or_else(shared_month);
        let ends = last_form.and_then(|last_form| {
            let first_form = first_form.ok().or_else(|| completed(first, &last_form, conventions))?;
            Some((first_form, last_form))
        });
        ends.map(Ok).or_else(|| stopped.map(Err))
    })
}

/// Why several dates of one text cannot be read, where all of them are written like dates and at least one is not to
/// be read: an unknown order, or a day that does not exist.
fn stopped(found: &[Result<Form, DateError>]) -> Option<DateError> {
    let is = |wanted: DateError| found.contains(&Err(wanted));
    if is(DateError::NotADate) || is(DateError::Reversed) {
        return None;
    }
    [DateError::Impossible, DateError::OrderUnknown].into_iter().find(|error| is(*error))
}

/// Several dates in a row: some day from the first to the last of them. Empty places of the list say nothing.
fn list(text: &str, conventions: Conventions) -> Option<Result<Form, DateError>> {
    LISTS.iter().filter(|mark| text.contains(**mark)).find_map(|mark| {
        let items: Vec<&str> = text.split(mark).map(str::trim).filter(|item| !is_nothing(item)).collect();
        let last = phrase(items.last()?, conventions, Place::End, DEEPEST);
        let read = |item: &&str| match (phrase(item, conventions, Place::End, DEEPEST), &last) {
            (Err(DateError::NotADate), Ok(last)) => completed(item, last, conventions).ok_or(DateError::NotADate),
            (found, _) => found,
        };
        let found: Vec<Result<Form, DateError>> = items.iter().map(read).collect();
        if let Some(error) = stopped(&found) {
            return Some(Err(error));
        }
        let forms = found.into_iter().collect::<Result<Vec<Form>, _>>().ok()?;
        Some(whole(&forms))
    })
}

/// Places of a list without a date.
fn is_nothing(item: &str) -> bool {
    matches!(item, "" | "-" | "nat" | "nan" | "none" | "null" | "n/a" | "na" | "?")
}

/// From the earliest to the latest of several dates.
fn whole(forms: &[Form]) -> Result<Form, DateError> {
    let (Some(first), true) = (forms.first(), forms.windows(2).all(|pair| pair.first() == pair.last())) else {
        let lo = forms.iter().map(|form| form.days.lo).min().flatten().ok_or(DateError::NotADate)?;
        let open = forms.iter().any(|form| form.days.hi.is_none());
        let hi = forms.iter().filter_map(|form| form.days.hi).max().filter(|_| !open).ok_or(DateError::NotADate)?;
        let form = edtf::span_form(lo, hi)?;
        let any = |flag: fn(&Form) -> bool| forms.iter().any(flag);
        return Ok(marked(form, any(|form| form.approximate), any(|form| form.doubtful)));
    };
    Ok(*first)
}

/// The first end of a range, with the month and year taken from the second: "5 and 8 September 2022",
/// "February 6 and March 5, 2024".
fn completed(first: &str, last: &Form, conventions: Conventions) -> Option<Form> {
    let (year, month, _) = civil_of(last.days.hi?);
    let day =
        ["the ", "le ", "dem ", "el ", "il "].iter().find_map(|article| first.strip_prefix(article)).unwrap_or(first);
    if let Some(day) = everyday::day_number(day) {
        return edtf::day_form(year, month, day).ok();
    }
    let with = |year: i32| {
        let text = format!("{first} {year:04}");
        phrase(&text, conventions, Place::End, DEEPEST).ok().filter(|form| form.clock.is_none())
    };
    let form = with(year)?;
    // "28 December to 3 January 2024" begins in the year before.
    if form.days.lo > last.days.hi { with(year - 1) } else { Some(form) }
}
