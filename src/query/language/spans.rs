//! Values that lie on a line: dates, counts, days between two events.

use std::ops::Range;

use crate::model::affected::{Effect, Unit};
use crate::model::calendar::{Day, DayInterval};
use crate::model::date::PartialDate;
use crate::model::event::EventKind;
use crate::query::expr::{Expr, Sure};
use crate::query::language::error::Wrong;
use crate::query::language::grammar::{Read, Reader};
use crate::query::language::names::{self, Special};
use crate::query::language::scan::{Scan, Sign, letters};
use crate::query::language::values::not_read;

/// First and last value, both included; `None` is open.
type Ends<T> = (Option<T>, Option<T>);

/// One end of a range as it is typed: the first and the last value that it may mean.
struct Piece<T> {
    lo: T,
    hi: T,
}

/// The value next to another.
type Step<'a, T> = &'a dyn Fn(T) -> Option<T>;

/// How one end is read, and whether what follows parts it from the next value.
type Reading<'a, T> = (&'a dyn Fn(&str) -> Option<Piece<T>>, &'a dyn Fn(&str) -> bool);

impl Reader<'_> {
    /// The date of an event.
    pub(super) fn event(&mut self, event: EventKind, at: Range<usize>) -> Read<Expr> {
        self.values(&at, &mut move |reader, sign| {
            let date = |from, to| Expr::Date { event, from, to, how: Sure::Certain };
            match reader.special() {
                Some(Special::Known) => return Ok(date(None, None)),
                Some(Special::Missing) => return Ok(Expr::NoDate { event, reasons: Vec::new() }),
                Some(Special::Reason(reason)) => return Ok(Expr::NoDate { event, reasons: vec![reason] }),
                None => {}
            }
            let before = |day: Day| day.0.checked_sub(1).map(Day);
            let after = |day: Day| day.0.checked_add(1).map(Day);
            let (from, to) = reader.range(sign, (&read_days, &is_comma), (&before, &after), &Wrong::NotADate)?;
            Ok(date(from, to))
        })
    }

    /// A count, perhaps with what happened to those counted.
    pub(super) fn count(&mut self, unit: Unit, at: Range<usize>) -> Read<Expr> {
        let mut ahead = self.scan;
        let is_effect = ahead.sign() == Some(Sign::Has);
        let effect = names::effect(ahead.run(|rest| Scan::new(rest).is_sign() || rest.starts_with([',', '.'])));
        let effect = effect.filter(|_| is_effect);
        let mut name = at;
        if effect.is_some() {
            self.scan = ahead;
            name.end = ahead.at();
            let mut after = ahead;
            after.skip_blanks();
            if !after.is_sign() {
                let named = self.scan.between(name.clone()).to_owned();
                return Err(self.wrong(Wrong::ValueExpected(named), name));
            }
            self.scan = after;
        }
        let measure = (unit, effect.unwrap_or_default());
        self.values(&name, &mut move |reader, sign| {
            let count = |from, to| Expr::Count { measure, from, to, how: Sure::Certain };
            match reader.special() {
                Some(Special::Known) => return Ok(count(0, None)),
                Some(Special::Missing) => return Ok(Expr::NoCount { measure, reasons: Vec::new() }),
                Some(Special::Reason(reason)) => return Ok(Expr::NoCount { measure, reasons: vec![reason] }),
                None => {}
            }
            let (before, after) = (|n: u64| n.checked_sub(1), |n: u64| n.checked_add(1));
            let (from, to) =
                reader.range(sign, (&read_count, &is_comma_of_list), (&before, &after), &Wrong::NotACount)?;
            Ok(count(from.unwrap_or(0), to))
        })
    }

    /// The days from one event to another; the scan stands at the sign.
    pub(super) fn delay(&mut self, from: &str, to: &str, at: Range<usize>) -> Read<Expr> {
        let event = |reader: &Self, name: &str, start: usize| {
            names::event(name).ok_or_else(|| {
                let near = names::nearest_event(name).map(str::to_owned);
                reader.wrong(Wrong::UnknownEvent(name.to_owned(), near), start..start + name.len())
            })
        };
        let ends = (event(self, from, at.start)?, event(self, to, at.end - to.len())?);
        self.values(&at, &mut move |reader, sign| {
            if reader.special() == Some(Special::Known) {
                return Ok(Expr::Delay { ends, from: 0, to: None, how: Sure::Certain });
            }
            // "2..4w" is two to four weeks.
            let mut ahead = reader.scan;
            let unit = ahead.run(is_comma).rsplit("..").next().and_then(|last| days_of(unit_of(last)));
            let read = |text: &str| read_delay(text, unit.unwrap_or(1));
            let (before, after) = (|n: u32| n.checked_sub(1), |n: u32| n.checked_add(1));
            let (from, to) = reader.range(sign, (&read, &is_comma), (&before, &after), &Wrong::NotADelay)?;
            Ok(Expr::Delay { ends, from: from.unwrap_or(0), to, how: Sure::Certain })
        })
    }

    /// Passes over a value that stands for more than itself.
    fn special(&mut self) -> Option<Special> {
        let mut ahead = self.scan;
        let found = names::special(ahead.run(|rest| rest.starts_with(',')), false)?;
        self.scan = ahead;
        Some(found)
    }

    /// One value, or from one to another, by a sign. `steps` go to the value before and after.
    fn range<T: Copy + PartialOrd>(
        &mut self,
        sign: Sign,
        (read, is_end): Reading<'_, T>,
        (before, after): (Step<'_, T>, Step<'_, T>),
        wrong: &dyn Fn(String) -> Wrong,
    ) -> Read<Ends<T>> {
        let start = self.scan.at();
        let first = self.piece((read, is_end), wrong)?;
        let is_range = self.scan.take("..");
        let last = if is_range { self.piece((read, is_end), wrong)? } else { None };
        let text = || self.scan.between(start..self.scan.at()).to_owned();
        let is_plain = matches!(sign, Sign::Has | Sign::Is | Sign::IsNot);
        let ends = match (first, last) {
            (None, None) => return Err(not_read(wrong(text()), start, self.scan)),
            _ if is_range && !is_plain => return Err(not_read(wrong(text()), start, self.scan)),
            (first, last) if is_range => (first.map(|piece| piece.lo), last.map(|piece| piece.hi)),
            (Some(Piece { lo, hi }), _) | (None, Some(Piece { lo, hi })) => {
                let empty = || not_read(Wrong::EmptyRange(text()), start, self.scan);
                match sign {
                    Sign::Has | Sign::Is | Sign::IsNot => (Some(lo), Some(hi)),
                    Sign::Below => (None, Some(before(lo).ok_or_else(empty)?)),
                    Sign::AtMost => (None, Some(hi)),
                    Sign::Above => (Some(after(hi).ok_or_else(empty)?), None),
                    Sign::AtLeast => (Some(lo), None),
                }
            }
        };
        match ends {
            (Some(from), Some(to)) if from > to => Err(not_read(Wrong::EmptyRange(text()), start, self.scan)),
            ends => Ok(ends),
        }
    }

    /// One end of a range, if one stands here.
    fn piece<T>(&mut self, (read, is_end): Reading<'_, T>, wrong: &dyn Fn(String) -> Wrong) -> Read<Option<Piece<T>>> {
        let start = self.scan.at();
        let text = match self.scan.quoted()? {
            Some(quoted) => letters(&quoted),
            None => self.scan.run(|rest| rest.starts_with("..") || is_end(rest)).to_owned(),
        };
        if text.is_empty() {
            return Ok(None);
        }
        read(&text).map(Some).ok_or_else(|| not_read(wrong(text), start, self.scan))
    }
}

