//! What was understood of a date, a count or a delay, in words: the answer beneath a field, and the cells of the
//! table.

use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::model::affected::Unit;
use crate::model::calendar::{Day, DayInterval};
use crate::model::count::{Count, CountError, How, Quantity};
use crate::model::date::relative::RelativeError;
use crate::model::date::{Clock, DateError, Form};
use crate::model::vocabulary::{NameList, shown};
use crate::query::Delay;
use crate::text::{self, Arg, Lang, date::Ymd, tr, tr_args};

/// What a date was understood as: "Monday 5 September 2022, 14:00 (UTC+02:00)", "between 5 and 8 September 2022".
pub fn date(lang: Lang, form: &Form) -> String {
    let mut words = match (&form.clock, form.days.lo, form.days.hi) {
        (Some(clock), Some(day), Some(_)) => instant(lang, day, clock),
        (Some(clock), Some(day), None) => {
            tr_args(lang, "records-date-from", &[("day", Arg::Text(instant(lang, day, clock)))])
        }
        (Some(clock), None, Some(day)) => {
            tr_args(lang, "records-date-until", &[("day", Arg::Text(instant(lang, day, clock)))])
        }
        (_, lo, hi) => days(lang, lo, hi),
    };
    if form.approximate {
        words.push_str(&tr(lang, "records-date-approximate"));
    }
    if form.doubtful {
        words.push_str(&tr(lang, "records-date-doubtful"));
    }
    words
}

fn days(lang: Lang, lo: Option<Day>, hi: Option<Day>) -> String {
    let one = |key: &str, name: &str, value: String| tr_args(lang, key, &[(name, Arg::Text(value))]);
    match (lo, hi) {
        (None, None) => tr(lang, "records-date-any"),
        (Some(lo), None) => one("records-date-from", "day", text::day(lang, ymd(lo))),
        (None, Some(hi)) => one("records-date-until", "day", text::day(lang, ymd(hi))),
        (Some(lo), Some(hi)) if lo == hi => weekday_and_day(lang, lo),
        (Some(lo), Some(hi)) => match whole(lo, hi) {
            Some(Whole::Month(year, month)) => {
                one("records-date-some-time", "period", text::month(lang, (year, month)))
            }
            Some(Whole::Year(year)) => one("records-date-some-time", "period", year.to_string()),
            Some(Whole::Quarter(..)) | None => tr_args(
                lang,
                "records-date-between",
                &[("first", Arg::Text(first_of(lang, lo, hi))), ("last", Arg::Text(text::day(lang, ymd(hi))))],
            ),
        },
    }
}

