//! The marks of cohorts: quartiles side by side, curves as lines, curves as panels.

use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay_cohorts::{By, Cohort, CohortsFigure, FEWEST};
use crate::chart::figures::delay_records::{Between, told};
use crate::chart::findings::disclosure::days_words;
use crate::chart::gallery::Ask;
use crate::chart::gallery::delay::cohorts::name;
use crate::chart::gallery::delay::parts::{self, DayAxis};
use crate::chart::kinds::disclosure;
use crate::chart::model::{
    Axis, AxisRow, ChartModel, ColourRole, DataTable, Direction, Grid, Legend, Marks, Range, RangeStyle, Scale, Series,
    Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::words::whole_days;
use crate::model::dataset::Mechanism;
use crate::text::{self, tr, tr_args};

/// Most curves in one plot.
const MOST_LINES: usize = 6;
/// Most panels.
const MOST_PANELS: usize = 12;

/// The records behind a cohort's curve.
pub fn records(ask: &Ask<'_>, found: &CohortsFigure, cohort: &Cohort) -> RecordsKey {
    let between = Between::of(ask.question);
    RecordsKey::Where(match found.by {
        By::Told => between.fewest(0, None).and(between.ended(cohort.first, cohort.last)),
        By::Began => {
            told(ask.question, found.window.unwrap_or(0), 0, None).and(between.began(cohort.first, cohort.last))
        }
    })
}

/// The largest number of days that a register or a plain description shows, or the window.
fn most(found: &CohortsFigure) -> u32 {
    found.window.unwrap_or(u32::MAX)
}

/// A quartile range and a median with its interval for each cohort that was followed long enough.
pub fn quartiles(model: &mut ChartModel, ask: &Ask<'_>, found: &CohortsFigure, shown: &[&Cohort], axis: DayAxis) {
    let lang = ask.context.lang;
    let plain = found.mechanism == Mechanism::Mixed;
    let drawn = |cohort: &Cohort| (cohort.followed || (plain && found.by == By::Began)) && cohort.told() >= FEWEST;
    let (mut spans, mut medians, mut coarse, mut highest) = (Vec::new(), Vec::new(), Vec::new(), 1.0_f64);
    for (at, cohort) in (0_u32..).map(f64::from).zip(shown).filter(|(_, cohort)| drawn(cohort)) {
        let [first, second, third] = cohort.quartiles(most(found));
        let (hover, key) = (hover(ask, found, cohort), records(ask, found, cohort));
        let place = |days: f64| axis.at(days);
        let range = |lo: Option<f64>, hi: Option<f64>, middle: Option<f64>, style: RangeStyle| Range {
            at,
            lo: lo.map(place),
            hi: hi.map(place),
            middle: middle.map(place),
            style,
            role: None,
            label: String::new(),
            hover: hover.clone(),
            records: key.clone(),
        };
        // Where three quarters were not reached, the range goes on beyond what is known.
        if first.days.is_some() {
            spans.push(range(first.days, third.days, None, RangeStyle::Connector));
            highest = highest.max(third.days.or(second.days).or(first.days).unwrap_or(1.0));
        }
        let late = cohort.late.as_ref().map(|late| late.median().days);
        if let Some(median) = second.days {
            if let Some(late) = late {
                // What coarse dates leave open, instead of an interval.
                coarse.push(range(Some(median), late.or(Some(median)), None, RangeStyle::Whisker));
            } else {
                let (low, high) = (second.low.map(f64::from), second.high.map(f64::from));
                let ends = (low.or(Some(median)), high.or(Some(median)));
                medians.push(range(ends.0, ends.1, Some(median), RangeStyle::Whisker));
            }
            highest = highest.max(late.flatten().unwrap_or(median)).max(second.high.map_or(0.0, f64::from));
        }
    }
    let series = |key: &str, name: &str, role: ColourRole, ranges: Vec<Range>| Series {
        key: key.to_owned(),
        name: tr(lang, name),
        role,
        marks: Marks::Ranges { direction: Direction::Up, ranges },
        label: None,
    };
    let until = whole_days(highest * 1.05).max(1) as u32;
    model.y = Axis { grid: Grid::Lines, ..axis.axis(lang, until) };
    model.series = vec![
        series("quartiles", "delay-series-quartiles", ColourRole::Other, spans),
        series("median", "delay-series-median", ColourRole::Data(1), medians),
        series("median-coarse", "delay-series-median-coarse", ColourRole::Data(2), coarse),
    ];
    model.series.retain(|series| !matches!(&series.marks, Marks::Ranges { ranges, .. } if ranges.is_empty()));
    bands(model, ask, found, shown);
}

/// The axis of cohorts, and how many records each rests on.
fn bands(model: &mut ChartModel, ask: &Ask<'_>, found: &CohortsFigure, shown: &[&Cohort]) {
    let lang = ask.context.lang;
    let ticks = (0_u32..).zip(shown).map(|(at, cohort)| Tick { at: at.into(), label: name(ask, found.cut, cohort) });
    model.x = Axis {
        title: tr(lang, if found.by == By::Told { "delay-axis-told" } else { "delay-axis-began" }),
        scale: Scale::Band,
        lo: -0.5,
        hi: shown.len() as f64 - 0.5,
        ticks: ticks.collect(),
        grid: Grid::Off,
    };
    let plain = found.mechanism == Mechanism::Mixed && found.by == By::Began;
    let values = (0_u32..).zip(shown).map(|(at, cohort)| {
        let followed = cohort.followed || plain;
        let count = if followed { text::number(lang, cohort.n) } else { tr(lang, "delay-not-followed") };
        (f64::from(at), count)
    });
    model.under_x = vec![AxisRow { title: tr(lang, "delay-row-n"), values: values.collect() }];
}

/// What is said of a cohort on hover.
pub fn hover(ask: &Ask<'_>, found: &CohortsFigure, cohort: &Cohort) -> Vec<String> {
    let lang = ask.context.lang;
    let [first, second, third] = cohort.quartiles(most(found));
    let mut lines = vec![format!("{} · n = {}", name(ask, found.cut, cohort), text::number(lang, cohort.n))];
    let days = |days: f64| days_words(lang, whole_days(days), None);
    for (key, found) in [("delay-hover-quarter", first), ("delay-hover-half", second), ("delay-hover-three", third)] {
        let Some(value) = found.days else { continue };
        let mut line = tr_args(lang, key, &[("days", days(value).into())]);
        if let (Some(low), Some(high)) = (found.low, found.high) {
            let interval = tr_args(lang, "chart-interval", &[("low", low.into()), ("high", high.into())]);
            line = format!("{line} ({interval})");
        }
        lines.push(line);
    }
    if cohort.open > 0 {
        lines.push(tr_args(lang, "delay-hover-open", &[("count", cohort.open.into())]));
    }
    lines
}

/// Cohorts whose curves are drawn: the latest of those followed long enough; of a plain description all.
fn with_curves(found: &CohortsFigure, most: usize) -> Vec<&Cohort> {
    let plain = found.mechanism == Mechanism::Mixed && found.by == By::Began;
    let enough = found.cohorts.iter().rev().filter(|cohort| cohort.told() >= FEWEST && (cohort.followed || plain));
    let mut chosen: Vec<&Cohort> = enough.take(most).collect();
    chosen.reverse();
    chosen
}

/// The last day of the plots: the window, or where nine in ten of the slowest cohort were told.
fn until(found: &CohortsFigure, cohorts: &[&Cohort]) -> u32 {
    let tail = cohorts.iter().map(|cohort| {
        let most = cohort.curve.upper_tenth().days.map_or(cohort.curve.until, |days| whole_days(days * 1.2) as u32);
        most.min(cohort.curve.until)
    });
    found.window.unwrap_or_else(|| tail.max().unwrap_or(1)).max(1)
}

fn steps(curve: &Curve, until: u32) -> Marks {
    let all = curve.steps.last().is_some_and(|last| last.share >= 1.0);
    let end = if all { until } else { curve.until.min(until) };
    Marks::Steps { points: disclosure::points(curve, until), until: f64::from(end) }
}

/// The curves of the latest cohorts in one plot.
pub fn lines(model: &mut ChartModel, ask: &Ask<'_>, found: &CohortsFigure, axis: DayAxis) {
    let lang = ask.context.lang;
    let cohorts = with_curves(found, MOST_LINES);
    let until = until(found, &cohorts);
    model.x = DayAxis::Linear.axis(lang, until);
    model.y = parts::share_axis(lang);
    model.series = (1_u8..)
        .zip(&cohorts)
        .map(|(role, cohort)| Series {
            key: format!("cohort-{}", cohort.first.0),
            name: tr_args(
                lang,
                "delay-series-cohort",
                &[("name", name(ask, found.cut, cohort).into()), ("n", cohort.n.into())],
            ),
            role: ColourRole::Data(role),
            marks: steps(&cohort.curve, until),
            label: None,
        })
        .collect();
    axis.apply(model, lang, until);
}

/// A small plot for each of the latest cohorts; the chart itself has none.
pub fn panels(model: &mut ChartModel, ask: &Ask<'_>, found: &CohortsFigure, axis: DayAxis) -> Vec<ChartModel> {
    let lang = ask.context.lang;
    let cohorts = with_curves(found, MOST_PANELS);
    let until = until(found, &cohorts);
    model.x = DayAxis::Linear.axis(lang, until);
    model.y = parts::share_axis(lang);
    model.legend = Legend::Off;
    let panel = |cohort: &&Cohort| {
        let mut series = Vec::new();
        let band = disclosure::band(&cohort.curve, until);
        let curve = |key: &str, marks: Marks| Series {
            key: key.to_owned(),
            name: tr(lang, "chart-column-share"),
            role: ColourRole::Data(1),
            marks,
            label: None,
        };
        if !band.is_empty() && cohort.late.is_none() {
            let end = f64::from(cohort.curve.until.min(until));
            series.push(curve("band", Marks::Band { points: band, until: end }));
        }
        series.push(curve("early", steps(&cohort.curve, until)));
        if let Some(late) = &cohort.late {
            series.push(curve("late", steps(late, until)));
        }
        let mut panel = ChartModel {
            title: tr_args(
                lang,
                "delay-series-cohort",
                &[("name", name(ask, found.cut, cohort).into()), ("n", cohort.n.into())],
            ),
            subtitle: String::new(),
            alt: hover(ask, found, cohort).join(" · "),
            foot: Vec::new(),
            table: DataTable::default(),
            series,
            ..model.clone()
        };
        axis.apply(&mut panel, lang, until);
        panel
    };
    cohorts.iter().map(panel).collect()
}