fn is_comma(rest: &str) -> bool {
    rest.starts_with(',')
}

/// Whether a comma parts two values, rather than thousands or a decimal.
fn is_comma_of_list(rest: &str) -> bool {
    rest.strip_prefix(',').is_some_and(|behind| !behind.starts_with(|c: char| c.is_ascii_digit()))
}

/// A date, month, quarter or year.
fn read_days(text: &str) -> Option<Piece<Day>> {
    let DayInterval { lo: Some(lo), hi: Some(hi) } = PartialDate::parse(text).ok()?.days() else { return None };
    Some(Piece { lo, hi })
}

/// `1500`, `1,500`, `1.5k`, `2m`, `1,5M`.
fn read_count(text: &str) -> Option<Piece<u64>> {
    let lower = text.to_lowercase();
    let (digits, unit) = match lower.char_indices().find(|(_, letter)| letter.is_alphabetic()) {
        Some((at, _)) => lower.split_at(at),
        None => (lower.as_str(), ""),
    };
    let times: u64 = match unit.trim() {
        "" => 1,
        "k" => 1_000,
        "m" | "million" | "millions" => 1_000_000,
        "b" | "g" | "bn" | "md" | "mrd" | "billion" | "billions" | "milliard" | "milliards" => 1_000_000_000,
        _ => return None,
    };
    let digits = digits.trim();
    let number = if times == 1 { grouped(digits)? } else { scaled(digits, times)? };
    Some(Piece { lo: number, hi: number })
}

