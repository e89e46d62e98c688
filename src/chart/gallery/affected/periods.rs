//! The typical and the largest incident, period by period, on a logarithmic scale.

use crate::chart::figures::pool::Middle;
use crate::chart::figures::size_periods::{SizePeriod, SizePeriods};
use crate::chart::gallery::affected::parts::{Base, segments, switch, whole};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, Direction, FootPart, Legend, Marks, Point, Range,
    RangeStyle, Series, Side,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::model::period::Period;
use crate::query::Expr;
use crate::query::expr::Sure;
use crate::query::question::PeriodKind;
use crate::text::{self, tr, tr_args};

/// Fewest numbers of a period for its middle to be drawn.
const LEAST: u64 = 3;

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let lang = base.lang;
    let shown = [("largest", "people-choice-with-largest"), ("median", "people-choice-median")];
    let (show, shown) = segments(ask, "show", "people-choice-show", &shown);
    let choices = vec![
        Choice::DateOf,
        Choice::Period(vec![PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::FiscalYear]),
        Choice::Measure,
        show,
        switch(ask, "rolling", "people-choice-rolling"),
        base.mean_choice(),
    ];
    let keys = ["people-define-periods", "people-define-median", "people-define-periods-care"];
    let extra = Drawn {
        model: kinds::blank(ChartKey::AffectedPeriods, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition: base.definition(&keys),
        choices,
    };
    if let Some(sentence) = base.nothing() {
        return base.instead(ChartKey::AffectedPeriods, sentence, extra);
    }
    let found = SizePeriods::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
    let with_largest = shown == "largest";
    let Some((lo, hi)) = domain(&found, with_largest) else {
        let event = tr(lang, &format!("event-{}", ask.scope.date_of.key()));
        let sentence = tr_args(lang, "people-empty-periods", &[("event", event.into())]);
        return base.instead(ChartKey::AffectedPeriods, sentence, extra);
    };
    let title = title(&base, &found);
    let subtitle = subtitle(&base, &found);
    let spans: Vec<Period> = found.periods.iter().map(|found| found.period).collect();
    let mut series = Vec::new();
    if with_largest {
        series.push(largest(&base, &found));
    }
    series.push(intervals(&base, &found));
    if ask.options.is_on("rolling") {
        series.extend(rolling(&base, &found));
    }
    series.push(medians(&base, &found));
    let model = ChartModel {
        foot: base.foot(notes(&base, &found)),
        alt: words::alt(lang, "chart-alt-points", &title, &subtitle, ""),
        x: time_axis(lang, &spans),
        y: ticks::log_axis(lang, tr(lang, "chart-column-size"), (lo, hi)),
        legend: if series.len() > 2 { Legend::Above } else { Legend::Off },
        series,
        table: table(&base, &found),
        empty: None,
        ..kinds::blank(ChartKey::AffectedPeriods, title, subtitle, String::new())
    };
    Drawn { model, ..extra }
}

/// Whether the middle of a period is drawn.
fn drawn(found: &SizePeriod) -> Option<Middle> {
    found.middle.filter(|middle| found.n >= LEAST && middle.lo >= 1.0)
}

/// Powers of ten from below the smallest to above the largest that is drawn.
fn domain(found: &SizePeriods, with_largest: bool) -> Option<(f64, f64)> {
    let mut ends: Option<(f64, f64)> = None;
    let mut reach = |value: f64| {
        if value >= 1.0 {
            let at = libm::log10(value);
            ends = Some(ends.map_or((at, at), |(lo, hi)| (lo.min(at), hi.max(at))));
        }
    };
    for period in &found.periods {
        if let Some(middle) = drawn(period) {
            reach(middle.lo);
            middle.hi.into_iter().for_each(&mut reach);
            if let Some((low, high)) = middle.interval.filter(|_| period.n >= 5) {
                reach(low.max(1) as f64);
                if let Some(high) = high {
                    reach(high as f64);
                }
            }
        }
        if with_largest {
            period.largest.iter().for_each(|largest| reach(largest.lo as f64));
        }
    }
    ends.map(|(lo, hi)| {
        let lo = libm::floor(lo);
        (lo, (hi + 0.12).max(lo + 1.0))
    })
}

