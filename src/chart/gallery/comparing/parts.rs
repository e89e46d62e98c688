//! What the figures of this family share: rows of ranges, curves over each other, pieces of sentences.

use crate::chart::figures::comparing::delay::Waits;
use crate::chart::figures::comparing::{Limits, MedianGap};
use crate::chart::figures::curve::Curve;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, BandPoint, ChartKey, ChartModel, ColourRole, DirectLabel, Direction, FootPart, Grid, Marks, Range,
    RangeStyle, Scale, Series, Side, Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words::{self, Rounding, whole_days};
use crate::model::affected::Unit;
use crate::stats::multiple::Adjustment;
use crate::text::{self, Lang, tr, tr_args};

/// One row of a chart of ranges, in axis units.
pub struct Row {
    /// What it is called.
    pub name: String,
    /// The estimate.
    pub middle: Option<f64>,
    /// Its limits; `None` is open.
    pub ends: (Option<f64>, Option<f64>),
    /// Written at its end.
    pub label: String,
    /// Role of its colour.
    pub role: ColourRole,
    /// Said on hover.
    pub hover: Vec<String>,
    /// The records behind it.
    pub records: RecordsKey,
}

/// A chart of ranges, one row under the other.
pub fn ranges(key: ChartKey, (title, subtitle): (String, String), rows: Vec<Row>, x: Axis) -> ChartModel {
    let last = rows.len().saturating_sub(1);
    let place = |index: usize| (last - index) as f64;
    let mut names: Vec<Tick> =
        rows.iter().enumerate().map(|(index, row)| Tick { at: place(index), label: row.name.clone() }).collect();
    names.reverse();
    let ranges = rows.into_iter().enumerate().map(|(index, row)| Range {
        at: place(index),
        lo: row.ends.0,
        hi: row.ends.1,
        middle: row.middle,
        style: RangeStyle::Whisker,
        role: Some(row.role),
        label: row.label,
        hover: row.hover,
        records: row.records,
    });
    let series = Series {
        key: "ranges".to_owned(),
        name: subtitle.clone(),
        role: ColourRole::Data(1),
        marks: Marks::Ranges { direction: Direction::Right, ranges: ranges.collect() },
        label: None,
    };
    let blank = kinds::blank(key, title, subtitle, String::new());
    ChartModel {
        x,
        y: Axis {
            title: String::new(),
            scale: Scale::Band,
            lo: -0.5,
            hi: last as f64 + 0.5,
            ticks: names,
            grid: Grid::Off,
        },
        series: vec![series],
        empty: None,
        ..blank
    }
}

/// Positions of numbers on a logarithmic axis; what is below 1 stands at 1.
pub fn log(value: f64) -> f64 {
    libm::log10(value.max(1.0))
}

/// The nearest of 1, 2, 5, 10, … below or above a position, as a position; never below 1.
fn round_log(at: f64, is_up: bool) -> f64 {
    let power = libm::floor(at);
    let steps = [0.0, libm::log10(2.0), libm::log10(5.0), 1.0].map(|step| power + step);
    let found =
        if is_up { steps.into_iter().find(|step| *step >= at) } else { steps.into_iter().rfind(|step| *step <= at) };
    found.unwrap_or(at).max(0.0)
}

/// A logarithmic axis that shows these positions.
pub fn log_axis(lang: Lang, title: String, positions: impl Iterator<Item = f64>) -> Axis {
    let (lo, hi) = positions.fold((f64::INFINITY, 0.0_f64), |(lo, hi), at| (lo.min(at), hi.max(at)));
    // From one of 1, 2, 5, 10, … to another, with a little room for the ends.
    let lo = if lo.is_finite() { round_log(lo - 0.03, false) } else { 0.0 };
    let hi = round_log(hi + 0.03, true).max(lo + libm::log10(5.0));
    Axis { title, scale: Scale::Log10, lo, hi, ticks: ticks::log10(lang, lo, hi), grid: Grid::Lines }
}