/// Digits, perhaps in groups of three.
fn grouped(text: &str) -> Option<u64> {
    let parts: Vec<&str> = text.split([',', '_', '\'', '’', ' ', '\u{a0}', '\u{202f}']).collect();
    let well_grouped = parts.iter().skip(1).all(|part| part.len() == 3);
    let short_first = parts.len() == 1 || parts.first().is_some_and(|part| (1..=3).contains(&part.len()));
    let all_digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if well_grouped && short_first && all_digits { parts.concat().parse().ok() } else { None }
}

/// `1.5` times a power of ten, where that is a whole number.
fn scaled(text: &str, times: u64) -> Option<u64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return None;
    }
    let mut number = whole.parse::<u64>().ok()?.checked_mul(times)?;
    let mut unit = times;
    for digit in part.bytes() {
        if !unit.is_multiple_of(10) {
            return if digit == b'0' { Some(number) } else { None };
        }
        unit /= 10;
        number = number.checked_add(u64::from(digit - b'0').checked_mul(unit)?)?;
    }
    Some(number)
}

/// `30`, `30d`, `30 jours`, `4w`; without a unit, of `plain` days each.
fn read_delay(text: &str, plain: u32) -> Option<Piece<u32>> {
    let unit = unit_of(text);
    let times = if unit.is_empty() { plain } else { days_of(unit)? };
    let digits = text.get(..text.len() - unit.len()).unwrap_or_default();
    let number = digits.trim().parse::<u32>().ok()?.checked_mul(times)?;
    Some(Piece { lo: number, hi: number })
}

/// What stands behind the digits.
fn unit_of(text: &str) -> &str {
    text.trim_start_matches(|letter: char| letter.is_ascii_digit())
}

/// Days of a unit; none for no unit and for those that are not whole days.
fn days_of(unit: &str) -> Option<u32> {
    match names::key(unit).trim_matches('_') {
        "d" | "day" | "days" | "j" | "jour" | "jours" => Some(1),
        "w" | "week" | "weeks" | "s" | "sem" | "semaine" | "semaines" => Some(7),
        _ => None,
    }
}

/// The effect that a measure has when none is written.
pub(super) const PLAIN: Effect = Effect::DataExposed;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("1000", Some(1_000)),
            ("1,000", Some(1_000)),
            ("1,000,000", Some(1_000_000)),
            ("1'000", Some(1_000)),
            ("10,00", None),
            ("1,5", None),
            ("1,5m", Some(1_500_000)),
            ("1.5M", Some(1_500_000)),
            ("2k", Some(2_000)),
            ("1.2345k", None),
            ("1.500k", Some(1_500)),
            ("3 milliards", Some(3_000_000_000)),
            ("many", None),
            ("-5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(read_count(text).map(|piece| piece.lo), wanted, "{text}");
        }
    }

    #[test]
    fn delays_are_whole_days() {
        for (text, wanted) in
            [("30", Some(30)), ("30d", Some(30)), ("4 semaines", Some(28)), ("72h", None), ("d", None)]
        {
            assert_eq!(read_delay(text, 1).map(|piece| piece.lo), wanted, "{text}");
        }
    }
}
