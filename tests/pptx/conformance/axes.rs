//! Domains, ticks and grid of a native chart, whether the chart says them by itself or they are drawn in it.

use vigie::chart::model::{Axis, Direction, Grid, Marks, Scale};
use vigie::draw::scene::Item;
use vigie::text::tr;

use crate::chart_xml;
use crate::conformance::Case;
use crate::number_code::{ENGLISH, FRENCH, ticks};

/// A position as the number that it stands for.
pub fn real(scale: Scale, at: f64) -> f64 {
    match scale {
        Scale::Log10 => 10_f64.powf(at),
        Scale::Time => at + 25_569.0,
        Scale::Linear | Scale::Band => at,
    }
}

pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

/// Which way the bars of a model grow; nothing where it has none.
pub fn bars_of(case: &Case<'_>) -> Option<Direction> {
    case.model.series.iter().find_map(|series| match &series.marks {
        Marks::Bars { direction, .. } => Some(*direction),
        _ => None,
    })
}

/// What part of an axis the plot shows: all of it, or from the first bar to the last where the chart has names.
pub fn shown(case: &Case<'_>, axis: &Axis, is_category: bool) -> (f64, f64) {
    if !is_category || axis.scale == Scale::Band {
        return (axis.lo, axis.hi);
    }
    let mut ends = (f64::INFINITY, f64::NEG_INFINITY);
    for series in &case.model.series {
        if let Marks::Bars { bars, .. } = &series.marks {
            for bar in bars {
                ends = (ends.0.min(bar.at - bar.width / 2.0), ends.1.max(bar.at + bar.width / 2.0));
            }
        }
    }
    ends
}

/// Where a position stands, as a share of the chart.
pub fn place(case: &Case<'_>, at: f64, across: bool) -> f64 {
    let [left, top, width, height] = case.chart.plot.expect("a plot that says where it is");
    let (axis, found) = if across { (&case.model.x, &case.chart.x) } else { (&case.model.y, &case.chart.y) };
    let (lo, hi) = shown(case, axis, found.is_category);
    let share = (at - lo) / (hi - lo);
    if across { left + share * width } else { top + (1.0 - share) * height }
}

pub fn check(case: &mut Case<'_>) {
    for across in [true, false] {
        let (axis, found) =
            if across { (&case.model.x, case.chart.x.clone()) } else { (&case.model.y, case.chart.y.clone()) };
        if found.is_category {
            names(case, axis, &found, across);
        } else {
            domain(case, axis, &found, across);
            said(case, axis, &found, across);
        }
        grid(case, axis, &found, across);
        drawn(case, axis, &found, across);
        if !found.is_category && found.crosses != "min" {
            case.differs(format!("the axis of numbers is crossed at {:?}", found.crosses));
        }
    }
}

/// The names under bars: those of bands, each in its place.
fn names(case: &mut Case<'_>, axis: &Axis, found: &chart_xml::Axis, across: bool) {
    if axis.scale == Scale::Band {
        let wanted: Vec<String> = axis.ticks.iter().map(|tick| tick.label.clone()).collect();
        let is_whole = wanted.iter().all(|name| !name.is_empty()) && wanted.len() as f64 == axis.hi - axis.lo;
        if is_whole {
            let found = case.chart.categories.clone();
            case.same("names", &found, &wanted);
        }
    } else if found.says {
        let labelled: Vec<String> =
            axis.ticks.iter().map(|tick| tick.label.clone()).filter(|one| !one.is_empty()).collect();
        let found = case.chart.categories.clone();
        case.same(if across { "names below" } else { "names beside" }, &found, &labelled);
    }
}

fn domain(case: &mut Case<'_>, axis: &Axis, found: &chart_xml::Axis, across: bool) {
    let (lo, hi) = (real(axis.scale, axis.lo), real(axis.scale, axis.hi));
    let is = |found: Option<f64>, wanted: f64| found.is_some_and(|found| near(found, wanted));
    let which = if across { "x" } else { "y" };
    if !is(found.min, lo) || !is(found.max, hi) {
        case.differs(format!("{which} from {:?} to {:?} in place of {lo} to {hi}", found.min, found.max));
    }
    case.same("powers of ten", &found.is_log, &(axis.scale == Scale::Log10));
}