fn name(base: &Base<'_>, found: &SizePeriod) -> String {
    words::capital(&words::period(base.lang, found.period))
}

/// Records that lie in the period for certain and give a number.
fn behind(base: &Base<'_>, period: Period) -> RecordsKey {
    let question = base.ask.question;
    let (from, to) = (Some(period.first_day()), Some(period.last_day()));
    let dated = Expr::Date { event: question.date_of, from, to, how: Sure::Certain };
    RecordsKey::Where(dated.and(Expr::Count { measure: question.measure, from: 0, to: None, how: Sure::Possible }))
}

fn hover(base: &Base<'_>, found: &SizePeriod, middle: &Middle) -> Vec<String> {
    let amount = base.middle(middle);
    let mut lines = vec![name(base, found), tr_args(base.lang, "chart-hover-median", &[("number", amount.into())])];
    if found.n >= 5 {
        lines.push(base.likely(middle));
    }
    lines.push(words::incidents(base.lang, found.n));
    lines
}

/// The interval of each period's middle; where numbers are ranges, the range of the middle itself.
fn intervals(base: &Base<'_>, found: &SizePeriods) -> Series {
    let log = |value: f64| libm::log10(value.max(1.0));
    let whisker = |period: &SizePeriod| {
        let middle = drawn(period)?;
        let (low, high) = match middle.interval.filter(|_| period.n >= 5) {
            Some((low, high)) => (low as f64, high.map(|high| high as f64)),
            None if middle.exact().is_none() => (middle.lo, middle.hi),
            None => return None,
        };
        Some(Range {
            at: ticks::middle(period.period),
            lo: Some(log(low)),
            hi: high.map(log),
            middle: None,
            style: RangeStyle::Whisker,
            role: None,
            label: String::new(),
            hover: hover(base, period, &middle),
            records: behind(base, period.period),
        })
    };
    Series {
        key: "interval".to_owned(),
        name: base.tr("people-series-interval"),
        role: ColourRole::Data(1),
        marks: Marks::Ranges { direction: Direction::Up, ranges: found.periods.iter().filter_map(whisker).collect() },
        label: None,
    }
}

fn medians(base: &Base<'_>, found: &SizePeriods) -> Series {
    let point = |period: &SizePeriod| {
        let middle = drawn(period)?;
        Some(Point {
            at: [ticks::middle(period.period), libm::log10(middle.lo)],
            label: String::new(),
            hover: hover(base, period, &middle),
            records: behind(base, period.period),
            partial: period.partial,
        })
    };
    let points: Vec<Point> = found.periods.iter().filter_map(point).collect();
    let name = base.tr("chart-median");
    let label = points.last().map(|point| DirectLabel { text: name.clone(), at: point.at, side: Side::Right });
    Series { key: "median".to_owned(), name, role: ColourRole::Data(1), marks: Marks::Points { points }, label }
}

fn largest(base: &Base<'_>, found: &SizePeriods) -> Series {
    let point = |period: &SizePeriod| {
        let largest = period.largest.filter(|largest| largest.lo >= 1)?;
        let called = super::name_or(base.ask, largest.id, "people-unnamed");
        Some(Point {
            at: [ticks::middle(period.period), libm::log10(largest.lo as f64)],
            label: String::new(),
            hover: vec![name(base, period), called, base.counted(&largest, Rounding::Exact)],
            records: super::parts::these(vec![largest.id]),
            partial: period.partial,
        })
    };
    let points: Vec<Point> = found.periods.iter().filter_map(point).collect();
    let name = base.tr("chart-largest-series");
    let label = points.last().map(|point| DirectLabel { text: name.clone(), at: point.at, side: Side::Right });
    Series { key: "largest".to_owned(), name, role: ColourRole::Other, marks: Marks::Points { points }, label }
}