/// An axis of days from 0.
pub fn days_axis(lang: Lang, until: u32) -> Axis {
    Axis {
        title: tr(lang, "chart-axis-days"),
        scale: Scale::Linear,
        lo: 0.0,
        hi: f64::from(until.max(1)),
        ticks: ticks::days(lang, until.max(1)),
        grid: Grid::Lines,
    }
}

/// An axis of shares that shows at least these; `both` from below 0 on, for differences.
pub fn share_axis(lang: Lang, title: String, (lo, hi): (f64, f64)) -> Axis {
    let step = [0.05, 0.1, 0.2, 0.25].into_iter().find(|step| (hi - lo) / step <= 6.0).unwrap_or(0.5);
    let (lo, hi) = (libm::floor(lo / step + 1e-9) * step, libm::ceil(hi / step - 1e-9) * step);
    let hi = if hi > lo { hi } else { lo + step };
    let num = libm::round((hi - lo) / step) as u32;
    let tick = |index: u32| {
        let at = lo + f64::from(index) * step;
        let at = if at.abs() < 1e-9 { 0.0 } else { at };
        let sign = if at < 0.0 { "−" } else { "" };
        Tick { at, label: format!("{sign}{}", text::share(lang, at.abs(), 0)) }
    };
    Axis { title, scale: Scale::Linear, lo, hi, ticks: (0..=num).map(tick).collect(), grid: Grid::Lines }
}

/// A curve to be drawn over others.
pub struct Over<'a> {
    /// Stable key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Role of its colour.
    pub role: ColourRole,
    /// The curve.
    pub curve: &'a Curve,
    /// Whether its band is drawn.
    pub banded: bool,
}

/// The last day that a chart of these waits shows.
pub fn horizon<'a>(waits: impl Iterator<Item = &'a Waits>) -> u32 {
    let ends = waits.map(|waits| {
        let curve = &waits.curve;
        let most = curve.upper_tenth().days.map(|days| whole_days(days * 1.25));
        most.map_or(curve.until, |days| u32::try_from(days).unwrap_or(curve.until).min(curve.until))
    });
    ends.max().unwrap_or(1).max(1)
}

