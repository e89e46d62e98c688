//! Parts of months and years in five languages: thirds, halves, quarters, weeks, seasons.

use super::everyday::{Piece, Rest, date, skip_link, skip_sign, take_year};
use super::iso::days_in;
use super::names::{Season, is_ordinal, month_of, ordinal_of, season_of};
use super::{Conventions, DateError, Form, edtf};
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
        "early" | "debut" | "beginning" | "start" | "anfang" | "beginn" | "principios" | "inicios" | "comienzos"
        | "inizio" | "inizi" | "primi" => (0, 3),
        "mid" | "mi" | "middle" | "milieu" | "mitte" | "mediados" | "meta" => (1, 3),
        "late" | "fin" | "end" | "ende" | "finales" | "fines" | "fine" => (2, 3),
        word => {
            return match (ordinal_of(word)?, after) {
                (
                    number @ (1 | 2),
                    [
                        Piece::Word("half" | "moitie" | "quinzaine" | "halfte" | "mitad" | "quincena" | "meta"),
                        after @ ..,
                    ],
                ) => Some(portion(number - 1, 2, skip_link(after))),
                _ => None,
            };
        }
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
            skip_sign(after, &['-', '/'])
    {
        return Some(fraction(letter, *value, year).map(|form| (form, tail)));
    }
    let (letter, number, after) = match rest {
        [Piece::Word(letter @ ("q" | "t" | "h" | "s")), Piece::Number { value, length: 1 }, after @ ..] => {
            (*letter, *value, after)
        }
        [Piece::Word("quarter" | "quartal" | "trimestre"), Piece::Number { value, length: 1 }, after @ ..] => {
            ("q", *value, after)
        }
        [Piece::Number { value, length: 1 }, Piece::Word(letter @ ("q" | "t")), after @ ..] => (*letter, *value, after),
        [Piece::Number { value, length: 1 }, Piece::Word(word), Piece::Word(noun), after @ ..] if is_ordinal(word) => {
            (fraction_noun(noun)?, *value, after)
        }
        [Piece::Number { value, length: 1 }, Piece::Sign('.'), Piece::Word(noun), after @ ..]
        | [Piece::Number { value, length: 1 }, Piece::Word(noun), after @ ..] => (fraction_noun(noun)?, *value, after),
        [Piece::Word(word), Piece::Word(noun), after @ ..] => (fraction_noun(noun)?, ordinal_of(word)?, after),
        _ => return None,
    };
    let (year, tail) = take_year(skip_link(skip_sign(after, &['/'])))?;
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
        "quarter" | "trimestre" | "quartal" => Some("q"),
        "semester" | "semestre" | "half" | "halbjahr" => Some("h"),
        _ => None,
    }
}

/// `week of 4 March 2024`, `semaine du 4 mars 2024`: that day and the six that follow.
pub(super) fn week_of<'t, 'a>(
    rest: Rest<'t, 'a>,
    conventions: Conventions,
) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    let [
        Piece::Word("week" | "semaine" | "woche" | "semana" | "settimana"),
        Piece::Word("of" | "commencing" | "beginning" | "starting" | "du" | "vom" | "del" | "dal"),
        after @ ..,
    ] = rest
    else {
        return None;
    };
    Some(date(after, conventions).and_then(|(form, tail)| match (form.days.lo, form.days.lo == form.days.hi) {
        (Some(first), true) => Ok((edtf::span_form(first, Day(first.0.saturating_add(6)))?, tail)),
        _ => Err(DateError::NotADate),
    }))
}

/// `week 12 2024`, `2024 W12`, `semaine 12 de 2024`, `KW 12/2024`: the ISO week, from Monday to Sunday.
pub(super) fn numbered_week<'t, 'a>(rest: Rest<'t, 'a>) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    let rest = match rest {
        [Piece::Word("calendar"), after @ ..] => after,
        rest => rest,
    };
    let number = |rest: Rest<'t, 'a>| match rest {
        [
            Piece::Word(
                "week" | "wk" | "w" | "semaine" | "sem" | "kw" | "kalenderwoche" | "woche" | "semana" | "settimana",
            ),
            Piece::Number { value, length: 1 | 2 },
            after @ ..,
        ]
        | [Piece::Word("s"), Piece::Number { value, length: 2 }, after @ ..] => Some((*value, after)),
        _ => None,
    };
    if let Some((year, after)) = take_year(rest) {
        let (week, tail) = number(skip_sign(after, &['-', '/', ',']))?;
        return Some(edtf::week_form(year, week).map(|form| (form, tail)));
    }
    let (week, after) = number(rest)?;
    let (year, tail) = take_year(skip_link(skip_sign(after, &['/'])))?;
    Some(edtf::week_form(year, week).map(|form| (form, tail)))
}

/// `spring 2023`, `été 2022`, `winter 2023/24`: neither the hemisphere nor the day on which a season begins is known,
/// so the days are all that it may mean. A winter of two years is one of the north, a summer one of the south.
pub(super) fn season<'t, 'a>(rest: Rest<'t, 'a>) -> Option<Result<(Form, Rest<'t, 'a>), DateError>> {
    let (season, year, tail) = if let [Piece::Word(word), after @ ..] = rest {
        let season = season_of(word)?;
        let (year, tail) = take_year(skip_link(after))?;
        (season, year, tail)
    } else {
        let (year, after) = take_year(rest)?;
        let [Piece::Word(word), tail @ ..] = after else { return None };
        (season_of(word)?, year, tail)
    };
    let day = |year, month, day| edtf::day_form(year, month, day).map(|form| form.days.lo);
    let next = |value: u32, length: usize| {
        i32::try_from(value)
            .is_ok_and(|value| value == year + 1 || (length == 2 && value == (year + 1).rem_euclid(100)))
    };
    let (ends, tail) = match tail {
        [Piece::Sign('/' | '-'), Piece::Number { value, length: length @ (2 | 4) }, tail @ ..]
            if next(*value, *length) && matches!(season, Season::Summer | Season::Winter) =>
        {
            ((day(year, 12, 1), day(year + 1, 3, 21)), tail)
        }
        tail => (
            match season {
                Season::Spring | Season::Autumn => (day(year, 3, 1), day(year, 12, 21)),
                Season::Summer | Season::Winter => (day(year - 1, 12, 1), day(year + 1, 3, 21)),
            },
            tail,
        ),
    };
    Some(match ends {
        (Ok(lo), Ok(hi)) => span(lo, hi).map(|form| (form, tail)),
        (Err(error), _) | (_, Err(error)) => Err(error),
    })
}