/// What a program writes at the ticks by itself is what the model says, whatever the system's language.
fn said(case: &mut Case<'_>, axis: &Axis, found: &chart_xml::Axis, across: bool) {
    if !found.says {
        return;
    }
    let wanted: Vec<(f64, String)> = axis
        .ticks
        .iter()
        .filter(|tick| !tick.label.is_empty())
        .map(|tick| (real(axis.scale, tick.at), tick.label.clone()))
        .collect();
    for system in [ENGLISH, FRENCH] {
        let written = ticks(found, system);
        let is_same = written.len() == wanted.len()
            && written.iter().zip(&wanted).all(|((a, says), (b, label))| near(*a, *b) && says == label);
        if !is_same {
            let which = if across { "x" } else { "y" };
            case.differs(format!("ticks of {which}: {written:?} in place of {wanted:?}"));
        }
    }
}

/// Lines across the plot at the labelled ticks, and nowhere else.
fn grid(case: &mut Case<'_>, axis: &Axis, found: &chart_xml::Axis, across: bool) {
    // A chart with names has no lines at them; no figure asks for such, constructed models do.
    if found.is_category && case.name.starts_with("constructed") {
        return;
    }
    let labelled: Vec<f64> = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).map(|tick| tick.at).collect();
    let wanted: Vec<f64> = if axis.grid == Grid::Lines && axis.scale != Scale::Band { labelled } else { Vec::new() };
    let mut lines: Vec<f64> = Vec::new();
    if found.grid {
        let mut even = found.clone();
        even.says = true;
        lines.extend(ticks(&even, ENGLISH).into_iter().map(|(at, _)| at));
    }
    let name = tr(case.lang, "slides-grid");
    for series in case.chart.series.iter().filter(|series| series.name == name) {
        let places: Vec<(f64, f64)> = series.places.iter().filter_map(|(x, y)| Some((*x, (*y)?))).collect();
        for pair in places.chunks(2) {
            let [a, b] = pair else { continue };
            let is_upright = near(a.0, b.0);
            if is_upright == across {
                lines.push(if across { a.0 } else { a.1 });
            }
        }
    }
    let wanted: Vec<f64> = wanted.into_iter().map(|at| real(axis.scale, at)).collect();
    if lines.len() != wanted.len() || lines.iter().zip(&wanted).any(|(a, b)| !near(*a, *b)) {
        let which = if across { "upright" } else { "lying" };
        case.differs(format!("{which} grid lines at {lines:?} in place of {wanted:?}"));
    }
}

/// Ticks that the chart does not write are drawn where it has them, those that have room.
fn drawn(case: &mut Case<'_>, axis: &Axis, found: &chart_xml::Axis, across: bool) {
    let says = |text: &str, label: &str| {
        text == label || axis.scale == Scale::Band && label.contains(text.trim_end_matches('…')) && !text.is_empty()
    };
    let frame = case.own.drawn.frame;
    let own = |at: f64, label: &str| {
        case.own.drawn.axes.iter().any(|item| match item {
            Item::Text(text) if across => {
                let start = text.text.trim_end_matches('…');
                (text.at.0 - frame.x(at)).abs() < 1.0 && !start.is_empty() && label.starts_with(start)
            }
            Item::Text(text) => (text.at.1 - frame.y(at)).abs() < 40.0 && says(&text.text, label),
            _ => false,
        })
    };
    let [left, top, _, height] = case.chart.plot.expect("a plot that says where it is");
    let mut wrong = Vec::new();
    for tick in axis.ticks.iter().filter(|tick| !tick.label.is_empty()) {
        let at = place(case, tick.at, across);
        let here = case.shapes.iter().any(|shape| {
            let stands = if across {
                shape.side == "ctr" && (shape.x() - at).abs() < 0.004 && shape.y() > top + height
            } else {
                shape.side == "r" && shape.x() < left && (shape.y() - at).abs() < 0.1
            };
            stands && says(&shape.text, &tick.label)
        });
        let has_room = own(tick.at, &tick.label);
        if found.says && here {
            wrong.push(format!("“{}” is written and drawn", tick.label));
        } else if !found.says && has_room && !here {
            wrong.push(format!("“{}” stands nowhere near its place", tick.label));
        }
    }
    for what in wrong {
        case.differs(what);
    }
}
