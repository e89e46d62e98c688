//! One date in everyday English or French: `4 mars 2024`, `March 4, 2024`, `4-Jan-24`, `Q3 2016`,
//! `3e trimestre 2016`, `mi-mars 2024`, `20/10/2023` (where the order is known), each with a time of day or none.

use super::iso::days_in;
use super::{Clock, DateError, DateOrder, Form, edtf};
use crate::model::calendar::Day;

/// One piece of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Number { value: u32, length: usize },
    Word(&'a str),
    Sign(char),
}

type Rest<'t, 'a> = &'t [Piece<'a>];

/// Reads a folded text that is one date.
pub(super) fn read(folded: &str, order: DateOrder) -> Result<Form, DateError> {
    let pieces = split(folded)?;
    let mut rest = pieces.as_slice();
    // "Sunday, 4 September 2022": the name of the day is taken on trust.
    if let [Piece::Word(word), after @ ..] = rest
        && is_weekday(word)
    {
        rest = skip_sign(after, &[',']);
    }
    while let [Piece::Word("the" | "le" | "on"), after @ ..] = rest {
        rest = after;
    }
    let (form, rest) = date(rest, order)?;
    time(form, rest)
}

/// The month of a text that is a month and a day ("september 5" gives "september"), for ranges that name it once.
pub(super) fn leading_month(folded: &str) -> Option<&str> {
    let (word, day) = folded.split_once([' ', '.'])?;
    month_of(word)?;
    day_number(day.trim()).map(|_| word)
}

/// A bare day of the month ("5", "5th", "1er").
pub(super) fn day_number(folded: &str) -> Option<u32> {
    let pieces = split(folded).ok()?;
    match pieces.as_slice() {
        [Piece::Number { value, length: 1 | 2 }] => Some(*value),
        [Piece::Number { value, length: 1 | 2 }, Piece::Word(word)] if is_ordinal(word) => Some(*value),
        _ => None,
    }
}

fn split(folded: &str) -> Result<Vec<Piece<'_>>, DateError> {
    let mut pieces = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let run = |keep: fn(char) -> bool| rest.find(|c: char| !keep(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            run(|c| c.is_ascii_digit())
        } else if first.is_alphabetic() {
            run(char::is_alphabetic)
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at_checked(length).ok_or(DateError::NotADate)?;
        rest = after;
        if first.is_ascii_digit() {
            pieces.push(Piece::Number { value: edtf::digits(piece).ok_or(DateError::NotADate)?, length });
        } else if first.is_alphabetic() {
            pieces.push(Piece::Word(piece));
            // The point of an abbreviation ("Sept.").
            rest = rest.strip_prefix('.').unwrap_or(rest);
        } else if !matches!(first, ' ' | '\'') {
            pieces.push(Piece::Sign(first));
        }
    }
    Ok(pieces)
}

fn skip_sign<'t, 'a>(rest: Rest<'t, 'a>, signs: &[char]) -> Rest<'t, 'a> {
    match rest {
        [Piece::Sign(sign), after @ ..] if signs.contains(sign) => after,
        _ => rest,
    }
}

fn skip_link<'t, 'a>(rest: Rest<'t, 'a>) -> Rest<'t, 'a> {
    match rest {
        [Piece::Word("of" | "de" | "d" | "du" | "in" | "en" | "the" | "le" | "l"), after @ ..] => skip_link(after),
        _ => skip_sign(rest, &[',', '-']),
    }
}

fn date<'t, 'a>(rest: Rest<'t, 'a>, order: DateOrder) -> Result<(Form, Rest<'t, 'a>), DateError> {
    if let Some(found) = part_of_period(rest) {
        return found;
    }
    if let Some(found) = week_of(rest, order) {
        return found;
    }
    match rest {
        [Piece::Number { length: 4, value }, ..] => year_first(*value, rest),
        [Piece::Number { length: 1 | 2, .. }, ..] => number_first(rest, order),
        [Piece::Word(word), after @ ..] => month_first(month_of(word).ok_or(DateError::NotADate)?, after),
        _ => Err(DateError::NotADate),
    }
}

fn year(value: u32) -> Result<i32, DateError> {
    i32::try_from(value).map_err(|_| DateError::NotADate)
}

