//! One date in everyday English, French, German, Spanish or Italian: `4 mars 2024`, `March 4, 2024`, `4-Jan-24`,
//! `4. Mai 2023`, `3 de mayo de 2023`, `Q3 2016`, `3e trimestre 2016`, `mi-mars 2024`, `20/10/2023` (where the order
//! is known), each with a time of day or none.

use super::names::{is_article, is_link, is_ordinal, is_short_weekday, is_weekday, month_of};
use super::{Conventions, DateError, DateOrder, Form, edtf, parts, time};

/// One piece of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Number { value: u32, length: usize },
    Word(&'a str),
    Sign(char),
}

/// What is left to read.
pub(super) type Rest<'t, 'a> = &'t [Piece<'a>];

/// Reads a folded text that is one date.
pub(super) fn read(folded: &str, conventions: Conventions) -> Result<Form, DateError> {
    let pieces = split(folded)?;
    let mut rest = skip_weekday(pieces.as_slice());
    while let [Piece::Word(word), after @ ..] = rest
        && is_article(word)
    {
        rest = after;
    }
    let (form, rest) = date(rest, conventions)?;
    time::read(form, rest)
}

/// "Sunday, 4 September 2022": the name of the day is taken on trust. An abbreviation that is also a month or another
/// word ("mar 4 mars", "Mi, 3. Mai") is one only before a day and a month.
fn skip_weekday<'t, 'a>(rest: Rest<'t, 'a>) -> Rest<'t, 'a> {
    let [Piece::Word(word), after @ ..] = rest else { return rest };
    let after = skip_sign(after, &[',']);
    if is_weekday(word) {
        return after;
    }
    let [Piece::Number { length: 1 | 2, .. }, behind @ ..] = after else { return rest };
    let behind = skip_link(skip_sign(skip_ordinal(behind), &['.']));
    let day_and_month = matches!(behind, [Piece::Word(name), ..] if month_of(name).is_some());
    if is_short_weekday(word) && day_and_month { after } else { rest }
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
        [Piece::Number { value, length: 1 | 2 }] | [Piece::Number { value, length: 1 | 2 }, Piece::Sign('.' | '°')] => {
            Some(*value)
        }
        [Piece::Number { value, length: 1 | 2 }, Piece::Word(word)] if is_ordinal(word) => Some(*value),
        _ => None,
    }
}

/// A folded text in pieces; blanks and apostrophes are dropped.
pub(super) fn split(folded: &str) -> Result<Vec<Piece<'_>>, DateError> {
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

/// What follows one of these signs, if it comes first.
pub(super) fn skip_sign<'t, 'a>(rest: Rest<'t, 'a>, signs: &[char]) -> Rest<'t, 'a> {
    match rest {
        [Piece::Sign(sign), after @ ..] if signs.contains(sign) => after,
        _ => rest,
    }
}

/// What follows the words between the parts of a date.
pub(super) fn skip_link<'t, 'a>(rest: Rest<'t, 'a>) -> Rest<'t, 'a> {
    match rest {
        [Piece::Word(word), after @ ..] if is_link(word) => skip_link(after),
        _ => skip_sign(rest, &[',', '-']),
    }
}

/// A date at the start, with what follows it.
pub(super) fn date<'t, 'a>(rest: Rest<'t, 'a>, conventions: Conventions) -> Result<(Form, Rest<'t, 'a>), DateError> {
    let part = || parts::part_of_period(rest).or_else(|| parts::numbered_week(rest)).or_else(|| parts::season(rest));
    if let Some(found) = part().or_else(|| parts::week_of(rest, conventions)) {
        return found;
    }
    match rest {
        [Piece::Number { length: 4, value }, ..] => year_first(*value, rest),
        [Piece::Number { length: 1 | 2, .. }, ..] => number_first(rest, conventions),
        [Piece::Word(word), after @ ..] => month_first(month_of(word).ok_or(DateError::NotADate)?, after, conventions),
        _ => Err(DateError::NotADate),
    }
}

fn year(value: u32) -> Result<i32, DateError> {
    i32::try_from(value).map_err(|_| DateError::NotADate)
}

/// The year at the start: four digits.
pub(super) fn take_year<'t, 'a>(rest: Rest<'t, 'a>) -> Option<(i32, Rest<'t, 'a>)> {
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
        [_, Piece::Sign('/'), Piece::Number { value: month, length: 1 | 2 }] => {
            Ok((edtf::month_form(year, *month)?, &[]))
        }
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
fn number_first<'t, 'a>(rest: Rest<'t, 'a>, conventions: Conventions) -> Result<(Form, Rest<'t, 'a>), DateError> {
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
        let year = if *length == 4 { year(*value)? } else { year(conventions.full_year(*value))? };
        let (month, day) = match conventions.order {
            DateOrder::YearMonthDay => return Err(DateError::OrderUnknown),
            DateOrder::DayMonthYear => (*second, *first),
            DateOrder::MonthDayYear => (*first, *second),
        };
        return Ok((edtf::day_form(year, month, day)?, tail));
    }
    if let [Piece::Sign('/' | '.'), Piece::Number { value, length: 4 }, tail @ ..] = after {
        return Ok((edtf::month_form(year(*value)?, *first)?, tail));
    }
    let after = skip_link(skip_ordinal(skip_sign(skip_ordinal(after), &['-', '/', '.', '°'])));
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
        2 => year(conventions.full_year(*value))?,
        _ => return Err(DateError::NotADate),
    };
    Ok((edtf::day_form(year, month, *first)?, tail))
}

/// `March 4, 2024`, `March 2024`, `Mar-24`, `Dec 22 23:55:00 2014`. `Sep 22` is refused: it is a day or a year.
fn month_first<'t, 'a>(
    month: u32,
    after: Rest<'t, 'a>,
    conventions: Conventions,
) -> Result<(Form, Rest<'t, 'a>), DateError> {
    // How spreadsheets write a month.
    if let [Piece::Sign('-' | '/'), Piece::Number { value, length: 2 }] = after {
        return Ok((edtf::month_form(year(conventions.full_year(*value))?, month)?, &[]));
    }
    let after = skip_link(skip_sign(after, &['/']));
    if let Some((year, tail)) = take_year(after) {
        return Ok((edtf::month_form(year, month)?, tail));
    }
    let [Piece::Number { value: day, length: 1 | 2 }, tail @ ..] = after else {
        return Err(DateError::NotADate);
    };
    // How systems print the time: the year stands behind it.
    if let [time @ .., Piece::Number { value, length: 4 }] = tail
        && let [Piece::Number { length: 1 | 2, .. }, Piece::Sign(':'), ..] = time
    {
        let form = edtf::day_form(year(*value)?, month, *day)?;
        return time::read(form, time).map(|form| (form, tail.get(tail.len()..).unwrap_or(&[])));
    }
    let tail = skip_link(skip_sign(skip_ordinal(tail), &['/', '.']));
    match tail {
        [Piece::Number { value, length: 4 }, tail @ ..] => Ok((edtf::day_form(year(*value)?, month, *day)?, tail)),
        [] => Err(DateError::OrderUnknown),
        _ => Err(DateError::NotADate),
    }
}

fn skip_ordinal<'t, 'a>(rest: Rest<'t, 'a>) -> Rest<'t, 'a> {
    match rest {
        [Piece::Word(word), after @ ..] if is_ordinal(word) => after,
        _ => rest,
    }
}
