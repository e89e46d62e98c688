//! Dates in everyday English and French: ranges, open ends and marks of doubt. Single dates are in `everyday.rs`.
//!
//! House conventions, chosen so that an interval is rather too wide than wrong:
//! - "since March 2022" is some time in March 2022; "since **at least** March 2022" began then or earlier;
//! - "as early as", "from", "no earlier than" and "after" leave the end open; "by", "until", "before" the start;
//! - early, mid and late are thirds of a month or year (`methods`: days 1–10, 11–20, 21–end; January–April …).

use super::everyday;
use super::iso::{civil_of, is_writable, parse_iso_day};
use super::{DateError, DateOrder, Form, Precision, edtf};
use crate::model::calendar::{Day, DayInterval};
use crate::model::fold::fold;

/// Longest text that is looked at, in bytes. No date is longer.
const LONGEST: usize = 160;

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
pub(super) fn read(text: &str, order: DateOrder) -> Result<Form, DateError> {
    if text.len() > LONGEST {
        return Err(DateError::NotADate);
    }
    let folded = fold(text);
    let squeezed = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    phrase(squeezed.trim_end_matches(['.', ',', ';']), order, Place::Whole, DEEPEST)
}

/// Words before a date that say that it is approximate or doubtful.
const MARKS: [(&str, bool); 30] = [
    ("on or about ", true),
    ("on or around ", true),
    ("about ", true),
    ("around ", true),
    ("approximately ", true),
    ("approx. ", true),
    ("approx ", true),
    ("roughly ", true),
    ("circa ", true),
    ("ca. ", true),
    ("c. ", true),
    ("environ ", true),
    ("vers le ", true),
    ("vers ", true),
    ("autour du ", true),
    ("autour de ", true),
    ("aux environs du ", true),
    ("aux environs de ", true),
    ("aux alentours du ", true),
    ("aux alentours de ", true),
    ("~", true),
    ("probably ", false),
    ("possibly ", false),
    ("presumably ", false),
    ("likely ", false),
    ("perhaps ", false),
    ("probablement ", false),
    ("sans doute ", false),
    ("peut-etre ", false),
    ("vraisemblablement ", false),
];

/// What the words before a date make of it.
#[derive(Clone, Copy)]
enum Bound {
    /// The date or any earlier one.
    UpTo,
    /// Any earlier one.
    Before,
    /// The date or any later one.
    From,
    /// Any later one.
    After,
}

const BOUNDS: [(&str, Bound); 52] = [
    ("since at least ", Bound::UpTo),
    ("from at least ", Bound::UpTo),
    ("at least since ", Bound::UpTo),
    ("depuis au moins ", Bound::UpTo),
    ("au moins depuis ", Bound::UpTo),
    ("no later than ", Bound::UpTo),
    ("not later than ", Bound::UpTo),
    ("at the latest ", Bound::UpTo),
    ("on or before ", Bound::UpTo),
    ("until ", Bound::UpTo),
    ("up to ", Bound::UpTo),
    ("by ", Bound::UpTo),
    ("jusqu'au ", Bound::UpTo),
    ("jusqu'a ", Bound::UpTo),
    ("jusqu'en ", Bound::UpTo),
    ("au plus tard le ", Bound::UpTo),
    ("au plus tard en ", Bound::UpTo),
    ("au plus tard ", Bound::UpTo),
    ("before ", Bound::Before),
    ("prior to ", Bound::Before),
    ("earlier than ", Bound::Before),
    ("avant le ", Bound::Before),
    ("avant la ", Bound::Before),
    ("avant ", Bound::Before),
    ("<=", Bound::UpTo),
    ("≤", Bound::UpTo),
    ("<", Bound::Before),
    ("until at least ", Bound::From),
    ("jusqu'au moins ", Bound::From),
    ("as early as ", Bound::From),
    ("no earlier than ", Bound::From),
    ("not earlier than ", Bound::From),
    ("not before ", Bound::From),
    ("on or after ", Bound::From),
    ("starting ", Bound::From),
    ("from ", Bound::From),
    ("a partir du ", Bound::From),
    ("a partir de ", Bound::From),
    ("a partir d'", Bound::From),
    ("a compter du ", Bound::From),
    ("a compter de ", Bound::From),
    ("au plus tot le ", Bound::From),
    ("au plus tot en ", Bound::From),
    ("au plus tot ", Bound::From),
    ("des le ", Bound::From),
    ("des ", Bound::From),
    (">=", Bound::From),
    ("≥", Bound::From),
    (">", Bound::After),
    ("after ", Bound::After),
    ("later than ", Bound::After),
    ("apres le ", Bound::After),
];

/// Words before a date that change nothing.
const IDLE: [&str; 27] = [
    "during the course of ",
    "in the course of ",
    "au cours du ",
    "au cours de ",
    "dans le courant de ",
    "dans le courant du ",
    "some time in ",
    "sometime in ",
    "courant ",
    "during ",
    "since ",
    "depuis le ",
    "depuis ",
    "pendant ",
    "dated ",
    "en date du ",
    "dans ",
    "on ",
    "in ",
    "en ",
    "le ",
    "les ",
    "the ",
    "a la ",
    "au ",
    "du ",
    "de ",
];

