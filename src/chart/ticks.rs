//! Where an axis is marked, and what stands there.

use crate::chart::model::{Axis, Grid, Scale, Tick};
use crate::chart::words;
use crate::model::calendar::Day;
use crate::model::period::{Period, PeriodLabel, PeriodScheme};
use crate::text::{self, Lang, tr_args};

/// Most labels that a time axis tries to carry.
const MOST_LABELS: usize = 16;

/// Zero-based ticks at round whole numbers, three to six of them, up to `max`.
///
/// ```
/// use vigie::chart::ticks::linear;
/// use vigie::text::Lang;
/// let labels: Vec<String> = linear(Lang::En, 131.0).into_iter().map(|tick| tick.label).collect();
/// assert_eq!(labels, ["0", "50", "100"]);
/// ```
pub fn linear(lang: Lang, max: f64) -> Vec<Tick> {
    let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
    let step = step(max);
    let last = (max / step + 1e-9).floor() as u32;
    (0..=last).map(|index| f64::from(index) * step).map(|at| Tick { at, label: number(lang, at) }).collect()
}

/// As [`linear`], with numbers in short form, all in one unit: `0.5M` beside `10M`.
pub fn linear_short(lang: Lang, max: f64) -> Vec<Tick> {
    let mut marks = linear(lang, max);
    let most = marks.last().map_or(0.0, |tick| tick.at);
    let units = [(1e9, "chart-billion"), (1e6, "chart-million"), (1e3, "chart-thousand")];
    let Some((unit, key)) = units.into_iter().find(|(unit, _)| most >= *unit && most >= 1e4) else { return marks };
    let is_whole = |tick: &Tick| (tick.at / unit).fract().abs() < 1e-9;
    let places = usize::from(!marks.iter().all(is_whole));
    for tick in marks.iter_mut().filter(|tick| tick.at > 0.0) {
        let number = text::decimal(lang, tick.at / unit, if is_whole(tick) { 0 } else { places });
        tick.label = tr_args(lang, key, &[("number", number.into())]);
    }
    marks
}

/// An axis of counts: from zero, with room above the tallest mark for what is written there.
pub fn count_axis(lang: Lang, title: String, tallest: f64) -> Axis {
    let hi = if tallest.is_finite() { tallest.max(1.0) } else { 1.0 } * 1.08;
    Axis { title, scale: Scale::Linear, lo: 0.0, hi, ticks: linear(lang, hi), grid: Grid::Lines }
}

/// An axis of numbers that differ by powers of ten; its ends are logarithms.
pub fn log_axis(lang: Lang, title: String, (lo, hi): (f64, f64)) -> Axis {
    Axis { title, scale: Scale::Log10, lo, hi, ticks: log10(lang, lo, hi), grid: Grid::Lines }
}

/// The smallest of 1, 2, 5, 10, … that gives at most five steps, never below 1: two or more, but for the smallest numbers.
fn step(max: f64) -> f64 {
    let mut unit = 1.0_f64;
    loop {
        for step in [unit, 2.0 * unit, 5.0 * unit] {
            if max / step <= 5.0 + 1e-9 {
                return step;
            }
        }
        unit *= 10.0;
        if !unit.is_finite() {
            return max;
        }
    }
}

fn number(lang: Lang, value: f64) -> String {
    text::number(lang, value.max(0.0) as u128)
}

/// A number shortened from 10,000 on: `10k`, `1M`, `10 M`, `1bn`.
pub fn short(lang: Lang, value: u128) -> String {
    let with = |unit: u128, key: &str| {
        // Rounded down, so that a bound stays one: 99,999 is 99k.
        let places = usize::from(value / unit < 10);
        let steps = if places == 1 { 10 } else { 1 };
        let number = text::decimal(lang, (value * steps / unit) as f64 / steps as f64, places);
        tr_args(lang, key, &[("number", number.into())])
    };
    match value {
        0..10_000 => text::number(lang, value),
        10_000..1_000_000 => with(1_000, "chart-thousand"),
        1_000_000..1_000_000_000 => with(1_000_000, "chart-million"),
        _ => with(1_000_000_000, "chart-billion"),
    }
}

/// Ticks at whole powers of ten from `lo` to `hi` (positions are logarithms), thinned to eight.
pub fn log10(lang: Lang, lo: f64, hi: f64) -> Vec<Tick> {
    let (first, last) = ((lo - 1e-9).ceil().max(0.0) as u32, (hi + 1e-9).floor().clamp(0.0, 30.0) as u32);
    if hi - lo < 2.0 && last <= 29 {
        return between_powers(lang, lo, hi, last);
    }
    let stride = (last.saturating_sub(first) / 8 + 1) as usize;
    (first..=last)
        .step_by(stride)
        .map(|power| Tick { at: f64::from(power), label: short(lang, 10_u128.pow(power)) })
        .collect()
}

