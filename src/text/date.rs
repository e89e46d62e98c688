//! Dates as each language writes them, from plain (year, month, day).

use crate::text::Lang;

/// Year, month 1–12, day 1–31.
pub type Ymd = (i32, u8, u8);

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// The name of a month, 1–12; empty outside.
pub fn month_name(lang: Lang, month: u8) -> &'static str {
    pick(if lang == Lang::Fr { &MONTHS_FR } else { &MONTHS_EN }, month)
}

/// The short name of a month, 1–12; empty outside.
pub fn month_name_short(lang: Lang, month: u8) -> &'static str {
    pick(if lang == Lang::Fr { &SHORT_FR } else { &SHORT_EN }, month)
}

fn pick(names: &'static [&'static str; 12], month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// A day in full: `5 September 2022`, `1er mars 2024`.
///
/// ```
/// use vigie::text::{Lang, day};
/// assert_eq!(day(Lang::En, (2022, 9, 5)), "5 September 2022");
/// assert_eq!(day(Lang::Fr, (2024, 3, 1)), "1er mars 2024");
/// ```
pub fn day(lang: Lang, (year, month, day): Ymd) -> String {
    format!("{} {} {year}", ordinal(lang, day), month_name(lang, month))
}

/// A day in short: `5 Sep 2022`, `5 sept. 2022`.
pub fn day_short(lang: Lang, (year, month, day): Ymd) -> String {
    format!("{} {} {year}", ordinal(lang, day), month_name_short(lang, month))
}

/// A month in full: `September 2022`, `septembre 2022`.
pub fn month(lang: Lang, (year, month): (i32, u8)) -> String {
    format!("{} {year}", month_name(lang, month))
}

/// A month in short: `Sep 2022`, `sept. 2022`.
pub fn month_short(lang: Lang, (year, month): (i32, u8)) -> String {
    format!("{} {year}", month_name_short(lang, month))
}

/// A quarter: `Q3 2022`, `T3 2022`.
pub fn quarter(lang: Lang, (year, quarter): (i32, u8)) -> String {
    match lang {
        Lang::En => format!("Q{quarter} {year}"),
        Lang::Fr => format!("T{quarter} {year}"),
    }
}

/// A year, or two years joined where a fiscal year spans them: `2024–25`.
pub fn year_span(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{:02}", last.rem_euclid(100)) }
}

/// First to last day, saying common parts once: `5–8 September 2022`, `du 5 au 8 septembre 2022`.
///
/// ```
/// use vigie::text::{Lang, day_range};
/// assert_eq!(day_range(Lang::En, (2022, 9, 5), (2022, 9, 8)), "5–8 September 2022");
/// assert_eq!(day_range(Lang::Fr, (2024, 2, 6), (2024, 3, 5)), "6 février – 5 mars 2024");
/// ```
pub fn day_range(lang: Lang, first: Ymd, last: Ymd) -> String {
    if first == last {
        day(lang, first)
    } else if (first.0, first.1) == (last.0, last.1) {
        format!("{}–{} {} {}", ordinal(lang, first.2), last.2, month_name(lang, last.1), last.0)
    } else if first.0 == last.0 {
        format!("{} {} – {}", ordinal(lang, first.2), month_name(lang, first.1), day(lang, last))
    } else {
        format!("{} – {}", day(lang, first), day(lang, last))
    }
}

fn ordinal(lang: Lang, day: u8) -> String {
    if lang == Lang::Fr && day == 1 { "1er".to_owned() } else { day.to_string() }
}