/// Pairs of words around the two ends of a range.
const PAIRS: [(&str, &[&str]); 6] = [
    ("between ", &[" and ", " & "]),
    ("entre ", &[" et "]),
    ("from ", &[" to ", " until ", " till ", " through ", " - "]),
    ("du ", &[" au ", " a "]),
    ("de ", &[" a ", " au "]),
    ("", &[" to ", " through ", " until ", " au ", " a ", " - ", "-"]),
];

fn phrase(text: &str, order: DateOrder, place: Place, depth: u32) -> Result<Form, DateError> {
    if depth == 0 || text.is_empty() {
        return Err(DateError::NotADate);
    }
    let (bare, (approximate, doubtful)) = edtf::split_qualifier(text.trim());
    if approximate || doubtful {
        return phrase(bare, order, place, depth - 1).map(|form| marked(form, approximate, doubtful));
    }
    let first_error = match one(text, order) {
        Err(DateError::NotADate) => DateError::NotADate,
        Err(DateError::OrderUnknown) => DateError::OrderUnknown,
        found => return found,
    };
    if let Some((rest, is_approximate)) = longest(text, MARKS) {
        return phrase(rest, order, place, depth - 1).map(|form| marked(form, is_approximate, !is_approximate));
    }
    if place == Place::Whole {
        let pairs = PAIRS.iter().filter_map(|(opening, joints)| Some((text.strip_prefix(opening)?, joints)));
        let mut splits = pairs.flat_map(|(inside, joints)| joints.iter().map(move |joint| (inside, joint)));
        if let Some(found) = splits.find_map(|(inside, joint)| pair(inside, joint, order)) {
            return found;
        }
        if let Some((rest, bound)) = longest(text, BOUNDS) {
            return bounded(phrase(rest, order, Place::End, depth - 1)?, bound);
        }
    }
    match IDLE.iter().find_map(|word| text.strip_prefix(word)) {
        Some(rest) => phrase(rest, order, place, depth - 1),
        None => Err(first_error),
    }
}

/// One date, canonical or everyday.
fn one(text: &str, order: DateOrder) -> Result<Form, DateError> {
    if let Some(day) = parse_iso_day(text.as_bytes()) {
        return edtf::span_form(day, day);
    }
    match edtf::read(text) {
        Err(DateError::NotADate) => everyday::read(text, order),
        found => found,
    }
}

/// The longest entry of a table that begins the text, with what follows it.
fn longest<'a, T: Copy, const N: usize>(text: &'a str, table: [(&str, T); N]) -> Option<(&'a str, T)> {
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

/// One side of a date left open. A date with a time of day bounds by its day, which is the wider statement.
fn bounded(form: Form, bound: Bound) -> Result<Form, DateError> {
    let strictly = i32::from(form.clock.is_none());
    let moved = |day: Option<Day>, by: i32| day.map(|day| Day(day.0.saturating_add(by)));
    let days = match bound {
        Bound::UpTo => DayInterval { lo: None, hi: form.days.hi },
        Bound::Before => DayInterval { lo: None, hi: moved(form.days.lo, -strictly) },
        Bound::From => DayInterval { lo: form.days.lo, hi: None },
        Bound::After => DayInterval { lo: moved(form.days.hi, strictly), hi: None },
    };
    if days.lo.is_none() && days.hi.is_none() {
        return Err(DateError::NotADate);
    }
    if [days.lo, days.hi].into_iter().flatten().any(|day| !is_writable(day)) {
        return Err(DateError::Impossible);
    }
    Ok(Form { days, precision: Precision::Range, clock: None, ..form })
}

/// Splits at each place of `joint` until both sides are dates. A side may lend the other its month and year.
fn pair(text: &str, joint: &str, order: DateOrder) -> Option<Result<Form, DateError>> {
    let end = |text: &str| phrase(text, order, Place::End, DEEPEST).ok();
    text.match_indices(joint).find_map(|(at, _)| {
        let (first, last) = (text.get(..at)?.trim(), text.get(at + joint.len()..)?.trim());
        if first.is_empty() || last.is_empty() {
            return None;
        }
        // Two numeric dates whose order is not known are a range all the same.
        let needs_order = |text: &str| phrase(text, order, Place::End, DEEPEST) == Err(DateError::OrderUnknown);
        if needs_order(first) && needs_order(last) {
            return Some(Err(DateError::OrderUnknown));
        }
        // "September 5-8, 2022": the month stands before both days.
        let shared_month = || end(&format!("{} {last}", everyday::leading_month(first)?));
        let last_form = end(last).or_else(shared_month)?;
        let first_form = end(first).or_else(|| completed(first, &last_form, order))?;
        Some(edtf::range(Some(first_form), Some(last_form)))
    })
}

/// The first end of a range, with the month and year taken from the second: "5 and 8 September 2022",
/// "February 6 and March 5, 2024".
fn completed(first: &str, last: &Form, order: DateOrder) -> Option<Form> {
    let (year, month, _) = civil_of(last.days.hi?);
    let day = first.trim_start_matches("the ").trim_start_matches("le ");
    if let Some(day) = everyday::day_number(day) {
        return edtf::day_form(year, month, day).ok();
    }
    phrase(&format!("{first} {year:04}"), order, Place::End, DEEPEST).ok().filter(|form| form.clock.is_none())
}