/// Ticks at 1, 2, 5, 10, …: where few powers of ten are shown.
fn between_powers(lang: Lang, lo: f64, hi: f64, last: u32) -> Vec<Tick> {
    let first = lo.floor().max(0.0) as u32;
    let values = (first..=last).flat_map(|power| [1, 2, 5].map(|times| times * 10_u128.pow(power)));
    let ticks = values.map(|value| Tick { at: libm::log10(value as f64), label: short(lang, value) });
    ticks.filter(|tick| (lo - 1e-9..=hi + 1e-9).contains(&tick.at)).collect()
}

/// Shares from 0 to 100 % in quarters.
pub fn shares(lang: Lang) -> Vec<Tick> {
    [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().map(|at| Tick { at, label: text::share(lang, at, 0) }).collect()
}

/// Days since something, at days that people know: weeks, months, quarters of a year, years.
///
/// ```
/// use vigie::chart::ticks::days;
/// use vigie::text::Lang;
/// let labels: Vec<String> = days(Lang::En, 365).into_iter().map(|tick| tick.label).collect();
/// assert_eq!(labels, ["0", "30", "60", "90", "180", "270", "365"]);
/// ```
pub fn days(lang: Lang, until: u32) -> Vec<Tick> {
    let at: Vec<u32> = match until {
        0..=10 => (0..=until.max(1)).collect(),
        11..=20 => (0..=until).step_by(2).collect(),
        21..=59 => (0..=until).step_by(7).collect(),
        60..=119 => (0..=until).step_by(if until < 90 { 14 } else { 30 }).collect(),
        120..=200 => (0..=until).step_by(30).collect(),
        201..=400 => vec![0, 30, 60, 90, 180, 270, 365],
        401..=800 => vec![0, 90, 180, 365, 545, 730],
        _ => {
            let years = until / 365;
            let stride = years.div_ceil(6).max(1);
            let name = |year: u32| match year {
                0 => text::number(lang, 0_u32),
                year => tr_args(lang, "chart-tick-years", &[("years", year.into())]),
            };
            let tick = |year: u32| Tick { at: f64::from(year) * 365.0, label: name(year) };
            return (0..=years).step_by(stride as usize).map(tick).collect();
        }
    };
    at.into_iter()
        .filter(|day| *day <= until.max(1))
        .map(|day| Tick { at: f64::from(day), label: text::number(lang, day) })
        .collect()
}

/// The middle of a period on a time axis: the last day is included.
pub fn middle(period: Period) -> f64 {
    f64::midpoint(f64::from(period.first_day().0), f64::from(period.following().first_day().0))
}

/// Names of periods under a time axis that shows `periods`.
///
/// Years name themselves. Shorter periods are named one by one where there are few, and otherwise by the years they
/// lie in, each under the middle of what is shown of it; a year of which little is shown stays without a name.
pub fn time(lang: Lang, periods: &[Period]) -> Vec<Tick> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let each = |period: &Period| Tick { at: middle(*period), label: words::period_short(lang, *period) };
    let few = match first.kind() {
        PeriodScheme::Year | PeriodScheme::FiscalYear(_) => return thinned(periods.iter().map(each).collect()),
        PeriodScheme::Week => periods.len() <= 9,
        PeriodScheme::Month => periods.len() <= 13,
        PeriodScheme::Quarter => periods.len() <= 8,
    };
    if few {
        return periods.iter().map(each).collect();
    }
    let (from, until) = (first.first_day(), last.following().first_day());
    if until.days_since(from) <= 800 {
        return quarters(lang, periods);
    }
    let shown = PeriodScheme::Year.span(from, until.plus_days(-1)).filter_map(|year| {
        let start = year.first_day().0.max(from.0);
        let end = year.following().first_day().0.min(until.0);
        (end - start >= 146)
            .then(|| Tick { at: f64::midpoint(f64::from(start), f64::from(end)), label: words::period(lang, year) })
    });
    thinned(shown.collect())
}

/// Each first period of a quarter of the calendar, named by its month.
fn quarters(lang: Lang, periods: &[Period]) -> Vec<Tick> {
    let begins = |period: &&Period| {
        let (_, month, of_month) = period.first_day().ymd();
        match period.label() {
            PeriodLabel::Month(..) | PeriodLabel::Quarter(..) => month % 3 == 1,
            // The first Monday of the quarter.
            _ => month % 3 == 1 && of_month <= 7,
        }
    };
    let name = |first: Day| {
        let (year, month, _) = first.ymd();
        text::month_short(lang, (year, u8::try_from(month).unwrap_or(1)))
    };
    periods
        .iter()
        .filter(begins)
        .map(|period| match period.kind() {
            PeriodScheme::Quarter => Tick { at: middle(*period), label: words::period(lang, *period) },
            _ => Tick { at: middle(*period), label: name(period.first_day()) },
        })
        .collect()
}

