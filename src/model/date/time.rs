//! The time of day and its zone after a date, in everyday English and French.

use super::everyday::{Piece, Rest, skip_sign};
use super::{Clock, DateError, Form, edtf};

/// The time of day after a date, if any: `18:00`, `6 pm`, `18 h 30`, `at 18:00:05 CEST`, `in the morning`.
pub(super) fn read(form: Form, rest: Rest<'_, '_>) -> Result<Form, DateError> {
    if rest.is_empty() {
        return Ok(form);
    }
    let mut rest = skip_sign(rest, &[',', '-']);
    while let [Piece::Word(word), after @ ..] = rest
        && is_before_time(word)
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
                [Piece::Sign('.' | ','), Piece::Number { .. }, after @ ..] => after,
                _ => after,
            };
            (Some(*m), Some(*s), after)
        }
        [Piece::Sign(':') | Piece::Word("h"), Piece::Number { value: m, length: 2 }, after @ ..] => {
            (Some(*m), None, after)
        }
        [Piece::Word("h" | "heures" | "heure" | "uhr" | "ore" | "horas"), after @ ..] | after => (None, None, after),
    };
    let after = match after {
        [Piece::Word("h" | "uhr" | "hs" | "hrs"), after @ ..] if minute.is_some() => after,
        after => after,
    };
    let is_bare = minute.is_none() && after.len() + 1 == rest.len();
    let (hour, after) = match after {
        [Piece::Word("am"), after @ ..] | [Piece::Word("a"), Piece::Word("m"), after @ ..] => {
            (half_day(*hour, 0)?, after)
        }
        [Piece::Word("pm"), after @ ..] | [Piece::Word("p"), Piece::Word("m"), after @ ..] => {
            (half_day(*hour, 12)?, after)
        }
        // A number alone ("4 March 2024 18") is not said to be an hour.
        _ if is_bare => return Err(DateError::NotADate),
        _ => (*hour, after),
    };
    let clock = edtf::clock_of(hour, minute, second, zone(after)?)?;
    Ok(edtf::with_clock(form, clock))
}

/// Words between a date and its time.
fn is_before_time(word: &str) -> bool {
    matches!(
        word,
        "at" | "a"
            | "t"
            | "in"
            | "the"
            | "on"
            | "au"
            | "dans"
            | "la"
            | "le"
            | "l"
            | "um"
            | "alle"
            | "ore"
            | "las"
            | "am"
    )
}

/// Hours of a half day: 12 am is midnight.
fn half_day(hour: u32, noon: u32) -> Result<u32, DateError> {
    if (1..=12).contains(&hour) { Ok(hour % 12 + noon) } else { Err(DateError::Impossible) }
}

/// Morning is before noon, afternoon after it, evening from 17:00: rather too wide than wrong.
fn part_of_day(rest: Rest<'_, '_>) -> Option<Clock> {
    let (first, last) = match rest {
        [Piece::Word("morning" | "matin" | "matinee" | "vormittag" | "mattina" | "mattino")] => (0, 12),
        [Piece::Word("afternoon" | "nachmittag" | "pomeriggio")]
        | [Piece::Word("apres"), Piece::Sign('-'), Piece::Word("midi")] => (12, 24),
        [Piece::Word("evening" | "soir" | "soiree" | "abend" | "sera")] => (17, 24),
        _ => return None,
    };
    Some(Clock { second_of_day: first * 3600, span_seconds: (last - first) * 3600, offset_minutes: None })
}

/// The zone after a time: nothing, `Z`, `UTC`, `CEST`, `UTC+2`, `+02:00`, `GMT+0200 (CEST)`. A name that stands for
/// several zones stays in the words, and the time is one without a zone.
fn zone(rest: Rest<'_, '_>) -> Result<Option<i16>, DateError> {
    let (base, rest) = match rest {
        [] | [Piece::Word("local"), Piece::Word("time")] | [Piece::Word("heure"), Piece::Word("locale")] => {
            return Ok(None);
        }
        [Piece::Sign('('), inside @ .., Piece::Sign(')')] => return zone(inside),
        // The name behind an offset says the same again.
        [said @ .., Piece::Sign('('), Piece::Word(_), Piece::Sign(')')] if !said.is_empty() => return zone(said),
        [Piece::Word("z" | "utc" | "gmt"), after @ ..] => (0, after),
        [Piece::Word(name)] => return named_zone(name),
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

/// The offset of a name that means one zone everywhere; nothing for a name that means several; an error for a word
/// that names none.
fn named_zone(name: &str) -> Result<Option<i16>, DateError> {
    let hours = match name {
        "wet" => 0,
        "cet" | "mez" | "west" => 1,
        "cest" | "mesz" | "eet" => 2,
        "eest" | "msk" => 3,
        "jst" | "kst" => 9,
        "aest" => 10,
        "aedt" => 11,
        "nzst" => 12,
        "nzdt" => 13,
        // Eastern in America and Australia, British and Bangladesh, China and Central, Indian, Irish and Israeli …
        "est" | "edt" | "et" | "cst" | "cdt" | "ct" | "mst" | "mdt" | "mt" | "pst" | "pdt" | "pt" | "akst" | "akdt"
        | "hst" | "ast" | "adt" | "bst" | "ist" | "sgt" | "hkt" => return Ok(None),
        _ => return Err(DateError::NotADate),
    };
    Ok(Some(hours * 60))
}
