//! Time to disclosure: the share told by each day, as a curve of steps with its band.

use crate::chart::figures::Overview;
use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::scope::Scope;
use crate::chart::findings;
use crate::chart::kinds;
use crate::chart::model::{
    Axis, AxisRow, BandPoint, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, FootLine, Grid, Legend, Marks,
    Scale, Series, Side, Tick,
};
use crate::chart::ticks;
use crate::chart::words::{self, Context, whole_days};
use crate::model::dataset::Mechanism;
use crate::text::{self, Lang, tr, tr_args};

/// Most steps that are drawn: beyond, neighbours on one pixel are put together.
pub(in crate::chart) const MOST_STEPS: usize = 1_200;

/// Builds the chart of the overview.
pub fn build(overview: &Overview, context: &Context) -> ChartModel {
    chart(&overview.delay, &overview.scope, context)
}

/// Builds the chart of a figure and its scope.
pub fn chart(figure: &DelayFigure, scope: &Scope, context: &Context) -> ChartModel {
    let lang = context.lang;
    let title = findings::disclosure::title(figure, scope, lang);
    let subtitle = subtitle(figure, lang);
    let foot = vec![
        FootLine { parts: findings::disclosure::small_print(figure, scope, context) },
        words::basis(scope, context),
    ];
    if let Some(sentence) = findings::disclosure::instead(figure, scope, lang) {
        return ChartModel { foot, ..kinds::blank(ChartKey::Disclosure, title, subtitle, sentence) };
    }
    let until = horizon(figure);
    ChartModel {
        key: ChartKey::Disclosure,
        alt: words::alt(
            lang,
            "chart-alt-curve",
            &title,
            &subtitle,
            &findings::disclosure::finding_of(figure, scope, context).sentence,
        ),
        x: Axis {
            title: tr(lang, "chart-axis-days"),
            scale: Scale::Linear,
            lo: 0.0,
            hi: f64::from(until),
            ticks: ticks::days(lang, until),
            grid: Grid::Off,
        },
        y: Axis {
            title: tr(lang, "chart-axis-share"),
            scale: Scale::Linear,
            lo: 0.0,
            hi: 1.0,
            ticks: ticks::shares(lang),
            grid: Grid::Lines,
        },
        series: series(figure, lang, until),
        annotations: Vec::new(),
        under_x: still_open(figure, lang, &ticks::days(lang, until)),
        table: table(figure, lang),
        foot,
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    }
}

fn subtitle(figure: &DelayFigure, lang: Lang) -> String {
    let (from, to) = words::ends(lang, figure.ends);
    let mut subtitle = tr_args(lang, "chart-subtitle-delay", &[("from", from.into()), ("to", to.into())]);
    let mut add = |note: String| {
        subtitle.push_str(" · ");
        subtitle.push_str(&note);
    };
    if let Some(days) = figure.window {
        add(tr_args(lang, "chart-among-window", &[("days", days.into())]));
    }
    if figure.n > 0 && figure.late.is_some() {
        add(tr(lang, "chart-band-dates"));
    } else if figure.n > 0 && figure.mechanism != Mechanism::Mixed {
        add(tr(lang, "chart-band"));
    }
    subtitle
}

/// The last day shown: the window, or what the curve says anything about, without the long tail of a few.
pub(in crate::chart) fn horizon(figure: &DelayFigure) -> u32 {
    if let Some(window) = figure.window {
        return window;
    }
    let end = figure.late.as_ref().map_or(figure.early.until, |late| {
        let bounded = if late.until == u32::MAX { 0 } else { late.until };
        bounded.max(figure.early.until)
    });
    let last_told = figure.late.as_ref().unwrap_or(&figure.early).last_told().filter(|days| *days != u32::MAX);
    let most = figure.late.as_ref().unwrap_or(&figure.early).upper_tenth().days.filter(|days| *days < 1e9);
    let most = most.or(last_told.map(f64::from));
    let tail = most.map_or(end, |days| u32::try_from(whole_days(days * 1.25)).unwrap_or(end));
    tail.min(end).max(figure.early.median().days.map_or(0, |days| whole_days(days) as u32)).max(1)
}

/// The points of a curve up to a day, from share 0 on.
pub(in crate::chart) fn points(curve: &Curve, until: u32) -> Vec<[f64; 2]> {
    let mut points = vec![[0.0, 0.0]];
    let per_bucket = (until as usize / MOST_STEPS).max(1) as u32;
    let mut bucket = u32::MAX;
    for step in curve.steps.iter().take_while(|step| step.days <= until) {
        let point = [f64::from(step.days), step.share];
        let here = step.days / per_bucket;
        match points.last_mut() {
            Some(last) if here == bucket || step.days == 0 => *last = point,
            _ => points.push(point),
        }
        bucket = here;
    }
    points
}

/// The band of the method, as far as it is defined.
pub(in crate::chart) fn band(curve: &Curve, until: u32) -> Vec<BandPoint> {
    curve
        .steps
        .iter()
        .take_while(|step| step.days <= until && step.band.is_some())
        .filter_map(|step| step.band.map(|(lo, hi)| BandPoint { x: f64::from(step.days), lo, hi }))
        .collect()
}