/// The year at the start: four digits.
fn take_year<'t, 'a>(rest: Rest<'t, 'a>) -> Option<(i32, Rest<'t, 'a>)> {
    match rest {
        [Piece::Number { value, length: 4 }, after @ ..] => Some((year(*value).ok()?, after)),
        _ => None,
    }
}

/// `2024/3/4`, `2024.03.04`, `2021 Feb 04`, `2021 Feb`, `2021`.
fn year_first<'t, 'a>(value: u32, rest: Rest<'t, 'a>) -> Result<(Form, Rest<'t, 'a>), DateError> {
    let year = year(value)?;
    match rest {
        [
            _,
            Piece::Sign(a @ ('/' | '.' | '-')),
            Piece::Number { value: month, length: 1 | 2 },
            Piece::Sign(b),
            Piece::Number { value: day, length: 1 | 2 },
            after @ ..,
        ] if a == b => Ok((edtf::day_form(year, *month, *day)?, after)),
        [_, Piece::Sign('/'), Piece::Number { value: month, length: 2 }] => Ok((edtf::month_form(year, *month)?, &[])),
        [_, after @ ..] => {
            let after = skip_sign(after, &['-', '/']);
            let [Piece::Word(word), after @ ..] = after else {
                return Ok((edtf::year_form(year)?, after));
            };
            let Some(month) = month_of(word) else {
                return Ok((edtf::year_form(year)?, rest.get(1..).unwrap_or(&[])));
            };
            let day_at = skip_sign(after, &['-', '/']);
            match day_at {
                [Piece::Number { value: day, length: 1 | 2 }, tail @ ..] => {
                    Ok((edtf::day_form(year, month, *day)?, skip_ordinal(tail)))
                }
                _ => Ok((edtf::month_form(year, month)?, after)),
            }
        }
        [] => Err(DateError::NotADate),
    }
}

/// `4 mars 2024`, `4-Jan-24`, `the 4th of March 2024`, `20/10/2023`, `03/2024`.
fn number_first<'t, 'a>(rest: Rest<'t, 'a>, order: DateOrder) -> Result<(Form, Rest<'t, 'a>), DateError> {
    let [Piece::Number { value: first, .. }, after @ ..] = rest else {
        return Err(DateError::NotADate);
    };
    if let [
        Piece::Sign(a @ ('/' | '.' | '-' | ' ')),
        Piece::Number { value: second, length: 1 | 2 },
        Piece::Sign(b),
        tail @ ..,
    ] = after
        && a == b
        && let [Piece::Number { value, length: length @ (2 | 4) }, tail @ ..] = tail
    {
        let year = if *length == 4 { year(*value)? } else { full_year(*value)? };
        let (month, day) = match order {
            DateOrder::YearMonthDay => return Err(DateError::OrderUnknown),
            DateOrder::DayMonthYear => (*second, *first),
            DateOrder::MonthDayYear => (*first, *second),
        };
        return Ok((edtf::day_form(year, month, day)?, tail));
    }
    if let [Piece::Sign('/' | '.'), Piece::Number { value, length: 4 }, tail @ ..] = after {
        return Ok((edtf::month_form(year(*value)?, *first)?, tail));
    }
    let after = skip_sign(skip_ordinal(after), &['-', '/', '.']);
    let after = skip_link(after);
    let [Piece::Word(word), after @ ..] = after else {
        return Err(DateError::NotADate);
    };
    let month = month_of(word).ok_or(DateError::NotADate)?;
    let after = skip_link(skip_sign(after, &['/']));
    let [Piece::Number { value, length }, tail @ ..] = after else {
        return Err(DateError::NotADate);
    };
    let year = match length {
        4 => year(*value)?,
        2 => full_year(*value)?,
        _ => return Err(DateError::NotADate),
    };
    Ok((edtf::day_form(year, month, *first)?, tail))
}