/// Curves drawn over each other, up to a day, each with its name at a height of its own.
pub fn curves(
    lang: Lang,
    key: ChartKey,
    (title, subtitle): (String, String),
    over: &[Over<'_>],
    until: u32,
) -> ChartModel {
    let mut series = Vec::new();
    for (index, one) in over.iter().enumerate() {
        let end = |curve: &Curve| {
            let complete = curve.steps.last().is_some_and(|last| last.share >= 1.0);
            f64::from(if complete { until } else { curve.until.min(until) })
        };
        let inside = || one.curve.steps.iter().take_while(|step| step.days <= until);
        if one.banded {
            let bands =
                inside().filter_map(|step| step.band.map(|(lo, hi)| BandPoint { x: f64::from(step.days), lo, hi }));
            let points: Vec<BandPoint> = bands.collect();
            let ended = one.curve.steps.iter().find(|step| step.band.is_none() && step.share > 0.0);
            let stop = ended.map_or_else(|| end(one.curve), |step| f64::from(step.days.min(until)));
            if !points.is_empty() {
                series.push(Series {
                    key: format!("{}-band", one.key),
                    name: tr(lang, "chart-band"),
                    role: one.role,
                    marks: Marks::Band { points, until: stop },
                    label: None,
                });
            }
        }
        let mut points = vec![[0.0, 0.0]];
        points.extend(inside().map(|step| [f64::from(step.days), step.share]));
        // Names stand where the curves are furthest apart from the edge: at different days.
        let at = f64::from(until) * (0.45 + 0.25 * index as f64).min(0.9);
        let height = points.iter().rev().find(|point| point[0] <= at).map_or(0.0, |point| point[1]);
        let label =
            (over.len() > 1).then(|| DirectLabel { text: one.name.clone(), at: [at, height], side: Side::BelowRight });
        series.push(Series {
            key: one.key.clone(),
            name: one.name.clone(),
            role: one.role,
            marks: Marks::Steps { points, until: end(one.curve) },
            label,
        });
    }
    ChartModel {
        x: Axis { grid: Grid::Off, ..days_axis(lang, until) },
        y: Axis {
            title: tr(lang, "chart-axis-share"),
            scale: Scale::Linear,
            lo: 0.0,
            hi: 1.0,
            ticks: ticks::shares(lang),
            grid: Grid::Lines,
        },
        series,
        empty: None,
        ..kinds::blank(key, title, subtitle, String::new())
    }
}

/// A choice of a few.
pub fn segments(lang: Lang, key: &'static str, name: &str, values: &[(&str, &str)], current: &str) -> Choice {
    let values = values.iter().map(|(value, words)| ((*value).to_owned(), tr(lang, words))).collect();
    Choice::Own(OwnChoice {
        key,
        name: tr(lang, name),
        control: Control::Segments(values),
        current: current.to_owned(),
    })
}

/// Limits of a clear difference without its sign, the smaller first, in words: `300 and 1,200`; `None` where an end is
/// open.
pub fn ends((low, high): (f64, f64), number: &dyn Fn(f64) -> String) -> Option<(String, String)> {
    let (one, other) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    other.is_finite().then(|| (number(one), number(other)))
}

/// The interval of a difference that is clear: `difference likely between 300 and 1,200 people`.
pub fn clear(lang: Lang, gap: &MedianGap, number: &dyn Fn(f64) -> String) -> String {
    if let Some((low, high)) = ends(gap.interval, number) {
        return tr_args(lang, "comparing-difference", &[("low", low.into()), ("high", high.into())]);
    }
    let least = gap.interval.0.abs().min(gap.interval.1.abs());
    tr_args(lang, "comparing-difference-at-least", &[("low", number(least).into())])
}

/// The interval of a difference that is not clear: `likely between 300 fewer and 1,200 more`.
pub fn unclear(lang: Lang, gap: &MedianGap, keys: (&str, &str), number: &dyn Fn(f64) -> String) -> String {
    if !(gap.interval.0.is_finite() && gap.interval.1.is_finite()) {
        return tr(lang, "comparing-difference-open");
    }
    let signed = |value: f64| {
        let key = if value < 0.0 { keys.0 } else { keys.1 };
        tr_args(lang, key, &[("number", number(value.abs()).into())])
    };
    let (low, high) = (signed(gap.interval.0), signed(gap.interval.1));
    tr_args(lang, "comparing-likely", &[("low", low.into()), ("high", high.into())])
}

/// A number of the measure's unit.
pub fn amount(lang: Lang, value: f64, unit: Unit) -> String {
    words::amount(lang, value.max(0.0).round() as u128, unit, Rounding::Nearest)
}

/// How the limits were found, for the foot.
pub fn limits_part(lang: Lang, limits: Limits) -> FootPart {
    FootPart::text(match limits {
        Limits::Drawn { seed } => {
            let replicates = text::number(lang, crate::stats::bootstrap::REPLICATES as u64);
            let args = [("replicates", replicates.into()), ("seed", seed.to_string().into())];
            tr_args(lang, "comparing-limits-drawn", &args)
        }
        Limits::OfEach => {
            let most = text::number(lang, crate::stats::bootstrap::MOST_VALUES as u64);
            tr_args(lang, "comparing-limits-each", &[("most", most.into())])
        }
    })
}

/// The rule for many comparisons, for the foot; `None` for a single one.
pub fn rule_part(lang: Lang, adjustment: Adjustment, compared: u64) -> Option<FootPart> {
    let key = match adjustment {
        Adjustment::None => return None,
        Adjustment::Holm => "comparing-rule-holm",
        Adjustment::BenjaminiHochberg => "comparing-rule-bh",
    };
    Some(FootPart::text(words::counted(lang, key, compared)))
}

/// Words joined as a language joins them: `a, b and c`.
pub fn list(lang: Lang, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            tr_args(lang, "comparing-and", &[("first", first.join(", ").into()), ("last", last.into())])
        }
    }
}

/// Paragraphs of a definition.
pub fn paragraphs(lang: Lang, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| tr(lang, key)).collect()
}