/// The middle of the year behind each period; gaps where years are not whole.
fn rolling(base: &Base<'_>, found: &SizePeriods) -> Option<Series> {
    let mut runs: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut open = false;
    for period in &found.periods {
        let Some(median) = period.rolling.filter(|median| *median >= 1.0) else {
            open = false;
            continue;
        };
        let point = [ticks::middle(period.period), libm::log10(median)];
        match runs.last_mut().filter(|_| open) {
            Some(run) => run.push(point),
            None => runs.push(vec![point]),
        }
        open = true;
    }
    runs.retain(|run| run.len() >= 2);
    let name = base.tr("people-series-rolling");
    (!runs.is_empty()).then(|| Series {
        key: "rolling".to_owned(),
        name,
        role: ColourRole::Data(2),
        marks: Marks::Line { runs },
        label: None,
    })
}

/// The typical incident of the last whole period with enough numbers.
fn title(base: &Base<'_>, found: &SizePeriods) -> String {
    let last = found.periods.iter().rev().find(|found| !found.partial && found.n >= 5);
    let Some((period, middle)) = last.and_then(|found| Some((found, found.middle?))) else {
        return base.tr("chart-title-affected-periods");
    };
    let args = [
        ("in", words::in_period(base.lang, period.period).into()),
        ("amount", base.middle(&middle).into()),
        ("incidents", words::incidents(base.lang, period.n).into()),
        ("likely", base.likely(&middle).into()),
    ];
    tr_args(base.lang, "people-title-periods", &args)
}

fn subtitle(base: &Base<'_>, found: &SizePeriods) -> String {
    let period = words::per(base.lang, base.ask.scope.scheme);
    let args = [("period", period.into()), ("measure", base.measure().into())];
    let mut subtitle = tr_args(base.lang, "people-subtitle-periods", &args);
    if found.periods.iter().any(|period| period.partial && drawn(period).is_some()) {
        subtitle.push_str(" · ");
        subtitle.push_str(&base.tr("people-note-hollow"));
    }
    subtitle
}

/// What is said of this figure alone: what has no place in it.
fn notes(base: &Base<'_>, found: &SizePeriods) -> Vec<FootPart> {
    let lang = base.lang;
    let mut parts = Vec::new();
    if found.unplaced > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-unplaced", found.unplaced)));
    }
    if found.outside > 0 {
        parts.push(FootPart::text(words::counted(lang, "people-outside", found.outside)));
    }
    let few = found.periods.iter().filter(|period| period.n > 0 && drawn(period).is_none()).count() as u64;
    if few > 0 {
        parts.push(FootPart::text(words::counted(lang, "people-few-periods", few)));
    }
    parts.push(FootPart::text(tr(lang, "chart-interval-note")));
    parts.extend(base.means());
    parts
}

fn table(base: &Base<'_>, found: &SizePeriods) -> DataTable {
    let lang = base.lang;
    let headers = ["period", "from", "to", "with-number", "median", "low", "high", "rolling", "largest", "partial"];
    let number = |value: Option<u64>| value.map_or_else(kinds::missing, |value| kinds::count(lang, value));
    let rows = found.periods.iter().map(|period| {
        let middle = period.middle;
        let interval = middle.and_then(|middle| middle.interval);
        let median = middle.map_or_else(kinds::missing, |middle| match middle.exact() {
            Some(exact) => kinds::real(lang, Some(exact), 1),
            None => kinds::words(base.between(whole(middle.lo), middle.hi.map(whole), Rounding::Exact)),
        });
        vec![
            kinds::words(words::period(lang, period.period)),
            kinds::day(lang, period.period.first_day()),
            kinds::day(lang, period.period.last_day()),
            kinds::count(lang, period.n),
            median,
            number(interval.map(|(low, _)| low)),
            number(interval.and_then(|(_, high)| high)),
            kinds::real(lang, period.rolling, 1),
            number(period.largest.map(|largest| largest.lo)),
            kinds::words(tr(lang, if period.partial { "chart-yes" } else { "chart-no" })),
        ]
    });
    let header = |name: &&str| match *name {
        "rolling" => text::tr(lang, "people-column-rolling"),
        name => tr(lang, &format!("chart-column-{name}")),
    };
    DataTable { headers: headers.iter().map(header).collect(), rows: rows.collect() }
}