/// Every second, fifth, tenth, … so that not too many are left.
fn thinned(ticks: Vec<Tick>) -> Vec<Tick> {
    let stride = [1, 2, 5, 10, 20, 50, 100, 500].into_iter().find(|stride| ticks.len() / stride < MOST_LABELS);
    ticks.into_iter().step_by(stride.unwrap_or(1_000)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    fn time_labels(lang: Lang, scheme: PeriodScheme, from: (i32, u32, u32), to: (i32, u32, u32)) -> Vec<String> {
        let day = |(year, month, day)| Day::from_ymd(year, month, day).expect("a day");
        let periods: Vec<Period> = scheme.span(day(from), day(to)).collect();
        time(lang, &periods).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn time_axes_by_the_table() {
        for (scheme, from, to, wanted) in [
            (PeriodScheme::Quarter, (2015, 7, 24), (2018, 8, 13), vec!["2015", "2016", "2017", "2018"]),
            (PeriodScheme::Quarter, (2015, 10, 24), (2018, 2, 1), vec!["2016", "2017"]),
            (PeriodScheme::Quarter, (2024, 1, 1), (2024, 9, 1), vec!["Q1 2024", "Q2 2024", "Q3 2024"]),
            (
                PeriodScheme::Month,
                (2024, 1, 1),
                (2025, 5, 1),
                vec!["Jan 2024", "Apr 2024", "Jul 2024", "Oct 2024", "Jan 2025", "Apr 2025"],
            ),
            (PeriodScheme::Month, (2024, 1, 1), (2024, 3, 1), vec!["Jan 2024", "Feb 2024", "Mar 2024"]),
            (PeriodScheme::Week, (2024, 1, 1), (2024, 1, 20), vec!["W1 2024", "W2 2024", "W3 2024"]),
            (PeriodScheme::Year, (2023, 1, 1), (2024, 1, 1), vec!["2023", "2024"]),
            (
                PeriodScheme::FiscalYear("07-24".parse().expect("a start")),
                (2023, 1, 1),
                (2023, 8, 1),
                vec!["2022–23", "2023–24"],
            ),
        ] {
            assert_eq!(time_labels(Lang::En, scheme, from, to), wanted);
        }
        assert_eq!(
            time_labels(Lang::Fr, PeriodScheme::Month, (2024, 1, 1), (2024, 3, 1)),
            ["janv. 2024", "févr. 2024", "mars 2024"]
        );
        assert!(time(Lang::En, &[]).is_empty());
    }

    #[test]
    fn numbers_are_round_and_shortened() {
        assert_eq!(labels(&linear(Lang::En, 0.0)), ["0", "1"]);
        assert_eq!(labels(&linear(Lang::En, 3.0)), ["0", "1", "2", "3"]);
        assert_eq!(labels(&linear(Lang::Fr, 11_000.0)), ["0", "5\u{202f}000", "10\u{202f}000"]);
        assert_eq!(labels(&log10(Lang::En, 2.0, 6.3)), ["100", "1,000", "10k", "100k", "1M"]);
        assert_eq!(short(Lang::En, 9_999_999_999), "9.9bn");
        assert_eq!(short(Lang::Fr, 1_500_000).replace('\u{a0}', " "), "1,5 M");
        assert_eq!(labels(&days(Lang::En, 30)), ["0", "7", "14", "21", "28"]);
        assert_eq!(labels(&days(Lang::En, 2_000)), ["0", "1 year", "2 years", "3 years", "4 years", "5 years"]);
        assert_eq!(labels(&days(Lang::En, 0)), ["0", "1"]);
    }

    #[test]
    fn axes_of_counts_begin_at_zero_and_leave_room() {
        for tallest in [0.0, 0.3, 7.0, 131.0, f64::NAN, f64::INFINITY] {
            let axis = count_axis(Lang::En, String::new(), tallest);
            assert!(axis.lo == 0.0 && axis.hi.is_finite() && axis.hi >= 1.08);
            assert!(!tallest.is_finite() || axis.hi >= tallest * 1.08);
            assert!(axis.ticks.iter().all(|tick| (0.0..=axis.hi).contains(&tick.at)));
        }
        assert_eq!(labels(&linear_short(Lang::En, 2.4e6)), ["0", "0.5M", "1M", "1.5M", "2M"]);
        assert_eq!(labels(&linear_short(Lang::Fr, 2.6e7)), ["0", "10\u{a0}M", "20\u{a0}M"]);
        assert_eq!(labels(&linear_short(Lang::En, 9_000.0)), ["0", "2,000", "4,000", "6,000", "8,000"]);
    }

    proptest! {
        #[test]
        fn ticks_rise_stay_inside_and_are_told_apart(max in 0.1..1e12_f64, until in 0..20_000_u32) {
            for ticks in [linear(Lang::En, max), days(Lang::Fr, until)] {
                prop_assert!(!ticks.is_empty() && ticks.len() <= 13);
                for pair in ticks.windows(2) {
                    prop_assert!(pair[0].at < pair[1].at && pair[0].label != pair[1].label);
                }
            }
            prop_assert!(linear(Lang::En, max).iter().all(|tick| tick.at <= max.max(1.0)));
            prop_assert!(days(Lang::En, until).iter().all(|tick| tick.at <= f64::from(until.max(1))));
        }
    }
}