/// What coarse dates leave open between the two curves.
pub(in crate::chart) fn envelope(early: &Curve, late: &Curve, until: u32) -> Vec<BandPoint> {
    let mut days: Vec<u32> = early.steps.iter().chain(&late.steps).map(|step| step.days).collect();
    days.push(0);
    days.sort_unstable();
    days.dedup();
    let share = |curve: &Curve, day: u32| {
        let upto = curve.steps.partition_point(|step| step.days <= day);
        upto.checked_sub(1).and_then(|index| curve.steps.get(index)).map_or(0.0, |step| step.share)
    };
    days.into_iter()
        .take_while(|day| *day <= until)
        .map(|day| {
            let (one, other) = (share(early, day), share(late, day));
            BandPoint { x: f64::from(day), lo: one.min(other), hi: one.max(other) }
        })
        .collect()
}

fn series(figure: &DelayFigure, lang: Lang, until: u32) -> Vec<Series> {
    // A curve ends where it stops saying anything, or at the edge once all were told.
    let end = |curve: &Curve| {
        let complete = curve.steps.last().is_some_and(|last| last.share >= 1.0);
        f64::from(if complete { until } else { curve.until.min(until) })
    };
    let mut series = Vec::new();
    let shaded = match &figure.late {
        Some(late) => envelope(&figure.early, late, until),
        None => band(&figure.early, until),
    };
    if !shaded.is_empty() {
        let defined_until = match &figure.late {
            Some(late) => end(&figure.early).max(end(late)),
            None => figure
                .early
                .steps
                .iter()
                .find(|step| step.band.is_none())
                .map_or_else(|| end(&figure.early), |step| f64::from(step.days.min(until))),
        };
        series.push(Series {
            key: "band".to_owned(),
            name: tr(lang, if figure.late.is_some() { "chart-band-dates" } else { "chart-band" }),
            role: ColourRole::Data(1),
            marks: Marks::Band { points: shaded, until: defined_until },
            label: None,
        });
    }
    for (key, curve) in [("early", Some(&figure.early)), ("late", figure.late.as_ref())] {
        let Some(curve) = curve else { continue };
        series.push(Series {
            key: key.to_owned(),
            name: tr(lang, "chart-column-share"),
            role: ColourRole::Data(1),
            marks: Marks::Steps { points: points(curve, until), until: end(curve) },
            label: if key == "early" { end_label(figure, lang, until) } else { None },
        });
    }
    series.extend(guide(figure, lang));
    series
}

/// The share told where the curve ends, unless it is all.
fn end_label(figure: &DelayFigure, lang: Lang, until: u32) -> Option<DirectLabel> {
    let curve = &figure.early;
    let last = curve.steps.iter().rev().find(|step| step.days <= until)?;
    if last.share >= 0.995 || figure.late.is_some() {
        return None;
    }
    let days = curve.until.min(until);
    let args = [("share", text::share(lang, last.share, 0).into()), ("days", days.into())];
    let text = tr_args(lang, "chart-share-end", &args);
    Some(DirectLabel { text, at: [f64::from(days), last.share], side: Side::Right })
}

/// The point at which half were told.
fn guide(figure: &DelayFigure, lang: Lang) -> Option<Series> {
    let (low, high) = figure.median_range();
    let low = low.filter(|_| findings::disclosure::told(figure) >= 5)?;
    if high != Some(low) {
        return None;
    }
    let at = [low, 0.5];
    let days = findings::disclosure::days_words(lang, whole_days(low), None);
    let text = if low == 0.0 {
        tr(lang, "chart-same-day")
    } else {
        tr_args(lang, "chart-half-label", &[("days", days.into())])
    };
    Some(Series {
        key: "median".to_owned(),
        name: text.clone(),
        role: ColourRole::Data(2),
        marks: Marks::Guide { at },
        label: Some(DirectLabel { text, at, side: Side::BelowRight }),
    })
}

/// How many were still open at each tick, for a register.
pub(in crate::chart) fn still_open(figure: &DelayFigure, lang: Lang, ticks: &[Tick]) -> Vec<AxisRow> {
    if figure.mechanism != Mechanism::Register || figure.late.is_some() {
        return Vec::new();
    }
    let open = |day: f64| {
        let next = figure.early.steps.partition_point(|step| f64::from(step.days) < day);
        figure.early.steps.get(next).map_or(0, |step| step.open)
    };
    let values = ticks.iter().map(|tick| (tick.at, text::number(lang, open(tick.at)))).collect();
    vec![AxisRow { title: tr(lang, "chart-still-open"), values }]
}

fn table(figure: &DelayFigure, lang: Lang) -> DataTable {
    let headers = ["days", "share", "low", "high", "open"];
    let rows = figure.early.steps.iter().map(|step| {
        vec![
            kinds::count(lang, step.days),
            kinds::share(lang, Some(step.share)),
            kinds::share(lang, step.band.map(|(low, _)| low)),
            kinds::share(lang, step.band.map(|(_, high)| high)),
            kinds::count(lang, step.open),
        ]
    });
    DataTable {
        headers: headers.iter().map(|name| tr(lang, &format!("chart-column-{name}"))).collect(),
        rows: rows.collect(),
    }
}