/// `March 4, 2024`, `March 2024`. `Sep-22` is refused: it is a day or a year.
fn month_first<'t, 'a>(month: u32, after: Rest<'t, 'a>) -> Result<(Form, Rest<'t, 'a>), DateError> {
    let after = skip_link(skip_sign(after, &['/']));
    if let Some((year, tail)) = take_year(after) {
        return Ok((edtf::month_form(year, month)?, tail));
    }
    let [Piece::Number { value: day, length: 1 | 2 }, tail @ ..] = after else {
        return Err(DateError::NotADate);
    };
    let tail = skip_link(skip_sign(skip_ordinal(tail), &['/']));
    match tail {
        [Piece::Number { value, length: 4 }, tail @ ..] => Ok((edtf::day_form(year(*value)?, month, *day)?, tail)),
        [] => Err(DateError::OrderUnknown),
        _ => Err(DateError::NotADate),
    }
}

/// Years of two digits: 00–69 are 2000–2069, 70–99 are 1970–1999.
fn full_year(value: u32) -> Result<i32, DateError> {
    year(if value < 70 { 2000 + value } else { 1900 + value })
}

/// Early, mid, late, halves and quarters of a month or year.
fn part_of_period<'t, 'a>(rest: Rest<'t, 'a>) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    if let Some(found) = quarter_or_half(rest) {
        return Some(found);
    }
    let [Piece::Word(word), after @ ..] = rest else {
        return None;
    };
    let (index, parts) = match *word {
        "early" | "debut" | "beginning" | "start" => (0, 3),
        "mid" | "mi" | "middle" | "milieu" => (1, 3),
        "late" | "fin" | "end" => (2, 3),
        "first" | "premiere" | "second" | "seconde" | "deuxieme" => {
            let index = u32::from(!matches!(*word, "first" | "premiere"));
            return match after {
                [Piece::Word("half" | "moitie" | "quinzaine"), after @ ..] => Some(portion(index, 2, skip_link(after))),
                _ => None,
            };
        }
        _ => return None,
    };
    Some(portion(index, parts, skip_link(after)))
}

/// Part `index` of `parts` (2 or 3) of the month or year that follows.
fn portion<'t, 'a>(index: u32, parts: u32, rest: Rest<'t, 'a>) -> Result<(Form, Rest<'t, 'a>), DateError> {
    if let Some((year, tail)) = take_year(rest) {
        let months = 12 / parts;
        let lo = edtf::month_form(year, index * months + 1)?.days.lo;
        let hi = edtf::month_form(year, (index + 1) * months)?.days.hi;
        return Ok((span(lo, hi)?, tail));
    }
    let [Piece::Word(word), after @ ..] = rest else {
        return Err(DateError::NotADate);
    };
    let month = month_of(word).ok_or(DateError::NotADate)?;
    let (year, tail) = take_year(skip_link(after)).ok_or(DateError::NotADate)?;
    let days = if parts == 3 { 10 } else { 15 };
    let last = if index + 1 == parts { days_in(year, month) } else { (index + 1) * days };
    let lo = edtf::day_form(year, month, index * days + 1)?.days.lo;
    let hi = edtf::day_form(year, month, last)?.days.hi;
    Ok((span(lo, hi)?, tail))
}

fn span(lo: Option<Day>, hi: Option<Day>) -> Result<Form, DateError> {
    edtf::span_form(lo.ok_or(DateError::NotADate)?, hi.ok_or(DateError::NotADate)?)
}

/// `Q3 2016`, `T3 2016`, `2016 Q3`, `3rd quarter of 2016`, `troisième trimestre 2016`, `H1 2022`,
/// `1er semestre 2022`, `first half of 2022` is in [`part_of_period`].
fn quarter_or_half<'t, 'a>(rest: Rest<'t, 'a>) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    if let Some((year, after)) = take_year(rest)
        && let [Piece::Word(letter @ ("q" | "t" | "h" | "s")), Piece::Number { value, length: 1 }, tail @ ..] =
            skip_sign(after, &['-'])
    {
        return Some(fraction(letter, *value, year).map(|form| (form, tail)));
    }
    let (letter, number, after) = match rest {
        [Piece::Word(letter @ ("q" | "t" | "h" | "s")), Piece::Number { value, length: 1 }, after @ ..] => {
            (*letter, *value, after)
        }
        [Piece::Word("quarter"), Piece::Number { value, length: 1 }, after @ ..] => ("q", *value, after),
        [Piece::Number { value, length: 1 }, Piece::Word(word), Piece::Word(noun), after @ ..] if is_ordinal(word) => {
            (fraction_noun(noun)?, *value, after)
        }
        [Piece::Word(word), Piece::Word(noun), after @ ..] => (fraction_noun(noun)?, ordinal_of(word)?, after),
        _ => return None,
    };
    let (year, tail) = take_year(skip_link(after))?;
    Some(fraction(letter, number, year).map(|form| (form, tail)))
}

