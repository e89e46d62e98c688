//! Parts of months and years in everyday English and French: thirds, halves, quarters, weeks.

use super::everyday::{Piece, Rest, date, is_ordinal, month_of, skip_link, skip_sign, take_year};
use super::iso::days_in;
use super::{DateError, DateOrder, Form, edtf};
use crate::model::calendar::Day;

/// Early, mid, late, halves and quarters of a month or year.
pub(super) fn part_of_period<'t, 'a>(rest: Rest<'t, 'a>) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
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
pub(super) fn week_of<'t, 'a>(rest: Rest<'t, 'a>, order: DateOrder) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    let [
        Piece::Word("week" | "semaine"),
        Piece::Word("of" | "commencing" | "beginning" | "starting" | "du"),
        after @ ..,
    ] = rest
    else {
        return None;
    };
    Some(date(after, order).and_then(|(form, tail)| match (form.days.lo, form.days.lo == form.days.hi) {
        (Some(first), true) => Ok((edtf::span_form(first, Day(first.0.saturating_add(6)))?, tail)),
        _ => Err(DateError::NotADate),
    }))
}
