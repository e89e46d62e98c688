//! One date in everyday English or French: `4 mars 2024`, `March 4, 2024`, `4-Jan-24`, `Q3 2016`,
//! `3e trimestre 2016`, `mi-mars 2024`, `20/10/2023` (where the order is known), each with a time of day or none.

use super::{DateError, DateOrder, Form, edtf, parts, time};

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
    time::read(form, rest)
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
        [Piece::Word("of" | "de" | "d" | "du" | "in" | "en" | "the" | "le" | "l"), after @ ..] => skip_link(after),
        _ => skip_sign(rest, &[',', '-']),
    }
}

/// A date at the start, with what follows it.
pub(super) fn date<'t, 'a>(rest: Rest<'t, 'a>, order: DateOrder) -> Result<(Form, Rest<'t, 'a>), DateError> {
    if let Some(found) = parts::part_of_period(rest) {
        return found;
    }
    if let Some(found) = parts::week_of(rest, order) {
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

fn skip_ordinal<'t, 'a>(rest: Rest<'t, 'a>) -> Rest<'t, 'a> {
    match rest {
        [Piece::Word(word), after @ ..] if is_ordinal(word) => after,
        _ => rest,
    }
}

/// The end of an ordinal: the "th" of "4th".
pub(super) fn is_ordinal(word: &str) -> bool {
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
pub(super) fn month_of(word: &str) -> Option<u32> {
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