/// The first day of a range, without what it has in common with the last.
fn first_of(lang: Lang, lo: Day, hi: Day) -> String {
    let ((year, month, number), (last_year, last_month, _)) = (ymd(lo), ymd(hi));
    let full = text::day(lang, (year, month, number));
    let mut words = full.rsplitn(3, ' ');
    let (_, name, day) = (words.next(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match (year == last_year, month == last_month) {
        (true, true) => day.to_owned(),
        (true, false) => format!("{day} {name}"),
        (false, _) => full,
    }
}

fn weekday_and_day(lang: Lang, day: Day) -> String {
    const WEEKDAYS: [&str; 7] = [
        "records-monday",
        "records-tuesday",
        "records-wednesday",
        "records-thursday",
        "records-friday",
        "records-saturday",
        "records-sunday",
    ];
    let at = (day.weekday() as usize).saturating_sub(1);
    let weekday = WEEKDAYS.get(at).map(|key| tr(lang, key)).unwrap_or_default();
    format!("{weekday} {}", text::day(lang, ymd(day)))
}

fn instant(lang: Lang, day: Day, clock: &Clock) -> String {
    let first = clock.second_of_day;
    let time = match clock.span_seconds {
        1 => clock_time(first, Fineness::Second),
        60 => clock_time(first, Fineness::Minute),
        span => {
            let last = first + span - 1;
            let last_time = clock_time(last % 86_400, Fineness::Minute);
            let later = day.plus_days(i32::try_from(last / 86_400).unwrap_or(0));
            let last =
                if later == day { last_time } else { format!("{last_time} ({})", text::day_short(lang, ymd(later))) };
            let args = [("first", Arg::Text(clock_time(first, Fineness::Minute))), ("last", Arg::Text(last))];
            tr_args(lang, "records-time-between", &args)
        }
    };
    let zone = match clock.offset_minutes {
        Some(0) => "UTC".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let size = minutes.unsigned_abs();
            format!("UTC{sign}{:02}:{:02}", size / 60, size % 60)
        }
        None => tr(lang, "records-time-no-zone"),
    };
    format!("{}, {time} ({zone})", weekday_and_day(lang, day))
}

#[derive(Clone, Copy)]
enum Fineness {
    Minute,
    Second,
}

fn clock_time(second: u32, fineness: Fineness) -> String {
    let (hour, minute) = (second / 3600, second / 60 % 60);
    match fineness {
        Fineness::Minute => format!("{hour:02}:{minute:02}"),
        Fineness::Second => format!("{hour:02}:{minute:02}:{:02}", second % 60),
    }
}

/// Why a text is not a date.
pub fn date_error(lang: Lang, error: DateError) -> String {
    tr(
        lang,
        match error {
            DateError::NotADate => "records-date-not-a-date",
            DateError::Impossible => "records-date-impossible",
            DateError::Reversed => "records-date-reversed",
            DateError::OrderUnknown => "records-date-order-unknown",
        },
    )
}

/// Why a relative date could not be worked out.
pub fn relative_error(lang: Lang, error: RelativeError) -> String {
    match error {
        RelativeError::NotRelative => date_error(lang, DateError::NotADate),
        RelativeError::NoDateFor(kind) => {
            let event = text::tr(lang, &format!("event-{}", kind.key()));
            tr_args(lang, "records-relative-no-date", &[("event", Arg::Text(event))])
        }
        RelativeError::Unusable(error) => date_error(lang, error),
    }
}

/// What a count was understood as: "counted as between 200 and 900 customers".
pub fn count(lang: Lang, count: &Count, unit: Unit) -> String {
    let unit = text::tr(lang, &format!("unit-{}", unit.key()));
    let number = |value: u64| Arg::Text(text::number(lang, value));
    let one =
        |key: &str, value: u64| tr_args(lang, key, &[("count", number(value)), ("unit", Arg::Text(unit.clone()))]);
    match (count.lo, count.hi) {
        (lo, Some(hi)) if lo == hi => one("records-count-exact", lo),
        (lo, None) => one("records-count-at-least", lo),
        (0, Some(hi)) if matches!(count.how, How::AtMost | How::FewerThan) => one("records-count-at-most", hi),
        (lo, Some(hi)) => {
            let args = [("lo", number(lo)), ("hi", number(hi)), ("unit", Arg::Text(unit))];
            tr_args(lang, "records-count-between", &args)
        }
    }
}

/// A word of a field as it is shown: a country by its name, a sector in the reader's language.
pub fn named(lang: Lang, field: &Field, word: &str) -> String {
    let list = match field {
        Field::Country => NameList::Countries,
        Field::Sector => NameList::Sectors,
        _ => return word.to_owned(),
    };
    let parts: Vec<&str> = word.split("; ").map(|part| shown(list, part, lang == Lang::Fr)).collect();
    parts.join("; ")
}

/// Why a text is not a count.
pub fn count_error(lang: Lang, error: CountError) -> String {
    tr(
        lang,
        match error {
            CountError::NotACount => "records-count-not-a-count",
            CountError::Negative => "records-count-negative",
            CountError::TooLarge => "records-count-too-large",
            CountError::Reversed => "records-count-reversed",
            CountError::OtherUnit(Quantity::Things) => "records-count-other-unit",
            CountError::OtherUnit(Quantity::Volume) => "records-count-volume",
            CountError::OtherUnit(Quantity::Money) => "records-count-money",
            CountError::OtherUnit(Quantity::Share) => "records-count-share",
            CountError::Uncounted => "records-count-uncounted",
            CountError::Several => "records-count-several",
            CountError::Ambiguous => "records-count-ambiguous",
        },
    )
}

/// A date in a cell: "6 Feb 2024", "Dec 2023", "5–8 Sep 2022". Second: whether it is coarser than a day.
pub fn date_cell(lang: Lang, cell: DateCell) -> (String, bool) {
    let key = match cell.state {
        DateState::Blank => return (String::new(), false),
        DateState::Date => {
            let day = |value: i32, open: i32| (value != open).then_some(Day(value));
            let days = DayInterval { lo: day(cell.lo, i32::MIN), hi: day(cell.hi, i32::MAX) };
            return (interval_short(lang, days), days.exact().is_none());
        }
        DateState::NotYet => "records-not-yet",
        DateState::Unknown => "missing-unknown",
        DateState::NotStated => "missing-not_stated",
        DateState::Withheld => "missing-withheld",
        DateState::NoneIdentified => "missing-none_identified",
        DateState::NotApplicable => "missing-not_applicable",
    };
    (tr(lang, key), false)
}

/// A date in few words.
pub fn interval_short(lang: Lang, days: DayInterval) -> String {
    match (days.lo, days.hi) {
        (None, None) => "?".to_owned(),
        (Some(lo), None) => format!("≥ {}", text::day_short(lang, ymd(lo))),
        (None, Some(hi)) => format!("≤ {}", text::day_short(lang, ymd(hi))),
        (Some(lo), Some(hi)) if lo == hi => text::day_short(lang, ymd(lo)),
        (Some(lo), Some(hi)) => match whole(lo, hi) {
            Some(Whole::Month(year, month)) => text::month_short(lang, (year, month)),
            Some(Whole::Quarter(year, quarter)) => text::quarter(lang, (year, quarter)),
            Some(Whole::Year(year)) => year.to_string(),
            None => range_short(lang, ymd(lo), ymd(hi)),
        },
    }
}

fn range_short(lang: Lang, first: Ymd, last: Ymd) -> String {
    let last_words = text::day_short(lang, last);
    let first_words = text::day_short(lang, first);
    let mut parts = first_words.rsplitn(3, ' ');
    let (_, month, day) = (parts.next(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if (first.0, first.1) == (last.0, last.1) {
        format!("{day}–{last_words}")
    } else if first.0 == last.0 {
        format!("{day} {month} – {last_words}")
    } else {
        format!("{first_words} – {last_words}")
    }
}

/// A count in a cell, where its own words are not at hand: "43,000,000", "≤ 300,000", "200–900".
pub fn count_cell(lang: Lang, cell: CountCell) -> String {
    let number = |value: u64| text::number(lang, value);
    let key = match cell.state {
        CountState::Blank => return String::new(),
        CountState::Count => {
            return match (cell.lo, cell.hi) {
                (lo, u64::MAX) => format!("≥ {}", number(lo)),
                (lo, hi) if lo == hi => number(lo),
                (0, hi) => format!("≤ {}", number(hi)),
                (lo, hi) => format!("{}–{}", number(lo), number(hi)),
            };
        }
        CountState::Unknown => "missing-unknown",
        CountState::NotStated => "missing-not_stated",
        CountState::Withheld => "missing-withheld",
        CountState::NoneIdentified => "missing-none_identified",
        CountState::NotApplicable => "missing-not_applicable",
    };
    tr(lang, key)
}

/// A delay in a cell: "31 d", "1–4 d", "> 12 d".
pub fn delay_cell(lang: Lang, delay: Delay) -> String {
    let in_days = |days: String| tr_args(lang, "records-days-short", &[("days", Arg::Text(days))]);
    let number = |days: u32| text::number(lang, days);
    match delay {
        Delay::Known { min, max: Some(max), .. } if min == max => in_days(number(min)),
        Delay::Known { min, max: Some(max), .. } => in_days(format!("{}–{}", number(min), number(max))),
        Delay::Known { min, max: None, .. } => in_days(format!("≥ {}", number(min))),
        Delay::Open { at_least } => in_days(format!("> {}", number(at_least))),
        Delay::Inconsistent => tr(lang, "records-delay-inconsistent"),
        Delay::NotApplicable => tr(lang, "missing-not_applicable"),
        Delay::NoStart(_) | Delay::NoEnd(_) => "–".to_owned(),
    }
}

enum Whole {
    Month(i32, u8),
    Quarter(i32, u8),
    Year(i32),
}

/// The calendar period that two days are the ends of.
fn whole(lo: Day, hi: Day) -> Option<Whole> {
    let (year, month, _) = ymd(lo);
    let is = |interval: Option<DayInterval>| interval == DayInterval::between(lo, hi);
    if is(DayInterval::month(year, month.into())) {
        return Some(Whole::Month(year, month));
    }
    if is(DayInterval::year(year)) {
        return Some(Whole::Year(year));
    }
    let quarter = month.div_ceil(3);
    is(DayInterval::quarter(year, quarter.into())).then_some(Whole::Quarter(year, quarter))
}

/// A day as the text module takes it.
pub fn ymd(day: Day) -> Ymd {
    let (year, month, number) = day.ymd();
    (year, u8::try_from(month).unwrap_or(0), u8::try_from(number).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::PartialDate;

    #[test]
    fn dates_are_answered_in_both_languages() {
        for (written, english, french) in [
            ("2022-09-05", "Monday 5 September 2022", "lundi 5 septembre 2022"),
            ("[2022-09-05..2022-09-08]", "between 5 and 8 September 2022", "entre le 5 et le 8 septembre 2022"),
            ("2024-02-06/2024-03-01", "between 6 February and 1 March 2024", "entre le 6 février et le 1er mars 2024"),
            ("2023-12", "some time in December 2023", "à une date de décembre 2023"),
            ("2022", "some time in 2022", "à une date de 2022"),
            ("[..2024-03-08]", "on or before 8 March 2024", "au plus tard le 8 mars 2024"),
            (
                "2022-09-05T14:00+02:00",
                "Monday 5 September 2022, 14:00 (UTC+02:00)",
                "lundi 5 septembre 2022, 14:00 (UTC+02:00)",
            ),
            (
                "2022-09-05T14",
                "Monday 5 September 2022, between 14:00 and 14:59 (no time zone stated)",
                "lundi 5 septembre 2022, entre 14:00 et 14:59 (fuseau horaire non indiqué)",
            ),
            ("2022~", "some time in 2022, said to be approximate", "à une date de 2022, donnée comme approximative"),
        ] {
            let form = *PartialDate::parse(written).unwrap().form();
            assert_eq!(date(Lang::En, &form), english);
            assert_eq!(date(Lang::Fr, &form), french);
        }
    }

    #[test]
    fn short_dates_say_no_more_than_was_written() {
        for (written, short) in [
            ("2024-02-06", "6 Feb 2024"),
            ("2023-12", "Dec 2023"),
            ("2023-Q2", "Q2 2023"),
            ("2023", "2023"),
            ("[2022-09-05..2022-09-08]", "5–8 Sep 2022"),
            ("2024-02-06/2024-03-05", "6 Feb – 5 Mar 2024"),
            ("[2024-02-06..]", "≥ 6 Feb 2024"),
        ] {
            let days = PartialDate::parse(written).unwrap().days();
            assert_eq!(interval_short(Lang::En, days), short);
        }
    }

    #[test]
    fn counts_are_answered_with_their_unit() {
        for (written, unit, english, french) in [
            (
                "a few hundred",
                Unit::Customers,
                "counted as between 200 and 900 customers",
                "compté comme de 200 à 900 clients",
            ),
            (
                "43 million",
                Unit::People,
                "counted as 43,000,000 people",
                "compté comme 43\u{202f}000\u{202f}000 personnes",
            ),
            (
                "up to 300,000",
                Unit::Users,
                "counted as at most 300,000 users",
                "compté comme au plus 300\u{202f}000 utilisateurs",
            ),
            ("at least 500", Unit::People, "counted as at least 500 people", "compté comme au moins 500 personnes"),
        ] {
            let read = Count::parse(written).unwrap();
            assert_eq!(count(Lang::En, &read, unit), english);
            assert_eq!(count(Lang::Fr, &read, unit), french);
        }
    }

    #[test]
    fn delays_are_ranges_where_the_dates_are() {
        let known = |min, max| Delay::Known { min, max, clipped: false };
        assert_eq!(delay_cell(Lang::En, known(31, Some(31))), "31 d");
        assert_eq!(delay_cell(Lang::En, known(1, Some(4))), "1–4 d");
        assert_eq!(delay_cell(Lang::Fr, Delay::Open { at_least: 12 }), "> 12 j");
    }
}