fn fraction(letter: &str, number: u32, year: i32) -> Result<Form, DateError> {
    match letter {
        "q" | "t" => edtf::quarter_form(year, number),
        _ if (1..=2).contains(&number) => {
            let lo = edtf::month_form(year, number * 6 - 5)?.days.lo;
            span(lo, edtf::month_form(year, number * 6)?.days.hi)
        }
        _ => Err(DateError::Impossible),
    }
}

fn fraction_noun(word: &str) -> Option<&'static str> {
    match word {
        "quarter" | "trimestre" => Some("q"),
        "semester" | "semestre" | "half" => Some("h"),
        _ => None,
    }
}

fn ordinal_of(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "premier" => 1,
        "second" | "deuxieme" => 2,
        "third" | "troisieme" => 3,
        "fourth" | "quatrieme" | "last" | "dernier" => 4,
        _ => return None,
    })
}

/// `week of 4 March 2024`, `semaine du 4 mars 2024`: that day and the six that follow.
fn week_of<'t, 'a>(rest: Rest<'t, 'a>, order: DateOrder) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    let after = match rest {
        [
            Piece::Word("week" | "semaine"),
            Piece::Word("of" | "commencing" | "beginning" | "starting" | "du"),
            after @ ..,
        ] => after,
        _ => return None,
    };
    Some(date(after, order).and_then(|(form, tail)| match (form.days.lo, form.days.lo == form.days.hi) {
        (Some(first), true) => Ok((edtf::span_form(first, Day(first.0.saturating_add(6)))?, tail)),
        _ => Err(DateError::NotADate),
    }))
}

/// The time of day after a date, if any: `18:00`, `6 pm`, `18 h 30`, `at 18:00:05 CEST`, `in the morning`.
fn time(form: Form, rest: Rest<'_, '_>) -> Result<Form, DateError> {
    if rest.is_empty() {
        return Ok(form);
    }
    let mut rest = skip_sign(rest, &[',', '-']);
    while let [Piece::Word("at" | "a" | "t" | "in" | "the" | "on" | "au" | "dans" | "la" | "le" | "l"), after @ ..] =
        rest
    {
        rest = after;
    }
    if form.days.lo != form.days.hi || form.clock.is_some() {
        return Err(DateError::NotADate);
    }
    if let Some(clock) = part_of_day(rest) {
        return Ok(edtf::with_clock(form, clock));
    }
    let [Piece::Number { value: hour, length: 1 | 2 }, after @ ..] = rest else {
        return Err(DateError::NotADate);
    };
    let (minute, second, after) = match after {
        [
            Piece::Sign(':'),
            Piece::Number { value: m, length: 2 },
            Piece::Sign(':'),
            Piece::Number { value: s, length: 2 },
            after @ ..,
        ] => {
            let after = match after {
                [Piece::Sign('.'), Piece::Number { .. }, after @ ..] => after,
                _ => after,
            };
            (Some(*m), Some(*s), after)
        }
        [Piece::Sign(':'), Piece::Number { value: m, length: 2 }, after @ ..] => (Some(*m), None, after),
        [Piece::Word("h"), Piece::Number { value: m, length: 2 }, after @ ..] => (Some(*m), None, after),
        [Piece::Word("h" | "heures" | "heure"), after @ ..] => (None, None, after),
        after => (None, None, after),
    };
    let is_bare = minute.is_none() && after.len() + 1 == rest.len();
    let (hour, after) = match after {
        [Piece::Word("am"), after @ ..] => (half_day(*hour, 0)?, after),
        [Piece::Word("pm"), after @ ..] => (half_day(*hour, 12)?, after),
        [Piece::Word("a"), Piece::Word("m"), after @ ..] => (half_day(*hour, 0)?, after),
        [Piece::Word("p"), Piece::Word("m"), after @ ..] => (half_day(*hour, 12)?, after),
        // A number alone ("4 March 2024 18") is not said to be an hour.
        _ if is_bare => return Err(DateError::NotADate),
        _ => (*hour, after),
    };
    let clock = edtf::clock_of(hour, minute, second, zone(after)?)?;
    Ok(edtf::with_clock(form, clock))
}

/// Hours of a half day: 12 am is midnight.
fn half_day(hour: u32, noon: u32) -> Result<u32, DateError> {
    if (1..=12).contains(&hour) { Ok(hour % 12 + noon) } else { Err(DateError::Impossible) }
}

/// Morning is before noon, afternoon after it, evening from 17:00: rather too wide than wrong.
fn part_of_day(rest: Rest<'_, '_>) -> Option<Clock> {
    let (first, last) = match rest {
        [Piece::Word("morning" | "matin" | "matinee")] => (0, 12),
        [Piece::Word("afternoon")] | [Piece::Word("apres"), Piece::Sign('-'), Piece::Word("midi")] => (12, 24),
        [Piece::Word("evening" | "soir" | "soiree")] => (17, 24),
        _ => return None,
    };
    Some(Clock { second_of_day: first * 3600, span_seconds: (last - first) * 3600, offset_minutes: None })
}

/// The zone after a time: nothing, `Z`, `UTC`, `CEST`, `UTC+2`, `+02:00`. Names that stand for several zones are
/// refused.
fn zone(rest: Rest<'_, '_>) -> Result<Option<i16>, DateError> {
    let (base, rest) = match rest {
        [] => return Ok(None),
        [Piece::Sign('('), inside @ .., Piece::Sign(')')] => return zone(inside),
        [Piece::Word("z" | "utc" | "gmt"), after @ ..] => (0, after),
        [Piece::Word("cet")] => return Ok(Some(60)),
        [Piece::Word("cest")] => return Ok(Some(120)),
        rest => (0, rest),
    };
    let (sign, hours, minutes) = match rest {
        [] => return Ok(Some(base)),
        [Piece::Sign(sign @ ('+' | '-')), Piece::Number { value, length: 1 | 2 }] => (sign, *value, 0),
        [Piece::Sign(sign @ ('+' | '-')), Piece::Number { value, length: 4 }] => (sign, value / 100, value % 100),
        [
            Piece::Sign(sign @ ('+' | '-')),
            Piece::Number { value, length: 1 | 2 },
            Piece::Sign(':'),
            Piece::Number { value: m, length: 2 },
        ] => (sign, *value, *m),
        _ => return Err(DateError::NotADate),
    };
    let total = i16::try_from(hours * 60 + minutes).map_err(|_| DateError::Impossible)?;
    let total = if *sign == '-' { -total } else { total };
    if minutes > 59 || !edtf::OFFSETS.contains(&total) {
        return Err(DateError::Impossible);
    }
    Ok(Some(total))
}

fn skip_ordinal<'t, 'a>(rest: Rest<'t, 'a>) -> Rest<'t, 'a> {
    match rest {
        [Piece::Word(word), after @ ..] if is_ordinal(word) => after,
        _ => rest,
    }
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er" | "ere" | "re" | "e" | "eme" | "nde" | "º" | "ª")
}

fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "lun"
            | "mer"
            | "jeu"
            | "ven"
            | "sam"
            | "dim"
    )
}

/// The number of a month by its name or usual abbreviation.
fn month_of(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "janvier" | "janv" => 1,
        "february" | "feb" | "febr" | "fevrier" | "fevr" | "fev" => 2,
        "march" | "mar" | "mars" => 3,
        "april" | "apr" | "avril" | "avr" => 4,
        "may" | "mai" => 5,
        "june" | "jun" | "juin" => 6,
        "july" | "jul" | "juillet" | "juil" => 7,
        "august" | "aug" | "aout" => 8,
        "september" | "sep" | "sept" | "septembre" => 9,
        "october" | "oct" | "octobre" => 10,
        "november" | "nov" | "novembre" => 11,
        "december" | "dec" | "decembre" => 12,
        _ => return None,
    })
}
